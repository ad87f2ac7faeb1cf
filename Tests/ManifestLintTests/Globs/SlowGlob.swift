@testable import ManifestLint

/// The meaning of a pattern told as rewriting: what is left of the pattern and of the path after each
/// step are strings, and an alternative is tried by writing it before the rest of the pattern. Takes
/// exponential time; it is here to be compared with.
enum SlowGlob {
  struct Malformed: Error {}

  /// Whether the pattern matches all of the path.
  static func matches(_ pattern: [UInt8], _ path: [UInt8]) throws -> Bool {
    if pattern.isEmpty { return path.isEmpty }
    if path.isEmpty { return try canBeNothing(pattern) }

    let (head, tail) = cut(pattern, at: "/")
    if text(head) == "**" {
      guard let tail else { return true }
      var rest: [UInt8]? = path
      while let here = rest {
        if let isMatch = try? matches(tail, here), isMatch { return true }
        rest = cut(here, at: "/").tail
      }
      return false
    }
    let (name, below) = cut(path, at: "/")
    guard let continuations = try component(pattern, name) else { return false }
    guard let below else { return continuations.isEmpty }
    for continuation in continuations where try matches(continuation, below) { return true }
    return false
  }

  /// What is left of the pattern for the components behind this one, in the order of the
  /// alternatives; nil when the component does not match.
  private static func component(_ pattern: [UInt8], _ name: [UInt8]) throws -> [[UInt8]]? {
    if name.isEmpty {
      if pattern.isEmpty { return [] }
      let (head, tail) = cut(pattern, at: "/")
      guard try canBeNothing(head) else { return nil }
      return tail.map { [$0] } ?? []
    }
    guard !pattern.isEmpty else { return nil }
    let (wanted, rest) = first(pattern)
    let (rune, nextName) = first(name)
    switch wanted {
    case "/": return nil
    case "?": return try component(rest, nextName)
    case "\\":
      guard !rest.isEmpty else { throw Malformed() }
      let (escaped, rest) = first(rest)
      guard escaped != "\u{FFFD}" else { throw Malformed() }
      return escaped == rune ? try component(rest, nextName) : nil
    case "*":
      if rest.isEmpty { return [] }
      if rest[0] == UInt8(ascii: "/") { return [Array(rest.dropFirst())] }
      var name = name
      while !name.isEmpty {
        if let found = try component(rest, name) { return found }
        name = first(name).rest
      }
      return nil
    case "[":
      let (content, rest) = cut(rest, at: "]")
      guard let rest else { throw Malformed() }
      return try isIn(content, rune) ? try component(rest, nextName) : nil
    case "{":
      guard let (alternatives, rest) = alternatives(rest) else { throw Malformed() }
      var all: [[UInt8]]?
      for alternative in alternatives {
        if let found = try component(alternative + rest, name) { all = (all ?? []) + found }
      }
      return all
    default: return wanted == rune ? try component(rest, nextName) : nil
    }
  }

  private static func isIn(_ content: [UInt8], _ rune: Unicode.Scalar) throws -> Bool {
    guard !content.isEmpty else { throw Malformed() }
    var rest = content
    let isNegated = rest[0] == UInt8(ascii: "^")
    if isNegated { rest.removeFirst() }
    var isIn = false
    func bound() throws -> Unicode.Scalar {
      guard !rest.isEmpty else { throw Malformed() }
      var bound: Unicode.Scalar
      (bound, rest) = first(rest)
      guard bound != "-" else { throw Malformed() }
      if bound == "\\" {
        guard !rest.isEmpty else { throw Malformed() }
        (bound, rest) = first(rest)
      }
      return bound
    }
    while !rest.isEmpty {
      let low = try bound()
      var high = low
      if rest.first == UInt8(ascii: "-") {
        rest.removeFirst()
        high = try bound()
      }
      if low <= rune, rune <= high { isIn = true }
    }
    return isIn != isNegated
  }

  private static func canBeNothing(_ pattern: [UInt8]) throws -> Bool {
    if ["", "*", "**"].contains(text(pattern)) { return true }
    guard pattern[0] == UInt8(ascii: "{") else { return false }
    guard let (alternatives, rest) = alternatives(Array(pattern.dropFirst())) else {
      throw Malformed()
    }
    guard try canBeNothing(rest) else { return false }
    return try alternatives.contains { try canBeNothing($0) }
  }

  /// The alternatives up to the closing brace, and what stands behind it.
  private static func alternatives(_ pattern: [UInt8]) -> ([[UInt8]], rest: [UInt8])? {
    var alternatives: [[UInt8]] = [[]]
    var depth = 1
    var isEscaped = false
    for (place, byte) in pattern.enumerated() {
      switch (byte, isEscaped) {
      case (_, true): break
      case (UInt8(ascii: "{"), _): depth += 1
      case (UInt8(ascii: "}"), _):
        depth -= 1
        if depth == 0 { return (alternatives, Array(pattern[(place + 1)...])) }
      case (UInt8(ascii: ","), _) where depth == 1:
        alternatives.append([])
        continue
      default: break
      }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      alternatives[alternatives.count - 1].append(byte)
    }
    return nil
  }

  /// Cuts at the first mark that does not follow a `\`, however that is meant.
  private static func cut(
    _ text: [UInt8], at mark: Unicode.Scalar
  ) -> (head: [UInt8], tail: [UInt8]?) {
    for place in text.indices where text[place] == UInt8(ascii: mark) {
      if place > 0, text[place - 1] == UInt8(ascii: "\\") { continue }
      return (Array(text[..<place]), Array(text[(place + 1)...]))
    }
    return (text, nil)
  }

  private static func first(_ text: [UInt8]) -> (Unicode.Scalar, rest: [UInt8]) {
    // Go reads a bad sequence byte by byte, Swift as few replacements as possible.
    for length in 1...4 where length <= text.count {
      if let character = String(validating: text.prefix(length), as: UTF8.self) {
        return (character.unicodeScalars.first!, Array(text.dropFirst(length)))
      }
    }
    return ("\u{FFFD}", Array(text.dropFirst()))
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
