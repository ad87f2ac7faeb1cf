import YAML

/// How many findings a note shows, the most severe ones: GitLab refuses notes of more than a
/// million characters, and nobody reads them.
private let mostFindings = 500

/// A note for a merge request: the summary, the findings by file and what to do about them.
func writeMarkdown(_ report: Report, _ options: RenderOptions, to output: Output) {
  output.write("## \(toolName): ")
  output.say(verdict(report.summary))
  output.write("\n\n")
  writeSummary(report.summary, options, to: output)

  // Suppressed findings are the last to get a place, so counting them in takes none away.
  var quota = FindingQuota(mostFindings, of: report)
  var shown = 0
  report.forEachFile { path, range in
    var isFirst = true
    for finding in report.findings[range] where finding.suppressed == nil && quota.passes(finding) {
      if isFirst {
        output.write("\n**")
        if path.isEmpty {
          output.say("Repository")
        } else {
          output.write(markdownPath(path, line: nil, options))
        }
        output.write("**\n\n")
      }
      isFirst = false
      shown += 1
      write(finding, options, to: output)
    }
  }
  let open = report.summary.errors + report.summary.warnings + report.summary.infos
  if open > shown {
    output.write("\n")
    output.say("\(Message.moreFindings(open - shown)) not shown.")
    output.write("\n")
  }

  let rules = report.rulesFound { $0.suppressed == nil }
  guard !rules.isEmpty else { return }
  output.write("\n### ")
  output.say("What to do")
  output.write("\n\n")
  for rule in rules {
    output.write("- \(ruleLink(rule, options)): ")
    output.write(markdownProse(output.words(rule, \.remedy)))
    output.write("\n")
  }
}

private func write(_ finding: Finding, _ options: RenderOptions, to output: Output) {
  output.write("- **")
  output.say(finding.severity.word)
  output.write("**")
  if let start = finding.start {
    let place = "\(start.line):\(start.column)"
    if let url = blobURL(finding.path, line: start.line, options) {
      output.write(" [\(place)](")
      output.write(url)
      output.write(")")
    } else {
      output.write(" \(place)")
    }
  }
  output.write(" ")
  output.write(markdownMessage(finding.message, in: output.language))
  output.write(" (\(ruleLink(finding.rule, options)))")
  let place = placeInDocument(finding)
  if !place.isEmpty {
    output.say(", in ")
    output.write(codeSpan(place))
  }
  output.write("\n")
}

private func ruleLink(_ rule: Rule, _ options: RenderOptions) -> String {
  pageURL(of: rule, base: options.rulePages).map { "[\(rule.id)](\($0))" } ?? rule.id
}

/// `2 errors, 1 warning`, or `nothing found`.
func verdict(_ summary: Report.Summary) -> Message {
  var told: [Message] = []
  if summary.errors > 0 { told.append(Message.errors(summary.errors)) }
  if summary.warnings > 0 { told.append(Message.warnings(summary.warnings)) }
  if summary.infos > 0 { told.append(Message.infos(summary.infos)) }
  return told.isEmpty ? "nothing found" : .list(told)
}

/// The summary line; reasons may quote the repository, so they are code.
private func writeSummary(
  _ summary: Report.Summary, _ options: RenderOptions, to output: Output
) {
  var counts = summary
  counts.notChecked = []
  output.write(
    markdownProse(summaryLine(counts, seconds: options.seconds).text(in: output.language)))
  let notChecked = summary.notChecked.filter { $0.count > 0 }
  for (number, entry) in notChecked.enumerated() {
    output.say(number == 0 ? "; not checked: " : ", ")
    output.say(Message.objects(entry.count))
    output.write(" (")
    output.write(codeSpan(output.words(entry.reason)))
    output.write(")")
  }
  output.write("\n")
}
