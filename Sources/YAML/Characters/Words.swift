/// Eight and sixteen bytes at a time, and whole runs. The one unsafe file of this target: loads are
/// bounds-checked by `RawSpan`, or by a check of the whole range before them, and every bit pattern
/// is a number; a run is copied while its span is borrowed. Bytes are taken as little-endian: the
/// lowest is the first.
///
/// What is looked for shows as the high bit of its byte. A difference may also mark a byte above the
/// first that is found, because of what it borrows there; so only the first is ever asked for.
enum Words {
  private typealias Bytes = SIMD16<UInt8>

  private static let lows: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func load(_ bytes: RawSpan, _ offset: Int) -> Bytes {
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: Bytes.self)
  }

  @inline(__always)
  private static func hasMark(_ marks: Bytes) -> Bool {
    let halves = unsafe unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    return (halves.x | halves.y) & highs != 0
  }

  /// Which byte is the first with a mark; 16 when none is.
  @inline(__always)
  private static func firstMark(_ marks: Bytes) -> Int {
    let halves = unsafe unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    let low = halves.x & highs
    if low != 0 { return low.littleEndian.trailingZeroBitCount &>> 3 }
    let high = halves.y & highs
    return high != 0 ? high.littleEndian.trailingZeroBitCount &>> 3 &+ 8 : 16
  }

  /// The first offset at which a byte may be something other than printable ASCII or LF. May stop
  /// up to 31 bytes early.
  static func skipPlainASCII(_ source: Span<UInt8>, from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= source.count)
    let bytes = source.bytes
    var offset = start
    while offset &+ 32 <= end,
      !hasMark(unusual(load(bytes, offset)) | unusual(load(bytes, offset &+ 16)))
    {
      offset &+= 32
    }
    // The last bytes once more, together with some before them.
    let last = end &- 32
    if offset < end, last >= start, offset > last,
      !hasMark(unusual(load(bytes, last)) | unusual(load(bytes, last &+ 16)))
    {
      return end
    }
    return offset
  }

  /// No mark when all bytes are printable ASCII or LF.
  @inline(__always)
  private static func unusual(_ word: Bytes) -> Bytes {
    let isNoControl = word &+ Bytes(repeating: 0x60)
    let isNoFeed = (word ^ Bytes(repeating: 0x0A)) &+ Bytes(repeating: 0x7F)
    return word | (word &+ Bytes(repeating: 1)) | ~isNoControl & isNoFeed
  }

  /// The first offset at or behind `start` with a byte that is looked for; else `end`. Sixteen bytes at
  /// a time by `marks`, and those at the end of the source one by one.
  @inline(__always)
  private static func stop(
    _ source: Span<UInt8>, _ start: Int, _ end: Int, marks: (Bytes) -> Bytes,
    isStop: (UInt8) -> Bool
  ) -> Int {
    precondition(start >= 0 && end <= source.count)
    let bytes = source.bytes
    var offset = start
    while offset &+ 16 <= source.count {
      let first = firstMark(marks(load(bytes, offset)))
      if first < 16 { return min(offset &+ first, end) }
      offset &+= 16
      if offset >= end { return end }
    }
    while offset < end, !isStop(source[offset]) { offset &+= 1 }
    return offset
  }

  /// Marks a byte, and bytes beyond ASCII perhaps.
  @inline(__always)
  private static func mark(_ byte: UInt8, in word: Bytes) -> Bytes {
    (word ^ Bytes(repeating: byte)) &- Bytes(repeating: 1)
  }

  /// Marks control characters and what is beyond ASCII.
  @inline(__always)
  private static func markNoText(in word: Bytes) -> Bytes {
    word | (word &- Bytes(repeating: 0x20))
  }

  @inline(__always)
  private static func isNoText(_ byte: UInt8) -> Bool { byte < 0x20 || byte >= 0x80 }

  /// The first offset at which a byte may be no part of plain text within a line: a control
  /// character, `:`, `#`, or the begin of a character beyond ASCII; else `end`.
  @inline(__always)
  static func textStop(_ source: Span<UInt8>, from start: Int, to end: Int) -> Int {
    stop(source, start, end) {
      markNoText(in: $0) | mark(0x3A, in: $0) | mark(0x23, in: $0)
    } isStop: {
      isNoText($0) || $0 == 0x3A || $0 == 0x23
    }
  }

  /// The first offset at which a byte may be no part of plain text in a flow collection on one line: a
  /// control character, one of `, : # ? [ ] { }`, or the begin of a character beyond ASCII; else `end`.
  @inline(__always)
  static func flowStop(_ source: Span<UInt8>, from start: Int, to end: Int) -> Int {
    stop(source, start, end) {
      // Brackets and braces are the same but for this bit.
      let folded = $0 | Bytes(repeating: 0x20)
      return markNoText(in: $0) | mark(0x7B, in: folded) | mark(0x7D, in: folded)
        | mark(0x2C, in: $0) | mark(0x3A, in: $0) | mark(0x23, in: $0) | mark(0x3F, in: $0)
    } isStop: {
      switch $0 {
      case 0x2C, 0x3A, 0x23, 0x3F, 0x5B, 0x5D, 0x7B, 0x7D: true
      default: isNoText($0)
      }
    }
  }

  /// The first offset at which a byte may end a line: a control character, tabs too, or the begin of
  /// a character beyond ASCII; else `end`.
  @inline(__always)
  static func lineStop(_ source: Span<UInt8>, from start: Int, to end: Int) -> Int {
    stop(source, start, end, marks: { markNoText(in: $0) }, isStop: { isNoText($0) })
  }

  /// The first offset at which a byte may end quoted text or need decoding: the quote, a backslash,
  /// a control character, or the begin of a character beyond ASCII; else `end`.
  @inline(__always)
  static func quoteStop(
    _ source: Span<UInt8>, from start: Int, to end: Int, quote: UInt8
  ) -> Int {
    stop(source, start, end) {
      markNoText(in: $0) | mark(quote, in: $0) | mark(0x5C, in: $0)
    } isStop: {
      isNoText($0) || $0 == quote || $0 == 0x5C
    }
  }

  /// The first offset at which a byte is no blank, or `end`.
  @inline(__always)
  static func skipBlanks(_ source: Span<UInt8>, from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= source.count)
    let bytes = source.bytes
    var offset = start
    while offset &+ 8 <= end {
      let word = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt64.self
      ).littleEndian
      let others = word ^ 0x20 &* lows
      if others != 0 { return offset &+ others.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < end, source[offset] == 0x20 { offset &+= 1 }
    return offset
  }

  /// Whether a word stands at an offset. All of its bytes must be inside.
  @inline(__always)
  static func holds(_ source: [UInt8], _ word: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let bytes = source.span.bytes
    let other = word.span.bytes
    let count = word.count
    guard count >= 8 else {
      for offset in 0..<count where source[start &+ offset] != word[offset] { return false }
      return true
    }
    var offset = 0
    while true {
      let left = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start &+ offset, as: UInt64.self)
      let right = unsafe other.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if left != right { return false }
      if offset == count &- 8 { return true }
      // The last eight may have been seen in part.
      offset = min(offset &+ 8, count &- 8)
    }
  }

  /// The first line that begins with a byte, or `end`; `start` is the start of a line.
  static func line(
    beginningWith byte: UInt8, _ source: Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    precondition(start >= 0 && end <= source.count)
    if start < end, source[start] == byte { return start }
    let bytes = source.bytes
    var offset = start
    // The last byte of a load has its next one in the second load.
    while offset &+ 33 <= end {
      let first = lineBegins(bytes, offset, byte)
      let second = lineBegins(bytes, offset &+ 16, byte)
      if hasMark(first | second) {
        let place = firstMark(first)
        return offset &+ (place < 16 ? place : 16 &+ firstMark(second)) &+ 1
      }
      offset &+= 32
    }
    while offset &+ 1 < end {
      if source[offset] == 0x0A, source[offset &+ 1] == byte { return offset &+ 1 }
      offset &+= 1
    }
    return end
  }

  /// A mark on every LF that a byte follows.
  @inline(__always)
  private static func lineBegins(_ bytes: RawSpan, _ offset: Int, _ byte: UInt8) -> Bytes {
    let places =
      (load(bytes, offset) ^ Bytes(repeating: 0x0A))
      | (load(bytes, offset &+ 1) ^ Bytes(repeating: byte))
    return (places &- Bytes(repeating: 1)) & ~places
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
}

extension Words {
  /// Appends a part of a span, for which there must be room.
  @inline(__always)
  static func copy(
    _ source: Span<UInt8>, _ range: Range<Int>, to text: inout OutputSpan<UInt8>
  ) {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= source.count
        && range.count <= text.freeCapacity)
    unsafe source.withUnsafeBufferPointer { bytes in
      unsafe text.withUnsafeMutableBufferPointer { room, count in
        guard let from = bytes.baseAddress, let to = room.baseAddress else { return }
        unsafe (to + count).initialize(from: from + range.lowerBound, count: range.count)
        count += range.count
      }
    }
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
