import ManifestLint
import YAML

extension Command {
  static let plan = Command(
    name: "plan", summary: "Tell what each agent would apply, or what a change would do",
    options: Option.treeChoice + [.from] + Option.linting + [.format, .color]
  ) { invocation in
    try invocation.arguments.operands(atMost: 0)
    guard let format = PlanFormat(rawValue: invocation.arguments.text(.format) ?? "text") else {
      let hint = nearest(
        to: invocation.arguments.text(.format) ?? "", among: PlanFormat.allCases.map(\.rawValue))
      throw UsageError("a plan is printed as text, json or markdown\(hint)")
    }
    let tree = try CheckedTree(CheckedTree.choice(invocation.arguments), invocation)
    try invocation.applySettings(of: tree)
    let options = try invocation.lintOptions(originURL: tree.originURL)
    let report = try lint(
      tree.view, snapshot: tree.snapshot, toolVersion: Version.number, options: options,
      elsewhere: OtherTrees(invocation))
    // A plan over a configuration that kas refuses would be a wrong one without a word.
    render(report, as: .text, options: invocation.textOptions) {
      invocation.errors.write($0)
    }
    var rendering = RenderOptions()
    rendering.language = invocation.language
    rendering.color = try Presentation.isColored(invocation)
    guard let revision = invocation.arguments.bytes(.from) else {
      renderPlan(report, as: format, options: rendering) { invocation.output.write($0) }
      return .clean
    }
    let base = try CheckedTree(.revision(revision), invocation)
    let before = try lint(
      base.view, snapshot: base.snapshot, toolVersion: Version.number, options: options,
      elsewhere: OtherTrees(invocation))
    let changes = try compare(before, in: base.view, with: report, in: tree.view, options: options)
    renderChanges(changes, as: format, options: rendering) { invocation.output.write($0) }
    var warnings = Report(toolVersion: Version.number, snapshot: tree.snapshot)
    warnings.findings = changes.findings
    warnings.finish()
    render(warnings, as: .text, options: invocation.textOptions) {
      invocation.errors.write($0)
    }
    return .clean
  }
}
