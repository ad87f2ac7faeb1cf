import Kubernetes
import YAML

extension LintRun {
  /// The record of all that was found.
  mutating func report(
    snapshot: Report.Snapshot, toolVersion: String
  ) throws(RepositoryError) -> Report {
    var report = Report(toolVersion: toolVersion, snapshot: snapshot)
    report.findings = findings
    report.summary.kubernetesVersions = options.kubernetes.versions.versions.map(\.description)
    // A clean configuration is told too, where reports list what passed.
    report.checked = agents.map { Report.Checked(path: $0.path) }
    var walk = verdicts.walk
    for entry in files.entries {
      report.summary.files += 1
      let known = files.verdict(entry)
      if let known, !options.listsObjects, let head = walk.open(known), !head.tells,
        !head.hasUnchecked
      {
        report.summary.documents += head.documentCount
        report.summary.objects += head.objectCount
        continue
      }
      let path = path(entry)
      let names = agentNames(of: entry)
      guard let verdict = known.map({ verdicts[$0] }) else {
        report.checked.append(Report.Checked(path: path, notChecked: "not read"))
        continue
      }
      report.summary.documents += verdict.documentCount
      report.summary.objects += verdict.objects.count
      report.summary.unevaluated += verdict.objects.count { $0.unevaluatedRules > 0 }
      for var finding in verdict.findings {
        finding.path = path
        finding.agents = names
        for index in finding.related.indices { finding.related[index].path = path }
        report.findings.append(finding)
      }
      if verdict.droppedFindings > 0 {
        report.findings.append(tooMany(verdict, path: path))
      }
      if verdict.objects.isEmpty, options.listsObjects {
        report.checked.append(Report.Checked(path: path))
      }
      for object in verdict.objects where options.listsObjects || object.notChecked != nil {
        report.checked.append(
          Report.Checked(
            path: path, document: object.document, object: object.identity,
            notChecked: object.notChecked?.reason, pointer: object.pointer,
            generateName: object.generateName))
      }
    }
    if options.requiresChecked { report.findings += try notChecked() }
    suppress(&report.findings)
    report.agents = agents.map(plan)
    report.finish()
    return report
  }

  /// Lets the comments of each file speak to all findings of that file.
  private func suppress(_ findings: inout [Finding]) {
    guard options.honoursInlineSuppressions else { return }
    var speakers: [[UInt8]: InlineSuppressions] = [:]
    for agent in agents {
      speakers[agent.path] = InlineSuppressions(
        tree: agent.configuration.tree, lines: agent.lines)
    }
    var walk = verdicts.walk
    for (entry, number) in files {
      if let number, walk.open(number)?.tells == true,
        let suppressions = verdicts[number].suppressions
      {
        speakers[path(entry)] = suppressions
      }
    }
    guard !speakers.isEmpty else { return }
    var open: [Finding] = []
    var spoken: [[UInt8]: [Finding]] = [:]
    for finding in findings {
      if speakers[finding.path] == nil {
        open.append(finding)
      } else {
        spoken[finding.path, default: []].append(finding)
      }
    }
    for (path, suppressions) in speakers {
      var own = spoken[path] ?? []
      suppressions.apply(to: &own, path: path, options: options)
      open += own
    }
    findings = open
  }

  private func tooMany(_ verdict: BlobVerdict, path: [UInt8]) -> Finding {
    Finding(
      GitRules.tooManyFindings,
      "the file has \(verdict.droppedFindings) more findings than the limit findings = \(options.limits.findingsPerFile); mend those that are shown first",
      path: path)
  }

  /// With `--require-checked`, an error for every object that could not be checked.
  private mutating func notChecked() throws(RepositoryError) -> [Finding] {
    var findings: [Finding] = []
    var walk = verdicts.walk
    for entry in files.entries {
      guard let number = files.verdict(entry), walk.open(number)?.hasUnchecked == true else {
        continue
      }
      for object in verdicts[number].objects {
        // A kind that is not served has an error already.
        guard let reason = object.notChecked, reason != .notServed else { continue }
        var finding = try finding(
          GitRules.notChecked, at: ObjectPlace(entry: entry, object: object),
          "\(object.identity.kind) \(object.identity.name) was not checked (\(reason.reason)), and --require-checked asks for all"
        )
        finding.agents = agentNames(of: entry)
        findings.append(finding)
      }
    }
    return findings
  }

  private func plan(_ agent: Agent) -> Report.Agent {
    Report.Agent(
      name: agent.name, configuration: agent.path,
      selections: agent.projects.map { project in
        var selection = Report.Agent.Selection(
          project: project.entry.id?.value,
          globs: project.entry.globs.map { String(decoding: $0.value, as: UTF8.self) },
          isHere: project.isHere,
          files: options.listsObjects ? project.files.map(path) : [],
          objects: (options.listsObjects ? project.files : []).flatMap { entry in
            (verdict(of: entry)?.objects ?? []).filter {
              agent.watches(
                group: String($0.identity.group), kind: $0.identity.kind, by: project.entry)
            }.map { object in
              var identity = object.identity
              identity.namespace = namespace(of: object, in: project.entry)
              return Report.PlannedObject(
                identity: identity, path: path(entry), document: object.document,
                pointer: object.pointer,
                isNamespaceDefault: identity.namespace != object.identity.namespace)
            }
          },
          matches: project.matches, defaultNamespace: project.entry.defaultNamespace?.value,
          prunes: project.entry.prune)
        selection.options = project.entry.planOptions(for: agent.configuration.version)
        if agent.configuration.version >= "17.0" { selection.fluxNotes = selection.notesForFlux() }
        return selection
      })
  }
}

extension ManifestObject.NotChecked {
  /// In the words of the summary line.
  var reason: Message {
    switch self {
    case .noSchema: "no schema"
    case .notServed: "not served"
    case .limit: "limit reached"
    }
  }
}
