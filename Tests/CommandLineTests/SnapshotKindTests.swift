import Foundation
import ManifestLint
import TestSupport
import Testing

/// One repository, seen in every way in which the program can see it: the record is the same.
@Suite struct SnapshotKindTests {
  static let files = [
    (
      ".gitlab/agents/gitops/config.yaml",
      "gitops:\n  manifest_projects:\n  - id: demo/x\n    path: 1\n"
    ),
    (".gitlab/agents/other/config.yaml", "gitops:\n  manifest_projects:\n  - id: demo/x\n"),
    (
      "a/deployment.yaml",
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: x}\n"
    ),
    ("a/b/c.yaml", "kind: [\n"),
    ("zwei drei/ü.yml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndatta: {}\n"),
  ]

  /// The record without the part that says where it comes from.
  private static func record(_ json: String) -> String {
    json.split(separator: "\n").filter { !$0.contains("\"snapshot\"") }.joined(separator: "\n")
  }

  @Test func `memory, work tree, index, commit, bare repository and quarantine agree`() throws {
    let box = try Sandbox()
    for (path, content) in Self.files { try box.write("work/\(path)", content) }
    try box.sh(
      """
      cd work; git init -qb main; git add .; git commit -qm all
      git clone -q --bare . ../bare.git; git init -q --bare ../pushed.git
      printf '#!/bin/sh\\nread old new ref\\nmanifest-lint check --project demo/x --rev $new --format json > ../pushed.json\\nexit 0\\n' \
        > ../pushed.git/hooks/pre-receive; chmod +x ../pushed.git/hooks/pre-receive
      git push -q ../pushed.git main
      """)
    var options = LintOptions()
    options.projects.own = OwnProject(path: ProjectPath("demo/x"), source: .option)
    let memory = try lint(
      MemoryTree(Self.files.map { MemoryTree.File($0.0, $0.1) }), snapshot: .init(kind: "commit"),
      toolVersion: "0.1.0", options: options)
    let expected = Self.record(String(decoding: render(memory, as: .json), as: UTF8.self))
    #expect(expected.contains("yaml/") && expected.contains("manifest/unknown-field"))

    func check(_ options: String) throws -> String {
      Self.record(
        try box.run("manifest-lint check --project demo/x --format json \(options) || true").output)
    }
    #expect(try check("--repo work") == expected)
    #expect(try check("--repo work --staged") == expected)
    #expect(try check("--repo work --rev HEAD") == expected)
    #expect(try check("--repo bare.git --rev main") == expected)
    let pushed = try box.sh("cat pushed.json")
    #expect(pushed.contains("\"kind\": \"commit\""))
    #expect(Self.record(pushed) == expected)
  }
}
