/// Block scalars (yaml-semantics, section 6).
extension Scanner {
  mutating func scanBlockScalar(
    _ source: Span<UInt8>, _ style: Node.Style
  ) throws(SyntaxError) -> Token {
    let start = position
    position += 1
    let (keepsBreaks, stripsBreaks, increment) = try scanBlockHeader(source, start)
    var fileEnd = position
    var blockIndent = increment == 0 ? 0 : max(indent, 0) + increment
    let decodedStart = decoded.count

    // The line breaks before the next text line, to be written when it is known how.
    var firstBreak: LineBreak?
    var trailing = Breaks()
    trailing.hasFirst = true
    try scanBlockBreaks(source, &blockIndent, &trailing, start, &fileEnd)

    var leadingBlank = false
    while column == blockIndent, position < limit, byte(source, position) != 0 {
      if style == .literal, firstBreak?.isFeed ?? true, trailing.isFeeds,
        scanLiteralLines(source, blockIndent, &firstBreak, &trailing)
      {
        fileEnd = lineStart
        if position == lineStart {
          try scanBlockBreaks(source, &blockIndent, &trailing, start, &fileEnd)
        }
        continue
      }
      let startsBlank = Self.isBlank(byte(source, position))
      if style == .folded, !leadingBlank, !startsBlank, let first = firstBreak, first.isFeed {
        if trailing.isEmpty { decoded.append(0x20) }
      } else {
        firstBreak?.write(into: &decoded, source)
      }
      firstBreak = nil
      trailing.writeTrailing(into: &decoded, source)
      leadingBlank = startsBlank

      let lineBegin = position
      skipToLineEnd(source)
      decoded.append(contentsOf: source, lineBegin..<position)
      fileEnd = position
      let length = breakLength(source, position)
      if length > 0 {
        firstBreak = LineBreak(source, position, byte: byte(source, position))
        skipBreak(source)
        fileEnd = position
      }
      try scanBlockBreaks(source, &blockIndent, &trailing, start, &fileEnd)
    }
    if !stripsBreaks { firstBreak?.write(into: &decoded, source) }
    if keepsBreaks { trailing.writeTrailing(into: &decoded, source) }

    var token = Token(.scalar, start, fileEnd)
    token.style = style
    token.isDecoded = true
    token.text = SourceRange(decodedStart..<decoded.count)
    return token
  }

  /// As many lines of a literal block as end with LF and hold no other break, with the empty lines
  /// behind each. False when there is none; else the next line's indentation is read, or at its
  /// start are others of the breaks before it to be read.
  private mutating func scanLiteralLines(
    _ source: Span<UInt8>, _ blockIndent: Int, _ firstBreak: inout LineBreak?,
    _ trailing: inout Breaks
  ) -> Bool {
    var begin = position
    var line = lineStart
    let firstLine = line
    let end = end
    // Line ends that are not written yet.
    var feeds = (firstBreak == nil ? 0 : 1) &+ trailing.feeds
    // A piece at a time, so that the end of the block need not be known.
    decoded.append(addingCapacity: min(end &- begin &+ feeds, 4096)) { text in
      while true {
        guard let lineEnd = LineBytes.lineEnd(source, begin, end), lineEnd < end,
          lineEnd &- begin &+ feeds < text.freeCapacity
        else { break }
        while feeds > 0 {
          text.append(0x0A)
          feeds &-= 1
        }
        Words.copy(source, begin..<lineEnd &+ 1, to: &text)
        line = lineEnd &+ 1
        begin = min(Words.skipBlanks(source, from: line, to: end), line &+ blockIndent)
        while begin < end, source[begin] == 0x0A {
          feeds &+= 1
          line = begin &+ 1
          begin = min(Words.skipBlanks(source, from: line, to: end), line &+ blockIndent)
        }
        guard begin < end, begin &- line == blockIndent else { break }
      }
      // Whether the last one is written depends on what follows.
      if line > firstLine { _ = text.removeLast() }
    }
    guard line > firstLine else { return false }
    lineStart = line
    position = begin < end && !LineBytes.isUnusual(source[begin]) ? begin : line
    firstBreak = LineBreak(source, line &- 1, byte: 0x0A)
    trailing.setFeeds(feeds)
    return true
  }

  private mutating func scanBlockHeader(
    _ source: Span<UInt8>, _ start: Int
  ) throws(SyntaxError) -> (keeps: Bool, strips: Bool, increment: Int) {
    var keeps = false
    var strips = false
    var increment = 0
    for _ in 0..<2 {
      switch byte(source, position) {
      case 0x2B where !keeps && !strips: keeps = true
      case 0x2D where !keeps && !strips: strips = true
      case 0x30 where increment == 0:
        throw SyntaxError(problem: .blockScalarIndicatorZero, offset: position, context: start)
      case let digit where (0x31...0x39).contains(digit) && increment == 0:
        increment = Int(digit) - 0x30
      default: continue
      }
      position += 1
    }
    try finishLine(source, otherwise: .blockScalarHeader, of: start)
    return (keeps, strips, increment)
  }

  /// Eats indentation and empty lines; finds the indentation when none was given.
  private mutating func scanBlockBreaks(
    _ source: Span<UInt8>, _ blockIndent: inout Int, _ breaks: inout Breaks, _ start: Int,
    _ fileEnd: inout Int
  ) throws(SyntaxError) {
    fileEnd = position
    var widest = 0
    while true {
      while blockIndent == 0 || column < blockIndent, byte(source, position) == 0x20 {
        position &+= 1
      }
      widest = max(widest, column)
      if blockIndent == 0 || column < blockIndent, byte(source, position) == 0x09 {
        throw SyntaxError(problem: .blockScalarTab, offset: position, context: start)
      }
      let length = breakLength(source, position)
      if length == 0 { break }
      breaks.add(source, position, byte: byte(source, position))
      position &+= length
      lineStart = position
      fileEnd = position
    }
    if blockIndent == 0 { blockIndent = max(widest, indent + 1, 1) }
  }
}
