import GitAccess
import Glibc
import Kubernetes
import ManifestLint
import YAML

extension Arguments {
  /// The values of `--limit`, as names and numbers.
  func limits() throws(UsageError) -> [(name: String, value: Int)] {
    var limits: [(name: String, value: Int)] = []
    for text in all(.limit) {
      let parts = text.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let value = Int(String(decoding: parts[1], as: UTF8.self)), value >= 0
      else {
        throw UsageError("--limit '\(printable(text))' is not understood; write NAME=NUMBER")
      }
      limits.append((String(decoding: parts[0], as: UTF8.self), value))
    }
    return limits
  }
}

extension Invocation {
  /// What the options, the environment's variables and the repository say, as one value.
  func lintOptions(originURL: [UInt8]?) throws -> LintOptions {
    var options = LintOptions()
    options.gitLabVersion = try arguments.choice(.gitlabVersion) { GitLabVersion($0) }
    if let versions = try arguments.choice(.kubernetesVersion, { VersionSet($0) }) {
      guard versions.outsideCatalogue.isEmpty else {
        let names = versions.outsideCatalogue.map(\.description).joined(separator: ", ")
        throw UsageError(
          "Kubernetes \(names) is not in the catalogue, which holds \(KubernetesVersion.oldest.description) to \(KubernetesVersion.newest.description)"
        )
      }
      options.kubernetes.versions = versions
    }
    if let mode = try arguments.choice(
      .applyMode,
      { word -> CheckOptions.ApplyMode? in
        word == "create" ? .create : word == "server" ? .server : nil
      })
    {
      options.kubernetes.applyMode = mode
    }
    options.kubernetes.ignoreMissingSchemas = arguments.has(.ignoreMissingSchemas)
    options.kubernetes.definitions = try customDefinitions()
    options.externalDefinition = try externalDefinition(
      version: "\(options.kubernetes.versions.newest).0")
    options.agents = arguments.all(.agent).map { String(decoding: $0, as: UTF8.self) }
    options.excludes = arguments.all(.exclude).map(Glob.init)
    options.severities = try severities()
    options.requiresAgents = arguments.has(.requireAgents)
    options.requiresChecked = arguments.has(.requireChecked)
    options.honoursInlineSuppressions = !arguments.has(.noInlineSuppressions)
    for (name, value) in try arguments.limits() {
      if ["entries", "depth", "path-bytes"].contains(name) { continue }
      guard options.limits.set(name, to: value) else {
        let names = options.limits.table.map(\.name) + ["depth", "entries", "path-bytes"]
        let hint: Message =
          NearestName.of(name, among: names).map { "; did you mean \($0)?" }
          ?? "; there are \(names.sorted().joined(separator: ", "))"
        throw UsageError("there is no limit '\(printable(name.utf8))'\(hint)")
      }
    }
    options.jobs =
      try arguments.number(.jobs, 1...1_024) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    if let seconds = try deadline() {
      let end = Clock.seconds() + seconds
      options.isOverdue = { Clock.seconds() > end }
    }
    options.branch = environment.text("CI_COMMIT_BRANCH")
    options.defaultBranch = environment.text("CI_DEFAULT_BRANCH")
    if arguments.has(.timings) { options.now = { Clock.seconds() } }
    options.projects = try projectContext(originURL: originURL)
    if let path = arguments.bytes(.agents) {
      options.registeredAgents = try readInput(path, .agents) {
        content throws(InputFileError) in try RegisteredAgents(parsing: content)
      }
    }
    return options
  }

  /// `--rule ID=SEVERITY`, or a category in place of an id; a rule that there is not would silence nothing.
  private func severities() throws(UsageError) -> [String: Severity?] {
    var severities: [String: Severity?] = [:]
    for value in arguments.all(.rule) {
      let text = String(decoding: value, as: UTF8.self)
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[1] == "off" || Severity(name: String(parts[1])) != nil else {
        let words = ["off", "info", "warning", "error"]
        let hint = nearest(to: parts.count == 2 ? String(parts[1]) : "", among: words)
        throw UsageError(
          "--rule '\(printable(value))' is not understood; write ID=off|info|warning|error\(hint)")
      }
      let rules = RuleTable.rules(named: String(parts[0]))
      guard !rules.isEmpty else {
        throw UsageError(
          "there is no rule '\(printable(parts[0].utf8))'\(RuleTable.hint(String(parts[0])))")
      }
      for rule in rules { severities[rule.id] = .some(Severity(name: String(parts[1]))) }
    }
    return severities
  }

  /// `30`, `30s`, `2m`.
  func deadline() throws(UsageError) -> Double? {
    guard let text = arguments.text(.deadline) else { return nil }
    let unit: Double = text.hasSuffix("m") ? 60 : 1
    let digits = text.hasSuffix("m") || text.hasSuffix("s") ? text.dropLast() : text[...]
    guard let value = Double(digits), value > 0, value.isFinite else {
      throw UsageError("--deadline '\(printable(text.utf8))' is no time; write 30s or 2m")
    }
    return value * unit
  }

  private func projectContext(originURL: [UInt8]?) throws -> ProjectContext {
    var candidates = OwnProject.Candidates()
    candidates.option = arguments.text(.project)
    candidates.hookPath = environment.text("GL_PROJECT_PATH")
    candidates.hookRepository = environment.text("GL_REPOSITORY")
    candidates.mergeRequestTargetPath = environment.text("CI_MERGE_REQUEST_PROJECT_PATH")
    candidates.mergeRequestTargetID = environment.text("CI_MERGE_REQUEST_PROJECT_ID")
    candidates.pipelinePath = environment.text("CI_PROJECT_PATH")
    candidates.pipelineID = environment.text("CI_PROJECT_ID")
    candidates.originURL = originURL.map { String(decoding: $0, as: UTF8.self) }
    var context = ProjectContext(own: OwnProject.identify(candidates))
    if let visibility = try arguments.choice(
      .projectVisibility, { ProjectVisibility(rawValue: $0) })
    {
      context.ownFacts = ProjectFacts(visibility: visibility)
    }
    if let path = arguments.bytes(.projects) {
      context.projects = try readInput(path, .projects) {
        content throws(InputFileError) in try ProjectsFile(parsing: content)
      }
    }
    return context
  }

  /// A file that an option names: what it holds wrongly is wrong usage.
  private func readInput<Value>(
    _ path: [UInt8], _ option: Option, _ parse: ([UInt8]) throws(InputFileError) -> Value
  ) throws -> Value {
    let content = try Files.read(environment.absolute(path), limit: 64 << 20)
    do { return try parse(content) } catch {
      let line = error.line.map { ":\($0)" } ?? ""
      throw UsageError("--\(option.name) \(printable(path))\(line): \(error.message)")
    }
  }
}
