import YAML

/// GitLab's Code Quality report (`artifacts:reports:codequality`). GitLab stops reading at the
/// first entry that lacks a field and keeps one entry a fingerprint.
func writeCodeQuality(_ report: Report, to output: Output) {
  let json = JSONWriter(output)
  json.array(lines: true) {
    for finding in report.openFindings {
      json.object {
        let description = Array("\(finding.rule.id): ".utf8) + visible(json.words(finding.message))
        json.member("description", description)
        json.member("check_name", finding.rule.id)
        // Reports of several tools are merged: this tells which one speaks.
        json.member("engine_name", toolName)
        json.member("fingerprint", finding.fingerprint)
        json.member("severity", finding.severity.codeQualityName)
        json.object("location") {
          json.member("path", finding.pathOrRoot)
          writePlace(of: finding, to: json)
        }
      }
    }
  }
}

private func writePlace(of finding: Finding, to json: JSONWriter) {
  // `positions` has columns, `lines` is what a finding without a place in the text gets.
  guard let start = finding.start else {
    json.object("lines") { json.member("begin", 1) }
    return
  }
  json.object("positions") {
    for (name, position) in [("begin", start), ("end", finding.end ?? start)] {
      json.object(name) {
        json.member("line", position.line)
        json.member("column", position.column)
      }
    }
  }
}

extension Severity {
  fileprivate var codeQualityName: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
