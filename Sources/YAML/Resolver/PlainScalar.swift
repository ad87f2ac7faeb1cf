/// What a plain scalar is, as go-yaml's resolver decides it (yaml-semantics, section 4).
public enum PlainScalar {
  /// The value of a plain text. `json`: the text of a JSON number or literal.
  public static func resolve(_ text: ArraySlice<UInt8>, json: Bool = false) -> Scalar {
    guard let first = text.first else { return .null }
    switch first {
    case 0x30...0x39, 0x2B, 0x2D: return json ? jsonNumber(text) : number(text)
    case 0x2E: return json ? .string : dotNumber(text)
    default:
      // No word is longer than `false`.
      guard text.count <= 5, let word = word(text) else { return .string }
      if json, isOnlyYAML(word, text) { return .string }
      return word
    }
  }

  // MARK: Words

  /// Whether a text of at most five bytes is one of YAML's words; longer ones never are.
  static func isWord(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let count = range.count
    guard count <= 5 else { return false }
    let letters: UInt64 = 0x20_2020_2020 & ((1 &<< UInt64(8 &* count)) &- 1)
    // Their letters from the last to the first: most keys and values are none of them in any case.
    switch Words.packed(source, from: range.lowerBound, count: count) | letters {
    case 0x79, 0x73_6579, 0x6E6F, 0x6575_7274, 0x6E, 0x6F6E, 0x66_666F, 0x65_736C_6166,
      0x6C6C_756E, 0x7E:
      var packed: UInt64 = 0
      for offset in range { packed = packed << 8 | UInt64(source[offset]) }
      return words.contains { $0.packed == packed }
    default: return false
    }
  }

  private static func word(_ text: ArraySlice<UInt8>) -> Scalar? {
    var packed: UInt64 = 0
    for byte in text { packed = packed << 8 | UInt64(byte) }
    return words.first { $0.packed == packed }?.value
  }

  private static let words: [(packed: UInt64, value: Scalar)] = {
    func packed(_ word: String) -> UInt64 { word.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
    let yes = ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"]
    let no = ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"]
    return yes.map { (packed($0), .bool(true)) } + no.map { (packed($0), .bool(false)) }
      + ["~", "null", "Null", "NULL"].map { (packed($0), .null) }
  }()

  private static func isOnlyYAML(_ word: Scalar, _ text: ArraySlice<UInt8>) -> Bool {
    switch word {
    case .null: !text.elementsEqual("null".utf8)
    case .bool(true): !text.elementsEqual("true".utf8)
    default: !text.elementsEqual("false".utf8)
    }
  }

  // MARK: Numbers

  /// A text that begins with a digit or a sign.
  private static func number(_ text: ArraySlice<UInt8>) -> Scalar {
    if let special = special(text) { return special }
    // Dates and times need no look: they are strings, and no number looks like one.
    var plain = text
    if text.contains(0x5F) { plain = ArraySlice(text.filter { $0 != 0x5F }) }
    if let value = signedInteger(plain) { return .integer(value) }
    if let value = unsignedInteger(plain) { return .unsigned(value) }
    if isFloat(plain), let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite {
      return .float(value)
    }
    return oddBinary(plain) ?? .string
  }

  /// Go's `ParseInt(text, 0, 64)`: a sign, then a prefix that names the base.
  private static func signedInteger(_ text: ArraySlice<UInt8>) -> Int64? {
    let isSigned = text.first == 0x2B || text.first == 0x2D
    guard let value = unsignedInteger(isSigned ? text.dropFirst() : text) else { return nil }
    if text.first == 0x2D {
      return value <= UInt64(1) << 63 ? Int64(truncatingIfNeeded: 0 &- value) : nil
    }
    return Int64(exactly: value)
  }

  /// Go's `ParseUint(text, 0, 64)`.
  private static func unsignedInteger(_ text: ArraySlice<UInt8>) -> UInt64? {
    guard let first = text.first else { return nil }
    guard first == 0x30 else { return digits(text, base: 10) }
    if text.count >= 3 {
      switch text[text.startIndex + 1] | 0x20 {
      case 0x62: return digits(text.dropFirst(2), base: 2)
      case 0x6F: return digits(text.dropFirst(2), base: 8)
      case 0x78: return digits(text.dropFirst(2), base: 16)
      default: break
      }
    }
    return text.count == 1 ? 0 : digits(text.dropFirst(), base: 8)
  }

  private static func digits(_ text: ArraySlice<UInt8>, base: UInt64) -> UInt64? {
    guard !text.isEmpty else { return nil }
    var value: UInt64 = 0
    for byte in text {
      guard let digit = Scanner.hexValue(byte), digit < base else { return nil }
      let (product, overflows) = value.multipliedReportingOverflow(by: base)
      let (sum, carries) = product.addingReportingOverflow(UInt64(digit))
      if overflows || carries { return nil }
      value = sum
    }
    return value
  }

  /// go-yaml's own pattern: `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`
  private static func isFloat(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
    let whole = dropDigits(&rest)
    var fraction = 0
    if rest.first == 0x2E {
      rest.removeFirst()
      fraction = dropDigits(&rest)
    }
    guard whole + fraction > 0 else { return false }
    if let mark = rest.first, mark | 0x20 == 0x65 {
      rest.removeFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
      guard dropDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func dropDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
    let count = rest.prefix { (0x30...0x39).contains($0) }.count
    rest.removeFirst(count)
    return count
  }

  /// What the resolver tries last: `0b` or `-0b` before a number in base 2 that has a sign itself.
  private static func oddBinary(_ text: ArraySlice<UInt8>) -> Scalar? {
    let isNegative = text.first == 0x2D
    let unsigned = isNegative ? text.dropFirst() : text
    guard unsigned.starts(with: "0b".utf8) else { return nil }
    var rest = unsigned.dropFirst(2)
    guard let sign = rest.first, sign == 0x2B || sign == 0x2D, !isNegative else { return nil }
    rest.removeFirst()
    guard let value = digits(rest, base: 2) else { return nil }
    if sign == 0x2B { return Int64(exactly: value).map(Scalar.integer) }
    return value <= UInt64(1) << 63
      ? .integer(Int64(truncatingIfNeeded: 0 &- value)) : nil
  }

  /// A text that begins with a point: Go's float syntax, `_` between digits.
  private static func dotNumber(_ text: ArraySlice<UInt8>) -> Scalar {
    if let special = special(text) { return special }
    var plain: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text {
      if byte == 0x5F {
        guard (0x30...0x39).contains(previous) else { return .string }
      } else {
        if previous == 0x5F, !(0x30...0x39).contains(byte) { return .string }
        plain.append(byte)
      }
      previous = byte
    }
    guard previous != 0x5F, isFloat(plain[...]),
      let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite
    else { return .string }
    return .float(value)
  }

  /// `.inf` and `.nan` in three spellings.
  private static func special(_ text: ArraySlice<UInt8>) -> Scalar? {
    guard text.count == 4 || text.count == 5 else { return nil }
    let sign = text.first == 0x2B || text.first == 0x2D ? text.first : nil
    let word = sign == nil ? text : text.dropFirst()
    guard word.first == 0x2E, word.count == 4 else { return nil }
    for infinity in [".inf", ".Inf", ".INF"] where word.elementsEqual(infinity.utf8) {
      return .float(sign == 0x2D ? -.infinity : .infinity)
    }
    guard sign == nil else { return nil }
    for notANumber in [".nan", ".NaN", ".NAN"] where word.elementsEqual(notANumber.utf8) {
      return .float(.nan)
    }
    return nil
  }

  /// A number of a JSON text: an integer when it is written as one and fits.
  private static func jsonNumber(_ text: ArraySlice<UInt8>) -> Scalar {
    if text.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }) {
      let magnitude = text.first == 0x2D ? text.dropFirst() : text
      if let value = digits(magnitude, base: 10) {
        if text.first == 0x2D, value <= UInt64(1) << 63 {
          return .integer(Int64(truncatingIfNeeded: 0 &- value))
        }
        if text.first != 0x2D {
          return Int64(exactly: value).map(Scalar.integer) ?? .unsigned(value)
        }
      }
    }
    return Double(String(decoding: text, as: UTF8.self)).map(Scalar.float) ?? .string
  }
}
