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
  let summary: String
  /// What may stand behind it, as help shows it.
  var operands = ""
  let options: [Option]
  let run: @Sendable (inout Invocation) throws -> ExitStatus

  static let all: [Command] = [
    check, preCommit, prePush, preReceive, update, audit, ci, manifests, config, plan, glob, read,
    schema, rules, explain, settings, installHook, completions, version, help,
  ]

  static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}

/// One call of one command: what it was given, and where it speaks.
struct Invocation {
  let environment: Environment
  var arguments: Arguments
  /// Findings, paths, JSON: what the caller asked for.
  let output: OutputStream
  /// Everything about the run itself.
  let errors: OutputStream

  func note(_ text: String) {
    errors.write("manifest-lint: \(text)\n")
  }
}

enum Program {
  /// Runs one command line to its exit status. Every fault ends here.
  static func run(_ environment: Environment) -> ExitStatus {
    let output = OutputStream(descriptor: 1)
    let errors = OutputStream(descriptor: 2)
    let status: ExitStatus
    do {
      status = try dispatch(environment, output: output, errors: errors)
    } catch let error as UsageError {
      errors.write("manifest-lint: \(error.message)\n")
      errors.write("manifest-lint: see `manifest-lint help`\n")
      status = .usage
    } catch {
      errors.write("manifest-lint: could not check: \(message(of: error))\n")
      status = .failure
    }
    output.flush()
    errors.flush()
    if output.failure != 0, !output.isClosedByReader {
      errors.write("manifest-lint: could not write to standard output\n")
      errors.flush()
      return .failure
    }
    return status
  }

  static func message(of error: any Error) -> String {
    switch error {
    case let error as CheckFailure: error.message
    case let error as GitError: error.message
    case let error as RepositoryError: error.message
    case let error as UsageError: error.message
    default: "\(error)"
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
      var text = "unknown command '\(printable(name.utf8))'"
      if let near = NearestName.of(name, among: Command.all.map(\.name)) {
        text += "; did you mean \(near)?"
      }
      throw UsageError(text)
    }
    // Asked for help, nothing else of the line has to be right.
    if words.prefix(while: { $0 != Array("--".utf8) })
      .contains(where: { $0 == Array("--help".utf8) || $0 == Array("-h".utf8) })
    {
      output.write(Help.page(command))
      return .clean
    }
    if command.name == Command.manifests.name, KubeconformArguments.areMeant(by: words) {
      return runAsKubeconform(words, environment, output: output, errors: errors)
    }
    let arguments = try Arguments(words, allowed: command.options)
    var invocation = Invocation(
      environment: environment, arguments: arguments, output: output, errors: errors)
    return try command.run(&invocation)
  }
}
