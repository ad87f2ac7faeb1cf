/// What a regular expression is made of. Which of several ways a text matches is never asked, so
/// that groups and greediness leave no trace.
indirect enum RegularExpressionNode: Sendable {
  case empty
  case scalar(UInt32)
  case set(ScalarSet)
  case assertion(RegularExpressionAssertion)
  case sequence([RegularExpressionNode])
  case choice([RegularExpressionNode])
  /// `most` is nil for no bound.
  case repeated(RegularExpressionNode, least: Int, most: Int?)
}

enum RegularExpressionAssertion: UInt8, Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
}

/// Reads the syntax of Go's regexp package (RE2 with Perl's classes), as regexp/syntax/parse.go does.
struct RegularExpressionParser {
  /// As Go's, where it counts every level of the expression.
  static let maximumDepth = 1000
  static let maximumRepeat = 1000

  struct Fault: Error { var message: String }

  private var rest: ArraySlice<Unicode.Scalar>
  private var flags = Flags()
  private var names: Set<String> = []

  private struct Flags {
    var ignoresCase = false
    var isMultiline = false
    var dotMatchesNewline = false
  }

  static func parse(_ pattern: String) throws(Fault) -> RegularExpressionNode {
    var parser = RegularExpressionParser(rest: Array(pattern.unicodeScalars)[...])
    let node = try parser.alternatives(depth: 0).node
    guard parser.rest.isEmpty else { throw Fault(message: "unexpected )") }
    return node
  }

  private init(rest: ArraySlice<Unicode.Scalar>) { self.rest = rest }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  // MARK: Structure

  /// An expression, and the largest product of nested repeat counts in it: Go bounds that too.
  private typealias Part = (node: RegularExpressionNode, repeats: Int)

  private mutating func alternatives(depth: Int) throws(Fault) -> Part {
    guard depth < Self.maximumDepth else { throw Fault(message: "expression nests too deeply") }
    var choices: [RegularExpressionNode] = []
    var repeats = 1
    repeat {
      let part = try sequence(depth: depth)
      choices.append(part.node)
      repeats = max(repeats, part.repeats)
    } while take("|")
    return (choices.count == 1 ? choices[0] : .choice(choices), repeats)
  }

  private mutating func sequence(depth: Int) throws(Fault) -> Part {
    var parts: [Part] = []
    var canRepeat = false
    while let first = rest.first, first != "|", first != ")" {
      rest.removeFirst()
      switch first {
      case "*": try repeatLast(&parts, canRepeat, "*", (0, nil))
      case "+": try repeatLast(&parts, canRepeat, "+", (1, nil))
      case "?": try repeatLast(&parts, canRepeat, "?", (0, 1))
      case "{":
        if let counts = try counts() {
          try repeatLast(&parts, canRepeat, "{}", counts)
        } else {
          parts.append((literal("{"), 1))
          canRepeat = true
          continue
        }
      case "(":
        guard let group = try group(depth: depth) else {
          canRepeat = false
          continue
        }
        parts.append(group)
        canRepeat = true
        continue
      case "\\" where rest.first == "Q":
        rest.removeFirst()
        while !rest.isEmpty, !rest.starts(with: ["\\", "E"]) {
          parts.append((literal(rest.removeFirst()), 1))
          canRepeat = true
        }
        rest = rest.dropFirst(2)
        continue
      default:
        parts.append((try single(first), 1))
        canRepeat = true
        continue
      }
      canRepeat = false
    }
    let repeats = parts.reduce(1) { max($0, $1.repeats) }
    switch parts.count {
    case 0: return (.empty, 1)
    case 1: return parts[0]
    default: return (.sequence(parts.map(\.node)), repeats)
    }
  }

  private mutating func single(_ first: Unicode.Scalar) throws(Fault) -> RegularExpressionNode {
    switch first {
    case "[": return .set(try bracket())
    case ".":
      var set = ScalarSet()
      if !flags.dotMatchesNewline { set.add("\n", foldingCase: false) }
      set.isNegated = true
      return .set(set)
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    case "\\":
      switch rest.first {
      case "A": return assertion(.textStart)
      case "z": return assertion(.textEnd)
      case "b": return assertion(.wordBoundary)
      case "B": return assertion(.noWordBoundary)
      default: break
      }
      var set = ScalarSet()
      if try namedClass(into: &set) { return .set(set) }
      return literal(try escapedScalar())
    default: return literal(first)
    }
  }

  private mutating func assertion(_ kind: RegularExpressionAssertion) -> RegularExpressionNode {
    rest.removeFirst()
    return .assertion(kind)
  }

  private func literal(_ scalar: Unicode.Scalar) -> RegularExpressionNode {
    guard flags.ignoresCase else { return .scalar(scalar.value) }
    var set = ScalarSet()
    set.add(scalar, foldingCase: true)
    return .set(set)
  }

  // MARK: Repetition

  private mutating func repeatLast(
    _ parts: inout [Part], _ canRepeat: Bool, _ name: String, _ counts: (least: Int, most: Int?)
  ) throws(Fault) {
    guard canRepeat, let last = parts.popLast() else {
      throw Fault(message: "missing argument to repetition operator: \(name)")
    }
    _ = take("?")
    if let next = rest.first, next == "*" || next == "+" || next == "?" {
      throw Fault(message: "invalid nested repetition operator: \(name)\(next)")
    }
    var repeats = last.repeats
    let count = counts.most ?? counts.least
    if name == "{}", count >= 2 {
      repeats *= count
      guard repeats <= Self.maximumRepeat else { throw Fault(message: "invalid repeat count") }
    }
    parts.append((.repeated(last.node, least: counts.least, most: counts.most), repeats))
  }

  /// `n}`, `n,}` or `n,m}`; nil when it is no count at all, so that the brace stands for itself.
  private mutating func counts() throws(Fault) -> (least: Int, most: Int?)? {
    guard let close = rest.prefix(24).firstIndex(of: "}") else { return nil }
    let parts = rest[..<close].split(separator: ",", omittingEmptySubsequences: false)
    let isCount = { (part: ArraySlice<Unicode.Scalar>) in
      !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) }
        && (part.count == 1 || part.first != "0")
    }
    guard (1...2).contains(parts.count), isCount(parts[0]),
      parts.count == 1 || parts[1].isEmpty || isCount(parts[1])
    else { return nil }
    rest = rest[rest.index(after: close)...]
    func number(_ part: ArraySlice<Unicode.Scalar>) -> Int {
      part.count > 8 ? .max : part.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    }
    let least = number(parts[0])
    let most: Int? = parts.count == 1 ? least : parts[1].isEmpty ? nil : number(parts[1])
    guard least <= Self.maximumRepeat, (most ?? least) <= Self.maximumRepeat,
      least <= most ?? least
    else { throw Fault(message: "invalid repeat count") }
    return (least, most)
  }

  // MARK: Groups

  /// What stands in parentheses; nil for flags alone, which cannot be repeated.
  private mutating func group(depth: Int) throws(Fault) -> Part? {
    let outer = flags
    if take("?") {
      if rest.starts(with: ["P", "<"]) || (rest.first == "<" && !isLookBehind()) {
        _ = take("P")
        _ = take("<")
        try groupName()
      } else {
        try readFlags()
        // Flags alone hold to the end of the group around them.
        if take(")") { return nil }
        guard take(":") else { throw Fault(message: "invalid or unsupported Perl syntax: (?") }
      }
    }
    let part = try alternatives(depth: depth + 1)
    guard take(")") else { throw Fault(message: "missing closing )") }
    flags = outer
    return part
  }

  private func isLookBehind() -> Bool {
    let next = rest.dropFirst().first
    return next == "=" || next == "!"
  }

  private mutating func groupName() throws(Fault) {
    guard let close = rest.firstIndex(of: ">"), close > rest.startIndex,
      rest[..<close].allSatisfy({
        $0 == "_" || ($0.isASCII && Bytes.isAlphanumeric(UInt8($0.value)))
      })
    else { throw Fault(message: "invalid named capture") }
    let name = String(String.UnicodeScalarView(rest[..<close]))
    guard names.insert(name).inserted else { throw Fault(message: "duplicate capture group name") }
    rest = rest[rest.index(after: close)...]
  }

  private mutating func readFlags() throws(Fault) {
    var value = true
    var isPending = false
    while let flag = rest.first, "imsU-".unicodeScalars.contains(flag) {
      rest.removeFirst()
      isPending = flag == "-"
      switch flag {
      case "i": flags.ignoresCase = value
      case "m": flags.isMultiline = value
      case "s": flags.dotMatchesNewline = value
      case "-" where value: value = false
      case "-": throw Fault(message: "invalid or unsupported Perl syntax: (?--")
      default: break  // Greediness does not change what matches.
      }
    }
    if isPending { throw Fault(message: "invalid or unsupported Perl syntax: (?-") }
  }

  // MARK: Classes

  private mutating func bracket() throws(Fault) -> ScalarSet {
    var set = ScalarSet()
    let isNegated = take("^")
    var isFirst = true
    while isFirst || rest.first != "]" {
      isFirst = false
      if try bracketName(into: &set) { continue }
      if rest.first == "\\" {
        let before = rest
        rest.removeFirst()
        if try namedClass(into: &set) { continue }
        rest = before
      }
      let low = try classScalar()
      guard rest.first == "-", let next = rest.dropFirst().first, next != "]" else {
        set.add(low, foldingCase: flags.ignoresCase)
        continue
      }
      rest.removeFirst()
      let high = try classScalar()
      guard low.value <= high.value else { throw Fault(message: "invalid character class range") }
      set.add(low.value...high.value, foldingCase: flags.ignoresCase)
    }
    rest.removeFirst()
    set.isNegated = isNegated
    return set
  }

  private mutating func classScalar() throws(Fault) -> Unicode.Scalar {
    guard let first = rest.popFirst() else { throw Fault(message: "missing closing ]") }
    return first == "\\" ? try escapedScalar() : first
  }

  /// `[:alpha:]` inside brackets.
  private mutating func bracketName(into set: inout ScalarSet) throws(Fault) -> Bool {
    guard rest.starts(with: ["[", ":"]) else { return false }
    let inner = rest.dropFirst(2)
    var end = inner.startIndex
    while end + 1 < inner.endIndex, !(inner[end] == ":" && inner[end + 1] == "]") { end += 1 }
    guard end + 1 < inner.endIndex else { return false }
    let name = String(String.UnicodeScalarView(inner[..<end]))
    let isNegated = name.hasPrefix("^")
    guard let ranges = ScalarSet.posix[isNegated ? String(name.dropFirst()) : name] else {
      throw Fault(message: "invalid character class range: [:\(name):]")
    }
    set.add(ranges, negated: isNegated, foldingCase: flags.ignoresCase)
    rest = inner[(end + 2)...]
    return true
  }

  /// `d`, `S`, `pL` or `P{Greek}` after a backslash; false, with nothing read, for anything else.
  private mutating func namedClass(into set: inout ScalarSet) throws(Fault) -> Bool {
    guard let letter = rest.first else { return false }
    if let ranges = ScalarSet.perl[letter] {
      rest.removeFirst()
      let isNegated = ("A"..."Z").contains(letter)
      set.add(ranges, negated: isNegated, foldingCase: flags.ignoresCase)
      return true
    }
    guard letter == "p" || letter == "P" else { return false }
    rest.removeFirst()
    var isNegated = letter == "P"
    var name: String
    if take("{") {
      guard let close = rest.firstIndex(of: "}") else {
        throw Fault(message: "invalid character class range: \\p{")
      }
      name = String(String.UnicodeScalarView(rest[..<close]))
      rest = rest[rest.index(after: close)...]
    } else {
      name = rest.popFirst().map { String($0) } ?? ""
    }
    if name.hasPrefix("^") {
      isNegated.toggle()
      name.removeFirst()
    }
    guard set.add(property: name, negated: isNegated) else {
      throw Fault(message: "invalid character class range: \\p{\(name)}")
    }
    return true
  }

  // MARK: Escapes

  private static let controls: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "\u{7}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}",
  ]

  private mutating func escapedScalar() throws(Fault) -> Unicode.Scalar {
    guard let first = rest.popFirst() else {
      throw Fault(message: "trailing backslash at end of expression")
    }
    if let control = Self.controls[first] { return control }
    let fault = Fault(message: "invalid escape sequence: \\\(first)")
    switch first {
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
      guard digits > 1 || first == "0", let scalar = Unicode.Scalar(value) else { throw fault }
      return scalar
    default:
      guard first.value < 0x80, !Bytes.isAlphanumeric(UInt8(first.value)) else { throw fault }
      return first
    }
  }

  private mutating func hexadecimal() throws(Fault) -> Unicode.Scalar {
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
    guard (1...8).contains(digits.count), digits.allSatisfy(\.properties.isASCIIHexDigit),
      let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw Fault(message: "invalid escape sequence: \\x") }
    return scalar
  }
}
