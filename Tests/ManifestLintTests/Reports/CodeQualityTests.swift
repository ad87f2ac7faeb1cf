import Foundation
import ManifestLint
import Testing
import YAML

@Suite struct `The Code Quality report` {
  /// What GitLab wants of an entry, by its documentation and its own check.
  static let schema = """
    {
      "type": "array",
      "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
          "description": {"type": "string", "minLength": 1},
          "check_name": {"type": "string", "minLength": 1},
          "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
          "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
          "location": {
            "type": "object",
            "required": ["path"],
            "properties": {
              "path": {"type": "string", "minLength": 1, "not": {"pattern": "^(/|\\\\./)"}},
              "lines": {"$ref": "#/$defs/line"},
              "positions": {
                "type": "object", "required": ["begin"],
                "properties": {"begin": {
                  "type": "object", "required": ["line"],
                  "properties": {"line": {"type": "integer", "minimum": 1}}
                }}
              }
            },
            "oneOf": [{"required": ["lines"]}, {"required": ["positions"]}]
          }
        }
      },
      "$defs": {
        "line": {
          "type": "object", "required": ["begin"],
          "properties": {"begin": {"type": "integer", "minimum": 1}}
        }
      }
    }
    """

  @Test(
    .enabled(if: Program.hasJSONSchema, "python3 with jsonschema is not installed"),
    arguments: Sample.allCases)
  func `has every field that GitLab reads`(sample: Sample) {
    let document = render(sample.report, as: .codequality)
    #expect(Program.complaints(about: document, schema: Self.schema) == "")
  }

  @Test func `a clean run is an empty list`() {
    #expect(Samples.text(Samples.empty, .codequality) == "[]\n")
  }

  @Test func `entries name rule, place and severity, and suppressed findings are left out`() throws
  {
    let value = try JSONSerialization.jsonObject(
      with: Data(render(Samples.ordinary, as: .codequality)))
    let entries = try #require(value as? [[String: Any]])
    #expect(entries.map { $0["severity"] as? String } == ["major", "minor"])
    #expect(
      entries.map { $0["check_name"] as? String } == ["agent/unknown-field", "manifest/type"])
    #expect(
      entries[1]["description"] as? String
        == "manifest/type: spec.replicas: expected integer, got string")
    let location = try #require(entries[1]["location"] as? [String: Any])
    #expect(location["path"] as? String == "manifests/web.yaml")
    let positions = try #require(location["positions"] as? [String: [String: Int]])
    #expect(positions["begin"] == ["line": 14, "column": 13])
  }

  @Test func `fingerprints are unique, because GitLab keeps one entry for each`() throws {
    let value = try JSONSerialization.jsonObject(
      with: Data(render(Samples.hostile, as: .codequality)))
    let entries = try #require(value as? [[String: Any]])
    #expect(entries.count == 3)
    #expect(Set(entries.compactMap { $0["fingerprint"] as? String }).count == 3)
  }
}
