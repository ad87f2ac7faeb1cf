public import YAML

/// What a person reads about a rule, all of it made from the `Rule` value.

/// The text of `explain ID`, for a terminal of 80 columns.
public func explainText(_ rule: Rule, color: Bool = false) -> String {
  let style = TextStyle(color: color)
  var text = "\(style.bold)\(rule.id)\(style.plain)"
  text += " (\(style.severity(rule.severity))\(rule.severity.name)\(style.plain)"
  text += ", since \(rule.since))\n\(rule.title)\n"
  func section(_ title: String, _ body: String) {
    text += "\n\(style.bold)\(title)\(style.plain)\n"
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      text += line.isEmpty ? "\n" : "  \(line)\n"
    }
  }
  section("Why", wrapped(rule.why, to: 78))
  section("Remedy", wrapped(rule.remedy, to: 78))
  if !rule.bad.isEmpty { section("Bad", trimmedExample(rule.bad)) }
  if !rule.good.isEmpty { section("Good", trimmedExample(rule.good)) }
  section("To silence it", silencing(rule).joined(separator: "\n"))
  if !rule.aliases.isEmpty { section("Former names", rule.aliases.joined(separator: ", ")) }
  section("Source", wrapped(rule.source, to: 78))
  return text
}

/// The rule's page, `docs/rules/<category>/<name>.md`.
public func rulePage(_ rule: Rule) -> String {
  let page = Output.collect { output in
    output.write("# \(rule.id)\n\n")
    output.write(markdownProse(rule.title))
    output.write(".\n\nSeverity: \(rule.severity.name). Since \(rule.since).\n")
    if !rule.aliases.isEmpty {
      output.write("Former names: \(rule.aliases.map { "`\($0)`" }.joined(separator: ", ")).\n")
    }
    func section(_ title: String) { output.write("\n## \(title)\n\n") }
    section("Why")
    output.write(markdownProse(rule.why))
    output.write("\n")
    section("Remedy")
    output.write(markdownProse(rule.remedy))
    output.write("\n")
    for (title, example) in [("Bad", rule.bad), ("Good", rule.good)] where !example.isEmpty {
      section(title)
      writeExample(example, to: output)
    }
    section("To silence it")
    output.writeFenced(silencing(rule).joined(separator: "\n"), language: "text")
    section("Source")
    output.write(markdownProse(rule.source))
    output.write("\n")
  }
  return String(decoding: page, as: UTF8.self)
}

/// `docs/rules/README.md`: all rules by category, sorted by id.
public func ruleIndex(_ rules: [Rule]) -> String {
  var index: [UInt8] = Array("# Rules\n".utf8)
  var category: Substring?
  for rule in rules.sorted(by: { $0.id < $1.id }) {
    if rule.category != category {
      category = rule.category
      index += Array("\n## \(rule.category)\n\n| rule | severity | |\n| --- | --- | --- |\n".utf8)
    }
    index += Array("| [\(rule.id)](\(rule.id).md) | \(rule.severity.name) | ".utf8)
    index += markdownProse(rule.title) + Array(" |\n".utf8)
  }
  return String(decoding: index, as: UTF8.self)
}

/// A whole repository is shown file by file, anything else as the YAML that it is.
private func writeExample(_ example: String, to output: Output) {
  guard example.hasPrefix("=== ") else {
    output.writeFenced(trimmedExample(example), language: "yaml")
    return
  }
  var header: Substring?
  var content: [Substring] = []
  func writeFile() {
    guard let header else { return }
    output.write("`\(header)`\n\n")
    output.writeFenced(trimmedExample(content.joined(separator: "\n")), language: "yaml")
  }
  for line in trimmedExample(example).split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("=== ") {
      writeFile()
      if header != nil { output.write("\n") }
      header = line.dropFirst(4)
      content = []
    } else {
      content.append(line)
    }
  }
  writeFile()
}

/// Ways to switch the rule off: at one place, and everywhere.
private func silencing(_ rule: Rule) -> [String] {
  let everywhere = "\(toolName) check --rule \(rule.id)=off"
  // Findings about the repository as git has it are in no line of a file.
  if rule.category == "git" { return [everywhere] }
  return ["# \(toolName): disable=\(rule.id) -- why it is right here", everywhere]
}

/// Without empty lines at its end, and with carriage returns made visible: a page shows an example, it
/// does not have its line ends.
private func trimmedExample(_ example: String) -> String {
  let shown = example.unicodeScalars.map { $0 == "\r" ? "␍" : Character($0) }
  var lines = String(shown).split(separator: "\n", omittingEmptySubsequences: false)
  while let last = lines.last, last.isEmpty { lines.removeLast() }
  return lines.joined(separator: "\n")
}

/// Breaks paragraphs at blanks; a longer word gets a line of its own.
private func wrapped(_ text: String, to width: Int) -> String {
  let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false)
  return paragraphs.map { paragraph in
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    lines.append(line)
    return lines.joined(separator: "\n")
  }.joined(separator: "\n")
}
