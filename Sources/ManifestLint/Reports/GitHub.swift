import YAML

/// Workflow commands of GitHub Actions (and of Gitea's and Forgejo's runners), which turn into
/// annotations of the change.
func writeGitHub(_ report: Report, to output: Output) {
  for finding in report.openFindings {
    output.write("::\(finding.severity.workflowCommand) title=")
    output.write(escapedProperty(Array(finding.rule.id.utf8)))
    if !finding.path.isEmpty {
      output.write(",file=")
      output.write(escapedProperty(visible(finding.pathOrRoot)))
    }
    if let start = finding.start {
      let end = finding.end ?? start
      output.write(",line=\(start.line),endLine=\(end.line)")
      // Columns are taken only within one line.
      if start.line == end.line { output.write(",col=\(start.column),endColumn=\(end.column)") }
    }
    output.write("::")
    output.write(escapedData(visible(output.words(finding.message))))
    output.write("\n")
  }
}

/// Line ends are visible escapes by then; a `%` of the text must not be taken for one of ours.
private func escapedData(_ text: [UInt8]) -> [UInt8] {
  guard text.contains(UInt8(ascii: "%")) else { return text }
  return text.flatMap { $0 == UInt8(ascii: "%") ? Array("%25".utf8) : [$0] }
}

private func escapedProperty(_ text: [UInt8]) -> [UInt8] {
  guard text.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",") }) else {
    return escapedData(text)
  }
  return escapedData(text).flatMap { byte in
    switch byte {
    case UInt8(ascii: ":"): Array("%3A".utf8)
    case UInt8(ascii: ","): Array("%2C".utf8)
    default: [byte]
    }
  }
}

extension Severity {
  fileprivate var workflowCommand: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }
}
