public import YAML

/// A built-in kind in answer to a question.
public struct KindDescription: Sendable {
  public var apiVersion: String
  public var kind: String
  public var plural: String
  public var isNamespaced: Bool?
  /// First and last release in the catalogue that has it.
  public var served: ClosedRange<KubernetesVersion>
  /// First and last release that serves it unless switched off; nil when none does.
  public var onByDefault: ClosedRange<KubernetesVersion>?
  public var deprecatedIn: KubernetesVersion?
  public var removedIn: KubernetesVersion?
  /// `apps/v1 Deployment`; nil when there is none.
  public var replacement: String?

  init(_ kind: Catalogue.Kind) {
    func range(_ minors: ClosedRange<UInt8>) -> ClosedRange<KubernetesVersion> {
      .init(minor: minors.lowerBound) ... .init(minor: minors.upperBound)
    }
    apiVersion = kind.apiVersion
    self.kind = kind.kind
    plural = kind.plural
    isNamespaced = kind.isNamespaced
    served = range(kind.servedSince...kind.servedUntil)
    onByDefault = kind.onByDefault.map(range)
    let life = Catalogue.lifecycle(apiVersion: kind.apiVersion, kind: kind.kind)
    deprecatedIn = life?.deprecatedIn.map(KubernetesVersion.init(minor:))
    removedIn = life?.removedIn.map(KubernetesVersion.init(minor:))
    replacement = life.flatMap { $0.replacement.isEmpty ? nil : $0.replacement }
  }
}

/// A field of a built-in kind in answer to a question.
public struct FieldDescription: Sendable {
  public var name: String
  /// `string`, `[]Container`, `map[string]Quantity`.
  public var type: String
  /// Whether the newest release's schema says that it is required.
  public var isRequired: Bool
  /// What the server fills in, in words where it depends on something else.
  public var defaultValue: String?
  /// First and last release in the catalogue that has it.
  public var since: KubernetesVersion
  public var until: KubernetesVersion
  /// `atomic`, `set` or `map`; nil for what is no list.
  public var listType: String?
  /// The fields that tell the items of a `map` list apart.
  public var listKeys: [String]

  init(_ record: FieldRecord, in definition: Definition) {
    name = record.name.text
    type = record.typeText
    isRequired = record.isRequired
    defaultValue = Catalogue.fieldDefaults["\(definition.name).\(record.name.text)"]
    since = .init(minor: record.since)
    until = .init(minor: record.until)
    switch record.relation {
    case .none: listType = nil
    case .atomic: listType = record.container == .list ? "atomic" : nil
    case .set: listType = "set"
    case .map: listType = "map"
    }
    listKeys = record.keys.map(\.text)
  }
}

/// The answer to `apps/v1/Deployment` or `deployment.spec.strategy`.
public struct SchemaAnswer: Sendable {
  public var kind: KindDescription
  /// Other versions and kinds of the same name.
  public var others: [KindDescription]
  /// Down from the object.
  public var path: [String]
  /// The field at the end of the path; nil for the object itself.
  public var field: FieldDescription?
  /// The fields of the object there; empty for a value that has none.
  public var fields: [FieldDescription]
}

/// A question without an answer.
public struct SchemaQueryFailure: Error, Sendable {
  public var message: Message

  public init(message: Message) { self.message = message }
}

extension Catalogue {
  /// Every built-in kind that a server stores or answers, in byte order of `group/version/Kind`.
  public static func describedKinds(in versions: VersionSet) -> [KindDescription] {
    allKinds.filter {
      ($0.role == .resource || $0.role == .createOnly)
        && $0.servedSince <= versions.newest.minor && $0.servedUntil >= versions.oldest.minor
    }.map(KindDescription.init)
  }

  /// Answers `Deployment`, `deployments`, `apps/v1/Deployment`, `apps/v1 Deployment`, each also with
  /// a path of fields behind it: `deployment.spec.strategy`. Letters' case does not count in kinds.
  public static func describe(
    _ question: String, in versions: VersionSet = .newest
  ) throws(SchemaQueryFailure) -> SchemaAnswer {
    let (kinds, path) = try split(question, versions)
    let kind = kinds[0]
    var answer = SchemaAnswer(
      kind: KindDescription(kind), others: kinds.dropFirst().map(KindDescription.init), path: [],
      field: nil, fields: [])
    var definition = kind.definition
    for step in path {
      guard let current = definition else {
        throw SchemaQueryFailure(
          message:
            "\(answer.path.last ?? kind.kind) is \(answer.field?.type ?? "opaque") and has no fields"
        )
      }
      let record = current.fields.lazy.map(FieldRecord.init(number:)).last { record in
        record.name.text == step && record.since <= versions.newest.minor
      }
      guard let record else {
        let names = current.fields.map { FieldRecord(number: $0).name.text }
        let near: Message =
          NearestName.of(step, among: names).map { "; did you mean '\($0)'?" } ?? ""
        throw SchemaQueryFailure(message: "\(current.name) has no field '\(step)'\(near)")
      }
      answer.path.append(step)
      answer.field = FieldDescription(record, in: current)
      definition = record.target
    }
    if let definition {
      answer.fields = definition.fields.map(FieldRecord.init(number:)).filter {
        $0.since <= versions.newest.minor && $0.until >= versions.oldest.minor
      }.map { FieldDescription($0, in: definition) }
    }
    return answer
  }

  /// The kinds that a name means, the likeliest first, and the fields behind it.
  private static func split(
    _ question: String, _ versions: VersionSet
  ) throws(SchemaQueryFailure) -> (kinds: [Kind], path: [String]) {
    var rest = question.filter { $0 != "[" && $0 != "]" }
    var apiVersion: String?
    // A group has dots of its own: what stands before the last slash or space is no path.
    if let end = rest.lastIndex(where: { $0 == "/" || $0 == " " }) {
      apiVersion = String(rest[..<end])
      rest = String(rest[rest.index(after: end)...])
    }
    let words = rest.split(separator: ".").map(String.init)
    guard let name = words.first?.lowercased() else {
      throw SchemaQueryFailure(message: "no kind is named")
    }
    let usable = allKinds.filter { $0.role != .list && $0.role != .meta && $0.definition != nil }
    let found = usable.filter { kind in
      (kind.kind.lowercased() == name || kind.plural == name)
        && (apiVersion == nil || kind.apiVersion == apiVersion)
    }
    guard !found.isEmpty else {
      let near: Message =
        NearestName.of(name, among: usable.map { $0.kind.lowercased() })
        .map { "; did you mean '\($0)'?" } ?? ""
      throw SchemaQueryFailure(
        message: "there is no built-in kind '\(question)'\(near)")
    }
    func rank(_ kind: Kind) -> Int {
      let isOn = kind.onByDefault.map {
        $0.lowerBound <= versions.newest.minor && $0.upperBound >= versions.newest.minor
      }
      let isStable = !kind.apiVersion.contains("alpha") && !kind.apiVersion.contains("beta")
      return (isOn == true ? 0 : 8) + (isStable ? 0 : 4) + (kind.role == .resource ? 0 : 2)
        + (kind.group.isEmpty ? 0 : 1)
    }
    let sorted = found.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    return (sorted.map(\.element), Array(words.dropFirst()))
  }
}

extension FieldRecord {
  /// As Go writes types.
  var typeText: String {
    let element =
      switch kind {
      case .string: "string"
      case .bytes: "bytes"
      case .int32: "int32"
      case .int64: "int64"
      case .double: "double"
      case .bool: "boolean"
      case .object: target?.name ?? "object"
      case .quantity: "Quantity"
      case .intOrString: "IntOrString"
      case .time: "Time"
      case .microTime: "MicroTime"
      case .anything: "any object"
      case .fieldSet: "FieldsV1"
      case .json: "JSON"
      case .schemaOrArray: "JSONSchemaProps or list"
      case .schemaOrBool: "JSONSchemaProps or boolean"
      case .schemaOrStrings: "JSONSchemaProps or list of strings"
      }
    return
      switch container
    {
    case .one: element
    case .list: "[]\(element)"
    case .map: "map[string]\(element)"
    case .mapOfLists: "map[string][]\(element)"
    }
  }
}
