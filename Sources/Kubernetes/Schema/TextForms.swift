/// Texts that the server parses while it decodes.
enum TextForms {
  /// As ParseQuantity (apimachinery/pkg/api/resource/quantity.go).
  static func isQuantity(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let first = rest.first, first == 0x20 || (0x09...0x0D).contains(first) {
      rest.removeFirst()
    }
    while let last = rest.last, last == 0x20 || (0x09...0x0D).contains(last) { rest.removeLast() }
    guard let first = rest.first else { return false }
    if first == 0x2B || first == 0x2D { rest.removeFirst() }
    var dots = 0
    while let byte = rest.first, isDigit(byte) || byte == 0x2E {
      if byte == 0x2E { dots += 1 }
      rest.removeFirst()
    }
    guard dots <= 1 else { return false }
    switch String(decoding: rest, as: UTF8.self) {
    case "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei":
      return true
    default:
      guard let mark = rest.popFirst(), mark == 0x65 || mark == 0x45 else { return false }
      if let sign = rest.first, sign == 0x2B || sign == 0x2D { rest.removeFirst() }
      return !rest.isEmpty && rest.count < 19 && rest.allSatisfy(isDigit)
    }
  }

  /// Standard alphabet with padding; line ends are skipped (encoding/base64).
  static func isBase64(_ bytes: ArraySlice<UInt8>) -> Bool {
    var count = 0
    var padding = 0
    for byte in bytes where byte != 0x0A && byte != 0x0D {
      count += 1
      if byte == 0x3D {
        padding += 1
      } else {
        let isAlphabet =
          isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte == 0x2B || byte == 0x2F
        guard isAlphabet, padding == 0 else { return false }
      }
    }
    return count % 4 == 0 && padding <= 2
  }

  /// RFC 3339 as Go's time package reads it: a fraction may follow the seconds, and must have
  /// exactly six digits in a MicroTime, whose layout spells them out.
  static func isTime(_ bytes: ArraySlice<UInt8>, micro: Bool = false) -> Bool {
    let text = Array(bytes)
    guard text.count >= 20, text.count <= 64 else { return false }
    func number(_ start: Int, _ count: Int) -> Int? {
      guard start + count <= text.count else { return nil }
      var value = 0
      for byte in text[start..<start + count] {
        guard isDigit(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0, 4), text[4] == 0x2D, let month = number(5, 2), text[7] == 0x2D,
      let day = number(8, 2), text[10] == 0x54, let hour = number(11, 2), text[13] == 0x3A,
      let minute = number(14, 2), text[16] == 0x3A, let second = number(17, 2),
      (1...12).contains(month), hour < 24, minute < 60, second < 60
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    guard (1...days).contains(day) else { return false }
    var at = 19
    if text[at] == 0x2E || text[at] == 0x2C {
      at += 1
      let start = at
      while at < text.count, isDigit(text[at]) { at += 1 }
      guard micro ? at == start + 6 : at > start else { return false }
    } else if micro {
      return false
    }
    guard at < text.count else { return false }
    if text[at] == 0x5A { return at + 1 == text.count }
    guard text[at] == 0x2B || text[at] == 0x2D, at + 6 == text.count,
      let zoneHour = number(at + 1, 2), text[at + 3] == 0x3A, let zoneMinute = number(at + 4, 2)
    else { return false }
    return zoneHour <= 24 && zoneMinute < 60
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
