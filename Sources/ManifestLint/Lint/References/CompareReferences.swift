import Kubernetes
import YAML

extension LintRun {
  /// The findings about what an agent's objects say of each other: rules of the category `reference`.
  mutating func compareReferences() throws(RepositoryError) {
    guard options.maximumFacts > 0 else { return }
    var problems = ReferenceProblems(limit: options.limits.findingsPerFile)
    for number in agents.indices {
      guard let applied = try appliedObjects(of: number) else { continue }
      var comparison = ReferenceComparison(run: self, agent: agents[number].name, applied: applied)
      swap(&comparison.problems, &problems)
      var start = 0
      for (done, subject) in applied.subjects.enumerated() {
        if done & 63 == 0 { try stopWhenOverdue() }
        comparison.check(subject, applied.asks[start..<Int(subject.asksEnd)])
        start = Int(subject.asksEnd)
      }
      comparison.tellMissing()
      swap(&comparison.problems, &problems)
      if comparison.isExhausted {
        add(
          Finding(
            ReferenceRules.notCompared,
            "some selectors of agent \(agents[number].name) were not compared: too many of its workloads have the same labels",
            path: agents[number].path), agents: [agents[number].name])
      }
    }
    try report(problems)
  }

  private func stopWhenOverdue() throws(RepositoryError) {
    guard options.isOverdue() else { return }
    throw RepositoryError("the time is up (--deadline) while references are compared")
  }

  /// All that an agent applies; nil when a part of it is not known, and when nothing asks for it.
  private mutating func appliedObjects(
    of number: Int
  ) throws(RepositoryError) -> AppliedObjects? {
    let agent = agents[number]
    guard agent.projects.allSatisfy({ $0.isHere && !$0.isPartial }) else { return nil }
    var asks = false
    var walk = verdicts.walk
    for entry in agent.projects.lazy.flatMap(\.files) {
      guard let verdict = files.verdict(entry), let head = walk.open(verdict) else { return nil }
      switch head.completeness {
      case .complete: break
      case .partial: return nil
      case .tooManyFacts:
        add(
          Finding(
            ReferenceRules.notCompared,
            "the references of agent \(agent.name) were not compared: this file has more than the limit references = \(options.limits.referencesPerFile)",
            path: path(entry)), agents: [agent.name])
        return nil
      }
      if !head.facts.isEmpty { asks = true }
    }
    guard asks else { return nil }
    makeObjectTable()
    // Before any of them is asked about.
    for project in agent.projects { _ = defaultNamespace(of: project.entry) }
    var applied = AppliedObjects(known: claims, count: objects.rows.count)
    claims = nil
    var done = 0
    for project in agent.projects {
      let namespace = defaultNamespace(of: project.entry)
      for entry in project.files {
        if done & 63 == 0 { try stopWhenOverdue() }
        done += 1
        guard let verdict = files.verdict(entry), let head = walk.open(verdict) else { continue }
        let verdicts = verdicts
        applied.add(
          verdict, entry: entry, FactCursor(walk.bytes, head.facts), &objects, default: namespace,
          object: { verdicts.object($0, of: verdict) },
          isWatched: { agent.watches(group: $0.group, kind: $0.kind, by: project.entry) })
      }
    }
    applied.finish()
    return applied
  }

  private mutating func report(_ problems: ReferenceProblems) throws(RepositoryError) {
    for problem in problems.all {
      var place = place(problem.entry, problem.object)
      place.object.range = problem.range
      var finding = try finding(
        problem.rule, at: place, problem.message(problem.agents.joined(separator: ", ")))
      if let related = problem.related.map({ self.place($0.entry, $0.object) }) {
        let (start, end) = try positions(of: related)
        finding.related = [
          .init(
            path: path(related.entry), start: start, end: end,
            message: "\(related.object.identity.kind) \(related.object.identity.name)")
        ]
      }
      add(finding, agents: problem.agents)
    }
    for (entry, count) in problems.dropped.sorted(by: { $0.key < $1.key }) {
      add(
        Finding(
          GitRules.tooManyFindings,
          "the file has \(count) more findings about references than the limit findings = \(options.limits.findingsPerFile); mend those that are shown first",
          path: path(entry)), agents: agentNames(of: entry))
    }
  }
}

/// What was found so far, the same thing of several agents once.
struct ReferenceProblems {
  struct Problem {
    var rule: Rule
    var entry: Int
    var object: Int
    var range: SourceRange
    var related: AppliedObjects.Place?
    /// With the names of the agents.
    var message: (String) -> Message
    var agents: [String] = []
  }

  private struct Key: Hashable {
    var rule: Rule
    var entry: Int
    var range: SourceRange
    var message: Message
  }

  private(set) var all: [Problem] = []
  /// By entry, how many more there were than are kept of a file.
  private(set) var dropped: [Int: Int] = [:]
  private var known: [Key: Int] = [:]
  private var counts: [Int: Int] = [:]
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func add(_ problem: Problem, agent: String) {
    let key = Key(
      rule: problem.rule, entry: problem.entry, range: problem.range,
      message: problem.message(""))
    if let number = known[key] {
      if all[number].agents.last != agent { all[number].agents.append(agent) }
      return
    }
    guard counts[problem.entry, default: 0] < limit else {
      dropped[problem.entry, default: 0] += 1
      return
    }
    counts[problem.entry, default: 0] += 1
    known[key] = all.count
    var problem = problem
    problem.agents = [agent]
    all.append(problem)
  }
}
