/// Standard base64, as values of a Secret and certificates are written.
enum Base64 {
  /// How many bytes a correct text stands for; line ends do not count.
  static func decodedCount(_ text: ArraySlice<UInt8>) -> Int {
    let count = text.count { $0 != 0x0A && $0 != 0x0D }
    let padding = text.reversed().prefix { $0 == 0x3D || $0 == 0x0A || $0 == 0x0D }
      .count { $0 == 0x3D }
    return count / 4 * 3 - padding
  }

  /// Nil for what is no base64.
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var digits = 0
    var padding = 0
    for byte in text where byte != 0x0A && byte != 0x0D {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte - 0x41)
      case 0x61...0x7A: value = UInt32(byte - 0x61) + 26
      case 0x30...0x39: value = UInt32(byte - 0x30) + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      case 0x3D:
        value = 0
        padding += 1
      default: return nil
      }
      if padding > 0, byte != 0x3D { return nil }
      bits = bits << 6 | value
      digits += 1
      guard digits % 4 == 0 else { continue }
      result += [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
      bits = 0
    }
    guard digits % 4 == 0, padding <= 2 else { return nil }
    result.removeLast(padding)
    return result
  }
}
