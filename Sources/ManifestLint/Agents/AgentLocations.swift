import YAML

/// An agent's configuration file in a tree.
public struct LocatedAgent: Sendable, Hashable {
  public var name: String
  /// The listing's entry.
  public var entry: Int
  public var path: [UInt8]

  /// Where the configuration of an agent lies.
  public static func path(ofAgent name: String) -> String { ".gitlab/agents/\(name)/config.yaml" }

  /// An RFC 1123 label, as GitLab asks for when an agent is registered.
  public static func isValidName(_ name: String) -> Bool { DNSName.isLabel(name) }
}

/// Which agents a tree configures, and what only looks like their configuration.
public struct AgentLocations: Sendable {
  /// Regular files at the right place, sorted by path. A name that GitLab would refuse is among
  /// them: its file is worth checking before the folder is renamed.
  public var agents: [LocatedAgent]
  /// Without places in a file's text.
  public var findings: [Finding]
}

/// Finds `.gitlab/agents/<name>/config.yaml` and its near misses.
///
/// - Parameters:
///   - version: Nil is the newest known.
///   - branch: The branch that the tree belongs to, when it belongs to one.
///   - defaultBranch: The project's default branch, when it is known.
public func locateAgents(
  in listing: Listing, version: GitLabVersion? = nil, branch: String? = nil,
  defaultBranch: String? = nil
) -> AgentLocations {
  var search = AgentSearch(listing: listing, version: version ?? .newestKnown)
  search.searchAgentsFolder()
  search.searchElsewhere()
  if search.agents.isEmpty { search.reportNone() }
  if let branch, let defaultBranch, branch != defaultBranch, let first = search.agents.first {
    search.findings.append(
      Finding(
        AgentRules.notDefaultBranch,
        "the branch is \(quoted(branch)); the server reads configurations from \(quoted(defaultBranch)) only",
        path: first.path))
  }
  return AgentLocations(agents: search.agents, findings: search.findings)
}

private struct AgentSearch {
  let listing: Listing
  let version: GitLabVersion
  var agents: [LocatedAgent] = []
  var findings: [Finding] = []
  private var nearMisses = 0

  private static let folder = Array(".gitlab/agents/".utf8)

  init(listing: Listing, version: GitLabVersion) {
    self.listing = listing
    self.version = version
  }

  private mutating func report(
    _ rule: Rule, severity: Severity? = nil, _ message: Message, path: some Sequence<UInt8>,
    agent: String? = nil
  ) {
    var finding = Finding(rule, severity: severity, message, path: Array(path))
    if let agent { finding.agents = [agent] }
    findings.append(finding)
  }

  // MARK: The right folder

  /// Walks the entries below `.gitlab/agents`, folder by folder.
  mutating func searchAgentsFolder() {
    var index = listing.lowerBound(Self.folder)
    while index < listing.count, listing.path(index).starts(with: Self.folder) {
      let rest = listing.path(index).dropFirst(Self.folder.count)
      let name = rest.prefix { $0 != UInt8(ascii: "/") }
      guard name.count < rest.count else {
        looseEntry(index, name: text(name))
        index += 1
        continue
      }
      let prefix = Self.folder + name + [UInt8(ascii: "/")]
      var end = index
      while end < listing.count, listing.path(end).starts(with: prefix) { end += 1 }
      agentFolder(text(name), prefix: prefix, entries: index..<end)
      index = end
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// An entry that lies in `.gitlab/agents` itself.
  private mutating func looseEntry(_ index: Int, name: String) {
    switch listing.entries[index].mode {
    case .submodule, .symlink:
      let what: Message =
        listing.entries[index].mode == .submodule ? "a submodule" : "a symbolic link"
      nearMiss(
        index,
        "the agent's folder \(quoted(name)) is \(what): the server does not look behind it; make it a folder"
      )
    case .regular, .executable:
      guard let stem = configurationStem(name) else { return }
      let target = NearMiss.isConfigurationName(name.lowercased()) ? "<name>" : stem
      nearMiss(
        index,
        "each agent has a folder of its own: move the file to \(LocatedAgent.path(ofAgent: target))"
      )
    }
  }

  /// The name without `.yaml`, `.yml` or `.json`.
  private func configurationStem(_ name: String) -> String? {
    for ending in [".yaml", ".yml", ".json"] where name.lowercased().hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return nil
  }

  private mutating func agentFolder(_ name: String, prefix: [UInt8], entries: Range<Int>) {
    var hasConfiguration = false
    var isExplained = false
    for index in entries {
      let rest = listing.path(index).dropFirst(prefix.count)
      let parts = rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      if text(parts[0]) == "config.yaml" {
        if !hasConfiguration { configuration(name, index, isFolder: parts.count > 1) }
        hasConfiguration = true
      } else if parts.count == 1 {
        guard NearMiss.isConfigurationName(text(rest)) else { continue }
        isExplained = true
        nearMiss(
          index, "the server reads config.yaml and no other name: rename \(quoted(text(rest)))",
          agent: name)
        // Git's case: a file system may take the two for one.
        let isOnly =
          entries.count {
            NearMiss.isConfigurationName(text(listing.path($0).dropFirst(prefix.count)))
          } == 1
        if isOnly, ["config.yml", "config.yaml"].contains(text(rest).lowercased()) {
          findings[findings.count - 1].fix = .init(newName: "config.yaml")
        }
      } else if text(parts[0]) != "environment_templates",
        text(parts[parts.count - 1]) == "config.yaml"
      {
        isExplained = true
        let folder = text(parts[parts.count - 2])
        let target = parts.count == 2 && folder == "config" ? name : folder
        nearMiss(
          index,
          "the server reads no folder below an agent's: move the file to \(LocatedAgent.path(ofAgent: target))"
        )
      }
    }
    if hasConfiguration {
      if !LocatedAgent.isValidName(name) { invalidName(name, prefix) }
    } else if !isExplained {
      let isError = version < "14.7"
      let effect: Message = isError ? ", which a server before GitLab 14.7 reports as an error" : ""
      report(
        AgentRules.configMissing, severity: isError ? .error : nil,
        "the folder of agent \(quoted(name)) has no config.yaml\(effect)",
        path: prefix.dropLast(), agent: name)
    }
  }

  private mutating func configuration(_ name: String, _ index: Int, isFolder: Bool) {
    let entry = listing.entries[index]
    let path = Array(listing.path(index))
    if isFolder {
      let folder = Self.folder + Array(name.utf8) + Array("/config.yaml".utf8)
      report(
        AgentRules.notRegularFile, "config.yaml is a folder; the server reads a file of this name",
        path: folder, agent: name)
      return
    }
    switch entry.mode {
    case .symlink:
      report(
        AgentRules.notRegularFile,
        "config.yaml is a symbolic link: the server reads the target's path as text, not the target",
        path: path, agent: name)
    case .submodule:
      report(
        AgentRules.notRegularFile, "config.yaml is a submodule, which the server does not read",
        path: path, agent: name)
    case .regular, .executable:
      agents.append(LocatedAgent(name: name, entry: index, path: path))
      if entry.mode == .executable {
        report(
          AgentRules.configExecutable, "config.yaml is marked executable, which has no effect",
          path: path, agent: name)
      }
    }
  }

  private mutating func invalidName(_ name: String, _ prefix: [UInt8]) {
    let proposal = NearMiss.validName(for: name)
    let advice: Message = proposal.map { "; rename it to \(quoted($0))" } ?? ""
    report(
      AgentRules.nameInvalid,
      "no agent can be called \(quoted(name)): 1 to 63 lower-case letters, digits and '-' are allowed, and '-' neither first nor last\(advice)",
      path: prefix + Array("config.yaml".utf8), agent: name)
  }

  // MARK: Other folders

  private mutating func nearMiss(
    _ index: Int, severity: Severity? = nil, _ message: Message, agent: String? = nil
  ) {
    nearMisses += 1
    report(
      AgentRules.configPath, severity: severity, message, path: listing.path(index), agent: agent)
  }

  /// Folders that are nearly `.gitlab/agents`.
  mutating func searchElsewhere() {
    for prefix in [".gitlab", ".GitLab", ".Gitlab", ".GITLAB", "gitlab/", "agents/"] {
      let bytes = Array(prefix.utf8)
      var index = listing.lowerBound(bytes)
      while index < listing.count, listing.path(index).starts(with: bytes) {
        elsewhere(index)
        index += 1
      }
    }
  }

  private mutating func elsewhere(_ index: Int) {
    let path = listing.path(index)
    guard !path.starts(with: Self.folder) else { return }
    let parts = path.split(separator: UInt8(ascii: "/")).map { text($0) }
    let mode = listing.entries[index].mode
    if parts == [".gitlab", "agents"] || parts == [".gitlab"], !mode.isFile {
      let what: Message = mode == .submodule ? "a submodule" : "a symbolic link"
      nearMiss(
        index, "\(parts.joined(separator: "/")) is \(what): the server does not look behind it")
      return
    }
    guard let file = parts.last, NearMiss.isConfigurationName(file), mode.isFile else { return }
    let folders = parts.dropLast().map { $0.lowercased() }
    let isNear: Bool
    switch folders.count {
    case 3:
      isNear =
        [".gitlab", "gitlab"].contains(folders[0]) && ["agents", "agent"].contains(folders[1])
    case 2:
      isNear =
        folders[0] == "agents" || [".gitlab-agents", ".gitlab-agent"].contains(folders[0])
    default: isNear = false
    }
    guard isNear, let name = parts.dropLast().last else { return }
    // Before 13.7 agents/<name>/config.yaml was the place; today it may be anybody's.
    let isOther = folders[0] == "agents" && !agents.isEmpty
    nearMiss(
      index, severity: isOther ? .info : nil,
      "the server reads \(LocatedAgent.path(ofAgent: name)) and no other place: move the file there"
    )
  }

  mutating func reportNone() {
    let near: Message =
      switch nearMisses {
      case 0: ""
      case 1: "; 1 file looks like one"
      default: "; \(nearMisses) files look like one"
      }
    report(
      AgentRules.none, "there is no .gitlab/agents/<name>/config.yaml in this tree\(near)", path: []
    )
  }
}

/// Names that are nearly right.
private enum NearMiss {
  /// A file name that is `config.yaml` or meant to be.
  static func isConfigurationName(_ name: String) -> Bool {
    let lower = name.lowercased()
    if ["config", "config.json", "config.txt", "configuration.yaml", ".config.yml"].contains(lower)
    {
      return true
    }
    return NearestName.of(lower, among: ["config.yaml"]) != nil
  }

  /// A valid agent name made of another one.
  static func validName(for name: String) -> String? {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      let isAllowed = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      result.unicodeScalars.append(isAllowed ? scalar : "-")
    }
    while result.hasPrefix("-") { result.removeFirst() }
    result = String(result.prefix(63))
    while result.hasSuffix("-") { result.removeLast() }
    return LocatedAgent.isValidName(result) ? result : nil
  }
}
