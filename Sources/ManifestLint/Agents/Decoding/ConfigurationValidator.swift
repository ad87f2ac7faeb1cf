import YAML

/// The validation that follows the decoding (the rules of agentcfg.proto, as
/// protoc-gen-validate compiles them), with all violations instead of the first.
struct ConfigurationValidator {
  let tree: Tree
  let version: GitLabVersion
  private(set) var findings: ConfigurationFindings
  private(set) var isRefused = false

  init(tree: Tree, version: GitLabVersion, findings: ConfigurationFindings) {
    self.tree = tree
    self.version = version
    self.findings = findings
  }

  mutating func validate(_ message: DecodedMessage) {
    for field in message.schema.fields where field.isKnown(in: version) {
      guard field.hasEffect(in: version) else { continue }
      for check in field.checks(in: version) { validate(check, field, in: message) }
      guard let decoded = message[field.name] else { continue }
      findings.enter(.key(ArraySlice(field.name.utf8)))
      switch decoded.value {
      case .message(let inner): validate(inner)
      case .list(let elements):
        for (index, element) in elements.enumerated() {
          guard case .message(let inner) = element.value else { continue }
          findings.enter(.index(index))
          validate(inner)
          findings.leave()
        }
      default: break
      }
      findings.leave()
    }
    if let oneof = message.schema.requiredOneof { validate(oneof: oneof, in: message) }
  }

  private mutating func validate(oneof: String, in message: DecodedMessage) {
    let members = message.schema.fields.filter { $0.oneof == oneof && $0.isKnown(in: version) }
    guard !message.fields.contains(where: { $0.schema.oneof == oneof }) else { return }
    let isEmptyMessage: (ConfigurationField) -> Bool = {
      if case .message(let inner) = $0.type { inner.fields.isEmpty } else { false }
    }
    let forms = members.map { isEmptyMessage($0) ? "\($0.name): {}" : $0.name }
    missing(
      members.lazy.compactMap { message.nullKeys[$0.name] }.first, in: message,
      "\(path) needs one of \(alternatives(forms)); nothing behind the key means absent")
  }

  private var path: Message { findings.depth == 0 ? "the file" : "\(findings.fieldPath)" }

  private mutating func violation(_ rule: Rule, at node: NodeID, _ text: Message) {
    isRefused = true
    findings.report(rule, at: node, text)
  }

  private mutating func missing(_ null: NodeID?, in message: DecodedMessage, _ text: Message) {
    isRefused = true
    // An unknown key is reported: it is the missing one under another name, more often than not.
    guard !message.hasUnknownKeys else { return }
    findings.report(AgentRules.required, at: null ?? message.node, text)
  }

  private mutating func validate(
    _ check: ConfigurationField.Check, _ field: ConfigurationField, in message: DecodedMessage
  ) {
    let name = findings.depth == 0 ? field.name : "\(findings.fieldPath).\(field.name)"
    guard let decoded = message[field.name] else {
      switch check {
      case .notEmpty where !field.hasExplicitPresence(in: version), .required, .atLeastOneItem:
        missing(
          message.nullKeys[field.name], in: message,
          message.nullKeys[field.name] == nil
            ? "\(name) is required and missing" : "\(name) is required and nothing stands behind it"
        )
      case .notEmpty, .itemsNotEmpty, .oneOf, .positive: break
      }
      return
    }
    findings.enter(.key(ArraySlice(field.name.utf8)))
    defer { findings.leave() }
    switch (check, decoded.value) {
    case (.notEmpty, .text(let node)) where isEmpty(node):
      empty(node, name)
    case (.atLeastOneItem, .list(let elements)) where elements.isEmpty:
      violation(AgentRules.required, at: decoded.node, "\(name) needs at least one item")
    case (.itemsNotEmpty, .list(let elements)):
      for (index, element) in elements.enumerated() {
        guard case .text(let node) = element.value, isEmpty(node) else { continue }
        empty(node, "\(name)[\(index)]")
      }
    case (.oneOf(let names), .text(let node)):
      let text = tree.text(tree.target(node))
      guard !text.isEmpty, !names.contains(text) else { return }
      isRefused = true
      let nearest = ConfigurationAdvice.listValue(text, among: names)
      findings.report(
        AgentRules.notInList, at: node,
        "\(name) is \(quoted(text)); expected is \(alternatives(names))\(didYouMean(nearest))",
        fix: nearest.map { tree.replacing(node, by: $0) })
    case (.positive, .duration(let duration)) where !duration.isPositive:
      violation(AgentRules.required, at: decoded.node, "\(name) must be greater than 0s")
    case (.positive, .integer(let value)) where value <= 0:
      violation(AgentRules.required, at: decoded.node, "\(name) must be greater than 0")
    default: break
    }
  }

  /// Text that begins with `!` is a tag, and nothing is left for the value.
  private mutating func empty(_ node: NodeID, _ name: String) {
    let target = tree.target(node)
    guard tree[target].style == .plain, let tag = tree.properties(target)?.tag else {
      return violation(AgentRules.required, at: node, "\(name) must not be empty")
    }
    isRefused = true
    let text = String(decoding: tree.source[tag.bytes], as: UTF8.self)
    findings.report(
      AgentRules.unquotedGlob, at: tag,
      "\(name) is empty: \(quoted(text)) has no quotes, and a text that begins with ! is a tag; put it in single quotes",
      fix: text.contains("'")
        ? nil : Diagnostic.Fix(edits: [.init(range: tag, replacement: "'\(text)'")]))
  }

  private func isEmpty(_ node: NodeID) -> Bool { tree.bytes(tree.target(node)).isEmpty }
}
