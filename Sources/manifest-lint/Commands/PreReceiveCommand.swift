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

  var isBranch: Bool { reference.starts(with: "refs/heads/".utf8) }

  var branchName: String {
    String(decoding: reference.dropFirst("refs/heads/".utf8.count), as: UTF8.self)
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
    let check = PushCheck(invocation)
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
    let check = PushCheck(invocation)
    return check.run { [ReferenceUpdate(old: old, new: new, reference: words[0])] }
  }
}
