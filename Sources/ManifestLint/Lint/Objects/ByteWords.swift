/// Bytes compared and hashed eight at a time. Loads are bounds-checked by `RawSpan`, and every bit
/// pattern is a `UInt64`. Bytes are taken as little-endian: the lowest is the first.
enum ByteWords {
  @inline(__always)
  static func word(_ bytes: borrowing RawSpan, _ start: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian
  }

  @inline(__always)
  private static func byte(_ bytes: borrowing RawSpan, _ start: Int) -> UInt64 {
    UInt64(unsafe bytes.unsafeLoad(fromByteOffset: start, as: UInt8.self))
  }

  @inline(__always)
  private static func half(_ bytes: borrowing RawSpan, _ start: Int) -> UInt64 {
    UInt64(unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self).littleEndian)
  }

  /// Up to seven bytes in one word, some of them twice: equal for equal ones of one count.
  @inline(__always)
  private static func few(_ bytes: borrowing RawSpan, _ start: Int, _ end: Int) -> UInt64 {
    let count = end &- start
    if count >= 4 { return half(bytes, start) | half(bytes, end &- 4) << 32 }
    if count == 0 { return 0 }
    return byte(bytes, start) | byte(bytes, start &+ count >> 1) << 8 | byte(bytes, end &- 1) << 16
  }

  @inline(__always)
  static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// Anything that nobody outside knows, another one in every run: whoever writes names cannot write
  /// such as fall together in a table.
  static let secret: UInt64 = {
    var hasher = Hasher()
    hasher.combine(0)
    return UInt64(truncatingIfNeeded: hasher.finalize()) | 1
  }()

  /// A hash under a secret.
  static func hash(_ array: [UInt8], _ range: Range<Int>, _ secret: UInt64) -> UInt64 {
    let bytes = array.span.bytes
    var state = secret
    var position = range.lowerBound
    let end = range.upperBound
    while end &- position >= 8 {
      state = mix(state ^ word(bytes, position), 0x9E37_79B9_7F4A_7C15)
      position &+= 8
    }
    let last = range.count >= 8 ? word(bytes, end &- 8) : few(bytes, position, end)
    return mix(state ^ last, 0xD6E8_FEB8_6659_FD93 ^ UInt64(range.count))
  }

  /// A hash of three numbers under a secret.
  @inline(__always)
  static func hash(_ first: UInt32, _ second: UInt32, _ third: UInt32, _ secret: UInt64) -> UInt64 {
    mix(
      mix(secret ^ (UInt64(first) << 32 | UInt64(second)), 0x9E37_79B9_7F4A_7C15)
        ^ UInt64(third), 0xD6E8_FEB8_6659_FD93)
  }

  static func equal(
    _ left: [UInt8], _ own: Range<Int>, _ right: [UInt8], _ other: Range<Int>
  ) -> Bool {
    guard own.count == other.count else { return false }
    let (one, two) = (left.span.bytes, right.span.bytes)
    var (first, second) = (own.lowerBound, other.lowerBound)
    let end = own.upperBound
    while end &- first >= 8 {
      if word(one, first) != word(two, second) { return false }
      first &+= 8
      second &+= 8
    }
    if own.count >= 8 { return word(one, end &- 8) == word(two, other.upperBound &- 8) }
    return few(one, first, end) == few(two, second, other.upperBound)
  }

  static func isASCII(_ array: [UInt8], _ range: Range<Int>) -> Bool {
    let bytes = array.span.bytes
    var all: UInt64 = 0
    var position = range.lowerBound
    while range.upperBound &- position >= 8 {
      all |= word(bytes, position)
      position &+= 8
    }
    all |= few(bytes, position, range.upperBound)
    return all & 0x8080_8080_8080_8080 == 0
  }

  /// Whether bytes are what a text of the source has.
  static func equal(_ bytes: [UInt8], _ range: Range<Int>, _ text: StaticString) -> Bool {
    range.count == text.utf8CodeUnitCount && starts(bytes, range, with: text)
  }

  static func starts(_ bytes: [UInt8], _ range: Range<Int>, with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard count <= range.count else { return false }
    return text.withUTF8Buffer { text in
      (0..<count).allSatisfy { bytes[range.lowerBound + $0] == text[$0] }
    }
  }
}
