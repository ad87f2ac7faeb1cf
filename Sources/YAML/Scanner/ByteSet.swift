/// A set of bytes, one bit each.
struct ByteSet: Sendable {
  private var words: InlineArray<4, UInt64> = [0, 0, 0, 0]

  /// The empty set.
  init() {}

  init(_ members: StaticString, and others: [UInt8] = []) {
    for byte in "\(members)".utf8 { insert(byte) }
    for byte in others { insert(byte) }
  }

  private mutating func insert(_ byte: UInt8) {
    words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
  }

  /// What ends plain text in flow context, beside a colon, a comment and a line end.
  static let flowPlainStops = ByteSet(",?[]{}")
  /// Where a run inside quotes may end.
  static let singleQuotedStops = ByteSet(" \t\n\r'", and: [0, 0xC2, 0xE2])
  static let doubleQuotedStops = ByteSet(" \t\n\r\"\\", and: [0, 0xC2, 0xE2])
  /// What an anchor name, a tag handle or a directive name is made of.
  static let word = ByteSet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-")
  /// What a tag is made of beside `word` and `%` escapes.
  static let uri = ByteSet(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-;/?:@&=+$,.!~*'()[]")
}

/// Classes that are asked for at every key and value, as comparisons.
enum ByteClass {
  /// ASCII letters and digits, and `_ - . /`: what the usual keys are made of.
  @inline(__always)
  static func isKeyRun(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x2D < 13 || byte == 0x5F
  }

  /// How plain text may begin, without a look at the next byte: ASCII letters and digits,
  /// `_ . / $ ( ) + ; < = ^ ~ \`, and what is beyond ASCII and no line break.
  @inline(__always)
  static func startsPlain(_ byte: UInt8) -> Bool {
    if byte >= 0x80 { return byte >= 0xC3 && byte != 0xE2 }
    let low: UInt64 =
      0x3FF << 0x30 | 1 << 0x2E | 1 << 0x2F | 1 << 0x24 | 1 << 0x28 | 1 << 0x29 | 1 << 0x2B
      | 1 << 0x3B | 1 << 0x3C | 1 << 0x3D
    let high: UInt64 =
      0x3FF_FFFF << 0x01 | 0x3FF_FFFF << 0x21 | 1 << 0x1F | 1 << 0x1E | 1 << 0x3E | 1 << 0x1C
    return (byte < 0x40 ? low : high) & (1 &<< UInt64(byte & 63)) != 0
  }

  /// How a plain text that is no string may begin: `0-9 + - . ~` and the first letters of YAML's
  /// words, y n t f o.
  @inline(__always)
  static func startsNoText(_ byte: UInt8) -> Bool {
    if byte < 0x40 { return byte &- 0x30 < 10 || byte == 0x2B || byte == 0x2D || byte == 0x2E }
    let letters: UInt32 = 1 << 25 | 1 << 14 | 1 << 20 | 1 << 6 | 1 << 15
    return byte == 0x7E || (byte | 0x20) &- 0x61 < 26 && letters & (1 << UInt32(byte & 31)) != 0
  }
}
