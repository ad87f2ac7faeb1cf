public import YAML

/// One key of config.yaml: all that decoder, JSON Schema, reference page and messages know of it.
public struct ConfigurationField: Sendable {
  public enum ValueType: Sendable {
    case string
    case bool
    /// A whole number of so many bits; protobuf JSON takes it in quotes too.
    case integer(bits: Int)
    case enumeration(ConfigurationEnum)
    /// google.protobuf.Duration: seconds as text, `3600s`.
    case duration
    case message(ConfigurationMessage)
    /// A mapping from any text to text.
    case stringMap
    /// google.protobuf.Struct: any mapping.
    case anyMapping
  }

  /// What the validation behind the decoding asks of a value.
  public enum Check: Sendable {
    /// Text of at least one byte. An absent field counts as empty unless presence is explicit.
    case notEmpty
    case atLeastOneItem
    case itemsNotEmpty
    /// One of these texts, or empty.
    case oneOf([String])
    /// A duration or number above zero, when present.
    case positive
    /// A message that must be there.
    case required
  }

  public var name: String
  public var type: ValueType
  public var isList: Bool
  /// The first version that knows the key.
  public var since: GitLabVersion
  /// The first version that does not know it any more.
  public var removed: GitLabVersion?
  public var deprecated: GitLabVersion?
  /// The first version in which nothing reads it, though it is no unknown key.
  public var withoutEffectSince: GitLabVersion?
  /// Known from documentation, not from a decoder that was run.
  public var isDocumentedOnly = false
  /// The protobuf oneof to which it belongs: only one member may be set.
  public var oneof: String?
  /// From this version on "absent" and "empty" differ (proto3 `optional`).
  public var explicitPresenceSince: GitLabVersion?
  public var checks: [(since: GitLabVersion, check: Check)] = []
  /// What GitLab or the agent checks later than the decoding (documentation only).
  public var laterChecks: [LaterCheck] = []
  /// As a person would write it.
  public var defaultText: String?
  /// One line in Markdown.
  public var meaning: String
  /// Names that people write for it in this place.
  public var alsoWritten: [String] = []
  /// What does the same in Flux, for keys of `gitops`.
  public var fluxReplacement: Message?
  /// The least tier of GitLab, when it is not Free.
  public var tier: String?

  /// A check that is no part of the decoding.
  public enum LaterCheck: Sendable {
    case cidr
    case domainName
    case range(ClosedRange<Int64>)
    case oneOf([String])
    case present
  }

  init(
    _ name: String, _ type: ValueType, isList: Bool = false, since: GitLabVersion, _ meaning: String
  ) {
    self.name = name
    self.type = type
    self.isList = isList
    self.since = since
    self.meaning = meaning
  }

  public func isKnown(in version: GitLabVersion) -> Bool {
    version >= since && removed.map { version < $0 } ?? true
  }

  public func hasEffect(in version: GitLabVersion) -> Bool {
    withoutEffectSince.map { version < $0 } ?? true
  }

  public func hasExplicitPresence(in version: GitLabVersion) -> Bool {
    oneof != nil || explicitPresenceSince.map { version >= $0 } ?? false
  }

  public func checks(in version: GitLabVersion) -> [Check] {
    checks.filter { version >= $0.since }.map(\.check)
  }
}

/// A protobuf message: its fields in the schema's order.
public struct ConfigurationMessage: Sendable {
  /// The schema's name, as validation errors print it.
  public var name: String
  public var fields: [ConfigurationField]
  /// A oneof of which one member must be set, and since when.
  public var requiredOneof: String?

  init(_ name: String, requiredOneof: String? = nil, _ fields: [ConfigurationField] = []) {
    self.name = name
    self.requiredOneof = requiredOneof
    self.fields = fields
  }

  /// The field that `version` knows by this name.
  public func field(_ name: some Collection<UInt8>, in version: GitLabVersion) -> Int? {
    fields.firstIndex { $0.isKnown(in: version) && $0.name.utf8.elementsEqual(name) }
  }
}

public struct ConfigurationEnum: Sendable {
  public var name: String
  /// The names; their positions are their numbers.
  public var values: [String]
}

// How the table is written: a field, then what is special about it.
extension ConfigurationField {
  static func string(_ name: String, since: GitLabVersion, _ meaning: String) -> Self {
    Self(name, .string, since: since, meaning)
  }
  static func strings(_ name: String, since: GitLabVersion, _ meaning: String) -> Self {
    Self(name, .string, isList: true, since: since, meaning)
  }
  static func bool(_ name: String, since: GitLabVersion, _ meaning: String) -> Self {
    Self(name, .bool, since: since, meaning)
  }
  static func integer(
    _ name: String, bits: Int = 64, since: GitLabVersion, _ meaning: String
  ) -> Self {
    Self(name, .integer(bits: bits), since: since, meaning)
  }
  static func duration(_ name: String, since: GitLabVersion, _ meaning: String) -> Self {
    Self(name, .duration, since: since, meaning)
  }
  static func stringMap(_ name: String, since: GitLabVersion, _ meaning: String) -> Self {
    Self(name, .stringMap, since: since, meaning)
  }
  static func message(
    _ name: String, _ message: ConfigurationMessage, since: GitLabVersion, _ meaning: String
  ) -> Self {
    Self(name, .message(message), since: since, meaning)
  }
  static func messages(
    _ name: String, _ message: ConfigurationMessage, since: GitLabVersion, _ meaning: String
  ) -> Self {
    Self(name, .message(message), isList: true, since: since, meaning)
  }

  private func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }

  func check(_ check: Check, since: GitLabVersion = .first) -> Self {
    with { $0.checks.append((since, check)) }
  }
  func later(_ check: LaterCheck) -> Self { with { $0.laterChecks.append(check) } }
  func removed(in version: GitLabVersion) -> Self { with { $0.removed = version } }
  func deprecated(since version: GitLabVersion) -> Self { with { $0.deprecated = version } }
  func withoutEffect(since version: GitLabVersion) -> Self {
    with { $0.withoutEffectSince = version }
  }
  func member(of oneof: String) -> Self { with { $0.oneof = oneof } }
  func explicitPresence(since version: GitLabVersion = .first) -> Self {
    with { $0.explicitPresenceSince = version }
  }
  func documentedOnly() -> Self { with { $0.isDocumentedOnly = true } }
  func defaulting(to text: String) -> Self { with { $0.defaultText = text } }
  func alsoWritten(_ names: String...) -> Self { with { $0.alsoWritten = names } }
  func inFlux(_ text: Message) -> Self { with { $0.fluxReplacement = text } }
  func tier(_ name: String) -> Self { with { $0.tier = name } }
}
