public import Kubernetes
public import YAML

/// What is asked of one run. Every field has the value that a user gets who says nothing.
public struct LintOptions: Sendable {
  /// Whose contract for config.yaml holds; nil: the file decides (interface.md).
  public var gitLabVersion: GitLabVersion?
  public var kubernetes = CheckOptions()
  /// Asked, by apiVersion and kind, for what no definition in the tree and none of
  /// `kubernetes.definitions` defines.
  public var externalDefinition:
    (@Sendable (String, String) throws(RepositoryError) -> CustomDefinition?)?
  /// The generation of the stream splitter that reads manifest files.
  public var splitter = SplitterGeneration.v0_34
  /// Which project this is, and what is known of others.
  public var projects = ProjectContext()
  /// The branch whose content is checked, when it is known.
  public var branch: String?
  /// The branch that agents read, when it is known.
  public var defaultBranch: String?
  /// Only these agents; empty: all.
  public var agents: [String] = []
  /// Files that match are passed over.
  public var excludes: [Glob] = []
  /// Severities by rule id as the user wants them; nil: off.
  public var severities: [String: Severity?] = [:]
  /// The agents that GitLab knows, when somebody said so.
  public var registeredAgents: RegisteredAgents?
  /// What lies below `.gitlab/agents` in the tree that this one takes the place of, where there is
  /// one: a change that takes the last configuration away is told.
  public var replaced: Listing?
  public var requiresAgents = false
  public var requiresChecked = false
  public var honoursInlineSuppressions = true
  /// Whether the report lists every object that was checked, and what each agent would apply. Texts do
  /// not show it.
  public var listsObjects = true
  /// Findings below it are of no use to the caller; nil: all are. Work of which nothing else can come is
  /// left out.
  public var leastSeverity: Severity?
  public var limits = Limits()
  /// How many threads check files. The count never changes a byte of the report.
  public var jobs = 1
  /// Where verdicts on files are kept for the next tree.
  public var verdicts: VerdictStore?
  /// Where verdicts are kept for the next run, under this run's `verdictContext`.
  public var cache: VerdictCache?
  /// Only these files are judged, and what all files together show is left to the merge.
  public var shard: Shard?
  /// `shardContext(build:definitions:)`.
  public var shardContext = ""
  /// Files are not judged but taken from here.
  public var shards: ShardVerdicts?
  /// Asked between files; true ends the run with a failure.
  public var isOverdue: @Sendable () -> Bool = { false }

  /// Told now and then how many of the selected files have been read, and how many there are.
  public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  /// The present moment in seconds, where somebody wants to know how long the stations take. The
  /// lint itself has no clock.
  public var now: (@Sendable () -> Double)?

  public init() {}

  /// How many facts are kept of a file: none when no rule about references wants them.
  var maximumFacts: Int {
    comparesReferences && !areReferencesOff && matters(ReferenceRules.all)
      ? limits.referencesPerFile : 0
  }

  /// Whether one of some rules, none of which is an error unless the user says so, can lead to a finding
  /// that is of use.
  func matters(_ rules: [Rule]) -> Bool {
    guard let leastSeverity else { return true }
    // Without the findings, what silences them would seem to be too much.
    return (rules + [SuppressionRules.unused, SuppressionRules.staleBaseline]).contains { rule in
      let severity = severity(of: rule, normally: max(rule.severity, .warning))
      return severity.map { $0 >= leastSeverity } ?? false
    }
  }

  /// False where files are judged without agents.
  var comparesReferences = true

  var areReferencesOff: Bool {
    !severities.isEmpty && ReferenceRules.all.allSatisfy { severities[$0.id] == .some(nil) }
  }

  /// The severity with which a rule's finding counts; nil when the user switched the rule off.
  func severity(of rule: Rule, normally severity: Severity) -> Severity? {
    if severities.isEmpty { return severity }
    for name in [rule.id] + rule.aliases {
      if let wanted = severities[name] { return wanted }
    }
    return severity
  }
}
