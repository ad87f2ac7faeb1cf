import GitAccess
import ManifestLint
import YAML

/// The pages of `help`, made from the tables of commands and options.
enum Help {
  static func overview(in language: Translation?) -> String {
    let width = Command.all.map(\.name.count).max() ?? 0
    let list = Command.all.map {
      "  \(padded($0.name, width))  \($0.summary.text(in: language))\n"
    }.joined()
    let question: Message =
      "will the GitLab agent read this configuration, find these files, be allowed to,\nand will the API server take every object? Answered before a commit, a merge, a push."
    let usage: Message = "usage: manifest-lint COMMAND [OPTIONS]"
    let more: Message = "`manifest-lint help COMMAND` tells its options."
    let status: Message = "Exit status: 0 clean, 1 findings, 2 wrong usage, 3 could not check."
    return """
      manifest-lint: \(question.text(in: language))

      \(usage.text(in: language))

      \(list)
      \(more.text(in: language))
      \(status.text(in: language))

      """
  }

  static func page(_ command: Command, in language: Translation?) -> String {
    let options = command.options.map { option -> (String, String) in
      let short = option.short.map { "-\($0), " } ?? ""
      let value = option.placeholder.map { " \($0)" } ?? ""
      return ("\(short)--\(option.name)\(value)", option.help.text(in: language))
    }
    // A long placeholder gets a line of its own rather than pushing all help to the right.
    let width = options.map(\.0.count).filter { $0 <= 32 }.max() ?? 0
    let list = options.map { name, help in
      name.count > width
        ? "  \(name)\n  \(padded("", width))  \(help)\n" : "  \(padded(name, width))  \(help)\n"
    }.joined()
    let operands = command.operands.isEmpty ? "" : " " + command.operands
    let summary: Message = "\(command.summary)."
    let usage: Message = "usage: manifest-lint \(command.name) [OPTIONS]\(operands)"
    return """
      \(summary.text(in: language))

      \(usage.text(in: language))

      \(list)
      """
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension Command {
  static let help = Command(
    name: "help", summary: "Tell what there is", operands: "[COMMAND]", options: [.manual]
  ) { invocation in
    try invocation.arguments.operands(atMost: 1)
    if invocation.arguments.has(.manual) {
      invocation.output.write(ManualPage.text())
      return .clean
    }
    guard let word = invocation.arguments.operands.first else {
      invocation.output.write(Help.overview(in: invocation.language))
      return .clean
    }
    let name = String(decoding: word, as: UTF8.self)
    guard let command = Command.named(name) else {
      let hint = nearest(to: name, among: Command.all.map(\.name))
      throw UsageError("there is no command '\(printable(word))'\(hint)")
    }
    invocation.output.write(Help.page(command, in: invocation.language))
    return .clean
  }
}
