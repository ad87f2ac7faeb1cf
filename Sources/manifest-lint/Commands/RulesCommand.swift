import GitAccess
import ManifestLint
import YAML

extension Command {
  static let rules = Command(
    name: "rules", summary: "List all rules", options: [.format]
  ) { invocation in
    try invocation.arguments.operands(atMost: 0)
    switch invocation.arguments.text(.format) {
    case nil, "text":
      for rule in RuleTable.all {
        let title = invocation.language?.translated(rule.title) ?? rule.title
        invocation.output.write("\(rule.id)\t\(rule.severity.name)\t\(title)\n")
      }
    case "json":
      invocation.output.write(rulesAsJSON(RuleTable.all, in: invocation.namedLanguage?.translation))
    default:
      let hint = nearest(to: invocation.arguments.text(.format) ?? "", among: ["text", "json"])
      throw UsageError("rules are printed as text or json\(hint)")
    }
    return .clean
  }

  static let explain = Command(
    name: "explain", summary: "Tell what a rule means and what to do", operands: "RULE", options: []
  ) { invocation in
    try invocation.arguments.operands(atMost: 1)
    guard let word = invocation.arguments.operands.first else {
      throw UsageError("name a rule; `manifest-lint rules` lists them")
    }
    let name = String(decoding: word, as: UTF8.self)
    guard let rule = RuleTable.rule(name) else {
      throw UsageError("there is no rule '\(printable(word))'\(RuleTable.hint(name))")
    }
    invocation.output.write(explainText(rule, in: invocation.language))
    return .clean
  }
}
