/// The table as a JSON Schema (draft 7: what editors with the YAML language server read).
///
/// It takes what the server takes, as far as JSON Schema can say it: null is "absent", and so may
/// stand for every value that is not required.
public enum ConfigurationJSONSchema {
  /// - Parameter version: The contract; nil is every key of the newest known version, the
  ///   deprecated ones included.
  /// - Returns: JSON, two blanks of indentation, a final line end.
  public static func text(for version: GitLabVersion? = nil) -> String {
    let contract = version ?? .newestKnown
    var members: [(String, JSONValue)] = [
      ("$schema", "http://json-schema.org/draft-07/schema#"),
      ("title", "GitLab agent for Kubernetes: config.yaml"),
      (
        "description",
        .string("Keys as GitLab \(contract.description) knows them. Made by manifest-lint.")
      ),
    ]
    members += message(ConfigurationTable.root, contract, isNullable: contract >= "13.8")
    var text = ""
    JSONValue.object(members).write(to: &text, indentation: 0)
    return text + "\n"
  }

  private static func message(
    _ message: ConfigurationMessage, _ version: GitLabVersion, isNullable: Bool
  ) -> [(String, JSONValue)] {
    let fields = message.fields.filter { $0.isKnown(in: version) }
    var members: [(String, JSONValue)] = [
      ("type", type("object", isNullable: isNullable)), ("additionalProperties", false),
    ]
    let required = fields.filter { isRequired($0, version) }.map { JSONValue.string($0.name) }
    if !required.isEmpty { members.append(("required", .array(required))) }
    if !fields.isEmpty {
      members.append(
        ("properties", .object(fields.map { ($0.name, .object(property($0, version))) })))
    }
    if let oneof = message.requiredOneof {
      // Exactly one member that is not null.
      let choices = fields.filter { $0.oneof == oneof }.map { field in
        JSONValue.object([
          ("required", .array([.string(field.name)])),
          ("properties", .object([(field.name, .object([("not", .object([("type", "null")]))]))])),
        ])
      }
      let choice = JSONValue.object([("oneOf", .array(choices))])
      members.append(
        isNullable
          ? ("anyOf", .array([.object([("type", "null")]), choice])) : ("allOf", .array([choice])))
    }
    return members
  }

  private static func isRequired(_ field: ConfigurationField, _ version: GitLabVersion) -> Bool {
    guard !field.hasExplicitPresence(in: version) else { return false }
    return field.checks(in: version).contains { check in
      switch check {
      case .notEmpty, .required, .atLeastOneItem: true
      case .itemsNotEmpty, .oneOf, .positive: false
      }
    }
  }

  private static func property(_ field: ConfigurationField, _ version: GitLabVersion)
    -> [(String, JSONValue)]
  {
    var members: [(String, JSONValue)] = [("description", .string(description(of: field)))]
    if field.deprecated != nil { members.append(("deprecated", true)) }
    let isNullable = !isRequired(field, version)
    guard field.isList else { return members + value(field, version, isNullable: isNullable) }
    members.append(("type", type("array", isNullable: isNullable)))
    if field.checks(in: version).contains(where: {
      if case .atLeastOneItem = $0 { true } else { false }
    }) {
      members.append(("minItems", 1))
    }
    members.append(("items", .object(value(field, version, isNullable: false))))
    return members
  }

  private static func description(of field: ConfigurationField) -> String {
    var text = field.meaning
    if let defaultText = field.defaultText { text += " Default: \(defaultText)." }
    text += " Since GitLab \(field.since.description)"
    if let deprecated = field.deprecated { text += ", deprecated in \(deprecated.description)" }
    if let tier = field.tier { text += ", \(tier)" }
    return text + "."
  }

  private static func type(_ name: String, isNullable: Bool) -> JSONValue {
    isNullable ? .array([.string(name), "null"]) : .string(name)
  }

  /// A single value, or an item of a list.
  private static func value(
    _ field: ConfigurationField, _ version: GitLabVersion, isNullable: Bool
  ) -> [(String, JSONValue)] {
    switch field.type {
    case .message(let inner): return message(inner, version, isNullable: isNullable)
    case .string: return string(field, version, isNullable: isNullable)
    case .bool: return [("type", type("boolean", isNullable: isNullable))]
    case .integer(let bits): return integer(field, version, bits: bits, isNullable: isNullable)
    case .enumeration(let type):
      // Any number of 32 bits is taken too; the names are what an editor proposes.
      let names = type.values.map { JSONValue.string($0) } + (isNullable ? [.null] : [])
      return [
        (
          "anyOf",
          .array([
            .object([("enum", .array(names))]),
            .object([
              ("type", "integer"), ("minimum", .number(Int64(Int32.min))),
              ("maximum", .number(Int64(Int32.max))),
            ]),
          ])
        )
      ]
    case .duration: return duration(field, version, isNullable: isNullable)
    case .stringMap:
      return [
        ("type", type("object", isNullable: isNullable)),
        ("additionalProperties", .object([("type", "string")])),
      ]
    case .anyMapping: return [("type", type("object", isNullable: isNullable))]
    }
  }

  private static func string(
    _ field: ConfigurationField, _ version: GitLabVersion, isNullable: Bool
  ) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("type", type("string", isNullable: isNullable))]
    for check in field.checks(in: version) {
      switch check {
      case .notEmpty where !field.isList, .itemsNotEmpty where field.isList:
        members.append(("minLength", 1))
      case .oneOf(let names):
        let values = names.map { JSONValue.string($0) } + [""] + (isNullable ? [.null] : [])
        members.append(("enum", .array(values)))
      default: break
      }
    }
    for case .oneOf(let names) in field.laterChecks {
      members.append(("enum", .array(names.map { .string($0) } + (isNullable ? [.null] : []))))
    }
    return members
  }

  private static func integer(
    _ field: ConfigurationField, _ version: GitLabVersion, bits: Int, isNullable: Bool
  ) -> [(String, JSONValue)] {
    var lower = bits == 32 ? Int64(Int32.min) : Int64.min
    var upper = bits == 32 ? Int64(Int32.max) : Int64.max
    for case .positive in field.checks(in: version) { lower = 1 }
    for case .range(let range) in field.laterChecks {
      lower = range.lowerBound
      upper = range.upperBound
    }
    var number: [(String, JSONValue)] = [("type", "integer"), ("minimum", .number(lower))]
    if upper < .max { number.append(("maximum", .number(upper))) }
    var choices: [JSONValue] = [
      .object(number), .object([("type", "string"), ("pattern", "^-?(0|[1-9][0-9]*)$")]),
    ]
    if isNullable { choices.append(.object([("type", "null")])) }
    return [("anyOf", .array(choices))]
  }

  /// Seconds up to 315,576,000,000 as the decoder reads them.
  private static let durationPattern =
    "^[+-]?((0|[1-9][0-9]{0,10}|[12][0-9]{11}|30[0-9]{10}|31[0-4][0-9]{9}|315[0-4][0-9]{8}|3155[0-6][0-9]{7}|31557[0-5][0-9]{6}|315576000000)(\\.[0-9]{0,9})?|\\.[0-9]{0,9})s$"

  private static func duration(
    _ field: ConfigurationField, _ version: GitLabVersion, isNullable: Bool
  ) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("type", type("string", isNullable: isNullable)), ("pattern", .string(durationPattern)),
    ]
    for case .positive in field.checks(in: version) {
      members.append(
        (
          "not",
          .object([("type", "string"), ("pattern", "^(-.*|[+]?0?(\\.0*)?s)$")])
        ))
    }
    return members
  }
}

/// JSON whose members keep their order.
private indirect enum JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  case null
  case bool(Bool)
  case number(Int64)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int64) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }

  func write(to text: inout String, indentation: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += String(value)
    case .string(let value): text += Self.quoted(value)
    case .array(let elements):
      text += "["
      // Lists of names stay on one line.
      let isFlat = elements.allSatisfy { if case .object = $0 { false } else { true } }
      for (index, element) in elements.enumerated() {
        text += index > 0 ? (isFlat ? ", " : ",") : ""
        if !isFlat { Self.breakLine(&text, indentation + 2) }
        element.write(to: &text, indentation: indentation + 2)
      }
      if !isFlat { Self.breakLine(&text, indentation) }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.breakLine(&text, indentation + 2)
        text += Self.quoted(member.0) + ": "
        member.1.write(to: &text, indentation: indentation + 2)
      }
      if !members.isEmpty { Self.breakLine(&text, indentation) }
      text += "}"
    }
  }

  private static func breakLine(_ text: inout String, _ indentation: Int) {
    text += "\n" + String(repeating: " ", count: indentation)
  }

  private static func quoted(_ value: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(value.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
