import Kubernetes
import YAML

/// Selectors against the labels of pods, and what a Service sends to against their ports.
extension ReferenceComparison {
  mutating func check(
    _ selector: PodSelector, targetPorts: [(name: String, range: SourceRange)],
    of subject: Subject
  ) {
    let contents = subject.contents
    guard !contents.workloads.isEmpty else { return }
    guard let candidates = candidates(for: selector, among: contents) else { return }
    guard candidates.count <= workloadsLeft else {
      isExhausted = true
      return
    }
    workloadsLeft -= candidates.count
    var isSelected = false
    var missingPorts = targetPorts
    for number in candidates {
      let pods = Pods(facts(of: contents.workloads[number]))
      guard selector.selects(pods.labels) else { continue }
      if !isSelected { contents.demands[.pods, default: .init()].found += 1 }
      isSelected = true
      missingPorts.removeAll { pods.portNames.contains($0.name) }
      if missingPorts.isEmpty { return }
    }
    guard !canBeMade(selector, in: contents) else { return }
    if isSelected {
      for port in missingPorts { missingTargetPort(port, of: subject) }
    } else {
      contents.demands[.pods, default: .init()].missing.append(
        .init(
          entry: subject.entry, object: subject.object, range: selector.range,
          wanted: .pods(selector)))
    }
  }

  /// The workloads that come into question: those with the rarest of the labels. Nil when any may.
  private func candidates(
    for selector: PodSelector, among contents: NamespaceContents
  ) -> [Int]? {
    var best: [Int]?
    for demand in selector.demands {
      let numbers: [Int]
      if demand.kind == .exists {
        numbers = Array(contents.labels.workloads(key: demand.key, value: nil))
      } else {
        numbers = demand.values.flatMap { contents.labels.workloads(key: demand.key, value: $0) }
      }
      if numbers.count < best?.count ?? .max { best = numbers }
      if numbers.isEmpty { break }
    }
    return best
  }

  /// Controllers mostly label what they make with the name of the object that they make it for.
  private func canBeMade(
    _ selector: PodSelector, in contents: NamespaceContents
  ) -> Bool {
    selector.requirements.contains { requirement in
      requirement.values.contains { applied.canBeMade($0, in: contents) }
    }
  }

  mutating func selectsNothing(_ selector: PodSelector, of subject: Subject) {
    let (namespace, text) = (subject.contents.namespace, selector.text)
    let count = subject.contents.workloads.count
    let near = nearLabel(to: selector, among: subject.contents)
    let hint: Message = near.map { "; did you mean \($0.label)?" } ?? ""
    let list = Self.list(labelsThere(of: selector, among: subject.contents))
    tell(
      ReferenceRules.selectsNothing, of: subject, at: selector.range, related: near?.workload
    ) { agents in
      "no pod template that is applied to namespace \(namespace) (agent \(agents)) has the labels \(text); looked at \(count), whose labels are: \(list)\(hint)"
    }
  }

  /// Labels of pods with the selector's keys, else all: of the first few workloads.
  private mutating func labelsThere(
    of selector: PodSelector, among contents: NamespaceContents
  ) -> [String] {
    let keys = Set(selector.requirements.map(\.key))
    var own: Set<String> = []
    var others: Set<String> = []
    let looked = contents.workloads.prefix(hintsLeft > 0 ? 200 : 5)
    hintsLeft -= looked.count
    for place in looked {
      for label in Pods(facts(of: place)).labels {
        let text = "\(label.key)=\(label.value)"
        if keys.contains(label.key) { own.insert(text) } else { others.insert(text) }
      }
    }
    return (own.isEmpty ? others : own).sorted()
  }

  private mutating func missingTargetPort(
    _ port: (name: String, range: SourceRange), of subject: Subject
  ) {
    var declared: Set<String> = []
    for place in subject.contents.workloads.prefix(hintsLeft > 0 ? 200 : 0) {
      declared.formUnion(Pods(facts(of: place)).portNames)
    }
    let near = nearest(port.name, among: declared.sorted())
    let hint: Message = near.map { "; did you mean \($0)?" } ?? ""
    let namespace = subject.contents.namespace
    tell(ReferenceRules.missingTargetPort, of: subject, at: port.range) { agents in
      "targetPort is \(port.name), but no container of the pods that are selected in namespace \(namespace) (agent \(agents)) declares a port of that name\(hint)"
    }
  }

  /// A label of a pod that one of the selector's is nearly: the same key with a near value, else a
  /// near key with the same value.
  private mutating func nearLabel(
    to selector: PodSelector, among contents: NamespaceContents
  ) -> (label: String, workload: AppliedObjects.Place)? {
    for place in contents.workloads.prefix(200) where hintsLeft > 0 {
      for label in Pods(facts(of: place)).labels {
        for requirement in selector.requirements where requirement.kind == .in {
          guard let wanted = requirement.values.first,
            wanted != label.value || requirement.key != label.key
          else { continue }
          let isNear =
            requirement.key == label.key
            ? nearest(wanted, among: [label.value]) != nil
            : wanted == label.value && nearest(requirement.key, among: [label.key]) != nil
          if isNear { return ("\(label.key)=\(label.value)", place) }
        }
      }
    }
    return nil
  }
}

/// Labels and ports of a workload's pods.
private struct Pods {
  private(set) var labels: [(key: String, value: String)] = []
  private(set) var portNames: Set<String> = []

  init(_ facts: [ObjectFact]) {
    for fact in facts {
      switch fact {
      case .label(let key, let value): labels.append((key, value))
      case .portName(let name): portNames.insert(name)
      default: break
      }
    }
  }
}
