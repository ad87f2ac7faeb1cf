/// Whether a text is a regular expression of Go's regexp package (RE2 syntax). Nothing is matched.
struct RegularExpressionSyntax {
  static let maximumDepth = 1000
  static let maximumRepeat = 1000

  struct Fault: Error { var message: String }

  /// What is wrong with the pattern; nil when it compiles.
  static func fault(in pattern: String) -> String? {
    var reader = RegularExpressionSyntax(rest: Array(pattern.unicodeScalars)[...])
    do throws(Fault) {
      try reader.alternatives(depth: 0)
      guard reader.rest.isEmpty else { return "unexpected )" }
      return nil
    } catch {
      return error.message
    }
  }

  private var rest: ArraySlice<Unicode.Scalar>

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func alternatives(depth: Int) throws(Fault) {
    guard depth < Self.maximumDepth else { throw Fault(message: "expression nests too deeply") }
    repeat { try sequence(depth: depth) } while take("|")
  }

  private mutating func sequence(depth: Int) throws(Fault) {
    var canRepeat = false
    while let first = rest.first, first != "|", first != ")" {
      rest.removeFirst()
      switch first {
      case "(":
        canRepeat = try group(depth: depth)
      case "[":
        try bracket()
        canRepeat = true
      case "\\":
        try escape()
        canRepeat = true
      case "*", "+", "?":
        try repeated(canRepeat, String(first))
        canRepeat = false
      case "{":
        if let isValid = counts() {
          guard isValid else { throw Fault(message: "invalid repeat count") }
          try repeated(canRepeat, "{}")
          canRepeat = false
        } else {
          canRepeat = true
        }
      default:
        canRepeat = true
      }
    }
  }

  private mutating func repeated(_ canRepeat: Bool, _ name: String) throws(Fault) {
    guard canRepeat else {
      throw Fault(message: "missing argument to repetition operator: \(name)")
    }
    _ = take("?")
    if let next = rest.first, next == "*" || next == "+" || next == "?" {
      throw Fault(message: "invalid nested repetition operator: \(name)\(next)")
    }
  }

  /// `n}`, `n,}` or `n,m}`: whether the counts are allowed; nil when it is no count at all.
  private mutating func counts() -> Bool? {
    guard let close = rest.firstIndex(of: "}") else { return nil }
    let text = String(String.UnicodeScalarView(rest[..<close]))
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first, !first.isEmpty,
      parts.allSatisfy({ $0.utf8.allSatisfy(Bytes.isDigit) })
    else { return nil }
    rest = rest[rest.index(after: close)...]
    let low = Int(first) ?? .max
    let high = parts.count == 2 && !parts[1].isEmpty ? Int(parts[1]) ?? .max : low
    return low <= Self.maximumRepeat && high <= Self.maximumRepeat && low <= high
  }

  /// Gives whether what was read may be repeated: flags alone may not.
  private mutating func group(depth: Int) throws(Fault) -> Bool {
    if take("?") {
      if rest.starts(with: ["P", "<"]) || (rest.first == "<" && !isLookBehind()) {
        _ = take("P")
        _ = take("<")
        guard let close = rest.firstIndex(of: ">"), close > rest.startIndex,
          rest[..<close].allSatisfy({
            $0 == "_" || ($0.isASCII && Bytes.isAlphanumeric(UInt8($0.value)))
          })
        else { throw Fault(message: "invalid named capture") }
        rest = rest[rest.index(after: close)...]
      } else {
        while let flag = rest.first, "imsU-".unicodeScalars.contains(flag) { rest.removeFirst() }
        if take(")") { return false }
        guard take(":") else { throw Fault(message: "invalid or unsupported Perl syntax: (?") }
      }
    }
    try alternatives(depth: depth + 1)
    guard take(")") else { throw Fault(message: "missing closing )") }
    return true
  }

  private func isLookBehind() -> Bool {
    let next = rest.dropFirst().first
    return next == "=" || next == "!"
  }

  private mutating func bracket() throws(Fault) {
    _ = take("^")
    var isFirst = true
    while isFirst || rest.first != "]" {
      isFirst = false
      if rest.starts(with: ["[", ":"]), let end = rest.dropFirst(2).firstIndex(of: ":"),
        rest.index(after: end) < rest.endIndex, rest[rest.index(after: end)] == "]"
      {
        let name = String(String.UnicodeScalarView(rest.dropFirst(2)[..<end]))
        guard Self.classNames.contains(name.hasPrefix("^") ? String(name.dropFirst()) : name) else {
          throw Fault(message: "invalid character class range: [:\(name):]")
        }
        rest = rest[rest.index(end, offsetBy: 2)...]
        continue
      }
      guard let low = try classMember() else { continue }
      guard rest.first == "-", let next = rest.dropFirst().first, next != "]" else { continue }
      rest.removeFirst()
      guard let high = try classMember() else {
        throw Fault(message: "invalid character class range")
      }
      guard low.value <= high.value else { throw Fault(message: "invalid character class range") }
    }
    rest.removeFirst()
  }

  private static let classNames: Set<String> = [
    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
    "space", "upper", "word", "xdigit",
  ]

  /// A single character of a class; nil for a class in the class, such as `\d`.
  private mutating func classMember() throws(Fault) -> Unicode.Scalar? {
    guard let first = rest.popFirst() else { throw Fault(message: "missing closing ]") }
    return first == "\\" ? try escape() : first
  }

  /// Gives the character meant, or nil for a class or an assertion.
  @discardableResult
  private mutating func escape() throws(Fault) -> Unicode.Scalar? {
    guard let first = rest.popFirst() else {
      throw Fault(message: "trailing backslash at end of expression")
    }
    switch first {
    case "d", "D", "s", "S", "w", "W", "b", "B", "A", "z": return nil
    case "a", "f", "n", "r", "t", "v": return Self.controls[first]
    case "Q":
      while !rest.isEmpty, !rest.starts(with: ["\\", "E"]) { rest.removeFirst() }
      rest = rest.dropFirst(2)
      return nil
    case "E": return nil
    case "p", "P":
      if take("{") {
        guard let close = rest.firstIndex(of: "}"), close > rest.startIndex else {
          throw Fault(message: "invalid character class range: \\p")
        }
        rest = rest[rest.index(after: close)...]
      } else if let letter = rest.popFirst(), "LMNPSZC".unicodeScalars.contains(letter) {
        return nil
      } else {
        throw Fault(message: "invalid character class range: \\p")
      }
      return nil
    case "x": return try hexadecimal()
    case "0"..."7":
      // One digit alone, but for 0, would be a back-reference.
      var digits = 1
      var value = first.value - 0x30
      while digits < 3, let next = rest.first, ("0"..."7").contains(next) {
        value = value * 8 + next.value - 0x30
        rest.removeFirst()
        digits += 1
      }
      guard digits > 1 || first == "0" else {
        throw Fault(message: "invalid escape sequence: \\\(first)")
      }
      return Unicode.Scalar(value)
    default:
      guard first.value < 0x80, !Bytes.isAlphanumeric(UInt8(first.value)) else {
        throw Fault(message: "invalid escape sequence: \\\(first)")
      }
      return first
    }
  }

  private static let controls: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "\u{7}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}",
  ]

  private mutating func hexadecimal() throws(Fault) -> Unicode.Scalar? {
    let digits: ArraySlice<Unicode.Scalar>
    if take("{") {
      guard let close = rest.firstIndex(of: "}") else {
        throw Fault(message: "invalid escape sequence: \\x{")
      }
      digits = rest[..<close]
      rest = rest[rest.index(after: close)...]
    } else {
      digits = rest.prefix(2)
      rest = rest.dropFirst(2)
      guard digits.count == 2 else { throw Fault(message: "invalid escape sequence: \\x") }
    }
    guard let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw Fault(message: "invalid escape sequence: \\x") }
    return scalar
  }
}
