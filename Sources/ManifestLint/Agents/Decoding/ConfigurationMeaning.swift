import YAML

/// What decodes and is still not what the author means: the agent's own checks, GitLab's, and
/// sections without effect.
struct ConfigurationMeaning {
  let tree: Tree
  let version: GitLabVersion
  /// The version was chosen by the caller, not assumed.
  let isVersionGiven: Bool
  private(set) var findings: ConfigurationFindings
  /// The server takes the file, and the agent refuses to apply it.
  private(set) var isRefusedByAgent = false

  init(
    tree: Tree, version: GitLabVersion, isVersionGiven: Bool, findings: ConfigurationFindings
  ) {
    self.tree = tree
    self.version = version
    self.isVersionGiven = isVersionGiven
    self.findings = findings
  }

  mutating func check(_ root: DecodedMessage) {
    gitops(root)
    for name in ["container_scanning", "starboard"] {
      guard let section = root.message(name), case .text(let node) = section["cadence"]?.value
      else { continue }
      cadence(node, in: name)
    }
    walk(root)
    if let section = root.message("remote_development") { remoteDevelopment(section) }
  }

  // MARK: gitops

  private mutating func gitops(_ root: DecodedMessage) {
    guard let field = root["gitops"], version >= "16.2" else { return }
    let gone: Message = "from GitLab 17.0 on nothing of it is synchronised"
    findings.enter(.key(ArraySlice("gitops".utf8)))
    defer { findings.leave() }
    let replacements = fluxReplacements(root.message("gitops"))
    if version >= "17.0" {
      findings.report(
        AgentRules.gitopsDeprecated, severity: .error, at: field.key,
        "gitops has no effect: \(gone); move it to Flux", related: replacements)
      fluxGlobs(root.message("gitops"))
    } else if isVersionGiven {
      findings.report(
        AgentRules.gitopsDeprecated, at: field.key,
        "gitops is deprecated since GitLab 16.2, and \(gone); move to Flux", related: replacements)
    } else {
      findings.report(
        AgentRules.gitopsDeprecated, at: field.key,
        "judged by GitLab \(version.description), the last version with gitops: \(gone); move to Flux, or name the version with --gitlab-version",
        related: replacements)
    }
  }

  /// Each key of the section, once, with what does the same in Flux.
  private func fluxReplacements(_ gitops: DecodedMessage?) -> [Diagnostic.Related] {
    var told: Set<String> = []
    var related: [Diagnostic.Related] = []
    func add(_ message: DecodedMessage) {
      for field in message.fields {
        if let replacement = field.schema.fluxReplacement, told.insert(field.schema.name).inserted {
          related.append(
            Diagnostic.Related(
              range: tree[field.key].range, message: "in Flux: \(replacement)"))
        }
        if case .list(let elements) = field.value {
          for case .message(let inner) in elements.map(\.value) { add(inner) }
        }
      }
    }
    if let gitops { add(gitops) }
    return related
  }

  private mutating func fluxGlobs(_ gitops: DecodedMessage?) {
    for element in gitops?.elements("manifest_projects") ?? [] {
      guard case .message(let project) = element.value else { continue }
      for element in project.elements("paths") {
        guard case .message(let path) = element.value, case .text(let node) = path["glob"]?.value
        else { continue }
        let glob = tree.text(tree.target(node))
        if let difference = FluxPath.difference(from: glob) {
          findings.report(
            AgentRules.fluxGlob, at: node, "\(quoted(glob)) in Flux: \(difference)")
        }
      }
    }
  }

  // MARK: Credentials

  /// Looks at the bytes of the file, comments and unknown keys included.
  static func credentials(in tree: Tree) -> [Diagnostic] {
    let lines = tree.source.split(
      omittingEmptySubsequences: true, whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    guard let line = lines.first(where: { Credential.isContained(in: $0) }) else { return [] }
    return [
      Diagnostic(
        AgentRules.credential, at: SourceRange(line.startIndex..<line.endIndex),
        "this line holds a token or a private key; revoke it, and take it out of the file")
    ]
  }

  // MARK: Single values

  private mutating func cadence(_ node: NodeID, in section: String) {
    let text = tree.text(tree.target(node))
    guard !text.isEmpty, let fault = CronExpression.fault(in: text) else { return }
    isRefusedByAgent = true
    findings.enter(.key(ArraySlice(section.utf8)))
    findings.enter(.key(ArraySlice("cadence".utf8)))
    findings.report(
      AgentRules.cadence, at: node, "\(section).cadence is \(quoted(text)): \(fault)")
    findings.leave()
    findings.leave()
  }

  private mutating func walk(_ message: DecodedMessage) {
    for field in message.schema.fields where field.isKnown(in: version) {
      guard field.hasEffect(in: version) || field.name == "gitops" else { continue }
      for check in field.laterChecks { later(check, field, in: message) }
      guard let decoded = message[field.name] else { continue }
      findings.enter(.key(ArraySlice(field.name.utf8)))
      defer { findings.leave() }
      if field.name == "default_namespace", case .text(let node) = decoded.value {
        namespace(node)
      }
      switch decoded.value {
      case .message(let inner): walk(inner)
      case .list(let elements):
        for (index, element) in elements.enumerated() {
          guard case .message(let inner) = element.value else { continue }
          findings.enter(.index(index))
          walk(inner)
          findings.leave()
        }
      default: break
      }
    }
  }

  private mutating func namespace(_ node: NodeID) {
    let name = tree.text(tree.target(node))
    guard !name.isEmpty, !DNSName.isLabel(name) else { return }
    findings.report(
      AgentRules.namespaceName, at: node,
      "\(findings.fieldPath) is \(quoted(name)), which no namespace can be called: 1 to 63 lower-case letters, digits or '-' are allowed, '-' neither first nor last"
    )
  }

  // MARK: GitLab's own checks

  private mutating func later(
    _ check: ConfigurationField.LaterCheck, _ field: ConfigurationField,
    in message: DecodedMessage
  ) {
    let path = "\(findings.fieldPath).\(field.name)"
    guard let decoded = message[field.name] else {
      if case .present = check, !message.hasUnknownKeys {
        findings.report(
          AgentRules.laterCheck, at: message.nullKeys[field.name] ?? message.node,
          "\(path) is missing; GitLab asks for it here")
      }
      return
    }
    findings.enter(.key(ArraySlice(field.name.utf8)))
    defer { findings.leave() }
    let nodes: [NodeID] =
      switch decoded.value {
      case .text(let node): [node]
      case .list(let elements): elements.map(\.node)
      default: []
      }
    switch check {
    case .present:
      for node in nodes where tree.bytes(tree.target(node)).isEmpty {
        findings.report(
          AgentRules.laterCheck, at: node, "\(path) is empty; GitLab asks for it here")
      }
    case .cidr:
      for node in nodes where !CIDR.isValid(tree.text(tree.target(node))) {
        setting(path, node, "a range of IPv4 addresses such as 10.0.0.0/8")
      }
    case .domainName:
      for node in nodes where !tree.bytes(tree.target(node)).isEmpty {
        guard !DNSName.isSubdomain(tree.text(tree.target(node))) else { continue }
        setting(path, node, "a DNS name in lower case")
      }
    case .oneOf(let names):
      for node in nodes where !names.contains(tree.text(tree.target(node))) {
        setting(path, node, "one of \(alternatives(names))")
      }
    case .range(let range):
      guard case .integer(let value) = decoded.value, !range.contains(value) else { return }
      let upper: Message = range.upperBound == .max ? "" : ", at most \(range.upperBound)"
      findings.report(
        AgentRules.laterCheck, at: decoded.node,
        "\(path) is \(value); GitLab takes at least \(range.lowerBound)\(upper)")
    }
  }

  private mutating func setting(_ path: String, _ node: NodeID, _ expected: Message) {
    findings.report(
      AgentRules.laterCheck, at: node,
      "\(path) is \(quoted(tree.text(tree.target(node)))); GitLab expects \(expected)")
  }

  /// What takes two settings to see.
  private mutating func remoteDevelopment(_ section: DecodedMessage) {
    findings.enter(.key(ArraySlice("remote_development".utf8)))
    defer { findings.leave() }
    if case .bool(true) = section["enabled"]?.value, section["dns_zone"] == nil,
      let field = section["enabled"], !section.hasUnknownKeys
    {
      findings.report(
        AgentRules.laterCheck, at: field.key,
        "remote_development is enabled without dns_zone; GitLab asks for it")
    }
    let hours = ["max_active_hours_before_stop", "max_stopped_hours_before_termination"].map {
      if case .integer(let value) = section[$0]?.value { value } else { nil as Int64? }
    }
    if let stopped = section["max_stopped_hours_before_termination"],
      let second = hours[1], second <= 8760
    {
      let first = hours[0] ?? 36
      if first <= 8760, first + second > 8760 {
        findings.report(
          AgentRules.laterCheck, at: stopped.node,
          "the hours until stop and until termination are \(first + second) together; GitLab takes at most 8760"
        )
      }
    }
    if case .bool(true) = section["allow_privilege_escalation"]?.value,
      let field = section["allow_privilege_escalation"]
    {
      var isProtected = false
      if case .bool(true) = section["use_kubernetes_user_namespaces"]?.value { isProtected = true }
      if case .text(let node) = section["default_runtime_class"]?.value,
        !tree.bytes(tree.target(node)).isEmpty
      {
        isProtected = true
      }
      if !isProtected {
        findings.report(
          AgentRules.laterCheck, at: field.node,
          "allow_privilege_escalation needs use_kubernetes_user_namespaces: true or a default_runtime_class"
        )
      }
    }
    var names: Set<String> = []
    for element in section.elements("image_pull_secrets") {
      guard case .message(let secret) = element.value, case .text(let node) = secret["name"]?.value
      else { continue }
      let name = tree.text(tree.target(node))
      if !names.insert(name).inserted {
        findings.report(
          AgentRules.laterCheck, at: node,
          "image_pull_secrets has \(quoted(name)) twice; GitLab asks for different names")
      }
    }
  }
}

/// Ranges of IPv4 addresses.
enum CIDR {
  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let length = number(parts[1]), length <= 32 else { return false }
    let bytes = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    return bytes.count == 4 && bytes.allSatisfy { number($0).map { $0 <= 255 } ?? false }
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}

/// RFC 1123 names as Kubernetes and GitLab check them.
enum DNSName {
  static func isLabel(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard (1...63).contains(bytes.count), let first = bytes.first, let last = bytes.suffix(1).first
    else { return false }
    let isAlphanumeric: (UInt8) -> Bool = {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
    }
    return isAlphanumeric(first) && isAlphanumeric(last)
      && bytes.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
  }

  static func isSubdomain(_ text: some StringProtocol) -> Bool {
    text.utf8.count <= 253
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isLabel($0) }
  }
}
