import Testing
import YAML

@testable import ManifestLint

@Suite struct GlobExplanationTests {
  private let tree = MemoryTree(
    [
      "README.md", "app/.secret/x.yaml", "app/db/x.yaml", "app/web.yaml", "app/web.yml",
      "lib/a.yaml",
    ]
    .map { MemoryTree.File($0, "") } + [MemoryTree.File("vendor", "", mode: .submodule)])

  private func explain(_ globs: String...) throws -> [String: String] {
    let globs = globs.map { Array($0.utf8) }
    let selection = try selectFiles(globs: globs, in: tree.listing) { _ throws(RepositoryError) in 0
    }
    let explanations = explainUnselected(selection, globs: globs, in: tree.listing)
    #expect(explanations.count + selection.files.count == tree.listing.count)
    return Dictionary(
      uniqueKeysWithValues: explanations.map {
        (String(decoding: tree.listing.path($0.entry), as: UTF8.self), $0.message.text)
      })
  }

  @Test func `each part that fails is named`() throws {
    let flat = try explain("/app/*.yaml")
    #expect(flat["README.md"] == "it is not below `app/`, where the glob `/app/*.yaml` looks")
    #expect(
      flat["app/db/x.yaml"]
        == "the glob `/app/*.yaml` looks at one directory only, not below `db/`")
    #expect(flat["app/web.yml"] == "`web.yml` does not match `*.yaml` of the glob `/app/*.yaml`")
    #expect(flat["vendor"] == "it is a submodule, which the agent does not look into")
    #expect(flat["app/web.yaml"] == nil)

    let deep = try explain("/**/*.yaml")
    #expect(
      deep["app/.secret/x.yaml"]
        == """
        it is below `.secret/`: the agent leaves out directories whose name begins with `.`, though \
        the glob `/**/*.yaml` matches
        """)
    #expect(deep["README.md"] == "`README.md` does not match `*.yaml` of the glob `/**/*.yaml`")
  }

  @Test func `the glob that comes nearest is told`() throws {
    let texts = try explain("/lib/*.json", "/{app,lib}/w*.yaml", "/missing/*")
    #expect(
      texts["app/web.yml"] == "`web.yml` does not match `w*.yaml` of the glob `/{app,lib}/w*.yaml`")
    #expect(
      texts["app/db/x.yaml"] == "`db` does not match `w*.yaml` of the glob `/{app,lib}/w*.yaml`")
    #expect(texts["lib/a.yaml"] == "`a.yaml` does not match `*.json` of the glob `/lib/*.json`")
  }

  @Test func `a glob that is too short or too long is told so`() throws {
    #expect(
      try explain("/[a]pp")["app/db/x.yaml"]
        == "the glob `/[a]pp` ends at `app`, and the file is below it")
    #expect(
      try explain("/app/*.yml/*[a]")["app/web.yml"]
        == "the glob `/app/*.yml/*[a]` goes on below `web.yml`")
    #expect(
      try explain("/[a-]*")["README.md"] == "it brings up a syntax error in the glob `/[a-]*`")
  }

  @Test func `no glob explains nothing`() throws {
    #expect(try explain()["README.md"] == "there is no glob")
  }
}

@Suite struct GlobBatchTests {
  @Test func `a line is answered with one word`() throws {
    var batch = GlobBatch()
    func answer(_ line: String) throws -> String {
      try batch.answer(Array(line.utf8)[...]).rawValue
    }
    #expect(try answer("*.yaml\ta.yaml") == "true")
    #expect(try answer("*.yaml\ta.yml") == "false")
    #expect(try answer("[\ta") == "error")
    #expect(try answer("\t") == "true")
    #expect(try answer("*\ta\tb\r") == "true")
    #expect(throws: GlobBatch.LineError.noTab) { try answer("*.yaml") }
  }

  @Test func `fields may be hexadecimal`() throws {
    var batch = GlobBatch(isHexadecimal: true)
    #expect(try batch.answer(Array("3F\tff".utf8)[...]) == .yes)
    #expect(try batch.answer(Array("\t".utf8)[...]) == .yes)
    for line in ["3\tff", "3f\tfg", "3f\t\t"] {
      #expect(throws: GlobBatch.LineError.notHexadecimal) {
        try batch.answer(Array(line.utf8)[...])
      }
    }
  }
}
