/// A set of bytes, one bit each.
struct ByteSet: Sendable {
  private var words: InlineArray<4, UInt64> = [0, 0, 0, 0]

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

  /// Where a run of plain text may end in block context: blanks, breaks, the colon, the end of the
  /// input (0), and the lead bytes of NEL, LS and PS.
  static let blockPlainStops = ByteSet(" \t\n\r:", and: [0, 0xC2, 0xE2])
  /// In flow context the indicators end it too.
  static let flowPlainStops = ByteSet(" \t\n\r:,?[]{}", and: [0, 0xC2, 0xE2])
  /// Where a run inside quotes may end.
  static let singleQuotedStops = ByteSet(" \t\n\r'", and: [0, 0xC2, 0xE2])
  static let doubleQuotedStops = ByteSet(" \t\n\r\"\\", and: [0, 0xC2, 0xE2])
  /// What the usual keys are made of.
  static let keyRun = ByteSet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-./")
  /// How plain text may begin anywhere, without a look at the next byte.
  static let plainStarts = ByteSet(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_./$()+;<=^~\\")
  /// How a plain text that is no string may begin.
  static let nonTextStarts = ByteSet("0123456789+-.~yYnNtTfFoO")
  /// Where quoted text that is a slice of its line ends, or is none.
  static let singleQuotedLineStops = ByteSet("\n\r'", and: [0, 0xC2, 0xE2])
  static let doubleQuotedLineStops = ByteSet("\n\r\"\\", and: [0, 0xC2, 0xE2])
  /// What an anchor name, a tag handle or a directive name is made of.
  static let word = ByteSet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-")
  /// What a tag is made of beside `word` and `%` escapes.
  static let uri = ByteSet(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-;/?:@&=+$,.!~*'()[]")
}
