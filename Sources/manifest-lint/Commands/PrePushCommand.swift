import GitAccess
import ManifestLint

extension Command {
  static let prePush = Command(
    name: "pre-push", summary: "Check the commits that git push is about to send",
    operands: "[REMOTE URL]",
    options: [.repo, .trustRepository] + Option.linting + Presentation.options
  ) { invocation in
    let input = try Files.readStandardInput(limit: 16 << 20)
    let repository = try CheckedTree.open(invocation)
    var trees: Set<GitObjectID> = []
    var worst = ExitStatus.clean
    for line in input.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count == 4, let local = GitObjectID(hexadecimal: words[1]) else {
        throw CheckFailure(
          "'\(printable(line.prefix(120)))' is no line of a push; "
            + "git gives <local ref> <local id> <remote ref> <remote id>")
      }
      // A deletion sends nothing, and only branches are read by agents.
      guard !local.isZero, words[2].starts(with: "refs/heads/".utf8),
        trees.insert(try repository.tree(of: local)).inserted
      else { continue }
      let status = try invocation.lintAndShow(.revision(Array(words[1])))
      if worst == .clean || status == .findings { worst = status }
    }
    return worst
  }
}
