import YAML

/// JUnit XML as GitLab's test report and Jenkins read it: one case a checked object, all its
/// findings in one `failure`. GitLab shows the element's content, so the whole text stands there.
func writeJUnit(_ report: Report, _ options: RenderOptions, to output: Output) {
  var tests = 0
  var failures = 0
  var skipped = 0
  report.forEachTestCase(failOn: options.failOn) { test in
    tests += 1
    switch test.outcome {
    case .failed: failures += 1
    case .skipped: skipped += 1
    case .passed: break
    }
  }
  func attributes(_ extra: XMLWriter.Attributes) -> XMLWriter.Attributes {
    var attributes: XMLWriter.Attributes = [
      ("name", Array(toolName.utf8)), ("tests", Array("\(tests)".utf8)),
      ("failures", Array("\(failures)".utf8)), ("errors", Array("0".utf8)),
    ]
    attributes += extra
    if let seconds = options.seconds {
      attributes.append(("time", Array(decimal(seconds, digits: 3).utf8)))
    }
    return attributes
  }
  let xml = XMLWriter(output)
  xml.element("testsuites", attributes([])) {
    xml.element("testsuite", attributes([("skipped", Array("\(skipped)".utf8))])) {
      report.forEachTestCase(failOn: options.failOn) { test in write(test, of: report, to: xml) }
    }
  }
}

private func write(_ test: TestCase, of report: Report, to xml: XMLWriter) {
  let classname = test.path.isEmpty ? Array(toolName.utf8) : test.path
  var attributes: XMLWriter.Attributes = [("classname", classname), ("name", test.name)]
  if !test.path.isEmpty { attributes.append(("file", test.path)) }
  let lines = test.findings.map { line(for: report.findings[$0], xml) }
  switch test.outcome {
  case .passed where lines.isEmpty: xml.element("testcase", attributes)
  case .passed:
    xml.element("testcase", attributes) { xml.element("system-out", [], lines: lines) }
  case .skipped(let reason):
    xml.element("testcase", attributes) {
      xml.element("skipped", [("message", xml.words(reason))])
      if !lines.isEmpty { xml.element("system-out", [], lines: lines) }
    }
  case .failed:
    // The worst finding, and the first among equals, stands for all in the attributes.
    var worst = report.findings[test.findings[0]]
    for index in test.findings where report.findings[index].severity > worst.severity {
      worst = report.findings[index]
    }
    xml.element("testcase", attributes) {
      xml.element(
        "failure", [("type", Array(worst.rule.id.utf8)), ("message", xml.words(worst.message))],
        lines: lines)
    }
  }
}

private func line(for finding: Finding, _ xml: XMLWriter) -> [UInt8] {
  var line = finding.path
  if let start = finding.start { line += Array(":\(start.line):\(start.column)".utf8) }
  if !line.isEmpty { line += Array(": ".utf8) }
  line += Array("\(finding.severity.name) \(finding.rule.id): ".utf8)
  return line + xml.words(finding.message)
}
