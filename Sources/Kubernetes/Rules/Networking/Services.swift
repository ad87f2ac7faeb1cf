import YAML

extension KindRules {
  /// How pods are reached by name: pkg/apis/core/validation and pkg/apis/discovery/validation.
  static let services: [KindRules] = [service, endpoints, endpointSlice]

  /// ValidateServiceCreate. Names may begin with a digit from 1.36 on, see `ObjectCheck.service`.
  private static let service = KindRules("", "Service", MetadataForm(name: .label)) {
    object, check in check.service(object)
  }

  /// ValidateEndpoints.
  private static let endpoints = KindRules("", "Endpoints") { object, check in
    for subset in object.subsets.elements {
      if subset.addresses.isEmpty, subset.notReadyAddresses.isEmpty {
        check.report(
          ObjectRules.requiredValue, at: subset.addresses,
          "is required: must specify `addresses` or `notReadyAddresses`")
      }
      for list in [subset.addresses, subset.notReadyAddresses] {
        for entry in list.elements {
          if let address = check.address(entry.ip) { check.endpointAddress(address, entry.ip) }
          check.form(entry.hostname, .label)
          if entry.nodeName.exists { check.requiredForm(entry.nodeName, .subdomain) }
        }
      }
      for port in subset.ports.elements {
        if subset.ports.size > 1 { check.required(port.name) }
        check.form(port.name, .label)
        check.port(port.port)
        check.protocolName(port.protocol)
        if port.appProtocol.exists { check.appProtocol(port.appProtocol) }
      }
    }
  }

  /// ValidateEndpointSlice.
  private static let endpointSlice = KindRules("discovery.k8s.io", "EndpointSlice") {
    object, check in
    let type = object.addressType
    check.requiredOneOf(type, Words("FQDN", "IPv4", "IPv6"))
    check.noMoreThan(1000, in: object.endpoints)
    check.noMoreThan(20_000, in: object.ports)
    for endpoint in object.endpoints.elements {
      check.required(endpoint.addresses, because: ": must contain at least 1 address")
      check.noMoreThan(100, in: endpoint.addresses)
      for address in endpoint.addresses.elements { check.sliceAddress(address, type) }
      if endpoint.nodeName.exists { check.requiredForm(endpoint.nodeName, .subdomain) }
      if endpoint.hostname.exists { check.requiredForm(endpoint.hostname, .label) }
      check.noMoreThan(16, in: endpoint.deprecatedTopology)
      check.labels(endpoint.deprecatedTopology)
      for hints in [endpoint.hints.forZones, endpoint.hints.forNodes] {
        check.noMoreThan(8, in: hints)
        check.unique(hints.elements.map(\.name), "name")
        for hint in hints.elements {
          if check.required(hint.name) { check.form(hint.name, .labelValue) }
        }
      }
    }
    var names = TextSet()
    for port in object.ports.elements {
      check.form(port.name, .label)
      if !names.insert(port.name) { check.duplicate(port.name, "name") }
      check.oneOf(port.protocol, .protocols, emptyIsAbsent: false)
      if port.appProtocol.exists { check.appProtocol(port.appProtocol) }
    }
  }
}

extension ObjectCheck {
  mutating func appProtocol(_ field: Field) { requiredForm(field, .qualifiedName) }

  fileprivate mutating func sliceAddress(_ field: Field, _ type: Field) {
    if type.equals("FQDN") {
      let name = field.bytes.last == 0x2E ? field.bytes.dropLast() : field.bytes
      guard !NameForm.subdomain.accepts(name) || !name.contains(0x2E) else { return }
      report(
        ObjectRules.nameFormat, at: field,
        "\(shown(field)); should be a domain with at least two segments separated by dots")
      return
    }
    guard let address = self.address(field) else { return }
    let wanted: Address.Family = type.equals("IPv6") ? .v6 : .v4
    guard address.family == wanted else {
      report(
        ObjectRules.addressFormat, at: field,
        "\(shown(field)); must be an \(type.text) address, as addressType says")
      return
    }
    if wanted == .v6, address.canonical != field.text {
      report(
        ObjectRules.addressFormat, at: field,
        "\(shown(field)); must be in canonical form (\"\(address.canonical)\")")
    }
    endpointAddress(address, field)
  }

  fileprivate mutating func service(_ object: Field) {
    let spec = object.spec
    if includes(before: 36) { form(object.metadata.name, .rfc1035Label) }
    let isExternal = spec.type.equals("ExternalName")
    let isHeadless = spec.clusterIP.equals("None")
    servicePorts(spec, portsAreRequired: !isExternal && !isHeadless)
    oneOf(spec.type, .serviceTypes)
    labels(spec.selector)
    sessionAffinity(spec)
    if isExternal {
      externalName(spec)
    } else {
      clusterAddresses(spec)
    }
    for field in spec.externalIPs.elements {
      if let address = address(field) { endpointAddress(address, field) }
    }
    loadBalancer(object)
    topologyAnnotations(object.metadata.annotations)
    traffic(spec)
    serviceAdvice(spec)
  }

  /// The old and the new annotation for topology say the same.
  private mutating func topologyAnnotations(_ annotations: Field) {
    let old = annotations["service.kubernetes.io/topology-aware-hints"]
    let new = annotations["service.kubernetes.io/topology-mode"]
    guard old.exists, new.exists, old.bytes != new.bytes else { return }
    report(
      ObjectRules.annotationValue, at: new,
      "\(shown(new)), but topology-aware-hints says \(old.text); the two must match")
  }

  private mutating func servicePorts(_ spec: Field, portsAreRequired: Bool) {
    let ports = spec.ports
    if portsAreRequired {
      required(ports, because: " for a Service with a cluster IP")
    }
    let type = spec.type
    let takesNodePorts = type.equals("NodePort") || type.equals("LoadBalancer")
    var names = TextSet()
    var numbers: Set<PortKey> = []
    var nodePorts: Set<PortKey> = []
    for port in ports.elements {
      let name = port.name
      if name.isEmpty {
        if ports.size > 1 { required(name, because: " when there are several ports") }
      } else if form(name, .label), !names.insert(name) {
        duplicate(name, "port name")
      }
      self.port(port.port)
      protocolName(port.protocol)
      let target = port.targetPort
      if target.isText ? !target.isEmpty : target.integer != 0 { portOrName(target) }
      if port.appProtocol.exists { appProtocol(port.appProtocol) }
      if ports.size > 1, !numbers.insert(PortKey(port, port.port)).inserted {
        duplicate(port.port, "port and protocol")
      }
      guard let number = port.nodePort.integer, number != 0 else { continue }
      if !takesNodePorts {
        if !type.equals("ExternalName") {
          forbidden(port.nodePort, " when `type` is 'ClusterIP'")
        }
      } else if !nodePorts.insert(PortKey(port, port.nodePort)).inserted {
        duplicate(port.nodePort, "node port and protocol")
      } else if !(30000...32767).contains(number) {
        report(
          ObjectRules.nodePortRange, at: port.nodePort,
          "\(shown(port.nodePort)), not in the valid range. The range of valid ports is 30000-32767"
        )
      }
    }
  }

  private struct PortKey: Hashable {
    var protocolName: ArraySlice<UInt8>
    var number: Int64

    init(_ port: Field, _ number: Field) {
      protocolName = port.protocol.isEmpty ? Default.protocolName : port.protocol.bytes
      self.number = number.integer ?? 0
    }
  }

  private mutating func sessionAffinity(_ spec: Field) {
    oneOf(spec.sessionAffinity, Words("ClientIP", "None"))
    guard spec.sessionAffinity.equals("ClientIP") else { return }
    within(spec.sessionAffinityConfig.clientIP.timeoutSeconds, 1...86400)
  }

  private mutating func externalName(_ spec: Field) {
    for field in [spec.clusterIPs, spec.clusterIP, spec.ipFamilies, spec.ipFamilyPolicy]
    where !field.isEmpty {
      forbidden(field, " for ExternalName services")
    }
    let name = spec.externalName
    guard required(name, because: " for ExternalName services") else { return }
    let host = name.bytes.last == 0x2E ? name.bytes.dropLast() : name.bytes
    if !NameForm.subdomain.accepts(host) {
      report(
        ObjectRules.nameFormat, at: name, "\(shown(name)); it must be \(NameForm.subdomain.meaning)"
      )
    }
  }

  /// ValidateServiceClusterIPsRelatedFields, after the server has filled `clusterIPs` from
  /// `clusterIP`.
  private mutating func clusterAddresses(_ spec: Field) {
    let list = spec.clusterIPs
    let single = spec.clusterIP
    let hasFamilies = spec.ipFamilies.exists || spec.ipFamilyPolicy.exists
    guard list.exists || single.exists || hasFamilies else { return }
    if let first = list.first {
      if single.isEmpty {
        report(
          ObjectRules.clusterAddress, at: list, "must be empty when `clusterIP` is not specified")
      } else if first.bytes != single.bytes {
        report(
          ObjectRules.clusterAddress, at: list, "has a first value that must match `clusterIP`")
      }
    }
    let addresses = list.isEmpty ? (single.isEmpty ? [] : [single]) : Array(list.elements)
    if addresses.count > 2 {
      report(ObjectRules.clusterAddress, at: list, "may only hold up to 2 values")
    }
    var families: [Address.Family] = []
    for field in addresses {
      if field.equals("None") {
        if addresses.count > 1 {
          report(
            ObjectRules.clusterAddress, at: list,
            "holds 'None', which must be the first and only value")
        }
        if spec.type.equals("NodePort") || spec.type.equals("LoadBalancer") {
          report(
            ObjectRules.clusterAddress, at: field,
            "may not be set to 'None' for \(spec.type.text) services")
        }
      } else if let address = address(field) {
        if families.contains(address.family) {
          report(
            ObjectRules.clusterAddress, at: list,
            "may specify no more than one IP for each IP family")
        }
        families.append(address.family)
      }
    }
    addressFamilies(spec, families, addressCount: addresses.count)
  }

  private mutating func addressFamilies(
    _ spec: Field, _ families: [Address.Family], addressCount: Int
  ) {
    let wanted = spec.ipFamilies
    let policy = spec.ipFamilyPolicy
    eachOneOf(wanted, Words("IPv4", "IPv6"))
    unique(wanted.elements, "family")
    if policy.exists {
      oneOf(
        policy, Words("SingleStack", "PreferDualStack", "RequireDualStack"), emptyIsAbsent: false)
    }
    if policy.equals("SingleStack") || !policy.exists {
      if addressCount > 1 || wanted.size > 1, policy.exists {
        report(
          ObjectRules.clusterAddress, at: policy,
          "\(shown(policy)); must be 'RequireDualStack' or 'PreferDualStack' when several cluster IPs or IP families are specified"
        )
      }
    }
    for (family, written) in zip(families, wanted.elements) {
      guard written.equals("IPv4") || written.equals("IPv6"),
        (family == .v4) != written.equals("IPv4")
      else { continue }
      report(
        ObjectRules.clusterAddress, at: written,
        "\(shown(written)), but the cluster IP at this place is of the other family")
    }
  }

  private mutating func loadBalancer(_ object: Field) {
    let spec = object.spec
    let isBalanced = spec.type.equals("LoadBalancer")
    let ranges = spec.loadBalancerSourceRanges
    if ranges.size > 0 {
      if isBalanced {
        for range in ranges.elements { balancerRange(range, range.bytes) }
      } else {
        forbidden(ranges, " when `type` is not 'LoadBalancer'")
      }
    } else {
      let annotation = object.metadata.annotations[
        "service.beta.kubernetes.io/load-balancer-source-ranges"]
      if annotation.exists, !isBalanced {
        forbidden(annotation, " when `type` is not 'LoadBalancer'")
      } else if annotation.exists, !Bytes.trimmed(annotation.bytes).isEmpty {
        for part in annotation.bytes.split(separator: 0x2C, omittingEmptySubsequences: false) {
          balancerRange(annotation, part)
        }
      }
    }
    if spec.allocateLoadBalancerNodePorts.exists, !isBalanced {
      forbidden(spec.allocateLoadBalancerNodePorts, " when `type` is not 'LoadBalancer'")
    }
    if spec.loadBalancerClass.exists {
      if isBalanced {
        requiredForm(spec.loadBalancerClass, .qualifiedName)
      } else {
        forbidden(spec.loadBalancerClass, " when `type` is not 'LoadBalancer'")
      }
    }
  }

  private mutating func balancerRange(_ field: Field, _ text: ArraySlice<UInt8>) {
    block(field, text: Bytes.trimmed(text))
  }

  private mutating func traffic(_ spec: Field) {
    let external = spec.externalTrafficPolicy
    if !external.isEmpty {
      let type = spec.type
      let isReachable =
        type.equals("NodePort") || type.equals("LoadBalancer")
        || (type.equals(default: "ClusterIP") && spec.externalIPs.size > 0)
      if isReachable {
        oneOf(external, Words("Cluster", "Local"))
      } else {
        report(
          ObjectRules.trafficPolicy, at: external,
          "\(shown(external)); may only be set for externally-accessible services")
      }
    }
    let check = spec.healthCheckNodePort
    if check.exists, let number = check.integer, number != 0 {
      if spec.type.equals("LoadBalancer"), external.equals("Local") {
        port(check)
      } else {
        report(
          ObjectRules.trafficPolicy, at: check,
          "\(shown(check)); may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'"
        )
      }
    }
    oneOf(spec.internalTrafficPolicy, Words("Cluster", "Local"), emptyIsAbsent: false)
    let isOld = includes(before: 34)
    oneOf(
      spec.trafficDistribution,
      isOld ? Words("PreferClose") : Words("PreferClose", "PreferSameZone", "PreferSameNode"),
      emptyIsAbsent: false)
  }
}

extension Words {
  static let serviceTypes = Words("ClusterIP", "ExternalName", "LoadBalancer", "NodePort")
}
