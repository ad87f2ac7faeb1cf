/// What can be wrong: one value a rule, from which its checks, its page, `explain`, the rule table
/// of every report and its own tests are made.
///
/// A class only so that a finding carries one word; rules are compared by identity of their id.
public final class Rule: Sendable, Hashable {
  /// `category/name`, lower-case kebab, stable for ever. The category is one of `git`, `yaml`,
  /// `agent`, `project`, `glob`, `manifest` (schema), `object` (semantics), `set` (across files),
  /// `reference` (names and labels of other objects), `lint` (comments and settings).
  public let id: String
  /// The severity unless the user, the mode or the version says otherwise.
  public let severity: Severity
  /// One line, no full stop.
  public let title: String
  /// What the agent or the API server does then; a log line that a user would search for.
  public let why: String
  /// What to do about it.
  public let remedy: String
  /// An input that has this finding. Plain text is a manifest for the categories `manifest`,
  /// `object` and `yaml`, and a config.yaml for `agent`, `project` and `glob`. Text whose first line
  /// is `=== PATH` is a whole repository, each file under a header line of its own; a header may end
  /// in `mode=120000`. Empty only for rules that no tree alone can show (`git/…`).
  public var bad: String { makeBad() }
  /// The same input, mended: it must not have the finding.
  public var good: String { makeGood() }
  /// Where the rule comes from: program, file, function, or specification chapter.
  public let source: String
  /// The version of manifest-lint that first had the rule.
  public let since: String
  /// Retired ids that still name this rule.
  public let aliases: [String]
  // Put together only for those who show examples: a run that finds something does not.
  private let makeBad: @Sendable () -> String
  private let makeGood: @Sendable () -> String

  public init(
    _ id: String, _ severity: Severity, _ title: String, why: String, remedy: String,
    bad: @autoclosure @escaping @Sendable () -> String = "",
    good: @autoclosure @escaping @Sendable () -> String = "", source: String,
    since: String = "0.1.0",
    aliases: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.title = title
    self.why = why
    self.remedy = remedy
    makeBad = bad
    makeGood = good
    self.source = source
    self.since = since
    self.aliases = aliases
  }

  public var category: Substring { id.prefix { $0 != "/" } }

  public static func == (left: Rule, right: Rule) -> Bool { left === right || left.id == right.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
