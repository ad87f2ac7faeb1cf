import Foundation
import FoundationXML
import ManifestLint
import Testing
import YAML

@Suite struct `The JSON lines report` {
  @Test(.enabled(if: Program.hasJSONSchema, "python3 with jsonschema is not installed"))
  func `has one finding of the record a line`() throws {
    let url = URL(fileURLWithPath: packageRoot + "/docs/report.schema.json")
    let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    var whole = try #require(schema as? [String: Any])
    whole["$ref"] = "#/$defs/finding"
    for name in ["required", "properties", "type"] { whole[name] = nil }
    let text = try String(
      decoding: JSONSerialization.data(withJSONObject: whole), as: UTF8.self)
    for sample in Sample.allCases {
      let lines = render(sample.report, as: .jsonl).split(separator: 0x0A)
      #expect(lines.count == sample.report.findings.count)
      for line in lines {
        #expect(Program.complaints(about: Array(line), schema: text) == "")
      }
    }
  }

  @Test func `nothing found is nothing written`() {
    #expect(Samples.text(Samples.empty, .jsonl) == "")
  }
}

@Suite struct `The Checkstyle report` {
  private func files(_ report: Report) throws -> [XMLElement] {
    let document = try XMLDocument(data: Data(render(report, as: .checkstyle)))
    let root = try #require(document.rootElement())
    #expect(root.name == "checkstyle")
    return root.elements(forName: "file")
  }

  @Test func `groups findings by file`() throws {
    let files = try files(Samples.ordinary)
    #expect(
      files.map { $0.attribute(forName: "name")?.stringValue }
        == [".gitlab/agents/prod eu/config.yaml", "manifests/web.yaml"])
    let error = try #require(files[1].elements(forName: "error").first)
    let attributes = (error.attributes ?? []).map { "\($0.name ?? "")=\($0.stringValue ?? "")" }
    #expect(
      attributes == [
        "line=14", "column=13", "severity=warning",
        "message=spec.replicas: expected integer, got string", "source=manifest-lint.manifest/type",
      ])
  }

  @Test func `is well-formed whatever paths and messages hold`() throws {
    let files = try files(Samples.hostile)
    #expect(files.count == 2)
    #expect(files.flatMap { $0.elements(forName: "error") }.count == 3)
    #expect(try self.files(Samples.empty).isEmpty)
  }
}

@Suite struct `The GitHub report` {
  @Test func `is one workflow command a finding`() {
    #expect(
      Samples.text(Samples.ordinary, .github) == """
        ::error title=agent/unknown-field,file=.gitlab/agents/prod eu/config.yaml,line=2,\
        endLine=2,col=3,endColumn=19::unknown key "manifest_project"; did you mean \
        "manifest_projects"?
        ::warning title=manifest/type,file=manifests/web.yaml,line=14,endLine=14,col=13,\
        endColumn=18::spec.replicas: expected integer, got string

        """)
  }

  @Test func `text from the repository cannot be a command or a property`() {
    let lines = Samples.text(Samples.hostile, .github).split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines {
      #expect(line.hasPrefix("::"))
      // Properties end at the first `::` after the command's name.
      let rest = line.dropFirst(2)
      let properties = rest[..<(rest.range(of: "::")?.lowerBound ?? rest.endIndex)]
      for property in properties.split(separator: " ", maxSplits: 1)[1].split(separator: ",") {
        let name = property.prefix { $0 != "=" }
        #expect(["title", "file", "line", "endLine", "col", "endColumn"].contains(name))
        #expect(!property.contains(":"))
      }
      #expect(line.contains("c%25d"))
    }
  }

  @Test func `columns are left out where a finding goes over several lines`() {
    #expect(!Samples.text(Samples.hostile, .github).contains("col="))
  }
}

@Suite struct `The rdjson report` {
  /// The part of reviewdog's DiagnosticResult that is written.
  static let schema = """
    {
      "type": "object", "additionalProperties": false, "required": ["diagnostics"],
      "properties": {
        "source": {"type": "object", "additionalProperties": false, "required": ["name"],
          "properties": {"name": {"type": "string"}, "url": {"type": "string"}}},
        "severity": {"$ref": "#/$defs/severity"},
        "diagnostics": {"type": "array", "items": {
          "type": "object", "additionalProperties": false, "required": ["message", "location"],
          "properties": {
            "message": {"type": "string"},
            "location": {"type": "object", "additionalProperties": false, "required": ["path"],
              "properties": {
                "path": {"type": "string", "minLength": 1}, "range": {"$ref": "#/$defs/range"}
              }},
            "severity": {"$ref": "#/$defs/severity"},
            "code": {"type": "object", "additionalProperties": false, "required": ["value"],
              "properties": {"value": {"type": "string"}, "url": {"type": "string"}}},
            "suggestions": {"type": "array", "items": {
              "type": "object", "additionalProperties": false, "required": ["range", "text"],
              "properties": {"range": {"$ref": "#/$defs/range"}, "text": {"type": "string"}}}}
          }}}
      },
      "$defs": {
        "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
        "range": {"type": "object", "additionalProperties": false, "required": ["start"],
          "properties": {
            "start": {"$ref": "#/$defs/position"}, "end": {"$ref": "#/$defs/position"}
          }},
        "position": {"type": "object", "additionalProperties": false, "required": ["line"],
          "properties": {
            "line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}
          }}
      }
    }
    """

  @Test(
    .enabled(if: Program.hasJSONSchema, "python3 with jsonschema is not installed"),
    arguments: Sample.allCases)
  func `has only what reviewdog knows`(sample: Sample) {
    var options = RenderOptions()
    options.rulePages = "https://example.com/rules"
    let document = render(sample.report, as: .rdjson, options: options)
    #expect(Program.complaints(about: document, schema: Self.schema) == "")
  }

  private func diagnostics(_ report: Report) throws -> [[String: Any]] {
    let value = try JSONSerialization.jsonObject(with: Data(render(report, as: .rdjson)))
    return try #require((value as? [String: Any])?["diagnostics"] as? [[String: Any]])
  }

  @Test func `a certain fix is a suggestion`() throws {
    let suggestions = try #require(
      try diagnostics(Samples.ordinary)[0]["suggestions"] as? [[String: Any]])
    #expect(suggestions.count == 1)
    #expect(suggestions[0]["text"] as? String == "manifest_projects")
    let range = try #require(suggestions[0]["range"] as? [String: [String: Int]])
    #expect(range == ["start": ["line": 2, "column": 3], "end": ["line": 2, "column": 19]])
  }

  @Test func `columns count bytes`() throws {
    var finding = Finding(
      Samples.type, "wrong", path: Array("a".utf8),
      start: SourcePosition(line: 1, column: 4, offset: 5),
      end: SourcePosition(line: 1, column: 6, offset: 11))
    finding.keepLine("名: 部署")
    var report = Samples.empty
    report.findings = [finding]
    report.finish()
    let location = try #require(try diagnostics(report)[0]["location"] as? [String: Any])
    #expect(
      location["range"] as? [String: [String: Int]]
        == ["start": ["line": 1, "column": 6], "end": ["line": 1, "column": 12]])
  }
}

@Suite struct `The TAP report` {
  @Test func `is one test a checked object, with its findings as YAML`() {
    var options = RenderOptions()
    options.failOn = .warning
    #expect(
      Samples.text(Samples.ordinary, .tap, options) == """
        TAP version 13
        1..3
        not ok 1 - .gitlab/agents/prod eu/config.yaml file
          ---
          findings:
            - message: "unknown key \\"manifest_project\\"; did you mean \\"manifest_projects\\"?"
              severity: error
              rule: agent/unknown-field
              at:
                file: ".gitlab/agents/prod eu/config.yaml"
                line: 2
                column: 3
          ...
        ok 2 - manifests/crd.yaml example.com/v1 Widget shop/w1 # SKIP no schema
        not ok 3 - manifests/web.yaml apps/v1 Deployment default/web
          ---
          findings:
            - message: "spec.replicas: expected integer, got string"
              severity: warning
              rule: manifest/type
              at:
                file: "manifests/web.yaml"
                line: 14
                column: 13
          ...

        """)
  }

  @Test(
    .enabled(if: Program.hasProve, "prove is not installed"),
    arguments: [
      (Sample.ordinary, 3, 1, 1), (.empty, 1, 0, 0), (.hostile, 3, 1, 1),
    ])
  func `prove reads it`(sample: Sample, tests: Int, failed: Int, skipped: Int) throws {
    let script = """
      use TAP::Parser;
      local $/;
      my $parser = TAP::Parser->new({ tap => scalar <STDIN> });
      $parser->run;
      print join(" ", $parser->tests_run, scalar $parser->failed, scalar $parser->skipped,
        scalar $parser->parse_errors), "\\n";
      print map { "$_\\n" } $parser->parse_errors;
      """
    let result = try #require(
      Program.run(["perl", "-e", script], input: render(sample.report, as: .tap)))
    #expect(result.output == "\(tests) \(failed) \(skipped) 0\n")
  }

  @Test(.enabled(if: Program.exists(["python3", "-c", "import yaml"]), "PyYAML is not installed"))
  func `the blocks are YAML whatever they quote`() throws {
    // Without the two blanks before it, each block is a YAML document with its markers.
    let text = Samples.text(Samples.hostile, .tap)
    let blocks = text.split(separator: "\n").filter { $0.hasPrefix("  ") }.map { $0.dropFirst(2) }
    let script = """
      import sys, yaml
      print([len(block["findings"]) for block in yaml.safe_load_all(sys.stdin)])
      """
    let result = try #require(
      Program.run(["python3", "-c", script], input: Array(blocks.joined(separator: "\n").utf8)))
    #expect(result.output == "[1, 2]\n")
  }
}
