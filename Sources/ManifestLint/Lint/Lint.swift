import Kubernetes
internal import Synchronization
public import YAML

/// The whole job on one tree: configurations → selections → a verdict a file → what only all of them
/// together show → one report.
///
/// - Parameter elsewhere: where manifest projects can be found that are not in this tree.
/// - Throws: when something could not be read, or the time is up. Then nothing is known, and nobody
///   may call it clean.
public func lint(
  _ view: some RepositoryView, snapshot: Report.Snapshot, toolVersion: String,
  options: LintOptions = LintOptions(), elsewhere: (any ManifestSource)? = nil
) throws(RepositoryError) -> Report {
  var run = LintRun(view: view, options: options)
  run.elsewhere = elsewhere
  try run.readConfigurations()
  run.lap("configurations")
  try run.resolveGlobs()
  run.lap("globs")
  if let shard = options.shard { run.keepFiles(of: shard) }
  try run.judgeFiles()
  run.lap("judging")
  if options.shard == nil {
    try run.compareObjects()
    try run.compareReferences()
    try run.checkSelections()
    try run.findUnselected()
  }
  run.lap("comparing")
  var report = try run.report(snapshot: snapshot, toolVersion: toolVersion)
  report.shard = options.shard.map { run.record(of: $0) }
  run.lap("report")
  report.timings = run.timings
  return report
}

/// One run in progress. The methods are its stations, called once each, in the order in which they
/// stand here.
struct LintRun {
  private(set) var trees: Trees
  var elsewhere: (any ManifestSource)?
  let options: LintOptions

  struct Agent {
    var name: String
    var path: [UInt8]
    var configuration: ConfigurationVerdict
    var lines: LineIndex
    var projects: [Project] = []

    /// Up to 13.12 an entry can leave types of objects out (`resource_inclusions`).
    func watches(group: String, kind: String, by project: ManifestProject) -> Bool {
      configuration.version.major >= 14 || project.watches(group: group, kind: kind)
    }
  }

  /// One entry of `manifest_projects`.
  struct Project {
    var entry: ManifestProject
    var isHere: Bool
    /// Entries in the agent's order, those left out by the user not among them.
    var files: [Int] = []
    /// The user left selected files out.
    var isPartial = false
    /// How many files each glob selects.
    var matches: [Int] = []
  }

  var agents: [Agent] = []
  /// See `lines(of:)`.
  var keptLines: [(entry: Int, lines: LineIndex)] = []
  var files = SelectedFiles()
  var verdicts = VerdictTable()
  /// See `makeObjectTable()`.
  var objects = ObjectTable()
  /// All objects of the only agent, once somebody has compared them.
  var claims: ObjectClaims?
  var findings: [Finding] = []
  /// The checked tree's.
  var listing: Listing { trees.checked }

  init(view: any RepositoryView, options: LintOptions) {
    trees = Trees(view, cache: options.cache)
    self.options = options
    lapStart = options.now?()
  }

  // MARK: Timings

  private(set) var timings: [(station: String, seconds: Double)] = []
  private var lapStart: Double?

  /// Books the time since the last call to a station.
  mutating func lap(_ station: String) {
    guard let now = options.now?() else { return }
    let seconds = now - (lapStart ?? now)
    if let known = timings.firstIndex(where: { $0.station == station }) {
      timings[known].seconds += seconds
    } else {
      timings.append((station, seconds))
    }
    lapStart = now
  }

  // MARK: Findings

  mutating func add(_ finding: Finding, agents names: [String] = []) {
    guard let severity = options.severity(of: finding.rule, normally: finding.severity) else {
      return
    }
    var finding = finding
    finding.severity = severity
    if finding.agents.isEmpty { finding.agents = names }
    findings.append(finding)
  }

  func path(_ entry: Int) -> [UInt8] { trees.path(entry) }

  mutating func add(tree view: any RepositoryView, label: [UInt8]) -> Int {
    trees.add(view, label: label)
  }
}
