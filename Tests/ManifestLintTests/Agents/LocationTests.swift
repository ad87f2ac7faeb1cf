import Testing
import YAML

@testable import ManifestLint

@Suite struct `Finding agents in a tree` {
  private func locate(
    _ paths: [String], mode: FileMode = .regular, version: GitLabVersion? = nil
  ) -> (agents: [String], findings: [String]) {
    let tree = MemoryTree(paths.map { MemoryTree.File($0, "ci_access: {}\n", mode: mode) })
    let locations = locateAgents(in: tree.listing, version: version)
    return (
      locations.agents.map(\.name),
      locations.findings.map { "\($0.rule.id) \(String(decoding: $0.path, as: UTF8.self))" }
    )
  }

  @Test func `the agents are the folders with a config.yaml`() {
    let found = locate([
      ".gitlab/agents/a/config.yaml", ".gitlab/agents/b-2/config.yaml", ".gitlab/CODEOWNERS",
      ".gitlab/agents/b-2/environment_templates/default.yaml", ".gitlab/agents/README.md", "a.yaml",
    ])
    #expect(found.agents == ["a", "b-2"])
    #expect(found.findings == [])
  }

  @Test(arguments: [
    ".gitlab/agents/n/config.yml", ".gitlab/agents/n/config.json", ".gitlab/agents/n/Config.yaml",
    ".gitlab/agents/n/.config.yaml", ".gitlab/agents/n/config.txt", ".gitlab/agents/n/confg.yaml",
    ".gitlab/agent/n/config.yaml", ".gitlab/agents/config.yaml", ".gitlab/agents/n.yaml",
    ".gitlab/agents/group/n/config.yaml", ".gitlab/agents/n/config/config.yaml",
    "agents/n/config.yaml", ".gitlab-agents/n/config.yaml", ".gitlab/Agents/n/config.yaml",
    ".GitLab/agents/n/config.yaml", "gitlab/agents/n/config.yaml",
  ])
  func `a file that is nearly at the place is found`(path: String) {
    let found = locate([path])
    #expect(found.agents == [])
    #expect(found.findings == ["agent/config-path \(path)", "agent/none "])
  }

  @Test(arguments: ["my_agent", "Agent", "-a", "a-", "a.b", String(repeating: "a", count: 64)])
  func `a name that GitLab refuses is found`(name: String) {
    let found = locate([".gitlab/agents/\(name)/config.yaml"])
    #expect(found.findings == ["agent/name-invalid .gitlab/agents/\(name)/config.yaml"])
  }

  @Test(arguments: ["1", "007", "a", "a--b", String(repeating: "a", count: 63)])
  func `a name may be digits, and 63 letters long`(name: String) {
    #expect(locate([".gitlab/agents/\(name)/config.yaml"]).findings == [])
  }

  @Test(arguments: [FileMode.symlink, .submodule])
  func `a link is no configuration`(mode: FileMode) {
    let found = locate([".gitlab/agents/a/config.yaml"], mode: mode)
    #expect(found.agents == [])
    #expect(
      found.findings
        == ["agent/config-not-regular-file .gitlab/agents/a/config.yaml", "agent/none "])
  }

  @Test(arguments: [".gitlab/agents/a", ".gitlab/agents", ".gitlab"])
  func `nothing is read behind a linked folder`(path: String) {
    for mode in [FileMode.symlink, .submodule] {
      #expect(locate([path], mode: mode).findings == ["agent/config-path \(path)", "agent/none "])
    }
  }

  @Test func `a folder named config.yaml is no configuration`() {
    let found = locate([
      ".gitlab/agents/a/config.yaml/a.yaml", ".gitlab/agents/a/config.yaml/b.yaml",
    ])
    #expect(
      found.findings
        == ["agent/config-not-regular-file .gitlab/agents/a/config.yaml", "agent/none "])
  }

  @Test func `the executable bit has no effect`() {
    let found = locate([".gitlab/agents/a/config.yaml"], mode: .executable)
    #expect(found.agents == ["a"])
    #expect(found.findings == ["agent/config-executable .gitlab/agents/a/config.yaml"])
  }

  @Test func `a folder without a configuration is an error before 14.7`() {
    let tree = MemoryTree([
      .init(".gitlab/agents/a/.gitkeep", ""), .init(".gitlab/agents/b/config.yaml", ""),
    ])
    for (version, severity): (GitLabVersion, Severity) in [("14.6", .error), ("14.7", .info)] {
      let findings = locateAgents(in: tree.listing, version: version).findings
      #expect(findings.map(\.rule) == [AgentRules.configMissing])
      #expect(findings.first?.severity == severity)
    }
  }

  @Test func `a branch that the server does not read is named`() {
    let tree = MemoryTree([.init(".gitlab/agents/a/config.yaml", "")])
    let findings = locateAgents(in: tree.listing, branch: "topic", defaultBranch: "main").findings
    #expect(findings.map(\.rule) == [AgentRules.notDefaultBranch])
    #expect(locateAgents(in: tree.listing, branch: "main", defaultBranch: "main").findings.isEmpty)
  }
}

@Suite struct `Registered agents` {
  @Test(arguments: [
    "a\nb\n", "# ours\nb\na # first\n\n", "[\"b\",\"a\"]",
    "[{\"id\":1,\"name\":\"a\"},{\"name\":\"b\"}]",
    "{\"data\":{\"project\":{\"clusterAgents\":{\"nodes\":[{\"name\":\"b\"},{\"name\":\"a\"}]}}}}",
  ])
  func `are read from lines and from GitLab's JSON`(source: String) throws {
    #expect(try RegisteredAgents(parsing: Array(source.utf8)).names == ["a", "b"])
  }

  @Test(arguments: ["a b\n", "{\"a\":1}", "[{\"id\":1}]", "[\"a\""])
  func `are refused when there are no names`(source: String) {
    #expect(throws: InputFileError.self) { try RegisteredAgents(parsing: Array(source.utf8)) }
  }

  @Test func `a folder without agent and an agent without folder are found`() {
    let tree = MemoryTree([
      .init(".gitlab/agents/prod/config.yaml", ""), .init(".gitlab/agents/stagin/config.yaml", ""),
    ])
    let agents = locateAgents(in: tree.listing).agents
    let findings = RegisteredAgents(names: ["prod", "staging"]).findings(for: agents)
    #expect(
      findings.map { "\($0.rule.id) \($0.agents)" } == [
        "agent/not-registered [\"stagin\"]", "agent/registered-without-folder [\"staging\"]",
      ])
    #expect(findings[0].message.text.hasSuffix("did you mean \"staging\"?"))
  }
}
