import YAML

/// The catalogue's numbers of the keys that the schema pass has looked up, so that the rules find a
/// field by its number, and know of most that are absent at one glance.
///
/// What has no numbers here (data of maps, aliases, merged mappings) is looked up by its name.
///
/// One piece of memory for a file: behind the header lies an entry for each node. Invariant: there are
/// as many entries as the header says, all of them written at the start, and every index is compared
/// with that number.
final class FieldNumbers: ManagedBuffer<FieldNumbers.Header, UInt64> {
  struct Header {
    private let kept: Tree
    /// The same, held by nobody, for those who ask while it is kept.
    let tree: Unmanaged<Tree>
    /// 0 where no pass is to come.
    let count: Int
    /// Of the few mappings with merge keys or repeated ones, once they are asked for.
    var merged: [UInt32: [(key: NodeID, value: NodeID)]] = [:]

    init(_ tree: Tree, count: Int) {
      kept = tree
      self.tree = .passUnretained(tree)
      self.count = count
    }
  }

  /// An entry of a mapping has a bit for each field that is there, by the number's lowest bits, and
  /// this one when its keys have been looked up.
  fileprivate static var known: UInt64 { 1 << 63 }

  /// An entry of a key has one more than the number of its name, and above the lower half the value
  /// that it leads to, or this when that is null. 0 for a key that was not looked up.
  static var null: UInt32 { .max }

  static func of(_ tree: Tree, isEmpty: Bool = false) -> FieldNumbers {
    let count = isEmpty ? 0 : tree.nodes.count
    let made = FieldNumbers.create(minimumCapacity: count) { _ in Header(tree, count: count) }
    made.withUnsafeMutablePointerToElements { $0.initialize(repeating: 0, count: count) }
    return unsafeDowncast(made, to: FieldNumbers.self)
  }

  // `header` itself would be looked up among the accesses under way each time.
  @inline(__always)
  var tree: Unmanaged<Tree> { withUnsafeMutablePointerToHeader { $0.pointee.tree } }

  @inline(__always)
  fileprivate subscript(index: UInt32) -> UInt64 {
    get { withUnsafeMutablePointers { Int(index) < $0.pointee.count ? $1[Int(index)] : 0 } }
    set {
      withUnsafeMutablePointers {
        precondition(Int(index) < $0.pointee.count)
        $1[Int(index)] = newValue
      }
    }
  }

  @inline(__always)
  fileprivate static func bit(_ number: UInt16) -> UInt64 { 1 &<< UInt64(number & 63) }

  /// The names of one mapping's keys, while they are looked up.
  struct Names {
    fileprivate var bits = FieldNumbers.known

    @inline(__always)
    mutating func insert(_ name: FieldName) { bits |= FieldNumbers.bit(name.number) }
  }

  /// - Parameter value: where the value stands, an alias followed; `null` for one that is null.
  @inline(__always)
  func note(_ name: FieldName, of key: NodeID, value: UInt32) {
    self[key.index] = UInt64(value) << 32 | UInt64(name.number) &+ 1
  }

  /// To be called when all keys of a mapping have been noted.
  @inline(__always)
  func note(_ names: Names, of mapping: NodeID) { self[mapping.index] = names.bits }

  enum Answer {
    case unknown
    case absent
    /// Where the value is written, and what it leads to.
    case value(NodeID, target: UInt32)
  }

  /// - Parameter mapping: any node, no alias.
  @inline(__always)
  func find(_ number: UInt16, in mapping: UInt32, _ tree: Tree) -> Answer {
    let mask = self[mapping]
    guard mask != 0 else { return .unknown }
    guard mask & Self.bit(number) != 0 else { return .absent }
    var key = mapping &+ 1
    let end = tree[NodeID(mapping)].next
    while key < end {
      let value = tree[NodeID(key)].next
      let entry = self[key]
      if entry & 0xFFFF == UInt64(number) &+ 1 {
        return .value(NodeID(value), target: UInt32(truncatingIfNeeded: entry >> 32))
      }
      key = tree[NodeID(value)].next
    }
    return .absent
  }
}

extension FieldNumbers {
  /// Nil where it was not looked up.
  func name(of key: UInt32) -> FieldName? {
    let number = self[key] & 0xFFFF
    return number == 0 ? nil : FieldName(Int(number) - 1)
  }

  /// The members of a mapping as the agent's decoder leaves them.
  func mergedMembers(of mapping: UInt32) -> [(key: NodeID, value: NodeID)] {
    withUnsafeMutablePointerToHeader { header in
      if let known = header.pointee.merged[mapping] { return known }
      let members = header.pointee.tree._withUnsafeGuaranteedRef {
        Array($0.effectiveMembers(NodeID(mapping)))
      }
      header.pointee.merged[mapping] = members
      return members
    }
  }
}

extension Tree {
  /// What a value leads to, an alias followed: the number of the node, or `FieldNumbers.null`. Asked
  /// of nearly every value: only few need a closer look.
  @inline(__always)
  func settled(_ value: NodeID) -> UInt32 {
    let node = self[value]
    if node.kind == .mapping || node.kind == .sequence { return value.index }
    guard node.kind == .scalar, node.flags.isDisjoint(with: [.tagged, .decoded]) else {
      return settledSlowly(value)
    }
    if node.style != .plain { return value.index }
    guard node.text.start < node.text.end else { return settledSlowly(value) }
    let first = source[Int(node.text.start)]
    return first != 0x6E && first != 0x4E && first != 0x7E ? value.index : settledSlowly(value)
  }

  @inline(never)
  private func settledSlowly(_ value: NodeID) -> UInt32 {
    let target = target(value)
    return isNull(target) ? FieldNumbers.null : target.index
  }
}
