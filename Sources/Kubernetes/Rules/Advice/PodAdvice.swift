import YAML

/// What the server takes and the cluster punishes: mostly what it warns of itself
/// (pkg/api/pod/warnings.go).
extension ObjectCheck {
  mutating func podAdvice(_ spec: Field) {
    for (key, _) in spec.nodeSelector.entries { nodeLabelAdvice(key, key) }
    for secret in spec.imagePullSecrets.elements where secret.name.isEmpty {
      report(ObjectRules.ignoredField, at: secret.name, "is empty, so the entry has no effect")
    }
    let grace = spec.terminationGracePeriodSeconds
    if let seconds = grace.integer, seconds < 0 {
      report(
        ObjectRules.ignoredField, at: grace,
        "\(shown(grace)); negative values are treated as 1 second")
    }
    schedulingAdvice(spec)
  }

  /// What selects a port by name gets the first container's.
  mutating func portAdvice(_ name: Field, _ names: inout TextSet) {
    guard !name.isEmpty, !names.insert(name) else { return }
    report(
      ObjectRules.repeatedPortName, at: name,
      "\(shown(name)), as a port of a container before it; what selects the port by name gets only the first, rename one of the two"
    )
  }

  /// Neither a digest nor a tag, or the tag that moves.
  mutating func imageAdvice(_ image: Field) {
    // Where the tag begins, behind the last slash.
    var tag: Int?
    let hasDigest = image.withText { text in
      for index in 0..<text.count {
        switch text[index] {
        case 0x40: return true
        case 0x2F: tag = nil
        case 0x3A where tag == nil: tag = index + 1
        default: break
        }
      }
      return text.isEmpty
    }
    guard !hasDigest else { return }
    guard let tag else {
      report(
        ObjectRules.imageTag, at: image,
        "\(shown(image)) without a tag, which means latest; name a version")
      return
    }
    let isLatest = image.withText { Bytes.equal($0.extracting(tag..<$0.count), "latest") }
    guard isLatest else { return }
    report(
      ObjectRules.imageTag, at: image,
      "\(shown(image)); what latest is changes without a change in the repository")
  }

  /// `128m` of memory is an eighth of a byte.
  mutating func byteAdvice(_ name: Field, _ value: Field, _ quantity: Quantity) {
    guard !quantity.isInteger, name.equals("memory") || name.equals("ephemeral-storage") else {
      return
    }
    report(
      ObjectRules.fractionalBytes, at: value,
      "\(shown(value)), a fraction of a byte; m means thousandths, Mi and M mean millions")
  }

  /// A port of a probe or hook that is a name must be one of the container's.
  mutating func namedPort(_ port: Field, _ container: Field) {
    guard port.isText, NameForm.portName.accepts(port) else { return }
    let isDeclared = container.ports.elements.contains { $0.name.isSameText(as: port) }
    guard !isDeclared else { return }
    report(
      ObjectRules.undeclaredPort, at: port,
      "\(shown(port)), but the container declares no port of that name")
  }

  /// ValidateNodeSelector takes labels that no node has any more.
  private mutating func nodeLabelAdvice(_ key: Field, _ place: Field) {
    for (old, new) in Self.oldNodeLabels where key.equals(old) {
      report(
        ObjectRules.deprecatedLabel, at: place,
        "names the label \("\(old)"), which is deprecated; use \("\(new)")")
    }
  }

  private static let oldNodeLabels: [(old: StaticString, new: StaticString)] = [
    ("beta.kubernetes.io/arch", "kubernetes.io/arch"),
    ("beta.kubernetes.io/os", "kubernetes.io/os"),
    ("failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region"),
    ("failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone"),
    ("beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type"),
  ]

  private mutating func schedulingAdvice(_ spec: Field) {
    for constraint in spec.topologySpreadConstraints.elements {
      nodeLabelAdvice(constraint.topologyKey, constraint.topologyKey)
      matchesNothing(constraint.labelSelector)
    }
    let affinity = spec.affinity
    guard affinity.exists else { return }
    let node = affinity.nodeAffinity
    for term in node.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms.elements {
      for expression in term.matchExpressions.elements {
        nodeLabelAdvice(expression.key, expression.key)
      }
    }
    for peers in [affinity.podAffinity, affinity.podAntiAffinity] where peers.exists {
      for term in peers.requiredDuringSchedulingIgnoredDuringExecution.elements {
        peerAdvice(term)
      }
      for term in peers.preferredDuringSchedulingIgnoredDuringExecution.elements {
        peerAdvice(term.podAffinityTerm)
      }
    }
  }

  private mutating func peerAdvice(_ term: Field) {
    nodeLabelAdvice(term.topologyKey, term.topologyKey)
    matchesNothing(term.labelSelector)
  }

  private mutating func matchesNothing(_ selector: Field) {
    guard !selector.exists else { return }
    report(
      ObjectRules.matchesNothing, at: selector,
      "is missing; a null labelSelector results in matching no pod")
  }

  /// Annotations whose fields took over: read on, or read no more.
  mutating func annotationAdvice(_ key: Field) {
    let field: Message? =
      key.hasPrefix("container.apparmor.security.beta.kubernetes.io/")
      ? "securityContext.appArmorProfile"
      : key.equals("seccomp.security.alpha.kubernetes.io/pod")
        || key.hasPrefix("container.seccomp.security.alpha.kubernetes.io/")
        ? "securityContext.seccompProfile"
        : key.equals("scheduler.alpha.kubernetes.io/critical-pod")
          ? "priorityClassName" : nil
    if let field { deprecatedAnnotation(key, "\(field)") }
  }

  mutating func deprecatedAnnotation(_ key: Field, _ field: Message) {
    report(
      ObjectRules.deprecatedAnnotation, at: key,
      "is deprecated; use the field \(field) instead")
  }
}
