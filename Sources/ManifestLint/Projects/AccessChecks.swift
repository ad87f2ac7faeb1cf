import YAML

/// The entries of ci_access and user_access, as GitLab reads them when the server has sent the
/// configuration on.
extension ProjectChecks {
  mutating func access(_ access: AgentConfiguration.Access, _ section: String) {
    guard let key = access.key else { return }
    list(access.projects, section, "projects")
    list(access.groups, section, "groups")
    coveredProjects(access, section)
    for (kind, entries) in [("projects", access.projects), ("groups", access.groups)] {
      for (index, entry) in entries.enumerated() {
        let pointer = "/\(section)/\(kind)/\(index)"
        environments(entry, pointer)
        if let choice = entry.accessAs { tier(choice, pointer) }
      }
    }
    if let choice = access.accessAs { tier(choice, "/\(section)") }
    let hasEntries = !access.projects.isEmpty || !access.groups.isEmpty
    if section == "user_access", access.accessAs == nil, hasEntries, verdict.version < "18.3",
      !verdict.isRefused
    {
      report(
        AgentRules.accessAsMissing, at: key, pointer: "/user_access",
        "user_access has no access_as: before GitLab 18.3 nobody gets access; add access_as: {agent: {}}"
      )
    }
  }

  private var entryLimit: Int { verdict.version < "17.0" ? 100 : 500 }

  private mutating func list(
    _ entries: [AgentConfiguration.AccessEntry], _ section: String, _ kind: String
  ) {
    var seen: [ProjectPath: Located<String>] = [:]
    for (index, entry) in entries.enumerated() {
      let pointer = "/\(section)/\(kind)/\(index)/id"
      if index == entryLimit {
        report(
          AgentRules.entryLimit, at: entry.id.range, pointer: pointer,
          "\(section).\(kind) has \(entries.count) entries; GitLab reads the first \(entryLimit), and drops this one and all behind it"
        )
      }
      guard isPath(entry.id, isProject: kind == "projects", pointer) else { continue }
      let path = ProjectPath(entry.id.value)
      if let other = seen[path] {
        report(
          AgentRules.entryDuplicate, at: entry.id.range, pointer: pointer,
          "\(quoted(entry.id.value)) stands in \(section).\(kind) twice; the last entry wins",
          related: [.init(range: other.range, message: "listed first")])
      } else {
        seen[path] = entry.id
        root(entry.id, path, pointer)
      }
    }
  }

  private mutating func isPath(_ id: Located<String>, isProject: Bool, _ pointer: String) -> Bool {
    if SampleText.matches(id.value) {
      report(
        ProjectRules.sampleID, at: id.range, pointer: pointer,
        "\(quoted(id.value)) is sample text; write the full path of your project or group")
      return false
    }
    if case .number = ProjectReference(id.value) {
      report(
        AgentRules.entryID, at: id.range, pointer: pointer,
        "\(quoted(id.value)) is a number; entries are looked up by their full path")
      return false
    }
    guard let fault = ProjectPath.fault(in: id.value, isProject: isProject) else { return true }
    report(
      AgentRules.entryID, at: id.range, pointer: pointer,
      isProject
        ? "no project has the path \(quoted(id.value)): \(fault.reason)\(didYouMean(fault.proposal))"
        : "no group has the path \(quoted(id.value)): \(fault.reason)\(didYouMean(fault.proposal))"
    )
    return false
  }

  private mutating func root(_ id: Located<String>, _ path: ProjectPath, _ pointer: String) {
    guard let own = context.ownPath else { return }
    if path == own {
      report(
        AgentRules.entryOwnProject, at: id.range, pointer: pointer,
        "\(quoted(id.value)) is the configuration's own project, which has access without an entry; take the entry out"
      )
      return
    }
    // Before 15.6 the project's own group was the root, not the top-level group.
    let root = verdict.version < "15.6" ? own.parent : own.rootNamespace
    if path != root, !path.isBelow(root) {
      report(
        AgentRules.entryOtherRoot, at: id.range, pointer: pointer,
        "\(quoted(id.value)) is not below \(quoted(root.text)): GitLab ignores the entry, take it out"
      )
    }
  }

  /// Projects below a group of the same section.
  private mutating func coveredProjects(_ access: AgentConfiguration.Access, _ section: String) {
    let groups = Set(access.groups.map { ProjectPath($0.id.value) })
    guard !groups.isEmpty else { return }
    for (index, entry) in access.projects.enumerated() {
      let parts = entry.id.value.split(separator: "/")
      var group: ProjectPath?
      for count in stride(from: parts.count - 1, to: 0, by: -1) where group == nil {
        let candidate = ProjectPath(parts[..<count].joined(separator: "/"))
        if groups.contains(candidate) { group = candidate }
      }
      guard let group else { continue }
      let effect: Message =
        section == "ci_access"
        ? "for it the group's environments and access_as do not count" : "the entry adds nothing"
      report(
        AgentRules.entryCovered, at: entry.id.range, pointer: "/\(section)/projects/\(index)/id",
        "\(quoted(entry.id.value)) lies below the group \(quoted(group.text)), which is listed too: \(effect); take the entry out unless that is meant"
      )
    }
  }

  private mutating func environments(_ entry: AgentConfiguration.AccessEntry, _ pointer: String) {
    for (index, environment) in entry.environments.enumerated() where !environment.value.isEmpty {
      guard let fault = EnvironmentPattern.fault(in: environment.value) else { continue }
      report(
        AgentRules.environmentPattern, at: environment.range,
        pointer: "\(pointer)/environments/\(index)",
        "\(quoted(environment.value)) can match no environment: \(fault)")
    }
  }

  private mutating func tier(_ choice: Located<String>, _ pointer: String) {
    guard ["impersonate", "ci_job", "user"].contains(choice.value) else { return }
    report(
      AgentRules.accessAsTier, at: choice.range, pointer: "\(pointer)/access_as/\(choice.value)",
      "access_as.\(choice.value) needs GitLab Premium; without it write agent: {}")
  }
}

/// Names of environments with `*` for any text.
enum EnvironmentPattern {
  /// GitLab allows letters, digits, spaces, `-`, `_`, `/`, `$`, `{`, `}` and `.` in a name.
  static func fault(in pattern: String) -> Message? {
    if pattern.allSatisfy(\.isWhitespace) { return "it is blank" }
    if pattern.hasPrefix(" ") || pattern.hasSuffix(" ") { return "it has a blank at an end" }
    let strange = pattern.unicodeScalars.first { scalar in
      !(scalar.isASCII
        && (("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
          || ("0"..."9").contains(scalar) || " -_/${}.*".unicodeScalars.contains(scalar)))
    }
    if let strange {
      return
        "\(quoted(String(strange))) is in no environment's name, and only * stands for other text"
    }
    if pattern.contains(".*") || pattern.contains("$") && pattern.hasSuffix("$") {
      return "it is written like a regular expression; only * stands for other text"
    }
    if pattern.hasPrefix("/") || pattern.hasSuffix("/") { return "no name begins or ends with /" }
    return nil
  }
}
