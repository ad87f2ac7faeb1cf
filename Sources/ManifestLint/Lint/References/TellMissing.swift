import Kubernetes
import YAML

/// What was missing, told when all of it is known.
extension ReferenceComparison {
  mutating func tellMissing() {
    for contents in applied.namespaces.values.sorted(by: { $0.namespace < $1.namespace })
      + [applied.cluster]
    {
      for demand in NamespaceContents.Demand.allCases {
        guard let answers = contents.demands[demand], !answers.missing.isEmpty,
          !answers.areOthersAtWork
        else { continue }
        let others = others(of: demand, in: contents)
        // Where nothing of the kind is, all of it may be brought by somebody else.
        guard !others.isEmpty else { continue }
        for missing in answers.missing { tell(missing, in: contents, others) }
      }
    }
  }

  /// What of the kind is there, sorted.
  private func others(
    of demand: NamespaceContents.Demand, in contents: NamespaceContents
  ) -> [String] {
    func names(_ referent: Referent) -> [String] { contents.objects(of: referent).keys.sorted() }
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
    case .pods: contents.workloads.isEmpty ? [] : [""]
    }
  }

  private mutating func tell(
    _ missing: NamespaceContents.Missing, in contents: NamespaceContents, _ others: [String]
  ) {
    let subject = Subject(entry: missing.entry, object: missing.object, contents: contents)
    switch missing.wanted {
    case .pods(let selector): selectsNothing(selector, of: subject)
    case .name(let referent, let name) where Referent.scalable.contains(referent):
      missingScaleTarget(referent, name, at: missing.range, of: subject, others)
    case .name(let referent, let name):
      missingName(referent, name, at: missing.range, of: subject, others)
    }
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
      related: near.flatMap { subject.contents.objects(of: referent)[$0] }
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
    let sameName = Referent.scalable.first { contents.objects(of: $0)[name] != nil }
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
