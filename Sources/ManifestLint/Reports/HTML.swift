import Kubernetes
import YAML

/// A page that stands alone: no script, nothing loaded from anywhere, readable on a phone and on
/// paper. What each agent applies as a picture, findings by file, and the rules that they name.
func writeHTML(_ report: Report, _ options: RenderOptions, to output: Output) {
  let page = HTMLPage(report, options, output)
  page.writeHead()
  page.writePlan()
  page.writeFindings()
  page.writeNotChecked()
  page.writeRules()
  output.write("</main>\n</body>\n</html>\n")
}

final class HTMLPage {
  let report: Report
  let options: RenderOptions
  let output: Output
  /// What the picture of the plan tells about a file: its place in the list, and its worst finding.
  private(set) var files: [[UInt8]: (number: Int, worst: Severity, count: Int)] = [:]

  init(_ report: Report, _ options: RenderOptions, _ output: Output) {
    self.report = report
    self.options = options
    self.output = output
    report.forEachFile { path, range in
      var worst: Severity?
      var count = 0
      for finding in report.findings[range] where finding.suppressed == nil {
        worst = max(worst ?? .info, finding.severity)
        count += 1
      }
      if let worst { files[path] = (files.count + 1, worst, count) }
    }
  }

  /// Text from the repository, or of our own.
  func text(_ text: [UInt8]) { output.write(escapedMarkup(visible(text))) }
  func text(_ text: String) { self.text(Array(text.utf8)) }

  func code(_ text: [UInt8]) {
    output.write("<code>")
    self.text(text)
    output.write("</code>")
  }

  /// Words with code in backticks, as rules have them.
  func prose(_ prose: String) {
    let parts = prose.split(separator: "`", omittingEmptySubsequences: false)
    for (number, part) in parts.enumerated() {
      if number.isMultiple(of: 2) { text(String(part)) } else { code(Array(part.utf8)) }
    }
  }

  func message(_ message: Message) {
    for piece in message.pieces(in: output.language) {
      switch piece {
      case .text(let words): text(words)
      case .value(let value): code(Array(value.utf8))
      }
    }
  }

  func writeHead() {
    let verdict = verdict(report.summary).text(in: output.language)
    output.write(
      """
      <!DOCTYPE html>
      <html lang="\(output.language?.language ?? "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'">
      <meta name="referrer" content="no-referrer">
      <title>\(toolName): \(verdict)</title>
      <style>
      \(styleSheet)</style>
      </head>
      <body>
      <header>
      <p class="tool">\(toolName)
      """)
    output.write(" ")
    text(report.toolVersion)
    output.write("</p>\n<h1>\(verdict)</h1>\n<p>")
    text(output.words(summaryLine(report.summary, seconds: options.seconds)))
    output.write("</p>\n<p class=\"quiet\">")
    text(output.words("checked: \(report.snapshot.kind)"))
    for name in [report.snapshot.ref, report.snapshot.id].compactMap(\.self) {
      output.write(" ")
      code(Array(name.utf8))
    }
    output.write("</p>\n</header>\n<main>\n")
  }

  func writeFindings() {
    guard !files.isEmpty else { return }
    heading("Findings")
    report.forEachFile { path, range in
      guard let file = files[path] else { return }
      output.write("<section class=\"file\" id=\"file-\(file.number)\">\n<h3>")
      if path.isEmpty {
        output.say("Repository")
      } else if let url = blobURL(path, line: nil, options) {
        link(to: url) { text(path) }
      } else {
        text(path)
      }
      output.write("</h3>\n<ol>\n")
      for finding in report.findings[range] where finding.suppressed == nil { write(finding) }
      output.write("</ol>\n</section>\n")
    }
    output.write("</section>\n")
  }

  private func link(to url: [UInt8], _ body: () -> Void) {
    output.write("<a href=\"")
    output.write(escapedMarkup(url))
    output.write("\">")
    body()
    output.write("</a>")
  }

  private func write(_ finding: Finding) {
    let name = finding.severity.name
    output.write("<li class=\"finding \(name)\">\n<p><strong class=\"badge\">")
    output.say(finding.severity.word)
    output.write("</strong> ")
    if let start = finding.start {
      let place = Array("\(start.line):\(start.column)".utf8)
      if let url = blobURL(finding.path, line: start.line, options) {
        link(to: url) { text(place) }
      } else {
        output.write("<span class=\"quiet\">")
        text(place)
        output.write("</span>")
      }
      output.write(" ")
    }
    message(finding.message)
    output.write("</p>\n")
    if let start = finding.start, let excerpt = Excerpt(finding) {
      output.write("<pre><span class=\"quiet\">\(start.line) │ </span>")
      output.write(escapedMarkup(excerpt.before))
      output.write("<mark>")
      output.write(escapedMarkup(excerpt.marked))
      output.write("</mark>")
      output.write(escapedMarkup(excerpt.after))
      output.write("</pre>\n")
    }
    output.write(
      "<p class=\"quiet\"><a href=\"#\(anchor(of: finding.rule))\">\(finding.rule.id)</a>")
    let place = placeInDocument(finding)
    if !place.isEmpty {
      output.say(" in ")
      code(Array(place.utf8))
    }
    if !finding.agents.isEmpty {
      output.say(finding.agents.count == 1 ? ", agent " : ", agents ")
      text(finding.agents.joined(separator: ", "))
    }
    output.write("</p>\n")
    for related in finding.related {
      output.write("<p class=\"quiet\">")
      output.say("related: ")
      code(related.path + (related.start.map { Array(":\($0.line):\($0.column)".utf8) } ?? []))
      output.write(" ")
      message(related.message)
      output.write("</p>\n")
    }
    output.write("</li>\n")
  }

  /// A reason is told once, with what it holds for; a page is no inventory.
  private static let mostNotChecked = 200

  func writeNotChecked() {
    let entries = report.checked.lazy.filter { $0.notChecked != nil }
    let total = report.summary.notChecked.reduce(0) { $0 + $1.count }
    guard total > 0 else { return }
    heading("Not checked")
    output.write("<ul>\n")
    for entry in entries.prefix(Self.mostNotChecked) {
      output.write("<li>")
      code(entry.path)
      if let object = entry.object {
        output.write(" ")
        text(object.label)
      }
      if let reason = entry.notChecked {
        output.write(": ")
        message(reason)
      }
      output.write("</li>\n")
    }
    if total > Self.mostNotChecked {
      output.write("<li>")
      output.say("and \(Message.moreObjects(total - Self.mostNotChecked))")
      output.write("</li>\n")
    }
    output.write("</ul>\n</section>\n")
  }

  func writeRules() {
    let rules = report.rulesFound { $0.suppressed == nil }
    guard !rules.isEmpty else { return }
    heading("Rules")
    for rule in rules {
      output.write("<section class=\"rule\" id=\"\(anchor(of: rule))\">\n<h3>")
      if let url = pageURL(of: rule, base: options.rulePages) {
        link(to: Array(url.utf8)) { text(rule.id) }
      } else {
        text(rule.id)
      }
      output.write("</h3>\n<p>")
      prose(output.words(rule, \.title))
      output.write("</p>\n<p>")
      prose(output.words(rule, \.why))
      output.write("</p>\n<p><strong>")
      output.say("Remedy.")
      output.write("</strong> ")
      prose(output.words(rule, \.remedy))
      output.write("</p>\n</section>\n")
    }
    output.write("</section>\n")
  }

  func heading(_ title: Message, class name: String? = nil) {
    output.write(name.map { "<section class=\"\($0)\">\n<h2>" } ?? "<section>\n<h2>")
    output.say(title)
    output.write("</h2>\n")
  }

  private func anchor(of rule: Rule) -> String {
    "rule-" + String(rule.id.map { $0 == "/" ? "-" : $0 })
  }
}
