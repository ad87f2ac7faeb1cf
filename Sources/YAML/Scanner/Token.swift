/// One token of the stream, 28 bytes, with byte offsets only.
struct Token {
  enum Kind: UInt8 {
    case streamEnd, versionDirective, tagDirective, documentStart, documentEnd
    case blockSequenceStart, blockMappingStart, blockEnd
    case flowSequenceStart, flowSequenceEnd, flowMappingStart, flowMappingEnd
    case blockEntry, flowEntry, key, value
    case alias, anchor, tag, scalar
  }

  var kind: Kind
  var style: Node.Style = .plain
  /// The text lies in `Scanner.decoded`.
  var isDecoded = false
  /// The flow level whose simple key this token may turn out to be, or -1.
  var candidateLevel: Int32 = -1
  var start: UInt32
  var end: UInt32
  /// Scalars, aliases, anchors: the text. Tags and tag directives: `start` is the number in
  /// `Scanner.tags`. Version directives: major and minor. Block collection starts: the column.
  var text = SourceRange(start: 0, end: 0)

  init(_ kind: Kind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }
}

/// A tag, or a `%TAG` directive, in its two parts.
struct TagParts {
  /// `!`, `!!`, `!name!`; empty for a verbatim tag and for the tag `!`.
  var handle: SourceRange
  /// The suffix of a tag, or the prefix of a directive.
  var rest: SourceRange
  /// `rest` had `%` escapes and lies in `Scanner.decoded`.
  var isDecoded: Bool
}
