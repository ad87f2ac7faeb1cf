/// Flow collections that stand on one line and hold only scalars, as `{cpu: 100m}`, `["a", b]` and
/// `{}`, straight to nodes. All others are left to the parser, with nothing read.
extension Composer {
  mutating func flowCollection(_ source: Span<UInt8>, _ start: Int) -> Bool {
    let isMapping = source[start] == 0x7B
    let mark = builder.mark
    let firstMark = keys.count
    builder.open(
      isMapping ? .mapping : .sequence, style: .flow, flags: [],
      start: UInt32(truncatingIfNeeded: start), firstMark: firstMark)
    guard
      let end = isMapping ? flowPairs(source, start &+ 1) : flowEntries(source, start &+ 1),
      LineBytes(end: parser.scanner.end).endsLine(source, end)
    else {
      builder.abandonTop(mark)
      keys.truncate(to: firstMark)
      return false
    }
    closeFrame(end: UInt32(truncatingIfNeeded: end), source)
    parser.scanner.position = end
    parser.scanner.isKeyAllowed = false
    return true
  }

  /// Up to and with `}`; gives the place behind it.
  private mutating func flowPairs(_ source: Span<UInt8>, _ start: Int) -> Int? {
    let bytes = LineBytes(end: parser.scanner.end)
    var offset = bytes.skipBlanks(source, start)
    if bytes.has(0x7D, source, offset) { return offset &+ 1 }
    while true {
      guard let colon = flowScalar(source, offset, isKey: true), source[colon] == 0x3A,
        bytes.has(0x20, source, colon &+ 1), colon &- offset <= Scanner.maximumKeyLength,
        let next = flowScalar(source, bytes.skipBlanks(source, colon &+ 1), isKey: false)
      else { return nil }
      if source[next] == 0x7D { return next &+ 1 }
      guard source[next] == 0x2C else { return nil }
      offset = bytes.skipBlanks(source, next &+ 1)
    }
  }

  /// Up to and with `]`; gives the place behind it.
  private mutating func flowEntries(_ source: Span<UInt8>, _ start: Int) -> Int? {
    let bytes = LineBytes(end: parser.scanner.end)
    var offset = bytes.skipBlanks(source, start)
    if bytes.has(0x5D, source, offset) { return offset &+ 1 }
    while true {
      guard let next = flowScalar(source, offset, isKey: false) else { return nil }
      if source[next] == 0x5D { return next &+ 1 }
      guard source[next] == 0x2C else { return nil }
      offset = bytes.skipBlanks(source, next &+ 1)
    }
  }

  /// Gives the place of the byte behind the text and its blanks. Nil where nothing simple stands,
  /// or something that is to be told of.
  private mutating func flowScalar(
    _ source: Span<UInt8>, _ start: Int, isKey: Bool
  ) -> Int? {
    let bytes = LineBytes(end: parser.scanner.end)
    guard start < bytes.end, builder.count < limits.nodes else { return nil }
    let first = source[start]
    var style = Node.Style.plain
    var text = start..<start
    var range = text
    if first == 0x22 || first == 0x27 {
      guard let quote = bytes.closingQuote(source, start &+ 1, first) else { return nil }
      style = first == 0x22 ? .doubleQuoted : .singleQuoted
      text = start &+ 1..<quote
      range = start..<quote &+ 1
    } else {
      guard let end = bytes.flowPlainEnd(source, start) else { return nil }
      text = start..<end
      range = text
      guard isKey ? !Self.mayBeNoText(source, text) : !Self.needsLook(source, text) else {
        return nil
      }
    }
    let next = bytes.skipBlanks(source, range.upperBound)
    guard next < bytes.end else { return nil }

    builder.reserveMore(read: start, of: total)
    let node = UInt32(truncatingIfNeeded: builder.count)
    builder.scalar(style, flags: [], range: SourceRange(range), text: SourceRange(text))
    parser.scanner.lastScalarStart = start
    if isKey {
      builder.setKey(node)
      keys.append(KeyMarks.print(source, SourceRange(text)), node)
    }
    return next
  }
}
