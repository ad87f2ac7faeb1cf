/// The nodes of JSON values: quoted keys only, no anchors, no tags.
extension Composer {
  /// A state to go back to when a value fails.
  struct Mark {
    var node: Int
    var decoded: Int
  }

  var mark: Mark { Mark(node: builder.count, decoded: decodedCount) }
  var decodedCount: Int { parser.scanner.decoded.count }

  mutating func takeBack(to mark: Mark) {
    builder.truncate(to: mark.node)
    parser.scanner.decoded.removeLast(decodedCount - mark.decoded)
  }

  mutating func openJSON(_ kind: Node.Kind, start: Int) {
    builder.reserveMore(read: start, of: total)
    builder.open(kind, style: .flow, flags: .json, start: UInt32(start))
  }

  mutating func closeJSON(end: Int, _ source: Span<UInt8>) {
    closeFrame(end: UInt32(end), source)
  }

  mutating func scalarJSON(
    _ style: Node.Style, isDecoded: Bool, range: Range<Int>, text: Range<Int>,
    _ source: Span<UInt8>
  ) {
    builder.reserveMore(read: range.lowerBound, of: total)
    let node = UInt32(builder.count)
    let isKey = builder.expectsKey
    builder.scalar(
      style, flags: isDecoded ? [.json, .decoded] : .json, range: SourceRange(range),
      text: SourceRange(text))
    guard isKey else { return }
    builder.setKey(node)
    builder.noteKey(
      isDecoded
        ? KeyFilter.print(parser.scanner.decoded.span, SourceRange(text))
        : KeyFilter.print(source, SourceRange(text)))
  }
}
