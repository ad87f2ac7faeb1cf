import YAML

/// What the server takes and the cluster punishes, in objects that are no pods.
extension ObjectCheck {
  /// Service: fields that its type does not look at (pkg/api/service/warnings.go).
  mutating func serviceAdvice(_ spec: Field) {
    if !spec.externalName.isEmpty, !spec.type.equals("ExternalName") {
      report(
        ObjectRules.ignoredField, at: spec.externalName,
        "is ignored when `type` is not ExternalName")
    }
    if spec.trafficDistribution.equals("PreferClose"), includes(since: 35) {
      report(
        ObjectRules.ignoredField, at: spec.trafficDistribution,
        "is PreferClose, which is deprecated from 1.35 on; use PreferSameZone")
    }
  }

  /// A ServiceAccount without namespace is bound to nobody.
  mutating func subjectAdvice(_ subject: Field) {
    guard subject.kind.equals("ServiceAccount"), subject.namespace.isEmpty else { return }
    report(
      ObjectRules.subjectNamespace, at: subject.namespace,
      "is missing; a ServiceAccount is looked for in the namespace named here, not in that of the binding"
    )
  }

  /// A budget that lets no pod go keeps every drain of a node waiting.
  mutating func budgetAdvice(_ spec: Field) {
    let most = spec.maxUnavailable
    if most.exists, amount(most) == 0 {
      report(
        ObjectRules.evictionBlocked, at: most,
        "\(shown(most)), so that no pod may be evicted; allow one at least")
    }
    if spec.minAvailable.equals("100%") {
      report(
        ObjectRules.evictionBlocked, at: spec.minAvailable,
        "is 100%, so that no pod may be evicted; allow one at least")
    }
  }

  mutating func volumeAdvice(persistent spec: Field) {
    guard spec.persistentVolumeReclaimPolicy.equals("Recycle") else { return }
    report(
      ObjectRules.ignoredField, at: spec.persistentVolumeReclaimPolicy,
      "is Recycle, which is deprecated; use dynamic provisioning")
  }
}
