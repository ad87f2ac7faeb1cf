/// A parsed file: every document's nodes in one array, and what was wrong.
///
/// Immutable and shared by reference: a cursor is this reference and a node number.
public final class Tree: Sendable {
  public let source: [UInt8]
  /// Texts that are no slice of the file.
  public let decoded: [UInt8]
  public let nodes: [Node]
  /// In node order.
  public let properties: [NodeProperties]
  public let documents: [Document]
  /// Every comment, `#` included, line end excluded, in file order.
  public let comments: [SourceRange]
  /// Errors and warnings of the YAML layer, in file order.
  public let diagnostics: [Diagnostic]

  public init(
    source: [UInt8], decoded: [UInt8], nodes: [Node], properties: [NodeProperties],
    documents: [Document], comments: [SourceRange], diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.decoded = decoded
    self.nodes = nodes
    self.properties = properties
    self.documents = documents
    self.comments = comments
    self.diagnostics = diagnostics
  }

  @inlinable public subscript(id: NodeID) -> Node { nodes[Int(id.index)] }

  /// The node that an alias stands for; any other node is itself.
  @inlinable
  public func target(_ id: NodeID) -> NodeID {
    let node = nodes[Int(id.index)]
    return node.kind == .alias ? NodeID(node.text.start) : id
  }

  /// The bytes of a scalar's text: unescaped, folded, without quotes.
  @inlinable
  public func bytes(_ id: NodeID) -> ArraySlice<UInt8> {
    let node = nodes[Int(id.index)]
    guard node.kind == .scalar else { return [] }
    return node.flags.contains(.decoded)
      ? decoded[node.text.bytes] : source[node.text.bytes]
  }

  /// A scalar's text. Only for what is reported or compared late: it allocates.
  public func text(_ id: NodeID) -> String {
    let node = nodes[Int(id.index)]
    guard node.kind == .scalar, !node.flags.contains(.decoded) else {
      return String(decoding: bytes(id), as: UTF8.self)
    }
    return source.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[node.text.bytes]), as: UTF8.self)
    }
  }

  /// Whether a scalar's text equals an ASCII literal.
  public func text(_ id: NodeID, equals literal: StaticString) -> Bool {
    let node = nodes[Int(id.index)]
    guard node.kind == .scalar, Int(node.text.end &- node.text.start) == literal.utf8CodeUnitCount
    else { return false }
    let name = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    return node.flags.contains(.decoded)
      ? Words.holds(decoded, name, at: Int(node.text.start))
      : Words.holds(source, name, at: Int(node.text.start))
  }

  /// The value that the agent reads under this ASCII name; nil when a mapping has none, and for
  /// anything else. Costs no allocation unless the mapping has merge keys or repeated ones.
  public func member(_ name: StaticString, of mapping: NodeID) -> NodeID? {
    pair(name, of: mapping)?.value
  }

  /// The same with its key.
  public func pair(_ name: StaticString, of mapping: NodeID) -> (key: NodeID, value: NodeID)? {
    let mapping = target(mapping)
    let parent = nodes[Int(mapping.index)]
    guard parent.kind == .mapping else { return nil }
    guard parent.flags.isDisjoint(with: [.merges, .repeatsKeys]) else {
      return effectiveMembers(mapping).last { text(target($0.key), equals: name) }
    }
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    var key = mapping.index + 1
    while key < parent.next {
      let node = nodes[Int(key)]
      if isName(node, name) { return (NodeID(key), NodeID(node.next)) }
      key = nodes[Int(node.next)].next
    }
    return nil
  }

  @inline(__always)
  private func isName(_ node: Node, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    // An alias, or a text with escapes: rare enough to take the long way.
    guard node.kind == .scalar, !node.flags.contains(.decoded) else {
      return node.kind == .alias
        ? bytes(NodeID(node.text.start)).elementsEqual(name)
        : node.kind == .scalar && decoded[node.text.bytes].elementsEqual(name)
    }
    guard Int(node.text.end &- node.text.start) == name.count else { return false }
    return Words.holds(source, name, at: Int(node.text.start))
  }

  /// Whether a value is null. Asked of nearly every value: only few scalars need a closer look.
  public func isNull(_ value: NodeID) -> Bool {
    let node = nodes[Int(value.index)]
    guard node.kind == .scalar else { return false }
    if node.flags.isDisjoint(with: [.tagged, .decoded]) {
      guard node.style == .plain else { return false }
      if node.text.start < node.text.end {
        let first = source[Int(node.text.start)]
        guard first == 0x6E || first == 0x4E || first == 0x7E else { return false }
      }
    }
    return resolved(value) == .null
  }

  /// Whether a value is text to the agent. Asked of nearly every value, as `isNull` is.
  @inlinable
  public func isString(_ value: NodeID) -> Bool {
    let id = target(value)
    let node = nodes[Int(id.index)]
    guard node.kind == .scalar else { return false }
    if node.flags.isDisjoint(with: [.tagged, .json]) {
      if node.style != .plain { return true }
      if !node.flags.contains(.decoded), node.text.start < node.text.end,
        isSurelyText(Int(node.text.start), Int(node.text.end))
      {
        return true
      }
    }
    return resolved(id) == .string
  }

  /// The children of a sequence as they stand (aliases not followed), or of a mapping as key, value,
  /// key, value, … as they stand.
  @inlinable
  public func children(_ id: NodeID) -> Children { Children(tree: self, parent: id) }

  public struct Children: Sequence, IteratorProtocol {
    @usableFromInline let tree: Tree
    @usableFromInline var current: UInt32
    @usableFromInline let end: UInt32

    @inlinable
    init(tree: Tree, parent: NodeID) {
      self.tree = tree
      let node = tree.nodes[Int(parent.index)]
      current = parent.index + 1
      end = node.kind == .mapping || node.kind == .sequence ? node.next : current
    }

    @inlinable var isExhausted: Bool { current >= end }

    @inlinable
    public mutating func next() -> NodeID? {
      guard current < end else { return nil }
      let id = NodeID(current)
      current = tree.nodes[Int(current)].next
      return id
    }
  }

  /// Anchor and tag of a node, when it has one.
  public func properties(_ id: NodeID) -> NodeProperties? {
    guard self[id].flags.contains(.properties) else { return nil }
    var low = 0
    var high = properties.count
    while low < high {
      let middle = (low + high) / 2
      if properties[middle].node < id { low = middle + 1 } else { high = middle }
    }
    return low < properties.count && properties[low].node == id ? properties[low] : nil
  }
}
