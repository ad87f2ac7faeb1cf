import Kubernetes
import YAML

/// The findings about what agents do and do not select, beyond single objects.
extension LintRun {
  mutating func checkSelections() throws(RepositoryError) {
    guard
      options.matters([
        SetRules.agentWithoutEffect, SetRules.namespaceNotMade, SetRules.secretInRepository,
      ])
    else { return }
    for number in agents.indices {
      checkEffect(of: agents[number])
      try checkNamespaces(of: agents[number])
      try checkSecrets(of: agents[number])
    }
  }

  /// A configuration that only tells the agent how to log.
  private mutating func checkEffect(of agent: Agent) {
    let configuration = agent.configuration.configuration
    guard !agent.configuration.isRefused, !configuration.sections.isEmpty,
      configuration.manifestProjects.isEmpty,
      Set(configuration.sections).isSubset(of: ["observability", "gitops"])
    else { return }
    add(
      Finding(
        SetRules.agentWithoutEffect,
        "the configuration of agent \(agent.name) gives it nothing to do: it has \(Message.all(configuration.sections)) only",
        path: agent.path),
      agents: [agent.name])
  }

  /// How many pairs of names are compared for hints at misspelt namespaces.
  static var mostNameComparisons: Int { 100_000 }

  /// Objects in namespaces that nobody makes, where the agent makes namespaces at all: then a name
  /// that is none of them is most likely misspelt.
  private mutating func checkNamespaces(of agent: Agent) throws(RepositoryError) {
    makeObjectTable()
    var made: Set<UInt32> = []
    for project in agent.projects where project.isHere {
      for entry in project.files {
        guard let verdict = files.verdict(entry) else { continue }
        for row in objects.rows(of: verdict) where objects.types[objects.rows[row].type].isNamespace
        {
          made.insert(objects.rows[row].name)
        }
      }
    }
    guard !made.isEmpty else { return }
    let names = made.map { objects.names[$0] }.sorted()
    // Those of which nothing is to be said, any more.
    var known = made
    known.insert(ObjectTable.noNamespace)
    // A hint is a comparison with every name: a repository may have thousands of either.
    var comparisons = Self.mostNameComparisons
    for project in agent.projects where project.isHere {
      let fallback = defaultNamespace(of: project.entry)
      for entry in project.files {
        guard let verdict = files.verdict(entry) else { continue }
        let own = objects.rows(of: verdict)
        for row in own where objects.rows[row].isNamespaced {
          let number = objects.rows[row].namespace(default: fallback)
          guard known.insert(number).inserted else { continue }
          let name = objects.names[number]
          guard name != "default", !name.hasPrefix("kube-") else { continue }
          comparisons -= names.count
          let near = comparisons < 0 ? nil : NearestName.of(name, among: names)
          let hint: Message = near.map { "; did you mean \($0)?" } ?? ""
          let finding = try finding(
            SetRules.namespaceNotMade, at: place(entry, row - own.lowerBound),
            "no file of agent \(agent.name) makes the namespace \(name), while others are made: \(names.prefix(5).joined(separator: ", "))\(hint)"
          )
          add(finding, agents: [agent.name])
        }
      }
    }
  }

  /// Secrets whose values everybody reads who reads the repository.
  private mutating func checkSecrets(of agent: Agent) throws(RepositoryError) {
    makeObjectTable()
    let isPublic =
      options.projects.access(toProject: nil) == .allowed
      && options.projects.ownFacts?.visibility == .public
    for project in agent.projects where project.isHere {
      for entry in project.files {
        guard let verdict = files.verdict(entry) else { continue }
        let own = objects.rows(of: verdict)
        for row in own where objects.rows[row].holdsSecrets {
          let place = place(entry, row - own.lowerBound)
          let name = place.object.identity.name
          var finding = try finding(
            SetRules.secretInRepository, at: place,
            isPublic
              ? "Secret \(name) holds values, and the project is public"
              : "Secret \(name) holds values: everybody who reads the repository reads them"
          )
          if isPublic { finding.severity = .warning }
          add(finding, agents: [agent.name])
        }
      }
    }
  }

  /// Manifests that no agent selects, though they lie beside files that one does: most often the
  /// ending or the folder is not what the glob says. Elsewhere a manifest may be meant for others.
  mutating func findUnselected() throws(RepositoryError) {
    guard options.agents.isEmpty, options.matters([SetRules.manifestNotSelected]) else { return }
    let folders = Set(files.entries.filter { $0 < listing.count }.map { folder(of: $0) })
    guard !folders.isEmpty else { return }
    let endings = [".yaml", ".yml", ".json"].map { Array($0.utf8) }
    for entry in 0..<listing.count
    where !files.contains(entry) && listing.entries[entry].mode.isFile
      && folders.contains(folder(of: entry))
      && endings.contains(where: { listing.path(entry).suffix($0.count).elementsEqual($0) })
      && !isHidden(entry) && !isExcluded(entry)
    {
      guard try trees.size(entry) <= 1 << 20 else { continue }
      let content = try trees.read(entry)
      guard Self.looksLikeManifest(content) else { continue }
      add(
        Finding(
          SetRules.manifestNotSelected,
          "no agent's glob selects this manifest, while files beside it are selected; widen a glob or move the file",
          path: path(entry)))
    }
  }

  private func folder(of entry: Int) -> ArraySlice<UInt8> {
    let path = listing.path(entry)
    return path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
  }

  private func isHidden(_ entry: Int) -> Bool {
    listing.path(entry).split(separator: UInt8(ascii: "/"))
      .contains { $0.first == UInt8(ascii: ".") }
  }

  /// Lines that begin with `apiVersion:` and with `kind:`, which no other kind of file has both of.
  private static func looksLikeManifest(_ content: [UInt8]) -> Bool {
    let lines = content.split(separator: UInt8(ascii: "\n"))
    return [Array("apiVersion:".utf8), Array("kind:".utf8)].allSatisfy { word in
      lines.contains { $0.starts(with: word) }
    }
  }
}
