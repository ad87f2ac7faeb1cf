import Foundation
import Testing
import YAML

@testable import ManifestLint

@Suite struct `The table of configuration keys` {
  /// For `scripts/config-schema-agreement`, which runs a JSON Schema validator over all cases.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["CONFIG_SCHEMA_DIR"] != nil))
  func `a schema for each contract is written for the validator`() throws {
    let folder = ProcessInfo.processInfo.environment["CONFIG_SCHEMA_DIR"] ?? ""
    for version: GitLabVersion in ["13.7", "13.12", "14.1", "14.10", "15.7", "16.5"] {
      try ConfigurationJSONSchema.text(for: version).write(
        to: URL(filePath: folder).appending(path: "\(version).json"), atomically: true,
        encoding: .utf8)
    }
  }

  @Test func `names are unique in each message, in lower case with underscores`() {
    for path in ConfigurationPath.all {
      let isPlain = path.field.name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
      #expect(isPlain || path.field.name == "trivy_k8s_wrapper_image", "\(path.text)")
    }
    let texts = ConfigurationPath.all.map(\.text)
    #expect(Set(texts).count == texts.count)
  }

  @Test func `a key that is younger than the executed versions is marked so`() {
    for path in ConfigurationPath.all {
      #expect(
        path.field.isDocumentedOnly == (path.field.since > .newestExecuted)
          || path.text.hasPrefix("ci_access.instance."), "\(path.text)")
    }
  }

  @Test func `every key of gitops in its last version has a counterpart in Flux`() {
    for path in ConfigurationPath.all
    where path.text.hasPrefix("gitops.manifest_projects") && path.field.isKnown(in: "16.11") {
      if path.text.hasPrefix("gitops.manifest_projects[].ref.") { continue }
      #expect(path.field.fluxReplacement != nil, "\(path.text)")
    }
  }
}

@Suite struct `GitLab versions` {
  @Test(arguments: [
    ("16.5", 16, 5), ("v16.5.2", 16, 5), ("16.5.0-ee", 16, 5), ("17", 17, 0), ("13.12", 13, 12),
    ("16.5-ee", 16, 5),
  ])
  func `are read`(text: String, major: Int, minor: Int) {
    #expect(GitLabVersion(text) == GitLabVersion(major: major, minor: minor))
  }

  @Test(arguments: ["", "x", "16.", ".5", "16.x", "16.5.", "1.2.3.4", "-1", "16 .5", "99999"])
  func `are refused`(text: String) { #expect(GitLabVersion(text) == nil) }

  @Test func `are ordered as numbers`() { #expect(GitLabVersion(major: 13, minor: 9) < "13.12") }
}
