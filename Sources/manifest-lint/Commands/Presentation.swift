import GitAccess
import ManifestLint
import YAML

/// How a report reaches its readers: one format on standard output, others in files, one line of
/// summary on standard error, and the exit status.
struct Presentation {
  let format: ReportFormat
  let reports: [(format: ReportFormat, path: [UInt8])]
  let colored: Bool
  /// Nil: findings never make exit status 1.
  let failOn: Severity?
  let warningsExitCode: Int32?
  /// Where the pipeline's commit can be looked at.
  let blobPages: String?
  let repositoryPage: String?
  let branch: String?
  let rulePages: String?
  /// Of what people read.
  let language: Translation?
  /// The one that was asked for by name, which counts for machines too.
  let namedLanguage: Language?
  let isQuiet: Bool

  static let options: [Option] = [
    .format, .report, .failOn, .warningsExitCode, .rulePages, .color, .quiet, .verbose,
  ]

  init(_ invocation: Invocation) throws(UsageError) {
    let arguments = invocation.arguments
    func format(_ text: String) throws(UsageError) -> ReportFormat {
      if let format = ReportFormat(rawValue: text) { return format }
      let names = ReportFormat.allCases.map(\.rawValue)
      let hint: Message =
        NearestName.of(text, among: names).map { "did you mean \($0)?" }
        ?? "there are \(names.joined(separator: ", "))"
      throw UsageError("unknown format '\(printable(text.utf8))'; \(hint)")
    }
    let isTerminal = invocation.environment.isTerminal.output
    if let text = arguments.text(.format) {
      self.format = try format(text)
    } else {
      self.format = isTerminal ? .full : .text
    }
    var reports: [(format: ReportFormat, path: [UInt8])] = []
    for value in arguments.all(.report) {
      guard let equals = value.firstIndex(of: UInt8(ascii: "=")), equals + 1 < value.count else {
        throw UsageError("--report '\(printable(value))' is not understood; write FORMAT=PATH")
      }
      reports.append(
        (
          try format(String(decoding: value[..<equals], as: UTF8.self)),
          invocation.environment.absolute(Array(value[(equals + 1)...]))
        ))
    }
    self.reports = reports
    colored = try Self.isColored(invocation)
    if arguments.text(.failOn) == "never" {
      failOn = nil
    } else {
      failOn = try arguments.choice(.failOn, Severity.init(name:)) ?? .error
    }
    warningsExitCode = try arguments.number(.warningsExitCode, 4...125).map(Int32.init)
    isQuiet = arguments.has(.quiet)
    rulePages = arguments.text(.rulePages).flatMap { $0.isEmpty ? nil : $0 }
    namedLanguage = invocation.namedLanguage
    language = invocation.language
    let environment = invocation.environment
    repositoryPage = environment.text("CI_PROJECT_URL")
    branch = environment.text("CI_COMMIT_BRANCH")
    if let project = environment.text("CI_PROJECT_URL"),
      let commit = environment.text("CI_COMMIT_SHA")
    {
      blobPages = "\(project)/-/blob/\(commit)"
    } else {
      blobPages = nil
    }
  }

  /// Whether text gets colours: as the option says, else as the terminal and the usual variables say.
  static func isColored(_ invocation: Invocation) throws(UsageError) -> Bool {
    let arguments = invocation.arguments
    let environment = invocation.environment
    switch try arguments.choice(.color, { ["auto", "always", "never"].contains($0) ? $0 : nil }) {
    case "always": return true
    case "never": return false
    default:
      return environment.text("NO_COLOR") == nil
        && (environment.text("CLICOLOR_FORCE").map { $0 != "0" } ?? false
          || environment.isTerminal.output && environment.text("TERM") != "dumb")
    }
  }

  /// Whether one of the reports lists every object.
  var listsObjects: Bool {
    ([format] + reports.map(\.format)).contains { $0 != .text && $0 != .full }
  }

  func status(of report: Report) -> ExitStatus {
    let worst = report.findings.lazy.filter { $0.suppressed == nil }.map(\.severity).max()
    guard let worst else { return .clean }
    if let failOn, worst >= failOn { return .findings }
    // Advice is no warning: it never makes a job orange.
    if let warningsExitCode, worst >= .warning { return ExitStatus(code: warningsExitCode) }
    return .clean
  }

  private func rendering(_ format: ReportFormat, color: Bool = false) -> RenderOptions {
    var options = RenderOptions()
    options.color = color
    options.language = format.isForPeople ? language : namedLanguage?.translation
    options.failOn = failOn
    options.blobPages = blobPages
    options.repositoryPage = repositoryPage
    options.branch = branch
    options.rulePages = rulePages
    return options
  }

  /// Writes the reports that `--report` asks for.
  func writeFiles(_ report: Report) throws {
    for (format, path) in reports {
      try Files.write(path) { stream in
        render(report, as: format, options: rendering(format)) { stream.write($0) }
      }
    }
  }

  /// Writes everything. The files first: a reader of standard output may go away early.
  func show(_ report: Report, seconds: Double?, _ invocation: Invocation) throws -> ExitStatus {
    try writeFiles(report)
    render(report, as: format, options: rendering(format, color: colored)) {
      invocation.output.write($0)
    }
    invocation.output.flush()
    let line = summaryLine(report.summary, seconds: seconds).text(in: language)
    if !isQuiet { invocation.errors.write(line + "\n") }
    return status(of: report)
  }
}

extension Invocation {
  /// For findings that are told on the side.
  var textOptions: RenderOptions {
    var options = RenderOptions()
    options.language = language
    return options
  }
}
