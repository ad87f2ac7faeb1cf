import Foundation
import ManifestLint
import Testing
import YAML

@Suite struct `The SARIF report` {
  private func run(_ report: Report) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(render(report, as: .sarif)))
    let runs = try #require((value as? [String: Any])?["runs"] as? [[String: Any]])
    return try #require(runs.first)
  }

  private func results(_ report: Report) throws -> [[String: Any]] {
    try #require(try run(report)["results"] as? [[String: Any]])
  }

  @Test(
    .enabled(
      if: Program.hasSARIFSchema, "python3 with jsonschema and schemastore is not installed"),
    arguments: Sample.allCases)
  func `is valid by the schema of SARIF`(sample: Sample) {
    var options = RenderOptions()
    options.rulePages = "https://example.com/rules"
    options.repositoryPage = "https://gitlab.example.com/group/project"
    options.branch = "main"
    var report = sample.report
    report.snapshot = Report.Snapshot(kind: "commit", id: String(repeating: "a", count: 40))
    let document = render(report, as: .sarif, options: options)
    #expect(String(decoding: document, as: UTF8.self).contains("versionControlProvenance"))
    #expect(Program.sarifComplaints(about: document) == "")
  }

  @Test(
    .enabled(
      if: Program.hasSARIFSchema, "python3 with jsonschema and schemastore is not installed"))
  func `its schema refuses what is wrong`() {
    let wrong = Samples.text(Samples.ordinary, .sarif)
      .replacing("\"startColumn\": 3", with: "\"startColumn\": 0")
    #expect(Program.sarifComplaints(about: Array(wrong.utf8)) != "")
  }

  @Test func `a clean run has results, and they are empty`() throws {
    #expect(try results(Samples.empty).isEmpty)
  }

  @Test func `every result names its rule by id and by index`() throws {
    for sample in Sample.allCases {
      let run = try run(sample.report)
      let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
      let rules = try #require(driver["rules"] as? [[String: Any]])
      #expect(run["columnKind"] as? String == "unicodeCodePoints")
      for result in try results(sample.report) {
        let index = try #require(result["ruleIndex"] as? Int)
        #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      }
    }
  }

  private func location(_ result: [String: Any]) throws -> (uri: String, region: [String: Int]) {
    let locations = try #require(result["locations"] as? [[String: Any]])
    let place = try #require(locations.first?["physicalLocation"] as? [String: Any])
    let artifact = try #require(place["artifactLocation"] as? [String: String])
    return (try #require(artifact["uri"]), try #require(place["region"] as? [String: Int]))
  }

  @Test func `paths are URI references`() throws {
    let first = try location(try results(Samples.ordinary)[0])
    #expect(first.uri == ".gitlab/agents/prod%20eu/config.yaml")
    #expect(first.region == ["startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 19])
    for result in try results(Samples.hostile) {
      let uri = try location(result).uri
      let allowed = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/%")
      #expect(uri.unicodeScalars.allSatisfy(allowed.contains))
    }
    #expect(
      try location(try #require(try results(Samples.hostile).last)).uri
        .hasSuffix("%C3%A9%80%C0%AF%ED%A0%80%F0%9F"))
  }

  @Test func `every result has a line, because GitLab tells results apart by it`() throws {
    var report = Samples.empty
    report.findings = [Finding(Samples.noAgent, "no agent")]
    report.finish()
    let place = try location(try results(report)[0])
    #expect(place.uri == ".")
    #expect(place.region == ["startLine": 1])
  }

  @Test func `suppressed findings stay, with the reason`() throws {
    let suppressions = try results(Samples.ordinary).compactMap {
      $0["suppressions"] as? [[String: String]]
    }
    #expect(
      suppressions
        == [[["kind": "inSource", "justification": "legacy chart, see issue 12"]]])
  }

  @Test func `of more findings than readers take the most severe stay, and it says so`() throws {
    var report = Samples.large(6_000)
    report.findings[10].severity = .error
    report.countFindings()
    let run = try run(report)
    let results = try results(report)
    #expect(results.count == 5_000)
    #expect(results.count { $0["level"] as? String == "error" } == report.summary.errors)
    let invocations = try #require(run["invocations"] as? [[String: Any]])
    let notes = try #require(invocations[0]["toolExecutionNotifications"] as? [[String: Any]])
    #expect("\(notes)".contains("1000 results left out"))
  }

  @Test func `long texts are cut, because GitLab drops results with longer ones`() throws {
    var report = Samples.empty
    report.findings = [1_023, 1_024, 1_025, 5_000].map { count in
      Finding(Samples.type, "\(String(repeating: "é", count: count))", path: [0x61])
    }
    report.findings.append(
      Finding(Samples.noAgent, "\(String(repeating: "\u{1F600}", count: 600))", path: [0x61]))
    report.finish()
    let lengths = try results(report).map {
      ($0["message"] as? [String: String])?["text"]?.utf16.count ?? 0
    }
    #expect(lengths.sorted() == [1_023, 1_023, 1_024, 1_024, 1_024])
  }
}
