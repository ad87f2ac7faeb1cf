internal import GitAccess
internal import ManifestLint
internal import YAML

/// What a caller's shell sees (interface.md, Exit status).
struct ExitStatus: Equatable {
  var code: Int32

  /// The check ran; nothing at or above the threshold.
  static let clean = ExitStatus(code: 0)
  /// The check ran; findings at or above the threshold.
  static let findings = ExitStatus(code: 1)
  /// Wrong usage or settings: nothing was checked.
  static let usage = ExitStatus(code: 2)
  /// Could not check. Never shown as clean.
  static let failure = ExitStatus(code: 3)
}

/// One word of the command line.
struct Command: Sendable {
  let name: String
  /// One line, no full stop.
  let summary: Message
  /// What may stand behind it, as help shows it.
  let operands: String
  let options: [Option]
  let run: @Sendable (inout Invocation) throws -> ExitStatus

  /// - Parameter options: besides `--lang`, which all have.
  init(
    name: String, summary: Message, operands: String = "", options: [Option],
    run: @escaping @Sendable (inout Invocation) throws -> ExitStatus
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.options = options + [.lang]
    self.run = run
  }

  static let all: [Command] = [
    check, preCommit, prePush, preReceive, update, audit, ci, merge, manifests, config, plan, glob,
    read, schema, rules, explain, settings, installHook, completions, version, help,
  ]

  static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}

/// One call of one command: what it was given, and where it speaks.
struct Invocation {
  let started = Clock.seconds()
  let environment: Environment
  var arguments: Arguments
  /// Findings, paths, JSON: what the caller asked for.
  let output: OutputStream
  /// Everything about the run itself.
  let errors: OutputStream

  /// What was asked for by name: on the command line, in the settings. Machine formats speak English
  /// otherwise, whatever the locale.
  var namedLanguage: Language? {
    (arguments.text(.lang) ?? environment.text("MANIFEST_LINT_LANG"))
      .flatMap(Language.init(rawValue:))
  }

  /// The language of what people read.
  var language: Translation? { (namedLanguage ?? environment.localeLanguage).translation }

  func note(_ message: Message) {
    errors.write("manifest-lint: \(message.text(in: language))\n")
  }
}

enum Program {
  /// Runs one command line to its exit status. Every fault ends here.
  static func run(_ environment: Environment) -> ExitStatus {
    let output = OutputStream(descriptor: 1)
    let errors = OutputStream(descriptor: 2)
    let status: ExitStatus
    func say(_ message: Message) {
      errors.write("manifest-lint: \(message.text(in: environment.language))\n")
    }
    do {
      status = try dispatch(environment, output: output, errors: errors)
    } catch let error as UsageError {
      say(error.message)
      say("see `manifest-lint help`")
      status = .usage
    } catch {
      say("could not check: \(message(of: error))")
      status = .failure
    }
    output.flush()
    errors.flush()
    if output.failure != 0, !output.isClosedByReader {
      say("could not write to standard output")
      errors.flush()
      return .failure
    }
    return status
  }

  static func message(of error: any Error) -> Message {
    switch error {
    case let error as CheckFailure: error.message
    case let error as GitError: "\(error.message)"
    case let error as RepositoryError: error.message
    case let error as UsageError: error.message
    default: "\(String(describing: error))"
    }
  }

  private static func dispatch(
    _ environment: Environment, output: OutputStream, errors: OutputStream
  ) throws -> ExitStatus {
    var words = environment.words[...]
    var name = words.popFirst().map { String(decoding: $0, as: UTF8.self) } ?? "help"
    if name == "--help" || name == "-h" { name = "help" }
    if name == "--version" { name = "version" }
    guard let command = Command.named(name) else {
      let hint = nearest(to: name, among: Command.all.map(\.name))
      throw UsageError("unknown command '\(printable(name.utf8))'\(hint)")
    }
    // Asked for help, nothing else of the line has to be right.
    if words.prefix(while: { $0 != Array("--".utf8) })
      .contains(where: { $0 == Array("--help".utf8) || $0 == Array("-h".utf8) })
    {
      output.write(Help.page(command, in: environment.language))
      return .clean
    }
    if command.name == Command.manifests.name, KubeconformArguments.areMeant(by: words) {
      return runAsKubeconform(words, environment, output: output, errors: errors)
    }
    let arguments = try Arguments(words, allowed: command.options)
    _ = try arguments.choice(.lang, Language.init(rawValue:))
    var invocation = Invocation(
      environment: environment, arguments: arguments, output: output, errors: errors)
    return try command.run(&invocation)
  }
}
