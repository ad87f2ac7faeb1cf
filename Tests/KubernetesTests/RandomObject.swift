@testable import Kubernetes

/// Random numbers that a seed repeats.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// A value made by the catalogue, with what the catalogue says of it.
indirect enum SampleValue {
  /// A scalar as JSON writes it.
  case scalar(String)
  case list([SampleValue])
  case mapping([(key: String, value: SampleValue)])
}

/// Makes objects that the server's decoder takes, field by field from the catalogue, and breaks them
/// in one place.
struct RandomObject {
  /// Where something was made that can be broken.
  struct Place {
    var path: [String]
    var field: FieldRecord
    /// The whole field, or one item of its list or mapping.
    var isWhole: Bool
  }

  let kind: Catalogue.Kind
  let versions: VersionSet
  var random: SeededRandom
  private(set) var value = SampleValue.mapping([])
  /// Mappings of a known type, whose fields are all known.
  private(set) var structures: [(path: [String], definition: Definition)] = []
  private(set) var places: [Place] = []
  private var budget = 120

  init(_ kind: Catalogue.Kind, versions: VersionSet, random: SeededRandom) {
    self.kind = kind
    self.versions = versions
    self.random = random
    var members: [(key: String, value: SampleValue)] = [
      ("apiVersion", .scalar("\"\(kind.apiVersion)\"")), ("kind", .scalar("\"\(kind.kind)\"")),
    ]
    if let definition = kind.definition {
      structures.append(([], definition))
      // Everything of an object hangs on one or two fields: they are nearly always there.
      members += fields(of: definition, [], chance: 85).filter {
        $0.key != "apiVersion" && $0.key != "kind"
      }
    }
    members.shuffle(using: &self.random)
    value = .mapping(members)
  }

  private mutating func fields(
    of definition: Definition, _ path: [String], chance: Int
  ) -> [(key: String, value: SampleValue)] {
    var members: [(key: String, value: SampleValue)] = []
    for number in definition.fields {
      let field = FieldRecord(number: number)
      guard versions.isWithin(field.since, field.until), random.chance(chance), budget > 0 else {
        continue
      }
      if path.isEmpty, ["apiVersion", "kind"].contains(field.name.text) { continue }
      members.append((field.name.text, make(field, path + [field.name.text])))
    }
    return members
  }

  private mutating func make(_ field: FieldRecord, _ path: [String]) -> SampleValue {
    budget -= 1
    // As good as absent.
    if random.chance(2) { return .scalar("null") }
    if field.container != .one { places.append(Place(path: path, field: field, isWhole: true)) }
    let count = Int.random(in: 0...2, using: &random)
    switch field.container {
    case .one: return one(field, path)
    case .list: return .list((0..<count).map { one(field, path + [String($0)]) })
    case .map:
      return .mapping(
        (0..<count).map { ("key-\($0)", one(field, path + ["key-\($0)"])) })
    case .mapOfLists:
      return .mapping(
        (0..<count).map { ("key/\($0)", .list([one(field, path + ["key/\($0)", "0"])])) })
    }
  }

  private mutating func one(_ field: FieldRecord, _ path: [String]) -> SampleValue {
    places.append(Place(path: path, field: field, isWhole: false))
    func pick(_ words: String...) -> SampleValue {
      .scalar(words.randomElement(using: &random) ?? "")
    }
    switch field.kind {
    case .string:
      return pick(
        "\"\"", "\"web\"", "\"1\"", "\"true\"", "\"a: b # c\"", "\"\\u00e9\\n- x\"", "\"~\"")
    case .bytes: return pick("\"\"", "\"aGVsbG8=\"", "\"AA==\"")
    case .int32: return pick("0", "-1", "8080", "2147483647", "-2147483648")
    case .int64: return pick("0", "-1", "2147483648", "9223372036854775807")
    case .double: return pick("0", "1.5", "-2e3")
    case .bool: return pick("true", "false")
    case .quantity: return pick("\"10Mi\"", "\"500m\"", "1", "2.5", "\"1e3\"")
    case .intOrString: return pick("80", "\"http\"", "\"25%\"")
    case .time: return pick("\"2026-01-31T12:00:00Z\"", "\"2026-01-31T12:00:00+02:00\"")
    case .microTime: return pick("\"2026-01-31T12:00:00.000001Z\"")
    case .anything, .json: return pick("{}", "{\"a\": [1]}")
    case .fieldSet: return pick("{}")
    case .schemaOrArray: return pick("{\"type\": \"string\"}", "[{\"type\": \"string\"}]")
    case .schemaOrBool: return pick("true", "{\"type\": \"string\"}")
    case .schemaOrStrings: return pick("[\"a\"]", "{\"type\": \"string\"}")
    case .object:
      guard let target = field.target else { return .mapping([]) }
      structures.append((path, target))
      let deep = path.count > 6
      return .mapping(fields(of: target, path, chance: deep ? 10 : 45))
    }
  }

  // MARK: Breaking

  struct Break {
    var what: String
    var rule: String
    /// JSON pointer of the finding.
    var pointer: String
    var value: SampleValue
  }

  /// One thing made wrong at a random place; nil when the place takes no such mistake.
  mutating func broken() -> Break? {
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      let structure = structures.randomElement(using: &random)
      guard let path = structure?.path else { return nil }
      return at(path + ["unknownField"], "manifest/unknown-field", "an unknown field") { _ in
        .scalar("\"x\"")
      }
    case 1:
      guard let path = structures.randomElement(using: &random)?.path,
        case .mapping(let members)? = value.at(path[...]),
        let key = members.map(\.key).filter({ !path.isEmpty || $0 != "kind" && $0 != "apiVersion" })
          .randomElement(using: &random)
      else { return nil }
      let other = key.uppercased()
      guard other != key else { return nil }
      let renamed = members.map { ($0.key == key ? other : $0.key, $0.value) }
      return Break(
        what: "another case of \(key)", rule: "manifest/unknown-field",
        pointer: Self.pointer(path + [other]),
        value: value.replacing(path[...]) { _ in .mapping(renamed) })
    case 2:
      let name = ["kind", "apiVersion"].randomElement(using: &random) ?? ""
      guard case .mapping(let members) = value else { return nil }
      return Break(
        what: "no \(name)",
        rule: name == "kind" ? "manifest/missing-kind" : "manifest/missing-api-version",
        pointer: "", value: .mapping(members.filter { $0.key != name }))
    default:
      guard let place = places.randomElement(using: &random),
        let wrong = wrongValue(for: place), value.at(place.path[...]) != nil
      else { return nil }
      return at(place.path, wrong.rule, wrong.text) { _ in .scalar(wrong.text) }
    }
  }

  private func at(
    _ path: [String], _ rule: String, _ what: String, _ change: (SampleValue?) -> SampleValue
  ) -> Break {
    Break(
      what: what, rule: rule, pointer: Self.pointer(path),
      value: value.replacing(path[...], by: change))
  }

  private mutating func wrongValue(for place: Place) -> (rule: String, text: String)? {
    func pick(_ choices: (String, String)...) -> (rule: String, text: String)? {
      choices.randomElement(using: &random).map { (rule: "manifest/" + $0.0, text: $0.1) }
    }
    if place.isWhole {
      return place.field.container == .list
        ? pick(("wrong-type", "{}"), ("wrong-type", "\"x\""), ("wrong-type", "5"))
        : pick(("wrong-type", "[]"), ("wrong-type", "\"x\""), ("wrong-type", "true"))
    }
    switch place.field.kind {
    case .string: return pick(("wrong-type", "5"), ("wrong-type", "[]"), ("wrong-type", "true"))
    case .bytes: return pick(("bad-base64", "\"a b\""), ("wrong-type", "5"))
    case .int32: return pick(("number-range", "2147483648"), ("wrong-type", "\"1\""))
    case .int64: return pick(("number-range", "9223372036854775808"), ("wrong-type", "1.5"))
    case .double: return pick(("wrong-type", "\"1\""), ("wrong-type", "{}"))
    case .bool: return pick(("wrong-type", "\"true\""), ("wrong-type", "1"))
    case .quantity: return pick(("bad-quantity", "\"10 MB\""), ("wrong-type", "[]"))
    case .intOrString: return pick(("wrong-type", "true"), ("number-range", "2147483648"))
    case .time, .microTime: return pick(("bad-time", "\"yesterday\""), ("wrong-type", "5"))
    case .schemaOrBool: return pick(("wrong-type", "5"))
    case .object: return pick(("wrong-type", "[]"), ("wrong-type", "\"x\""))
    case .anything, .json, .fieldSet, .schemaOrArray, .schemaOrStrings: return nil
    }
  }

  static func pointer(_ path: [String]) -> String {
    path.map {
      "/"
        + $0.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
        .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }.joined()
  }
}

extension SampleValue {
  /// The value at a path; nil where there is none.
  func at(_ path: ArraySlice<String>) -> SampleValue? {
    guard let name = path.first else { return self }
    switch self {
    case .mapping(let members): return members.first { $0.key == name }?.value.at(path.dropFirst())
    case .list(let items):
      return Int(name).flatMap { items.indices.contains($0) ? items[$0].at(path.dropFirst()) : nil }
    case .scalar: return nil
    }
  }

  /// Changes the value at a path, or adds a member there.
  func replacing(
    _ path: ArraySlice<String>, by change: (SampleValue?) -> SampleValue
  ) -> SampleValue {
    guard let name = path.first else { return change(self) }
    let rest = path.dropFirst()
    switch self {
    case .mapping(var members):
      if let index = members.firstIndex(where: { $0.key == name }) {
        members[index].value = members[index].value.replacing(rest, by: change)
      } else if rest.isEmpty {
        members.append((name, change(nil)))
      }
      return .mapping(members)
    case .list(var items):
      if let index = Int(name), items.indices.contains(index) {
        items[index] = items[index].replacing(rest, by: change)
      }
      return .list(items)
    case .scalar: return self
    }
  }

  var json: String {
    switch self {
    case .scalar(let text): text
    case .list(let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
    case .mapping(let members):
      "{" + members.map { "\"\($0.key)\": \($0.value.json)" }.joined(separator: ", ") + "}"
    }
  }

  /// Block style; scalars as JSON writes them are YAML too.
  func yaml(_ indent: String = "") -> String {
    switch self {
    case .scalar(let text): return " " + text + "\n"
    case .list(let items):
      if items.isEmpty { return " []\n" }
      return "\n" + items.map { indent + "-" + $0.yaml(indent + "  ") }.joined()
    case .mapping(let members):
      if members.isEmpty { return " {}\n" }
      return "\n"
        + members.map { indent + "\($0.key):" + $0.value.yaml(indent + "  ") }.joined()
    }
  }
}
