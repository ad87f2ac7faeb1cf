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
    if parser.state == .implicitDocumentStart {
      guard beginDocument(source) else { return nil }
    } else {
      guard isInBlock else { return nil }
      parser.scanner.skipToToken(source)
      guard parser.scanner.isKeyAllowed else { return nil }
    }
    parser.scanner.forgetCandidate()
    var state = lineState()
    if state.position >= state.end { state.phase = .rest }
    while true {
      makeRoom(source, &state)
      let stop = LineReader.read(
        source, &builder.nodes, &builder.outer, &parser.scanner.comments, &state)
      store(&state)
      switch stop {
      case .line:
        parser.scanner.isKeyAllowed = true
        return nil
      case .end: return endDocument()
      case .noRoom:
        guard builder.count < limits.nodes,
          builder.depth < Scanner.maximumDepth - LineReader.depthOfLine
        else {
          parser.scanner.isKeyAllowed = true
          return nil
        }
      case .below(let isNewLine):
        parser.expectValue(at: state.position, after: state.mark)
        parser.scanner.isKeyAllowed = isNewLine
        return nil
      case .key:
        let node = UInt32(truncatingIfNeeded: builder.count - 1)
        key(node, of: node, source)
        state.place.top = builder.place.top
      case .scalar: inspectValue(UInt32(truncatingIfNeeded: builder.count - 1), source)
      case .close:
        state.noteClosing()
        closeFrame(end: nil, source)
        state.place = builder.place
        if builder.top.isMapping, !builder.top.expectsKey {
          store(&state)
          parser.scanner.isKeyAllowed = true
          return nil
        }
      case .separation:
        parser.scanner.isKeyAllowed = false
        guard goOn(source, &state) else { return nil }
      case .lines:
        parser.scanner.isKeyAllowed = false
        let token = try parser.scanner.scanPlain(source, state.scalarStart, firstEnd: state.textEnd)
        plainNode(token, source)
        guard goOn(source, &state) else { return nil }
      case .value:
        if try value(source, state) {
          guard goOn(source, &state) else { return nil }
        } else if state.isEntry {
          parser.scanner.position = state.mark
          parser.scanner.isKeyAllowed = true
          return nil
        } else {
          parser.expectValue(at: state.position, after: state.mark)
          parser.scanner.isKeyAllowed = false
          return nil
        }
      }
    }
  }

  private var isInBlock: Bool {
    switch parser.state {
    case .blockMappingKey, .blockSequenceEntry, .indentlessSequenceEntry: true
    default: false
    }
  }

  // MARK: State

  private func lineState() -> LineReader.State {
    LineReader.State(
      end: parser.scanner.end, position: parser.scanner.position,
      lineStart: parser.scanner.lineStart, scalarStart: parser.scanner.lastScalarStart,
      place: builder.place, remaining: builder.depth)
  }

  private mutating func makeRoom(_ source: Span<UInt8>, _ state: inout LineReader.State) {
    builder.reserve(more: LineReader.nodesOfLine, read: state.position, of: total)
    builder.reserveDepth(more: LineReader.depthOfLine)
    state.lastCount = min(limits.nodes - 1, builder.nodes.count - LineReader.nodesOfLine)
    state.lastDepth = min(Scanner.maximumDepth, builder.outer.count) - LineReader.depthOfLine
  }

  /// Brings builder, parser and scanner to where the lines have been read to.
  private mutating func store(_ state: inout LineReader.State) {
    builder.place = state.place
    parser.scanner.position = state.position
    parser.scanner.lineStart = state.lineStart
    parser.scanner.lastScalarStart = state.scalarStart
    parser.follow(builder, remaining: state.remaining, closedColumns: state.closedColumns)
    state.remaining = builder.depth
    state.closedColumns = 0
  }

  /// Behind a value that was not read by `LineReader`: false when the parser has to go on.
  private mutating func goOn(_ source: Span<UInt8>, _ state: inout LineReader.State) -> Bool {
    parser.scanner.skipToToken(source)
    guard parser.scanner.isKeyAllowed else { return false }
    state = lineState()
    if state.position >= state.end { state.phase = .rest }
    return true
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
    parser.enterRoot(builder)
    return true
  }

  /// The end of the stream, which is a line of its own, one past a last line without a break.
  private mutating func endDocument() -> Int {
    parser.scanner.position = parser.scanner.limit
    if parser.scanner.limit > parser.scanner.end { parser.scanner.lineStart = parser.scanner.limit }
    return parser.scanner.column == 0 ? parser.scanner.position : parser.scanner.position + 1
  }

  // MARK: Values

  private mutating func plainNode(_ token: Token, _ source: Span<UInt8>) {
    let node = UInt32(truncatingIfNeeded: builder.count)
    builder.scalar(
      .plain, flags: token.isDecoded ? .decoded : [],
      range: SourceRange(start: token.start, end: token.end), text: token.text)
    if !token.isDecoded, ByteClass.startsNoText(source[Int(token.text.start)]) {
      inspectValue(node, source)
    }
  }

  /// A value that `LineReader` leaves. False, with nothing read, when it is for the parser.
  private mutating func value(
    _ source: Span<UInt8>, _ state: LineReader.State
  ) throws(SyntaxError) -> Bool {
    guard state.position < state.end else { return false }
    switch source[state.position] {
    case 0x7C: try block(source, .literal)
    case 0x3E: try block(source, .folded)
    default: return false
    }
    return true
  }

  private mutating func block(_ source: Span<UInt8>, _ style: Node.Style) throws(SyntaxError) {
    parser.scanner.isKeyAllowed = true
    let token = try parser.scanner.scanBlockScalar(source, style)
    // The line end that the splitter adds is no byte of the file.
    let last = UInt32(truncatingIfNeeded: parser.scanner.end)
    builder.scalar(
      style, flags: .decoded, range: SourceRange(start: token.start, end: min(token.end, last)),
      text: token.text)
  }
}
