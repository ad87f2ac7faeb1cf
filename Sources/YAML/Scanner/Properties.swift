/// Anchors, aliases, tags and directives (yaml-semantics, sections 4, 5 and 7).
extension Scanner {
  /// `&name` or `*name`: ASCII words, and only certain bytes may follow.
  mutating func scanAnchor(
    _ source: Span<UInt8>, _ kind: Token.Kind
  ) throws(SyntaxError) -> Token {
    let start = position
    position += 1
    let name = position
    while ByteSet.word.contains(byte(source, position)) { position += 1 }
    let isClosed =
      switch byte(source, position) {
      case 0x3F, 0x3A, 0x2C, 0x5D, 0x7D, 0x25, 0x40, 0x60: true
      default: isBlankOrEnd(source, position)
      }
    guard position > name, isClosed else {
      throw SyntaxError(problem: .anchorName, offset: start, context: position)
    }
    var token = Token(kind, start, position)
    token.text = SourceRange(name..<position)
    return token
  }

  /// `!`, `!suffix`, `!!suffix`, `!handle!suffix` or `!<uri>`.
  mutating func scanTag(_ source: Span<UInt8>) throws(SyntaxError) -> Token {
    let start = position
    var parts: TagParts
    if byte(source, position + 1) == 0x3C {
      position += 2
      parts = try scanURI(source, from: position, tag: start)
      guard byte(source, position) == 0x3E else {
        throw SyntaxError(problem: .tagForm, offset: start, context: position)
      }
      position += 1
    } else {
      position += 1
      while ByteSet.word.contains(byte(source, position)) { position += 1 }
      if byte(source, position) == 0x21 {
        position += 1
        let handle = SourceRange(start..<position)
        parts = try scanURI(source, from: position, tag: start)
        parts.handle = handle
      } else {
        parts = try scanURI(source, from: start + 1, tag: start, mayBeEmpty: true)
        if parts.rest.isEmpty {
          // The tag `!`: no handle, and the sign itself as the suffix.
          parts.rest = SourceRange(start..<start + 1)
        } else {
          parts.handle = SourceRange(start..<start + 1)
        }
      }
    }
    guard isBlankOrEnd(source, position) else {
      throw SyntaxError(problem: .tagForm, offset: start, context: position)
    }
    tags.append(parts)
    var token = Token(.tag, start, position)
    token.text.start = UInt32(tags.count - 1)
    return token
  }

  /// The characters of a tag, `%` escapes decoded; `first` is where its text begins.
  private mutating func scanURI(
    _ source: Span<UInt8>, from first: Int, tag start: Int, mayBeEmpty: Bool = false
  ) throws(SyntaxError) -> TagParts {
    let decodedStart = decoded.count
    var isDecoded = false
    while true {
      let next = byte(source, position)
      if ByteSet.uri.contains(next) {
        if isDecoded { decoded.append(next) }
        position += 1
      } else if next == 0x25 {
        if !isDecoded {
          decoded.append(contentsOf: source, first..<position)
          isDecoded = true
        }
        try scanURIEscape(source, tag: start)
      } else {
        break
      }
    }
    guard position > first || mayBeEmpty else {
      throw SyntaxError(problem: .tagForm, offset: start, context: position)
    }
    return TagParts(
      handle: SourceRange(start: 0, end: 0),
      rest: SourceRange(isDecoded ? decodedStart..<decoded.count : first..<position),
      isDecoded: isDecoded)
  }

  /// One character as one to four `%XX`.
  private mutating func scanURIEscape(
    _ source: Span<UInt8>, tag start: Int
  ) throws(SyntaxError) {
    var remaining = 1
    var isFirst = true
    while remaining > 0 {
      guard byte(source, position) == 0x25,
        let high = Self.hexValue(byte(source, position + 1)),
        let low = Self.hexValue(byte(source, position + 2))
      else { throw SyntaxError(problem: .tagForm, offset: start, context: position) }
      let octet = high << 4 | low
      if isFirst {
        switch octet {
        case 0x00...0x7F: remaining = 1
        case 0xC0...0xDF: remaining = 2
        case 0xE0...0xEF: remaining = 3
        case 0xF0...0xF7: remaining = 4
        default: throw SyntaxError(problem: .tagForm, offset: start, context: position)
        }
        isFirst = false
      } else if octet & 0xC0 != 0x80 {
        throw SyntaxError(problem: .tagForm, offset: start, context: position)
      }
      decoded.append(octet)
      position += 3
      remaining -= 1
    }
  }

  /// `%YAML major.minor` or `%TAG handle prefix`, with its line end.
  mutating func scanDirective(_ source: Span<UInt8>) throws(SyntaxError) -> Token {
    let start = position
    position += 1
    let nameStart = position
    while ByteSet.word.contains(byte(source, position)) { position += 1 }
    guard position > nameStart, isBlankOrEnd(source, position) else {
      throw SyntaxError(problem: .directiveName, offset: start)
    }
    var token: Token
    if matches(source, nameStart..<position, "YAML") {
      token = try scanVersion(source, start)
    } else if matches(source, nameStart..<position, "TAG") {
      token = try scanTagDirective(source, start)
    } else {
      throw SyntaxError(problem: .directiveUnknown, offset: start, context: position)
    }
    token.end = UInt32(position)
    try finishLine(source, otherwise: .directiveRest, of: start)
    return token
  }

  private mutating func scanVersion(
    _ source: Span<UInt8>, _ start: Int
  ) throws(SyntaxError) -> Token {
    skipBlanks(source)
    let major = try scanVersionNumber(source, start)
    guard byte(source, position) == 0x2E else {
      throw SyntaxError(problem: .directiveVersion, offset: start)
    }
    position += 1
    let minor = try scanVersionNumber(source, start)
    var token = Token(.versionDirective, start, position)
    token.text = SourceRange(start: major, end: minor)
    return token
  }

  private mutating func scanVersionNumber(
    _ source: Span<UInt8>, _ start: Int
  ) throws(SyntaxError) -> UInt32 {
    var value: UInt32 = 0
    let first = position
    while (0x30...0x39).contains(byte(source, position)) {
      guard position - first < 9 else {
        throw SyntaxError(problem: .directiveVersion, offset: start)
      }
      value = value * 10 + UInt32(byte(source, position) - 0x30)
      position += 1
    }
    guard position > first else { throw SyntaxError(problem: .directiveVersion, offset: start) }
    return value
  }

  private mutating func scanTagDirective(
    _ source: Span<UInt8>, _ start: Int
  ) throws(SyntaxError) -> Token {
    skipBlanks(source)
    let handleStart = position
    guard byte(source, position) == 0x21 else {
      throw SyntaxError(problem: .directiveTag, offset: start)
    }
    position += 1
    while ByteSet.word.contains(byte(source, position)) { position += 1 }
    if byte(source, position) == 0x21 {
      position += 1
    } else if position > handleStart + 1 {
      throw SyntaxError(problem: .directiveTag, offset: start)
    }
    let handle = SourceRange(handleStart..<position)
    guard Self.isBlank(byte(source, position)) else {
      throw SyntaxError(problem: .directiveTag, offset: start)
    }
    skipBlanks(source)
    var parts = try scanURI(source, from: position, tag: start)
    parts.handle = handle
    guard isBlankOrEnd(source, position) else {
      throw SyntaxError(problem: .directiveTag, offset: start)
    }
    tags.append(parts)
    var token = Token(.tagDirective, start, position)
    token.text.start = UInt32(tags.count - 1)
    return token
  }

  private mutating func skipBlanks(_ source: Span<UInt8>) {
    while Self.isBlank(byte(source, position)) { position += 1 }
  }

  /// Skips blanks, a comment and the line's end, behind a directive or a block scalar's header.
  ///
  /// - Throws: the problem, when something else stands there.
  mutating func finishLine(
    _ source: Span<UInt8>, otherwise problem: SyntaxError.Problem, of start: Int
  ) throws(SyntaxError) {
    skipBlanks(source)
    if byte(source, position) == 0x23 {
      let comment = position
      skipToLineEnd(source)
      comments.append(SourceRange(comment..<position))
    }
    guard position >= limit || breakLength(source, position) > 0 else {
      throw SyntaxError(problem: problem, offset: position, context: start)
    }
    skipBreak(source)
  }

  func matches(_ source: Span<UInt8>, _ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    var offset = range.lowerBound
    for expected in "\(word)".utf8 {
      if source[offset] != expected { return false }
      offset += 1
    }
    return true
  }
}
