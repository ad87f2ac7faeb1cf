import ManifestLint
import Testing
import YAML

@Suite struct `Text reports` {
  @Test func `a finding is one line of path, line, column, severity, rule and message`() {
    #expect(
      Samples.text(Samples.ordinary, .text) == """
        .gitlab/agents/prod eu/config.yaml:2:3: error agent/unknown-field: unknown key \
        "manifest_project"; did you mean "manifest_projects"?
        manifests/web.yaml:14:13: warning manifest/type: spec.replicas: expected integer, got string

        """)
  }

  @Test func `a finding without a place counts as line 1, one about no file names the program`() {
    var report = Samples.empty
    report.findings = [
      Finding(Samples.noAgent, "no agent"),
      Finding(Samples.type, "too large", path: Array("big.yaml".utf8)),
    ]
    report.finish()
    #expect(
      Samples.text(report, .text) == """
        manifest-lint: info agent/none: no agent
        big.yaml:1:1: error manifest/type: too large

        """)
  }

  @Test func `the full form shows the line, the place, the object and what to do`() {
    #expect(
      Samples.text(Samples.ordinary, .full) == """
        .gitlab/agents/prod eu/config.yaml:2:3: error agent/unknown-field: unknown key \
        "manifest_project"; did you mean "manifest_projects"?
          |
        2 |   manifest_project: []
          |   ^^^^^^^^^^^^^^^^
          = in /gitops/manifest_project
          = agent: prod eu
          = help: Correct its spelling.
          = see: manifest-lint explain agent/unknown-field

        manifests/web.yaml:14:13: warning manifest/type: spec.replicas: expected integer, got string
           |
        14 |   replicas: "two"
           |             ^^^^^
           = in apps/v1 Deployment default/web, /spec/replicas
           = related: manifests/crd.yaml:3:1: declared here
           = help: Write a value of the type named.
           = see: manifest-lint explain manifest/type

        """)
  }

  @Test func `colours are there when asked for, and nothing else changes`() {
    var options = RenderOptions()
    options.color = true
    for format in [ReportFormat.text, .full] {
      let colored = Samples.text(Samples.ordinary, format, options)
      #expect(colored.contains("\u{1B}[1;31merror\u{1B}[0m"))
      let stripped = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      #expect(stripped == Samples.text(Samples.ordinary, format))
    }
  }

  @Test(arguments: [ReportFormat.text, .full])
  func `no byte of a repository reaches the terminal as anything but text`(format: ReportFormat) {
    let text = Samples.text(Samples.hostile, format)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(!scalar.properties.isNoncharacterCodePoint)
      let hidden: [Unicode.GeneralCategory] = [
        .control, .format, .lineSeparator, .paragraphSeparator, .surrogate,
      ]
      #expect(!hidden.contains(scalar.properties.generalCategory), "U+\(scalar.value)")
    }
    #expect(text.contains("\\x1b[31m"))
    #expect(text.contains("\\u{202e}"))
    #expect(text.contains("\\x80\\xc0\\xaf\\xed\\xa0\\x80\\xf0\\x9f"))
  }

  @Test func `a finding stays one line whatever its message holds`() {
    let lines = Samples.text(Samples.hostile, .text).split(separator: "\n")
    #expect(lines.count == 3)
  }
}

@Suite struct `Excerpts` {
  /// The two lines of the excerpt of a finding at `column` of `line`.
  private func excerpt(_ line: String, _ column: Int, to end: Int, endLine: Int = 1) -> [String] {
    excerpt(Array(line.utf8), column, to: end, endLine: endLine)
  }

  private func excerpt(_ line: [UInt8], _ column: Int, to end: Int, endLine: Int = 1) -> [String] {
    var finding = Finding(
      Samples.type, "wrong", path: Array("a".utf8),
      start: SourcePosition(line: 1, column: column, offset: 0),
      end: SourcePosition(line: endLine, column: end, offset: 0))
    finding.keepLine(line)
    var report = Samples.empty
    report.findings = [finding]
    report.finish()
    let lines = Samples.text(report, .full).split(separator: "\n", omittingEmptySubsequences: false)
    return lines[2...3].map { String($0.dropFirst(4)) }
  }

  @Test func `an empty range gets one caret`() {
    #expect(excerpt("a: b", 4, to: 4) == ["a: b", "   ^"])
    #expect(excerpt("", 1, to: 1) == ["", "^"])
  }

  @Test func `what goes on over further lines is underlined to the end of the first`() {
    #expect(excerpt("a: |", 4, to: 1, endLine: 3) == ["a: |", "   ^"])
    #expect(excerpt("a: [1,", 4, to: 1, endLine: 3) == ["a: [1,", "   ^^^"])
  }

  @Test func `wide characters take two cells, combining marks none`() {
    #expect(excerpt("名: 部署", 4, to: 6) == ["名: 部署", "    ^^^^"])
    #expect(excerpt("e\u{301}: x", 5, to: 6) == ["e\u{301}: x", "   ^"])
  }

  @Test func `a tab is shown as such`() {
    #expect(excerpt("\ta: b", 1, to: 2) == ["\\ta: b", "^^"])
    #expect(excerpt("\ta: b", 5, to: 6) == ["\\ta: b", "     ^"])
  }

  @Test func `a byte order mark is no character`() {
    #expect(excerpt("\u{FEFF}a: b", 4, to: 5) == ["a: b", "   ^"])
  }

  @Test func `bytes that are no UTF-8 are shown as hexadecimal`() {
    #expect(excerpt([0x61, 0xFF, 0x62], 3, to: 4) == ["a\\xffb", "     ^"])
  }

  @Test func `of a very long line the part around the place is shown`() {
    let line =
      String(repeating: "x", count: 100_000) + "HERE" + String(repeating: "y", count: 100_000)
    let lines = excerpt(line, 100_001, to: 100_005)
    #expect(lines[0].count < 130)
    #expect(lines[0].hasPrefix("…x") && lines[0].hasSuffix("y…"))
    let caret = lines[1].prefix { $0 == " " }.count
    #expect(lines[0].dropFirst(caret).hasPrefix("HEREy"))
    #expect(lines[1].dropFirst(caret) == "^^^^")
  }
}
