import Kubernetes
import YAML

/// Holds what each object of an agent refers to against all that the agent applies.
struct ReferenceComparison {
  /// For verdicts; nothing is changed in it.
  let run: LintRun
  let agent: String
  let applied: AppliedObjects
  var problems = ReferenceProblems(limit: 0)
  /// Names and labels that are still compared before hints are no longer looked for, and workloads
  /// before selectors are passed over: nobody's time is spent on what is made to cost it.
  var hintsLeft = 100_000
  var workloadsLeft = 2_000_000
  /// Selectors were passed over.
  var isExhausted = false

  /// One object that refers to others.
  struct Subject {
    var entry: Int
    var object: Int
    var contents: NamespaceContents
  }

  init(run: LintRun, agent: String, applied: AppliedObjects) {
    self.run = run
    self.agent = agent
    self.applied = applied
  }

  /// - Parameter namespace: of an object, empty when it lies in none; nil for one that the agent
  ///   leaves alone.
  mutating func check(
    _ verdict: BlobVerdict, entry: Int, namespace: (BlobVerdict.Object) -> String?
  ) {
    var facts: [ObjectFact] = []
    var current = -1
    func subject() -> Subject? {
      guard verdict.objects.indices.contains(current),
        let name = namespace(verdict.objects[current]), !Self.isOfCluster(name),
        let contents = applied.contents(of: name)
      else { return nil }
      return Subject(entry: entry, object: current, contents: contents)
    }
    for (object, fact) in verdict.facts {
      if object != current {
        if !facts.isEmpty, let subject = subject() { check(facts, of: subject) }
        facts.removeAll(keepingCapacity: true)
        current = object
      }
      facts.append(fact)
    }
    if !facts.isEmpty, let subject = subject() { check(facts, of: subject) }
  }

  /// A name that stands in an object again is told once, if it is among the first so many.
  private static let comparedReferences = 64

  /// Namespaces in which the cluster has objects of its own.
  private static func isOfCluster(_ namespace: String) -> Bool { namespace.hasPrefix("kube-") }

  private mutating func check(_ facts: [ObjectFact], of subject: Subject) {
    // Most objects name a few others.
    var told: [ObjectFact.Reference] = []
    var selector: PodSelector?
    var targetPorts: [(name: String, range: SourceRange)] = []
    var makesPods = false
    for fact in facts {
      switch fact {
      case .reference(let reference):
        guard !told.prefix(Self.comparedReferences).contains(where: reference.isLike) else { break }
        if told.count < Self.comparedReferences { told.append(reference) }
        check(reference, of: subject)
      case .pods: makesPods = true
      case .selector(let range): selector = PodSelector(range: range)
      case .requirement(let key, let kind):
        selector?.requirements.append(.init(key: key, kind: kind))
      case .value(let value):
        if let last = selector?.requirements.indices.last {
          selector?.requirements[last].values.append(value)
        }
      case .targetPort(let name, let range): targetPorts.append((name, range))
      default: break
      }
    }
    if let selector { check(selector, targetPorts: targetPorts, of: subject) }
    if makesPods { checkResources(facts, of: subject) }
  }

  mutating func tell(
    _ rule: Rule, of subject: Subject, at range: SourceRange,
    related: AppliedObjects.Place? = nil, _ message: @escaping (String) -> Message
  ) {
    problems.add(
      ReferenceProblems.Problem(
        rule: rule, entry: subject.entry, object: subject.object, range: range, related: related,
        message: message), agent: agent)
  }

  // MARK: Names

  private mutating func check(_ reference: ObjectFact.Reference, of subject: Subject) {
    let (referent, name) = (reference.referent, reference.name)
    let contents: NamespaceContents? =
      referent == .clusterRole
      ? applied.cluster
      : reference.namespace.map { applied.contents(of: $0) } ?? subject.contents
    guard let contents, !Self.isOfCluster(contents.namespace) else { return }
    if let place = contents.objects(of: referent)[name] {
      contents.demands[referent.demand, default: .init()].found += 1
      if let port = reference.port { check(port, of: name, place, subject) }
      return
    }
    guard !Self.existsAnyway(referent, name, in: contents.namespace),
      !contents.canBeGenerated(name, of: referent), !applied.canBeMade(name, in: contents)
    else { return }
    contents.demands[referent.demand, default: .init()].missing.append(
      .init(
        entry: subject.entry, object: subject.object, range: reference.range,
        wanted: .name(referent, name)))
  }

  private mutating func check(
    _ port: ObjectFact.Reference.Port, of service: String, _ place: AppliedObjects.Place,
    _ subject: Subject
  ) {
    var ports: [(number: UInt32, name: String)] = []
    for fact in facts(of: place) {
      if case .servicePort(let number, let name) = fact { ports.append((number, name)) }
    }
    guard !ports.isEmpty else { return }
    let (wanted, range): (String, SourceRange)
    switch port {
    case .number(let number, let place):
      guard !ports.contains(where: { $0.number == number }) else { return }
      (wanted, range) = (String(number), place)
    case .name(let name, let place):
      guard !ports.contains(where: { $0.name == name }) else { return }
      (wanted, range) = (name, place)
    }
    let list = Self.list(
      ports.map { $0.name.isEmpty ? "\($0.number)" : "\($0.number) (\($0.name))" })
    tell(ReferenceRules.missingServicePort, of: subject, at: range, related: place) { agents in
      "Service \(service) (agent \(agents)) has no port \(wanted); it has \(list)"
    }
  }

  /// The facts of one object.
  func facts(of place: AppliedObjects.Place) -> [ObjectFact] {
    guard let verdict = run.verdict(of: place.entry) else { return [] }
    var result: [ObjectFact] = []
    var facts = verdict.facts.iterator(at: place.facts, object: place.object)
    while let (object, fact) = facts.next(), object == place.object { result.append(fact) }
    return result
  }

  // MARK: Words

  mutating func nearest(_ name: String, among names: [String]) -> String? {
    guard names.count <= hintsLeft else { return nil }
    hintsLeft -= names.count
    return NearestName.of(name, among: names)
  }

  /// The first five, and how many more.
  static func list(_ names: [String]) -> Message {
    let shown = names.prefix(5).joined(separator: ", ")
    let more = names.count - 5
    return more > 0 ? "\(shown) and \(more) more" : "\(shown)"
  }

  /// What every cluster or namespace has without anybody's doing.
  private static func existsAnyway(
    _ referent: Referent, _ name: String, in namespace: String
  ) -> Bool {
    switch referent {
    case .serviceAccount: ["default", "builder", "deployer"].contains(name)
    case .configMap:
      ["kube-root-ca.crt", "openshift-service-ca.crt", "istio-ca-root-cert"]
        .contains(name)
    // What old clusters made for each account: `default-token-f9jvj`.
    case .secret:
      name.dropLast(5).hasSuffix("-token-")
    case .clusterRole:
      ["cluster-admin", "admin", "edit", "view"].contains(name)
        || name.hasPrefix("system:")
    case .service: name == "kubernetes" && namespace == "default"
    default: false
    }
  }
}

extension ObjectFact.Reference {
  /// Whether both ask for the same thing.
  fileprivate func isLike(_ other: ObjectFact.Reference) -> Bool {
    guard referent == other.referent, name == other.name, namespace == other.namespace else {
      return false
    }
    switch (port, other.port) {
    case (nil, nil): return true
    case (.number(let own, _), .number(let other, _)): return own == other
    case (.name(let own, _), .name(let other, _)): return own == other
    default: return false
    }
  }
}

extension Referent {
  /// What an autoscaler can scale is one thing; each other kind is another.
  fileprivate var demand: NamespaceContents.Demand {
    switch self {
    case .configMap: .configMap
    case .secret: .secret
    case .volumeClaim: .volumeClaim
    case .serviceAccount: .serviceAccount
    case .service: .service
    case .role: .role
    case .clusterRole: .clusterRole
    case .deployment, .statefulSet, .replicaSet, .replicationController: .scaleTarget
    }
  }
}
