import YAML

/// A custom kind, as a CustomResourceDefinition or a schema file defines it.
public struct CustomDefinition: Sendable {
  struct Version: Sendable {
    var name: String
    var isServed = true
    /// What the server warns of on every request; nil unless the version is deprecated.
    var deprecation: String?
    /// Nil when the definition gives none.
    var schema: CustomSchema?
    /// The server resets `status` on a create.
    var hasStatus = false
    /// The fields down to the scale subresource's count, `["spec", "replicas"]`.
    var replicasPath: [[UInt8]] = []
  }

  public let group: String
  public let kind: String
  /// `metadata.name` of the CustomResourceDefinition; empty for a schema file.
  public let objectName: String
  let listKind: String
  /// Nil when the source does not say.
  let isNamespaced: Bool?
  var versions: [Version]
  /// Whether a version that is not here is known not to be served.
  let isComplete: Bool

  /// The kind's name in the server's words.
  func apiVersion(_ version: Version) -> String { "\(group)/\(version.name)" }

  func version(_ name: some StringProtocol) -> Version? {
    versions.first { $0.name == name }
  }

  /// Reads the `spec` of a CustomResourceDefinition, v1 or v1beta1; nil when it does not even name
  /// a kind. What is wrong with it otherwise is told where it stands.
  init?(_ object: Field) {
    let spec = object.spec
    guard !spec.group.isEmpty, !spec.names.kind.isEmpty else { return nil }
    group = spec.group.text
    kind = spec.names.kind.text
    objectName = object.metadata.name.text
    listKind = spec.names.listKind.isEmpty ? kind + "List" : spec.names.listKind.text
    isNamespaced =
      spec.scope.equals("Namespaced") ? true : spec.scope.equals("Cluster") ? false : nil
    isComplete = true
    let isOld = object.apiVersion.equals("apiextensions.k8s.io/v1beta1")
    // Only v1beta1 has one schema for all versions, and keeps unknown fields unless told not to.
    let shared = isOld ? spec["validation"].openAPIV3Schema : nil
    let preserves =
      isOld && (!spec.preserveUnknownFields.exists || spec.preserveUnknownFields.isTrue)
    versions = spec.versions.elements.compactMap { version in
      guard !version.name.isEmpty else { return nil }
      return Version(version, sharedSchema: shared, preserves: preserves, spec: spec)
    }
    if versions.isEmpty, isOld, spec["version"].isText {
      var version = Version(name: spec["version"].text)
      version.read(schema: shared, preserves: preserves, subresources: spec["subresources"])
      versions = [version]
    }
    for index in versions.indices where versions[index].deprecation?.isEmpty == true {
      versions[index].deprecation = "\(apiVersion(versions[index])) \(kind) is deprecated"
    }
  }

  /// Reads a JSON schema of one version of a kind, as catalogues of schemas hold it; nil when the
  /// file is no JSON or YAML mapping.
  public init?(schema source: [UInt8], apiVersion: String, kind: String) {
    let tree = readYAML(source, as: .manifests(.v0_34))
    guard let document = tree.documents.first, !document.isBroken, let root = document.root,
      tree[tree.target(root)].kind == .mapping
    else { return nil }
    let slash = apiVersion.lastIndex(of: "/")
    group = slash.map { String(apiVersion[..<$0]) } ?? ""
    self.kind = kind
    objectName = ""
    listKind = kind + "List"
    isNamespaced = nil
    isComplete = false
    var version = Version(
      name: slash.map { String(apiVersion[apiVersion.index(after: $0)...]) } ?? apiVersion)
    version.schema = Field.read(root, in: tree) {
      CustomSchemaReader.read($0, dialect: .jsonSchema)
    }
    versions = [version]
  }
}

extension CustomDefinition.Version {
  fileprivate init(_ version: Field, sharedSchema: Field?, preserves: Bool, spec: Field) {
    name = version.name.text
    isServed = version.served.isTrue
    if version.deprecated.isTrue { deprecation = version.deprecationWarning.text }
    let own = version.schema.openAPIV3Schema
    let subresources = version.subresources
    read(
      schema: own.exists ? own : sharedSchema, preserves: preserves,
      subresources: subresources.exists ? subresources : spec["subresources"])
  }

  fileprivate mutating func read(schema: Field?, preserves: Bool, subresources: Field) {
    if let schema, schema.isMapping {
      self.schema = CustomSchemaReader.read(schema, dialect: preserves ? .preserving : .structural)
    }
    hasStatus = subresources.status.exists
    replicasPath = subresources.scale.specReplicasPath.bytes
      .split(separator: 0x2E).map { Array($0) }
  }
}

/// The custom kinds that are known in a run.
public struct CustomDefinitions: Sendable {
  private var byKind: [String: CustomDefinition] = [:]
  /// Kinds of lists, which are taken apart.
  private var listKinds: Set<String> = []

  public init() {}

  public var isEmpty: Bool { byKind.isEmpty }

  /// Adds a definition. The first one of a kind counts, and versions that it does not know are
  /// added to one that a schema file gave.
  public mutating func add(_ definition: CustomDefinition) {
    let key = "\(definition.group)/\(definition.kind)"
    listKinds.insert("\(definition.group)/\(definition.listKind)")
    guard var known = byKind[key] else {
      byKind[key] = definition
      return
    }
    guard !known.isComplete else { return }
    if definition.isComplete {
      byKind[key] = definition
      return
    }
    for version in definition.versions where known.version(version.name) == nil {
      known.versions.append(version)
    }
    byKind[key] = known
  }

  /// Adds all of `others` after those that are here.
  public mutating func add(_ others: CustomDefinitions) {
    for definition in others.byKind.values { add(definition) }
  }

  public func definition(group: some StringProtocol, kind: String) -> CustomDefinition? {
    byKind.isEmpty ? nil : byKind["\(group)/\(kind)"]
  }

  /// Whether something is known of this version of the kind, be it that it is not served.
  public func knows(apiVersion: String, kind: String) -> Bool {
    let parts = apiVersion.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, let found = definition(group: parts[0], kind: kind) else {
      return false
    }
    return found.isComplete || found.version(parts[1]) != nil
  }

  /// Whether there is more to say of a kind that is not known: a known one is near.
  public func isNear(apiVersion: String, kind: String) -> Bool {
    guard !isEmpty, let slash = apiVersion.firstIndex(of: "/") else { return false }
    return nearest(to: kind, group: apiVersion[..<slash]) != nil
  }

  /// A known kind of the group that a misspelt one may be meant to be.
  func nearest(to kind: String, group: some StringProtocol) -> String? {
    NearestName.of(kind, among: byKind.values.filter { $0.group == group }.map(\.kind).sorted())
  }

  func isList(group: some StringProtocol, kind: String) -> Bool {
    !listKinds.isEmpty && listKinds.contains("\(group)/\(kind)")
  }
}
