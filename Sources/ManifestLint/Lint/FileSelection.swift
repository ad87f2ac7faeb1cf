import YAML

extension LintRun {
  /// Finds every agent and reads its configuration, whether an agent would take it or not.
  mutating func readConfigurations() throws(RepositoryError) {
    let located = locateAgents(
      in: listing, version: options.gitLabVersion, branch: options.branch,
      defaultBranch: options.defaultBranch)
    let removed = located.agents.isEmpty ? replacedConfiguration() : nil
    if let removed {
      add(
        Finding(
          AgentRules.lastRemoved, severity: options.requiresAgents ? .error : nil,
          "the change takes \(quoted(removed[...])) away, and no other agent's configuration is left",
          path: removed))
    }
    for finding in located.findings where removed == nil || finding.rule != AgentRules.none {
      var finding = finding
      if options.requiresAgents, finding.rule == AgentRules.none { finding.severity = .error }
      add(finding)
    }
    if let registered = options.registeredAgents {
      for finding in registered.findings(for: located.agents, version: options.gitLabVersion) {
        add(finding)
      }
    }
    for agent in located.agents
    where options.agents.isEmpty || options.agents.contains(agent.name) {
      try read(agent)
    }
    for name in options.agents where !located.agents.contains(where: { $0.name == name }) {
      throw RepositoryError(
        "there is no configuration of an agent named '\(name)' in this tree (--agent)")
    }
  }

  /// The first configuration of the tree that this one takes the place of.
  private func replacedConfiguration() -> [UInt8]? {
    options.replaced.flatMap {
      locateAgents(in: $0, version: options.gitLabVersion).agents.first?.path
    }
  }

  private mutating func read(_ agent: LocatedAgent) throws(RepositoryError) {
    // A configuration is small; what kas refuses for its size need not be read to the end.
    let size = try trees.size(agent.entry)
    guard size <= max(options.limits.fileBytes, options.limits.configurationSize) else {
      add(
        Finding(
          AgentRules.configTooLarge,
          "the file has \(size) bytes; the server reads at most \(options.limits.configurationSize)",
          path: agent.path), agents: [agent.name])
      return
    }
    let source = try trees.read(agent.entry)
    let (verdict, lines) = judgeConfigurationFile(source, path: agent.path, agent: agent.name)
    agents.append(
      Agent(name: agent.name, path: agent.path, configuration: verdict, lines: lines))
  }

  /// The verdict on one configuration, and its findings.
  mutating func judgeConfigurationFile(
    _ source: [UInt8], path: [UInt8], agent: String?
  ) -> (ConfigurationVerdict, LineIndex) {
    let verdict = readConfiguration(
      source, version: options.gitLabVersion, limits: options.limits.reading,
      maximumSize: options.limits.configurationSize)
    let lines = LineIndex(verdict.tree.source)
    var own: [Finding] = []
    for diagnostic in verdict.diagnostics + checkProjects(of: verdict, in: options.projects) {
      guard let severity = options.severity(of: diagnostic.rule, normally: diagnostic.severity)
      else { continue }
      var finding = Finding(diagnostic, lines: lines, path: path)
      finding.severity = severity
      finding.agents = agent.map { [$0] } ?? []
      own.append(finding)
    }
    findings += own
    if verdict.hasMoreFindings {
      add(
        Finding(
          GitRules.tooManyFindings,
          "the configuration has more findings than are kept; mend those that are shown first",
          path: path), agents: agent.map { [$0] } ?? [])
    }
    return (verdict, lines)
  }

  /// Decides for every manifest project where it is, and which files its globs select.
  mutating func resolveGlobs() throws(RepositoryError) {
    let checked = ListingIndex(listing)
    for number in agents.indices {
      for entry in agents[number].configuration.configuration.manifestProjects {
        var project = Project(entry: entry, isHere: false)
        if options.projects.isHere(entry), isChecked(entry.reference) {
          try resolve(&project, agent: number, in: checked, start: 0)
        } else if let (view, label) = try elsewhere?.tree(
          ofProject: options.projects.isHere(entry) ? nil : entry.id?.value,
          reference: entry.reference)
        {
          let start = add(tree: view, label: label)
          try resolve(&project, agent: number, in: ListingIndex(view.listing), start: start)
        } else if options.projects.isHere(entry), let reference = entry.reference {
          tellElsewhere(reference, agent: number)
        }
        agents[number].projects.append(project)
      }
    }
  }

  /// Whether a `ref` names what is checked. Without one the agent reads the default branch, whose
  /// content the checked tree is or wants to become.
  private func isChecked(_ reference: ManifestProject.GitReference?) -> Bool {
    switch reference {
    case nil: true
    case .branch(let name): options.branch == nil || name.value == options.branch
    case .tag, .commit: false
    }
  }

  private mutating func resolve(
    _ project: inout Project, agent number: Int, in index: ListingIndex, start: Int
  ) throws(RepositoryError) {
    let version = agents[number].configuration.version
    let trees = trees
    let selection = try selectFiles(
      globs: project.entry.globs.map(\.value), in: index,
      generation: SelectionGeneration(major: version.major, minor: version.minor),
      limits: options.limits.agentLimits(for: version)
    ) { entry throws(RepositoryError) in try trees.size(start + entry) }
    report(selection, of: project.entry, agent: number, start: start)
    project.isHere = true
    project.files = selection.files.map { start + $0 }.filter { !isExcluded($0) }
    project.isPartial = project.files.count < selection.files.count
    project.matches = selection.tallies.map { $0.matched - $0.hidden }
    for file in project.files { select(file, agent: number) }
  }

  private mutating func tellElsewhere(_ reference: ManifestProject.GitReference, agent number: Int)
  {
    let agent = agents[number]
    let place = reference.name.range
    var finding = Finding(
      ProjectRules.refElsewhere,
      "the manifests are those of \(reference.kind) \(reference.name.value), which is not the checked tree: they were not checked",
      path: agent.path, start: agent.lines.position(of: place.start),
      end: agent.lines.position(of: place.end))
    finding.keepLine(of: agent.lines)
    add(finding, agents: [agent.name])
  }

  private mutating func select(_ entry: Int, agent: Int) {
    files.select(entry, agent: agent)
  }

  func isExcluded(_ entry: Int) -> Bool {
    guard !options.excludes.isEmpty else { return false }
    let (listing, number) = trees.place(entry)
    return options.excludes.contains { (try? $0.matches(listing.path(number))) ?? false }
  }

  private mutating func report(
    _ selection: GlobSelection, of project: ManifestProject, agent number: Int, start: Int
  ) {
    let agent = agents[number]
    for problem in selection.problems {
      let place = problem.globIndex.map { project.globs[$0].range } ?? projectPlace(project, agent)
      var finding = Finding(
        problem.rule, severity: problem.severity, problem.message, path: agent.path,
        start: agent.lines.position(of: place.start), end: agent.lines.position(of: place.end))
      finding.keepLine(of: agent.lines)
      finding.related = problem.relatedGlobs.map { glob in
        let range = project.globs[glob].range
        return Finding.Related(
          path: agent.path, start: agent.lines.position(of: range.start),
          end: agent.lines.position(of: range.end), message: "this glob too")
      }
      if let entry = problem.entry {
        finding.related.append(Finding.Related(path: path(start + entry), message: "the file"))
      }
      add(finding, agents: [agent.name])
    }
  }

  /// The id of an entry, else its first key.
  private func projectPlace(_ project: ManifestProject, _ agent: Agent) -> SourceRange {
    if let id = project.id { return id.range }
    let tree = agent.configuration.tree
    var children = tree.children(tree.target(project.node))
    return tree[children.next() ?? project.node].range
  }
}

extension ManifestProject.GitReference {
  var kind: String {
    switch self {
    case .tag: "tag"
    case .branch: "branch"
    case .commit: "commit"
    }
  }
}
