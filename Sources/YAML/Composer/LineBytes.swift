/// What stands on a line, by its bytes alone.
enum LineBytes {
  /// For places where mostly there is one; `Words.skipBlanks` is for many.
  @inline(__always)
  static func skipBlanks(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, source[offset] == 0x20 { offset &+= 1 }
    return offset
  }

  /// The LF that ends a line, or the end; nil when another break or a zero stands before.
  @inline(__always)
  static func lineEnd(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var offset = start
    while true {
      offset = Words.lineStop(source, from: offset, to: end)
      guard offset < end else { return end }
      let byte = source[offset]
      if byte == 0x0A { return offset }
      if byte == 0 || byte == 0x0D || isWideBreak(source, offset, end) { return nil }
      offset &+= 1
    }
  }

  /// Only blanks, or blanks and a comment, before the line's end.
  @inline(__always)
  static func endsLine(_ source: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
    let text = skipBlanks(source, offset, end)
    return text >= end || source[text] == 0x0A || source[text] == 0x23 && text > offset
  }

  /// Neither a blank nor the end, nor what may be a line break.
  @inline(__always)
  static func isText(_ source: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
    guard offset < end else { return false }
    return source[offset] > 0x20 && source[offset] != 0xC2 && source[offset] != 0xE2
  }

  /// A tab, or the begin of what may be a line break that is no LF.
  @inline(__always)
  static func isUnusual(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0D || byte == 0xC2 || byte == 0xE2
  }

  /// NEL, LS or PS.
  @inline(__always)
  static func isWideBreak(_ source: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
    switch source[offset] {
    case 0xC2: return offset &+ 1 < end && source[offset &+ 1] == 0x85
    case 0xE2:
      return offset &+ 2 < end && source[offset &+ 1] == 0x80 && source[offset &+ 2] & 0xFE == 0xA8
    default: return false
    }
  }

  /// The quote that closes, when nothing before it needs decoding.
  static func closingQuote(
    _ source: Span<UInt8>, _ start: Int, _ end: Int, _ quote: UInt8
  ) -> Int? {
    var offset = start
    while true {
      offset = Words.quoteStop(source, from: offset, to: end, quote: quote)
      guard offset < end else { return nil }
      let byte = source[offset]
      if byte == quote {
        // In single quotes a second one makes it text.
        let isDoubled = quote == 0x27 && offset &+ 1 < end && source[offset &+ 1] == 0x27
        return isDoubled ? nil : offset
      }
      if byte == 0x5C ? quote == 0x22 : byte < 0x20 && byte != 0x09 { return nil }
      if byte >= 0x80, isWideBreak(source, offset, end) { return nil }
      offset &+= 1
    }
  }

  /// Where plain text can be gone on from on its line, blanks behind it included; nil when a key's
  /// colon or a character that needs a closer look stands in it.
  @inline(__always)
  static func plainEnd(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var offset = start
    while true {
      offset = Words.textStop(source, from: offset, to: end)
      guard offset < end else { return offset }
      let byte = source[offset]
      if byte == 0x0A { return offset }
      if byte == 0x3A {
        guard offset &+ 1 < end else { return nil }
        let next = source[offset &+ 1]
        if next <= 0x20 || next == 0xC2 || next == 0xE2 { return nil }
      } else if byte == 0x23 {
        if source[offset &- 1] == 0x20 || source[offset &- 1] == 0x09 { return offset }
      } else if byte < 0x20 ? byte != 0x09 : isWideBreak(source, offset, end) {
        return nil
      }
      offset &+= 1
    }
  }

  /// Where plain text in a flow collection ends before `,`, `]`, `}` or a key's colon; nil when
  /// the line ends before, or a character that needs a closer look stands in it.
  static func flowPlainEnd(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    let first = source[start]
    guard
      first == 0x2D
        ? start &+ 1 < end && ByteClass.isKeyRun(source[start &+ 1])
        : first < 0x80 && ByteClass.startsPlain(first)
    else { return nil }
    var offset = start &+ 1
    scan: while true {
      offset = Words.flowStop(source, from: offset, to: end)
      guard offset < end else { return nil }
      switch source[offset] {
      case 0x2C, 0x5D, 0x7D: break scan
      case 0x3A:
        guard offset &+ 1 < end else { return nil }
        if source[offset &+ 1] == 0x20 { break scan }
        guard ByteClass.isKeyRun(source[offset &+ 1]) else { return nil }
        offset &+= 1
      default: return nil
      }
    }
    while source[offset &- 1] == 0x20 { offset &-= 1 }
    return offset
  }
}
