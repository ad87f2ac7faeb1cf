import GitAccess
import ManifestLint
import YAML

/// One line of what git gives a hook about one reference.
struct ReferenceUpdate {
  var old: GitObjectID
  var new: GitObjectID
  var reference: [UInt8]

  /// `<old> SP <new> SP <reference>`; the name is the rest of the line.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.count > 82, line[line.startIndex + 40] == 0x20, line[line.startIndex + 81] == 0x20,
      let old = GitObjectID(hexadecimal: line.prefix(40)),
      let new = GitObjectID(hexadecimal: line.dropFirst(41).prefix(40))
    else { return nil }
    self.init(old: old, new: new, reference: Array(line.dropFirst(82)))
  }

  init(old: GitObjectID, new: GitObjectID, reference: [UInt8]) {
    self.old = old
    self.new = new
    self.reference = reference
  }
}

extension Command {
  static let preReceive = Command(
    name: "pre-receive", summary: "Check a push on the server, before it is accepted",
    options: [.repo] + Option.linting + [.report, .failOn, .quiet, .verbose]
  ) { invocation in
    try invocation.arguments.operands(atMost: 0)
    return invocation.checkPush {
      let input = try Files.readStandardInput(limit: 16 << 20)
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

  static let update = Command(
    name: "update", summary: "Check one reference of a push, as git's update hook",
    operands: "REF OLD NEW",
    options: [.repo] + Option.linting + [.report, .failOn, .quiet, .verbose]
  ) { invocation in
    let words = invocation.arguments.operands
    guard words.count == 3, let old = GitObjectID(hexadecimal: words[1]),
      let new = GitObjectID(hexadecimal: words[2])
    else { throw UsageError("update takes REF OLD NEW, as git gives them to its update hook") }
    return invocation.checkPush { [ReferenceUpdate(old: old, new: new, reference: words[0])] }
  }
}

extension Invocation {
  /// Judges a push. Every fault of the check itself refuses it, with a message for the pusher.
  mutating func checkPush(_ updates: () throws -> [ReferenceUpdate]) -> ExitStatus {
    do {
      if let repository = environment.text("GL_REPOSITORY"), !repository.hasPrefix("project-") {
        // A wiki, a snippet or a design repository: no agent reads it.
        return .clean
      }
      return try judge(updates())
    } catch {
      refuse("the manifest check could not run: \(Program.message(of: error))")
      refuse("Nothing was checked, so the push is refused; please tell an administrator.")
      return error is UsageError ? .usage : .failure
    }
  }

  /// A line that GitLab shows in the browser too.
  private func refuse(_ text: String) { errors.write("GL-HOOK-ERR: \(text)\n") }

  private mutating func judge(_ updates: [ReferenceUpdate]) throws -> ExitStatus {
    let repository = try CheckedTree.open(self)
    let defaultBranch = try repository.headBranch() ?? Array("refs/heads/main".utf8)
    var seen: Set<GitObjectID> = []
    var isRefused = false
    // The default branch first: it decides, and a tip that it shares is not judged again.
    let branches =
      updates
      .filter { !$0.new.isZero && $0.reference.starts(with: "refs/heads/".utf8) }
      .sorted { $0.reference == defaultBranch && $1.reference != defaultBranch }
    for update in branches {
      let tip = try repository.tree(of: update.new)
      guard seen.insert(tip).inserted else { continue }
      let report = try lintPushed(update)
      let decides = update.reference == defaultBranch
      let failOn = try Presentation(self).failOn
      let bad = report.findings.filter { finding in
        finding.suppressed == nil && failOn.map { finding.severity >= $0 } ?? false
      }
      tell(bad, of: update, decides: decides)
      if decides, !bad.isEmpty { isRefused = true }
    }
    return isRefused ? .findings : .clean
  }

  private mutating func lintPushed(_ update: ReferenceUpdate) throws -> Report {
    let tree = try CheckedTree(.pushed(update.new, reference: update.reference), self)
    let options = try lintOptions(originURL: nil)
    return try lint(
      tree.view, snapshot: tree.snapshot, toolVersion: Version.number, options: options)
  }

  private func tell(_ findings: [Finding], of update: ReferenceUpdate, decides: Bool) {
    guard !findings.isEmpty else { return }
    let most = 10
    let name = printable(update.reference)
    let count = findings.count == 1 ? "1 mistake" : "\(findings.count) mistakes"
    let say = { (text: String) in
      decides ? refuse(text) : errors.write("manifest-lint: \(text)\n")
    }
    say("\(name): \(count) that the agent or the cluster would refuse:")
    var report = Report(toolVersion: Version.number, snapshot: Report.Snapshot(kind: "push"))
    report.findings = Array(findings.prefix(most))
    for line in render(report, as: .text).split(separator: UInt8(ascii: "\n")) {
      say(String(decoding: line, as: UTF8.self))
    }
    if findings.count > most { say("and \(findings.count - most) more") }
    say(
      decides
        ? "The push is refused. `manifest-lint check` shows all of it before the next one."
        : "The push is accepted, because no agent reads this branch.")
  }
}
