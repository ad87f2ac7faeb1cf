import ManifestLint
import Testing
import YAML

/// How often a run asks the repository for a file.
@Suite struct BlobReadingTests {
  /// A tree that counts what is read of it.
  private final class CountingTree: RepositoryView {
    private let tree: MemoryTree
    private(set) var reads = 0

    init(_ files: [MemoryTree.File]) { tree = MemoryTree(files) }

    var listing: Listing { tree.listing }
    func size(ofEntry index: Int) throws(RepositoryError) -> Int {
      try tree.size(ofEntry: index)
    }
    func read(entry index: Int) throws(RepositoryError) -> [UInt8] {
      reads += 1
      return try tree.read(entry: index)
    }
  }

  @Test func `a file is not read anew for each finding that needs all files`() throws {
    let object = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\n"
    let tree = CountingTree([
      MemoryTree.File(
        ".gitlab/agents/gitops/config.yaml", "gitops: {manifest_projects: [{id: group/project}]}\n"),
      MemoryTree.File("a.yaml", object),
      MemoryTree.File("b.yaml", String(repeating: object, count: 500)),
    ])
    var options = LintOptions()
    options.projects.own = OwnProject(path: ProjectPath("group/project"), source: .option)
    let report = try lint(
      tree, snapshot: .init(kind: "commit"), toolVersion: "0", options: options)
    #expect(report.findings.count { $0.rule.id == "set/duplicate-object" } == 500)
    // The configuration once; each manifest to judge it, and once more to count its lines.
    #expect(tree.reads <= 5, "\(tree.reads)")
  }
}
