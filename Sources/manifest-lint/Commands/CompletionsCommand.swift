import YAML

extension Command {
  static let completions = Command(
    name: "completions", summary: "Print a completion script", operands: "bash|zsh|fish",
    options: []
  ) { invocation in
    try invocation.arguments.operands(atMost: 1)
    switch invocation.arguments.operands.first.map({ String(decoding: $0, as: UTF8.self) }) {
    case "bash": invocation.output.write(Completions.bash())
    case "zsh": invocation.output.write(Completions.zsh())
    case "fish": invocation.output.write(Completions.fish())
    case let word:
      let hint = nearest(to: word ?? "", among: ["bash", "zsh", "fish"])
      throw UsageError("completions are made for bash, zsh and fish; name one\(hint)")
    }
    return .clean
  }
}

/// Completion scripts, made from the tables of commands and options.
enum Completions {
  static func bash() -> String {
    let cases = Command.all.map { command in
      "    \(command.name)) words='\(words(command))' ;;\n"
    }.joined()
    return """
      # bash completion for manifest-lint: source it, or put it where bash-completion looks.
      _manifest_lint() {
        local words current=${COMP_WORDS[COMP_CWORD]}
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W '\(Command.all.map(\.name).joined(separator: " "))' -- "$current"))
          return
        fi
        case ${COMP_WORDS[1]} in
      \(cases)    *) words='' ;;
        esac
        case $current in
          -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
          *) COMPREPLY=($(compgen -f -- "$current")) ;;
        esac
      }
      complete -o filenames -F _manifest_lint manifest-lint

      """
  }

  static func zsh() -> String {
    let names = Command.all.map { "    '\($0.name):\(quoted($0.summary.text))'\n" }.joined()
    let cases = Command.all.map { command in
      let options = command.options.map { option in
        let rest = option.placeholder.map { ":\($0):_files" } ?? ""
        return " '--\(option.name)[\(quoted(option.help.text))]\(rest.replacing("'", with: ""))'"
      }.joined()
      return "    \(command.name)) _arguments\(options) '*:file:_files' ;;\n"
    }.joined()
    return """
      #compdef manifest-lint
      # zsh completion for manifest-lint: put it into a folder of $fpath as _manifest-lint.
      local -a commands=(
      \(names)  )
      if (( CURRENT == 2 )); then
        _describe command commands
      else
        shift words
        (( CURRENT-- ))
        case $words[1] in
      \(cases)  esac
      fi

      """
  }

  static func fish() -> String {
    let commands = Command.all.map {
      "complete -c manifest-lint -n __fish_use_subcommand -f -a \($0.name) -d '\(quoted($0.summary.text))'\n"
    }.joined()
    let options = Command.all.flatMap { command in
      command.options.map { option in
        "complete -c manifest-lint -n '__fish_seen_subcommand_from \(command.name)' -l \(option.name)\(option.placeholder == nil ? "" : " -r") -d '\(quoted(option.help.text))'\n"
      }
    }.joined()
    return "# fish completion for manifest-lint\n" + commands + options
  }

  private static func words(_ command: Command) -> String {
    command.options.map { "--" + $0.name }.joined(separator: " ")
  }

  /// Help texts stand in single quotes and, for zsh, between brackets and colons.
  private static func quoted(_ text: String) -> String {
    String(text.map { "'[]:".contains($0) ? " " : $0 })
  }
}
