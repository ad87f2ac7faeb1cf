import YAML

/// Comments by which an author says that a finding is known and meant:
/// `# manifest-lint: disable=manifest/type -- reason` at the end of a line or on the line before it,
/// and `# manifest-lint: disable-file=… -- reason` before the first value of the file.
struct InlineSuppressions: Sendable {
  private struct Directive {
    /// A finding about the comment itself, in which only the message is still open.
    var finding: Finding
    /// The line to which it speaks; nil for the whole file.
    var line: Int?
    var rules: [String]
    var reason: String
  }

  private var directives: [Directive] = []
  /// About comments that cannot be followed; without paths.
  private var problems: [Finding] = []

  /// Nil when no comment speaks to this program.
  init?(tree: Tree, lines: LineIndex) {
    let firstValue = tree.nodes.first?.range.start ?? UInt32(tree.source.count)
    var spoken = false
    for comment in tree.comments {
      guard let text = Self.instruction(in: tree.source[comment.bytes]) else { continue }
      spoken = true
      let start = lines.position(of: comment.start)
      let line = lines.line(start.line)
      switch Self.parse(text, isBehindValue: comment.start > firstValue) {
      case .failure(let problem):
        problems.append(
          Finding(
            Diagnostic(SuppressionRules.malformed, at: comment, problem.message), lines: lines))
      case .success(let parsed):
        let standsAlone = line.prefix { $0 == 0x20 || $0 == 0x09 }.count == start.column - 1
        directives.append(
          Directive(
            finding: Finding(Diagnostic(SuppressionRules.unused, at: comment, ""), lines: lines),
            line: parsed.isForFile ? nil : start.line + (standsAlone ? 1 : 0),
            rules: parsed.rules, reason: parsed.reason))
      }
    }
    guard spoken else { return nil }
  }

  /// Whether a comment may speak to this program: told before lines are counted.
  static func isPossible(in tree: Tree) -> Bool {
    tree.comments.contains { instruction(in: tree.source[$0.bytes]) != nil }
  }

  func write(to writer: inout ByteWriter) {
    writer.list(directives) { writer, directive in
      directive.finding.write(to: &writer)
      writer.optional(directive.line) { $0.number($1) }
      writer.list(directive.rules) { $0.text($1) }
      writer.text(directive.reason)
    }
    writer.list(problems) { $1.write(to: &$0) }
  }

  init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    directives = try reader.list { reader throws(ByteReader.Malformed) in
      let finding = try Finding(from: &reader)
      let line = try reader.optional { reader throws(ByteReader.Malformed) in try reader.count() }
      let rules = try reader.list { reader throws(ByteReader.Malformed) in try reader.text() }
      return Directive(finding: finding, line: line, rules: rules, reason: try reader.text())
    }
    problems = try reader.list { reader throws(ByteReader.Malformed) in
      try Finding(from: &reader)
    }
  }

  /// What follows `# manifest-lint:`; nil for any other comment.
  private static func instruction(in comment: ArraySlice<UInt8>) -> String? {
    var rest = comment.drop { $0 == UInt8(ascii: "#") }.drop { $0 == 0x20 || $0 == 0x09 }
    let mark = "manifest-lint:".utf8
    guard rest.starts(with: mark) else { return nil }
    rest = rest.dropFirst(mark.count).drop { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: rest, as: UTF8.self)
  }

  private struct Problem: Error {
    var message: Message
  }

  private static func parse(
    _ text: String, isBehindValue: Bool
  ) -> Result<(isForFile: Bool, rules: [String], reason: String), Problem> {
    let parts = text.split(separator: " ", maxSplits: 1)
    let word = parts.first ?? ""
    let isForFile = word.hasPrefix("disable-file=")
    guard isForFile || word.hasPrefix("disable="), let equals = word.firstIndex(of: "=") else {
      return .failure(
        Problem(
          message:
            "'\(String(word))' is no instruction; write disable=RULE or disable-file=RULE, then -- and a reason"
        ))
    }
    let rules = word[word.index(after: equals)...].split(separator: ",").map(String.init)
    var reason = parts.count > 1 ? parts[1] : ""
    reason = reason.hasPrefix("--") ? reason.dropFirst(2).drop { $0 == " " } : ""
    if rules.isEmpty {
      return .failure(
        Problem(message: "the instruction names no rule; write disable=RULE -- reason"))
    }
    if reason.isEmpty {
      return .failure(
        Problem(
          message:
            "the instruction gives no reason; write disable=\(rules.joined(separator: ",")) -- reason"
        ))
    }
    if isForFile, isBehindValue {
      return .failure(
        Problem(
          message: "disable-file stands behind the first value; move it to the top of the file"))
    }
    return .success((isForFile, rules, String(reason)))
  }

  /// Marks the findings of the file that a comment silences, and adds those about the comments.
  func apply(to findings: inout [Finding], path: [UInt8], options: LintOptions) {
    var used = Set<[Int]>()
    for index in findings.indices {
      for (number, directive) in directives.enumerated() {
        guard directive.line == nil || directive.line == findings[index].start?.line,
          let rule = directive.rules.firstIndex(where: { findings[index].rule.isNamed($0) })
        else { continue }
        findings[index].suppressed = .inline(reason: directive.reason)
        used.insert([number, rule])
      }
    }
    func add(_ finding: Finding) {
      guard let severity = options.severity(of: finding.rule, normally: finding.severity)
      else { return }
      var finding = finding
      finding.severity = severity
      finding.path = path
      findings.append(finding)
    }
    problems.forEach(add)
    for (number, directive) in directives.enumerated() {
      for (rule, name) in directive.rules.enumerated() where !used.contains([number, rule]) {
        var finding = directive.finding
        if RuleTable.rule(name) == nil {
          finding.rule = SuppressionRules.malformed
          finding.severity = finding.rule.severity
          finding.message = "there is no rule '\(name)'\(RuleTable.hint(name))"
        } else {
          finding.message = "nothing here has the finding \(name); remove the instruction"
        }
        add(finding)
      }
    }
  }
}

extension Rule {
  /// Whether a word is the rule's id or one that it had before.
  func isNamed(_ name: some StringProtocol) -> Bool {
    id == name || aliases.contains { $0 == name }
  }
}
