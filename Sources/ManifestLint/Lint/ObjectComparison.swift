import Kubernetes
import YAML

/// What the API server tells objects apart by: the version of an API plays no part.
private struct ObjectKey: Hashable {
  var group: Substring
  var kind: String
  var namespace: String?
  var name: String

  /// As bytes and behind each other: what texts feed a hasher with beside that costs more.
  func hash(into hasher: inout Hasher) {
    func add(_ text: some StringProtocol) {
      let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
    add(name)
    hasher.combine(kind.utf8.count)
    add(kind)
    if let namespace { add(namespace) }
    add(group)
  }
}

/// Where an object stands.
struct ObjectPlace {
  var entry: Int
  var object: BlobVerdict.Object
}

extension LintRun {
  /// The findings that only all files together show: one object written twice in what an agent
  /// applies, and one object that two agents apply.
  mutating func compareObjects() throws(RepositoryError) {
    guard options.matters([SetRules.duplicateObject, SetRules.objectOfTwoAgents]) else { return }
    typealias Claim = (agent: Int, entry: Int, object: Int)
    let count = verdicts.reduce(0) { $0 + $1.objects.count }
    var numbers: [ObjectKey: Int] = [:]
    numbers.reserveCapacity(count)
    /// By object, the first place of the last agent that has it.
    var claims: [Claim] = []
    claims.reserveCapacity(count)
    /// By object, those of the agents before it: few have any.
    var earlier: [Int: [Claim]] = [:]
    for number in agents.indices {
      for project in agents[number].projects where project.isHere {
        for entry in project.files {
          guard let verdict = files.verdict(entry) else { continue }
          for index in verdicts[verdict].objects.indices {
            let object = verdicts[verdict].objects[index]
            if object.identity.name.isEmpty { continue }
            let key = ObjectKey(
              group: object.identity.group, kind: object.identity.kind,
              namespace: namespace(of: object, in: project.entry), name: object.identity.name)
            let known = Self.number(&numbers[key, default: -1], new: claims.count)
            guard known < claims.count else {
              claims.append((number, entry, index))
              continue
            }
            let first = claims[known]
            if first.agent != number {
              earlier[known, default: []].append(first)
              claims[known] = (number, entry, index)
            } else if first.entry != entry || first.object != index {
              try duplicate(
                ObjectPlace(entry: entry, object: object),
                of: place(first.entry, first.object), agent: number)
            }
          }
        }
      }
    }
    for (number, others) in earlier.sorted(by: { $0.key < $1.key }) {
      let first = (others[0].agent, place(others[0].entry, others[0].object))
      for claim in others.dropFirst() + [claims[number]] {
        try shared((claim.agent, place(claim.entry, claim.object)), with: first)
      }
    }
  }

  private func place(_ entry: Int, _ object: Int) -> ObjectPlace {
    ObjectPlace(entry: entry, object: verdicts[files.verdict(entry) ?? 0].objects[object])
  }

  /// The number in a slot, which gets one if it has none: one look-up for both.
  private static func number(_ slot: inout Int, new: Int) -> Int {
    if slot < 0 { slot = new }
    return slot
  }

  private mutating func duplicate(
    _ place: ObjectPlace, of first: ObjectPlace, agent: Int
  ) throws(RepositoryError) {
    let name = agents[agent].name
    let (start, end) = try positions(of: first)
    var finding = try finding(
      SetRules.duplicateObject, at: place,
      "\(describe(place.object.identity)) is written a second time for agent \(name); the first is at \(String(decoding: path(first.entry), as: UTF8.self)):\(start.line)"
    )
    finding.related = [
      .init(path: path(first.entry), start: start, end: end, message: "the first one")
    ]
    add(finding, agents: [name])
  }

  private mutating func shared(
    _ claim: (agent: Int, place: ObjectPlace), with first: (agent: Int, place: ObjectPlace)
  ) throws(RepositoryError) {
    let names = [agents[first.agent].name, agents[claim.agent].name]
    var finding = try finding(
      SetRules.objectOfTwoAgents, at: claim.place,
      "\(describe(claim.place.object.identity)) is applied by agent \(names[0]) and by agent \(names[1]); in one cluster each would take it from the other"
    )
    if claim.place.entry == first.place.entry {
      // One file for several agents is how one application gets into several clusters.
      finding.severity = .info
    } else {
      let (start, end) = try positions(of: first.place)
      finding.related = [
        .init(
          path: path(first.place.entry), start: start, end: end,
          message: "the one of agent \(names[0])")
      ]
    }
    add(finding, agents: names.sorted())
  }

  /// A finding at an object. Findings that need all files are few: their lines are counted only now.
  mutating func finding(
    _ rule: Rule, at place: ObjectPlace, _ message: Message
  ) throws(RepositoryError) -> Finding {
    let (start, end) = try positions(of: place)
    var finding = Finding(rule, message, path: path(place.entry), start: start, end: end)
    finding.object = place.object.identity
    finding.document = place.object.document
    return finding
  }

  mutating func positions(
    of place: ObjectPlace
  ) throws(RepositoryError) -> (SourcePosition, SourcePosition) {
    let lines = try lines(of: place.entry)
    return (
      lines.position(of: place.object.range.start), lines.position(of: place.object.range.end)
    )
  }

  /// The lines of a file, kept for the findings that follow: they come file by file, and a hostile
  /// file may have as many as it has objects.
  private mutating func lines(of entry: Int) throws(RepositoryError) -> LineIndex {
    if let kept = keptLines.first(where: { $0.entry == entry }) { return kept.lines }
    let lines = LineIndex(try trees.read(entry))
    // Two: a finding, and the place that explains it.
    if keptLines.count == 2 { keptLines.removeFirst() }
    keptLines.append((entry, lines))
    return lines
  }

  func verdict(of entry: Int) -> BlobVerdict? {
    files.verdict(entry).map { verdicts[$0] }
  }

  /// The namespace that an object gets: the agent fills the default in where a namespaced object
  /// names none. Of a kind that nobody knows, what is written counts.
  func namespace(of object: BlobVerdict.Object, in project: ManifestProject) -> String? {
    switch object.scope {
    case .cluster: nil
    case .namespaced: object.identity.namespace ?? project.defaultNamespace?.value ?? "default"
    case .unknown: object.identity.namespace
    }
  }

  private func describe(_ identity: ObjectIdentity) -> String {
    "\(identity.kind) \(identity.namespace.map { $0 + "/" } ?? "")\(identity.name)"
  }
}
