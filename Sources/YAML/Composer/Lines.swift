/// The common lines of block style straight to nodes: `key: value`, `key:`, `- value` and
/// `- key: value`, where the value is plain text, text in quotes without escapes, a simple flow
/// collection or a block scalar. They are most of every manifest, and need no tokens.
///
/// Whatever else stands in a file is left to the parser at a point where nothing has been read
/// ahead, and the state is always the one that the parser itself would have left: a test reads
/// every input both ways and compares.
extension Composer {
  mutating func composeLines(_ source: Span<UInt8>) throws(SyntaxError) {
    guard parser.scanner.isIdle else { return }
    while builder.count < limits.nodes {
      switch parser.state {
      case .blockMappingKey, .blockSequenceEntry, .indentlessSequenceEntry: break
      default: return
      }
      parser.scanner.skipToToken(source)
      let position = parser.scanner.position
      let column = position &- parser.scanner.lineStart
      guard parser.scanner.isKeyAllowed, position < parser.scanner.end,
        column > 0 || !parser.scanner.isDocumentMarker(source)
      else { return }
      parser.scanner.forgetCandidate()
      while column < parser.scanner.indent, isInBlock {
        parser.leaveBlock()
        closeFrame(end: nil, source)
      }
      guard column == parser.scanner.indent, isInBlock else { return }
      builder.reserveMore(read: position, of: total)

      let isEntry =
        source[position] == 0x2D && position &+ 1 < parser.scanner.end
        && source[position &+ 1] == 0x20
      switch parser.state {
      case .blockMappingKey:
        guard !isEntry, try keyLine(source, position) else { return }
      case .indentlessSequenceEntry where !isEntry:
        // Another kind of `-` is for the parser to judge.
        if source[position] == 0x2D { return }
        parser.leaveBlock()
        closeFrame(end: nil, source)
      default:
        guard isEntry, try entryLine(source, position) else { return }
      }
    }
  }

  private var isInBlock: Bool {
    switch parser.state {
    case .blockMappingKey, .blockSequenceEntry, .indentlessSequenceEntry: true
    default: false
    }
  }

  // MARK: Lines

  /// `key:` or `key: value`. False when the parser has to go on.
  private mutating func keyLine(_ source: Span<UInt8>, _ start: Int) throws(SyntaxError) -> Bool {
    let bytes = LineBytes(end: parser.scanner.end)
    guard let colon = bytes.colon(source, start) else { return false }
    let node = UInt32(truncatingIfNeeded: builder.count)
    let range = SourceRange(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: colon))
    builder.scalar(.plain, flags: [], range: range, text: range)
    builder.setKey(node)
    parser.scanner.lastScalarStart = start
    if Self.mayBeNoText(source, start..<colon) {
      key(node, of: node, source)
    } else {
      keys.append(KeyMarks.print(source, range), node)
    }

    let mark = colon &+ 1
    let value = bytes.skipBlanks(source, mark)
    if bytes.isLineEnd(source, value) { return nestedValue(source, value, mark: mark) }
    if try self.value(source, value, least: parser.scanner.indent) { return true }
    parser.expectValue(at: value, after: mark)
    return false
  }

  /// `- value` or `- key: …`. False when the parser has to go on, with nothing read.
  private mutating func entryLine(
    _ source: Span<UInt8>, _ start: Int
  ) throws(SyntaxError) -> Bool {
    let bytes = LineBytes(end: parser.scanner.end)
    let value = bytes.skipBlanks(source, start &+ 1)
    if bytes.colon(source, value) != nil {
      let column = value &- parser.scanner.lineStart
      guard parser.scanner.indents.count < Scanner.maximumDepth else { return false }
      parser.enterBlock(
        .blockMappingKey, returningTo: parser.state, at: value, column: column)
      openBlock(.mapping, at: value, column: column)
      parser.scanner.position = value
      return true
    }
    return try self.value(source, value, least: parser.scanner.indent)
  }

  /// What stands on the lines below a key.
  private mutating func nestedValue(_ source: Span<UInt8>, _ offset: Int, mark: Int) -> Bool {
    parser.scanner.position = offset
    parser.scanner.isKeyAllowed = false
    parser.scanner.skipToToken(source)
    let position = parser.scanner.position
    let column = position &- parser.scanner.lineStart
    let indent = parser.scanner.indent
    let isEntry =
      position &+ 1 < parser.scanner.end && source[position] == 0x2D
      && source[position &+ 1] == 0x20
    if column > indent, position < parser.scanner.end {
      guard parser.scanner.indents.count < Scanner.maximumDepth,
        isEntry || LineBytes(end: parser.scanner.end).colon(source, position) != nil
      else {
        parser.expectValue(at: position, after: mark)
        parser.scanner.isKeyAllowed = true
        return false
      }
      parser.enterBlock(
        isEntry ? .blockSequenceEntry : .blockMappingKey, returningTo: .blockMappingKey,
        at: position, column: column)
      openBlock(isEntry ? .sequence : .mapping, at: position, column: column)
      return true
    }
    if isEntry, column == indent, column > 0 || !parser.scanner.isDocumentMarker(source) {
      parser.enterBlock(
        .indentlessSequenceEntry, returningTo: .blockMappingKey, at: position, column: column,
        isIndentless: true)
      openBlock(.sequence, at: position, column: column, isIndentless: true)
      return true
    }
    // Nothing is the value only when the next line begins a key or an entry further out: a block
    // scalar, say, may stand at the key's column.
    guard parser.scanner.isKeyAllowed, position < parser.scanner.end,
      isEntry && column < indent
        || LineBytes(end: parser.scanner.end).colon(source, position) != nil
    else {
      let isKeyAllowed = parser.scanner.isKeyAllowed
      parser.expectValue(at: position, after: mark)
      parser.scanner.isKeyAllowed = isKeyAllowed
      return false
    }
    let place = UInt32(truncatingIfNeeded: mark)
    builder.scalar(
      .plain, flags: [], range: SourceRange(start: place, end: place),
      text: SourceRange(start: 0, end: 0))
    return true
  }

  private mutating func openBlock(
    _ kind: Node.Kind, at offset: Int, column: Int, isIndentless: Bool = false
  ) {
    builder.open(
      kind, style: .block, flags: [], start: UInt32(truncatingIfNeeded: offset),
      column: Int32(truncatingIfNeeded: column), isIndentless: isIndentless,
      firstMark: keys.count)
  }

  // MARK: Values

  /// A text or flow collection that ends with its line, a block scalar, or plain text that deeper
  /// lines continue.
  private mutating func value(
    _ source: Span<UInt8>, _ start: Int, least indent: Int
  ) throws(SyntaxError) -> Bool {
    guard start < parser.scanner.end else { return false }
    let first = source[start]
    switch first {
    case 0x22, 0x27: return quoted(source, start, quote: first)
    case 0x5B, 0x7B: return flowCollection(source, start)
    case 0x7C: return try block(source, start, .literal)
    case 0x3E: return try block(source, start, .folded)
    default: break
    }
    let bytes = LineBytes(end: parser.scanner.end)
    guard
      first == 0x2D
        ? !parser.scanner.isBlankOrEnd(source, start &+ 1)
        : ByteClass.isKeyRun(first) || ByteSet.plainStarts.contains(first),
      let end = bytes.plainEnd(source, start)
    else { return false }

    let next = bytes.nextText(source, end.line)
    if let next, next.isUnusual || next.offset &- next.line > indent {
      parser.scanner.position = end.line
      parser.scanner.isKeyAllowed = false
      let token = try parser.scanner.scanPlain(source, start, firstEnd: end.text)
      plainNode(
        token.text, SourceRange(start: token.start, end: token.end),
        isDecoded: token.isDecoded, source)
      return true
    }
    let range = SourceRange(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end.text))
    plainNode(range, range, isDecoded: false, source)
    parser.scanner.lastScalarStart = start
    if let next {
      parser.scanner.standAtText(next.offset, lineStart: next.line)
    } else {
      parser.scanner.position = end.line
      parser.scanner.isKeyAllowed = false
    }
    return true
  }

  private mutating func plainNode(
    _ text: SourceRange, _ range: SourceRange, isDecoded: Bool, _ source: Span<UInt8>
  ) {
    let node = UInt32(truncatingIfNeeded: builder.count)
    builder.scalar(.plain, flags: isDecoded ? .decoded : [], range: range, text: text)
    if !isDecoded, ByteClass.startsNoText(source[Int(text.start)]) {
      inspectValue(node, source)
    }
  }

  private mutating func quoted(_ source: Span<UInt8>, _ start: Int, quote: UInt8) -> Bool {
    let bytes = LineBytes(end: parser.scanner.end)
    guard let end = bytes.closingQuote(source, start &+ 1, quote),
      bytes.endsLine(source, end &+ 1)
    else { return false }
    builder.scalar(
      quote == 0x22 ? .doubleQuoted : .singleQuoted, flags: [],
      range: SourceRange(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end &+ 1)),
      text: SourceRange(
        start: UInt32(truncatingIfNeeded: start &+ 1), end: UInt32(truncatingIfNeeded: end)))
    parser.scanner.lastScalarStart = start
    parser.scanner.position = end &+ 1
    parser.scanner.isKeyAllowed = false
    return true
  }

  private mutating func block(
    _ source: Span<UInt8>, _ start: Int, _ style: Node.Style
  ) throws(SyntaxError) -> Bool {
    parser.scanner.position = start
    parser.scanner.isKeyAllowed = true
    let token = try parser.scanner.scanBlockScalar(source, style)
    // The line end that the splitter adds is no byte of the file.
    let last = UInt32(truncatingIfNeeded: parser.scanner.end)
    builder.scalar(
      style, flags: .decoded, range: SourceRange(start: token.start, end: min(token.end, last)),
      text: token.text)
    return true
  }
}

/// What stands on a line, by its bytes alone.
struct LineBytes {
  /// One past the last byte of the input.
  let end: Int

  /// The colon behind a plain key; nil when there is none, or something that needs a closer look.
  func colon(_ source: Span<UInt8>, _ start: Int) -> Int? {
    let bound = min(end, start &+ Scanner.maximumKeyLength)
    guard start < bound, source[start] != 0x2D, ByteClass.isKeyRun(source[start]) else {
      return nil
    }
    var offset = Words.skipText(source, from: start, to: bound)
    while offset < bound, ByteClass.isKeyRun(source[offset]) { offset &+= 1 }
    guard offset < bound, source[offset] == 0x3A, source[offset &- 1] != 0x20,
      offset &+ 1 >= end || source[offset &+ 1] == 0x20
        || source[offset &+ 1] == 0x0A
    else { return nil }
    return offset
  }

  func skipBlanks(_ source: Span<UInt8>, _ start: Int) -> Int {
    // Mostly there is one.
    var offset = start
    while offset < end, source[offset] == 0x20 { offset &+= 1 }
    return offset
  }

  func has(_ byte: UInt8, _ source: Span<UInt8>, _ offset: Int) -> Bool {
    offset < end && source[offset] == byte
  }

  func isLineEnd(_ source: Span<UInt8>, _ offset: Int) -> Bool {
    offset >= end || source[offset] == 0x0A
  }

  /// Only blanks, or blanks and a comment, before the line's end.
  func endsLine(_ source: Span<UInt8>, _ offset: Int) -> Bool {
    let text = skipBlanks(source, offset)
    return isLineEnd(source, text) || source[text] == 0x23 && text > offset
  }

  /// A blank, a line end or the end. (A wide break here is judged elsewhere.)
  private func isBlankOrEnd(_ source: Span<UInt8>, _ offset: Int) -> Bool {
    offset >= end || source[offset] <= 0x20 || source[offset] == 0xC2 || source[offset] == 0xE2
  }

  /// The quote that closes, when nothing before it needs decoding.
  func closingQuote(_ source: Span<UInt8>, _ start: Int, _ quote: UInt8) -> Int? {
    var offset = start
    while true {
      offset = Words.skipQuoted(source, from: offset, to: end, quote: quote)
      guard offset < end else { return nil }
      let byte = source[offset]
      if byte == quote {
        // In single quotes a second one makes it text.
        let isDoubled = quote == 0x27 && offset &+ 1 < end && source[offset &+ 1] == 0x27
        return isDoubled ? nil : offset
      }
      if byte == 0x5C ? quote == 0x22 : byte < 0x20 ? byte != 0x09 : byte == 0xC2 || byte == 0xE2 {
        return nil
      }
      offset &+= 1
    }
  }

  /// Where plain text ends on its line, and where it can be gone on from; nil when a colon or a
  /// character that needs a closer look stands in it.
  func plainEnd(_ source: Span<UInt8>, _ start: Int) -> (text: Int, line: Int)? {
    var offset = start
    while true {
      offset = Words.skipText(source, from: offset, to: end)
      guard offset < end else { break }
      let byte = source[offset]
      if byte == 0x0A { break }
      if byte == 0x3A {
        if isBlankOrEnd(source, offset &+ 1) { return nil }
      } else if byte == 0x23 {
        if source[offset &- 1] == 0x20 || source[offset &- 1] == 0x09 { break }
      } else if byte < 0x20 ? byte != 0x09 : byte == 0xC2 || byte == 0xE2 {
        return nil
      }
      offset &+= 1
    }
    var text = offset
    while source[text &- 1] == 0x20 || source[text &- 1] == 0x09 { text &-= 1 }
    return (text, offset)
  }

  /// Where plain text in a flow collection ends before `,`, `]`, `}` or a key's colon; nil when
  /// the line ends before, or a character that needs a closer look stands in it.
  func flowPlainEnd(_ source: Span<UInt8>, _ start: Int) -> Int? {
    let first = source[start]
    guard
      first == 0x2D
        ? start &+ 1 < end && ByteClass.isKeyRun(source[start &+ 1])
        : ByteClass.isKeyRun(first) || ByteSet.plainStarts.contains(first)
    else { return nil }
    var offset = start &+ 1
    scan: while offset < end {
      let byte = source[offset]
      if !ByteClass.isKeyRun(byte) {
        switch byte {
        case 0x2C, 0x5D, 0x7D: break scan
        case 0x3A:
          guard offset &+ 1 < end else { return nil }
          if source[offset &+ 1] == 0x20 { break scan }
          guard ByteClass.isKeyRun(source[offset &+ 1]) else { return nil }
        case 0x23, 0x3F, 0x5B, 0x7B: return nil
        case 0x20...0x7E: break
        default: return nil
        }
      }
      offset &+= 1
    }
    guard offset < end else { return nil }
    while source[offset &- 1] == 0x20 { offset &-= 1 }
    return offset
  }

  /// The next line with text, which goes on with a plain text when it is deeper than the collection;
  /// nil when a comment or the end comes before. `isUnusual`: tabs and other breaks are for the scanner.
  func nextText(
    _ source: Span<UInt8>, _ lineEnd: Int
  ) -> (offset: Int, line: Int, isUnusual: Bool)? {
    guard lineEnd < end, source[lineEnd] == 0x0A else { return nil }
    var line = lineEnd &+ 1
    while true {
      let offset = Words.skipBlanks(source, from: line, to: end)
      guard offset < end else { return nil }
      switch source[offset] {
      case 0x0A: line = offset &+ 1
      case 0x23: return nil
      case 0x09, 0x0D, 0xC2, 0xE2: return (offset, line, true)
      default: return (offset, line, false)
      }
    }
  }
}
