import YAML

extension KindRules {
  /// ValidateLimitRange.
  static let limitRange = KindRules("", "LimitRange", MetadataForm(nameIsOptional: true)) {
    object, check in
    check.unique(object.spec.limits.elements.map(\.type), "type")
    for limit in object.spec.limits.elements { check.limitItem(limit) }
  }

  /// ValidateResourceQuotaSpec.
  static let resourceQuota = KindRules("", "ResourceQuota") { object, check in
    let spec = object.spec
    for list in [spec.hard, object.status.hard, object.status.used] {
      for (key, value) in list.entries {
        check.quotaResource(key)
        check.notNegative(quantity: value)
        if Words.countedResources.contains(key) { check.wholeNumber(quantity: value) }
      }
    }
    check.quotaScopes(spec)
  }

  /// ValidatePriorityClass.
  static let priorityClass = KindRules("scheduling.k8s.io", "PriorityClass") { object, check in
    let name = object.metadata.name
    let value = object.value.integer ?? 0
    check.oneOf(object.preemptionPolicy, .preemptionPolicies, emptyIsAbsent: false)
    if Bytes.hasPrefix(name.bytes, "system-") {
      let isBuiltIn =
        (name.equals("system-node-critical") && value == 2_000_001_000)
        || (name.equals("system-cluster-critical") && value == 2_000_000_000)
      if !isBuiltIn {
        check.report(
          ObjectRules.priorityClass, at: name,
          "\(check.shown(name)); priority class names with 'system-' prefix are reserved for system use only"
        )
      }
    } else if value > 1_000_000_000 {
      check.report(
        ObjectRules.priorityClass, at: object.value,
        "is \(value); maximum allowed value of a user defined priority is 1000000000")
    }
  }
}

extension ObjectCheck {
  /// One entry of a LimitRange, after the server has filled `default` and `defaultRequest`.
  fileprivate mutating func limitItem(_ limit: Field) {
    let type = limit.type
    if required(type) {
      if !NameForm.qualifiedName.accepts(type.bytes) {
        form(type, .qualifiedName)
      } else if !type.bytes.contains(0x2F) {
        oneOf(type, Words("Pod", "Container", "PersistentVolumeClaim"))
      }
    }
    let isPod = type.equals("Pod")
    if isPod {
      forbidden(limit.default, " when `type` is 'Pod'")
      forbidden(limit.defaultRequest, " when `type` is 'Pod'")
    }
    if type.equals("PersistentVolumeClaim"), !limit.min.storage.exists, !limit.max.storage.exists {
      report(
        ObjectRules.limitRange, at: limit,
        "names neither; either minimum or maximum storage value is required")
    }
    let lists = [
      limit.max, limit.min, limit.default, limit.defaultRequest, limit.maxLimitRequestRatio,
    ]
    var names = NameSet()
    var resources: [ArraySlice<UInt8>] = []
    for list in lists {
      for (key, _) in list.entries where names.insert(key.bytes) {
        limitResource(key, type)
        resources.append(key.bytes)
      }
    }
    let indexes = lists.map(Members.init)
    for name in resources {
      limitBounds(
        name, max: indexes[0][name], min: indexes[1][name], default: isPod ? nil : indexes[2][name],
        request: isPod ? nil : indexes[3][name], ratio: indexes[4][name],
        fillsDefaults: type.equals("Container"))
    }
  }

  private mutating func limitResource(_ key: Field, _ type: Field) {
    if type.equals("Pod") || type.equals("Container") {
      containerResource(key)
    } else {
      standardResource(key)
    }
  }

  /// ValidateResourceName: a name without `/` is one the server knows.
  private mutating func standardResource(_ key: Field) {
    guard form(key: key) else { return }
    if !key.bytes.contains(0x2F), !Words.standardResources.contains(key),
      !Bytes.hasPrefix(key.bytes, "hugepages-"), !Bytes.hasPrefix(key.bytes, "requests.hugepages-")
    {
      report(
        ObjectRules.resourceName, at: key, "must be a standard resource type or fully qualified")
    }
  }

  private mutating func form(key: Field) -> Bool {
    guard !NameForm.qualifiedName.accepts(key.bytes) else { return true }
    report(ObjectRules.resourceName, at: key, "must be \(NameForm.qualifiedName.meaning)")
    return false
  }

  private mutating func limitBounds(
    _ name: ArraySlice<UInt8>, max: Field?, min: Field?, default: Field?, request: Field?,
    ratio: Field?, fillsDefaults: Bool
  ) {
    let most = max?.asQuantity?.roundedToMillis
    let least = min?.asQuantity?.roundedToMillis
    var usual = `default`?.asQuantity?.roundedToMillis
    var asked = request?.asQuantity?.roundedToMillis
    if fillsDefaults {
      usual = usual ?? most
      asked = asked ?? usual ?? least
    }
    let usualField = `default` ?? max
    let askedField = request ?? `default` ?? min ?? max
    for field in [max, min, `default`, request, ratio] {
      if let field { notNegative(quantity: field) }
    }
    func reportOrder(
      _ low: Quantity?, _ lowName: Message, _ high: Quantity?, _ highName: Message, at field: Field?
    ) {
      guard let low, let high, low > high, let field else { return }
      report(ObjectRules.limitRange, at: field, "has a \(lowName) greater than its \(highName)")
    }
    reportOrder(least, "min value", most, "max value", at: min)
    reportOrder(least, "min value", asked, "default request value", at: askedField)
    reportOrder(asked, "default request value", most, "max value", at: askedField)
    reportOrder(asked, "default request value", usual, "default limit value", at: askedField)
    reportOrder(least, "min value", usual, "default value", at: usualField)
    reportOrder(usual, "default value", most, "max value", at: usualField)
    if let ratio, let value = ratio.asQuantity {
      if value < .one {
        report(ObjectRules.limitRange, at: ratio, "\(shown(ratio)), a ratio less than 1")
      }
      if let most, let least, least > .zero,
        value.nanos / 1000 * (least.nanos / 1000) > most.nanos * 1000
      {
        report(
          ObjectRules.limitRange, at: ratio, "\(shown(ratio)), a ratio greater than max/min")
      }
    }
    let isFixed = Bytes.hasPrefix(name, "hugepages-") || Self.isExtended(name)
    if isFixed, let usual, let asked, usual != asked, let field = usualField {
      report(
        ObjectRules.limitRange, at: field,
        "must be equal to the default request for a non overcommitable resource")
    }
  }

  // MARK: Quotas

  fileprivate mutating func quotaResource(_ key: Field) {
    guard form(key: key), !key.bytes.contains(0x2F), !Words.quotaResources.contains(key),
      !Bytes.hasPrefix(key.bytes, "hugepages-"), !Bytes.hasPrefix(key.bytes, "requests.hugepages-")
    else { return }
    report(
      ObjectRules.resourceName, at: key,
      "must be a standard resource for quota, such as requests.cpu, limits.memory or pods, or fully qualified"
    )
  }

  fileprivate mutating func quotaScopes(_ spec: Field) {
    var scopes: [Field] = []
    for scope in spec.scopes.elements {
      quotaScope(scope, spec.hard)
      scopes.append(scope)
    }
    for expression in spec.scopeSelector.matchExpressions.elements {
      let word = expression.operator
      let name = expression.scopeName
      quotaScope(name, spec.hard)
      if word.equals("In") || word.equals("NotIn") {
        required(
          expression.values, ObjectRules.quotaScope,
          because: " when `operator` is 'In' or 'NotIn'")
      } else if word.equals("Exists") || word.equals("DoesNotExist") {
        if !expression.values.isEmpty {
          forbidden(expression.values, " when `operator` is 'Exists' or 'DoesNotExist'")
        }
      } else {
        report(
          ObjectRules.selectorOperator, at: word,
          "\(shown(word)); supported values: \(Words.selectorOperators.text)")
      }
      let needsExists =
        Words.quotaScopes.contains(name) && !name.equals("PriorityClass")
        && !name.equals("VolumeAttributesClass")
      if needsExists, !word.equals("Exists") {
        report(
          ObjectRules.quotaScope, at: word,
          "\(shown(word)); must be 'Exists' for the scope \(name.text)")
      }
      scopes.append(name)
    }
    func has(_ word: StaticString) -> Bool { scopes.contains { $0.equals(word) } }
    if (has("BestEffort") && has("NotBestEffort")) || (has("Terminating") && has("NotTerminating"))
    {
      report(
        ObjectRules.quotaScope, at: spec.scopes.exists ? spec.scopes : spec.scopeSelector,
        "has conflicting scopes")
    }
  }

  private mutating func quotaScope(_ scope: Field, _ hard: Field) {
    guard Words.quotaScopes.contains(scope) else {
      report(
        ObjectRules.quotaScope, at: scope,
        "\(shown(scope)), an unsupported scope; supported values: \(Words.quotaScopes.text)")
      return
    }
    let isOpen = scope.equals("VolumeAttributesClass")
    for (key, _) in hard.entries where !key.bytes.contains(0x2F) {
      let isGood =
        isOpen
        ? Words.claimQuotas.contains(key)
        : scope.equals("BestEffort")
          ? key.equals("pods") : key.equals("pods") || Words.computeQuotas.contains(key)
      guard Words.quotaResources.contains(key), !isGood else { continue }
      report(
        ObjectRules.quotaScope, at: scope,
        "\(shown(scope)), an unsupported scope applied to resource \(key.text)")
      return
    }
  }
}

extension Words {
  static let standardResources = Words(
    "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory",
    "requests.ephemeral-storage", "limits.cpu", "limits.memory", "limits.ephemeral-storage", "pods",
    "resourcequotas", "services", "replicationcontrollers", "secrets", "configmaps",
    "persistentvolumeclaims", "storage", "requests.storage", "services.nodeports",
    "services.loadbalancers")
  static let quotaResources = Words(
    "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.storage",
    "requests.ephemeral-storage", "limits.cpu", "limits.memory", "limits.ephemeral-storage", "pods",
    "resourcequotas", "services", "replicationcontrollers", "secrets", "persistentvolumeclaims",
    "configmaps", "services.nodeports", "services.loadbalancers")
  static let computeQuotas = Words(
    "cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory")
  static let claimQuotas = Words("persistentvolumeclaims", "requests.storage")
  static let countedResources = Words(
    "pods", "resourcequotas", "services", "replicationcontrollers", "secrets", "configmaps",
    "persistentvolumeclaims", "services.nodeports", "services.loadbalancers")
  static let quotaScopes = Words(
    "Terminating", "NotTerminating", "BestEffort", "NotBestEffort", "PriorityClass",
    "CrossNamespacePodAffinity", "VolumeAttributesClass")
}
