import Testing
import YAML

@testable import ManifestLint

/// Runs the examples of the glob rules through the selection alone.
@Suite struct GlobRuleTests {
  @Test(arguments: GlobRules.all.filter { !$0.bad.isEmpty }.map(\.id))
  func `the bad example has the finding and the good one has not`(id: String) throws {
    let rule = try #require(GlobRules.all.first { $0.id == id })
    #expect(try findings(rule.bad).contains(id))
    #expect(try !findings(rule.good).contains(id))
  }

  @Test func `every rule has its own id in the category and tells all that a page needs`() {
    #expect(Set(GlobRules.all.map(\.id)).count == GlobRules.all.count)
    for rule in GlobRules.all {
      #expect(rule.category == "glob")
      for text in [rule.title, rule.why, rule.remedy, rule.source] { #expect(!text.isEmpty) }
      #expect(rule.bad.isEmpty == rule.good.isEmpty)
    }
  }

  @Test(arguments: [
    ("charts/Chart.yaml", "apiVersion: v2\nname: web\n", true),
    ("values-prod.yaml", "replicas: 1\n", true),
    ("values.yaml", "apiVersion: v1\nkind: ConfigMap\n", false),
    ("kustomization.yaml", "kind: Kustomization\nresources: []\n", true),
    ("docker-compose.override.yml", "services: {}\n", true),
    ("package.json", "{\"name\": \"web\"}", true),
    ("docs/README.md", "# Title\n", true),
    ("web.yaml", "replicas: 1\n", false),
    ("compose-settings", "a", false),
  ])
  func `files of other programs are known by name and by having no kind`(
    path: String, content: String, isForeign: Bool
  ) {
    let tree = MemoryTree([MemoryTree.File(path, content)])
    let problem = problem(ofSelected: 0, in: tree.listing, content: Array(content.utf8))
    #expect(problem?.rule.id == (isForeign ? "glob/not-a-manifest" : nil))
  }

  private func findings(_ example: String) throws -> [String] {
    var files: [MemoryTree.File] = []
    var globs: [[UInt8]] = []
    for part in ("\n" + example).split(separator: "\n=== ") {
      let lines = part.split(separator: "\n", maxSplits: 1)
      let header = lines[0].split(separator: " ")
      let content = lines.count > 1 ? String(lines[1]) : ""
      files.append(
        MemoryTree.File(
          String(header[0]), content, mode: header.last == "mode=120000" ? .symlink : .regular))
      for line in content.split(separator: "\n") where line.contains("- glob: '") {
        globs.append(Array(line.split(separator: "'")[1].utf8))
      }
    }
    let tree = MemoryTree(files)
    let selection = try selectFiles(globs: globs, in: tree.listing) {
      entry throws(RepositoryError) in try tree.size(ofEntry: entry)
    }
    return selection.problems.map(\.rule.id)
      + (try selection.files.compactMap { entry in
        problem(ofSelected: entry, in: tree.listing, content: try tree.read(entry: entry))?.rule.id
      })
  }
}
