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
    Self.walk(template) { piece in
      switch piece {
      case .text(let text): result += text
      case .value(let number):
        result += values.indices.contains(number) ? values[number] : "{\(number)}"
      }
    }
    return result
  }

  private func rendered(_ template: String, numbering offset: Int) -> String {
    var result = ""
    Self.walk(template) { piece in
      switch piece {
      case .text(let text): result += text
      case .value(let number): result += "{\(number + offset)}"
      }
    }
    return result
  }

  private enum Piece {
    case text(Substring)
    case value(Int)
  }

  /// Only `{digits}` is a place for a value: other braces are text.
  private static func walk(_ template: String, _ visit: (Piece) -> Void) {
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      let after = rest.index(after: open)
      guard let close = rest[after...].firstIndex(of: "}"), let number = Int(rest[after..<close])
      else {
        visit(.text(rest[..<after]))
        rest = rest[after...]
        continue
      }
      visit(.text(rest[..<open]))
      visit(.value(number))
      rest = rest[rest.index(after: close)...]
    }
    visit(.text(rest))
  }
}
