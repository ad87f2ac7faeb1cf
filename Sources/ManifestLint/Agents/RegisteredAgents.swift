import YAML

/// The names of the agents that are registered in the project (`--agents FILE`).
public struct RegisteredAgents: Sendable, Equatable {
  /// Sorted, each once.
  public let names: [String]

  public init(names: some Sequence<String>) { self.names = Set(names).sorted() }

  /// Reads names, one a line (`#` starts a comment), or JSON as GitLab answers it: a list of names,
  /// a list of objects with `name`, or such a list inside objects (`data.project.clusterAgents.nodes`).
  public init(parsing source: [UInt8]) throws(InputFileError) {
    let first = source.first { $0 > 0x20 }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      try self.init(lines: source)
      return
    }
    // The JSON reader starts at an object.
    let object =
      first == UInt8(ascii: "[")
      ? Array("{\"agents\":".utf8) + source + [UInt8(ascii: "}")] : source
    let tree = readYAML(object, as: .manifests(.v0_34))
    guard !tree.diagnostics.contains(where: { $0.severity == .error }),
      let root = tree.documents.first?.root
    else {
      let text = tree.diagnostics.first { $0.severity == .error }?.message ?? "it is empty"
      throw InputFileError("the list of agents is no JSON: \(text)")
    }
    guard let names = Self.names(in: tree, root) else {
      throw InputFileError(
        "the list of agents has no list of names, and no list of objects with a name")
    }
    self.init(names: names)
  }

  private init(lines source: [UInt8]) throws(InputFileError) {
    var names: [String] = []
    let lines = String(decoding: source, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      guard let name = words.first else { continue }
      guard words.count == 1 else {
        throw InputFileError("one name a line is expected", line: number + 1)
      }
      names.append(String(name))
    }
    self.init(names: names)
  }

  /// The names of the first list that is found, from the outside in.
  private static func names(in tree: Tree, _ root: NodeID) -> [String]? {
    var level = [tree.target(root)]
    // GraphQL's answer nests five deep.
    for _ in 0..<8 {
      var next: [NodeID] = []
      for node in level {
        if tree[node].kind == .sequence { return listed(tree, node) }
        next += tree.configurationMembers(of: node).map { tree.target($0.value) }
      }
      level = next
    }
    return nil
  }

  private static func listed(_ tree: Tree, _ list: NodeID) -> [String]? {
    var names: [String] = []
    for element in tree.children(list) {
      let element = tree.target(element)
      if tree[element].kind == .scalar {
        names.append(tree.text(element))
      } else if let name = tree.configurationMembers(of: element).first(where: {
        $0.name.elementsEqual("name".utf8)
      }) {
        names.append(tree.text(tree.target(name.value)))
      } else {
        return nil
      }
    }
    return names
  }

  /// Folders without a registered agent, and agents without a folder.
  public func findings(for agents: [LocatedAgent], version: GitLabVersion? = nil) -> [Finding] {
    var findings: [Finding] = []
    let registered = Set(names)
    for agent in agents where !registered.contains(agent.name) {
      let advice = didYouMean(NearestName.of(agent.name, among: names))
      var finding = Finding(
        AgentRules.notRegistered,
        "no agent \(quoted(agent.name)) is registered in this project\(advice)", path: agent.path)
      finding.agents = [agent.name]
      findings.append(finding)
    }
    let located = Set(agents.map(\.name))
    let isError = (version ?? .newestKnown) < "14.7"
    for name in names where !located.contains(name) {
      var finding = Finding(
        AgentRules.registeredWithoutFolder, severity: isError ? .error : nil,
        "the registered agent \(quoted(name)) has no \(LocatedAgent.path(ofAgent: name))")
      finding.agents = [name]
      findings.append(finding)
    }
    return findings
  }
}
