/// One event of the stream, as go-yaml's parser gives it. An anchor and a tag are kept by the
/// parser until the next event.
struct Event {
  enum Kind: UInt8 {
    case streamEnd, documentStart, documentEnd
    case scalar, alias, sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  var kind: Kind
  var style: Node.Style = .plain
  var isDecoded = false
  /// Document starts and ends without a marker.
  var isImplicit = false
  /// An anchor or a tag stands before it.
  var hasProperties = false
  /// Where the node begins, anchor and tag included.
  var start: UInt32
  /// Where the content begins.
  var contentStart: UInt32
  var end: UInt32
  /// Scalars and aliases: the text. Block collection starts: `start` is the column.
  var text = SourceRange(start: 0, end: 0)

  init(_ kind: Kind, _ start: UInt32, _ end: UInt32) {
    self.kind = kind
    self.start = start
    contentStart = start
    self.end = end
  }
}
