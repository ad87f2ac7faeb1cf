import YAML

/// Requests and limits.
extension ObjectCheck {
  /// validateResourceRequirements (pkg/apis/core/validation) of one container.
  mutating func resources(_ container: Field, _ context: ContainerContext) {
    let resources = container.resources
    guard resources.exists else { return }
    resourceList(resources.limits)
    resourceList(resources.requests)
    requestsWithinLimits(resources)
    claims(resources.claims, context)
  }

  /// Names and values of limits, requests or an overhead.
  mutating func resourceList(_ list: Field) {
    for (key, value) in list.entries {
      let isUsual = Words.containerResources.contains(key)
      if !isUsual { containerResource(key) }
      resourceValue(key, value, isUsual: isUsual)
    }
  }

  /// ValidateContainerResourceName.
  mutating func containerResource(_ name: Field) {
    if !name.contains(0x2F) {
      if Words.containerResources.contains(name) || name.hasPrefix("hugepages-") { return }
      report(
        ObjectRules.resourceName, at: name,
        "is no resource of containers; must be cpu, memory, ephemeral-storage, hugepages-SIZE or a fully qualified name"
      )
    } else if !Self.isNative(name.bytes), !Self.isExtended(name.bytes) {
      report(ObjectRules.resourceName, at: name, "doesn't follow extended resource name standard")
    }
  }

  static func isNative(_ name: ArraySlice<UInt8>) -> Bool {
    !name.contains(0x2F) || Bytes.contains(name, "kubernetes.io/")
  }

  /// IsExtendedResourceName (pkg/apis/core/helper).
  static func isExtended(_ name: ArraySlice<UInt8>) -> Bool {
    !isNative(name) && !Bytes.hasPrefix(name, "requests.")
      && NameForm.qualifiedName.accepts((Array("requests.".utf8) + name)[...])
  }

  /// ValidateResourceQuantityValue.
  ///
  /// - Parameter isUsual: whether the name is one of those that need no further look.
  private mutating func resourceValue(_ key: Field, _ value: Field, isUsual: Bool = false) {
    guard let quantity = notNegative(quantity: value) else { return }
    byteAdvice(key, value, quantity)
    if isUsual { return }
    if key.contains(0x2F), !Self.isNative(key.bytes) { wholeNumber(quantity: value) }
    guard key.hasPrefix("hugepages-"),
      let page = Quantity(key.bytes.dropFirst("hugepages-".utf8.count)), page > .zero
    else { return }
    if quantity <= .zero || quantity.nanos % page.nanos != 0 {
      report(
        ObjectRules.quantityRange, at: value,
        "\(shown(value)); must be a positive integer multiple of the page size in its name")
    }
  }

  mutating func requestsWithinLimits(_ resources: Field) {
    let limits = Members(resources.limits)
    var hasHugePages = false
    for (key, _) in resources.limits.entries {
      hasHugePages = hasHugePages || key.hasPrefix("hugepages-")
    }
    for (key, value) in resources.requests.entries {
      let isHuge = key.hasPrefix("hugepages-")
      hasHugePages = hasHugePages || isHuge
      let isFixed = isHuge || key.contains(0x2F) && Self.isExtended(key.bytes)
      guard let limitField = limits[key] else {
        if isFixed {
          report(
            ObjectRules.requestOverLimit, at: value,
            "has no limit; a limit must be set for non overcommitable resources")
        }
        continue
      }
      guard let request = value.asQuantity?.roundedToMillis,
        let limit = limitField.asQuantity?.roundedToMillis
      else { continue }
      if isFixed, request != limit {
        report(
          ObjectRules.requestOverLimit, at: value,
          "\(shown(value)); must be equal to \(key.text) limit of \(limitField.text)")
      } else if request > limit {
        report(
          ObjectRules.requestOverLimit, at: value,
          "\(shown(value)); must be less than or equal to \(key.text) limit of \(limitField.text)")
      }
    }
    if hasHugePages, !Self.hasBasis(resources.limits), !Self.hasBasis(resources.requests) {
      report(
        ObjectRules.requestOverLimit, at: resources, "has huge pages, which require cpu or memory")
    }
  }

  /// What huge pages do not do without.
  private static func hasBasis(_ list: Field) -> Bool {
    list.entries.contains { $0.key.equals("cpu") || $0.key.equals("memory") }
  }

  private mutating func claims(_ claims: Field, _ context: ContainerContext) {
    var seen: Set<[ArraySlice<UInt8>]> = []
    for claim in claims.elements {
      guard required(claim.name) else { continue }
      form(claim.request, .label)
      if !seen.insert([claim.name.bytes, claim.request.bytes]).inserted {
        duplicate(claim, "claim")
      } else if !context.claims.contains(claim.name) {
        report(
          ObjectRules.resourceClaim, at: claim.name,
          "\(shown(claim.name)); must be one of the names in the pod's resourceClaims")
      }
    }
  }

  // MARK: The pod's own

  /// validatePodResources: what a pod as a whole may take.
  mutating func podResources(_ spec: Field) {
    let resources = spec.resources
    guard resources.exists else { return }
    if !resources.claims.isEmpty { forbidden(resources.claims, " for a whole pod") }
    for list in [resources.limits, resources.requests] {
      for (key, value) in list.entries {
        let isKnown =
          key.equals("cpu") || key.equals("memory") || Bytes.hasPrefix(key.bytes, "hugepages-")
        if !isKnown {
          report(
            ObjectRules.resourceName, at: key,
            "is no resource of a whole pod; supported are cpu, memory and hugepages-SIZE")
        }
        resourceValue(key, value)
      }
    }
    requestsWithinLimits(resources)
    for (key, value) in resources.requests.entries {
      guard let request = value.asQuantity?.roundedToMillis else { continue }
      let sum = spec.containers.elements.reduce(Quantity.zero) { sum, container in
        sum + (container.resources.requests[key.bytes].asQuantity ?? .zero)
      }
      guard request < sum else { continue }
      report(
        ObjectRules.requestOverLimit, at: value,
        "\(shown(value)); must be greater than or equal to the requests of all containers together")
    }
    for (key, value) in resources.limits.entries {
      guard let limit = value.asQuantity?.roundedToMillis else { continue }
      for list in [spec.containers, spec.initContainers] {
        for container in list.elements {
          let own = container.resources.limits[key.bytes]
          guard own.exists, let quantity = own.asQuantity, quantity > limit else { continue }
          report(
            ObjectRules.requestOverLimit, at: own,
            "\(shown(own)); must be less than or equal to the pod's \(key.text) limit of \(value.text)"
          )
        }
      }
    }
  }
}

extension Words {
  static let containerResources = Words("cpu", "memory", "ephemeral-storage")
}
