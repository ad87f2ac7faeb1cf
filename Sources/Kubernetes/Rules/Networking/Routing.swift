import YAML

extension KindRules {
  /// How traffic comes in and what may pass: pkg/apis/networking/validation.
  static let routing: [KindRules] = [ingress, ingressClass, networkPolicy, ipAddress, serviceCIDR]

  /// ValidateIngressCreate.
  private static let ingress = KindRules("networking.k8s.io", "Ingress") { object, check in
    let spec = object.spec
    if spec.rules.isEmpty, !spec.defaultBackend.exists {
      check.report(
        ObjectRules.ingressBackend, at: spec,
        "names no backend; either `defaultBackend` or `rules` must be specified")
    }
    if spec.defaultBackend.exists { check.ingressBackend(spec.defaultBackend) }
    for rule in spec.rules.elements { check.ingressRule(rule) }
    for entry in spec.tls.elements {
      for host in entry.hosts.elements { check.ingressHost(host) }
      check.form(entry.secretName, .subdomain)
    }
    let className = spec.ingressClassName
    let annotation = object.metadata.annotations["kubernetes.io/ingress.class"]
    if annotation.exists, !className.exists {
      check.deprecatedAnnotation(annotation, "spec.ingressClassName")
    }
    if className.exists { check.requiredForm(className, .subdomain) }
    guard className.exists, annotation.exists else { return }
    let agree = annotation.bytes == className.bytes && !check.includes(before: 27)
    if !agree {
      check.report(
        ObjectRules.ingressClass, at: annotation,
        "\(check.shown(annotation)); must match `ingressClassName` when both are specified")
    }
  }

  /// ValidateIngressClass.
  private static let ingressClass = KindRules("networking.k8s.io", "IngressClass") {
    object, check in
    let controller = object.spec.controller
    if check.required(controller) {
      check.noLongerThan(250, controller)
      check.form(controller, .domainPrefixedPath)
    }
    let parameters = object.spec.parameters
    guard parameters.exists else { return }
    if parameters.apiGroup.exists { check.requiredForm(parameters.apiGroup, .subdomain) }
    check.requiredForm(parameters.kind, .pathSegment)
    check.requiredForm(parameters.name, .pathSegment)
    check.oneOf(parameters.scope, Words("Cluster", "Namespace"), emptyIsAbsent: false)
    if parameters.scope.equals("Namespace") {
      check.requiredForm(parameters.namespace, .label)
    } else if parameters.scope.equals(default: "Cluster") {
      check.forbidden(parameters.namespace, " when `parameters.scope` is 'Cluster'")
    }
  }

  /// ValidateNetworkPolicySpec.
  private static let networkPolicy = KindRules("networking.k8s.io", "NetworkPolicy") {
    object, check in
    let spec = object.spec
    check.labelSelector(spec.podSelector)
    for rule in spec.ingress.elements {
      for port in rule.ports.elements { check.policyPort(port) }
      for peer in rule.from.elements { check.policyPeer(peer) }
    }
    for rule in spec.egress.elements {
      for port in rule.ports.elements { check.policyPort(port) }
      for peer in rule.to.elements { check.policyPeer(peer) }
    }
    if spec.policyTypes.size > 2 {
      check.report(
        ObjectRules.unsupportedValue, at: spec.policyTypes,
        "may not specify more than two policyTypes")
    } else {
      check.eachOneOf(spec.policyTypes, Words("Egress", "Ingress"))
    }
  }

  private static let ipAddress = KindRules(
    "networking.k8s.io", "IPAddress", MetadataForm(name: nil)
  ) {
    object, check in
    let name = object.metadata.name.isEmpty ? object.metadata.generateName : object.metadata.name
    if let address = check.address(name), address.canonical != name.text {
      check.report(
        ObjectRules.addressFormat, at: name,
        "\(check.shown(name)); must be in canonical form (\"\(address.canonical)\")")
    }
    let parent = object.spec.parentRef
    guard check.required(parent) else { return }
    check.form(parent.group, .subdomain)
    check.requiredForm(parent.resource, .pathSegment)
    check.requiredForm(parent.name, .pathSegment)
    check.form(parent.namespace, .pathSegment)
  }

  private static let serviceCIDR = KindRules("networking.k8s.io", "ServiceCIDR") { object, check in
    let blocks = object.spec.cidrs
    guard check.required(blocks, because: ": at least one CIDR") else { return }
    check.noMoreThan(2, in: blocks)
    let families = blocks.elements.compactMap {
      check.block($0, isStrict: true)?.address.family
    }
    if families.count == 2, families[0] == families[1] {
      check.report(
        ObjectRules.addressFormat, at: blocks,
        "may specify no more than one CIDR for each IP family")
    }
  }
}

extension ObjectCheck {
  /// A subdomain, or one behind `*.`.
  fileprivate mutating func ingressHost(_ host: Field) {
    form(host, host.bytes.contains(0x2A) ? .wildcardHost : .subdomain, ObjectRules.ingressHost)
  }

  fileprivate mutating func ingressRule(_ rule: Field) {
    if !rule.host.isEmpty {
      if Address(rule.host.bytes) != nil {
        report(
          ObjectRules.ingressHost, at: rule.host,
          "\(shown(rule.host)); must be a DNS name, not an IP address")
      } else {
        ingressHost(rule.host)
      }
    }
    guard rule.http.exists, required(rule.http.paths) else { return }
    for path in rule.http.paths.elements {
      ingressPath(path)
      ingressBackend(path.backend)
    }
  }

  /// validateHTTPIngressPath.
  private mutating func ingressPath(_ path: Field) {
    let text = path.path.bytes
    let type = path.pathType
    if !type.exists {
      report(
        ObjectRules.ingressPath, at: type,
        "must be specified; supported values: \(Words.pathTypes.text)")
      return
    }
    oneOf(type, .pathTypes, ObjectRules.ingressPath, emptyIsAbsent: false)
    let isExact = type.equals("Exact") || type.equals("Prefix")
    guard isExact || (type.equals("ImplementationSpecific") && !text.isEmpty) else { return }
    if text.first != 0x2F {
      report(
        ObjectRules.ingressPath, at: path.path, "\(shown(path.path)); must be an absolute path")
    }
    guard isExact else { return }
    let inside: [StaticString] = ["//", "/./", "/../", "%2f", "%2F"]
    for part in inside where Bytes.contains(text, part) {
      report(
        ObjectRules.ingressPath, at: path.path,
        "\(shown(path.path)); must not contain '\("\(part)")'")
    }
    for end in ["/..", "/."] as [StaticString] where Bytes.hasSuffix(text, end) {
      report(
        ObjectRules.ingressPath, at: path.path, "\(shown(path.path)); cannot end with '\("\(end)")'"
      )
    }
  }

  /// validateIngressBackend.
  fileprivate mutating func ingressBackend(_ backend: Field) {
    let service = backend.service
    let resource = backend.resource
    if resource.exists {
      if service.exists {
        report(
          ObjectRules.ingressBackend, at: backend, "cannot set both resource and service backends")
      }
      if resource.apiGroup.exists { requiredForm(resource.apiGroup, .subdomain) }
      requiredForm(resource.kind, .pathSegment)
      requiredForm(resource.name, .pathSegment)
      return
    }
    guard service.exists else {
      report(
        ObjectRules.ingressBackend, at: backend,
        "names none; resource or service backend is required")
      return
    }
    requiredForm(service.name, includes(before: 36) ? .rfc1035Label : .label)
    let name = service.port.name
    let number = service.port.number
    let hasNumber = number.integer != 0
    if !name.isEmpty, hasNumber {
      report(
        ObjectRules.ingressBackend, at: service.port, "cannot set both port name & port number")
    } else if !name.isEmpty {
      form(name, .portName, ObjectRules.portName)
    } else if hasNumber {
      port(number)
    } else {
      report(
        ObjectRules.ingressBackend, at: service.port,
        "names no port; port name or number is required")
    }
  }

  fileprivate mutating func policyPort(_ port: Field) {
    oneOf(port.protocol, .protocols, emptyIsAbsent: false)
    if port.port.exists { portOrName(port.port) }
    let end = port.endPort
    guard end.exists else { return }
    guard port.port.exists, !port.port.isText else {
      report(
        ObjectRules.networkPeer, at: end,
        port.port.exists
          ? "may not be specified when `port` is non-numeric"
          : "may not be specified when `port` is not specified")
      return
    }
    if let first = port.port.integer, let last = end.integer {
      if last < first {
        report(
          ObjectRules.networkPeer, at: end,
          "\(shown(end)); must be greater than or equal to `port`")
      }
      self.port(end)
    }
  }

  /// ValidateNetworkPolicyPeer, ValidateIPBlock.
  fileprivate mutating func policyPeer(_ peer: Field) {
    let block = peer.ipBlock
    let selects = peer.podSelector.exists || peer.namespaceSelector.exists
    if block.exists {
      if selects {
        report(
          ObjectRules.networkPeer, at: peer, "may not specify both ipBlock and another peer")
      }
      guard required(block.cidr), let whole = self.block(block.cidr) else { return }
      for field in block.except.elements {
        guard let part = self.block(field), !whole.strictlyContains(part) else { continue }
        report(
          ObjectRules.networkPeer, at: field,
          "\(shown(field)); must be a strict subset of `cidr` \(block.cidr.text)")
      }
    } else if !selects {
      report(ObjectRules.networkPeer, at: peer, "names none; must specify a peer")
    }
    labelSelector(peer.podSelector)
    labelSelector(peer.namespaceSelector)
  }
}

extension Words {
  static let pathTypes = Words("Exact", "ImplementationSpecific", "Prefix")
}
