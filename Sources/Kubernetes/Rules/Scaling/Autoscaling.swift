import YAML

extension KindRules {
  /// How much of everything: pkg/apis/autoscaling, policy and core/validation.
  static let scaling: [KindRules] = [
    horizontalPodAutoscaler, podDisruptionBudget, limitRange, resourceQuota, priorityClass,
  ]

  /// ValidateHorizontalPodAutoscaler; version 1 is turned into version 2 before.
  private static let horizontalPodAutoscaler = KindRules("autoscaling", "HorizontalPodAutoscaler") {
    object, check in
    let spec = object.spec
    check.scaleTarget(spec.scaleTargetRef)
    check.replicaBounds(spec)
    let utilization = spec.targetCPUUtilizationPercentage
    if utilization.exists { check.positive(utilization) }
    for metric in spec.metrics.elements { check.metric(metric) }
    for (rules, name) in [
      (spec.behavior.scaleUp, "scaleUp"), (spec.behavior.scaleDown, "scaleDown"),
    ]
    where rules.exists {
      check.scalingRules(rules, name)
    }
  }

  /// ValidatePodDisruptionBudgetSpec.
  private static let podDisruptionBudget = KindRules(
    "policy", "PodDisruptionBudget", MetadataForm(name: nil, standardFinalizers: false)
  ) { object, check in
    let spec = object.spec
    if spec.minAvailable.exists, spec.maxUnavailable.exists {
      check.report(
        ObjectRules.disruptionBudget, at: spec.maxUnavailable,
        "is given beside minAvailable; minAvailable and maxUnavailable cannot be both set")
    }
    check.countOrPercent(spec.minAvailable, upTo100: true)
    check.countOrPercent(spec.maxUnavailable, upTo100: true)
    check.labelSelector(spec.selector)
    check.budgetAdvice(spec)
    check.oneOf(
      spec.unhealthyPodEvictionPolicy, Words("AlwaysAllow", "IfHealthyBudget"), emptyIsAbsent: false
    )
  }
}

extension ObjectCheck {
  fileprivate mutating func scaleTarget(_ target: Field) {
    requiredForm(target.kind, .pathSegment)
    requiredForm(target.name, .pathSegment)
    let version = target.apiVersion
    let slashes = version.bytes.count { $0 == 0x2F }
    if slashes > 1 {
      report(
        ObjectRules.scaleTarget, at: version, "\(shown(version)), an unexpected group and version")
    } else if slashes == 0 || version.bytes.first == 0x2F,
      !target.kind.equals("ReplicationController") || !(version.isEmpty || version.equals("v1"))
    {
      guard !target.kind.equals("ReplicationController") else { return }
      // Before 1.34 the server took it and the controller failed.
      report(
        ObjectRules.scaleTarget, includes(since: 34) ? nil : .warning, at: version,
        "\(shown(version)); apiVersion must specify API group, such as apps/v1")
    }
  }

  fileprivate mutating func replicaBounds(_ spec: Field) {
    let least = spec.minReplicas
    let most = spec.maxReplicas
    if least.exists, let number = least.integer, number < 1 {
      report(
        ObjectRules.replicaBounds, at: least, "\(shown(least)); must be greater than or equal to 1")
    }
    guard let number = most.integer else { return }
    if number < 1 {
      report(
        ObjectRules.replicaBounds, at: most,
        "\(shown(most)); must be set and greater than 0")
    }
    let floor = least.exists ? least.integer ?? 0 : Default.minReplicas
    if number < floor {
      report(
        ObjectRules.replicaBounds, at: most,
        "\(shown(most)); must be greater than or equal to `minReplicas` (\(floor))")
    }
  }

  /// validateMetricSpec.
  fileprivate mutating func metric(_ metric: Field) {
    let sources: [(name: StaticString, field: Field)] = [
      ("Object", metric.object), ("Pods", metric.pods), ("Resource", metric.resource),
      ("External", metric.external), ("ContainerResource", metric.containerResource),
    ]
    requiredOneOf(
      metric.type, Words("ContainerResource", "External", "Object", "Pods", "Resource"),
      ObjectRules.metric)
    for (name, field) in sources {
      if metric.type.equals(name), !field.exists {
        report(
          ObjectRules.metric, at: field, "must populate information for the given metric source")
      } else if field.exists, !metric.type.equals(name) {
        report(
          ObjectRules.metric, at: field,
          "is given, but must be empty when the metric's type is '\(metric.type.text)'")
      }
    }
    if metric.object.exists {
      requiredForm(metric.object.describedObject.kind, .pathSegment)
      requiredForm(metric.object.describedObject.name, .pathSegment)
      identifier(metric.object.metric)
      target(metric.object.target, [\.value, \.averageValue], exactlyOne: false)
    }
    if metric.pods.exists {
      identifier(metric.pods.metric)
      target(metric.pods.target, [\.averageValue], exactlyOne: true)
    }
    if metric.external.exists {
      identifier(metric.external.metric)
      target(metric.external.target, [\.value, \.averageValue], exactlyOne: true)
    }
    if metric.resource.exists {
      required(metric.resource.name, ObjectRules.metric)
      target(metric.resource.target, [\.averageUtilization, \.averageValue], exactlyOne: true)
    }
    if metric.containerResource.exists {
      let resource = metric.containerResource
      if required(resource.name, ObjectRules.metric) { containerResource(value: resource.name) }
      if required(resource.container, ObjectRules.metric) { form(resource.container, .label) }
      target(resource.target, [\.averageUtilization, \.averageValue], exactlyOne: true)
    }
  }

  private mutating func containerResource(value: Field) { containerResource(value) }

  private mutating func identifier(_ metric: Field) {
    if required(metric.name, ObjectRules.metric) { form(metric.name, .pathSegment) }
    labelSelector(metric.selector)
  }

  /// validateMetricTarget, and which of its values the source uses.
  private mutating func target(
    _ target: Field, _ values: [KeyPath<Field, Field>], exactlyOne: Bool
  ) {
    requiredOneOf(target.type, Words("Utilization", "Value", "AverageValue"), ObjectRules.metric)
    for quantity in [target.value, target.averageValue] where quantity.exists {
      positive(quantity: quantity)
    }
    if target.averageUtilization.exists { positive(target.averageUtilization) }
    let given = values.map { target[keyPath: $0] }.filter(\.exists)
    guard let first = values.first else { return }
    if given.isEmpty {
      report(
        ObjectRules.metric, at: target[keyPath: first],
        values.count > 1
          ? "or averageValue is required: must set a target"
          : "is required: must specify a positive target averageValue")
    } else if given.count > 1, exactlyOne {
      report(
        ObjectRules.metric, at: given[1],
        "is given beside another target; may not set both")
    }
  }

  /// validateScalingRules, once the defaults are filled in.
  fileprivate mutating func scalingRules(_ rules: Field, _ name: String) {
    within(rules.stabilizationWindowSeconds, 0...3600)
    oneOf(rules.selectPolicy, Words("Max", "Min", "Disabled"), emptyIsAbsent: false)
    notNegative(quantity: rules.tolerance)
    if rules.policies.exists, rules.policies.isEmpty {
      report(
        ObjectRules.requiredValue, at: rules.policies, "is empty; must specify at least one Policy")
    }
    for policy in rules.policies.elements {
      requiredOneOf(policy.type, Words("Percent", "Pods"))
      requiredWithin(policy.value, 1...Int64.max)
      requiredWithin(policy.periodSeconds, 1...1800)
    }
  }
}
