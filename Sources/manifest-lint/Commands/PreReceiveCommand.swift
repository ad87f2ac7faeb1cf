import GitAccess
import ManifestLint
import YAML

/// One line of what git gives a hook about one reference.
struct ReferenceUpdate {
  var old: GitObjectID
  var new: GitObjectID
  var reference: [UInt8]

  init(old: GitObjectID, new: GitObjectID, reference: [UInt8]) {
    self.old = old
    self.new = new
    self.reference = reference
  }

  /// `<old> SP <new> SP <reference>`; the name is the rest of the line.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.count > 82, line[line.startIndex + 40] == 0x20, line[line.startIndex + 81] == 0x20,
      let old = GitObjectID(hexadecimal: line.prefix(40)),
      let new = GitObjectID(hexadecimal: line.dropFirst(41).prefix(40))
    else { return nil }
    self.init(old: old, new: new, reference: Array(line.dropFirst(82)))
  }

  /// The lines of a pre-receive hook's standard input.
  static func lines(of input: [UInt8]) throws(CheckFailure) -> [ReferenceUpdate] {
    var updates: [ReferenceUpdate] = []
    for line in input.split(separator: UInt8(ascii: "\n")) {
      guard let update = ReferenceUpdate(line) else {
        throw CheckFailure(
          "'\(printable(line.prefix(120)))' is no line of a push; git gives <old> <new> <reference>"
        )
      }
      updates.append(update)
    }
    return updates
  }
}

extension Option {
  static let pushing: [Option] =
    [.repo] + linting + [
      .failOn, .defaultBranch, .otherBranches, .onFailure, .repositorySettings,
      .auditLog, .helpURL,
    ]
}

extension Command {
  static let preReceive = Command(
    name: "pre-receive", summary: "Check a push on the server, before it is accepted",
    options: Option.pushing
  ) { invocation in
    try invocation.arguments.operands(atMost: 0)
    var check = PushCheck(invocation)
    return check.run { try ReferenceUpdate.lines(of: Files.readStandardInput(limit: 16 << 20)) }
  }

  static let update = Command(
    name: "update", summary: "Check one reference of a push, as git's update hook",
    operands: "REF OLD NEW", options: Option.pushing
  ) { invocation in
    let words = invocation.arguments.operands
    guard words.count == 3, let old = GitObjectID(hexadecimal: words[1]),
      let new = GitObjectID(hexadecimal: words[2])
    else { throw UsageError("update takes REF OLD NEW, as git gives them to its update hook") }
    var check = PushCheck(invocation)
    return check.run { [ReferenceUpdate(old: old, new: new, reference: words[0])] }
  }
}

/// The check of one push.
struct PushCheck {
  private var invocation: Invocation
  private var audit = AuditLine()

  /// What findings on a reference do to the push.
  enum Policy: String {
    case refuse, warn, ignore
  }

  init(_ invocation: Invocation) { self.invocation = invocation }

  /// Judges the push. Every fault of the check itself refuses it, unless an administrator said
  /// otherwise.
  mutating func run(_ updates: () throws -> [ReferenceUpdate]) -> ExitStatus {
    let start = Clock.seconds()
    var status: ExitStatus
    do {
      try readServerSettings()
      status = try isProject() ? judge(updates()) : .clean
    } catch {
      status = fail(error)
    }
    audit.finish(status, seconds: Clock.seconds() - start)
    do {
      try audit.append(to: invocation.arguments.bytes(.auditLog), invocation.environment)
    } catch {
      // A push that cannot be recorded is one that the administrator did not want.
      status = fail(error)
    }
    return status
  }

  /// A wiki, a snippet or a design repository has no agent that reads it.
  private func isProject() -> Bool {
    invocation.environment.text("GL_REPOSITORY")?.hasPrefix("project-") ?? true
  }

  private mutating func readServerSettings() throws {
    if let file = try invocation.namedSettings() { invocation.arguments.underlay(file.values) }
    invocation.arguments.underlay(try invocation.environmentSettings())
    // git waits for ever, and web requests of GitLab for a minute.
    invocation.arguments.underlay([.deadline: [Array("20s".utf8)]])
  }

  private mutating func fail(_ error: any Error) -> ExitStatus {
    let message = Program.message(of: error)
    audit.failure = message
    if invocation.arguments.text(.onFailure) == "accept" {
      invocation.note("the manifest check could not run: \(message)")
      invocation.note("Nothing was checked; the push is accepted, as the server's settings say.")
      return .clean
    }
    refuse("the manifest check could not run: \(message)")
    refuse("Nothing was checked, so the push is refused; please tell an administrator.")
    return error is UsageError ? .usage : .failure
  }

  /// A line that GitLab shows in the browser too.
  private func refuse(_ text: String) { invocation.errors.write("GL-HOOK-ERR: \(text)\n") }

  private func policy(_ option: Option, normally policy: Policy) throws -> Policy {
    try invocation.arguments.choice(option) { Policy(rawValue: $0) } ?? policy
  }

  private mutating func judge(_ updates: [ReferenceUpdate]) throws -> ExitStatus {
    let repository = try CheckedTree.open(invocation)
    let defaultBranch = try repository.headBranch() ?? Array("refs/heads/main".utf8)
    let decisive = try policy(.defaultBranch, normally: .refuse)
    let other = try policy(.otherBranches, normally: .warn)
    audit.updates = updates.map { printable($0.reference) }
    /// Trees that were judged as strictly as their reference asks for.
    var seen: [GitObjectID: Policy] = [:]
    var isRefused = false
    let branches = updates.filter {
      !$0.new.isZero && $0.reference.starts(with: "refs/heads/".utf8)
    }
    let isDefault = { (update: ReferenceUpdate) in update.reference == defaultBranch }
    // The default branch first: it decides, and another branch of the same tree adds nothing.
    for update in branches.filter(isDefault) + branches.filter({ !isDefault($0) }) {
      let policy = isDefault(update) ? decisive : other
      guard policy != .ignore else { continue }
      let tree = try repository.tree(of: update.new)
      if seen[tree] == .refuse || seen[tree] == policy { continue }
      seen[tree] = policy
      let findings = try findings(of: update)
      audit.findings += findings.count
      tell(findings, of: update, policy)
      if policy == .refuse, !findings.isEmpty { isRefused = true }
    }
    return isRefused ? .findings : .clean
  }

  /// The findings of a pushed commit that are at or above the threshold.
  private func findings(of update: ReferenceUpdate) throws -> [Finding] {
    let tree = try CheckedTree(.pushed(update.new, reference: update.reference), invocation)
    var pushed = invocation
    if invocation.arguments.text(.repositorySettings) != "ignore",
      let file = try repositorySettings(of: tree)
    {
      pushed.arguments.underlay(repository: file.values)
    }
    let options = try pushed.lintOptions(originURL: nil)
    var report = try lint(
      tree.view, snapshot: tree.snapshot, toolVersion: Version.number, options: options)
    try pushed.applyBaseline(to: &report, of: tree.view)
    guard let failOn = try Presentation(pushed).failOn else { return [] }
    return report.findings.filter { $0.suppressed == nil && $0.severity >= failOn }
  }

  /// A repository's settings that cannot be read are its own mistake, not one of the check.
  private func repositorySettings(of tree: CheckedTree) throws -> SettingsFile? {
    do {
      return try Invocation.repositorySettings(of: tree)
    } catch let error as UsageError {
      invocation.note("\(error.message); these settings do not count")
      return nil
    }
  }

  private func tell(_ findings: [Finding], of update: ReferenceUpdate, _ policy: Policy) {
    guard !findings.isEmpty else { return }
    let most = 10
    func say(_ text: String) { policy == .refuse ? refuse(text) : invocation.note(text) }
    let count = findings.count == 1 ? "1 finding" : "\(findings.count) findings"
    say("\(printable(update.reference)): \(count)")
    var report = Report(toolVersion: Version.number, snapshot: Report.Snapshot(kind: "push"))
    report.findings = Array(findings.prefix(most))
    for line in render(report, as: .text).split(separator: UInt8(ascii: "\n")) {
      say(String(decoding: line, as: UTF8.self))
    }
    if findings.count > most { say("and \(findings.count - most) more") }
    if policy == .refuse {
      say("The push is refused; `manifest-lint check` shows all of it before the next one.")
    } else {
      say("The push is accepted: no agent reads this branch.")
    }
    if let url = invocation.arguments.bytes(.helpURL) { say("See \(printable(url))") }
  }
}
