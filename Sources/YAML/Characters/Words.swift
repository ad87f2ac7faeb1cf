/// Eight bytes at a time, and whole runs. The one unsafe file of this target: loads are
/// bounds-checked by `RawSpan`, or for the two passes over all bytes by a check of the whole range,
/// and every bit pattern is a `UInt64`; a run is copied while its span is borrowed. Bytes are taken as little-endian: the lowest is the first.
enum Words {
  private static let lows: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The first offset at which a byte may be something other than printable ASCII or LF. May stop
  /// up to 15 bytes early.
  static func skipPlainASCII(_ source: Span<UInt8>, from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= source.count)
    let bytes = source.bytes
    var offset = start
    while offset &+ 16 <= end {
      let first = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt64.self)
      let second = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset &+ 8, as: UInt64.self)
      if (unusual(first) | unusual(second)) & highs != 0 { break }
      offset &+= 16
    }
    return offset
  }

  /// No high bit when all bytes are printable ASCII or LF. The sums carry into a neighbour only from
  /// bytes beyond ASCII, which have their own high bit.
  @inline(__always)
  private static func unusual(_ word: UInt64) -> UInt64 {
    let isNoControl = word &+ 0x60 &* lows
    let isNoFeed = (word ^ 0x0A &* lows) &+ 0x7F &* lows
    return word | (word &+ lows) | ~isNoControl & isNoFeed
  }

  /// The first offset at which a byte may be no part of plain text within a line: a control
  /// character, `:`, `#`, or the begin of a character beyond ASCII. May stop early near the end.
  @inline(__always)
  static func skipText(_ source: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let bytes = source.bytes
    var offset = start
    while offset &+ 8 <= end {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
        .littleEndian
      let isControl = ~((word | highs) &- 0x20 &* lows) & highs
      let stops =
        (word & highs) | isControl | zeroBytes(word ^ 0x3A &* lows)
        | zeroBytes(word ^ 0x23 &* lows)
      if stops != 0 { return offset &+ stops.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    return offset
  }

  /// The first offset at which a byte may be a line end: a control character other than tab, or
  /// the begin of a character beyond ASCII. May stop early near the end.
  @inline(__always)
  static func skipLine(_ source: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let bytes = source.bytes
    var offset = start
    while offset &+ 8 <= end {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
        .littleEndian
      let isControl = ~((word | highs) &- 0x20 &* lows) & highs
      let stops = (word & highs) | (isControl & ~zeroBytes(word ^ 0x09 &* lows))
      if stops != 0 { return offset &+ stops.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    return offset
  }

  /// The first offset at which a byte may end quoted text or need decoding: the quote, a backslash,
  /// a control character, or the begin of a character beyond ASCII. May stop early near the end.
  @inline(__always)
  static func skipQuoted(
    _ source: Span<UInt8>, from start: Int, to end: Int, quote: UInt8
  ) -> Int {
    let bytes = source.bytes
    let quotes = UInt64(quote) &* lows
    var offset = start
    while offset &+ 8 <= end {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
        .littleEndian
      let isControl = ~((word | highs) &- 0x20 &* lows) & highs
      let stops =
        (word & highs) | isControl | zeroBytes(word ^ quotes) | zeroBytes(word ^ 0x5C &* lows)
      if stops != 0 { return offset &+ stops.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    return offset
  }

  /// The first offset at which a byte is no blank, or `end`.
  @inline(__always)
  static func skipBlanks(_ source: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let bytes = source.bytes
    var offset = start
    while offset &+ 8 <= end {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
        .littleEndian
      let others = word ^ 0x20 &* lows
      if others != 0 { return offset &+ others.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < end, source[offset] == 0x20 { offset &+= 1 }
    return offset
  }

  /// The first LF at or behind an offset, or `end`.
  static func lineFeed(_ source: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let bytes = source.bytes
    var offset = start
    while offset &+ 8 <= end {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
        .littleEndian
      let feeds = zeroBytes(word ^ 0x0A &* lows)
      if feeds != 0 { return offset &+ feeds.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < end, source[offset] != 0x0A { offset &+= 1 }
    return offset
  }

  /// The first line that begins with a byte, or `end`; `start` is the start of a line.
  static func line(
    beginningWith byte: UInt8, _ source: Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    precondition(start >= 0 && end <= source.count)
    if start < end, source[start] == byte { return start }
    let bytes = source.bytes
    let begins = UInt64(byte) &* lows
    var offset = start
    // Seven places a word: the last byte has no next one.
    while offset &+ 8 <= end {
      let word = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt64.self
      ).littleEndian
      let places = (word ^ 0x0A &* lows) | (word >> 8 ^ begins)
      let zeros = (places &- lows) & ~places & highs
      if zeros != 0 { return offset &+ zeros.trailingZeroBitCount / 8 &+ 1 }
      offset &+= 7
    }
    while offset &+ 1 < end {
      if source[offset] == 0x0A, source[offset &+ 1] == byte { return offset &+ 1 }
      offset &+= 1
    }
    return end
  }

  /// Up to eight bytes as one number.
  @inline(__always)
  static func packed(_ source: Span<UInt8>, from start: Int, count: Int) -> UInt64 {
    if start &+ 8 <= source.count {
      let word = unsafe source.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
        .littleEndian
      return count >= 8 ? word : word & ((1 &<< UInt64(8 &* count)) &- 1)
    }
    var word: UInt64 = 0
    for index in 0..<min(count, 8) { word |= UInt64(source[start &+ index]) << UInt64(8 &* index) }
    return word
  }

  /// The high bit of every byte that is zero.
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    ~(((word & ~highs) &+ ~highs) | word | ~highs)
  }
}

extension Array<UInt8> {
  /// Appends a part of a span; what lies behind its end is left out.
  mutating func append(contentsOf source: Span<UInt8>, _ range: Range<Int>) {
    guard range.lowerBound < range.upperBound else { return }
    let part = source.extracting(range.lowerBound..<Swift.min(range.upperBound, source.count))
    unsafe part.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
