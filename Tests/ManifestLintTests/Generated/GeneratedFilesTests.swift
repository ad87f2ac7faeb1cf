import Foundation
import ManifestLint
import Testing
import YAML

/// The pages under `docs/` that are made from values in the code are what the code makes now.
///
/// With `WRITE_GENERATED=1` (scripts/generate-docs) they are written instead, and the test fails, so
/// that nobody writes them by accident where they are to be compared.
@Suite struct GeneratedFilesTests {
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static var pages: [(path: String, text: String)] {
    let chinese = Language.chinese.translation
    return RuleTable.all.map { ("docs/rules/\($0.id).md", rulePage($0)) }
      + RuleTable.all.map { ("docs/zh/rules/\($0.id).md", rulePage($0, in: chinese)) }
      + [
        ("docs/rules/README.md", ruleIndex(RuleTable.all)),
        ("docs/zh/rules/README.md", ruleIndex(RuleTable.all, in: chinese)),
        ("docs/config.md", ConfigurationReferencePage.text()),
        ("docs/config.schema.json", ConfigurationJSONSchema.text()),
      ]
  }

  @Test func `generated pages are up to date, and no page is left over`() throws {
    let writes = ProcessInfo.processInfo.environment["WRITE_GENERATED"] == "1"
    let pages = Self.pages
    let known = Set(pages.map(\.path))
    for (path, text) in pages {
      let url = Self.package.appending(path: path)
      let present = try? String(decoding: Data(contentsOf: url), as: UTF8.self)
      if present == text { continue }
      if writes {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      }
      Issue.record("\(path) was \(writes ? "written" : "out of date; run scripts/generate-docs")")
    }
    for folder in ["docs/rules", "docs/zh/rules"] {
      let rules = Self.package.appending(path: folder)
      for name in (try? FileManager.default.subpathsOfDirectory(atPath: rules.path)) ?? []
      where name.hasSuffix(".md") && !known.contains("\(folder)/\(name)") {
        if writes { try FileManager.default.removeItem(at: rules.appending(path: name)) }
        Issue.record("\(folder)/\(name) belongs to no rule; run scripts/generate-docs")
      }
    }
  }
}
