import ManifestLint
import Testing
import YAML

@Suite struct `Finishing a report` {
  private func finding(
    _ path: String, _ line: Int, _ message: Message = "wrong", rule: Rule = Samples.type,
    text: String = "key: value", pointer: String? = nil
  ) -> Finding {
    var finding = Finding(
      rule, message, path: Array(path.utf8),
      start: SourcePosition(line: line, column: 1, offset: line * 10),
      end: SourcePosition(line: line, column: 2, offset: line * 10 + 1))
    finding.keepLine(text)
    finding.pointer = pointer
    return finding
  }

  private func finished(_ findings: [Finding]) -> Report {
    var report = Samples.empty
    report.findings = findings
    report.finish()
    return report
  }

  @Test func `findings are in the order of path, place, rule and message, however they came`() {
    let sorted = [
      finding("a", 1), finding("a", 2, "first \("x")"), finding("a", 2, "first \("y")"),
      finding("a", 2, "second"), finding("a", 2, rule: Samples.noAgent), finding("b", 1),
      finding("b/c", 1),
    ]
    func described(_ findings: [Finding]) -> [String] {
      findings.map {
        "\(String(decoding: $0.path, as: UTF8.self)) \($0.start!.line) \($0.rule.id) \($0.message.text)"
      }
    }
    let expected = described(
      [sorted[0], sorted[4], sorted[1], sorted[2], sorted[3]] + sorted[5...])
    #expect(described(finished(sorted).findings) == expected)
    #expect(described(finished(sorted.reversed()).findings) == expected)
  }

  @Test func `paths are compared as bytes`() {
    let report = finished([finding("é", 1), finding("z", 1), finding("Z", 1)])
    #expect(report.findings.map { String(decoding: $0.path, as: UTF8.self) } == ["Z", "z", "é"])
  }

  @Test func `fingerprints survive line shifts and changed values`() {
    let before = finished([finding("a", 3, "unknown \("x")"), finding("a", 9, pointer: "/spec")])
    let after = finished([finding("a", 5, "unknown \("y")"), finding("a", 19, pointer: "/spec")])
    #expect(before.findings.map(\.fingerprint) == after.findings.map(\.fingerprint))
  }

  @Test func `without a pointer the text of the line tells findings apart`() {
    let fingerprints = finished([
      finding("a", 1, text: "one"), finding("a", 2, text: "  two \t"), finding("a", 3, text: "two"),
    ]).findings.map(\.fingerprint)
    let alone = finished([finding("a", 7, text: "two")]).findings[0].fingerprint
    #expect(Set(fingerprints).count == 3)
    #expect(fingerprints[1] == alone)
  }

  @Test func `rule, path, place and kind of message make fingerprints differ`() {
    let fingerprints = finished([
      finding("a", 1, pointer: "/x"), finding("b", 1, pointer: "/x"),
      finding("a", 1, pointer: "/y"),
      finding("a", 1, "other", pointer: "/x"),
      finding("a", 1, rule: Samples.noAgent, pointer: "/x"),
    ]).findings.map(\.fingerprint)
    #expect(Set(fingerprints).count == 5)
  }

  @Test func `equal findings get fingerprints of their own`() {
    let report = finished(Array(repeating: finding("a", 1), count: 50))
    #expect(Set(report.findings.map(\.fingerprint)).count == 50)
    #expect(report.findings.allSatisfy { $0.fingerprint.count == 32 })
  }

  @Test func `suppressing a finding changes no fingerprint`() {
    var findings = Array(repeating: finding("a", 1), count: 3)
    let before = finished(findings).findings.map(\.fingerprint)
    findings[0].suppressed = .baseline
    #expect(finished(findings).findings.map(\.fingerprint) == before)
  }

  @Test func `the summary counts by severity, suppressed findings apart`() {
    let report = Samples.ordinary
    #expect(report.summary.errors == 1)
    #expect(report.summary.warnings == 1)
    #expect(report.summary.infos == 0)
    #expect(report.summary.suppressed == 1)
    #expect(report.summary.agents == 1)
    #expect(report.summary.notChecked.map(\.reason) == ["no schema"])
    #expect(report.summary.notChecked.map(\.count) == [1])
  }

  @Test func `finishing twice changes nothing`() {
    var report = Samples.hostile
    let once = render(report, as: .json)
    report.finish()
    #expect(render(report, as: .json) == once)
  }
}

@Suite struct `The summary line` {
  @Test func `tells what was checked, found and not checked`() {
    var summary = Report.Summary()
    summary.agents = 3
    summary.files = 214
    summary.objects = 611
    summary.errors = 2
    summary.warnings = 1
    summary.suppressed = 4
    summary.notChecked = [(reason: "no schema", count: 6)]
    summary.kubernetesVersions = ["1.36"]
    #expect(
      summaryLine(summary, seconds: 0.04).text
        == """
        checked 3 agents, 214 files, 611 objects against Kubernetes 1.36 in 0.04 s: 2 errors, \
        1 warning, 4 suppressed; 6 objects not checked (no schema)
        """)
  }

  @Test func `says zero where there was nothing`() {
    #expect(
      summaryLine(Report.Summary()).text
        == "checked 0 agents, 0 files, 0 objects: 0 errors, 0 warnings")
  }

  @Test func `names every reason and every version`() {
    var summary = Report.Summary()
    summary.agents = 1
    summary.infos = 1
    summary.notChecked = [(reason: "no schema", count: 2), (reason: "too\nlarge", count: 1)]
    summary.kubernetesVersions = ["1.29", "1.31"]
    #expect(
      summaryLine(summary, seconds: 12.345).text
        == """
        checked 1 agent, 0 files, 0 objects against Kubernetes 1.29, 1.31 in 12.35 s: 0 errors, \
        0 warnings, 1 info; 3 objects not checked (2 no schema, 1 too\\nlarge)
        """)
  }
}
