/// What a finding says, as a typed value: an English template and the values in it.
///
/// Written as an interpolated literal, `"unknown field \(name)"`, a message keeps the template
/// (`unknown field {0}`) apart from its values. The template is the key under which a translation
/// is found, and the values never take part in look-ups or fingerprints.
public struct Message: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The English text, with `{0}`, `{1}`, … where the values go.
  public let template: String
  public let values: [String]

  public init(stringLiteral value: String) {
    template = value
    values = []
  }

  public init(stringInterpolation: Interpolation) {
    template = stringInterpolation.template
    values = stringInterpolation.values
  }

  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var template = ""
    fileprivate var values: [String] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + 3 * interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) { template += literal }

    public mutating func appendInterpolation(_ value: String) {
      template += "{\(values.count)}"
      values.append(value)
    }

    public mutating func appendInterpolation(_ value: some BinaryInteger) {
      appendInterpolation(String(value))
    }

    /// Joins another message in: its template becomes part of this one.
    public mutating func appendInterpolation(_ message: Message) {
      template += message.rendered(message.template, numbering: values.count)
      values += message.values
    }
  }

  /// The English text.
  public var text: String { render(template) }

  /// The text of a translated template.
  public func render(_ template: String) -> String {
    var result = ""
    for piece in pieces(of: template) {
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
  /// `translated` stands in for the English template.
  public func pieces(of translated: String? = nil) -> [Piece] {
    var result: [Piece] = []
    Self.walk(translated ?? template) { part in
      switch part {
      case .text(let text): if !text.isEmpty { result.append(.text(String(text))) }
      case .place(let number):
        result.append(
          values.indices.contains(number) ? .value(values[number]) : .text("{\(number)}"))
      }
    }
    return result
  }

  private func rendered(_ template: String, numbering offset: Int) -> String {
    var result = ""
    Self.walk(template) { part in
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
  private static func walk(_ template: String, _ visit: (Part) -> Void) {
    // Braces and digits are ASCII: looking at bytes is enough, and much faster than at characters.
    let bytes = template.utf8
    var rest = template[...]
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
