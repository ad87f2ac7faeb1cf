import GitAccess
import Glibc
import ManifestLint
import YAML

/// The check of one push.
struct PushCheck {
  private var invocation: Invocation
  private let audit: AuditRecord

  /// What findings on a reference do to the push.
  enum Policy: String {
    case refuse, warn, ignore
  }

  init(_ invocation: Invocation) {
    self.invocation = invocation
    audit = AuditRecord(start: Clock.seconds())
  }

  /// Judges the push. Every fault of the check itself refuses it, unless an administrator said
  /// otherwise.
  consuming func run(_ updates: () throws -> [ReferenceUpdate]) -> ExitStatus {
    var status: ExitStatus
    do {
      try invocation.readServerSettings()
      // git waits for ever, and web requests of GitLab for a minute.
      invocation.deadlineOfHooks()
      let watchdog = try watchdog()
      do {
        status = try isProject() ? judge(updates()) : .clean
      } catch {
        status = fail(error)
      }
      watchdog?.stop()
    } catch {
      status = fail(error)
    }
    return recorded(status)
  }

  /// A wiki, a snippet or a design repository has no agent that reads it.
  private func isProject() -> Bool {
    invocation.environment.text("GL_REPOSITORY")?.hasPrefix("project-") ?? true
  }

  // MARK: When the check fails

  private func watchdog() throws -> Watchdog? {
    let environment = invocation.environment
    let arguments = invocation.arguments
    let audit = audit
    return try invocation.deadline().map { seconds in
      Watchdog(seconds: audit.start + seconds - Clock.seconds()) {
        // The streams of the other thread are not this one's to use.
        let check = PushCheck(
          Invocation(
            environment: environment, arguments: arguments, output: OutputStream(descriptor: 1),
            errors: OutputStream(descriptor: 2)), audit)
        let status = check.recorded(check.fail(CheckFailure("the time is up (--deadline)")))
        check.invocation.errors.flush()
        return status
      }
    }
  }

  private init(_ invocation: Invocation, _ audit: AuditRecord) {
    self.invocation = invocation
    self.audit = audit
  }

  private func fail(_ error: any Error) -> ExitStatus {
    let message = Program.message(of: error)
    audit.update { $0.failure = message.text }
    if invocation.arguments.text(.onFailure) == "accept" {
      invocation.note("the manifest check could not run: \(message)")
      invocation.note("Nothing was checked; the push is accepted, as the server's settings say.")
      return .clean
    }
    refuse("the manifest check could not run: \(message)")
    refuse("Nothing was checked, so the push is refused; please tell an administrator.")
    return error is UsageError ? .usage : .failure
  }

  private func recorded(_ status: ExitStatus) -> ExitStatus {
    let line = audit.line(status, end: Clock.seconds())
    do {
      try line.append(to: invocation.arguments.bytes(.auditLog), invocation.environment)
      return status
    } catch {
      // A push that cannot be recorded is one that the administrator did not want.
      return status == .clean ? fail(error) : status
    }
  }

  /// A line that GitLab shows in the browser too.
  private func refuse(_ message: Message) {
    invocation.errors.write("GL-HOOK-ERR: \(message.text(in: invocation.language))\n")
  }

  // MARK: Judging

  private func policy(_ option: Option, normally policy: Policy) throws -> Policy {
    try invocation.arguments.choice(option) { Policy(rawValue: $0) } ?? policy
  }

  /// A reference that is to be judged.
  fileprivate struct Subject {
    var update: ReferenceUpdate
    var policy: Policy
    /// Who reads it by a `ref`, when it is not the default branch.
    var readers: [Configurations.Reader] = []
  }

  private func judge(_ updates: [ReferenceUpdate]) throws -> ExitStatus {
    audit.update { $0.updates = updates.map { printable($0.reference) } }
    let moved = Dictionary(updates.map { ($0.reference, $0.new) }) { $1 }
    // Deletions take nothing in, and GitLab's own references are read by no agent.
    let updates = updates.filter {
      !$0.new.isZero && ($0.isBranch || $0.reference.starts(with: "refs/tags/".utf8))
    }
    guard !updates.isEmpty else { return .clean }
    let repository = try CheckedTree.open(invocation)
    let defaultBranch = try repository.headBranch() ?? Array("refs/heads/main".utf8)
    let decisive = try policy(.defaultBranch, normally: .refuse)
    let other = try policy(.otherBranches, normally: .warn)
    var subjects: [Subject] = []
    var configurations: Configurations?
    for update in updates {
      if update.reference == defaultBranch {
        subjects.insert(Subject(update: update, policy: decisive), at: 0)
        continue
      }
      if configurations == nil {
        configurations = try Configurations(
          of: defaultBranch, at: moved[defaultBranch], in: repository,
          invocation.lintOptions(originURL: nil))
      }
      let readers = configurations?.readers[update.reference] ?? []
      if update.isBranch {
        subjects.append(Subject(update: update, policy: other, readers: readers))
      } else if !readers.isEmpty {
        subjects.append(Subject(update: update, policy: decisive, readers: readers))
      }
    }
    /// Trees that were judged as strictly as their reference asks for.
    var seen: [GitObjectID: Policy] = [:]
    let verdicts = KeptVerdicts(severalTrees: subjects.count > 1)
    var isRefused = false
    for subject in subjects where subject.policy != .ignore {
      let findings: [JudgedFinding]
      if let tip = configurations?.tip, !subject.readers.isEmpty {
        // What counts is what the agents make of it that are configured on the default branch.
        findings = try self.findings(of: subject, readFrom: tip, moved, verdicts)
      } else {
        let tree = try repository.tree(of: subject.update.new)
        if seen[tree] == .refuse || seen[tree] == subject.policy { continue }
        seen[tree] = subject.policy
        findings = try self.findings(of: subject, moved, verdicts)
      }
      let failing = findings.filter(\.isAtThreshold)
      audit.update { $0.findings += failing.count }
      let isRefusing = subject.policy == .refuse && !failing.isEmpty
      tell(findings.map(\.finding), of: subject, isRefusing: isRefusing)
      if isRefusing { isRefused = true }
    }
    verdicts.save(invocation)
    return isRefused ? .findings : .clean
  }

  private struct JudgedFinding {
    var finding: Finding
    var isAtThreshold: Bool
  }

  /// The findings of a pushed commit that are at or above the threshold, and what its change itself
  /// does.
  ///
  /// - Parameters:
  ///   - tip: the commit whose configurations read the reference, when it is not the pushed one. Then
  ///     only what lies in the reference counts, and what is said of the manifest projects that name it.
  ///   - moved: all references of the push.
  private func findings(
    of subject: Subject, readFrom tip: GitObjectID? = nil, _ moved: [[UInt8]: GitObjectID],
    _ verdicts: KeptVerdicts
  ) throws -> [JudgedFinding] {
    let update = subject.update
    let tree = try CheckedTree(
      .pushed(tip ?? update.new, reference: update.reference),
      replacing: tip == nil && !update.old.isZero ? update.old : nil, invocation)
    let (report, failOn) = try invocation.lintOnServer(
      tree, elsewhere: OtherTrees(invocation, pushed: moved), verdicts: verdicts, tellsFailing: true
    ) { options in
      options.replaced = tree.replaced
      if tip == nil {
        options.branch = update.branchName
      } else {
        options.agents = subject.readers.map(\.agent)
        // Every branch that a `ref` names lies elsewhere, as seen from the default branch.
        options.branch = ""
      }
    }
    return report.findings.compactMap { finding in
      guard finding.suppressed == nil, tip == nil || subject.isConcerned(by: finding) else {
        return nil
      }
      let isAtThreshold = failOn.map { finding.severity >= $0 } ?? false
      guard isAtThreshold || finding.rule == AgentRules.lastRemoved else { return nil }
      return JudgedFinding(finding: finding, isAtThreshold: isAtThreshold)
    }
  }

  // MARK: Telling

  private func tell(_ findings: [Finding], of subject: Subject, isRefusing: Bool) {
    guard !findings.isEmpty else { return }
    let most = 10
    func say(_ message: Message) { isRefusing ? refuse(message) : invocation.note(message) }
    let count: Message = findings.count == 1 ? "1 finding" : "\(findings.count) findings"
    say("\(printable(subject.update.reference)): \(count)")
    var report = Report(toolVersion: Version.number, snapshot: Report.Snapshot(kind: "push"))
    report.findings = Array(findings.prefix(most))
    var options = RenderOptions()
    options.language = invocation.language
    for line in render(report, as: .text, options: options).split(separator: UInt8(ascii: "\n")) {
      say("\(String(decoding: line, as: UTF8.self))")
    }
    if findings.count > most { say("and \(findings.count - most) more") }
    if isRefusing {
      say("The push is refused; `manifest-lint check` shows all of it before the next one.")
    } else if let reader = subject.readers.first?.agent {
      say("The push is accepted, although the agent \(reader) reads this reference.")
    } else if subject.policy == .refuse || !subject.update.isBranch {
      say("The push is accepted.")
    } else {
      say("The push is accepted: its findings are only told here.")
    }
    if let url = invocation.arguments.bytes(.helpURL) { say("See \(printable(url))") }
    // What was told must be on its way before the deadline may end the process.
    invocation.errors.flush()
  }
}

extension PushCheck.Subject {
  /// Whether a finding is about the reference: in a file of it, or at a manifest project that names it.
  fileprivate func isConcerned(by finding: Finding) -> Bool {
    readers.contains { reader in
      if finding.path.starts(with: reader.label) { return true }
      guard finding.path == reader.path, let start = finding.start else { return false }
      return reader.project.contains(start.offset)
    }
  }
}

/// The agents' configurations of the default branch, as they will be after the push.
private struct Configurations {
  /// One manifest project that names a reference.
  struct Reader {
    var agent: String
    /// The configuration, and the bytes of the manifest project in it.
    var path: [UInt8]
    var project: Range<Int>
    /// What stands before the path of a file of the reference.
    var label: [UInt8]
  }

  /// Nil before the first commit.
  private(set) var tip: GitObjectID?
  /// By the full name of the reference.
  private(set) var readers: [[UInt8]: [Reader]] = [:]

  /// - Parameter pushed: the commit to which the push moves the branch.
  init(
    of branch: [UInt8], at pushed: GitObjectID?, in repository: borrowing Repository,
    _ options: LintOptions
  ) throws {
    // Without a commit that can be read nobody is configured there.
    guard let tip = pushed ?? (try? repository.resolve(branch)), !tip.isZero,
      let tree = try? repository.listing(of: tip, below: CheckedTree.agentsFolder)
    else { return }
    self.tip = tip
    let listing = Listing(tree)
    for agent in locateAgents(in: listing, version: options.gitLabVersion).agents {
      let id = GitObjectID(words: listing.entries[agent.entry].id.words)
      let limit = options.limits.configurationSize
      guard let source = try? repository.read(id, limit: limit) else { continue }
      let verdict = readConfiguration(
        source, version: options.gitLabVersion, limits: options.limits.reading,
        maximumSize: limit)
      for project in verdict.configuration.manifestProjects where options.projects.isHere(project) {
        let folder: String
        switch project.reference {
        case .tag: folder = "refs/tags/"
        case .branch: folder = "refs/heads/"
        case .commit, nil: continue
        }
        let name = project.reference?.name.value ?? ""
        let range = verdict.tree[project.node].range
        readers[Array((folder + name).utf8), default: []].append(
          Reader(
            agent: agent.name, path: agent.path, project: Int(range.start)..<Int(range.end),
            label: Array("\(name):".utf8)))
      }
    }
  }
}
