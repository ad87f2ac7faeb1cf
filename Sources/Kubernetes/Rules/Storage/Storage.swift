import YAML

extension KindRules {
  /// Volumes of the cluster: pkg/apis/core/validation and pkg/apis/storage/validation.
  static let storage: [KindRules] = [
    persistentVolume, persistentVolumeClaim, storageClass, csiDriver, csiNode, volumeAttachment,
    volumeAttributesClass, csiStorageCapacity,
  ]

  private static let persistentVolumeClaim = KindRules("", "PersistentVolumeClaim") {
    object, check in check.claim(object.spec)
  }

  /// ValidatePersistentVolumeSpec.
  private static let persistentVolume = KindRules("", "PersistentVolume") { object, check in
    check.persistentVolume(object.spec, isInline: false)
    check.volumeAdvice(persistent: object.spec)
  }

  /// ValidateStorageClass.
  private static let storageClass = KindRules("storage.k8s.io", "StorageClass") { object, check in
    if check.required(object.provisioner) { check.provisioner(object.provisioner) }
    check.parameters(object.parameters)
    check.oneOf(object.reclaimPolicy, Words("Delete", "Retain"), emptyIsAbsent: false)
    check.oneOf(
      object.volumeBindingMode, Words("Immediate", "WaitForFirstConsumer"), emptyIsAbsent: false)
    var terms: Set<[[ArraySlice<UInt8>]]> = []
    for term in object.allowedTopologies.elements {
      let expressions = term.matchLabelExpressions
      check.unique(expressions.elements.map(\.key), "key")
      for expression in expressions.elements {
        check.requiredLabelKey(expression.key)
        check.required(expression.values)
        check.unique(expression.values.elements)
      }
      let shape = expressions.elements.map { expression in
        [expression.key.bytes] + expression.values.elements.map(\.bytes)
      }
      if !terms.insert(shape).inserted { check.duplicate(term, "term") }
    }
  }

  private static let csiDriver = KindRules("storage.k8s.io", "CSIDriver") { object, check in
    let spec = object.spec
    check.oneOf(
      spec.fsGroupPolicy, Words("File", "None", "ReadWriteOnceWithFSType"), emptyIsAbsent: false)
    check.eachOneOf(spec.volumeLifecycleModes, Words("Ephemeral", "Persistent"))
    var audiences = NameSet()
    for token in spec.tokenRequests.elements {
      if !audiences.insert(token.audience.bytes) {
        check.duplicate(token.audience, "audience")
      }
      let seconds = token.expirationSeconds
      if seconds.exists, let number = seconds.integer, !(600...1 << 32).contains(number) {
        check.report(
          ObjectRules.numberRange, at: seconds,
          "\(check.shown(seconds)); may not specify a duration less than 10 minutes, nor more than 2^32 seconds"
        )
      }
    }
    if spec.nodeAllocatableUpdatePeriodSeconds.exists {
      check.within(spec.nodeAllocatableUpdatePeriodSeconds, 10...Int64.max)
    }
    if spec.serviceAccountTokenInSecrets.exists, spec.tokenRequests.isEmpty {
      check.forbidden(spec.serviceAccountTokenInSecrets, " without tokenRequests")
    }
  }

  private static let csiNode = KindRules("storage.k8s.io", "CSINode") { object, check in
    check.unique(object.spec.drivers.elements.map(\.name), "driver")
    for driver in object.spec.drivers.elements {
      if check.required(driver.name) { check.driverName(driver.name) }
      if check.required(driver.nodeID) { check.noLongerThan(256, driver.nodeID) }
      check.notNegative(driver.allocatable.count)
      check.unique(driver.topologyKeys.elements, "key")
      for key in driver.topologyKeys.elements { check.requiredLabelKey(key) }
    }
  }

  private static let volumeAttachment = KindRules("storage.k8s.io", "VolumeAttachment") {
    object, check in
    let spec = object.spec
    if check.required(spec.attacher) { check.driverName(spec.attacher) }
    check.requiredForm(spec.nodeName, .subdomain)
    let source = spec.source
    if source.inlineVolumeSpec.exists == !source.persistentVolumeName.isEmpty {
      check.report(
        ObjectRules.volumeSource, at: source,
        "must specify exactly one of inlineVolumeSpec and persistentVolumeName")
    } else if source.inlineVolumeSpec.exists {
      check.persistentVolume(source.inlineVolumeSpec, isInline: true)
    } else {
      check.form(source.persistentVolumeName, .subdomain)
    }
  }

  private static let volumeAttributesClass = KindRules("storage.k8s.io", "VolumeAttributesClass") {
    object, check in
    if check.required(object.driverName) { check.provisioner(object.driverName) }
    check.required(object.parameters, because: ": at least one key/value pair")
    check.parameters(object.parameters)
  }

  private static let csiStorageCapacity = KindRules("storage.k8s.io", "CSIStorageCapacity") {
    object, check in
    check.requiredForm(object.storageClassName, .subdomain)
    check.labelSelector(object.nodeTopology)
    for quantity in [object.capacity, object.maximumVolumeSize] {
      check.notNegative(quantity: quantity)
    }
  }
}

extension ObjectCheck {
  private static let maximumParameters = 512
  private static let maximumParameterBytes = 256 * 1024

  /// Parameters of a class.
  fileprivate mutating func parameters(_ parameters: Field) {
    noMoreThan(Self.maximumParameters, in: parameters)
    var total = 0
    for (key, value) in parameters.entries {
      total += key.bytes.count + value.bytes.count
      if key.bytes.isEmpty {
        report(ObjectRules.requiredValue, at: key, "has an empty key; field can not be empty")
      }
    }
    if total > Self.maximumParameterBytes {
      report(
        ObjectRules.tooLong, at: parameters,
        "have \(total) bytes; may not be more than \(Self.maximumParameterBytes) bytes")
    }
  }

  fileprivate mutating func provisioner(_ field: Field) {
    guard !NameForm.qualifiedName.accepts(field.bytes.map(Bytes.lowered)[...]) else { return }
    report(
      ObjectRules.nameFormat, at: field,
      "\(shown(field)); it must be \(NameForm.qualifiedName.meaning)")
  }

  /// A volume of the cluster, or one inside a VolumeAttachment, which lacks what only claims need.
  fileprivate mutating func persistentVolume(_ spec: Field, isInline: Bool) {
    accessModes(spec.accessModes)
    let capacity = spec.capacity
    if isInline {
      for field in [
        spec.claimRef, capacity, spec.persistentVolumeReclaimPolicy, spec.nodeAffinity,
        spec.storageClassName,
      ] where !field.isEmpty {
        forbidden(field, " in the context of inline volumes")
      }
      required(spec.csi, because: " in the context of inline volumes")
    } else {
      if required(capacity) {
        for (key, value) in capacity.entries {
          if key.equals("storage") {
            positive(quantity: value)
          } else {
            report(
              ObjectRules.unsupportedValue, at: key,
              "is no capacity of a volume; supported values: \"storage\"")
          }
        }
      }
      oneOf(spec.persistentVolumeReclaimPolicy, Words("Delete", "Recycle", "Retain"))
      if spec.hostPath.path.equals("/"), spec.persistentVolumeReclaimPolicy.equals("Recycle") {
        forbidden(
          spec.persistentVolumeReclaimPolicy, " to 'Recycle' for a hostPath mount of '/'")
      }
    }
    if spec.nodeAffinity.exists {
      if required(spec.nodeAffinity.required) { nodeSelector(spec.nodeAffinity.required) }
    }
    let kind = volumeSource(spec, isPersistent: true)
    if kind == nil {
      report(ObjectRules.volumeSource, at: spec, "names no source; must specify a volume type")
    }
    if kind == .local, !spec.nodeAffinity.exists {
      required(spec.nodeAffinity, because: ": a local volume requires node affinity")
    }
    form(spec.storageClassName, .subdomain)
    oneOf(spec.volumeMode, .volumeModes, emptyIsAbsent: false)
    let attributes = spec.volumeAttributesClassName
    guard attributes.exists, !isInline else { return }
    requiredForm(attributes, .subdomain)
    if kind != .csi { forbidden(attributes, " for a volume that is none of csi") }
  }
}
