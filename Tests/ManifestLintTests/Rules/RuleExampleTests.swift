import ManifestLint
public import Testing
public import YAML

/// Every rule's own examples, run through the whole lint.
@Suite struct RuleExampleTests {
  /// The findings of an example, as `Rule.bad` explains its forms.
  static func findings(_ example: String, of rule: Rule) throws -> [Finding] {
    var options = LintOptions()
    if rule != ProjectRules.ownUnknown {
      options.projects.own = OwnProject(path: ProjectPath("group/project"), source: .option)
    }
    if example.hasPrefix("=== ") {
      return try lint(
        MemoryTree(ExampleRepository.files(example)), snapshot: .init(kind: "commit"),
        toolVersion: "0", options: options
      ).findings
    }
    switch rule.category {
    case "agent", "project", "glob":
      let file = MemoryTree.File(".gitlab/agents/gitops/config.yaml", example)
      return try lint(
        MemoryTree([file]), snapshot: .init(kind: "commit"), toolVersion: "0", options: options
      ).findings
    default:
      return try lintManifests(
        MemoryTree([MemoryTree.File("manifest.yaml", example)]), toolVersion: "0", options: options
      ).findings
    }
  }

  @Test(arguments: RuleTable.all.filter { !$0.bad.isEmpty })
  func `the bad example has the finding and the good one has not`(rule: Rule) throws {
    let bad = try Self.findings(rule.bad, of: rule)
    #expect(
      bad.contains { $0.rule == rule },
      "bad example, found \(bad.map { "\($0.rule.id): \($0.message.text)" })")
    if !rule.good.isEmpty {
      let good = try Self.findings(rule.good, of: rule)
      #expect(!good.contains { $0.rule == rule }, "good example")
    }
  }

  @Test func `ids are unique words in a known category, and every rule says what to do`() {
    var seen: Set<String> = []
    for rule in RuleTable.all {
      for name in [rule.id] + rule.aliases {
        #expect(seen.insert(name).inserted, "\(name) twice")
      }
      #expect(
        [
          "git", "yaml", "agent", "project", "glob", "manifest", "object", "set", "reference",
          "lint",
        ]
        .contains(rule.category), "\(rule.id)")
      let name = rule.id.dropFirst(rule.category.count + 1)
      #expect(
        !name.isEmpty
          && name.utf8.allSatisfy {
            $0 == 0x2D || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
          },
        "\(rule.id)")
      #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."), "\(rule.id)")
      #expect(!rule.why.isEmpty && !rule.remedy.isEmpty && !rule.source.isEmpty, "\(rule.id)")
    }
  }
}

/// A repository written as one text: `=== PATH` or `=== PATH mode=120000`, then the file's lines.
enum ExampleRepository {
  static func files(_ text: String) -> [MemoryTree.File] {
    var files: [MemoryTree.File] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("=== ") {
        let words = line.dropFirst(4).split(separator: " ")
        let mode = words.dropFirst().first.flatMap { word -> FileMode? in
          word.hasPrefix("mode=") ? UInt32(word.dropFirst(5), radix: 8).flatMap(FileMode.init) : nil
        }
        files.append(MemoryTree.File(String(words.first ?? ""), "", mode: mode ?? .regular))
      } else if !files.isEmpty {
        // The last line ends as the example ends.
        let end = number + 1 < lines.count ? [UInt8(ascii: "\n")] : []
        files[files.count - 1].content += Array(line.utf8) + end
      }
    }
    return files
  }
}

extension Rule: CustomTestStringConvertible {
  public var testDescription: String { id }
}
