import Kubernetes

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
