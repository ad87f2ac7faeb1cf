import GitAccess
import ManifestLint
import YAML

extension Command {
  static let prePush = Command(
    name: "pre-push", summary: "Check the commits that git push is about to send",
    operands: "[REMOTE URL]",
    options: [.repo, .trustRepository] + Option.linting + Presentation.options
  ) { invocation in
    invocation.deadlineOfHooks()
    let pushed = try PushedBranch.all(invocation)
    let repository = try CheckedTree.open(invocation)
    var trees: Set<GitObjectID> = []
    var worst = ExitStatus.clean
    for branch in pushed {
      let id = try repository.resolve(branch.local)
      guard trees.insert(try repository.tree(of: id)).inserted else { continue }
      let status = try invocation.lintAndShow(.revision(branch.local), replacing: branch.remote)
      if worst == .clean || status == .findings { worst = status }
    }
    return worst
  }
}

/// A branch that a push sends.
private struct PushedBranch {
  /// A revision.
  var local: [UInt8]
  /// The commit that the remote has now; nil when it has none.
  var remote: GitObjectID?

  static func all(_ invocation: Invocation) throws -> [PushedBranch] {
    let variables = invocation.environment.variables
    // The pre-commit framework has read standard input itself, and runs the hook once for each
    // branch. When all of the history is sent, it names no commits.
    if let branch = variables["PRE_COMMIT_LOCAL_BRANCH"],
      variables["PRE_COMMIT_REMOTE_NAME"] != nil
    {
      let name = variables["PRE_COMMIT_REMOTE_BRANCH"] ?? branch
      guard name.starts(with: "refs/heads/".utf8) else { return [] }
      return [
        PushedBranch(
          local: variables["PRE_COMMIT_TO_REF"] ?? branch,
          remote: variables["PRE_COMMIT_FROM_REF"].flatMap { GitObjectID(hexadecimal: $0) })
      ]
    }
    let input = try Files.readStandardInput(limit: 16 << 20)
    return try input.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count == 4, let local = GitObjectID(hexadecimal: words[1]),
        let remote = GitObjectID(hexadecimal: words[3])
      else {
        throw CheckFailure(
          "'\(printable(line.prefix(120)))' is no line of a push; git gives <local ref> <local id> <remote ref> <remote id>"
        )
      }
      // A deletion sends nothing, and only branches are read by agents.
      guard !local.isZero, words[2].starts(with: "refs/heads/".utf8) else { return nil }
      return PushedBranch(local: Array(words[1]), remote: remote.isZero ? nil : remote)
    }
  }
}
