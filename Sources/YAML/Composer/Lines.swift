/// Lines that need no tokens: `LineReader` reads them, and what it leaves is done here or by the
/// parser.
///
/// Whatever the lines cannot say is left to the parser at a point where nothing has been read ahead,
/// and the state is always the one that the parser itself would have left: a test reads every input
/// both ways and compares.
extension Composer {
  /// Gives the place where what follows the document begins when all of it has been read; nil when
  /// the parser has to go on.
  mutating func composeLines(_ source: Span<UInt8>) throws(SyntaxError) -> Int? {
    guard parser.scanner.isIdle, builder.count < limits.nodes else { return nil }
    let opened = builder.depth
    if parser.state == .implicitDocumentStart {
      guard beginDocument(source) else { return nil }
    } else {
      guard isInBlock else { return nil }
      parser.scanner.skipToToken(source)
      guard parser.scanner.isKeyAllowed else { return nil }
    }
    parser.scanner.forgetCandidate()
    var state = LineReader.State(
      end: parser.scanner.end, scalarStart: parser.scanner.lastScalarStart, place: builder.place,
      remaining: opened)
    stand(&state)
    do throws(SyntaxError) {
      if try readLines(source, &state) { return endDocument(state) }
    } catch {
      parser.follow(builder, remaining: state.remaining, closedColumns: state.closedColumns)
      throw error
    }
    builder.place = state.place
    prepareScanner(state)
    parser.follow(builder, remaining: state.remaining, closedColumns: state.closedColumns)
    if state.awaitsValue { parser.expectValue(at: state.position, after: state.mark) }
    return nil
  }

  private var isInBlock: Bool {
    switch parser.state {
    case .blockMappingKey, .blockSequenceEntry, .indentlessSequenceEntry: true
    default: false
    }
  }

  /// True when the document is complete; else builder, parser and scanner are to be brought to where
  /// the state stands.
  private mutating func readLines(
    _ source: Span<UInt8>, _ state: inout LineReader.State
  ) throws(SyntaxError) -> Bool {
    var anchor: PendingAnchor?
    while true {
      makeRoom(source, &state)
      let stop = LineReader.read(
        source, &builder.nodes, &builder.outer, &parser.scanner.comments, &state)
      builder.place = state.place
      if let pending = anchor {
        anchor = nil
        guard settle(pending, source) else {
          state.position = pending.start
          state.lineStart = pending.lineStart
          state.mark = pending.mark
          parser.scanner.isKeyAllowed = state.isEntry
          leaveValue(&state)
          return false
        }
      }
      switch stop {
      case .end: return true
      case .line:
        parser.scanner.isKeyAllowed = true
        return false
      case .noRoom:
        guard builder.count < limits.nodes,
          builder.depth < Scanner.maximumDepth - LineReader.depthOfLine
        else {
          parser.scanner.isKeyAllowed = true
          return false
        }
      case .below(let isNewLine):
        parser.scanner.isKeyAllowed = isNewLine
        state.awaitsValue = true
        return false
      case .key:
        let node = UInt32(truncatingIfNeeded: builder.count - 1)
        key(node, of: node, source)
        state.place = builder.place
      case .scalar: inspectValue(UInt32(truncatingIfNeeded: builder.count - 1), source)
      case .close:
        state.noteClosing()
        closeFrame(end: nil, source)
        state.place = builder.place
        if builder.top.isMapping, !builder.top.expectsKey {
          parser.scanner.isKeyAllowed = true
          return false
        }
      case .separation:
        prepareScanner(state)
        parser.scanner.isKeyAllowed = false
        guard skipToText(source, &state) else { return false }
      case .lines:
        parser.scanner.isKeyAllowed = false
        try plainLines(source, &state)
        guard skipToText(source, &state) else { return false }
      case .value:
        if state.position < state.end, source[state.position] == 0x26 {
          anchor = pendingAnchor(source, &state)
          if anchor != nil { continue }
        } else if aliasValue(source, &state) {
          continue
        } else if try blockValue(source, &state) {
          guard skipToText(source, &state) else { return false }
          continue
        }
        parser.scanner.isKeyAllowed = state.isEntry
        leaveValue(&state)
        return false
      }
    }
  }

  /// Leaves a value to the parser, an entry from its `-` on.
  private func leaveValue(_ state: inout LineReader.State) {
    if state.isEntry {
      state.position = state.mark
    } else {
      state.awaitsValue = true
    }
  }

  private mutating func makeRoom(_ source: Span<UInt8>, _ state: inout LineReader.State) {
    builder.reserve(more: LineReader.nodesOfLine, read: state.position, of: total)
    builder.reserveDepth(more: LineReader.depthOfLine)
    state.lastCount = min(limits.nodes - 1, builder.nodes.count - LineReader.nodesOfLine)
    state.lastDepth = min(Scanner.maximumDepth, builder.outer.count) - LineReader.depthOfLine
  }

  /// Behind a value that the scanner has read: false when the parser has to go on.
  private mutating func skipToText(_ source: Span<UInt8>, _ state: inout LineReader.State) -> Bool {
    parser.scanner.skipToToken(source)
    stand(&state)
    return parser.scanner.isKeyAllowed
  }

  /// At the text or the end that the scanner has gone to.
  private func stand(_ state: inout LineReader.State) {
    state.position = parser.scanner.position
    state.lineStart = parser.scanner.lineStart
    state.scalarStart = parser.scanner.lastScalarStart
    state.phase = state.position < state.end ? .text : .rest
  }

  /// To where the lines have been read.
  private mutating func prepareScanner(_ state: LineReader.State) {
    parser.scanner.position = state.position
    parser.scanner.lineStart = state.lineStart
    parser.scanner.lastScalarStart = state.scalarStart
  }

  // MARK: Documents

  /// Reads up to the first text and begins a block collection there. False when that is not what
  /// stands there, which is then the next thing for the parser.
  private mutating func beginDocument(_ source: Span<UInt8>) -> Bool {
    parser.scanner.skipToToken(source)
    if parser.scanner.isDocumentMarker(source) {
      guard parser.scanner.byte(source, parser.scanner.position) == 0x2D else { return false }
      parser.expectDocument()
      parser.scanner.position += 3
      parser.scanner.isKeyAllowed = false
      parser.scanner.skipToToken(source)
    }
    let position = parser.scanner.position
    guard parser.scanner.isKeyAllowed, position < parser.scanner.end,
      !parser.scanner.isDocumentMarker(source),
      let kind = LineReader.collection(source, position, parser.scanner.end)
    else { return false }
    builder.open(
      kind, style: .block, flags: [], start: UInt32(truncatingIfNeeded: position),
      column: Int32(truncatingIfNeeded: parser.scanner.column))
    parser.leaveRoot()
    return true
  }

  /// The end of the stream, which is a line of its own, one past a last line without a break.
  private mutating func endDocument(_ state: LineReader.State) -> Int {
    let end = parser.scanner.limit
    parser.scanner.position = end
    parser.scanner.lastScalarStart = state.scalarStart
    return state.lineStart == state.end || end > state.end ? end : end + 1
  }

  // MARK: Values

  private mutating func plainLines(
    _ source: Span<UInt8>, _ state: inout LineReader.State
  ) throws(SyntaxError) {
    prepareScanner(state)
    let indent = parser.scanner.indent
    parser.scanner.indent = Int(builder.top.column)
    defer { parser.scanner.indent = indent }
    let token = try parser.scanner.scanPlain(source, state.scalarStart, firstEnd: state.textEnd)
    let node = UInt32(truncatingIfNeeded: builder.count)
    builder.scalar(
      .plain, flags: token.isDecoded ? .decoded : [],
      range: SourceRange(start: token.start, end: token.end), text: token.text)
    if !token.isDecoded, ByteClass.startsNoText(source[Int(token.text.start)]) {
      inspectValue(node, source)
    }
    state.place = builder.place
  }

  /// A block scalar; false when none stands there.
  private mutating func blockValue(
    _ source: Span<UInt8>, _ state: inout LineReader.State
  ) throws(SyntaxError) -> Bool {
    guard state.position < state.end,
      source[state.position] == 0x7C || source[state.position] == 0x3E
    else { return false }
    let style = source[state.position] == 0x7C ? Node.Style.literal : .folded
    prepareScanner(state)
    let indent = parser.scanner.indent
    parser.scanner.indent = Int(builder.top.column)
    defer { parser.scanner.indent = indent }
    parser.scanner.isKeyAllowed = true
    let token = try parser.scanner.scanBlockScalar(source, style)
    // The line end that the splitter adds is no byte of the file.
    let last = UInt32(truncatingIfNeeded: parser.scanner.end)
    builder.scalar(
      style, flags: .decoded, range: SourceRange(start: token.start, end: min(token.end, last)),
      text: token.text)
    state.place = builder.place
    return true
  }

  /// An alias that ends its line; false when none stands there.
  private mutating func aliasValue(
    _ source: Span<UInt8>, _ state: inout LineReader.State
  ) -> Bool {
    guard state.position < state.end, source[state.position] == 0x2A,
      let name = anchorName(source, state), LineBytes.endsLine(source, Int(name.end), state.end)
    else { return false }
    // An entry may turn out to be a key, so that what is wrong behind it is told before it is.
    guard !state.isEntry || isComplete(name, source) else { return false }
    var event = Event(.alias, UInt32(truncatingIfNeeded: state.position), name.end)
    event.text = name
    alias(event, source)
    state.place = builder.place
    state.position = Int(name.end)
    state.phase = .rest
    return true
  }

  /// The name behind `&` or `*`, and behind that a blank or the line's end.
  private func anchorName(_ source: Span<UInt8>, _ state: LineReader.State) -> SourceRange? {
    let start = state.position + 1
    var end = start
    while end < state.end, ByteSet.word.contains(source[end]) { end += 1 }
    guard end > start, end == state.end || source[end] == 0x20 || source[end] == 0x0A else {
      return nil
    }
    return SourceRange(start..<end)
  }

  // MARK: Anchors

  /// An anchor whose node is to be read by lines next. When it is not, nothing has been read of it.
  private struct PendingAnchor {
    var name: SourceRange
    var start: Int
    /// The state's before.
    var lineStart: Int
    var mark: Int
    var node: Int
    var commentCount: Int
  }

  private func pendingAnchor(
    _ source: Span<UInt8>, _ state: inout LineReader.State
  ) -> PendingAnchor? {
    guard let name = anchorName(source, state) else { return nil }
    let anchor = PendingAnchor(
      name: name, start: state.position, lineStart: state.lineStart, mark: state.mark,
      node: builder.count,
      commentCount: parser.scanner.comments.count)
    state.position = Int(name.end)
    // Where nothing is the value it stands behind the anchor.
    if !state.isEntry { state.mark = Int(name.end) }
    return anchor
  }

  /// Gives the anchor to its node; false when no node has been read.
  private mutating func settle(_ anchor: PendingAnchor, _ source: Span<UInt8>) -> Bool {
    guard builder.count > anchor.node else {
      parser.scanner.comments.removeLast(parser.scanner.comments.count - anchor.commentCount)
      return false
    }
    addAnchor(anchor.name, UInt32(truncatingIfNeeded: anchor.node), source)
    return true
  }
}
