/// Eight bytes at a time. The one unsafe file of this target: its loads are bounds-checked by
/// `RawSpan`, and every bit pattern is a `UInt64`.
enum Words {
  private static let lows: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The first offset at which a byte may be something other than printable ASCII or LF. May stop
  /// up to seven bytes early.
  static func skipPlainASCII(_ source: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let bytes = source.bytes
    var offset = start
    while offset &+ 8 <= end {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // With the high bit set first, no subtraction borrows from the next byte.
      let isControl = ~((word | highs) &- 0x20 &* lows) & highs
      let isFeed = zeroBytes(word ^ 0x0A &* lows)
      let isDelete = zeroBytes(word ^ 0x7F &* lows)
      if (word & highs) | (isControl & ~isFeed) | isDelete != 0 { break }
      offset &+= 8
    }
    return offset
  }

  /// The high bit of every byte that is zero.
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    ~(((word & ~highs) &+ ~highs) | word | ~highs)
  }
}
