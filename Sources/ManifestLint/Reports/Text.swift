import YAML

/// `path:line:column: severity rule-id: message`, one finding a line: what editors, `grep` and
/// GitLab's job log understand.
func writeText(_ report: Report, _ options: RenderOptions, to output: Output) {
  let style = TextStyle(color: options.color)
  for finding in report.openFindings { writeHeadline(finding, style, to: output) }
}

/// A finding in a file without a place in its text counts as line 1, so that the line has its form
/// and an editor opens the file; one about no file is under the program's name.
func writeHeadline(_ finding: Finding, _ style: TextStyle, to output: Output) {
  output.write(style.bold)
  if finding.path.isEmpty {
    output.write(toolName)
  } else {
    output.write(visible(finding.path))
    output.write(":\(finding.start?.line ?? 1):\(finding.start?.column ?? 1)")
  }
  output.write(":\(style.plain) \(style.severity(finding.severity))\(finding.severity.name)")
  output.write("\(style.plain) \(style.dim)\(finding.rule.id)\(style.plain): ")
  output.write(visible(output.words(finding.message)))
  output.write("\n")
}

/// The escape sequences of a terminal, or nothing.
struct TextStyle {
  let plain, bold, dim: String
  private let color: Bool

  init(color: Bool) {
    self.color = color
    plain = color ? "\u{1B}[0m" : ""
    bold = color ? "\u{1B}[1m" : ""
    dim = color ? "\u{1B}[2m" : ""
  }

  func severity(_ severity: Severity) -> String {
    guard color else { return "" }
    switch severity {
    case .error: return "\u{1B}[1;31m"
    case .warning: return "\u{1B}[1;33m"
    case .info: return "\u{1B}[1;36m"
    }
  }
}
