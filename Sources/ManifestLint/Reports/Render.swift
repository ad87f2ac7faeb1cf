public import YAML

public enum ReportFormat: String, Sendable, CaseIterable {
  case text, full, json, jsonl, sarif, codequality, junit, checkstyle, github, rdjson, tap, html
  case markdown

  /// Whether a person reads it as it is: such a report speaks the reader's language.
  public var isForPeople: Bool {
    switch self {
    case .text, .full, .html, .markdown: true
    default: false
    }
  }
}

/// What a rendering needs to know besides the record.
public struct RenderOptions: Sendable {
  /// ANSI colours in `text` and `full`; the machine formats never have any.
  public var color = false
  /// The least severity that makes a test case of JUnit and TAP fail; nil: none does.
  public var failOn: Severity? = .error
  /// How long the run took, when that is to be told. Without it the same input gives the same bytes.
  public var seconds: Double?
  /// Where the rules' pages are, for links: `<base>/<category>/<name>.md`.
  public var rulePages: String?
  /// Where a file of this snapshot can be looked at, for links: `<base>/<path>#L<line>`
  /// (GitLab: `$CI_PROJECT_URL/-/blob/$CI_COMMIT_SHA`).
  public var blobPages: String?
  /// The page of the repository, and the branch that was checked, where they are known (GitLab:
  /// `$CI_PROJECT_URL`, `$CI_COMMIT_BRANCH`).
  public var repositoryPage: String?
  public var branch: String?
  /// The language of messages and of the report's own words; nil is English.
  public var language: Translation?

  public init() {}
}

/// Writes the report in pieces to `sink`. A pure function of the record: the same record gives the
/// same bytes, and what it holds in memory does not grow with the number of findings.
///
/// The record is as `Report.finish()` leaves it: sorted, with fingerprints.
public func render(
  _ report: Report, as format: ReportFormat, options: RenderOptions = RenderOptions(),
  to sink: (ArraySlice<UInt8>) -> Void
) {
  Output.stream(in: options.language, to: sink) { output in
    switch format {
    case .text: writeText(report, options, to: output)
    case .full: writeFullText(report, options, to: output)
    case .json: writeJSON(report, options, to: output)
    case .codequality: writeCodeQuality(report, to: output)
    case .junit: writeJUnit(report, options, to: output)
    case .jsonl: writeJSONLines(report, to: output)
    case .sarif: writeSARIF(report, options, to: output)
    case .checkstyle: writeCheckstyle(report, to: output)
    case .github: writeGitHub(report, to: output)
    case .rdjson: writeRDJSON(report, options, to: output)
    case .tap: writeTAP(report, options, to: output)
    case .html: writeHTML(report, options, to: output)
    case .markdown: writeMarkdown(report, options, to: output)
    }
  }
}

/// The whole report as bytes, for callers that need it in one piece.
public func render(
  _ report: Report, as format: ReportFormat, options: RenderOptions = RenderOptions()
) -> [UInt8] {
  var result: [UInt8] = []
  render(report, as: format, options: options) { result.append(contentsOf: $0) }
  return result
}

let toolName = "manifest-lint"
