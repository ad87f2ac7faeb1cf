import YAML

extension KindRules {
  /// Pods and what makes them: pkg/apis/core/validation and pkg/apis/apps/validation.
  static let workloads: [KindRules] = [
    pod, podTemplate, replicationController, deployment, replicaSet, daemonSet, statefulSet,
    controllerRevision, job, cronJob,
  ]

  /// ValidatePodCreate.
  private static let pod = KindRules("", "Pod") { object, check in
    check.podAnnotations(object.metadata.annotations, object.spec)
    check.pod(object.spec, PodUse(isPod: true))
    check.ephemeralClaims(of: object)
  }

  private static let podTemplate = KindRules("", "PodTemplate") { object, check in
    check.podTemplate(object.template)
  }

  /// ValidateReplicationControllerSpec: an empty selector is filled in from the template.
  private static let replicationController = KindRules(
    "", "ReplicationController", MetadataForm(checksGenerateName: false)
  ) { object, check in
    let spec = object.spec
    check.notNegative(spec.replicas, spec.minReadySeconds)
    let labels = spec.template.metadata.labels
    if spec.selector.isEmpty {
      if spec.template.exists {
        check.required(
          labels, ObjectRules.selectorRequired,
          because: ": without a selector the template's labels are one")
      }
    } else {
      check.matches(map: spec.selector, labels)
    }
    check.required(spec.template)
    check.podTemplate(spec.template, PodUse(runsForever: true))
  }

  /// ValidateDeploymentSpec.
  private static let deployment = KindRules("apps", "Deployment") { object, check in
    let spec = object.spec
    check.notNegative(
      spec.replicas, spec.minReadySeconds, spec.revisionHistoryLimit, spec.progressDeadlineSeconds)
    check.deadline(spec.progressDeadlineSeconds, after: spec.minReadySeconds)
    check.workloadTemplate(spec)
    check.deploymentStrategy(spec.strategy)
  }

  private static let replicaSet = KindRules("apps", "ReplicaSet") { object, check in
    check.notNegative(object.spec.replicas, object.spec.minReadySeconds)
    check.workloadTemplate(object.spec)
  }

  /// ValidateDaemonSetSpec.
  private static let daemonSet = KindRules("apps", "DaemonSet") { object, check in
    let spec = object.spec
    check.notNegative(spec.minReadySeconds, spec.revisionHistoryLimit)
    check.workloadTemplate(spec)
    check.daemonSetStrategy(spec.updateStrategy)
  }

  /// ValidateStatefulSetSpec. Before 1.34 the pod's own specification was not looked at on create;
  /// the controller then failed to make the pods.
  private static let statefulSet = KindRules("apps", "StatefulSet", MetadataForm(name: .label)) {
    object, check in
    let spec = object.spec
    check.oneOf(spec.podManagementPolicy, Words("OrderedReady", "Parallel"))
    check.statefulSetStrategy(spec.updateStrategy)
    let retention = spec.persistentVolumeClaimRetentionPolicy
    for policy in [retention.whenDeleted, retention.whenScaled] {
      check.oneOf(policy, Words("Delete", "Retain"))
    }
    check.notNegative(spec.replicas, spec.minReadySeconds, spec.ordinals.start)
    if check.includes(since: 33) { check.form(spec.serviceName, .label) }
    for template in spec.volumeClaimTemplates.elements where check.includes(since: 34) {
      check.requiredForm(template.metadata.name, .label)
      check.claim(template.spec)
    }
    check.workloadTemplate(spec, claimTemplates: spec.volumeClaimTemplates)
  }

  private static let controllerRevision = KindRules("apps", "ControllerRevision") { object, check in
    check.notNegative(object.revision)
    if check.required(object.data), !object.data.isMapping {
      check.report(
        ObjectRules.unsupportedValue, at: object.data,
        "\(check.shown(object.data)); must be a JSON object")
    }
  }
}

extension ObjectCheck {
  /// Selector and template of a workload that keeps its pods running.
  mutating func workloadTemplate(_ spec: Field, claimTemplates: Field? = nil) {
    let template = spec.template
    if selector(spec.selector, selects: template.metadata.labels) {
      podTemplate(template, PodUse(runsForever: true, claimTemplates: claimTemplates))
    }
  }

  mutating func deadline(_ deadline: Field, after ready: Field) {
    let seconds = deadline.exists ? deadline.integer ?? 0 : Default.progressDeadlineSeconds
    guard let least = ready.integer, seconds <= least else { return }
    report(
      ObjectRules.rollingUpdate, at: deadline,
      deadline.exists
        ? "\(shown(deadline)); must be greater than minReadySeconds (\(least))"
        : "is \(Default.progressDeadlineSeconds) by default; must be greater than minReadySeconds (\(least))"
    )
  }

  /// ValidateDeploymentStrategy, ValidateRollingUpdateDeployment.
  mutating func deploymentStrategy(_ strategy: Field) {
    let type = strategy.type
    oneOf(type, Words("Recreate", "RollingUpdate"), ObjectRules.rollingUpdate)
    let update = strategy.rollingUpdate
    if type.equals("Recreate") {
      guard update.exists else { return }
      report(
        ObjectRules.rollingUpdate, at: update,
        "may not be specified when strategy `type` is 'Recreate'")
      return
    }
    guard type.equals(default: "RollingUpdate") else { return }
    let unavailable = update.maxUnavailable
    let surge = update.maxSurge
    countOrPercent(unavailable, upTo100: true)
    countOrPercent(surge)
    let isStopped =
      unavailable.exists && amount(unavailable) == 0 && surge.exists && amount(surge) == 0
    guard isStopped else { return }
    report(ObjectRules.rollingUpdate, at: unavailable, "may not be 0 when `maxSurge` is 0")
  }

  /// ValidateRollingUpdateDaemonSet.
  mutating func daemonSetStrategy(_ strategy: Field) {
    oneOf(strategy.type, Words("RollingUpdate", "OnDelete"), ObjectRules.rollingUpdate)
    guard strategy.type.equals(default: "RollingUpdate") else { return }
    let unavailable = strategy.rollingUpdate.maxUnavailable
    let surge = strategy.rollingUpdate.maxSurge
    countOrPercent(unavailable, upTo100: true)
    countOrPercent(surge, upTo100: true)
    let least = unavailable.exists ? amount(unavailable) : Default.daemonSetMaxUnavailable
    let most = surge.exists ? amount(surge) : Default.daemonSetMaxSurge
    if least != 0, most != 0 {
      report(
        ObjectRules.rollingUpdate, at: surge,
        "\(shown(surge)); may not be set when maxUnavailable is non-zero, and it is \(least)")
    } else if least == 0, most == 0 {
      report(ObjectRules.rollingUpdate, at: unavailable, "cannot be 0 when maxSurge is 0")
    }
  }

  /// validateRollingUpdateStatefulSet. `maxUnavailable` is dropped before 1.37.
  mutating func statefulSetStrategy(_ strategy: Field) {
    let canRecreate = includes(since: 37)
    oneOf(
      strategy.type,
      canRecreate
        ? Words("RollingUpdate", "OnDelete", "Recreate") : Words("RollingUpdate", "OnDelete"),
      ObjectRules.rollingUpdate)
    let update = strategy.rollingUpdate
    guard update.exists else { return }
    guard strategy.type.equals(default: "RollingUpdate") else {
      report(
        ObjectRules.rollingUpdate, at: update, "is only allowed for updateStrategy 'RollingUpdate'")
      return
    }
    within(update.partition, 0...Int64.max)
    let unavailable = update.maxUnavailable
    guard !includes(before: 37), unavailable.exists else { return }
    countOrPercent(unavailable, upTo100: true)
    if amount(unavailable) == 0 {
      report(ObjectRules.rollingUpdate, at: unavailable, "\(shown(unavailable)); cannot be 0")
    }
  }

  /// A Pod's claims are named after it and its volume; no other volume may use that name.
  mutating func ephemeralClaims(of pod: Field) {
    let volumes = pod.spec.volumes
    let made = volumes.elements.filter(\.ephemeral.exists)
    guard !made.isEmpty else { return }
    let name = pod.metadata.name.bytes
    let claims = NameSet(made.map { name + [0x2D] + $0.name.bytes })
    for volume in volumes.elements {
      let claim = volume.persistentVolumeClaim.claimName
      guard claims.contains(claim.bytes) else { continue }
      report(
        ObjectRules.volumeDetail, at: claim,
        "\(shown(claim)), the claim of an ephemeral volume of this pod")
    }
  }
}
