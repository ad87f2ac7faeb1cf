/// What a finding says, as a typed value: an English template and the values in it.
///
/// Written as an interpolated literal, `"unknown field \(name)"`, a message keeps the template
/// (`unknown field {0}`) apart from its values. The template is the key under which a translation
/// is found, and the values never take part in look-ups or fingerprints.
///
/// A message may stand in another one. Each literal stays known as it was written, so that each is
/// translated by itself: what is joined in the source need not be translated in all combinations.
public struct Message: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The template, with each message that was joined in between two marks.
  public let pattern: String
  public let values: [String]

  private static let opening: Unicode.Scalar = "\u{2}"
  private static let closing: Unicode.Scalar = "\u{3}"

  /// A message that was kept in its parts.
  public init(pattern: String, values: [String]) {
    self.pattern = pattern
    self.values = values
  }

  public init(stringLiteral value: String) {
    pattern = value
    values = []
  }

  public init(stringInterpolation: Interpolation) {
    pattern = stringInterpolation.pattern
    values = stringInterpolation.values
  }

  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var pattern = ""
    fileprivate var values: [String] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      pattern.reserveCapacity(literalCapacity + 3 * interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) { pattern += literal }

    public mutating func appendInterpolation(_ value: String) {
      pattern += "{\(values.count)}"
      values.append(value)
    }

    public mutating func appendInterpolation(_ value: some BinaryInteger) {
      appendInterpolation(String(value))
    }

    /// Joins another message in: its template becomes part of this one.
    public mutating func appendInterpolation(_ message: Message) {
      pattern.unicodeScalars.append(Message.opening)
      pattern += message.numbered(from: values.count)
      pattern.unicodeScalars.append(Message.closing)
      values += message.values
    }
  }

  /// The English text, with `{0}`, `{1}`, … where the values go.
  public var template: String {
    guard pattern.utf8.contains(2) else { return pattern }
    var result = ""
    result.unicodeScalars.append(
      contentsOf: pattern.unicodeScalars.filter { $0 != Self.opening && $0 != Self.closing })
    return result
  }

  /// The English text.
  public var text: String { text(in: nil) }

  /// The text in another language.
  public func text(in language: Translation?) -> String {
    var result = ""
    for piece in pieces(in: language) {
      switch piece {
      case .text(let text): result += text
      case .value(let value): result += value
      }
    }
    return result
  }

  /// A stretch of our own words, or a value, which may come from the user's files.
  public enum Piece: Hashable, Sendable {
    case text(String)
    case value(String)
  }

  /// The message in pieces, for forms in which values look different from words or are quoted.
  public func pieces(in language: Translation? = nil) -> [Piece] {
    var result: [Piece] = []
    guard let language else {
      Self.walk(template) { part in
        switch part {
        case .text(let text): if !text.isEmpty { result.append(.text(String(text))) }
        case .place(let number): result.append(value(number))
        }
      }
      return result
    }
    translate(pattern[...], language, into: &result)
    return language.separatesScripts ? Self.spaced(result) : result
  }

  /// Puts a blank between an ideograph and a Latin letter or digit that come together where pieces
  /// meet.
  private static func spaced(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    var last: Unicode.Scalar = " "
    for piece in pieces {
      let text =
        switch piece {
        case .text(let text), .value(let text): text
        }
      guard let first = text.unicodeScalars.first else { continue }
      if isIdeograph(last) && isLatin(first) || isLatin(last) && isIdeograph(first) {
        result.append(.text(" "))
      }
      result.append(piece)
      last = text.unicodeScalars.last ?? " "
    }
    return result
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }

  private func value(_ number: Int) -> Piece {
    values.indices.contains(number) ? .value(values[number]) : .text("{\(number)}")
  }

  /// The literals that this message is made of, as they stand in the source: `{0}`, `{1}`, … for
  /// what is interpolated, in order.
  public var literals: [String] {
    var result: [String] = []
    func visit(_ pattern: Substring) {
      let (literal, arguments) = Self.split(pattern)
      result.append(literal)
      for argument in arguments { if case .message(let inner) = argument { visit(inner) } }
    }
    visit(pattern[...])
    return result
  }

  // MARK: Translation

  /// What stands at a place of a literal.
  private enum Argument {
    case value(Int)
    case message(Substring)
  }

  private func translate(
    _ pattern: Substring, _ language: Translation, into result: inout [Piece]
  ) {
    let (literal, arguments) = Self.split(pattern)
    Self.walk(language.translated(literal) ?? literal) { part in
      switch part {
      case .text(let text): if !text.isEmpty { result.append(.text(String(text))) }
      case .place(let number):
        guard arguments.indices.contains(number) else { return }
        switch arguments[number] {
        case .value(let number): result.append(value(number))
        case .message(let inner): translate(inner, language, into: &result)
        }
      }
    }
  }

  /// The outermost literal of a pattern, and what goes into its places.
  private static func split(_ pattern: Substring) -> (literal: String, arguments: [Argument]) {
    var literal = ""
    var arguments: [Argument] = []
    func add(_ argument: Argument) {
      literal += "{\(arguments.count)}"
      arguments.append(argument)
    }
    var rest = pattern
    while !rest.isEmpty {
      let open = rest.unicodeScalars.firstIndex(of: opening) ?? rest.endIndex
      walk(rest[..<open]) { part in
        switch part {
        case .text(let text): literal += text
        case .place(let number): add(.value(number))
        }
      }
      guard open < rest.endIndex else { break }
      let start = rest.unicodeScalars.index(after: open)
      var depth = 1
      var end = start
      while end < rest.endIndex {
        let scalar = rest.unicodeScalars[end]
        if scalar == opening { depth += 1 }
        if scalar == closing { depth -= 1 }
        if depth == 0 { break }
        end = rest.unicodeScalars.index(after: end)
      }
      add(.message(rest[start..<end]))
      rest = end < rest.endIndex ? rest[rest.unicodeScalars.index(after: end)...] : rest[end...]
    }
    return (literal, arguments)
  }

  private func numbered(from offset: Int) -> String {
    guard offset > 0, !values.isEmpty else { return pattern }
    var result = ""
    Self.walk(pattern) { part in
      switch part {
      case .text(let text): result += text
      case .place(let number): result += "{\(number + offset)}"
      }
    }
    return result
  }

  private enum Part {
    case text(Substring)
    case place(Int)
  }

  /// Only `{digits}` is a place for a value: other braces are text.
  private static func walk(_ template: some StringProtocol, _ visit: (Part) -> Void) {
    // Braces and digits are ASCII: looking at bytes is enough, and much faster than at characters.
    var rest = Substring(template)
    let bytes = rest.utf8
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      let after = bytes.index(after: open)
      let close = rest.utf8[after...].firstIndex { !(0x30...0x39).contains($0) }
      guard let close, bytes[close] == UInt8(ascii: "}"), let number = Int(rest[after..<close])
      else {
        visit(.text(rest[..<after]))
        rest = rest[after...]
        continue
      }
      visit(.text(rest[..<open]))
      visit(.place(number))
      rest = rest[bytes.index(after: close)...]
    }
    visit(.text(rest))
  }
}

extension Message {
  /// `a, b or c`.
  public static func oneOf(_ texts: [String]) -> Message {
    guard texts.count > 1, let last = texts.last else { return "\(texts.first ?? "")" }
    return "\(texts.dropLast().joined(separator: ", ")) or \(last)"
  }

  /// `a, b and c`.
  public static func all(_ texts: [String]) -> Message {
    guard texts.count > 1, let last = texts.last else { return "\(texts.first ?? "")" }
    return "\(texts.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// `a, b, c`.
  public static func list(_ messages: [Message]) -> Message {
    guard let first = messages.first else { return "" }
    return messages.dropFirst().reduce(first) { "\($0), \($1)" }
  }
}
