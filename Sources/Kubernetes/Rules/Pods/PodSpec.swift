import YAML

extension ObjectCheck {
  /// ValidatePodSpec (pkg/apis/core/validation), once the defaults are filled in.
  mutating func pod(_ spec: Field, _ use: PodUse) {
    let volumes = volumes(of: spec, use)
    let claims = resourceClaims(spec.resourceClaims)
    containers(of: spec, volumes: volumes, claims: claims, use)
    podResources(spec)
    oneOf(spec.restartPolicy, .restartPolicies, ObjectRules.restartPolicy)
    within(spec.activeDeadlineSeconds, 1...Int64(Int32.max))
    dns(spec)
    labels(spec.nodeSelector)
    podSecurityContext(spec)
    scheduling(spec, use)
    windowsHostProcess(spec)
    operatingSystem(spec)
    podNames(spec, use)
    for alias in spec.hostAliases.elements {
      address(alias.ip)
      for name in alias.hostnames.elements {
        if form(name, .subdomain) { required(name) }
      }
    }
    for gate in spec.readinessGates.elements {
      requiredLabelKey(gate.conditionType)
    }
    oneOf(spec.preemptionPolicy, .preemptionPolicies, emptyIsAbsent: false)
    resourceList(spec.overhead)
    podAdvice(spec)
    guard use.isPod else { return }
    if spec.ephemeralContainers.size > 0 {
      forbidden(spec.ephemeralContainers, " on create")
    }
  }

  private mutating func podNames(_ spec: Field, _ use: PodUse) {
    form(spec.nodeName, .subdomain)
    form(
      spec.serviceAccountName.isEmpty ? spec.serviceAccount : spec.serviceAccountName, .subdomain)
    form(spec.priorityClassName, .subdomain)
    if use.claimTemplates == nil {
      form(spec.hostname, .label)
      form(spec.subdomain, .label)
    }
    if spec.runtimeClassName.exists { requiredForm(spec.runtimeClassName, .subdomain) }
    let override = spec.hostnameOverride
    guard override.exists else { return }
    noLongerThan(64, override)
    requiredForm(override, .subdomain)
    if spec.setHostnameAsFQDN.isTrue { forbidden(override, " when setHostnameAsFQDN is true") }
    if spec.hostNetwork.isTrue { forbidden(override, " when hostNetwork is true") }
  }

  private mutating func dns(_ spec: Field) {
    let config = spec.dnsConfig
    let policy = spec.dnsPolicy
    oneOf(policy, .dnsPolicies, ObjectRules.dnsConfig)
    guard config.exists || policy.exists else { return }
    if policy.equals("None") {
      if !config.exists {
        report(ObjectRules.dnsConfig, at: config, "must be given when `dnsPolicy` is None")
      } else if config.nameservers.isEmpty {
        report(
          ObjectRules.dnsConfig, at: config.nameservers,
          "must hold at least one DNS nameserver when `dnsPolicy` is None")
      }
    }
    if config.nameservers.size > 3 {
      report(
        ObjectRules.dnsConfig, at: config.nameservers, "must not have more than 3 nameservers")
    }
    for server in config.nameservers.elements { address(server) }
    var length = -1
    for search in config.searches.elements {
      length += search.bytes.count + 1
      searchDomain(search)
    }
    if config.searches.size > 32 || length > 2048 {
      report(
        ObjectRules.dnsConfig, at: config.searches,
        "must not have more than 32 search paths, nor more than 2048 characters together")
    }
    for option in config.options.elements {
      naming(option) { $0.required(option.name) }
    }
  }

  /// One trailing dot is allowed; from 1.33 on the dot alone and `_` are too.
  private mutating func searchDomain(_ search: Field) {
    var domain = search.bytes
    let isRelaxed = !includes(before: 33)
    if isRelaxed, Bytes.equal(domain, ".") { return }
    if domain.last == 0x2E { domain = domain.dropLast() }
    let plain = isRelaxed ? domain.map { $0 == 0x5F ? 0x61 : $0 }[...] : domain
    guard !NameForm.subdomain.accepts(plain) else { return }
    report(
      ObjectRules.dnsConfig, at: search,
      "\(shown(search)); it must be \(NameForm.subdomain.meaning)")
  }

  /// Entries of `resourceClaims`; gives their names.
  private mutating func resourceClaims(_ claims: Field) -> TextSet {
    var names = TextSet()
    for claim in claims.elements {
      if requiredForm(claim.name, .label), !names.insert(claim.name) {
        duplicate(claim.name, "name")
      }
      exactlyOne(
        claim.resourceClaimName, claim.resourceClaimTemplateName, of: claim,
        ObjectRules.resourceClaim, "`resourceClaimName` and `resourceClaimTemplateName`")
      form(claim.resourceClaimName, .subdomain)
      form(claim.resourceClaimTemplateName, .subdomain)
    }
    return names
  }
}

extension Words {
  static let restartPolicies = Words("Always", "OnFailure", "Never")
  static let dnsPolicies = Words("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None")
  static let preemptionPolicies = Words("PreemptLowerPriority", "Never")
}
