/// Plain and quoted scalars (yaml-semantics, section 6).
extension Scanner {
  // MARK: Plain

  mutating func scanPlain(_ source: Span<UInt8>) throws(SyntaxError) -> Token {
    let start = position
    return try scanPlain(source, start, firstEnd: plainLineEnd(source))
  }

  /// The first line's text is known already, and position stands at what follows it.
  mutating func scanPlain(
    _ source: Span<UInt8>, _ start: Int, firstEnd: Int
  ) throws(SyntaxError) -> Token {
    lastScalarStart = start
    let decodedStart = decoded.count
    let leastColumn = indent + 1
    var textEnd = firstEnd
    // Until a line is folded the text is a slice of the input.
    var isFolded = false
    var sawBreak = false
    var breaks = Breaks()

    // Position stands at what follows a line's text and its blanks.
    while breakLength(source, position) > 0 {
      try skipPlainBreaks(source, start, &sawBreak, &breaks, leastColumn: leastColumn)
      if flowLevel == 0, column < leastColumn { break }
      if position == lineStart, isDocumentMarker(source) { break }
      if byte(source, position) == 0x23 { break }

      let lineBegin = position
      let end = plainLineEnd(source)
      if end > lineBegin {
        if !isFolded {
          decoded.append(contentsOf: source, start..<textEnd)
          isFolded = true
        }
        breaks.fold(into: &decoded, source)
        sawBreak = false
        decoded.append(contentsOf: source, lineBegin..<end)
        textEnd = end
      }
    }
    if sawBreak { isKeyAllowed = true }

    var token = Token(.scalar, start, textEnd)
    token.style = .plain
    token.isDecoded = isFolded
    token.text = SourceRange(isFolded ? decodedStart..<decoded.count : start..<textEnd)
    return token
  }

  /// Goes to where the plain text of this line ends, blanks behind it included, and gives the end
  /// without them.
  private mutating func plainLineEnd(_ source: Span<UInt8>) -> Int {
    let begin = position
    var position = position
    let flowStops = flowLevel > 0 ? ByteSet.flowPlainStops : ByteSet()
    scan: while true {
      if flowLevel == 0 {
        position = Words.textStop(source, from: position, to: end)
      }
      let next = byte(source, position)
      switch next {
      case 0x3A:
        if isBlankOrEnd(source, position &+ 1) { break scan }
      case 0x23:
        if position > begin, Self.isBlank(source[position &- 1]) { break scan }
      case 0x0A, 0x0D: break scan
      case 0:
        break scan
      case 0xC2, 0xE2:
        if breakLength(source, position) > 0 { break scan }
      default:
        if flowStops.contains(next) { break scan }
      }
      position &+= 1
    }
    self.position = position
    while position > begin, Self.isBlank(source[position &- 1]) { position &-= 1 }
    return position
  }

  /// Line breaks, and the blanks that begin the lines behind them.
  private mutating func skipPlainBreaks(
    _ source: Span<UInt8>, _ start: Int, _ sawBreak: inout Bool, _ breaks: inout Breaks,
    leastColumn: Int
  ) throws(SyntaxError) {
    while true {
      let next = byte(source, position)
      if Self.isBlank(next) {
        if sawBreak, next == 0x09, column < leastColumn {
          throw SyntaxError(problem: .plainScalarTab, offset: position, context: start)
        }
        position = Words.skipBlanks(source, from: position &+ 1, to: end)
        continue
      }
      let length = breakLength(source, position)
      if length == 0 { break }
      if !sawBreak {
        sawBreak = true
        breaks = Breaks()
      }
      breaks.add(source, position, byte: next)
      position &+= length
      lineStart = position
    }
  }

  // MARK: Quoted

  mutating func scanQuoted(
    _ source: Span<UInt8>, _ style: Node.Style
  ) throws(SyntaxError) -> Token {
    let isSingle = style == .singleQuoted
    let quote: UInt8 = isSingle ? 0x27 : 0x22
    let stops = isSingle ? ByteSet.singleQuotedStops : ByteSet.doubleQuotedStops
    let start = position
    lastScalarStart = start
    position += 1
    let decodedStart = decoded.count
    // `pending` is the start of text that is not copied yet; as long as nothing had to be decoded
    // that is the whole text.
    var pending = position
    var isDecoded = false

    scan: while true {
      if isDocumentMarker(source) {
        throw SyntaxError(problem: .markerInQuotes, offset: position, context: start)
      }
      if position >= limit || byte(source, position) == 0 {
        throw SyntaxError(problem: .unclosedQuote, offset: start, context: position)
      }
      var escapedBreak = false
      run: while true {
        var position = position
        var next = byte(source, position)
        while !stops.contains(next) {
          position &+= 1
          next = byte(source, position)
        }
        self.position = position
        switch next {
        case 0x27:
          guard byte(source, position + 1) == 0x27 else { break scan }
          decoded.append(contentsOf: source, pending..<position + 1)
          isDecoded = true
          self.position += 2
          pending = self.position
        case 0x22: break scan
        case 0x5C:
          decoded.append(contentsOf: source, pending..<position)
          isDecoded = true
          let length = breakLength(source, position + 1)
          if length > 0 {
            self.position += 1
            skipBreak(source)
            pending = self.position
            escapedBreak = true
            break run
          }
          try scanEscape(source, openedAt: start)
          pending = self.position
        case 0xC2, 0xE2:
          if breakLength(source, position) > 0 { break run }
          self.position += 1
        default: break run
        }
      }

      // Blanks and breaks: blanks before a break and at a line's start go, breaks fold.
      let blanks = position
      var breaks = Breaks()
      var sawBreak = escapedBreak
      var foldsBreak = false
      while true {
        let next = byte(source, position)
        if Self.isBlank(next) {
          position &+= 1
          continue
        }
        let length = breakLength(source, position)
        if length == 0 { break }
        if !foldsBreak && !escapedBreak {
          decoded.append(contentsOf: source, pending..<blanks)
          isDecoded = true
        }
        if sawBreak && !foldsBreak {
          // After an escaped break every further one is kept.
          breaks.hasFirst = true
          breaks.firstIsEscaped = true
        }
        sawBreak = true
        foldsBreak = true
        breaks.add(source, position, byte: next)
        position &+= length
        lineStart = position
      }
      if foldsBreak { breaks.fold(into: &decoded, source) }
      if sawBreak { pending = position }
    }

    if isDecoded { decoded.append(contentsOf: source, pending..<position) }
    var token = Token(.scalar, start, position + 1)
    token.style = style
    token.isDecoded = isDecoded
    token.text = SourceRange(isDecoded ? decodedStart..<decoded.count : start + 1..<position)
    position += 1
    precondition(quote == byte(source, position - 1))
    return token
  }

  /// One escape of a double-quoted scalar. Go's list: `\/` is not in it, `\'` is.
  private mutating func scanEscape(
    _ source: Span<UInt8>, openedAt start: Int
  ) throws(SyntaxError) {
    var digits = 0
    switch byte(source, position + 1) {
    case 0x30: decoded.append(0x00)
    case 0x61: decoded.append(0x07)
    case 0x62: decoded.append(0x08)
    case 0x74, 0x09: decoded.append(0x09)
    case 0x6E: decoded.append(0x0A)
    case 0x76: decoded.append(0x0B)
    case 0x66: decoded.append(0x0C)
    case 0x72: decoded.append(0x0D)
    case 0x65: decoded.append(0x1B)
    case 0x20: decoded.append(0x20)
    case 0x22: decoded.append(0x22)
    case 0x27: decoded.append(0x27)
    case 0x5C: decoded.append(0x5C)
    case 0x4E: decoded += [0xC2, 0x85]
    case 0x5F: decoded += [0xC2, 0xA0]
    case 0x4C: decoded += [0xE2, 0x80, 0xA8]
    case 0x50: decoded += [0xE2, 0x80, 0xA9]
    case 0x78: digits = 2
    case 0x75: digits = 4
    case 0x55: digits = 8
    default: throw SyntaxError(problem: .unknownEscape, offset: position, context: start)
    }
    let escape = position
    position += 2
    guard digits > 0 else { return }
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = Self.hexValue(byte(source, position)) else {
        throw SyntaxError(problem: .badEscapeDigits, offset: escape, context: start)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw SyntaxError(problem: .badEscapeValue, offset: escape, context: start)
    }
    decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}

/// One line break as it goes into a value: LF, or LS and PS as they are (section 8).
struct LineBreak {
  /// 0 for LF, else where LS or PS stands.
  private var wide: UInt32 = 0
  var isFeed: Bool { wide == 0 }

  init(_ source: Span<UInt8>, _ offset: Int, byte: UInt8) {
    if byte == 0xE2 { wide = UInt32(offset) }
  }

  func write(into text: inout [UInt8], _ source: Span<UInt8>) {
    if wide == 0 {
      text.append(0x0A)
    } else {
      text.append(contentsOf: source, Int(wide)..<Int(wide) + 3)
    }
  }
}

/// The breaks between two lines of a scalar. A first LF alone becomes a blank; with more after it,
/// it goes and the others stay.
struct Breaks {
  var hasFirst = false
  var firstIsEscaped = false
  private var first: LineBreak?
  /// How many follow the first, as long as none of them is LS or PS.
  private(set) var feeds = 0
  /// Only where LS or PS occur: the breaks after the first, in order.
  private var others: [LineBreak] = []

  var isEmpty: Bool { feeds == 0 && others.isEmpty }
  var isFeeds: Bool { others.isEmpty }
  mutating func setFeeds(_ count: Int) { feeds = count }

  @inline(__always)
  mutating func add(_ source: Span<UInt8>, _ offset: Int, byte: UInt8) {
    if !hasFirst {
      hasFirst = true
      first = LineBreak(source, offset, byte: byte)
    } else if byte == 0xE2 || !others.isEmpty {
      if others.isEmpty {
        let feed = LineBreak(source, offset, byte: 0x0A)
        others = Array(repeating: feed, count: feeds)
        feeds = 0
      }
      others.append(LineBreak(source, offset, byte: byte))
    } else {
      feeds += 1
    }
  }

  /// Folds for plain and quoted scalars.
  func fold(into text: inout [UInt8], _ source: Span<UInt8>) {
    guard firstIsEscaped || first?.isFeed ?? true else {
      first?.write(into: &text, source)
      writeAll(into: &text, source)
      return
    }
    if isEmpty { text.append(0x20) } else { writeAll(into: &text, source) }
  }

  mutating func writeTrailing(into text: inout [UInt8], _ source: Span<UInt8>) {
    writeAll(into: &text, source)
    feeds = 0
    if !others.isEmpty { others.removeAll() }
  }

  private func writeAll(into text: inout [UInt8], _ source: Span<UInt8>) {
    for _ in 0..<feeds { text.append(0x0A) }
    for other in others { other.write(into: &text, source) }
  }
}
