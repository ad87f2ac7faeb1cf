import YAML

/// Where a pod may run.
extension ObjectCheck {
  mutating func scheduling(_ spec: Field, _ use: PodUse) {
    if spec.affinity.exists { affinity(spec.affinity) }
    tolerations(spec.tolerations)
    topologySpread(spec.topologySpreadConstraints)
    let gates = spec.schedulingGates
    guard gates.exists else { return }
    unique(gates.elements.map(\.name), "scheduling gate")
    for gate in gates.elements {
      naming(gate) { check in
        if gate.name.isEmpty {
          check.required(gate.name)
        } else {
          check.form(gate.name, .qualifiedName)
        }
      }
    }
    if use.isPod, !gates.isEmpty, !spec.nodeName.isEmpty {
      forbidden(spec.nodeName, " until all schedulingGates have been cleared")
    }
  }

  /// ValidateTolerations (pkg/apis/core/validation).
  mutating func tolerations(_ tolerations: Field) {
    for toleration in tolerations.elements {
      let word = toleration.operator
      form(toleration.key, .qualifiedName, ObjectRules.labelFormat)
      if toleration.key.isEmpty, !word.equals("Exists") {
        report(
          ObjectRules.toleration, at: word,
          "\(shown(word)); operator must be Exists when `key` is empty, which means \"match all values and all keys\""
        )
      }
      if toleration.tolerationSeconds.exists, !toleration.effect.equals("NoExecute") {
        report(
          ObjectRules.toleration, at: toleration.effect,
          "\(shown(toleration.effect)); effect must be 'NoExecute' when `tolerationSeconds` is set")
      }
      if word.equals(default: "Equal") {
        form(toleration.value, .labelValue, ObjectRules.labelFormat)
      } else if word.equals("Exists") {
        if !toleration.value.isEmpty {
          naming(word) { check in
            check.report(
              ObjectRules.toleration, at: toleration.value,
              "\(check.shown(toleration.value)); value must be empty when `operator` is 'Exists'")
          }
        }
      } else {
        oneOf(word, Words("Equal", "Exists"), ObjectRules.toleration)
      }
      oneOf(toleration.effect, .taintEffects, ObjectRules.toleration)
    }
  }

  private mutating func affinity(_ affinity: Field) {
    let node = affinity.nodeAffinity
    if node.exists {
      if node.requiredDuringSchedulingIgnoredDuringExecution.exists {
        nodeSelector(node.requiredDuringSchedulingIgnoredDuringExecution)
      }
      for term in node.preferredDuringSchedulingIgnoredDuringExecution.elements {
        weight(term.weight)
        nodeSelectorTerm(term.preference, checksValues: false)
      }
    }
    for peers in [affinity.podAffinity, affinity.podAntiAffinity] where peers.exists {
      for term in peers.requiredDuringSchedulingIgnoredDuringExecution.elements {
        podAffinity(term)
      }
      for term in peers.preferredDuringSchedulingIgnoredDuringExecution.elements {
        weight(term.weight)
        podAffinity(term.podAffinityTerm)
      }
    }
  }

  private mutating func weight(_ field: Field) {
    guard let number = field.integer, !(1...100).contains(number) else { return }
    report(ObjectRules.affinityTerm, at: field, "\(shown(field)); must be in the range 1-100")
  }

  /// ValidateNodeSelector.
  mutating func nodeSelector(_ selector: Field) {
    if selector.nodeSelectorTerms.isEmpty {
      report(
        ObjectRules.affinityTerm, at: selector.nodeSelectorTerms,
        "is required: must have at least one node selector term")
    }
    for term in selector.nodeSelectorTerms.elements { nodeSelectorTerm(term, checksValues: true) }
  }

  private mutating func nodeSelectorTerm(_ term: Field, checksValues: Bool) {
    for expression in term.matchExpressions.elements {
      let word = expression.operator
      let values = expression.values
      switch word {
      case _ where word.equals("In") || word.equals("NotIn"):
        required(
          values, ObjectRules.affinityTerm, because: " when `operator` is 'In' or 'NotIn'")
      case _ where word.equals("Exists") || word.equals("DoesNotExist"):
        if !values.isEmpty { forbidden(values, " when `operator` is 'Exists' or 'DoesNotExist'") }
      case _ where word.equals("Gt") || word.equals("Lt"):
        if values.size != 1 {
          report(
            ObjectRules.affinityTerm, at: values,
            "must hold a single value when `operator` is 'Lt' or 'Gt'")
        }
      default:
        report(
          ObjectRules.selectorOperator, at: word,
          "\(shown(word)); supported values: \"In\", \"NotIn\", \"Exists\", \"DoesNotExist\", \"Gt\", \"Lt\""
        )
      }
      requiredLabelKey(expression.key)
      if checksValues { for value in values.elements { labelValue(value) } }
    }
    for expression in term.matchFields.elements {
      let word = expression.operator
      if !word.equals("In"), !word.equals("NotIn") {
        report(
          ObjectRules.selectorOperator, at: word,
          "\(shown(word)); supported values of matchFields: \"In\", \"NotIn\"")
      } else if expression.values.size != 1 {
        report(
          ObjectRules.affinityTerm, at: expression.values,
          "must hold a single value for a node field")
      }
      if expression.key.equals("metadata.name") {
        for value in expression.values.elements { form(value, .subdomain) }
      } else {
        report(
          ObjectRules.affinityTerm, at: expression.key,
          "\(shown(expression.key)), no valid field selector key; only metadata.name is")
      }
    }
  }

  private mutating func podAffinity(_ term: Field) {
    labelSelector(term.labelSelector)
    labelSelector(term.namespaceSelector)
    for namespace in term.namespaces.elements { form(namespace, .label) }
    if required(term.topologyKey, ObjectRules.affinityTerm) {
      form(term.topologyKey, .qualifiedName, ObjectRules.labelFormat)
    }
    matchLabelKeys([term.matchLabelKeys, term.mismatchLabelKeys], term.labelSelector)
  }

  /// Keys taken from the pod itself: they need a selector, and one list only may name each.
  private mutating func matchLabelKeys(_ lists: [Field], _ selector: Field) {
    var seen = TextSet()
    for list in lists where list.size > 0 {
      if !selector.exists { forbidden(list, " when labelSelector is not set") }
      for key in list.elements {
        if key.isEmpty { required(key) } else { form(key, .qualifiedName, ObjectRules.labelFormat) }
        guard seen.contains(key) else { continue }
        report(
          ObjectRules.affinityTerm, at: key,
          "\(shown(key)); exists in both matchLabelKeys and mismatchLabelKeys")
      }
      for key in list.elements { seen.insert(key) }
    }
  }

  /// validateTopologySpreadConstraints.
  private mutating func topologySpread(_ constraints: Field) {
    guard constraints.exists else { return }
    var pairs: Set<[ArraySlice<UInt8>]> = []
    for constraint in constraints.elements {
      if let skew = constraint.maxSkew.integer, skew <= 0 {
        report(
          ObjectRules.topologySpread, at: constraint.maxSkew,
          "\(shown(constraint.maxSkew)); must be greater than zero")
      }
      requiredLabelKey(constraint.topologyKey)
      requiredOneOf(
        constraint.whenUnsatisfiable, Words("DoNotSchedule", "ScheduleAnyway"),
        ObjectRules.topologySpread)
      if !pairs.insert([constraint.topologyKey.bytes, constraint.whenUnsatisfiable.bytes]).inserted
      {
        duplicate(constraint.topologyKey, "pair of topologyKey and whenUnsatisfiable")
      }
      let domains = constraint.minDomains
      if domains.exists {
        if let number = domains.integer, number <= 0 {
          report(
            ObjectRules.topologySpread, at: domains, "\(shown(domains)); must be greater than zero")
        }
        if !constraint.whenUnsatisfiable.equals("DoNotSchedule") {
          report(
            ObjectRules.topologySpread, at: domains,
            "can only be used if whenUnsatisfiable=DoNotSchedule")
        }
      }
      for policy in [constraint.nodeAffinityPolicy, constraint.nodeTaintsPolicy] {
        oneOf(policy, Words("Ignore", "Honor"), ObjectRules.topologySpread, emptyIsAbsent: false)
      }
      labelSelector(constraint.labelSelector)
      matchLabelKeys([constraint.matchLabelKeys], constraint.labelSelector)
    }
  }
}

extension Words {
  static let taintEffects = Words("NoSchedule", "PreferNoSchedule", "NoExecute")
}
