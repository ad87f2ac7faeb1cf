import Foundation
import ManifestLint
import Testing
import YAML

/// Every finding says where, of what and what to do: over the examples of all rules, the fixtures, and
/// the conformance data where it is at hand.
@Suite struct FindingCompletenessTests {
  /// What is said of a whole tree or of a file that nobody may read, so that there is no line.
  static let withoutPlace: [String: String] = [
    "agent/config-executable": "it is about the file's mode",
    "agent/config-missing": "the folder has no such file",
    "agent/config-not-regular-file": "the file is none that has lines",
    "agent/config-path": "the file lies in the wrong place, whatever it holds",
    "agent/last-removed": "the file is gone",
    "agent/name-invalid": "it is about the folder's name",
    "agent/none": "the tree has no such file",
    "agent/not-default-branch": "it is about the branch",
    "agent/not-registered": "it is about the folder's name",
    "git/file-too-large": "the file is not read",
    "git/too-many-findings": "it is about the file as a whole",
    "glob/lfs-pointer": "the file is none that has lines of a manifest",
    "glob/not-a-manifest": "it is about the file as a whole",
    "glob/symlink": "the file is none that has lines",
    "lint/baseline-stale": "the baseline is one line",
    "reference/not-compared": "it is about the file as a whole",
    "set/agent-without-effect": "it is about the file as a whole",
    "set/manifest-not-selected": "it is about the file as a whole",
  ]

  /// What is said of a document that names no object, or of the file around it.
  static let withoutObject: Set<String> = [
    "manifest/missing-api-version", "manifest/missing-kind", "manifest/not-an-object",
    "manifest/list-item", "manifest/wrong-type",
  ]

  private static func check(_ finding: Finding) {
    let id = finding.rule.id
    #expect(!finding.rule.remedy.isEmpty, "\(id)")
    #expect(!finding.message.text.isEmpty, "\(id)")
    #expect(!finding.message.text.contains("\u{2}"), "\(id)")
    #expect(!finding.message.text.hasSuffix(" "), "\(id): \(finding.message.text)")
    if finding.start == nil {
      #expect(withoutPlace[id] != nil, "\(id) has no place: \(finding.message.text)")
    }
    if finding.start != nil, ["object", "manifest", "reference"].contains(finding.rule.category),
      !withoutObject.contains(id)
    {
      #expect(finding.object != nil, "\(id) has no object: \(finding.message.text)")
    }
  }

  @Test(arguments: RuleTable.all.filter { !$0.bad.isEmpty })
  func `findings of examples are complete`(rule: Rule) throws {
    for finding in try RuleExampleTests.findings(rule.bad, of: rule) { Self.check(finding) }
  }

  @Test func `the exceptions are rules that there are`() {
    for id in Array(Self.withoutPlace.keys) + Array(Self.withoutObject) {
      #expect(RuleTable.rule(id) != nil, "\(id)")
    }
  }

  @Test func `findings of fixtures are complete`() throws {
    let folder = GeneratedFilesTests.package.appending(path: "Tests/Fixtures")
    var count = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".repo") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let report = try lint(
        MemoryTree(ExampleRepository.files(text)), snapshot: .init(kind: "commit"),
        toolVersion: "0")
      report.findings.forEach(Self.check)
      count += report.findings.count
    }
    #expect(count > 0)
  }

  @Test(.enabled(if: data != nil, "no conformance data"))
  func `findings of the conformance data are complete`() throws {
    let folder = try #require(Self.data)
    var count = 0
    for (name, isConfiguration) in [
      ("apiserver/mutants", false), ("apiserver/originals", false), ("agent-configs", true),
    ] {
      let root = folder.appending(path: name)
      for file in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
        guard let content = try? Data(contentsOf: root.appending(path: file)) else { continue }
        let tree = MemoryTree([
          MemoryTree.File(path: Array("\(name)/\(file)".utf8), content: Array(content))
        ])
        let report =
          try isConfiguration
          ? lintConfigurations(tree, toolVersion: "0") : lintManifests(tree, toolVersion: "0")
        report.findings.forEach(Self.check)
        count += report.findings.count
      }
    }
    #expect(count > 1_000)
  }

  private static let data: URL? = {
    let named = ProcessInfo.processInfo.environment["MANIFEST_LINT_DATA"].map { URL(filePath: $0) }
    let folder =
      named
      ?? GeneratedFilesTests.package.deletingLastPathComponent().appending(path: "shared/data")
    return FileManager.default.fileExists(atPath: folder.appending(path: "apiserver").path)
      ? folder : nil
  }()
}
