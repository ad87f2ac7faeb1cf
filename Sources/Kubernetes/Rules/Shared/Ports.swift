import YAML

/// Ports and protocols, as IsValidPortNum and IsValidPortName (apimachinery/pkg/util/validation).
extension ObjectCheck {
  /// A port number; absent counts as 0, which no port is.
  mutating func port(_ field: Field) {
    guard let number = field.integer, !(1...65535).contains(number) else { return }
    report(
      ObjectRules.portRange, at: field,
      "\(shown(field)); must be between 1 and 65535, inclusive")
  }

  mutating func optionalPort(_ field: Field) {
    if field.exists { port(field) }
  }

  /// A port's number, or the name of one.
  mutating func portOrName(_ field: Field) {
    if field.isText {
      guard !NameForm.portName.accepts(field) else { return }
      report(
        ObjectRules.portName, at: field,
        "\(shown(field)); must be \(NameForm.portName.meaning), or a number without quotes")
    } else {
      port(field)
    }
  }

  mutating func protocolName(_ field: Field) { oneOf(field, .protocols) }
}

extension Words {
  static let protocols = Words("SCTP", "TCP", "UDP")
}
