import GitAccess
import ManifestLint
import YAML

extension Invocation {
  /// Puts below the command line what an administrator's file and the environment say.
  mutating func readServerSettings() throws {
    if let file = try namedSettings() { arguments.underlay(file.values) }
    arguments.underlay(try environmentSettings())
  }

  /// Judges a tree as a server does: the server's settings are in the arguments already, and those of
  /// the repository come below them.
  ///
  /// What a repository says wrongly is its own mistake: it does not count, and never keeps the check
  /// from running.
  ///
  /// - Parameters:
  ///   - verdicts: of the trees that were judged before.
  ///   - tellsFailing: nobody is told of what is below the threshold.
  ///   - adjust: the last word on the options.
  func lintOnServer(
    _ tree: CheckedTree, elsewhere: OtherTrees, verdicts: KeptVerdicts,
    tellsFailing: Bool = false, adjust: (inout LintOptions) -> Void
  ) throws -> (report: Report, failOn: Severity?) {
    var invocation = self
    var options = try lintOptions(originURL: nil)
    var source: [UInt8] = []
    if arguments.text(.repositorySettings) != "ignore" {
      do {
        if let file = try Invocation.repositorySettings(of: tree) {
          var own = self
          try own.underlay(repository: file)
          options = try own.lintOptions(originURL: nil)
          _ = try Presentation(own)
          invocation = own
          source = file.source
        }
      } catch let error as UsageError {
        note("\(error.message); the repository's settings do not count")
      }
    }
    let failOn = try Presentation(invocation).failOn
    options.listsObjects = false
    if tellsFailing { options.leastSeverity = failOn }
    adjust(&options)
    verdicts.attach(to: &options, store: source, of: tree, self)
    var report = try lint(
      tree.view, snapshot: tree.snapshot, toolVersion: Version.number, options: options,
      elsewhere: elsewhere)
    if arguments.has(.baseline) {
      try applyBaseline(to: &report, of: tree.view)
    } else if let path = invocation.arguments.bytes(.baseline) {
      // The disk of a server is not the repository's to name files on.
      if tree.view.listing.index(of: path) == nil {
        note("there is no baseline '\(printable(path))' in the repository")
      } else {
        do {
          try invocation.applyBaseline(to: &report, of: tree.view)
        } catch let error as UsageError {
          note("\(error.message); the baseline does not count")
        }
      }
    }
    return (report, failOn)
  }

  /// Of a repository's settings what a server leaves to it.
  private mutating func underlay(repository file: SettingsFile) throws {
    var values = file.values
    // Which project it is, GitLab knows better: another name would hide every manifest project.
    if environment.text("GL_PROJECT_PATH") != nil { values[.project] = nil }
    // A limit protects the server; its repositories can only lower it.
    var limits = Limits()
    for (name, value) in try arguments.limits() { _ = limits.set(name, to: value) }
    let most = Dictionary(uniqueKeysWithValues: limits.table.map { ($0.name, $0.value) })
    values[.limit] = values[.limit]?.filter { entry in
      let parts = String(decoding: entry, as: UTF8.self).split(separator: "=")
      guard parts.count == 2, let value = Int(parts[1]), let limit = most[String(parts[0])] else {
        return true
      }
      return value <= limit
    }
    arguments.underlay(repository: values)
  }
}
