import Kubernetes

/// What one agent applies, by namespace, as far as other objects ask for it: names, labels of pods,
/// limits. Built in one walk over the facts of all its files.
struct AppliedObjects {
  /// One object, and where its facts begin.
  struct Place: Hashable {
    var entry: Int
    /// Number in its file's verdict.
    var object: Int
    var facts: Int
  }

  /// What lies in one namespace.
  struct Contents {
    private(set) var names: [Referent: [String: Place]] = [:]
    /// What names that are made at runtime begin with.
    private(set) var prefixes: [Referent: Set<String>] = [:]
    /// The facts of each place begin behind `pods`.
    private(set) var workloads: [Place] = []
    var labels = LabelIndex()
    var custom = CustomObjects()
    var limitRanges: [(place: Place, item: ObjectFact.LimitRangeItem)] = []
    var quotas: [(place: Place, requests: ResourceSet, limits: ResourceSet)] = []

    /// Of two objects of one name, the first counts.
    mutating func add(_ name: String, _ referent: Referent, _ place: Place) {
      if names[referent]?[name] == nil { names[referent, default: [:]][name] = place }
    }

    mutating func add(prefix: String, of referent: Referent) {
      prefixes[referent, default: []].insert(prefix)
    }

    mutating func add(workload: Place) { workloads.append(workload) }

    /// Whether a name can be one that is made at runtime.
    func canBeGenerated(_ name: String, of referent: Referent) -> Bool {
      guard let prefixes = prefixes[referent] else { return false }
      return name.indices.contains { prefixes.contains(String(name[...$0])) }
    }
  }

  /// By name; under the empty name what lies in none.
  private(set) var namespaces: [String: Contents] = [:]
  /// Custom objects that may be at work in every namespace.
  private(set) var everywhere = CustomObjects()

  subscript(namespace: String) -> Contents { namespaces[namespace] ?? Contents() }

  /// Takes up one file.
  ///
  /// - Parameter namespace: of an object; nil when it lies in none, or nobody knows in which.
  mutating func add(
    _ verdict: BlobVerdict, entry: Int, namespace: (BlobVerdict.Object) -> String?
  ) {
    var starts = [Int](repeating: 0, count: verdict.objects.count)
    var facts = verdict.facts.makeIterator()
    var current = -1
    var name: String?
    while true {
      let start = facts.place
      guard let (object, fact) = facts.next() else { break }
      guard object < starts.count else { break }
      if object != current {
        current = object
        name = namespace(verdict.objects[object])
        starts[object] = start
        if fact.isCustom { add(custom: verdict.objects[object], to: name) }
      }
      var place = Place(entry: entry, object: object, facts: starts[object])
      // What has no namespace has none of these but what it mentions.
      guard let name else {
        everywhere.add(fact)
        continue
      }
      switch fact {
      case .pods:
        place.facts = facts.place
        namespaces[name, default: Contents()].add(workload: place)
      case .label(let key, let value):
        let count = namespaces[name]?.workloads.count ?? 0
        namespaces[name]?.labels.add(key: key, value: value, workload: count - 1)
      case .claimPrefix(let prefix):
        namespaces[name, default: Contents()].add(prefix: prefix, of: .volumeClaim)
      case .limitRange(let item):
        namespaces[name, default: Contents()].limitRanges.append((place, item))
      case .quota(let requests, let limits):
        namespaces[name, default: Contents()].quotas.append((place, requests, limits))
      case .mention, .mentionsAnything: namespaces[name, default: Contents()].custom.add(fact)
      default: break
      }
    }
    for (number, object) in verdict.objects.enumerated() {
      guard let referent = Referent(group: object.identity.group, kind: object.identity.kind)
      else { continue }
      let name = namespace(object) ?? ""
      if !object.identity.name.isEmpty {
        let place = Place(entry: entry, object: number, facts: starts[number])
        namespaces[name, default: Contents()].add(object.identity.name, referent, place)
      } else if let prefix = object.generateName {
        namespaces[name, default: Contents()].add(prefix: prefix, of: referent)
      }
    }
  }

  private mutating func add(custom object: BlobVerdict.Object, to namespace: String?) {
    if let namespace {
      namespaces[namespace, default: Contents()].custom.add(object.identity)
    } else {
      everywhere.add(object.identity)
    }
  }

  /// To be called when all files have been taken up.
  mutating func finish() {
    for name in namespaces.keys { namespaces[name]?.labels.sort() }
  }

  /// Whether a controller of some custom object may make what has this name, or this label.
  func canBeMade(_ name: String, in contents: Contents) -> Bool {
    contents.custom.canMake(name) || everywhere.canMake(name)
  }
}

extension ObjectFact {
  fileprivate var isCustom: Bool {
    switch self {
    case .mention, .mentionsAnything: true
    default: false
    }
  }
}

/// Objects of kinds that are not built in, by what they may bring about: names of what a controller
/// makes mostly stand in the object, or begin with its own name or kind.
struct CustomObjects {
  private var names: Set<Substring> = []
  private var mentions: Set<UInt32> = []
  private var mentionsAnything = false

  mutating func add(_ identity: ObjectIdentity) {
    if !identity.name.isEmpty { names.insert(identity.name[...]) }
    names.insert(identity.kind.lowercased()[...])
  }

  mutating func add(_ fact: ObjectFact) {
    switch fact {
    case .mention(let hash): mentions.insert(hash)
    case .mentionsAnything: mentionsAnything = true
    default: break
    }
  }

  func canMake(_ name: String) -> Bool {
    if names.isEmpty { return false }
    if mentionsAnything || mentions.contains(ObjectFact.textHash(name.utf8)) { return true }
    let parts = name.split { $0 == "-" || $0 == "." }
    // Nobody writes such a name by hand.
    guard parts.count <= 24 else { return true }
    for (first, start) in parts.enumerated() {
      for end in parts[first...]
      where names.contains(name[start.startIndex..<end.endIndex]) { return true }
    }
    return false
  }
}

/// Which workloads' pods have a label: hashes, because most are never asked for.
struct LabelIndex {
  private var entries: [(hash: UInt32, workload: UInt32)] = []

  mutating func add(key: String, value: String, workload: Int) {
    guard workload >= 0 else { return }
    entries.append((Self.hash(key, value), UInt32(workload)))
    entries.append((Self.hash(key, nil), UInt32(workload)))
  }

  mutating func sort() { entries.sort { $0 < $1 } }

  /// Numbers of all workloads that may have the label, and perhaps of some that have not.
  func workloads(key: String, value: String?) -> some RandomAccessCollection<Int> {
    let hash = Self.hash(key, value)
    let start = firstIndex { $0 >= hash }
    let end = firstIndex { $0 > hash }
    return entries[start..<end].lazy.map { Int($0.workload) }
  }

  private func firstIndex(where isBehind: (UInt32) -> Bool) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(entries[middle].hash) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func hash(_ key: String, _ value: String?) -> UInt32 {
    ObjectFact.textHash(value.map { Array(key.utf8) + [0] + Array($0.utf8) } ?? Array(key.utf8))
  }
}
