public import YAML

/// A value of a file and where it stands.
public struct Located<Value: Sendable>: Sendable {
  public var value: Value
  /// The node of the tree; an alias is already followed.
  public var node: NodeID
  public var range: SourceRange

  public init(_ value: Value, node: NodeID, range: SourceRange) {
    self.value = value
    self.node = node
    self.range = range
  }
}

/// What a config.yaml says, as far as it can be read: also of a file that is refused, so that later
/// checks have something to say.
public struct AgentConfiguration: Sendable {
  public var manifestProjects: [ManifestProject] = []
  /// The `gitops` key, when the section is there.
  public var gitops: SourceRange?
  public var ciAccess = Access()
  public var userAccess = Access()
  /// Names of the top-level sections that are there, in the schema's order.
  public var sections: [String] = []

  /// `ci_access` or `user_access`.
  public struct Access: Sendable {
    public var projects: [AccessEntry] = []
    public var groups: [AccessEntry] = []
    /// `user_access` has one for all entries.
    public var accessAs: Located<String>?
    /// The section's key, when it is there.
    public var key: SourceRange?
  }

  public struct AccessEntry: Sendable {
    public var id: Located<String>
    /// The member of `access_as` that is set: `agent`, `impersonate`, `ci_job`.
    public var accessAs: Located<String>?
    public var environments: [Located<String>]
  }
}

/// One entry of `gitops.manifest_projects`, with the agent's defaults filled in.
public struct ManifestProject: Sendable {
  public var node: NodeID
  /// Nil when it is left out: the configuration's own project is meant from 15.7 on.
  public var id: Located<String>?
  /// An id is written that is no text, so that nothing tells which project is meant.
  public var hasUnreadableID: Bool
  public var reference: GitReference?
  public var defaultNamespace: Located<String>?
  /// The default glob when the file has none.
  public var globs: [Located<[UInt8]>]
  public var usesDefaultGlob: Bool
  public var prune: Bool
  public var reconcileTimeout: ConfigurationDuration
  public var pruneTimeout: ConfigurationDuration
  public var dryRunStrategy: String
  public var prunePropagationPolicy: String
  public var inventoryPolicy: String
  public var resourceInclusions: [ResourceFilter]
  public var resourceExclusions: [ResourceFilter]
  /// Keys that the file writes, in the schema's order.
  public var keys: [Located<String>]

  /// `paths` when the file has none.
  public static let defaultGlob = "**/*.{yaml,yml,json}"

  public enum GitReference: Sendable {
    case tag(Located<String>)
    case branch(Located<String>)
    case commit(Located<String>)

    public var name: Located<String> {
      switch self {
      case .tag(let name), .branch(let name), .commit(let name): name
      }
    }
  }

  /// 13.7 to 13.12: which object types the agent watches.
  public struct ResourceFilter: Sendable, Hashable {
    public var groups: [String]
    public var kinds: [String]

    /// One of the groups and one of the kinds is equal or `*`.
    public func matches(group: String, kind: String) -> Bool {
      groups.contains { $0 == group || $0 == "*" } && kinds.contains { $0 == kind || $0 == "*" }
    }
  }

  /// Whether an agent of 13.7 to 13.12 watches objects of this type: inclusions first, then the
  /// agent's own exclusions, then those of the file.
  public func watches(group: String, kind: String) -> Bool {
    if resourceInclusions.contains(where: { $0.matches(group: group, kind: kind) }) { return true }
    if Self.builtInExclusions.contains(where: { $0.matches(group: group, kind: kind) }) {
      return false
    }
    return !resourceExclusions.contains { $0.matches(group: group, kind: kind) }
  }

  private static let builtInExclusions = [
    ResourceFilter(groups: ["events.k8s.io", "metrics.k8s.io"], kinds: ["*"]),
    ResourceFilter(groups: [""], kinds: ["Event", "Node", "Endpoints"]),
    ResourceFilter(groups: ["coordination.k8s.io"], kinds: ["Lease"]),
    ResourceFilter(groups: ["discovery.k8s.io"], kinds: ["EndpointSlice"]),
  ]
}

extension AgentConfiguration {
  init(_ root: DecodedMessage, tree: Tree) {
    sections = root.fields.map(\.schema.name)
    let reader = ConfigurationReader(tree: tree)
    if let field = root["gitops"] { gitops = tree[field.key].range }
    for element in root.message("gitops")?.elements("manifest_projects") ?? [] {
      if case .message(let message) = element.value {
        manifestProjects.append(reader.manifestProject(message))
      }
    }
    if let message = root.message("ci_access"), let field = root["ci_access"] {
      ciAccess = reader.access(message, key: tree[field.key].range)
    }
    if let message = root.message("user_access"), let field = root["user_access"] {
      userAccess = reader.access(message, key: tree[field.key].range)
    }
  }
}

/// From decoded messages to the values that the checks use.
private struct ConfigurationReader {
  let tree: Tree

  func located<Value: Sendable>(_ value: Value, _ node: NodeID) -> Located<Value> {
    let target = tree.target(node)
    return Located(value, node: target, range: tree[target].range)
  }

  func text(_ message: DecodedMessage, _ name: String) -> Located<String>? {
    guard case .text(let node) = message[name]?.value else { return nil }
    return located(tree.text(tree.target(node)), node)
  }

  func texts(_ message: DecodedMessage, _ name: String) -> [Located<String>] {
    message.elements(name).compactMap { element in
      guard case .text(let node) = element.value else { return nil }
      return located(tree.text(tree.target(node)), node)
    }
  }

  func nonEmpty(_ message: DecodedMessage, _ name: String, or other: String) -> String {
    guard let text = text(message, name), !text.value.isEmpty else { return other }
    return text.value
  }

  func duration(_ message: DecodedMessage, _ name: String) -> ConfigurationDuration {
    guard case .duration(let value) = message[name]?.value else {
      return ConfigurationDuration(seconds: 3600)
    }
    return value
  }

  func manifestProject(_ message: DecodedMessage) -> ManifestProject {
    var globs: [Located<[UInt8]>] = []
    for element in message.elements("paths") {
      guard case .message(let path) = element.value, case .text(let node) = path["glob"]?.value
      else { continue }
      globs.append(located(Array(tree.bytes(tree.target(node))), node))
    }
    // A list that is there but unreadable is no empty list.
    let usesDefault = message.elements("paths").isEmpty && !isUnreadable(message["paths"])
    if usesDefault {
      globs = [located(Array(ManifestProject.defaultGlob.utf8), message.node)]
    }
    let namespace = text(message, "default_namespace").flatMap { $0.value.isEmpty ? nil : $0 }
    var prune = true
    if case .bool(let value) = message["prune"]?.value { prune = value }
    return ManifestProject(
      node: message.node, id: text(message, "id"), hasUnreadableID: isUnreadable(message["id"]),
      reference: reference(message.message("ref")),
      defaultNamespace: namespace, globs: globs, usesDefaultGlob: usesDefault, prune: prune,
      reconcileTimeout: duration(message, "reconcile_timeout"),
      pruneTimeout: duration(message, "prune_timeout"),
      dryRunStrategy: nonEmpty(message, "dry_run_strategy", or: "none"),
      prunePropagationPolicy: nonEmpty(message, "prune_propagation_policy", or: "foreground"),
      inventoryPolicy: nonEmpty(message, "inventory_policy", or: "must_match"),
      resourceInclusions: filters(message, "resource_inclusions"),
      resourceExclusions: filters(message, "resource_exclusions"),
      keys: message.fields.map { located($0.schema.name, $0.key) })
  }

  private func isUnreadable(_ field: DecodedField?) -> Bool {
    if case .unreadable = field?.value { true } else { false }
  }

  private func filters(_ message: DecodedMessage, _ name: String)
    -> [ManifestProject.ResourceFilter]
  {
    message.elements(name).compactMap { element in
      guard case .message(let filter) = element.value else { return nil }
      return ManifestProject.ResourceFilter(
        groups: texts(filter, "api_groups").map(\.value), kinds: texts(filter, "kinds").map(\.value)
      )
    }
  }

  private func reference(_ message: DecodedMessage?) -> ManifestProject.GitReference? {
    guard let message else { return nil }
    if let tag = text(message, "tag") { return .tag(tag) }
    if let branch = text(message, "branch") { return .branch(branch) }
    return text(message, "commit").map { .commit($0) }
  }

  func access(_ message: DecodedMessage, key: SourceRange) -> AgentConfiguration.Access {
    AgentConfiguration.Access(
      projects: entries(message, "projects"), groups: entries(message, "groups"),
      accessAs: accessAs(message), key: key)
  }

  private func entries(_ message: DecodedMessage, _ name: String)
    -> [AgentConfiguration.AccessEntry]
  {
    message.elements(name).compactMap { element in
      guard case .message(let entry) = element.value, let id = text(entry, "id"), !id.value.isEmpty
      else { return nil }
      return AgentConfiguration.AccessEntry(
        id: id, accessAs: accessAs(entry), environments: texts(entry, "environments"))
    }
  }

  private func accessAs(_ message: DecodedMessage) -> Located<String>? {
    message.message("access_as")?.fields.first.map { located($0.schema.name, $0.key) }
  }
}
