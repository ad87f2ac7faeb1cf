import Testing
import YAML

@testable import ManifestLint

@Suite struct GlobSelectionTests {
  private let tree = MemoryTree(
    [
      ".gitlab-ci.yml", ".gitlab/agents/a/config.yaml", "README.md", "app/.secret/x.yaml",
      "app/web.yaml", "app/web.yml", "app-2/web.yaml", "app/db/claim.yaml", "app/db/deep/x.yaml",
    ].map { MemoryTree.File($0, "12345") }
      + [
        MemoryTree.File("app/link.yaml", "web.yaml", mode: .symlink),
        MemoryTree.File("app/sub.yaml", "", mode: .submodule),
      ])

  private func select(
    _ globs: String..., generation: SelectionGeneration = .requiresPrefix,
    limits: (inout AgentLimits) -> Void = { _ in }
  ) throws -> GlobSelection {
    var agentLimits = AgentLimits()
    limits(&agentLimits)
    return try selectFiles(
      globs: globs.map { Array($0.utf8) }, in: tree.listing, generation: generation,
      limits: agentLimits
    ) { entry throws(RepositoryError) in try tree.size(ofEntry: entry) }
  }

  private func paths(_ entries: [Int]) -> [String] {
    entries.map { String(decoding: tree.listing.path($0), as: UTF8.self) }
  }

  private func text(_ selection: GlobSelection) -> String? {
    selection.stop.map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test func `files come in tree order, without hidden directories and submodules`() throws {
    let selection = try select("/**/*.{yaml,yml,json}")
    #expect(
      paths(selection.files) == [
        ".gitlab-ci.yml", "app-2/web.yaml", "app/db/claim.yaml", "app/db/deep/x.yaml",
        "app/link.yaml", "app/web.yaml", "app/web.yml",
      ])
    #expect(selection.sent == selection.files)
    #expect(selection.stop == nil)
    #expect(selection.visited == 10)
    #expect(selection.tallies[0].hidden == 2)
  }

  @Test func `a literal directory is listed alone, one level deep unless the rest asks for more`()
    throws
  {
    let flat = try select("/app/*.yaml")
    #expect(paths(flat.files) == ["app/link.yaml", "app/web.yaml"])
    #expect(flat.visited == 3)
    let deep = try select("/app/**/*.yaml")
    #expect(deep.visited == 6)
    // A class makes the listing recursive too.
    #expect(try select("/app/we[b].yaml").visited == 6)
  }

  @Test func `a file that two globs select ends the sync and is selected once`() throws {
    let selection = try select("/app/*.yaml", "/app/web.*", "/app-2/*")
    #expect(text(selection) == "path visited more than once: app/web.yaml")
    #expect(paths(selection.sent) == ["app/link.yaml", "app/web.yaml"])
    #expect(
      paths(selection.files) == ["app/link.yaml", "app/web.yaml", "app/web.yml", "app-2/web.yaml"])
    #expect(selection.problems.map(\.rule.id) == ["glob/overlap"])
    #expect(selection.problems[0].globIndex == 1)
    #expect(selection.problems[0].relatedGlobs == [0])
  }

  @Test func `before 13_12 a file is sent twice and the literal directory is lost`() throws {
    let twice = try select("/*.yml", "*.yml", generation: .stripsPrefix)
    #expect(paths(twice.sent) == [".gitlab-ci.yml", ".gitlab-ci.yml"])
    #expect(paths(twice.files) == [".gitlab-ci.yml"])
    #expect(twice.problems.map(\.severity) == [.warning])

    let lost = try select("/app/*.yaml", generation: .stripsPrefix)
    #expect(lost.files == [])
    #expect(lost.problems.map(\.rule.id) == ["glob/prefix-stripped"])
    #expect(try select("/app/**/*.yaml", generation: .stripsPrefix).problems.isEmpty)
  }

  @Test func `the limit counts what is looked at, and selection goes on behind it`() throws {
    let selection = try select("/app/*.yml", "/app/db/**") { $0.maximumFiles = 4 }
    #expect(text(selection) == "maximum number of files limit reached: 4")
    #expect(selection.visited == 4)
    #expect(paths(selection.sent) == ["app/web.yml", "app/db/claim.yaml"])
    #expect(paths(selection.files) == ["app/web.yml", "app/db/claim.yaml", "app/db/deep/x.yaml"])
    #expect(selection.problems.map(\.rule.id) == ["glob/too-many-files"])
    #expect(try select("/app/*.yml", "/app/db/**") { $0.maximumFiles = 5 }.stop == nil)
  }

  @Test func `sizes are limited one by one and together`() throws {
    let each = try select("/app/*.yml", "/app-2/*") { $0.maximumFileSize = 4 }
    #expect(each.stop?.reason == .fileTooLarge)
    #expect(each.problems.map(\.rule.id) == ["glob/file-too-large", "glob/file-too-large"])
    #expect(each.files.count == 2)

    let exact = try select("/app/*.yml", "/app-2/*") { $0.maximumTotalSize = 10 }
    #expect(exact.stop == nil)
    let all = try select("/app/*.yml", "/app-2/*") { $0.maximumTotalSize = 9 }
    #expect(all.stop?.reason == .totalTooLarge)
    #expect(text(all)?.hasSuffix("(5) is bigger than the maximum allowed size (4)") == true)
    #expect(all.problems.map(\.rule.id) == ["glob/total-too-large"])
    let nothingLeft = try select("/app/*.yml", "/app-2/*") { $0.maximumTotalSize = 5 }
    #expect(
      text(nothingLeft)
        == "rpc error: code = Internal desc = unexpected negative remaining total file size")
  }

  @Test func `more globs than the agent takes are refused before anything is sent`() throws {
    let selection = try select("/app/*.yml", "/app-2/*") { $0.maximumPaths = 1 }
    #expect(
      text(selection)
        == "maximum number of GitOps paths per manifest project is 1, but 2 was requested")
    #expect(selection.sent == [])
    #expect(selection.files.count == 2)
    #expect(selection.problems.map(\.rule.id) == ["glob/too-many-paths"])
  }

  @Test func `a missing directory ends the sync from 16_3 on`() throws {
    let new = try select("/apps/*.yaml", "/app-2/*")
    #expect(
      text(new) == "NotFound: GetTreeEntries.Recv: file/directory/ref not found: apps")
    #expect(paths(new.files) == ["app-2/web.yaml"])
    #expect(new.problems.map(\.rule.id) == ["glob/prefix-missing"])
    #expect(new.problems.map(\.severity) == [.error])
    let also = try select("/apps/[!a]*.yaml", "/apps/[")
    #expect(
      also.problems.map(\.rule.id) == [
        "glob/prefix-missing", "glob/negated-class", "glob/prefix-missing", "glob/syntax",
      ])
    let old = try select("/apps/*.yaml", "/app-2/*", generation: .matchesWholePath)
    #expect(old.stop == nil)
    #expect(old.problems.map(\.severity) == [.warning])
    // A file and a submodule are no directories.
    #expect(try select("/app/web.yaml/*").tallies[0].missingPrefix != nil)
    #expect(try select("/app/sub.yaml/*").tallies[0].missingPrefix != nil)
  }

  @Test(arguments: [
    ("/app/*.json", "glob/no-match", "`/app/*.{yaml,yml,json}` would select 3 file(s)"),
    ("/app", "glob/no-match", "`/app/**/*.{yaml,yml,json}` would select 5 file(s)"),
    ("/ap/*.yml", "glob/prefix-missing", "`/app/*.yml` would select 1 file(s)"),
    ("/claim.yaml", "glob/no-match", "`/**/claim.yaml` would select 1 file(s)"),
    ("/App/*.yml", "glob/prefix-missing", "`/app/*.yml` would select 1 file(s)"),
    ("/*/Web.yml", "glob/case", "`app/web.yml`"),
    ("/.gitlab/**/*.yaml", "glob/hidden-directory", "matches 1 file(s)"),
    ("/**/.none/*.yaml", "glob/hidden-directory", "only match files below `.none/`"),
    ("./app/*.yml", "glob/never-matches", "write `app/*.yml`"),
    ("/app/", "glob/never-matches", "write `/app/**/*.{yaml,yml,json}`"),
    ("//app/*.yml", "glob/never-matches", "write `/app/*.yml`"),
    ("/app/../app/*.yml", "glob/never-matches", "no component `.` or `..`"),
    ("/app/*.yml ", "glob/never-matches", "write `/app/*.yml`"),
    ("/", "glob/never-matches", "empty"),
    ("/app/[!w]*.yaml", "glob/negated-class", "write `/app/[^w]*.yaml`"),
    ("/app/**.yaml", "glob/doublestar-not-component", "write `/app/**/*.yaml`"),
    ("{**/,}*.yml", "glob/doublestar-not-component", "write `**/*.yml`"),
    ("/app**/*.yml", "glob/doublestar-not-component", "write `/app*/**/*.yml`"),
    ("/app/[a-.yaml", "glob/syntax", "write `/app/\\[a-.yaml`"),
    ("/app/[-a]*.yaml", "glob/syntax", "write `/app/[\\-a]*.yaml`"),
    ("/app{/db,}/*.yaml", "glob/syntax", "one glob for each alternative"),
    ("/**/[a-]x", "glob/syntax", "no file of this tree makes the agent say so"),
  ])
  func `a glob that goes wrong has one finding that tells what to write`(
    glob: String, rule: String, part: String
  ) throws {
    let problems = try select(glob).problems
    #expect(problems.map(\.rule.id) == [rule])
    #expect(problems.first?.message.text.contains(part) == true, "\(problems.map(\.message.text))")
  }

  @Test func `a syntax error is one of the sync only when a file brings it up`() throws {
    let reached = try select("/app/[a-]x", "/app-2/*")
    #expect(text(reached) == "glob app/[a-]x match failed: syntax error in pattern")
    #expect(reached.sent == [])
    #expect(paths(reached.files) == ["app-2/web.yaml"])
    #expect(reached.problems.map(\.severity) == [.error])
    let swallowed = try select("/**/[a-]x", "/app-2/*")
    #expect(swallowed.stop == nil)
    #expect(swallowed.problems.map(\.severity) == [.warning])
  }

  @Test func `limits are known by the server's names`() {
    var limits = AgentLimits()
    for (number, name) in AgentLimits.names.enumerated() {
      limits[name] = number + 7
      #expect(limits[name] == number + 7)
    }
    #expect(limits["max_files"] == nil)
    #expect(
      [limits.maximumPaths, limits.maximumFiles, limits.maximumFileSize, limits.maximumTotalSize]
        == [7, 8, 9, 10])
    #expect(AgentLimits(major: 13, minor: 8).maximumFileSize == 1 << 20)
    #expect(AgentLimits(major: 13, minor: 9) == AgentLimits())
  }

  @Test func `generations begin at their versions`() {
    #expect(SelectionGeneration(major: 13, minor: 11) == .stripsPrefix)
    #expect(SelectionGeneration(major: 13, minor: 12) == .matchesWholePath)
    #expect(SelectionGeneration(major: 16, minor: 2) == .matchesWholePath)
    #expect(SelectionGeneration(major: 16, minor: 3) == .requiresPrefix)
    #expect(SelectionGeneration(major: 17, minor: 0) == .requiresPrefix)
  }
}
