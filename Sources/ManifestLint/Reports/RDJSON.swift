import YAML

/// reviewdog's Diagnostic Format, from which it makes comments in merge requests. Its columns count
/// bytes of UTF-8.
func writeRDJSON(_ report: Report, _ options: RenderOptions, to output: Output) {
  let json = JSONWriter(output)
  json.object(lines: true) {
    json.object("source") { json.member("name", toolName) }
    var worst: Severity?
    for finding in report.openFindings { worst = max(worst ?? .info, finding.severity) }
    if let worst { json.member("severity", worst.name.uppercased()) }
    json.array("diagnostics", lines: true) {
      for finding in report.openFindings {
        json.object {
          json.member("message", visible(json.words(finding.message)))
          json.object("location") {
            json.member("path", finding.pathOrRoot)
            writeRange(finding.start, finding.end, of: finding, to: json)
          }
          json.member("severity", finding.severity.name.uppercased())
          json.object("code") {
            json.member("value", finding.rule.id)
            json.member("url", pageURL(of: finding.rule, base: options.rulePages))
          }
          writeSuggestions(of: finding, to: json)
        }
      }
    }
  }
}

private func writeRange(
  _ start: SourcePosition?, _ end: SourcePosition?, of finding: Finding, to json: JSONWriter
) {
  guard let start else { return }
  json.object("range") {
    for case (let name, let position?) in [("start", start), ("end", end)] {
      json.object(name) {
        json.member("line", position.line)
        json.member("column", finding.byteColumn(position))
      }
    }
  }
}

/// A fix becomes suggestions when the places of all its edits are known: half a fix mends nothing.
private func writeSuggestions(of finding: Finding, to json: JSONWriter) {
  guard let edits = finding.fix?.edits, !edits.isEmpty else { return }
  var placed: [(start: SourcePosition, end: SourcePosition, text: String)] = []
  for edit in edits {
    guard let start = finding.position(of: Int(edit.range.start)),
      let end = finding.position(of: Int(edit.range.end))
    else { return }
    placed.append((start, end, edit.replacement))
  }
  json.array("suggestions") {
    for edit in placed {
      json.object {
        writeRange(edit.start, edit.end, of: finding, to: json)
        json.member("text", edit.text)
      }
    }
  }
}
