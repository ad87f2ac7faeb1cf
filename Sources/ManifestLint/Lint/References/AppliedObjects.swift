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

  private(set) var namespaces: [String: NamespaceContents] = [:]
  /// What lies in no namespace.
  let cluster = NamespaceContents("")
  /// Custom objects that may be at work in every namespace.
  private(set) var everywhere = CustomObjects()
  /// Most objects lie in the namespace of the one before.
  private var latest: NamespaceContents?

  /// What is in a namespace; nil when the agent applies nothing to it.
  func contents(of namespace: String) -> NamespaceContents? {
    namespace.isEmpty ? cluster : namespaces[namespace]
  }

  private mutating func made(_ namespace: String) -> NamespaceContents {
    if let latest, latest.namespace == namespace { return latest }
    let contents = namespaces[namespace] ?? NamespaceContents(namespace)
    namespaces[namespace] = contents
    latest = contents
    return contents
  }

  /// Takes up one file.
  ///
  /// - Parameter namespace: of an object; nil when it lies in none, or nobody knows in which.
  mutating func add(
    _ verdict: BlobVerdict, entry: Int, namespace: (BlobVerdict.Object) -> String?
  ) {
    var facts = verdict.facts.makeIterator()
    var start = 0
    var upcoming = facts.next()
    for (number, object) in verdict.objects.enumerated() {
      let contents = namespace(object).map { made($0) }
      let place = Place(entry: entry, object: number, facts: start)
      var isCustom = false
      while let (owner, fact) = upcoming, owner <= number {
        if owner == number { isCustom = add(fact, of: place, behind: facts.place, to: contents) }
        start = facts.place
        upcoming = facts.next()
      }
      if isCustom {
        if let contents {
          contents.custom.add(object.identity)
        } else {
          everywhere.add(object.identity)
        }
      }
      guard let referent = Referent(group: object.identity.group, kind: object.identity.kind)
      else { continue }
      let shelf = contents ?? cluster
      if !object.identity.name.isEmpty {
        shelf.add(object.identity.name, referent, place)
      } else if let prefix = object.generateName {
        shelf.add(prefix: prefix, of: referent)
      }
    }
  }

  /// - Parameter next: where the fact behind this one stands.
  /// - Returns: whether it is one of a custom object.
  private mutating func add(
    _ fact: ObjectFact, of place: Place, behind next: Int, to contents: NamespaceContents?
  ) -> Bool {
    switch fact {
    case .pods:
      contents?.workloads.append(Place(entry: place.entry, object: place.object, facts: next))
    case .label(let key, let value):
      if let contents {
        contents.labels.add(key: key, value: value, workload: contents.workloads.count - 1)
      }
    case .claimPrefix(let prefix): contents?.add(prefix: prefix, of: .volumeClaim)
    case .limitRange(let item): contents?.limitRanges.append((place, item))
    case .quota(let requests, let limits): contents?.quotas.append((place, requests, limits))
    case .mention, .mentionsAnything:
      if let contents { contents.custom.add(fact) } else { everywhere.add(fact) }
      return true
    default: break
    }
    return false
  }

  /// To be called when all files have been taken up.
  func finish() {
    for contents in namespaces.values { contents.labels.sort() }
  }

  /// Whether a controller of some custom object may make what has this name, or this label.
  func canBeMade(_ name: String, in contents: NamespaceContents) -> Bool {
    contents.custom.canMake(name) || everywhere.canMake(name)
  }
}
