import GitAccess
import ManifestLint
import YAML

extension Command {
  static let glob = Command(
    name: "glob", summary: "Tell which files the agent would send for globs",
    operands: "PATTERN...",
    options: Option.treeChoice + [.match, .batch, .hex, .null, .explain, .limit, .gitlabVersion]
  ) { invocation in
    if invocation.arguments.has(.batch) { return try invocation.matchBatch() }
    guard let pattern = invocation.arguments.operands.first else {
      throw UsageError("name a pattern")
    }
    if invocation.arguments.has(.match) { return invocation.matchPaths(Glob(pattern)) }
    return try invocation.selectPaths()
  }
}

extension Invocation {
  private var lineEnd: [UInt8] { [arguments.has(.null) ? 0 : UInt8(ascii: "\n")] }

  private func write(path: some Collection<UInt8>) {
    output.write(
      environment.isTerminal.output && !arguments.has(.null)
        ? Array(printable(path).utf8) : Array(path))
    output.write(lineEnd)
  }

  /// The bare pattern against the paths behind it.
  fileprivate func matchPaths(_ glob: Glob) -> ExitStatus {
    var status = ExitStatus.findings
    for path in arguments.operands.dropFirst() {
      do {
        guard try glob.matches(path[...]) else { continue }
        write(path: path)
        status = .clean
      } catch {
        note("the pattern '\(printable(glob.pattern))' is malformed")
        return .findings
      }
    }
    return status
  }

  /// One word for each line of standard input.
  fileprivate func matchBatch() throws -> ExitStatus {
    var batch = GlobBatch(isHexadecimal: arguments.has(.hex))
    var lines = try Files.readStandardInput().split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (number, line) in lines.enumerated() {
      do {
        output.write(try batch.answer(line).rawValue)
      } catch .noTab {
        throw UsageError("line \(number + 1) of standard input has no tab: PATTERN<TAB>PATH")
      } catch .notHexadecimal {
        throw UsageError("line \(number + 1) of standard input is not hexadecimal")
      }
      output.write("\n")
    }
    return .clean
  }

  /// What the agent would send for the patterns as one manifest project's globs.
  fileprivate func selectPaths() throws -> ExitStatus {
    let tree = try CheckedTree(CheckedTree.choice(arguments), self)
    let options = try lintOptions(originURL: nil)
    let version = options.gitLabVersion ?? .lastWithGitops
    let generation = SelectionGeneration(major: version.major, minor: version.minor)
    let globs = arguments.operands
    let selection = try selectFiles(
      globs: globs, in: tree.view.listing, generation: generation,
      limits: options.limits.agentLimits(for: version)
    ) { entry throws(RepositoryError) in try tree.view.size(ofEntry: entry) }
    for entry in selection.files { write(path: tree.view.listing.path(entry)) }
    output.flush()
    var report = Report(toolVersion: Version.number, snapshot: tree.snapshot)
    report.findings = selection.problems.map {
      Finding($0.rule, severity: $0.severity, $0.message)
    }
    report.finish()
    render(report, as: .text, options: textOptions) { errors.write($0) }
    if arguments.has(.explain) {
      let reasons = explainUnselected(
        selection, globs: globs, in: tree.view.listing, generation: generation)
      for reason in reasons {
        errors.write(
          "\(printable(tree.view.listing.path(reason.entry))): \(printable(reason.message.text(in: language).utf8))\n"
        )
      }
    }
    return selection.stop == nil ? .clean : .findings
  }
}
