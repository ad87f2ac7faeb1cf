import YAML

/// The forms of names and other short texts, as apimachinery/pkg/util/validation has them.
enum NameForm: Sendable {
  /// RFC 1123 label: containers, volumes, namespaces.
  case label
  /// RFC 1123 subdomain: most object names.
  case subdomain
  /// RFC 1035 label: begins with a letter.
  case rfc1035Label
  /// The same, upper case allowed: kinds of custom resources.
  case rfc1035LabelAnyCase
  /// `*.` and a subdomain.
  case wildcardHost
  /// Label and annotation keys, taints, finalizers: an optional subdomain and `/` before the name.
  case qualifiedName
  case labelValue
  /// What an object's name must be at the least: names of RBAC objects.
  case pathSegment
  case portName
  /// Keys of ConfigMaps and Secrets.
  case configKey
  /// Environment variables up to 1.31.
  case strictEnvironmentName
  /// Environment variables from 1.32 on.
  case environmentName
  case httpHeader
  /// `domain/path`.
  case domainPrefixedPath
  /// A subdomain of at least three parts: webhooks.
  case threePartDomain
  /// `[0-9]+%`.
  case percent
  case sysctl
  /// A name in CEL.
  case celIdentifier

  func accepts(_ text: ArraySlice<UInt8>) -> Bool { accepts(text.span) }

  /// The same without a copy or a count of references.
  func accepts(_ field: Field) -> Bool { field.withText { accepts($0) } }

  func accepts(_ text: Span<UInt8>) -> Bool {
    switch self {
    case .label: text.count <= 63 && Self.isLabel(text)
    case .subdomain: text.count <= 253 && Self.isSubdomain(text)
    case .rfc1035Label:
      text.count <= 63 && Self.isLabel(text) && Bytes.isLower(text[0])
    case .qualifiedName: Self.isQualifiedName(text)
    case .labelValue: text.isEmpty || Self.isNamePart(text)
    case .pathSegment:
      Bytes.all(of: text) { $0 != 0x2F && $0 != 0x25 } && !Bytes.equal(text, ".")
        && !Bytes.equal(text, "..")
    case .portName: Self.isPortName(text)
    case .configKey:
      (1...253).contains(text.count) && Bytes.all(of: text, Self.isKeyByte)
        && !Bytes.equal(text, ".") && !Bytes.hasPrefix(text, "..")
    case .strictEnvironmentName:
      !text.isEmpty && Bytes.all(of: text, Self.isKeyByte) && !Bytes.isDigit(text[0])
        && !Bytes.equal(text, ".") && !Bytes.hasPrefix(text, "..")
    case .environmentName:
      !text.isEmpty && Bytes.all(of: text) { (0x20...0x7E).contains($0) && $0 != 0x3D }
    case .httpHeader:
      !text.isEmpty && Bytes.all(of: text) { Bytes.isAlphanumeric($0) || $0 == 0x2D }
    case .percent: Self.isPercent(text)
    default: acceptsRarely(Bytes.copy(text)[...])
    }
  }

  /// The forms that few objects have; `accepts` knows the others.
  private func acceptsRarely(_ text: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .rfc1035LabelAnyCase:
      NameForm.rfc1035Label.accepts(text.map(Bytes.lowered)[...])
    case .wildcardHost:
      text.count <= 253 && text.starts(with: [0x2A, 0x2E])
        && NameForm.isSubdomain(text: text.dropFirst(2))
    case .domainPrefixedPath: Self.isDomainPrefixedPath(text)
    case .threePartDomain:
      NameForm.subdomain.accepts(text) && text.count(where: { $0 == 0x2E }) >= 2
    case .sysctl: Self.isSysctl(text)
    case .celIdentifier: Self.isIdentifier(text)
    default: false
    }
  }

  /// What is allowed, for messages: it goes on after `must be `.
  var meaning: Message {
    switch self {
    case .label:
      "a lowercase RFC 1123 label: at most 63 of a-z, 0-9 and '-', with a letter or digit first and last"
    case .subdomain:
      "a lowercase RFC 1123 subdomain: at most 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends of each part"
    case .rfc1035Label:
      "a DNS-1035 label: at most 63 of a-z, 0-9 and '-', with a letter first and a letter or digit last"
    case .rfc1035LabelAnyCase:
      "a DNS-1035 label in any case: at most 63 letters, digits and '-', with a letter first"
    case .wildcardHost: "a wildcard DNS-1123 subdomain: '*.' and then a subdomain"
    case .qualifiedName:
      "a qualified name: at most 63 letters, digits, '-', '_' and '.', with a letter or digit first and last, and before it optionally a DNS subdomain and '/'"
    case .labelValue:
      "empty or at most 63 letters, digits, '-', '_' and '.', with a letter or digit first and last"
    case .pathSegment: "neither '.' nor '..' and hold neither '/' nor '%'"
    case .portName:
      "a port name: at most 15 of a-z, 0-9 and '-', with at least one letter, no '--' and no '-' first or last"
    case .configKey:
      "a config key: at most 253 letters, digits, '-', '_' and '.', not '.' and not beginning with '..'"
    case .strictEnvironmentName:
      "letters, digits, '_', '-' and '.', not beginning with a digit"
    case .environmentName: "printable ASCII characters other than '='"
    case .httpHeader: "letters, digits and '-'"
    case .domainPrefixedPath: "a domain-prefixed path such as \"acme.io/foo\""
    case .threePartDomain: "a domain of at least three segments separated by dots"
    case .percent: "a whole number followed by '%', or a number without quotes"
    case .sysctl: "at most 253 of a-z, 0-9, '-', '_', '.' and '/', as in net.core.somaxconn"
    case .celIdentifier: "a CEL identifier that is no reserved word"
    }
  }

  // MARK: Grammar

  private static func isLabel(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty, text[0] != 0x2D, text[text.count - 1] != 0x2D else { return false }
    return Bytes.all(of: text) { isLowerAlphanumeric($0) || $0 == 0x2D }
  }

  private static func isSubdomain(text: ArraySlice<UInt8>) -> Bool { isSubdomain(text.span) }

  private static func isSubdomain(_ text: Span<UInt8>) -> Bool {
    // What stands before: a letter or digit (0), a dash, or a point or nothing.
    var before: UInt8 = 0x2E
    for index in 0..<text.count {
      let byte = text[index]
      if isLowerAlphanumeric(byte) {
        before = 0
      } else if byte == 0x2D {
        if before == 0x2E { return false }
        before = byte
      } else {
        guard byte == 0x2E, before == 0 else { return false }
        before = byte
      }
    }
    return before == 0
  }

  private static func isLowerAlphanumeric(_ byte: UInt8) -> Bool {
    Bytes.isLower(byte) || Bytes.isDigit(byte)
  }

  private static func isNamePart(_ text: Span<UInt8>) -> Bool {
    guard text.count <= 63, text.count > 0, Bytes.isAlphanumeric(text[0]),
      Bytes.isAlphanumeric(text[text.count - 1])
    else { return false }
    return Bytes.all(of: text, isKeyByte)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    Bytes.isAlphanumeric(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
  }

  private static func isQualifiedName(_ text: Span<UInt8>) -> Bool {
    var slash = 0
    while slash < text.count, text[slash] != 0x2F { slash += 1 }
    guard slash < text.count else { return isNamePart(text) }
    return NameForm.subdomain.accepts(text.extracting(0..<slash))
      && isNamePart(text.extracting(slash + 1..<text.count))
  }

  private static func isPercent(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 2, text[text.count - 1] == 0x25 else { return false }
    for index in 0..<text.count - 1 where !Bytes.isDigit(text[index]) { return false }
    return true
  }

  private static func isPortName(_ text: Span<UInt8>) -> Bool {
    guard text.count <= 15 else { return false }
    var isBehindDash = true
    var hasLetter = false
    for index in 0..<text.count {
      let byte = text[index]
      if Bytes.isLower(byte) {
        hasLetter = true
        isBehindDash = false
      } else if Bytes.isDigit(byte) {
        isBehindDash = false
      } else {
        guard byte == 0x2D, !isBehindDash else { return false }
        isBehindDash = true
      }
    }
    return hasLetter && !isBehindDash
  }

  private static func isDomainPrefixedPath(_ text: ArraySlice<UInt8>) -> Bool {
    guard let slash = text.firstIndex(of: 0x2F) else { return false }
    let path = text[(slash + 1)...]
    return NameForm.subdomain.accepts(text[..<slash]) && !path.isEmpty
      && path.allSatisfy { isKeyByte($0) || "~!$&'()*+,;=:%/@".utf8.contains($0) }
  }

  private static func isSysctl(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2F }
    return text.count <= 253
      && parts.allSatisfy { part in
        guard let first = part.first, let last = part.last else { return false }
        return isLowerAlphanumeric(first) && isLowerAlphanumeric(last)
          && part.allSatisfy { isLowerAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F }
      }
  }

  private static let reserved = Words(
    "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function",
    "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while")

  private static func isIdentifier(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, Bytes.isLetter(first) || first == 0x5F else { return false }
    return text.allSatisfy { Bytes.isAlphanumeric($0) || $0 == 0x5F } && !reserved.contains(text)
  }
}

/// Classes of ASCII bytes.
enum Bytes {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  @inline(__always)
  static func all(of text: Span<UInt8>, _ condition: (UInt8) -> Bool) -> Bool {
    for index in 0..<text.count where !condition(text[index]) { return false }
    return true
  }

  static func copy(_ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in 0..<text.count { bytes.append(text[index]) }
    return bytes
  }

  static func hasPrefix(_ text: Span<UInt8>, _ prefix: StaticString) -> Bool {
    guard text.count >= prefix.utf8CodeUnitCount else { return false }
    return prefix.withUTF8Buffer { prefix in
      for index in 0..<prefix.count where text[index] != prefix[index] { return false }
      return true
    }
  }

  static func equal(_ text: Span<UInt8>, _ literal: StaticString) -> Bool {
    text.count == literal.utf8CodeUnitCount && hasPrefix(text, literal)
  }

  /// A whole decimal number without sign; nil for anything else and above 18 digits.
  static func number(_ text: ArraySlice<UInt8>) -> Int? { number(text.span) }

  static func number(_ text: Span<UInt8>) -> Int? {
    guard (1...18).contains(text.count) else { return nil }
    var value = 0
    for index in 0..<text.count {
      let byte = text[index]
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let first = text.first, isSpace(first) { text = text.dropFirst() }
    while let last = text.last, isSpace(last) { text = text.dropLast() }
    return text
  }

  static func contains(_ text: ArraySlice<UInt8>, _ part: StaticString) -> Bool {
    part.withUTF8Buffer { part in
      guard text.count >= part.count, let first = part.first else { return part.isEmpty }
      for start in text.startIndex...(text.endIndex - part.count) where text[start] == first {
        if text[start..<start + part.count].elementsEqual(part) { return true }
      }
      return false
    }
  }

  static func hasPrefix(_ text: ArraySlice<UInt8>, _ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { text.starts(with: $0) }
  }

  static func hasSuffix(_ text: ArraySlice<UInt8>, _ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { text.suffix($0.count).elementsEqual($0) }
  }

  static func equal(_ text: ArraySlice<UInt8>, _ literal: StaticString) -> Bool {
    literal.withUTF8Buffer { text.elementsEqual($0) }
  }
}
