/// A flow collection that stands on one line and holds only simple scalars and such collections, as
/// `{cpu: 100m}`, `["a", b]` and `{}`, straight to nodes. All others are left to the parser: what was
/// written of one is room again.
struct FlowLine {
  /// One past the last byte of the input.
  let end: Int
  /// The number of the next node.
  var count: Int
  /// Where the last scalar began.
  var scalarStart: Int

  /// Deeper ones are rare.
  private static let deepest = 8

  /// Gives the place behind the closing bracket.
  mutating func collection(
    _ source: Span<UInt8>, _ start: Int, _ nodes: inout MutableSpan<Node>, level: Int
  ) -> Int? {
    guard count < nodes.count, level < Self.deepest else { return nil }
    let isMapping = source[start] == 0x7B
    let node = count
    let first = UInt32(truncatingIfNeeded: start)
    nodes[node] = Node(
      kind: isMapping ? .mapping : .sequence, style: .flow,
      range: SourceRange(start: first, end: first), text: SourceRange(start: 0, end: 0), next: 0)
    count &+= 1
    var children: UInt32 = 0
    guard
      let last = isMapping
        ? pairs(source, start &+ 1, &nodes, &children, level: level)
        : entries(source, start &+ 1, &nodes, &children, level: level)
    else { return nil }
    nodes[node].range.end = UInt32(truncatingIfNeeded: last)
    nodes[node].text.start = children
    nodes[node].next = UInt32(truncatingIfNeeded: count)
    return last
  }

  /// Up to and with `}`; gives the place behind it.
  private mutating func pairs(
    _ source: Span<UInt8>, _ start: Int, _ nodes: inout MutableSpan<Node>,
    _ children: inout UInt32, level: Int
  ) -> Int? {
    var keys = KeyFilter()
    var offset = skipBlanks(source, start)
    if offset < end, source[offset] == 0x7D { return offset &+ 1 }
    while true {
      let key = count
      guard let colon = scalar(source, offset, &nodes, isKey: true), source[colon] == 0x3A,
        colon &+ 1 < end, source[colon &+ 1] == 0x20,
        colon &- offset <= Scanner.maximumKeyLength
      else { return nil }
      keys.insert(KeyFilter.print(source, nodes[key].text))
      guard !keys.mayRepeat,
        let next = value(source, skipBlanks(source, colon &+ 1), &nodes, level: level)
      else { return nil }
      children &+= 2
      if source[next] == 0x7D { return next &+ 1 }
      guard source[next] == 0x2C else { return nil }
      offset = skipBlanks(source, next &+ 1)
    }
  }

  /// Up to and with `]`; gives the place behind it.
  private mutating func entries(
    _ source: Span<UInt8>, _ start: Int, _ nodes: inout MutableSpan<Node>,
    _ children: inout UInt32, level: Int
  ) -> Int? {
    var offset = skipBlanks(source, start)
    if offset < end, source[offset] == 0x5D { return offset &+ 1 }
    while true {
      guard let next = value(source, offset, &nodes, level: level) else { return nil }
      children &+= 1
      if source[next] == 0x5D { return next &+ 1 }
      guard source[next] == 0x2C else { return nil }
      offset = skipBlanks(source, next &+ 1)
    }
  }

  @inline(__always)
  private func skipBlanks(_ source: Span<UInt8>, _ start: Int) -> Int {
    LineBytes.skipBlanks(source, start, end)
  }

  private mutating func value(
    _ source: Span<UInt8>, _ start: Int, _ nodes: inout MutableSpan<Node>, level: Int
  ) -> Int? {
    guard start < end else { return nil }
    guard source[start] == 0x5B || source[start] == 0x7B else {
      return scalar(source, start, &nodes, isKey: false)
    }
    guard let last = collection(source, start, &nodes, level: level &+ 1) else { return nil }
    let next = skipBlanks(source, last)
    return next < end ? next : nil
  }

  /// Gives the place of the byte behind the text and its blanks. Nil where nothing simple stands,
  /// or something that is to be told of.
  @inline(__always)
  private mutating func scalar(
    _ source: Span<UInt8>, _ start: Int, _ nodes: inout MutableSpan<Node>, isKey: Bool
  ) -> Int? {
    guard start < end, count < nodes.count else { return nil }
    let first = source[start]
    var style = Node.Style.plain
    var text = start..<start
    var range = text
    if first == 0x22 || first == 0x27 {
      guard let quote = LineBytes.closingQuote(source, start &+ 1, end, first) else { return nil }
      style = first == 0x22 ? .doubleQuoted : .singleQuoted
      text = start &+ 1..<quote
      range = start..<quote &+ 1
    } else {
      guard let last = LineBytes.flowPlainEnd(source, start, end) else { return nil }
      text = start..<last
      range = text
      guard
        isKey
          ? first != 0x3C && !Composer.mayBeNoText(source, text)
          : !Composer.needsLook(source, text)
      else { return nil }
    }
    let next = skipBlanks(source, range.upperBound)
    guard next < end else { return nil }
    nodes[count] = Node(
      kind: .scalar, style: style, range: SourceRange(range.lowerBound, range.upperBound),
      text: SourceRange(text.lowerBound, text.upperBound),
      next: UInt32(truncatingIfNeeded: count &+ 1))
    count &+= 1
    scalarStart = start
    return next
  }
}
