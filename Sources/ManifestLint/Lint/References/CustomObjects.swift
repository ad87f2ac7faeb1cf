import Kubernetes

/// Objects of kinds that are not built in, by what they may bring about: names of what a controller
/// makes mostly stand in the object, or begin with its own name or kind.
struct CustomObjects {
  /// Numbers of names, and of kinds in small letters.
  private var names: Set<UInt32> = []
  private var mentions: Set<UInt32> = []
  private var mentionsAnything = false

  mutating func add(name: UInt32, kind: UInt32) {
    if name != NameTable.empty { names.insert(name) }
    names.insert(kind)
  }

  mutating func add(_ fact: ObjectFact) {
    switch fact {
    case .mention(let hash): mentions.insert(hash)
    case .mentionsAnything: mentionsAnything = true
    default: break
    }
  }

  func canMake(_ name: Range<Int>, of bytes: [UInt8], _ table: NameTable) -> Bool {
    if names.isEmpty { return false }
    if mentionsAnything || mentions.contains(ObjectFact.textHash(bytes[name])) { return true }
    let parts = bytes[name].split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    // Nobody writes such a name by hand.
    guard parts.count <= 24 else { return true }
    for (first, start) in parts.enumerated() {
      for end in parts[first...] {
        if let number = table.find(bytes, start.startIndex..<end.endIndex),
          names.contains(number)
        {
          return true
        }
      }
    }
    return false
  }
}
