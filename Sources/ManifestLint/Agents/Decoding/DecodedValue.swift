import YAML

/// A message as it was decoded, every part with its place in the file.
struct DecodedMessage: Sendable {
  var schema: ConfigurationMessage
  /// The mapping.
  var node: NodeID
  /// In the order of the schema. Fields with null are absent, as the decoder takes them.
  var fields: [DecodedField] = []
  /// Keys that are written with null.
  var nullKeys: [String: NodeID] = [:]
  /// An unknown key stands here: what is missing may be what was meant by it.
  var hasUnknownKeys = false

  subscript(name: String) -> DecodedField? { fields.first { $0.schema.name == name } }

  func message(_ name: String) -> DecodedMessage? {
    guard case .message(let message) = self[name]?.value else { return nil }
    return message
  }

  func elements(_ name: String) -> [DecodedElement] {
    guard case .list(let elements) = self[name]?.value else { return [] }
    return elements
  }
}

struct DecodedField: Sendable {
  var schema: ConfigurationField
  var key: NodeID
  var node: NodeID
  var value: DecodedValue
}

struct DecodedElement: Sendable {
  var node: NodeID
  var value: DecodedValue
}

indirect enum DecodedValue: Sendable {
  case text(NodeID)
  case bool(Bool)
  case integer(Int64)
  case enumeration(Int32)
  case duration(ConfigurationDuration)
  case message(DecodedMessage)
  case list([DecodedElement])
  case map([(name: ArraySlice<UInt8>, value: NodeID)])
  case any(NodeID)
  /// Something stands there that could not be decoded; a diagnostic says so.
  case unreadable
}
