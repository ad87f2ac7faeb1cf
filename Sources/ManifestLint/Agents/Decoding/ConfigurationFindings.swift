import YAML

/// Collects what is wrong in one configuration file, each cause once.
struct ConfigurationFindings {
  enum Step {
    case key(ArraySlice<UInt8>)
    case index(Int)
  }

  let tree: Tree
  let document: Int
  /// How many are kept.
  let limit: Int
  /// There were more.
  private(set) var hasMore = false
  private(set) var diagnostics: [Diagnostic] = []
  private var path: [Step] = []
  /// A node that several aliases share is wrong once.
  private var reported: Set<Place> = []

  private struct Place: Hashable {
    var rule: Rule
    var range: SourceRange
  }

  init(tree: Tree, document: Int, limit: Int = ReadLimits().diagnostics) {
    self.tree = tree
    self.document = document
    self.limit = limit
  }

  /// No further finding is kept; notes that there was one.
  private var isFull: Bool {
    mutating get {
      guard diagnostics.count >= limit else { return false }
      hasMore = true
      return true
    }
  }

  mutating func enter(_ step: Step) { path.append(step) }
  mutating func leave() { path.removeLast() }
  var depth: Int { path.count }

  /// As people write a path: `gitops.manifest_projects[0].id`.
  var fieldPath: String {
    var text = ""
    for step in path {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let name):
        if !text.isEmpty { text += "." }
        text += quoted(name).dropFirst().dropLast()
      }
    }
    return text
  }

  /// RFC 6901.
  private var pointer: String {
    var text = ""
    for step in path {
      text += "/"
      switch step {
      case .index(let index): text += String(index)
      case .key(let name):
        for scalar in String(decoding: name, as: UTF8.self).unicodeScalars {
          switch scalar {
          case "~": text += "~0"
          case "/": text += "~1"
          default: text.unicodeScalars.append(scalar)
          }
        }
      }
    }
    return text
  }

  /// Where to point for a node: a mapping by its first key, anything else by itself.
  func place(_ node: NodeID) -> SourceRange {
    let target = tree.target(node)
    if tree[target].kind == .mapping, tree[target].style == .block,
      let first = tree.children(target).first(where: { _ in true })
    {
      return tree[first].range
    }
    return tree[target].range
  }

  mutating func report(
    _ rule: Rule, severity: Severity? = nil, at node: NodeID, _ message: Message,
    related: [Diagnostic.Related] = [], fix: Diagnostic.Fix? = nil
  ) {
    report(rule, severity: severity, at: place(node), message, related: related, fix: fix)
  }

  mutating func report(
    _ rule: Rule, severity: Severity? = nil, at range: SourceRange, _ message: Message,
    related: [Diagnostic.Related] = [], fix: Diagnostic.Fix? = nil
  ) {
    guard !isFull else { return }
    guard reported.insert(Place(rule: rule, range: range)).inserted else { return }
    diagnostics.append(
      Diagnostic(
        rule, severity: severity, at: range, message, pointer: pointer, document: document,
        related: related, fix: fix))
  }

  // MARK: Unknown fields

  /// The server says `unknown field` for both: a key that no version knows, and one of another
  /// version.
  mutating func unknownField(
    _ member: EffectiveMember, in schema: ConfigurationMessage, version: GitLabVersion
  ) {
    guard !isFull else { return }
    let name = String(decoding: member.name.prefix(200), as: UTF8.self)
    let parent: Message = path.count > 1 ? " in \(parentPath)" : ""
    if let field = schema.fields.first(where: { $0.name == name }) {
      let when: Message
      if let removed = field.removed, version >= removed {
        when = "it was removed in GitLab \(removed.description)"
      } else {
        let source: Message = field.isDocumentedOnly ? " (by its documentation)" : ""
        when = "it exists since GitLab \(field.since.description)\(source)"
      }
      report(
        AgentRules.fieldNotInVersion, at: member.key,
        "unknown field \(quoted(name))\(parent) for GitLab \(version.description): \(when)")
      return
    }
    let advice = ConfigurationAdvice.unknownField(name, in: schema, version: version)
    report(
      AgentRules.unknownField, at: member.key,
      "unknown field \(quoted(name))\(parent)\(advice.message)",
      fix: advice.replacement.map { tree.replacing(member.key, by: $0) })
  }

  private var parentPath: String {
    var copy = self
    copy.path.removeLast()
    return copy.fieldPath
  }
}
