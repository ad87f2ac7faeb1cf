import YAML

extension KindRules {
  /// The cluster's own objects: pkg/apis/core, node and coordination/validation.
  static let cluster: [KindRules] = [
    node, runtimeClass, lease, event, coreEvent, storageVersionMigration,
  ]

  private static let node = KindRules("", "Node") { object, check in
    let spec = object.spec
    var taints: Set<[ArraySlice<UInt8>]> = []
    for taint in spec.taints.elements {
      check.requiredLabelKey(taint.key)
      check.labelValue(taint.value)
      check.requiredOneOf(taint.effect, .taintEffects)
      if !taints.insert([taint.key.bytes, taint.effect.bytes]).inserted {
        check.duplicate(taint.key, "pair of key and effect")
      }
    }
    let families = spec.podCIDRs.elements.compactMap { check.block($0)?.address.family }
    if families.count > 2 || (families.count == 2 && families[0] == families[1]) {
      check.report(
        ObjectRules.addressFormat, at: spec.podCIDRs,
        "may specify no more than one CIDR for each IP family")
    }
    if !spec.podCIDR.isEmpty, let first = spec.podCIDRs.first, first.bytes != spec.podCIDR.bytes {
      check.report(
        ObjectRules.addressFormat, at: spec.podCIDR, "must match the first value of podCIDRs")
    } else if spec.podCIDRs.isEmpty, !spec.podCIDR.isEmpty {
      check.block(spec.podCIDR)
    }
  }

  private static let runtimeClass = KindRules(
    "node.k8s.io", "RuntimeClass", MetadataForm(standardFinalizers: false)
  ) { object, check in
    check.requiredForm(object.handler, .label)
    check.resourceList(object.overhead.podFixed)
    check.labels(object.scheduling.nodeSelector)
    check.tolerations(object.scheduling.tolerations)
    var seen: Set<[ArraySlice<UInt8>]> = []
    for toleration in object.scheduling.tolerations.elements {
      let shape = [
        toleration.key.bytes, toleration.operator.bytes, toleration.value.bytes,
        toleration.effect.bytes, toleration.tolerationSeconds.bytes,
      ]
      if !seen.insert(shape).inserted { check.duplicate(toleration, "toleration") }
    }
  }

  private static let lease = KindRules(
    "coordination.k8s.io", "Lease", MetadataForm(standardFinalizers: false)
  ) { object, check in
    let spec = object.spec
    check.positive(spec.leaseDurationSeconds)
    check.notNegative(spec.leaseTransitions)
    if spec.strategy.exists, !spec.strategy.equals("OldestEmulationVersion") {
      check.form(spec.strategy, .qualifiedName)
    }
    if !spec.preferredHolder.isEmpty, !spec.strategy.exists {
      check.forbidden(spec.preferredHolder, " without a strategy")
    }
  }

  /// events.k8s.io/v1: ValidateEventCreate.
  private static let event = KindRules("events.k8s.io", "Event") { object, check in
    check.eventOrigin(object, about: object.regarding, reportedBy: object.reportingController)
    check.required(object.eventTime)
    check.requiredOneOf(object.type, Words("Normal", "Warning"))
    for field in [
      object.deprecatedCount, object.deprecatedFirstTimestamp, object.deprecatedLastTimestamp,
      object.deprecatedSource,
    ] where !field.isEmpty && field.integer != 0 {
      check.forbidden(field, " in a new event")
    }
  }

  /// Events of the core group: legacyValidateEvent. Of their metadata only the rules that hold for
  /// every object are looked at.
  private static let coreEvent = KindRules("", "Event", .any) { object, check in
    check.eventOrigin(
      object, about: object.involvedObject, reportedBy: object.reportingComponent)
  }

  private static let storageVersionMigration = KindRules(
    "storagemigration.k8s.io", "StorageVersionMigration"
  ) { object, check in
    check.requiredForm(object.spec.resource.resource, .rfc1035Label)
    check.form(object.spec.resource.group, .subdomain)
  }
}

extension ObjectCheck {
  /// An event lies in the namespace of what it is about. One with a time says who reports it.
  ///
  /// - Parameter reporter: the field in which it says so; its name is not the same in both groups.
  fileprivate mutating func eventOrigin(
    _ object: Field, about subject: Field, reportedBy reporter: Field
  ) {
    let namespace = object.metadata.namespace
    let own = namespace.isEmpty ? Array("default".utf8)[...] : namespace.bytes
    let isDefault = Bytes.equal(own, "default")
    let isNew = object.eventTime.exists
    let agrees =
      subject.namespace.isEmpty
      ? isDefault || (isNew && Bytes.equal(own, "kube-system"))
      : isNew || subject.namespace.bytes == own
    if !agrees {
      report(
        ObjectRules.eventNamespace, at: subject.namespace,
        "\(shown(subject.namespace)); does not match event.namespace")
    }
    guard isNew else { return }
    requiredForm(reporter, .qualifiedName)
    if required(object.reportingInstance) { noLongerThan(128, object.reportingInstance) }
    if required(object.action) { noLongerThan(128, object.action) }
    if required(object.reason) { noLongerThan(128, object.reason) }
    noLongerThan(1024, object.message)
    noLongerThan(1024, object.note)
  }
}
