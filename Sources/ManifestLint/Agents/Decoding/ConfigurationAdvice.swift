import YAML

/// What a person probably meant.
enum ConfigurationAdvice {
  struct Advice {
    var message: Message
    /// The right key, when there is no doubt.
    var replacement: String?
  }

  static func unknownField(
    _ name: String, in schema: ConfigurationMessage, version: GitLabVersion
  ) -> Advice {
    let known = schema.fields.filter { $0.isKnown(in: version) && $0.hasEffect(in: version) }
    let folded = folded(name)
    if let invisible = name.unicodeScalars.first(where: isInvisible) {
      let code = String(invisible.value, radix: 16, uppercase: true)
      return Advice(message: "; the character U+\(code) in it looks like a blank, or like nothing")
    }
    if let field = known.first(where: { Self.folded($0.name) == folded }) {
      return Advice(
        message: "; names are written in lower case with underscores: \(quoted(field.name))",
        replacement: field.name)
    }
    if name.hasPrefix("-") {
      let key = name.drop { $0 == "-" }
      return Advice(message: "; write a blank after the dash: \"- \(String(key)): …\"")
    }
    if let field = known.first(where: { $0.alsoWritten.contains(name) }) {
      return Advice(message: didYouMean(field.name))
    }
    if let nearest = NearestName.of(name, among: known.map(\.name)) {
      let isCertain = NearestName.only(name, among: known.map(\.name)) == nearest
      return Advice(message: didYouMean(nearest), replacement: isCertain ? nearest : nil)
    }
    let places = ConfigurationPath.all.filter { $0.folded == folded && $0.isKnown(in: version) }
    // A name that stands in many places, such as id, tells nothing about where it belongs.
    if (1...3).contains(places.count) {
      return Advice(message: "; it belongs at \(Message.oneOf(places.map(\.text)))")
    }
    if known.isEmpty { return Advice(message: "; nothing may stand here, write {}") }
    return Advice(message: "; the keys here are \(known.map(\.name).joined(separator: ", "))")
  }

  /// Without what tells snake_case, camelCase and kebab-case apart.
  static func folded(_ name: String) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" && !$0.isWhitespace }
  }

  /// Blanks that YAML takes for text, and characters without width.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII
      && (scalar.properties.isWhitespace || scalar.properties.generalCategory == .format)
  }

  static func enumValue(_ text: String, of type: ConfigurationEnum) -> String? {
    let word = text.lowercased().filter { !$0.isWhitespace }
    if type.values.contains(word) { return word }
    if let name = ["warning": "warn", "err": "error", "trace": "debug"][word],
      type.values.contains(name)
    {
      return name
    }
    if let number = Int(word), type.values.indices.contains(number) { return type.values[number] }
    return NearestName.of(word, among: type.values)
  }

  /// `MustMatch`, `must-match` and misspelt names.
  static func listValue(_ text: String, among names: [String]) -> String? {
    let folded = folded(text)
    return names.first { Self.folded($0) == folded } ?? NearestName.of(text, among: names)
  }

  /// `1h30m`, `90m`, `100ms`, `3600` and `1.5 s` in the form that is taken.
  static func seconds(_ text: String) -> String? {
    var rest = text.lowercased().filter { !$0.isWhitespace }[...]
    let units: [(String, Int64)] = [
      ("ms", 1), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("d", 86_400_000),
    ]
    guard !rest.isEmpty else { return nil }
    if rest.allSatisfy({ $0.isASCII && $0.isNumber }) { return rest.count < 10 ? "\(rest)s" : nil }
    var milliseconds: Int64 = 0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard digits.count < 10, let number = Int64(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      guard let unit = units.first(where: { rest.hasPrefix($0.0) }) else { return nil }
      rest = rest.dropFirst(unit.0.count)
      milliseconds += number * unit.1
    }
    let duration = ConfigurationDuration(
      seconds: milliseconds / 1000, nanoseconds: Int32(milliseconds % 1000) * 1_000_000)
    return duration.description
  }
}

/// A key with its place in the table: `gitops.manifest_projects[].id`.
struct ConfigurationPath: Sendable {
  var text: String
  var field: ConfigurationField
  /// The name as `ConfigurationAdvice.folded` leaves it.
  var folded: String
  /// With the keys above it.
  private var chain: [ConfigurationField]

  /// The key and all above it.
  func isKnown(in version: GitLabVersion) -> Bool { chain.allSatisfy { $0.isKnown(in: version) } }

  static let all: [ConfigurationPath] = paths(of: ConfigurationTable.root, below: "", [])

  private static func paths(
    of message: ConfigurationMessage, below prefix: String, _ above: [ConfigurationField]
  ) -> [ConfigurationPath] {
    message.fields.flatMap { field in
      let text = prefix + field.name
      let chain = above + [field]
      let this = ConfigurationPath(
        text: text, field: field, folded: ConfigurationAdvice.folded(field.name), chain: chain)
      guard case .message(let inner) = field.type else { return [this] }
      return [this] + paths(of: inner, below: text + (field.isList ? "[]." : "."), chain)
    }
  }
}
