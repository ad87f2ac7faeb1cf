/// Reads a stream of JSON values as Go's `encoding/json` does (yaml-semantics, section 3, JSON).
struct JSONReader {
  enum Problem: UInt8, CaseIterable {
    case valueExpected, keyExpected, colonExpected, separatorExpected, badLiteral, badNumber
    case badEscape, controlCharacter, unclosedString, unexpectedEnd, tooDeep
  }

  struct Failure: Error {
    var problem: Problem
    var offset: Int
  }

  let end: Int
  let depthLimit: Int
  var position: Int

  init(_ range: Range<Int>, depthLimit: Int) {
    position = range.lowerBound
    end = range.upperBound
    self.depthLimit = depthLimit
  }

  @inline(__always)
  private func byte(_ source: Span<UInt8>) -> UInt8 { position < end ? source[position] : 0 }

  mutating func skipSpace(_ source: Span<UInt8>) {
    while position < end {
      switch source[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  /// Reads one value into the composer. Space before it must be skipped already.
  mutating func readValue(
    _ source: Span<UInt8>, into composer: inout Composer
  ) throws(Failure) {
    // One entry an open collection: whether it is an object.
    var open: [Bool] = []
    while true {
      // A value.
      skipSpace(source)
      switch byte(source) {
      case 0x7B, 0x5B:
        let isObject = byte(source) == 0x7B
        guard open.count < depthLimit else { throw Failure(problem: .tooDeep, offset: position) }
        composer.openJSON(isObject ? .mapping : .sequence, start: position)
        open.append(isObject)
        position += 1
        skipSpace(source)
        if byte(source) == (isObject ? 0x7D : 0x5D) {
          position += 1
          composer.closeJSON(end: position, source)
          open.removeLast()
        } else {
          if isObject { try readKey(source, into: &composer) }
          continue
        }
      case 0x22: try readString(source, into: &composer)
      case 0x74: try readLiteral(source, "true", into: &composer)
      case 0x66: try readLiteral(source, "false", into: &composer)
      case 0x6E: try readLiteral(source, "null", into: &composer)
      case 0x2D, 0x30...0x39: try readNumber(source, into: &composer)
      default:
        throw Failure(
          problem: position >= end ? .unexpectedEnd : .valueExpected, offset: position)
      }
      // What follows a value.
      following: while true {
        guard let isObject = open.last else { return }
        skipSpace(source)
        switch byte(source) {
        case 0x2C:
          position += 1
          if isObject {
            skipSpace(source)
            try readKey(source, into: &composer)
          }
          break following
        case 0x7D where isObject, 0x5D where !isObject:
          position += 1
          composer.closeJSON(end: position, source)
          open.removeLast()
        default:
          throw Failure(
            problem: position >= end ? .unexpectedEnd : .separatorExpected, offset: position)
        }
      }
    }
  }

  private mutating func readKey(
    _ source: Span<UInt8>, into composer: inout Composer
  ) throws(Failure) {
    guard byte(source) == 0x22 else {
      throw Failure(problem: position >= end ? .unexpectedEnd : .keyExpected, offset: position)
    }
    try readString(source, into: &composer)
    skipSpace(source)
    guard byte(source) == 0x3A else {
      throw Failure(problem: position >= end ? .unexpectedEnd : .colonExpected, offset: position)
    }
    position += 1
  }

  private mutating func readLiteral(
    _ source: Span<UInt8>, _ word: StaticString, into composer: inout Composer
  ) throws(Failure) {
    let start = position
    for expected in "\(word)".utf8 {
      guard byte(source) == expected else {
        throw Failure(problem: position >= end ? .unexpectedEnd : .badLiteral, offset: start)
      }
      position += 1
    }
    composer.scalarJSON(
      .plain, isDecoded: false, range: start..<position, text: start..<position, source)
  }

  /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
  private mutating func readNumber(
    _ source: Span<UInt8>, into composer: inout Composer
  ) throws(Failure) {
    let start = position
    if byte(source) == 0x2D { position += 1 }
    if byte(source) == 0x30 { position += 1 } else { try readDigits(source, start) }
    if byte(source) == 0x2E {
      position += 1
      try readDigits(source, start)
    }
    if byte(source) | 0x20 == 0x65 {
      position += 1
      if byte(source) == 0x2B || byte(source) == 0x2D { position += 1 }
      try readDigits(source, start)
    }
    composer.scalarJSON(
      .plain, isDecoded: false, range: start..<position, text: start..<position, source)
  }

  private mutating func readDigits(_ source: Span<UInt8>, _ start: Int) throws(Failure) {
    guard (0x30...0x39).contains(byte(source)) else {
      throw Failure(problem: position >= end ? .unexpectedEnd : .badNumber, offset: start)
    }
    while (0x30...0x39).contains(byte(source)) { position += 1 }
  }

  /// A string. Escapes are decoded, a lone surrogate becomes U+FFFD.
  private mutating func readString(
    _ source: Span<UInt8>, into composer: inout Composer
  ) throws(Failure) {
    let start = position
    position += 1
    let decodedStart = composer.decodedCount
    var pending = position
    var isDecoded = false
    while true {
      guard position < end else { throw Failure(problem: .unclosedString, offset: start) }
      let next = source[position]
      if next == 0x22 { break }
      if next < 0x20 { throw Failure(problem: .controlCharacter, offset: position) }
      if next == 0x5C {
        composer.parser.scanner.decoded.append(contentsOf: source, pending..<position)
        isDecoded = true
        try readEscape(source, into: &composer.parser.scanner.decoded)
        pending = position
      } else {
        position += 1
      }
    }
    if isDecoded { composer.parser.scanner.decoded.append(contentsOf: source, pending..<position) }
    let text = isDecoded ? decodedStart..<composer.decodedCount : start + 1..<position
    position += 1
    composer.scalarJSON(
      .doubleQuoted, isDecoded: isDecoded, range: start..<position, text: text, source)
  }

  private mutating func readEscape(
    _ source: Span<UInt8>, into text: inout [UInt8]
  ) throws(Failure) {
    let start = position
    position += 1
    switch byte(source) {
    case 0x22, 0x5C, 0x2F: text.append(byte(source))
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75:
      position += 1
      var unit = try readUnit(source, start)
      if UTF16.isLeadSurrogate(unit), byte(source) == 0x5C, position + 1 < end,
        source[position + 1] == 0x75
      {
        let second = position
        position += 2
        let trail = try readUnit(source, second)
        if UTF16.isTrailSurrogate(trail) {
          let high = UInt32(unit) - 0xD800
          let value = 0x10000 + (high << 10) + (UInt32(trail) - 0xDC00)
          append(value, to: &text)
          return
        }
        // The first is alone, and the second speaks for itself.
        append(0xFFFD, to: &text)
        position = second
        return
      }
      if UTF16.isSurrogate(unit) { unit = 0xFFFD }
      append(UInt32(unit), to: &text)
      return
    default: throw Failure(problem: position >= end ? .unexpectedEnd : .badEscape, offset: start)
    }
    position += 1
  }

  private mutating func readUnit(_ source: Span<UInt8>, _ start: Int) throws(Failure) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = Scanner.hexValue(byte(source)) else {
        throw Failure(problem: position >= end ? .unexpectedEnd : .badEscape, offset: start)
      }
      value = value << 4 | UInt16(digit)
      position += 1
    }
    return value
  }

  private func append(_ value: UInt32, to text: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else { return }
    text.append(contentsOf: bytes)
  }
}
