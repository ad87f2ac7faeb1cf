import Kubernetes
import YAML

/// What was missing, told when all of it is known.
extension ReferenceComparison {
  mutating func tellMissing() {
    for contents in applied.namespaces.values.sorted(by: { $0.namespace < $1.namespace })
      + [applied.cluster]
    {
      for demand in NamespaceContents.Demand.allCases {
        let answers = contents[demand]
        guard !answers.missing.isEmpty, !answers.areOthersAtWork else { continue }
        let others = others(of: demand, in: contents)
        // Where nothing of the kind is, all of it may be brought by somebody else.
        guard !others.isEmpty else { continue }
        for missing in answers.missing { tell(missing, in: contents, others) }
      }
    }
  }

  /// What of the kind is there, sorted.
  private mutating func others(
    of demand: NamespaceContents.Demand, in contents: NamespaceContents
  ) -> [String] {
    func names(_ referent: Referent) -> [String] {
      guard let kind = table.kindNumber(of: referent) else { return [] }
      return applied.names(of: kind, in: contents, table).map { table.names[$0] }.sorted()
    }
    return switch demand {
    case .configMap: names(.configMap)
    case .secret: names(.secret)
    case .volumeClaim: names(.volumeClaim)
    case .serviceAccount: names(.serviceAccount)
    case .service: names(.service)
    case .role: names(.role)
    case .clusterRole: names(.clusterRole)
    case .scaleTarget:
      Referent.scalable.flatMap { referent in names(referent).map { "\(referent.kind) \($0)" } }
    case .pods: contents.pods.workloads.isEmpty ? [] : [""]
    }
  }

  /// - Parameter missing: the place of the fact that asks.
  private mutating func tell(
    _ missing: AppliedObjects.Place, in contents: NamespaceContents, _ others: [String]
  ) {
    let subject = Subject(place: missing, contents: contents)
    var facts = facts(at: missing)
    switch facts.next() {
    case .selector(let range):
      var selector = PodSelector()
      selector.begin(range, in: facts.bytes)
      while let fact = facts.next(), facts.object == missing.object { selector.add(fact) }
      selectsNothing(selector, of: subject)
    case .reference(let reference):
      let name = String(decoding: facts.bytes[reference.name.bytes], as: UTF8.self)
      if Referent.scalable.contains(reference.referent) {
        missingScaleTarget(reference.referent, name, at: reference.range, of: subject, others)
      } else {
        missingName(reference.referent, name, at: reference.range, of: subject, others)
      }
    default: break
    }
  }

  /// The object of a kind that has a name.
  private func object(
    _ referent: Referent, _ name: String, in contents: NamespaceContents
  ) -> AppliedObjects.Place? {
    guard let kind = table.kindNumber(of: referent), let number = table.names.find(name) else {
      return nil
    }
    return applied.object(named: number, kind, in: contents, table).map { place(of: $0) }
  }

  private mutating func missingName(
    _ referent: Referent, _ name: String, at range: SourceRange, of subject: Subject,
    _ others: [String]
  ) {
    let near = nearest(name, among: others)
    let hint: Message = near.map { "; did you mean \($0)?" } ?? ""
    let (kind, namespace, list) = (referent.kind, subject.contents.namespace, Self.list(others))
    tell(
      referent.rule, of: subject, at: range,
      related: near.flatMap { object(referent, $0, in: subject.contents) }
    ) { agents in
      namespace.isEmpty
        ? "\(kind) \(name) is not among what is applied (agent \(agents)), while others of its kind are: \(list)\(hint)"
        : "\(kind) \(name) is not among what is applied to namespace \(namespace) (agent \(agents)), while others of its kind are: \(list)\(hint)"
    }
  }

  private mutating func missingScaleTarget(
    _ referent: Referent, _ name: String, at range: SourceRange, of subject: Subject,
    _ others: [String]
  ) {
    let contents = subject.contents
    let wanted = "\(referent.kind) \(name)"
    let sameName = Referent.scalable.first { object($0, name, in: contents) != nil }
    let near = sameName.map { "\($0.kind) \(name)" } ?? nearest(wanted, among: others)
    let hint: Message = near.map { "; did you mean \($0)?" } ?? ""
    let (namespace, list) = (contents.namespace, Self.list(others))
    tell(ReferenceRules.missingScaleTarget, of: subject, at: range) { agents in
      "\(wanted) is not among what is applied to namespace \(namespace) (agent \(agents)), while other workloads are: \(list)\(hint)"
    }
  }
}

extension Referent {
  /// What an autoscaler of pods can scale.
  fileprivate static let scalable: [Referent] = [
    .deployment, .replicaSet, .replicationController, .statefulSet,
  ]

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
