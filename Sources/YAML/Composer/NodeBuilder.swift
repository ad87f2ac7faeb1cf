/// Writes the nodes of a tree in document order.
///
/// `nodes` and `outer` are longer than what is in use: the rest is room, so that lines are read into
/// them without an array growing (see `LineReader`).
struct NodeBuilder {
  var nodes: [Node] = []
  /// How many of the nodes are in use.
  private(set) var count = 0
  var properties: [NodeProperties] = []
  /// The innermost collection that is not complete, when `depth` is not 0.
  private(set) var top = Frame.none
  private(set) var depth = 0
  /// The collections around `top`, `depth - 1` of them.
  var outer: [Frame] = []
  /// Where the last complete node ends.
  private var lastEnd: UInt32 = 0

  /// The collections that are not complete, outermost first.
  var frames: [Frame] { depth == 0 ? [] : outer[..<(depth - 1)] + [top] }

  /// Numbers only, which are copied in a few words: bits beside each other would be taken apart.
  struct Frame {
    var node: UInt32
    var count: UInt32 = 0
    /// Of a block collection; to go on in it after an error.
    var column: Int32
    /// The last key.
    var key: UInt32 = 0
    var keys = KeyFilter()
    private var traits: Traits

    private struct Traits: OptionSet {
      let rawValue: UInt32
      static var mapping: Traits { Traits(rawValue: 1) }
      static var indentless: Traits { Traits(rawValue: 2) }
      static var merges: Traits { Traits(rawValue: 4) }
    }

    init(node: UInt32, isMapping: Bool, isIndentless: Bool = false, column: Int32 = -1) {
      self.node = node
      self.column = column
      traits = isMapping ? .mapping : isIndentless ? .indentless : []
    }

    /// No collection: at no column, and nothing in it.
    static var none: Frame { Frame(node: 0, isMapping: false) }

    @inline(__always) var isMapping: Bool { traits.contains(.mapping) }

    /// A sequence at its parent key's column.
    @inline(__always) var isIndentless: Bool { traits.contains(.indentless) }

    var merges: Bool { traits.contains(.merges) }

    mutating func markMerge() { traits.insert(.merges) }

    /// The next child is a key.
    @inline(__always) var expectsKey: Bool { isMapping && count & 1 == 0 }

    /// More than its own node has to be looked at when it is closed.
    @inline(__always) var needsLook: Bool { merges || keys.mayRepeat }
  }

  static let nothing = Node(
    kind: .scalar, style: .plain, range: SourceRange(start: 0, end: 0),
    text: SourceRange(start: 0, end: 0), next: 0)

  /// The last node, in document order.
  var last: Node? { count > 0 ? nodes[count - 1] : nil }

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

  // MARK: Room

  /// Makes room for what a file of so many bytes usually needs.
  mutating func reserve(forBytes bytes: Int) {
    let room = bytes / (bytes < 1 << 16 ? 10 : 16) + 16
    addRoom(room)
    reserveDepth(more: 16)
  }

  /// Makes room for so many more nodes. Growing by what was needed so far, not by doubling, keeps
  /// the peak low for huge files.
  mutating func reserve(more: Int, read: Int, of total: Int) {
    guard nodes.count - count < more else { return }
    let expected = Double(count) * Double(total) / Double(max(read, 1))
    let bound = Double(count) * 2
    let room = Int(min(max(expected * 1.05, Double(count) * 1.25), bound)) + more + 64
    nodes.reserveCapacity(room)
    addRoom(room - nodes.count)
  }

  /// In pieces, which are cleared faster than much at once.
  private mutating func addRoom(_ room: Int) {
    nodes.append(addingCapacity: room) { nodes in
      var rest = room
      while rest > 0 {
        let piece = min(rest, 64)
        nodes.append(repeating: Self.nothing, count: piece)
        rest -= piece
      }
    }
  }

  @inline(__always)
  mutating func reserveMore(read: Int, of total: Int) {
    if count == nodes.count { reserve(more: 1, read: read, of: total) }
  }

  /// Makes room for so many more open collections.
  mutating func reserveDepth(more: Int) {
    guard outer.count < depth + more else { return }
    let more = depth + more
    outer.append(addingCapacity: more) { $0.append(repeating: .none, count: more) }
  }

  /// Gives the nodes away, without the room behind them.
  mutating func takeNodes() -> [Node] {
    var taken: [Node] = []
    swap(&taken, &nodes)
    taken.removeLast(taken.count - count)
    count = 0
    return taken
  }

  // MARK: Nodes

  @inline(__always)
  private mutating func append(_ node: Node) {
    if count == nodes.count { reserve(more: 1, read: 1, of: 1) }
    top.count &+= 1
    nodes[count] = node
    count &+= 1
  }

  mutating func scalar(
    _ style: Node.Style, flags: Node.Flags, range: SourceRange, text: SourceRange
  ) {
    lastEnd = range.end
    append(
      Node(
        kind: .scalar, style: style, flags: flags, range: range, text: text,
        next: UInt32(truncatingIfNeeded: count &+ 1)))
  }

  mutating func alias(range: SourceRange, target: UInt32) {
    lastEnd = range.end
    append(
      Node(
        kind: .alias, style: .plain, range: range, text: SourceRange(start: target, end: target),
        next: UInt32(truncatingIfNeeded: count &+ 1)))
  }

  /// Begins a collection. Until it is closed its `next` is 0.
  mutating func open(
    _ kind: Node.Kind, style: Node.Style, flags: Node.Flags, start: UInt32, column: Int32 = -1,
    isIndentless: Bool = false
  ) {
    append(
      Node(
        kind: kind, style: style, flags: flags, range: SourceRange(start: start, end: start),
        text: SourceRange(start: 0, end: 0), next: 0))
    if depth > 0 {
      reserveDepth(more: 1)
      outer[depth - 1] = top
    }
    depth += 1
    top = Frame(
      node: UInt32(truncatingIfNeeded: count &- 1), isMapping: kind == .mapping,
      isIndentless: isIndentless, column: column)
  }

  /// Ends the innermost collection. A block collection (`end` nil) ends with its last child.
  mutating func close(end: UInt32?) {
    let frame = top
    depth -= 1
    top = depth > 0 ? outer[depth - 1] : .none
    let index = Int(frame.node)
    nodes[index].next = UInt32(truncatingIfNeeded: count)
    nodes[index].text.start = frame.count
    if let end { lastEnd = end }
    lastEnd = max(lastEnd, nodes[index].range.start)
    nodes[index].range.end = lastEnd
    if frame.merges { nodes[index].flags.insert(.merges) }
  }

  mutating func setKey(_ node: UInt32) { top.key = node }

  /// Remembers the key of a mapping by its print.
  mutating func noteKey(_ print: UInt64) { top.keys.insert(print) }

  mutating func markMerge() { top.markMerge() }

  mutating func addFlags(_ flags: Node.Flags, to node: UInt32) {
    nodes[Int(node)].flags.formUnion(flags)
  }

  mutating func setText(_ text: SourceRange, of node: UInt32) { nodes[Int(node)].text = text }

  func isOpen(_ node: UInt32) -> Bool {
    nodes[Int(node)].next == 0
  }

  /// Takes back everything from a node on.
  mutating func truncate(to count: Int) {
    self.count = count
    depth = 0
    top = .none
    while let last = properties.last, Int(last.node.index) >= count { properties.removeLast() }
  }

  // MARK: Lines

  /// Where writing stands, for those who write nodes themselves, see `LineReader`.
  struct Place {
    var count: Int
    var depth: Int
    var top: Frame
    var lastEnd: UInt32
  }

  var place: Place {
    get { Place(count: count, depth: depth, top: top, lastEnd: lastEnd) }
    set {
      count = newValue.count
      depth = newValue.depth
      top = newValue.top
      lastEnd = newValue.lastEnd
    }
  }
}
