import YAML

extension KindRules {
  private static let deviceGroup = "resource.k8s.io"

  /// Dynamic resources: pkg/apis/resource/validation.
  static let devices: [KindRules] = [
    KindRules(deviceGroup, "ResourceClaim") { object, check in check.deviceClaim(object.spec) },
    KindRules(deviceGroup, "ResourceClaimTemplate") { object, check in
      check.labels(object.spec.metadata.labels)
      check.annotations(object.spec.metadata.annotations)
      for field in [object.spec.metadata.name, object.spec.metadata.namespace]
      where !field.isEmpty {
        check.forbidden(field, " in a claim made for a pod")
      }
      check.deviceClaim(object.spec.spec)
    },
    KindRules(deviceGroup, "DeviceClass", MetadataForm(checksGenerateName: false)) {
      object, check in
      check.deviceSelectors(object.spec.selectors)
      check.noMoreThan(32, in: object.spec.config)
      for config in object.spec.config.elements { check.deviceConfiguration(config) }
      let name = object.spec.extendedResourceName
      guard name.exists, !ObjectCheck.isExtended(name.bytes) else { return }
      check.report(
        ObjectRules.resourceName, at: name,
        "\(check.shown(name)); must be a valid extended resource name")
    },
    KindRules(deviceGroup, "ResourceSlice") { object, check in check.slice(object.spec) },
  ]
}

extension ObjectCheck {
  private static let maximumDeviceItems = 32

  /// What a driver says about its devices.
  fileprivate mutating func slice(_ spec: Field) {
    if required(spec.driver) { driverName(spec.driver) }
    required(spec.pool.name)
    requiredWithin(spec.pool.resourceSliceCount, 1...Int64.max)
    notNegative(spec.pool.generation)
    noMoreThan(128, in: spec.devices)
    unique(spec.devices.elements.map(\.name), "name")
    for device in spec.devices.elements { requiredForm(device.name, .label) }
    let places = [spec.nodeName, spec.nodeSelector, spec.allNodes, spec.perDeviceNodeSelection]
    let given = places.count { $0.isScalar ? $0.isTrue || $0.isText && !$0.isEmpty : $0.exists }
    if given != 1 {
      report(
        ObjectRules.deviceRequest, at: spec,
        "must have exactly one of `nodeName`, `nodeSelector`, `allNodes` and `perDeviceNodeSelection`"
      )
    }
  }

  /// validateResourceClaimSpec. In v1beta1 a request's fields stand in the request itself.
  fileprivate mutating func deviceClaim(_ spec: Field) {
    let devices = spec.devices
    var names = NameSet()
    noMoreThan(Self.maximumDeviceItems, in: devices.requests)
    for request in devices.requests.elements {
      if requiredForm(request.name, .label), !names.insert(request.name.bytes) {
        duplicate(request.name, "name")
      }
      let alternatives = request.firstAvailable
      let isFlat = request.deviceClassName.exists
      for alternative in alternatives.elements {
        requiredForm(alternative.name, .label)
        names.insert(request.name.bytes + [0x2F] + alternative.name.bytes)
        deviceRequest(alternative)
      }
      noMoreThan(8, in: alternatives)
      unique(alternatives.elements.map(\.name), "name")
      if isFlat {
        deviceRequest(request)
      } else if request.exactly.exists, alternatives.isEmpty {
        deviceRequest(request.exactly)
      } else if request.exactly.exists == !alternatives.isEmpty {
        report(
          ObjectRules.deviceRequest, at: request,
          "must have exactly one of `exactly` and `firstAvailable`")
      }
    }
    noMoreThan(Self.maximumDeviceItems, in: devices.constraints)
    for constraint in devices.constraints.elements {
      requestNames(constraint.requests, names)
      let attribute = constraint.matchAttribute
      if attribute.exists {
        let isGood =
          NameForm.qualifiedName.accepts(attribute.bytes) && attribute.bytes.contains(0x2F)
        if !isGood {
          report(
            ObjectRules.deviceRequest, at: attribute,
            "\(shown(attribute)); must be a name with a domain before it, DOMAIN/NAME")
        }
      } else if !constraint.distinctAttribute.exists {
        required(attribute)
      }
    }
    noMoreThan(Self.maximumDeviceItems, in: devices.config)
    for config in devices.config.elements {
      requestNames(config.requests, names)
      deviceConfiguration(config)
    }
  }

  private mutating func requestNames(_ list: Field, _ names: NameSet) {
    unique(list.elements, "request")
    for name in list.elements where !names.contains(name.bytes) {
      report(
        ObjectRules.deviceRequest, at: name,
        "\(shown(name)); must be the name of a request in the claim")
    }
  }

  private mutating func deviceRequest(_ request: Field) {
    requiredForm(request.deviceClassName, .subdomain)
    deviceSelectors(request.selectors)
    let mode = request.allocationMode
    oneOf(mode, Words("All", "ExactCount"), ObjectRules.deviceRequest)
    let count = request.count
    if mode.equals("All") {
      if count.exists, count.integer != 0 {
        report(
          ObjectRules.deviceRequest, at: count,
          "must not be specified when allocationMode is 'All'")
      }
    } else if mode.equals(default: "ExactCount"), let number = count.integer, number < 0 {
      report(ObjectRules.deviceRequest, at: count, "\(shown(count)); must be greater than zero")
    }
    tolerations(devices: request.tolerations)
  }

  private mutating func tolerations(devices tolerations: Field) {
    for toleration in tolerations.elements {
      form(toleration.key, .qualifiedName, ObjectRules.labelFormat)
      oneOf(toleration.operator, Words("Equal", "Exists"), ObjectRules.toleration)
      if toleration.operator.equals("Exists") {
        if !toleration.value.isEmpty {
          report(
            ObjectRules.toleration, at: toleration.value,
            "\(shown(toleration.value)); must be empty for operator Exists")
        }
      } else {
        labelValue(toleration.value)
      }
      oneOf(toleration.effect, Words("NoExecute", "NoSchedule", "None"), ObjectRules.toleration)
    }
  }

  fileprivate mutating func deviceSelectors(_ selectors: Field) {
    noMoreThan(Self.maximumDeviceItems, in: selectors)
    for selector in selectors.elements {
      guard isGiven(selector.cel, "") else { continue }
      let text = selector.cel.expression
      noLongerThan(10 * 1024, text)
      if Bytes.trimmed(text.bytes).isEmpty {
        report(ObjectRules.expression, at: text, "is empty; an expression is required")
      } else {
        expression(text, Self.deviceVariables)
      }
    }
  }

  private static let deviceVariables: [String: CELType] = [
    "device": .object([
      "driver": .string, "attributes": .map(.dyn), "capacity": .map(.dyn),
      "allowMultipleAllocations": .bool,
    ])
  ]

  fileprivate mutating func deviceConfiguration(_ config: Field) {
    guard isGiven(config.opaque, "") else { return }
    if required(config.opaque.driver) { driverName(config.opaque.driver) }
    let parameters = config.opaque.parameters
    guard isGiven(parameters, "") else { return }
    if !parameters.isMapping {
      report(
        ObjectRules.deviceRequest, at: parameters, "\(shown(parameters)); must be a JSON object")
    }
  }
}
