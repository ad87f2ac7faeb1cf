/// Characters as Go's `unicode/utf8` reads them: what the agent's matcher compares.
enum Rune {
  /// What an invalid byte reads as: U+FFFD. Every invalid byte equals every other, and a true
  /// U+FFFD.
  static let invalid: UInt32 = 0xFFFD

  /// The character that begins at a position, and its width in bytes. An invalid sequence is one byte
  /// wide, however long its beginning is right.
  static func decode(_ bytes: Span<UInt8>, at position: Int) -> (rune: UInt32, width: Int) {
    let first = bytes[position]
    guard first >= 0x80 else { return (UInt32(first), 1) }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF4: (length, high) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return (invalid, 1)
    }
    guard position + length <= bytes.count else { return (invalid, 1) }
    var rune = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = bytes[position + offset]
      guard byte >= low, byte <= high else { return (invalid, 1) }
      (low, high) = (0x80, 0xBF)
      rune = rune << 6 | UInt32(byte & 0x3F)
    }
    return (rune, length)
  }

  /// Reads all characters of `bytes` into `runes`.
  static func decode(_ bytes: Span<UInt8>, into runes: inout [UInt32]) {
    runes.removeAll(keepingCapacity: true)
    var position = 0
    while position < bytes.count {
      let (rune, width) = decode(bytes, at: position)
      runes.append(rune)
      position += width
    }
  }
}
