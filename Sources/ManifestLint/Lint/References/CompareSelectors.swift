import Kubernetes
import YAML

/// Selectors against the labels of pods, and what a Service sends to against their ports.
extension ReferenceComparison {
  /// - Parameter fact: where the selector stands.
  mutating func check(_ room: inout Room, at fact: Int, of subject: Subject) {
    let contents = subject.contents
    let pods = contents.pods
    guard !pods.workloads.isEmpty, findCandidates(&room, among: pods.labels) else { return }
    guard room.candidates.count <= workloadsLeft else {
      isExhausted = true
      return
    }
    workloadsLeft -= room.candidates.count
    var isSelected = false
    var seen: Set<UInt64> = []
    for number in room.candidates {
      if room.candidates.count > 1, !seen.insert(pods.hashes[number]).inserted { continue }
      guard selects(pods.workloads[number], &room) else { continue }
      if !isSelected { contents[.pods].found += 1 }
      isSelected = true
      room.targetPorts.removeAll { $0.isDeclared }
      if room.targetPorts.isEmpty { return }
    }
    guard !canBeMade(room.selector, in: contents) else { return }
    if isSelected {
      for port in room.targetPorts { missingTargetPort(port, in: room.selector.bytes, of: subject) }
    } else {
      contents[.pods].missing.append(
        AppliedObjects.Place(
          entry: subject.place.entry, object: subject.place.object, facts: fact))
    }
  }

  /// Finds the workloads that come into question: those with the rarest of the labels. False when any
  /// may.
  private func findCandidates(_ room: inout Room, among labels: LabelIndex) -> Bool {
    room.candidates.removeAll(keepingCapacity: true)
    let selector = room.selector
    func hashes(_ requirement: PodSelector.Requirement, _ take: (UInt64) -> Void) {
      let key = ByteWords.hash(selector.bytes, requirement.key, applied.secret)
      if requirement.kind == .exists { return take(key) }
      for value in selector.values[requirement.values] {
        take(ByteWords.hash(selector.bytes, value, key))
      }
    }
    var best: (requirement: PodSelector.Requirement, count: Int)?
    for requirement in selector.requirements where requirement.isDemand {
      var count = 0
      hashes(requirement) { count += labels.count($0) }
      if count < best?.count ?? .max { best = (requirement, count) }
      if count == 0 { break }
    }
    guard let best else { return false }
    hashes(best.requirement) { room.candidates += labels.workloads($0) }
    return true
  }

  /// Whether a workload's pods are selected. Notes which of the ports they declare.
  private mutating func selects(_ workload: AppliedObjects.Place, _ room: inout Room) -> Bool {
    room.found.removeAll(keepingCapacity: true)
    room.found.append(
      contentsOf: repeatElement(nil, count: room.selector.requirements.count))
    for port in room.targetPorts.indices { room.targetPorts[port].isDeclared = false }
    var facts = facts(at: workload)
    let bytes = facts.bytes
    var isSelected: Bool?
    while let fact = facts.next(), facts.object == workload.object {
      // The labels come first.
      if case .label = fact {
      } else if isSelected == nil {
        isSelected = room.selector.selects(room.found, in: bytes)
        if isSelected == false || room.targetPorts.isEmpty { break }
      }
      switch fact {
      case .label(let key, let value):
        for number in room.selector.requirements.indices
        where ByteWords.equal(
          room.selector.bytes, room.selector.requirements[number].key, bytes, key.bytes)
        {
          room.found[number] = value.bytes
        }
      case .portName(let name):
        for number in room.targetPorts.indices
        where ByteWords.equal(
          room.selector.bytes, room.targetPorts[number].name, bytes, name.bytes)
        {
          room.targetPorts[number].isDeclared = true
        }
        if room.targetPorts.allSatisfy(\.isDeclared) { return isSelected == true }
      default: break
      }
    }
    return isSelected ?? room.selector.selects(room.found, in: bytes)
  }

  /// Controllers mostly label what they make with the name of the object that they make it for.
  private func canBeMade(_ selector: PodSelector, in contents: NamespaceContents) -> Bool {
    selector.values.contains {
      applied.canBeMade($0, of: selector.bytes, in: contents, table.names)
    }
  }

  mutating func selectsNothing(_ selector: PodSelector, of subject: Subject) {
    let (namespace, text) = (subject.contents.namespace, selector.text)
    let count = subject.contents.pods.workloads.count
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
    let keys = Set(selector.spelled.map(\.key))
    var own: Set<String> = []
    var others: Set<String> = []
    let looked = contents.pods.workloads.prefix(hintsLeft > 0 ? 200 : 5)
    hintsLeft -= looked.count
    for place in looked {
      for label in Pods(facts(at: place), of: place.object).labels {
        let text = "\(label.key)=\(label.value)"
        if keys.contains(label.key) { own.insert(text) } else { others.insert(text) }
      }
    }
    return (own.isEmpty ? others : own).sorted()
  }

  private mutating func missingTargetPort(
    _ port: TargetPort, in bytes: [UInt8], of subject: Subject
  ) {
    let name = String(decoding: bytes[port.name], as: UTF8.self)
    var declared: Set<String> = []
    for place in subject.contents.pods.workloads.prefix(hintsLeft > 0 ? 200 : 0) {
      declared.formUnion(Pods(facts(at: place), of: place.object).portNames)
    }
    let near = nearest(name, among: declared.sorted())
    let hint: Message = near.map { "; did you mean \($0)?" } ?? ""
    let namespace = subject.contents.namespace
    tell(ReferenceRules.missingTargetPort, of: subject, at: port.range) { agents in
      "targetPort is \(name), but no container of the pods that are selected in namespace \(namespace) (agent \(agents)) declares a port of that name\(hint)"
    }
  }

  /// A label of a pod that one of the selector's is nearly: the same key with a near value, else a
  /// near key with the same value.
  private mutating func nearLabel(
    to selector: PodSelector, among contents: NamespaceContents
  ) -> (label: String, workload: AppliedObjects.Place)? {
    let requirements = selector.spelled.filter { $0.kind == .in }
    for place in contents.pods.workloads.prefix(200) where hintsLeft > 0 {
      for label in Pods(facts(at: place), of: place.object).labels {
        for requirement in requirements {
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

  init(_ facts: consuming FactCursor, of object: Int) {
    let bytes = facts.bytes
    func text(_ text: FactText) -> String { String(decoding: bytes[text.bytes], as: UTF8.self) }
    while let fact = facts.next(), facts.object == object {
      switch fact {
      case .label(let key, let value): labels.append((text(key), text(value)))
      case .portName(let name): portNames.insert(text(name))
      default: break
      }
    }
  }
}
