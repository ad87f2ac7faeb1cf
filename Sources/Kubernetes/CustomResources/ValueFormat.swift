/// What `format` of a schema asks of a value: those that the API server knows, of which any other is
/// ignored (apiextensions-apiserver/pkg/apiserver/validation/formats.go).
enum ValueFormat: String, Sendable {
  case int32, int64
  case bsonobjectid, uri, email, hostname, ipv4, ipv6, cidr, mac, uuid, uuid3, uuid4, uuid5
  case isbn, isbn10, isbn13, creditcard, ssn, hexcolor, rgbcolor, byte, date, duration, datetime
  /// From 1.34 on.
  case k8sshortname, k8slongname

  /// Dashes do not count.
  init?(_ name: ArraySlice<UInt8>) {
    self.init(rawValue: String(decoding: name.filter { $0 != 0x2D }, as: UTF8.self))
  }

  /// The first minor release that asks for it.
  var since: UInt8 { self == .k8sshortname || self == .k8slongname ? 34 : 0 }

  /// How the documentation writes it.
  var name: String {
    switch self {
    case .datetime: "date-time"
    case .k8sshortname: "k8s-short-name"
    case .k8slongname: "k8s-long-name"
    default: rawValue
    }
  }

  /// Whether a text has the form. What is asked of numbers is not asked here.
  func accepts(_ text: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .int32, .int64: true
    case .uri: Self.isURI(text)
    case .email: Self.isMailAddress(text)
    case .hostname: Self.isHostName(text)
    case .ipv4: Address(text) != nil && text.contains(0x2E)
    case .ipv6: Address(text) != nil && text.contains(0x3A)
    case .cidr: Self.isNetwork(text)
    case .mac: Self.isHardwareAddress(text)
    case .isbn: Self.isISBN10(text) || Self.isISBN13(text)
    case .isbn10: Self.isISBN10(text)
    case .isbn13: Self.isISBN13(text)
    case .creditcard: Self.isCardNumber(text)
    case .byte: TextForms.isBase64(text)
    case .date: Self.isDate(text)
    case .datetime: Self.isDateTime(text)
    case .duration: Self.isDuration(text)
    case .k8sshortname: NameForm.label.accepts(text)
    case .k8slongname: NameForm.subdomain.accepts(text)
    case .bsonobjectid, .uuid, .uuid3, .uuid4, .uuid5, .ssn, .hexcolor, .rgbcolor:
      Self.patterns[self]?.matches(text) ?? true
    }
  }

  private static let patterns: [ValueFormat: RegularExpression] = {
    let number = "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])"
    func uuid(_ version: String, _ variant: String) -> String {
      "(?i)^[0-9a-f]{8}-?[0-9a-f]{4}-?\(version)[0-9a-f]{3}-?\(variant)[0-9a-f]{3}-?[0-9a-f]{12}$"
    }
    let texts: [ValueFormat: String] = [
      .bsonobjectid: "(?i)^[0-9a-f]{24}$",
      .uuid: uuid("[0-9a-f]", "[0-9a-f]"), .uuid3: uuid("3", "[0-9a-f]"),
      .uuid4: uuid("4", "[89ab]"), .uuid5: uuid("5", "[89ab]"),
      .ssn: #"^\d{3}[- ]?\d{2}[- ]?\d{4}$"#,
      .hexcolor: "(?i)^#?([0-9a-f]{3}|[0-9a-f]{6})$",
      .rgbcolor: #"^rgb\(\s*\#(number)\s*,\s*\#(number)\s*,\s*\#(number)\s*\)$"#,
    ]
    return texts.compactMapValues { RegularExpression($0) }
  }()

  // MARK: Networks

  /// As url.ParseRequestURI: absolute, or a path from the root.
  private static func isURI(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, !text.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      return false
    }
    if first == 0x2A, text.count == 1 { return true }
    var rest = text
    if first != 0x2F {
      guard Bytes.isLetter(first), let colon = text.firstIndex(of: 0x3A),
        text[..<colon].allSatisfy({
          Bytes.isAlphanumeric($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
        })
      else { return false }
      rest = text[(colon + 1)...]
      // What does not begin with a slash, `mailto:somebody`, is not looked at any further.
      guard rest.first == 0x2F else { return true }
    }
    if Bytes.hasPrefix(rest, "//"), first != 0x2F || !Bytes.hasPrefix(rest, "///") {
      let authority = rest.dropFirst(2).prefix { $0 != 0x2F && $0 != 0x3F }
      guard isAuthority(authority) else { return false }
      rest = rest[authority.endIndex...]
    }
    return hasRightEscapes(rest.prefix { $0 != 0x3F })
  }

  private static func isAuthority(_ text: ArraySlice<UInt8>) -> Bool {
    var host = text
    if let at = text.lastIndex(of: 0x40) { host = text[(at + 1)...] }
    guard !host.contains(where: { " \"<>\\^`{|}".utf8.contains($0) }), hasRightEscapes(host) else {
      return false
    }
    let end = host.first == 0x5B ? host.lastIndex(of: 0x5D) : host.startIndex
    guard let end else { return false }
    guard let colon = host[end...].firstIndex(of: 0x3A) else { return true }
    return host[(colon + 1)...].allSatisfy(Bytes.isDigit)
  }

  private static func hasRightEscapes(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == 0x25 else { continue }
      guard rest.count >= 2, rest.prefix(2).allSatisfy(isHexadecimal) else { return false }
      rest = rest.dropFirst(2)
    }
    return true
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    Bytes.isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  /// An address of RFC 5322, with or without a name before it in angle brackets.
  private static func isMailAddress(_ text: ArraySlice<UInt8>) -> Bool {
    var address = Bytes.trimmed(text)
    if address.last == 0x3E, let open = address.lastIndex(of: 0x3C) {
      address = address[(open + 1)...].dropLast()
    }
    guard let at = address.lastIndex(of: 0x40) else { return false }
    let local = address[..<at]
    let domain = address[(at + 1)...]
    let isQuoted = local.count > 2 && local.first == 0x22 && local.last == 0x22
    let isLiteral = domain.count > 2 && domain.first == 0x5B && domain.last == 0x5D
    return (isQuoted || isDotted(local)) && (isLiteral || isDotted(domain))
  }

  private static func isDotted(_ text: ArraySlice<UInt8>) -> Bool {
    text.split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty
        && atom.allSatisfy {
          Bytes.isAlphanumeric($0) || $0 >= 0x80 || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0)
        }
    }
  }

  private static func isHostName(_ text: ArraySlice<UInt8>) -> Bool {
    guard !text.isEmpty, text.count <= 255 else { return false }
    let labels = text.split(separator: 0x2E, omittingEmptySubsequences: false)
    for (index, label) in labels.enumerated() {
      guard (1...63).contains(label.count), label.first != 0x2D, label.last != 0x2D,
        label.allSatisfy({ Bytes.isAlphanumeric($0) || $0 == 0x2D || $0 >= 0x80 })
      else { return false }
      // The last of several is a top-level domain.
      if labels.count > 1, index == labels.count - 1 {
        guard label.count >= 2, label.allSatisfy({ Bytes.isLetter($0) || $0 >= 0x80 }) else {
          return false
        }
      }
    }
    return true
  }

  private static func isNetwork(_ text: ArraySlice<UInt8>) -> Bool {
    guard let slash = text.firstIndex(of: 0x2F), let address = Address(text[..<slash]),
      let bits = Bytes.number(text[(slash + 1)...])
    else { return false }
    return bits <= (text[..<slash].contains(0x3A) || address.family == .v6 ? 128 : 32)
  }

  /// 6, 8 or 20 bytes in pairs of digits, or in groups of four with dots.
  private static func isHardwareAddress(_ text: ArraySlice<UInt8>) -> Bool {
    for (separator, digits, counts) in [
      (UInt8(0x3A), 2, [6, 8, 20]), (0x2D, 2, [6, 8, 20]), (0x2E, 4, [3, 4, 10]),
    ] {
      let groups = text.split(separator: separator, omittingEmptySubsequences: false)
      if counts.contains(groups.count),
        groups.allSatisfy({ $0.count == digits && $0.allSatisfy(isHexadecimal) })
      {
        return true
      }
    }
    return false
  }

  // MARK: Numbers with check digits

  private static func digits(_ text: ArraySlice<UInt8>) -> [Int] {
    text.filter { $0 != 0x2D && $0 != 0x20 }.map { Bytes.isDigit($0) ? Int($0) - 0x30 : -1 }
  }

  private static func isISBN10(_ text: ArraySlice<UInt8>) -> Bool {
    var digits = digits(text)
    if digits.count == 10, text.last == 0x58 { digits[9] = 10 }
    guard digits.count == 10, !digits.contains(-1) else { return false }
    return digits.enumerated().reduce(0) { $0 + (10 - $1.offset) * $1.element } % 11 == 0
  }

  private static func isISBN13(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = digits(text)
    guard digits.count == 13, !digits.contains(-1) else { return false }
    return digits.enumerated().reduce(0) { $0 + ($1.offset % 2 == 0 ? 1 : 3) * $1.element } % 10
      == 0
  }

  /// Luhn's check.
  private static func isCardNumber(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = digits(text[...])
    guard (13...19).contains(digits.count), !digits.contains(-1) else { return false }
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let value = digit.offset % 2 == 0 ? digit.element : digit.element * 2
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum % 10 == 0
  }

  // MARK: Times

  private static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
    text.count == 10 && TextForms.isTime((Array(text) + Array("T00:00:00Z".utf8))[...])
  }

  /// RFC 3339, where `t` and `z` may be small.
  private static func isDateTime(_ text: ArraySlice<UInt8>) -> Bool {
    let raised = text.map { $0 == 0x74 ? 0x54 : $0 == 0x7A ? 0x5A : $0 }
    guard raised.count >= 20, isDate(raised[..<10]), raised[10] == 0x54 else { return false }
    return time?.matches(raised[11...]) ?? true
  }

  private static let time = RegularExpression(
    #"^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})$"#)

  /// Go's form (`1h30m`), or whole numbers with words (`2 days`) somewhere in the text.
  private static func isDuration(_ text: ArraySlice<UInt8>) -> Bool {
    if goDuration?.matches(text) == true { return true }
    return wordDuration?.matches(text) ?? true
  }

  private static let goDuration = RegularExpression(
    #"^[+-]?(0|((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$"#)
  private static let wordDuration = RegularExpression(
    #"(?i)\d\s*((ns|us|µs|ms|s|m|h|hr|d|w|wk)([^a-zµ]|$)|nano|micro|milli|sec|min|hour|day|week)"#)
}
