import Testing
import YAML

@testable import ManifestLint

@Suite struct NamespaceHintTests {
  private func findings(made: Int, used: Int) throws -> [Finding] {
    let config = """
      gitops:
        manifest_projects:
        - id: group/project
          paths: [{glob: '/m/*.yaml'}]
      """
    var manifests = ""
    for number in 0..<made {
      manifests += "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: team-\(number)-made}\n"
    }
    for number in 0..<used {
      manifests +=
        "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: team-\(number)-maed}\n"
    }
    var options = LintOptions()
    options.projects.own = OwnProject(path: ProjectPath("group/project"), source: .option)
    return try lint(
      MemoryTree([
        MemoryTree.File(".gitlab/agents/a/config.yaml", config),
        MemoryTree.File("m/all.yaml", manifests),
      ]), snapshot: .init(kind: "commit"), toolVersion: "0", options: options
    ).findings.filter { $0.rule == SetRules.namespaceNotMade }
  }

  @Test func `a misspelt namespace gets the name that is made`() throws {
    let found = try findings(made: 3, used: 1)
    #expect(found.map(\.message.text).first?.hasSuffix("did you mean team-0-made?") == true)
  }

  @Test(.timeLimit(.minutes(1)))
  func `thousands of namespaces against thousands of names cost bounded time`() throws {
    let found = try findings(made: 6_000, used: 6_000)
    #expect(found.count == 6_000)
    #expect(found.contains { $0.message.text.contains("did you mean") })
    #expect(found.contains { !$0.message.text.contains("did you mean") })
  }
}
