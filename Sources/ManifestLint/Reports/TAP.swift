import YAML

/// Test Anything Protocol, version 13 (the newest that Perl's harness of Debian 12 reads), one
/// test a checked object.
func writeTAP(_ report: Report, _ options: RenderOptions, to output: Output) {
  var count = 0
  report.forEachTestCase(failOn: options.failOn) { _ in count += 1 }
  output.write("TAP version 13\n1..\(count)\n")
  var number = 0
  report.forEachTestCase(failOn: options.failOn) { test in
    number += 1
    if case .failed = test.outcome { output.write("not ") }
    output.write("ok \(number) - ")
    if !test.path.isEmpty {
      output.write(escapedDescription(visible(test.path)))
      output.write(" ")
    }
    output.write(escapedDescription(visible(test.name)))
    if case .skipped(let reason) = test.outcome {
      output.write(" # SKIP ")
      output.write(escapedDescription(visible(output.words(reason))))
    }
    output.write("\n")
    guard !test.findings.isEmpty else { return }
    output.write("  ---\n  findings:\n")
    for index in test.findings { writeDiagnostics(report.findings[index], to: output) }
    output.write("  ...\n")
  }
}

/// One entry of the YAML block under a test line.
private func writeDiagnostics(_ finding: Finding, to output: Output) {
  output.write("    - message: ")
  output.write(quotedScalar(output.words(finding.message)))
  output.write("\n      severity: \(finding.severity.name)\n      rule: \(finding.rule.id)\n")
  guard !finding.path.isEmpty else { return }
  output.write("      at:\n        file: ")
  output.write(quotedScalar(finding.path))
  output.write("\n")
  if let start = finding.start {
    output.write("        line: \(start.line)\n        column: \(start.column)\n")
  }
}

/// A `#` would begin a directive, and a backslash before one would undo the escape.
private func escapedDescription(_ text: [UInt8]) -> [UInt8] {
  text.flatMap { byte in
    byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\\") ? [UInt8(ascii: "\\"), byte] : [byte]
  }
}

/// A double-quoted YAML scalar.
private func quotedScalar(_ text: [UInt8]) -> [UInt8] {
  let escaped = visible(text).flatMap { byte in
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? [UInt8(ascii: "\\"), byte] : [byte]
  }
  return [UInt8(ascii: "\"")] + escaped + [UInt8(ascii: "\"")]
}
