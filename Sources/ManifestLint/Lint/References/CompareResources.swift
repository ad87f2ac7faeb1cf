import Kubernetes
import YAML

/// What the quotas and limit ranges of a namespace ask of every pod in it.
extension ReferenceComparison {
  /// Admission first fills the defaults of all limit ranges in, then looks whether anything is still
  /// missing (plugin/pkg/admission/limitranger, pkg/quota/v1/evaluator/core/pods.go).
  mutating func checkResources(of subject: Subject) {
    let contents = subject.contents
    guard !contents.limitRanges.isEmpty || !contents.quotas.isEmpty else { return }
    var defaults = Amounts()
    for range in contents.limitRanges {
      defaults.requests.formUnion(range.item.defaultRequests)
      defaults.limits.formUnion(range.item.defaultLimits)
    }
    var pod = Amounts()
    var all = Amounts()
    var containers: [(name: String, range: SourceRange, amounts: Amounts)] = []
    var facts = facts(at: subject.place)
    while let fact = facts.next(), facts.object == subject.place.object {
      switch fact {
      case .podResources(let requests, let limits):
        pod = Amounts(requests: requests, limits: limits)
      case .container(let name, let range, let requests, let limits):
        let amounts = Amounts(
          requests: requests.union(defaults.requests), limits: limits.union(defaults.limits))
        let text = String(decoding: facts.bytes[name.bytes], as: UTF8.self)
        containers.append((text, range, amounts))
        all.formUnion(amounts)
      default: break
      }
    }
    guard let first = containers.first else { return }
    all.formUnion(pod)
    for container in containers {
      var known = container.amounts
      checkRatio(known, container.name, container.range, of: subject)
      known.formUnion(pod)
      checkQuota(known, container.name, container.range, of: subject)
    }
    for (place, item) in contents.limitRanges where item.isForPods {
      let missing = Amounts(
        requests: item.minimum.union(item.ratio).subtracting(all.requests),
        limits: item.maximum.union(item.ratio).subtracting(all.limits))
      guard !missing.isEmpty else { continue }
      let (names, range, namespace) = (missing.names, name(of: place), subject.contents.namespace)
      tell(ReferenceRules.resourcesRequired, of: subject, at: first.range, related: place) {
        agents in
        "no container states \(names), which LimitRange \(range) of namespace \(namespace) (agent \(agents)) asks of every pod without giving a default; the server refuses such pods"
      }
      return
    }
  }

  private mutating func checkQuota(
    _ known: Amounts, _ container: String, _ range: SourceRange, of subject: Subject
  ) {
    for quota in subject.contents.quotas {
      let missing = Amounts(
        requests: quota.requests.subtracting(known.requests),
        limits: quota.limits.subtracting(known.limits))
      guard !missing.isEmpty else { continue }
      let (names, place) = (missing.names, name(of: quota.place))
      let namespace = subject.contents.namespace
      tell(ReferenceRules.resourcesRequired, of: subject, at: range, related: quota.place) {
        agents in
        "container \(container) does not state \(names), which ResourceQuota \(place) of namespace \(namespace) (agent \(agents)) asks of every container, and no LimitRange there gives a default; the server refuses such pods"
      }
      return
    }
  }

  /// A ratio of limit to request can only be told where both are there.
  private mutating func checkRatio(
    _ known: Amounts, _ container: String, _ range: SourceRange, of subject: Subject
  ) {
    for (place, item) in subject.contents.limitRanges where !item.isForPods {
      let missing = Amounts(
        requests: item.ratio.subtracting(known.requests),
        limits: item.ratio.subtracting(known.limits))
      guard !missing.isEmpty else { continue }
      let (names, limitRange) = (missing.names, name(of: place))
      let namespace = subject.contents.namespace
      tell(ReferenceRules.resourcesRequired, of: subject, at: range, related: place) { agents in
        "container \(container) does not state \(names), which LimitRange \(limitRange) of namespace \(namespace) (agent \(agents)) needs for its maxLimitRequestRatio without giving a default; the server refuses such pods"
      }
      return
    }
  }
}

/// Which resources are requested, and which are limited.
private struct Amounts {
  var requests: ResourceSet = []
  var limits: ResourceSet = []

  var isEmpty: Bool { requests.isEmpty && limits.isEmpty }

  /// `limits.cpu, requests.memory`.
  var names: String {
    (limits.names.map { "limits.\($0)" } + requests.names.map { "requests.\($0)" })
      .joined(separator: ", ")
  }

  mutating func formUnion(_ other: Amounts) {
    requests.formUnion(other.requests)
    limits.formUnion(other.limits)
  }
}
