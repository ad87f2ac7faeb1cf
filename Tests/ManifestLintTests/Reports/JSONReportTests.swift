import Foundation
import ManifestLint
import Testing
import YAML

@Suite struct `The JSON report` {
  private func record(_ report: Report) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(render(report, as: .json)))
    return try #require(value as? [String: Any])
  }

  private func findings(_ report: Report) throws -> [[String: Any]] {
    try #require(try record(report)["findings"] as? [[String: Any]])
  }

  @Test(
    .enabled(if: Program.hasJSONSchema, "python3 with jsonschema is not installed"),
    arguments: Sample.allCases)
  func `is what its schema says`(sample: Sample) throws {
    let schema = try String(
      contentsOfFile: packageRoot + "/docs/report.schema.json", encoding: .utf8)
    var options = RenderOptions()
    options.seconds = 0.5
    let document = render(sample.report, as: .json, options: options)
    #expect(Program.complaints(about: document, schema: schema) == "")
  }

  @Test func `holds every finding with place, object, fix and why it does not count`() throws {
    let findings = try findings(Samples.ordinary)
    #expect(findings.count == 3)
    let first = findings[0]
    #expect(first["rule"] as? String == "agent/unknown-field")
    #expect(first["path"] as? String == ".gitlab/agents/prod eu/config.yaml")
    #expect(first["start"] as? [String: Int] == ["line": 2, "column": 3, "offset": 10])
    #expect(first["end"] as? [String: Int] == ["line": 2, "column": 19, "offset": 26])
    #expect(first["agents"] as? [String] == ["prod eu"])
    #expect(first["suppressed"] == nil)
    #expect(
      findings[1]["suppressed"] as? [String: String]
        == ["kind": "inline", "reason": "legacy chart, see issue 12"])
    #expect(
      findings[2]["object"] as? [String: String]
        == ["apiVersion": "apps/v1", "kind": "Deployment", "namespace": "default", "name": "web"])
  }

  @Test func `keeps strings from the repository exact, and bytes that are no UTF-8 in hexadecimal`()
    throws
  {
    let finding = try #require(try findings(Samples.hostile).last)
    let path = try #require(finding["path"] as? String)
    #expect(path.unicodeScalars.starts(with: Samples.hostileText.unicodeScalars))
    let bytes = try #require(finding["path_bytes"] as? String)
    #expect(bytes.hasSuffix("80c0afeda080f09f"))
    #expect(finding["pointer"] as? String == "/" + Samples.hostileText)
    #expect(try findings(Samples.ordinary).allSatisfy { $0["path_bytes"] == nil })
  }

  @Test func `tells the seconds only when asked`() throws {
    var options = RenderOptions()
    #expect(!Samples.text(Samples.ordinary, .json, options).contains("seconds"))
    options.seconds = 0.0421
    #expect(Samples.text(Samples.ordinary, .json, options).contains("\"seconds\": 0.042"))
  }
}

/// The folder with Package.swift.
let packageRoot: String = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path
