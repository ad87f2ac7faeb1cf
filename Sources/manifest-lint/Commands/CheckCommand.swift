import GitAccess
import ManifestLint
import YAML

extension Option {
  /// Which tree of which repository.
  static let treeChoice: [Option] = [.repo, .worktree, .staged, .rev, .trustRepository]
  /// What the lint is told, whoever calls it.
  static let linting: [Option] = [
    .project, .projectVisibility, .projects, .projectCheckout, .agents, .gitlabVersion,
    .kubernetesVersion, .applyMode, .agent, .exclude, .rule, .limit, .crd, .schemaLocation,
    .ignoreMissingSchemas, .requireAgents,
    .requireChecked, .noInlineSuppressions, .settings, .noSettings, .jobs, .deadline,
    .verdictCache,
    .timings, .baseline, .writeBaseline,
  ]
}

extension Command {
  static let check = Command(
    name: "check", summary: "Check one tree: configurations, selected files, objects",
    options: Option.treeChoice + [.stdinFilename, .fix, .diff, .shard] + Option.linting
      + Presentation.options
  ) { invocation in
    try invocation.arguments.operands(atMost: 0)
    let choice = try CheckedTree.choice(invocation.arguments)
    if let name = invocation.arguments.bytes(.stdinFilename) {
      return try invocation.checkUnsaved(name, choice)
    }
    if invocation.arguments.has(.diff) { return try invocation.mend(choice) }
    guard invocation.arguments.has(.fix) else { return try invocation.lintAndShow(choice) }
    guard case .workTree = choice else {
      throw UsageError("--fix writes to the work tree; --staged and --rev are only read")
    }
    _ = try invocation.mend(choice)
    return try invocation.lintAndShow(choice)
  }

  static let preCommit = Command(
    name: "pre-commit", summary: "Check the tree that git commit is about to write",
    options: [.repo, .trustRepository] + Option.linting + Presentation.options
  ) { invocation in
    // The pre-commit framework may hand file names over; the whole tree is checked all the same.
    invocation.deadlineOfHooks()
    return try invocation.lintAndShow(.index)
  }

  static let ci = Command(
    name: "ci", summary: "Check the commit of a GitLab CI pipeline",
    options: [.repo, .rev, .trustRepository, .shard] + Option.linting + Presentation.options
  ) { invocation in
    try invocation.arguments.operands(atMost: 0)
    let environment = invocation.environment
    // Both may be missing in a shallow clone, and the second is all zeros in many pipelines.
    let base = ["CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI_COMMIT_BEFORE_SHA"]
      .compactMap { environment.variables[$0].flatMap { GitObjectID(hexadecimal: $0) } }
      .first { !$0.isZero }
    // HEAD of the checkout, also in merged-results pipelines, where CI_COMMIT_SHA may be another.
    return try invocation.lintAndShow(
      .revision(invocation.arguments.bytes(.rev) ?? Array("HEAD".utf8)), replacing: base)
  }
}

extension Invocation {
  /// A person waits for a hook: it gives up on its own when nobody said how long it may take.
  mutating func deadlineOfHooks() {
    if environment.text("MANIFEST_LINT_DEADLINE") == nil {
      arguments.underlay([.deadline: [Array("20s".utf8)]])
    }
  }

  /// Ends the process at the deadline, whatever it is busy with then.
  private func watchdog(since start: Double) throws -> Watchdog? {
    let message: Message = "could not check: the time is up (--deadline)"
    let text = message.text(in: language)
    return try deadline().map { seconds in
      Watchdog(seconds: start + seconds - Clock.seconds()) {
        let errors = OutputStream(descriptor: 2)
        errors.write("manifest-lint: \(text)\n")
        errors.flush()
        return .failure
      }
    }
  }

  /// From the tree to the exit status.
  ///
  /// - Parameters:
  ///   - old: the commit that the tree takes the place of.
  ///   - records: the shards that have judged the files, with the names of their reports.
  mutating func lintAndShow(
    _ choice: CheckedTree.Choice, replacing old: GitObjectID? = nil,
    merging records: [(name: String, record: ShardRecord)] = []
  ) throws -> ExitStatus {
    let start = Clock.seconds()
    let tree = try CheckedTree(choice, replacing: old, self)
    let listed = Clock.seconds()
    try applySettings(of: tree)
    let presentation = try Presentation(self)
    let watchdog = try watchdog(since: start)
    var options = try lintOptions(originURL: tree.originURL)
    options.replaced = tree.replaced
    options.listsObjects = presentation.listsObjects
    options.shard = try shard()
    if options.shard != nil || !records.isEmpty {
      options.shardContext = try shardContext(options)
    }
    if !records.isEmpty {
      do throws(ShardVerdicts.Failure) {
        options.shards = try ShardVerdicts(
          records, context: options.shardContext, listing: tree.view.listing)
      } catch { throw error.asExit }
    }
    let progress = progress
    defer { progress?.end() }
    if let progress { options.progress = { progress.tell($0, of: $1) } }
    let verdicts = KeptVerdicts()
    verdicts.attach(to: &options, of: tree, self)
    defer { verdicts.save(self) }
    var report = try lint(
      tree.view, snapshot: tree.snapshot, toolVersion: Version.number, options: options,
      elsewhere: OtherTrees(self))
    progress?.end()
    report.shard?.replaced = old?.description
    // The list is about all files.
    if options.shard == nil { try applyBaseline(to: &report, of: tree.view) }
    if try writeBaseline(of: report) { return .clean }
    watchdog?.stop()
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
