/// Floats as Go prints them: the shortest digits that read back as the same value.
enum NumberText {
  /// `encoding/json`: plain from 1e-6 up to 1e21, without a point for whole numbers.
  static func json(_ value: Double) -> String {
    guard value != 0 else { return value.sign == .minus ? "-0" : "0" }
    let decimal = Decimal(value.magnitude.description)
    let sign = value < 0 ? "-" : ""
    let magnitude = value.magnitude
    if magnitude < 1e-6 || magnitude >= 1e21 {
      return sign + decimal.scientific(exponentDigits: 1)
    }
    return sign + decimal.plain
  }

  /// `strconv.FormatFloat(value, 'g', -1, 32)`, with YAML's words: the text of a float as a key.
  static func key(_ value: Double) -> String {
    let value = Float(value)
    if value.isNaN { return ".nan" }
    if value.isInfinite { return value < 0 ? "-.inf" : ".inf" }
    guard value != 0 else { return value.sign == .minus ? "-0" : "0" }
    let decimal = Decimal(value.magnitude.description)
    let sign = value < 0 ? "-" : ""
    let exponent = decimal.point - 1
    return exponent < -4 || exponent >= 6
      ? sign + decimal.scientific(exponentDigits: 2) : sign + decimal.plain
  }

  /// Digits and the place of the point: 0.digits × 10^point.
  private struct Decimal {
    var digits: [UInt8] = []
    var point = 0

    /// From Swift's own shortest text: `123.45`, `1e-07`, `1.5e+22`.
    init(_ text: String) {
      let parts = text.split(separator: "e")
      let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
      digits = Array(mantissa.joined().utf8)
      point = mantissa[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
      let leading = digits.prefix { $0 == 0x30 }.count
      digits.removeFirst(leading)
      point -= leading
      while digits.last == 0x30 { digits.removeLast() }
    }

    var plain: String {
      let text = String(decoding: digits, as: UTF8.self)
      if point <= 0 { return "0." + String(repeating: "0", count: -point) + text }
      if point >= digits.count {
        return text + String(repeating: "0", count: point - digits.count)
      }
      return text.prefix(point) + "." + text.dropFirst(point)
    }

    func scientific(exponentDigits: Int) -> String {
      let text = String(decoding: digits, as: UTF8.self)
      let mantissa = digits.count == 1 ? text : text.prefix(1) + "." + text.dropFirst()
      let exponent = point - 1
      var magnitude = String(exponent.magnitude)
      while magnitude.utf8.count < exponentDigits { magnitude = "0" + magnitude }
      return mantissa + (exponent < 0 ? "e-" : "e+") + magnitude
    }
  }
}
