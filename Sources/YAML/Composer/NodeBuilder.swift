/// Writes the nodes of a tree in document order.
struct NodeBuilder {
  private(set) var nodes: [Node] = []
  var properties: [NodeProperties] = []
  /// The innermost collection that is not complete, when `depth` is not 0.
  private(set) var top = Frame(node: 0, isMapping: false)
  private(set) var depth = 0
  private var outer: [Frame] = []

  /// The collections that are not complete, outermost first.
  var frames: [Frame] { depth == 0 ? [] : outer + [top] }

  struct Frame {
    var node: UInt32
    var count: UInt32 = 0
    var isMapping: Bool
    /// Of a block collection; to go on in it after an error.
    var column: Int32 = -1
    /// A sequence at its parent key's column.
    var isIndentless = false
    var merges = false
    /// Where this mapping's keys begin among the marks.
    var firstMark: UInt32 = 0
    /// The last key.
    var key: UInt32 = 0

    /// The next child is a key.
    var expectsKey: Bool { isMapping && count & 1 == 0 }
  }

  /// Where the last complete node ends.
  private var lastEnd: UInt32 = 0

  /// What `abandonTop` goes back to.
  struct Mark {
    fileprivate var lastEnd: UInt32
  }

  var mark: Mark { Mark(lastEnd: lastEnd) }

  var count: Int { nodes.count }

  /// Whether the next node is a key.
  var expectsKey: Bool { depth > 0 && top.expectsKey }

  /// What a node's tag does, for nodes that have one.
  func kind(of node: UInt32) -> TagKind {
    var low = 0
    var high = properties.count
    while low < high {
      let middle = (low + high) / 2
      if properties[middle].node.index < node { low = middle + 1 } else { high = middle }
    }
    return low < properties.count && properties[low].node.index == node
      ? properties[low].kind : .nonSpecific
  }

  /// Makes room for what a file of so many bytes usually needs.
  mutating func reserve(forBytes bytes: Int) { nodes.reserveCapacity(bytes / 16 + 16) }

  /// Growing by what was needed so far, not by doubling, keeps the peak low for huge files.
  @inline(__always)
  mutating func reserveMore(read: Int, of total: Int) {
    if nodes.count == nodes.capacity { grow(read: read, of: total) }
  }

  @inline(never)
  private mutating func grow(read: Int, of total: Int) {
    let expected = Double(nodes.count) * Double(total) / Double(max(read, 1))
    let bound = Double(nodes.count) * 2
    nodes.reserveCapacity(Int(min(max(expected * 1.05, Double(nodes.count) * 1.25), bound)) + 64)
  }

  @inline(__always)
  private mutating func append(_ node: Node) {
    top.count &+= 1
    nodes.append(node)
  }

  @inline(__always)
  mutating func scalar(
    _ style: Node.Style, flags: Node.Flags, range: SourceRange, text: SourceRange
  ) {
    lastEnd = range.end
    append(
      Node(
        kind: .scalar, style: style, flags: flags, range: range, text: text,
        next: UInt32(truncatingIfNeeded: nodes.count &+ 1)))
  }

  mutating func alias(range: SourceRange, target: UInt32) {
    lastEnd = range.end
    append(
      Node(
        kind: .alias, style: .plain, range: range, text: SourceRange(start: target, end: target),
        next: UInt32(nodes.count + 1)))
  }

  /// Begins a collection. Until it is closed its `next` is 0.
  mutating func open(
    _ kind: Node.Kind, style: Node.Style, flags: Node.Flags, start: UInt32, column: Int32 = -1,
    isIndentless: Bool = false, firstMark: Int = 0
  ) {
    let none = SourceRange(start: 0, end: 0)
    append(
      Node(
        kind: kind, style: style, flags: flags, range: SourceRange(start: start, end: start),
        text: none, next: 0))
    if depth > 0 { outer.append(top) }
    depth += 1
    top = Frame(
      node: UInt32(truncatingIfNeeded: nodes.count &- 1), isMapping: kind == .mapping,
      column: column, isIndentless: isIndentless,
      firstMark: UInt32(truncatingIfNeeded: firstMark))
  }

  /// Ends the innermost collection. A block collection (`end` nil) ends with its last child.
  mutating func close(end: UInt32?) {
    let frame = top
    depth -= 1
    if depth > 0 { top = outer.removeLast() }
    let index = Int(frame.node)
    nodes[index].next = UInt32(nodes.count)
    nodes[index].text.start = frame.count
    if let end { lastEnd = end }
    lastEnd = max(lastEnd, nodes[index].range.start)
    nodes[index].range.end = lastEnd
    if frame.merges { nodes[index].flags.insert(.merges) }
  }

  /// Takes back the innermost collection, opened at the mark, and the nodes in it.
  mutating func abandonTop(_ mark: Mark) {
    nodes.removeLast(nodes.count - Int(top.node))
    lastEnd = mark.lastEnd
    depth -= 1
    if depth > 0 {
      top = outer.removeLast()
      top.count -= 1
    }
  }

  mutating func setKey(_ node: UInt32) { top.key = node }

  mutating func markMerge() { top.merges = true }

  mutating func addFlags(_ flags: Node.Flags, to node: UInt32) {
    nodes[Int(node)].flags.formUnion(flags)
  }

  mutating func setText(_ text: SourceRange, of node: UInt32) { nodes[Int(node)].text = text }

  func isOpen(_ node: UInt32) -> Bool {
    nodes[Int(node)].next == 0
  }

  /// Takes back everything from a node on.
  mutating func truncate(to count: Int) {
    nodes.removeLast(nodes.count - count)
    outer.removeAll(keepingCapacity: true)
    depth = 0
    while let last = properties.last, Int(last.node.index) >= count { properties.removeLast() }
  }
}
