import Kubernetes
import YAML

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
    makeObjectTable()
    var known = ObjectClaims(count: objects.rows.count)
    /// By object, those of the agents before the last: few have any.
    var earlier: [Int: [ObjectClaims.Claim]] = [:]
    for number in agents.indices {
      for project in agents[number].projects where project.isHere {
        let namespace = defaultNamespace(of: project.entry)
        for entry in project.files {
          guard let verdict = files.verdict(entry) else { continue }
          for row in objects.rows(of: verdict) where objects.rows[row].name != NameTable.empty {
            let claim = ObjectClaims.Claim(
              agent: UInt32(number), entry: UInt32(entry), row: UInt32(row),
              namespace: objects.rows[row].namespace(default: namespace))
            guard let object = known.add(claim, objects) else { continue }
            let first = known.claims[object]
            if first.agent != claim.agent {
              earlier[object, default: []].append(first)
              known.claims[object] = claim
            } else if first.entry != claim.entry || first.row != claim.row {
              try duplicate(place(claim), of: place(first), agent: number)
            }
          }
        }
      }
    }
    if agents.count == 1 { claims = known }
    for (number, others) in earlier.sorted(by: { $0.key < $1.key }) {
      let first = (Int(others[0].agent), place(others[0]))
      for claim in others.dropFirst() + [known.claims[number]] {
        try shared((Int(claim.agent), place(claim)), with: first)
      }
    }
  }

  /// To be called by all who compare objects: whoever comes first has it made.
  mutating func makeObjectTable() {
    if objects.isEmpty { objects = ObjectTable(verdicts) }
  }

  /// The number of the name of the namespace into which an entry of a configuration puts what names
  /// none.
  mutating func defaultNamespace(of project: ManifestProject) -> UInt32 {
    objects.names.number(of: project.defaultNamespace?.value ?? "default")
  }

  private func place(_ claim: ObjectClaims.Claim) -> ObjectPlace {
    let first = files.verdict(Int(claim.entry)).map { objects.rows(of: $0).lowerBound } ?? 0
    return place(Int(claim.entry), Int(claim.row) - first)
  }

  /// Where an object of a file that was judged stands.
  func place(_ entry: Int, _ object: Int) -> ObjectPlace {
    guard let verdict = files.verdict(entry), let found = verdicts.object(object, of: verdict)
    else { preconditionFailure() }
    return ObjectPlace(entry: entry, object: found)
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
