public import YAML

/// What a person reads about a rule, all of it made from the `Rule` value.

/// The text of `explain ID`, for a terminal of 80 columns.
public func explainText(_ rule: Rule, in language: Translation? = nil, color: Bool = false)
  -> String
{
  let style = TextStyle(color: color)
  func words(_ text: KeyPath<Rule, String>) -> String {
    language?.translated(rule[keyPath: text]) ?? rule[keyPath: text]
  }
  let since: Message = ", since \(rule.since)"
  var text = "\(style.bold)\(rule.id)\(style.plain)"
  text += " (\(style.severity(rule.severity))\(rule.severity.name)\(style.plain)"
  text += "\(since.text(in: language)))\n\(words(\.title))\n"
  func section(_ title: Message, _ body: String) {
    text += "\n\(style.bold)\(title.text(in: language))\(style.plain)\n"
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      text += line.isEmpty ? "\n" : "  \(line)\n"
    }
  }
  section("Why", wrapped(words(\.why), to: 78))
  section("Remedy", wrapped(words(\.remedy), to: 78))
  if !rule.bad.isEmpty { section("Bad", trimmedExample(rule.bad)) }
  if !rule.good.isEmpty { section("Good", trimmedExample(rule.good)) }
  section("To silence it", silencing(rule, language).joined(separator: "\n"))
  if !rule.aliases.isEmpty { section("Former names", rule.aliases.joined(separator: ", ")) }
  section("Source", wrapped(rule.source, to: 78))
  return text
}

/// The rule's page, `docs/rules/<category>/<name>.md`, or in another language
/// `docs/<language>/rules/…`.
public func rulePage(_ rule: Rule, in language: Translation? = nil) -> String {
  let page = Output.collect(in: language) { output in
    output.write("# \(rule.id)\n\n")
    output.write(markdownProse(output.words(rule, \.title)))
    output.say(".")
    output.write("\n\n")
    output.say("Severity: \(rule.severity.name). Since \(rule.since).")
    output.write("\n")
    if !rule.aliases.isEmpty {
      output.say("Former names: \(rule.aliases.map { "`\($0)`" }.joined(separator: ", ")).")
      output.write("\n")
    }
    func section(_ title: Message) {
      output.write("\n## ")
      output.say(title)
      output.write("\n\n")
    }
    section("Why")
    output.write(markdownProse(output.words(rule, \.why)))
    output.write("\n")
    section("Remedy")
    output.write(markdownProse(output.words(rule, \.remedy)))
    output.write("\n")
    let examples: [(Message, String)] = [("Bad", rule.bad), ("Good", rule.good)]
    for (title, example) in examples where !example.isEmpty {
      section(title)
      writeExample(example, to: output)
    }
    section("To silence it")
    output.writeFenced(silencing(rule, language).joined(separator: "\n"), language: "text")
    section("Source")
    output.write(markdownProse(rule.source))
    output.write("\n")
  }
  return String(decoding: page, as: UTF8.self)
}

/// `docs/rules/README.md`: all rules by category, sorted by id.
public func ruleIndex(_ rules: [Rule], in language: Translation? = nil) -> String {
  let index = Output.collect(in: language) { output in
    output.write("# ")
    output.say("Rules")
    output.write("\n")
    var category: Substring?
    for rule in rules.sorted(by: { $0.id < $1.id }) {
      if rule.category != category {
        category = rule.category
        output.write("\n## \(rule.category)\n\n| ")
        output.say("rule | severity |")
        output.write(" |\n| --- | --- | --- |\n")
      }
      output.write("| [\(rule.id)](\(rule.id).md) | \(rule.severity.name) | ")
      output.write(markdownProse(output.words(rule, \.title)))
      output.write(" |\n")
    }
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
private func silencing(_ rule: Rule, _ language: Translation?) -> [String] {
  let everywhere = "\(toolName) check --rule \(rule.id)=off"
  // Findings about the repository as git has it are in no line of a file.
  if rule.category == "git" { return [everywhere] }
  let reason: Message = "why it is right here"
  return ["# \(toolName): disable=\(rule.id) -- \(reason.text(in: language))", everywhere]
}

/// Without empty lines at its end, and with carriage returns made visible: a page shows an example, it
/// does not have its line ends.
private func trimmedExample(_ example: String) -> String {
  let shown = example.unicodeScalars.map { $0 == "\r" ? "␍" : Character($0) }
  var lines = String(shown).split(separator: "\n", omittingEmptySubsequences: false)
  while let last = lines.last, last.isEmpty { lines.removeLast() }
  return lines.joined(separator: "\n")
}

/// Breaks paragraphs at blanks; a longer word gets a line of its own. Chinese has no blanks: there a
/// line may also end before any ideograph, which takes two columns.
private func wrapped(_ text: String, to width: Int) -> String {
  let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false)
  return paragraphs.map { paragraph in
    var lines: [String] = []
    var line = ""
    var columns = 0
    func add(_ word: String, _ wide: Int, blank: Bool) {
      if !line.isEmpty, columns + (blank ? 1 : 0) + wide > width {
        lines.append(line)
        line = ""
        columns = 0
      }
      if !line.isEmpty, blank {
        line += " "
        columns += 1
      }
      line += word
      columns += wide
    }
    for word in paragraph.split(separator: " ") {
      var blank = true
      for part in breakable(word) {
        add(part, part.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }, blank: blank)
        blank = false
      }
    }
    lines.append(line)
    return lines.joined(separator: "\n")
  }.joined(separator: "\n")
}

/// The pieces of a word between which a line may end: before an ideograph, never before punctuation.
private func breakable(_ word: Substring) -> [String] {
  var parts: [String] = []
  var part = ""
  var wasWide = false
  for character in word {
    let scalar = character.unicodeScalars.first ?? " "
    let isPunctuation = "，。；：、）”’！？》".unicodeScalars.contains(scalar)
    let isOpening = part.unicodeScalars.last.map { "（“‘《`".unicodeScalars.contains($0) } ?? true
    if !isPunctuation, !isOpening, isWide(scalar) || wasWide {
      parts.append(part)
      part = ""
    }
    part.append(character)
    wasWide = isWide(scalar)
  }
  parts.append(part)
  return parts
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  (0x2E80...0x9FFF).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
}
