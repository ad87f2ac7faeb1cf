import Foundation
import Testing
import YAML

@testable import ManifestLint

/// The verdicts of six real versions, where the data is at hand.
@Suite(.enabled(if: ConformanceData.folder != nil))
struct `Agreement with the agent's server` {
  static let columns: [(name: String, version: GitLabVersion)] = [
    ("v13_7", "13.7"), ("v13_12", "13.12"), ("v14_1", "14.1"), ("v14_10", "14.10"),
    ("v15_7", "15.7"), ("v16_5", "16.5"),
  ]

  @Test(arguments: ["agent-configs", "agent-configs-real"])
  func `every file has the verdict and the message of every version`(folder: String) throws {
    let data = try #require(ConformanceData.folder).appending(path: folder)
    var differences: [String] = []
    for row in try ConformanceData.table("\(folder)/index.tsv") {
      let file = row["file"] ?? ""
      let source = [UInt8](try Data(contentsOf: data.appending(path: file)))
      for (column, version) in Self.columns {
        let verdict = readConfiguration(source, version: version)
        let ours = verdict.refusal.map { "refuse-\($0.rawValue)" } ?? "accept"
        if ours != row[column] { differences.append("\(file) \(column): \(ours)") }
        if row["decoded_version"] == column {
          let json = verdict.decodedJSON.map { String(decoding: $0, as: UTF8.self) }
          if json != row["decoded"] { differences.append("\(file): \(json ?? "-")") }
        }
        if column == "v16_5", let expected = row["agentk_v16_5"], expected != "-" {
          let context = ProjectContext(
            own: OwnProject(path: ProjectPath("group/config-project"), source: .option))
          let duplicates = checkProjects(of: verdict, in: context).contains {
            $0.rule == ProjectRules.duplicate
          }
          if (verdict.isRefusedByAgent || duplicates) != (expected != "ok") {
            differences.append("\(file) agentk: \(expected)")
          }
        }
      }
    }
    #expect(differences == [])
  }
}
