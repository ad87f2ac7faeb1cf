import YAML

/// The manual page, made from the tables of commands and options.
enum ManualPage {
  static func text() -> String {
    let commands = Command.all.map { command in
      """
      .TP
      .B \(escaped("\(command.name)\(command.operands.isEmpty ? "" : " " + command.operands)"))
      \(escaped(command.summary.text)).

      """
    }.joined()
    let options = Option.allCases.filter { option in
      Command.all.contains { $0.options.contains(option) }
    }.sorted { ($0.name, $0.rawValue) < ($1.name, $1.rawValue) }.map { option in
      let short = option.short.map { "-\($0), " } ?? ""
      let value = option.placeholder.map { " \($0)" } ?? ""
      let users = Command.all.filter { $0.options.contains(option) }.map(\.name)
      return """
        .TP
        .B \(escaped("\(short)--\(option.name)\(value)"))
        \(escaped(option.help.text)). In \(escaped(users.joined(separator: ", "))).

        """
    }.joined()
    return """
      .TH MANIFEST-LINT 1 "" "manifest-lint \(Version.number)"
      .SH NAME
      manifest-lint \\- check what the GitLab agent for Kubernetes will read
      .SH SYNOPSIS
      .B manifest-lint
      .I COMMAND
      .RI [ OPTIONS ]
      .SH DESCRIPTION
      Will the GitLab agent read this configuration, find these files, be allowed to, and will the API
      server take every object? Answered before a commit, in a pipeline, and inside a push, without any
      network. Options may stand before or after operands;
      .B \\-\\-
      ends them.
      .SH COMMANDS
      \(commands).SH OPTIONS
      \(options).SH EXIT STATUS
      .TP
      .B 0
      Checked; nothing at or above the threshold.
      .TP
      .B 1
      Checked; findings at or above it.
      .TP
      .B 2
      Wrong usage or settings; nothing was checked.
      .TP
      .B 3
      Could not check: repository, object, deadline, report file.
      .SH FILES
      .TP
      .B .manifest\\-lint.yaml, .gitlab/manifest\\-lint.yaml
      The repository's settings.
      .TP
      .B manifest\\-lint.yaml
      Beside the hook pre\\-receive: the server's settings.
      .SH ENVIRONMENT
      .TP
      .B MANIFEST_LINT_*
      Every setting by its name in capitals.
      .TP
      .B NO_COLOR, CLICOLOR_FORCE
      Colours off or on.
      .SH SEE ALSO
      .BR git (1),
      .BR githooks (5)

      """
  }

  /// A dash is a hyphen for roff, and a line that begins with a dot or a quote is a request.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.append(character)
      }
    }
    return result.first.map { ".'".contains($0) } == true ? "\\&" + result : result
  }
}
