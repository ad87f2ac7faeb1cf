import ManifestLint

extension Option {
  /// Which tree of which repository.
  static let treeChoice: [Option] = [.repo, .worktree, .staged, .rev, .trustRepository]
  /// What the lint is told, whoever calls it.
  static let linting: [Option] = [
    .project, .projectVisibility, .projects, .projectCheckout, .agents, .gitlabVersion,
    .kubernetesVersion, .applyMode, .agent, .exclude, .rule, .limit, .crd, .schemaLocation,
    .ignoreMissingSchemas, .requireAgents,
    .requireChecked, .noInlineSuppressions, .settings, .noSettings, .jobs, .deadline,
    .timings, .baseline, .writeBaseline,
  ]
}

extension Command {
  static let check = Command(
    name: "check", summary: "Check one tree: configurations, selected files, objects",
    options: Option.treeChoice + Option.linting + Presentation.options
  ) { invocation in
    try invocation.arguments.operands(atMost: 0)
    return try invocation.lintAndShow(CheckedTree.choice(invocation.arguments))
  }

  static let preCommit = Command(
    name: "pre-commit", summary: "Check the tree that git commit is about to write",
    options: [.repo, .trustRepository] + Option.linting + Presentation.options
  ) { invocation in
    // The pre-commit framework may hand file names over; the whole tree is checked all the same.
    try invocation.lintAndShow(.index)
  }

  static let ci = Command(
    name: "ci", summary: "Check the commit of a GitLab CI pipeline",
    options: [.repo, .rev, .trustRepository] + Option.linting + Presentation.options
  ) { invocation in
    try invocation.arguments.operands(atMost: 0)
    // HEAD of the checkout, also in merged-results pipelines, where CI_COMMIT_SHA may be another.
    return try invocation.lintAndShow(
      .revision(invocation.arguments.bytes(.rev) ?? Array("HEAD".utf8)))
  }
}

extension Invocation {
  /// From the tree to the exit status.
  mutating func lintAndShow(_ choice: CheckedTree.Choice) throws -> ExitStatus {
    let start = Clock.seconds()
    let tree = try CheckedTree(choice, self)
    let listed = Clock.seconds()
    try applySettings(of: tree)
    let presentation = try Presentation(self)
    let options = try lintOptions(originURL: tree.originURL)
    var report = try lint(
      tree.view, snapshot: tree.snapshot, toolVersion: Version.number, options: options,
      elsewhere: OtherTrees(self))
    try applyBaseline(to: &report, of: tree.view)
    if try writeBaseline(of: report) { return .clean }
    let linted = Clock.seconds()
    let status = try presentation.show(report, seconds: linted - start, self)
    if arguments.has(.timings) {
      let stations =
        [(station: "listing", seconds: listed - start)] + report.timings
        + [(station: "output", seconds: Clock.seconds() - linted)]
      for (station, seconds) in stations {
        errors.write("\(station)\t\(Int((seconds * 1e6).rounded())) µs\n")
      }
    }
    return status
  }
}
