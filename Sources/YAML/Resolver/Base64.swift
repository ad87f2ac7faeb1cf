/// Base64 as Go's standard encoding reads it: line ends are passed over, padding is needed.
enum Base64 {
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var group: UInt32 = 0
    var count = 0
    var padding = 0
    for byte in text where byte != 0x0A && byte != 0x0D {
      if padding > 0 {
        // Only a second `=` may follow the first, and nothing a complete end.
        guard byte == 0x3D, count == 3, padding == 1 else { return nil }
        padding = 2
        count = 4
        continue
      }
      if byte == 0x3D {
        guard count >= 2 else { return nil }
        padding = 1
        result.append(UInt8(truncatingIfNeeded: count == 2 ? group >> 4 : group >> 10))
        if count == 3 { result.append(UInt8(truncatingIfNeeded: group >> 2)) }
        count = count == 2 ? 3 : 4
        continue
      }
      guard let value = value(byte) else { return nil }
      group = group << 6 | UInt32(value)
      count += 1
      if count == 4 {
        result += [
          UInt8(truncatingIfNeeded: group >> 16), UInt8(truncatingIfNeeded: group >> 8),
          UInt8(truncatingIfNeeded: group),
        ]
        group = 0
        count = 0
      }
    }
    return count == 0 || padding > 0 && count == 4 ? result : nil
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }
}
