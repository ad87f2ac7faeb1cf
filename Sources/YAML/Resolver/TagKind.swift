/// What a scalar's tag does to its text (yaml-semantics, section 4, Tags).
public enum TagKind: UInt8, Sendable {
  /// The tag `!`, or none: no effect on plain text but that of `!`, which makes it a string.
  case nonSpecific
  case null, bool, integer, float, string, timestamp, binary, merge
  /// Any other: the text is a string.
  case custom

  init(_ name: [UInt8]) {
    let prefix = "tag:yaml.org,2002:".utf8
    guard name.starts(with: prefix) else {
      self = name == [0x21] ? .nonSpecific : .custom
      return
    }
    switch String(decoding: name.dropFirst(prefix.count), as: UTF8.self) {
    case "null": self = .null
    case "bool": self = .bool
    case "int": self = .integer
    case "float": self = .float
    case "str": self = .string
    case "timestamp": self = .timestamp
    case "binary": self = .binary
    case "merge": self = .merge
    default: self = .custom
    }
  }

  /// The value of a text under this tag; nil when the agent refuses it.
  func resolve(_ text: ArraySlice<UInt8>) -> Scalar? {
    let plain = PlainScalar.resolve(text)
    switch (self, plain) {
    case (.null, .null), (.bool, .bool), (.integer, .integer), (.integer, .unsigned),
      (.float, .float):
      return plain
    case (.float, .integer(let value)): return .float(Double(value))
    case (.null, _), (.bool, _), (.integer, _), (.float, _): return nil
    case (.timestamp, _): return Timestamp.isValid(text) ? .string : nil
    default: return .string
    }
  }
}
