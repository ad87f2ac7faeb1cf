import YAML

/// The catalogue's numbers of the keys that the schema pass has looked up, so that the rules find a
/// field by its number, and know of most that are absent at one glance.
///
/// What has no numbers here (data of maps, aliases, merged mappings) is looked up by its name.
struct FieldNumbers {
  /// By key, one more than the number of its name; 0 where it was not looked up.
  private var names: [UInt16]
  /// By mapping, the numbers of its keys modulo 31 as bits, and the highest bit; 0 where they were not
  /// looked up.
  private var masks: [UInt32]

  enum Answer {
    case unknown
    case absent
    case value(NodeID)
  }

  init(nodes: Int) {
    names = Array(repeating: 0, count: nodes)
    masks = Array(repeating: 0, count: nodes)
  }

  private static let isKnown: UInt32 = 1 << 31

  private static func bit(_ number: UInt16) -> UInt32 { 1 << (UInt32(number) % 31) }

  /// All keys of the mapping are about to be noted.
  mutating func begin(_ mapping: NodeID) { masks[Int(mapping.index)] |= Self.isKnown }

  mutating func note(_ name: FieldName, of key: NodeID, in mapping: NodeID) {
    names[Int(key.index)] = name.number + 1
    masks[Int(mapping.index)] |= Self.bit(name.number)
  }

  /// - Parameter mapping: any node, no alias.
  @inline(__always)
  func find(_ number: UInt16, in mapping: NodeID, _ tree: Tree) -> Answer {
    let index = Int(mapping.index)
    guard index < masks.count, masks[index] != 0 else { return .unknown }
    guard masks[index] & Self.bit(number) != 0 else { return .absent }
    var key = mapping.index + 1
    let end = tree[mapping].next
    while key < end {
      let value = tree[NodeID(key)].next
      if names[Int(key)] == number + 1 { return .value(NodeID(value)) }
      key = tree[NodeID(value)].next
    }
    return .absent
  }
}
