import ManifestLint

extension Command {
  static let plan = Command(
    name: "plan", summary: "Tell what each agent would apply, from which file",
    options: Option.treeChoice + Option.linting + [.format]
  ) { invocation in
    try invocation.arguments.operands(atMost: 0)
    let tree = try CheckedTree(CheckedTree.choice(invocation.arguments), invocation)
    let report = try lint(
      tree.view, snapshot: tree.snapshot, toolVersion: Version.number,
      options: invocation.lintOptions(originURL: tree.originURL))
    guard let format = PlanFormat(rawValue: invocation.arguments.text(.format) ?? "text") else {
      throw UsageError("a plan is printed as text, json or markdown")
    }
    renderPlan(report, as: format) { invocation.output.write($0) }
    // A plan over a configuration that kas refuses would be a wrong one without a word.
    render(report, as: .text) { invocation.errors.write($0) }
    return .clean
  }
}
