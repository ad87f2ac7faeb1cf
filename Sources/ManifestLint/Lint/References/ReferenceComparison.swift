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
  /// Names by namespace and kind, sorted, for messages.
  private var sorted: [Contents: [String]] = [:]

  private struct Contents: Hashable {
    var namespace: String
    var referent: Referent
  }

  /// One object and its facts in the order of the file.
  struct Subject {
    var entry: Int
    var object: Int
    var identity: ObjectIdentity
    /// Empty when it lies in none.
    var namespace: String
    var contents: AppliedObjects.Contents
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
      guard verdict.objects.indices.contains(current), !facts.isEmpty else { return nil }
      let object = verdict.objects[current]
      guard let name = namespace(object), !Self.isOfCluster(name) else { return nil }
      return Subject(
        entry: entry, object: current, identity: object.identity, namespace: name,
        contents: applied[name])
    }
    for (object, fact) in verdict.facts {
      if object != current {
        if let subject = subject() { check(facts, of: subject) }
        facts.removeAll(keepingCapacity: true)
        current = object
      }
      facts.append(fact)
    }
    if let subject = subject() { check(facts, of: subject) }
  }

  /// Namespaces in which the cluster has objects of its own.
  private static func isOfCluster(_ namespace: String) -> Bool { namespace.hasPrefix("kube-") }

  private mutating func check(_ facts: [ObjectFact], of subject: Subject) {
    var told: Set<ObjectFact.Reference> = []
    var selector: PodSelector?
    var targetPorts: [(name: String, range: SourceRange)] = []
    var makesPods = false
    for fact in facts {
      switch fact {
      case .reference(let reference):
        var key = reference
        key.range = SourceRange(start: 0, end: 0)
        if told.insert(key).inserted { check(reference, of: subject) }
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
    let namespace =
      reference.referent == .clusterRole ? "" : reference.namespace ?? subject.namespace
    let contents =
      namespace == subject.namespace ? subject.contents : applied[namespace]
    if let service = contents.names[reference.referent]?[reference.name] {
      if let port = reference.port { check(port, of: reference.name, service, subject) }
      return
    }
    guard !Self.isOfCluster(namespace), !Self.existsAnyway(reference, in: namespace),
      !contents.canBeGenerated(reference.name, of: reference.referent),
      !applied.canBeMade(reference.name, in: contents)
    else { return }
    if reference.referent.isScalable {
      missingScaleTarget(reference, of: subject)
    } else {
      missing(reference, in: namespace, contents, of: subject)
    }
  }

  private mutating func missing(
    _ reference: ObjectFact.Reference, in namespace: String,
    _ contents: AppliedObjects.Contents, of subject: Subject
  ) {
    guard let others = contents.names[reference.referent], !others.isEmpty else { return }
    let names = names(of: reference.referent, in: namespace, others)
    let near = nearest(reference.name, among: names)
    let hint: Message = near.map { "; did you mean \($0)?" } ?? ""
    let list = Self.list(names)
    let kind = reference.referent.kind
    tell(
      reference.referent.rule, of: subject, at: reference.range,
      related: near.flatMap { others[$0] }
    ) { agents in
      namespace.isEmpty
        ? "\(kind) \(reference.name) is not among what is applied (agent \(agents)), while others of its kind are: \(list)\(hint)"
        : "\(kind) \(reference.name) is not among what is applied to namespace \(namespace) (agent \(agents)), while others of its kind are: \(list)\(hint)"
    }
  }

  private mutating func missingScaleTarget(
    _ reference: ObjectFact.Reference, of subject: Subject
  ) {
    var others: [String] = []
    for referent in Referent.allCases where referent.isScalable {
      others += subject.contents.names[referent, default: [:]].keys
        .map { "\(referent.kind) \($0)" }
    }
    guard !others.isEmpty else { return }
    others.sort()
    let wanted = "\(reference.referent.kind) \(reference.name)"
    let near =
      others.first { $0.hasSuffix(" \(reference.name)") } ?? nearest(wanted, among: others)
    let hint: Message = near.map { "; did you mean \($0)?" } ?? ""
    let (namespace, list) = (subject.namespace, Self.list(others))
    tell(ReferenceRules.missingScaleTarget, of: subject, at: reference.range) { agents in
      "\(wanted) is not among what is applied to namespace \(namespace) (agent \(agents)), while other workloads are: \(list)\(hint)"
    }
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

  private mutating func names(
    of referent: Referent, in namespace: String, _ objects: [String: AppliedObjects.Place]
  ) -> [String] {
    let key = Contents(namespace: namespace, referent: referent)
    if let known = sorted[key] { return known }
    let names = objects.keys.sorted()
    sorted[key] = names
    return names
  }

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
    _ reference: ObjectFact.Reference, in namespace: String
  ) -> Bool {
    switch reference.referent {
    case .serviceAccount: ["default", "builder", "deployer"].contains(reference.name)
    case .configMap:
      ["kube-root-ca.crt", "openshift-service-ca.crt", "istio-ca-root-cert"]
        .contains(reference.name)
    // What old clusters made for each account: `default-token-f9jvj`.
    case .secret:
      reference.name.dropLast(5).hasSuffix("-token-")
    case .clusterRole:
      ["cluster-admin", "admin", "edit", "view"].contains(reference.name)
        || reference.name.hasPrefix("system:")
    case .service: reference.name == "kubernetes" && namespace == "default"
    default: false
    }
  }
}

extension Referent {
  /// What an autoscaler of pods can scale.
  fileprivate var isScalable: Bool {
    switch self {
    case .deployment, .statefulSet, .replicaSet, .replicationController: true
    default: false
    }
  }

  /// The rule about names that are not there.
  fileprivate var rule: Rule {
    switch self {
    case .configMap: ReferenceRules.missingConfigMap
    case .secret: ReferenceRules.missingSecret
    case .volumeClaim: ReferenceRules.missingVolumeClaim
    case .serviceAccount: ReferenceRules.missingServiceAccount
    case .service: ReferenceRules.missingService
    case .role, .clusterRole: ReferenceRules.missingRole
    case .deployment, .statefulSet, .replicaSet, .replicationController:
      ReferenceRules.missingScaleTarget
    }
  }
}
