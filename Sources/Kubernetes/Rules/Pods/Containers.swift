import YAML

/// What a container's checks need to know of its pod.
struct ContainerContext {
  enum Role { case regular, initial, sidecar }

  let spec: Field
  let use: PodUse
  let volumes: PodVolumes
  let claims: TextSet
  var role = Role.regular
}

extension ObjectCheck {
  /// validateContainers and validateInitContainers (pkg/apis/core/validation).
  mutating func containers(
    of spec: Field, volumes: PodVolumes, claims: TextSet, _ use: PodUse
  ) {
    var context = ContainerContext(spec: spec, use: use, volumes: volumes, claims: claims)
    var names = TextSet()
    var hostPorts: Set<HostPort> = []
    var portNames = TextSet()
    let usesHostNetwork = spec.hostNetwork.isTrue
    required(spec.containers)
    for container in spec.containers.elements {
      self.container(container, context, names: &names)
      for port in container.ports.elements {
        hostPort(port, use, usesHostNetwork, &hostPorts)
        portAdvice(port.name, &portNames)
      }
      guard container.restartPolicy.exists || container.restartPolicyRules.exists else { continue }
      if includes(before: 35) {
        forbidden(container.restartPolicy, " for non-init containers before 1.35")
      }
      restartRules(container)
    }
    for container in spec.initContainers.elements {
      let isSidecar = container.restartPolicy.equals("Always")
      context.role = isSidecar ? .sidecar : .initial
      self.container(container, context, names: &names)
      var own: Set<HostPort> = []
      for port in container.ports.elements { hostPort(port, use, usesHostNetwork, &own) }
      if includes(before: 35) {
        oneOf(
          container.restartPolicy, Words("Always"), ObjectRules.restartPolicy, emptyIsAbsent: false)
      }
      restartRules(container)
      guard !isSidecar else { continue }
      for field in [
        container.lifecycle, container.livenessProbe, container.readinessProbe,
        container.startupProbe,
      ] where field.exists {
        report(
          ObjectRules.initContainer, at: field,
          "may not be set for init containers without restartPolicy=Always")
      }
      for policy in container.resizePolicy.elements
      where policy.restartPolicy.equals("RestartContainer") && includes(before: 36) {
        report(
          ObjectRules.resizePolicy, at: policy.restartPolicy,
          "\(shown(policy.restartPolicy)), which only a restartable init container may have")
      }
    }
  }

  private mutating func container(
    _ container: Field, _ context: ContainerContext, names: inout TextSet
  ) {
    let name = container.name
    if requiredForm(name, .label), !names.insert(name) {
      report(
        ObjectRules.duplicateContainerName, at: name,
        "\(shown(name)), as a container before it; give each container its own name")
    }
    let image = container.image
    if required(image) { imageAdvice(image) }
    if context.use.isPod, let first = image.bytes.first, let last = image.bytes.last,
      Bytes.isSpace(first) || Bytes.isSpace(last)
    {
      report(
        ObjectRules.imageFormat, at: image,
        "\(shown(image)); must not have leading or trailing whitespace")
    }
    oneOf(container.terminationMessagePolicy, .terminationMessagePolicies)
    oneOf(container.imagePullPolicy, .pullPolicies)
    containerPorts(container.ports)
    environment(container, context)
    volumeMounts(container, context)
    resources(container, context)
    probes(container, context)
    resizePolicies(container, context)
    let security = container.securityContext
    if security.exists { containerSecurityContext(security, context) }
  }

  private mutating func containerPorts(_ ports: Field) {
    guard ports.exists else { return }
    var names = TextSet()
    for port in ports.elements {
      let name = port.name
      if !name.isEmpty, form(name, .portName, ObjectRules.portName), !names.insert(name) {
        duplicate(name, "port name")
      }
      self.port(port.containerPort)
      let host = port.hostPort
      if host.exists, host.integer != 0 { self.port(host) }
      protocolName(port.protocol)
    }
  }

  /// A port of the node: the same one can be taken only once in a pod.
  struct HostPort: Hashable {
    var protocolName: ArraySlice<UInt8>
    var address: ArraySlice<UInt8>
    var number: Int64
  }

  private mutating func hostPort(
    _ port: Field, _ use: PodUse, _ usesHostNetwork: Bool, _ taken: inout Set<HostPort>
  ) {
    var number = port.hostPort.integer ?? 0
    // The server fills the host port of a Pod (not of a template) from the container port.
    if number == 0, usesHostNetwork, use.isPod { number = port.containerPort.integer ?? 0 }
    guard number != 0 else { return }
    if usesHostNetwork, number != port.containerPort.integer {
      report(
        ObjectRules.hostPort, at: port.hostPort,
        "\(shown(port.hostPort)); must match `containerPort` when `hostNetwork` is true")
    }
    let key = HostPort(
      protocolName: port.protocol.isEmpty ? Default.protocolName : port.protocol.bytes,
      address: port.hostIP.bytes, number: number)
    guard !taken.insert(key).inserted else { return }
    report(
      ObjectRules.hostPort, at: port.hostPort,
      "is \(number), which another container port of the pod takes with the same protocol and hostIP"
    )
  }

  private mutating func restartRules(_ container: Field) {
    let rules = container.restartPolicyRules
    guard !includes(before: 35) else { return }
    oneOf(
      container.restartPolicy, .restartPolicies, ObjectRules.restartPolicy, emptyIsAbsent: false)
    guard rules.exists else { return }
    if container.restartPolicy.isEmpty, rules.size > 0 {
      report(
        ObjectRules.restartPolicy, at: container.restartPolicy,
        "is required when restartPolicyRules are used")
    }
    noMoreThan(20, in: rules)
    for rule in rules.elements {
      requiredOneOf(
        rule.action,
        includes(before: 36) ? Words("Restart") : Words("Restart", "RestartAllContainers"))
      guard required(rule.exitCodes) else { continue }
      requiredOneOf(rule.exitCodes.operator, Words("In", "NotIn"))
      noMoreThan(255, in: rule.exitCodes.values)
    }
  }

  private mutating func resizePolicies(_ container: Field, _ context: ContainerContext) {
    let policies = container.resizePolicy
    guard policies.exists else { return }
    unique(policies.elements.map(\.resourceName), "resource")
    for policy in policies.elements {
      requiredOneOf(policy.resourceName, Words("cpu", "memory"), ObjectRules.resizePolicy)
      requiredOneOf(
        policy.restartPolicy, Words("NotRequired", "RestartContainer"), ObjectRules.resizePolicy)
      if context.spec.restartPolicy.equals("Never"), policy.restartPolicy.equals("RestartContainer")
      {
        report(
          ObjectRules.resizePolicy, at: policy.restartPolicy,
          "\(shown(policy.restartPolicy)); must be 'NotRequired' when `restartPolicy` is 'Never'")
      }
    }
  }
}

extension Words {
  static let pullPolicies = Words("Always", "IfNotPresent", "Never")
  static let terminationMessagePolicies = Words("File", "FallbackToLogsOnError")
}
