import YAML

extension KindRules {
  private static let group = "admissionregistration.k8s.io"
  private static let form = MetadataForm(standardFinalizers: false)

  /// What is asked before the server takes an object: pkg/apis/admissionregistration/validation.
  static let admission: [KindRules] = [
    KindRules(group, "ValidatingWebhookConfiguration", form) { object, check in
      check.webhooks(object.webhooks)
    },
    KindRules(group, "MutatingWebhookConfiguration", form) { object, check in
      check.webhooks(object.webhooks)
      for webhook in object.webhooks.elements {
        check.oneOf(webhook.reinvocationPolicy, Words("Never", "IfNeeded"), emptyIsAbsent: false)
      }
    },
    KindRules(group, "ValidatingAdmissionPolicy", form) { object, check in
      check.validatingPolicy(object)
    },
    KindRules(group, "MutatingAdmissionPolicy", form) { object, check in
      check.mutatingPolicy(object)
    },
    KindRules(group, "ValidatingAdmissionPolicyBinding", form) { object, check in
      check.policyBinding(object.spec)
      check.validationActions(object.spec.validationActions)
    },
    KindRules(group, "MutatingAdmissionPolicyBinding", form) { object, check in
      check.policyBinding(object.spec)
    },
  ]
}

extension ObjectCheck {
  fileprivate mutating func webhooks(_ webhooks: Field) {
    unique(webhooks.elements.map(\.name), "name")
    for webhook in webhooks.elements {
      requiredForm(webhook.name, .threePartDomain)
      for rule in webhook.rules.elements { admissionRule(rule) }
      oneOf(webhook.failurePolicy, Words("Fail", "Ignore"), emptyIsAbsent: false)
      oneOf(webhook.matchPolicy, Words("Equivalent", "Exact"), emptyIsAbsent: false)
      requiredOneOf(
        webhook.sideEffects, Words("None", "NoneOnDryRun"), ObjectRules.webhookSideEffects)
      within(webhook.timeoutSeconds, 1...30)
      labelSelector(webhook.namespaceSelector)
      labelSelector(webhook.objectSelector)
      reviewVersions(webhook.admissionReviewVersions)
      clientConfiguration(webhook.clientConfig)
      matchConditions(webhook.matchConditions, Self.admissionVariables)
    }
  }

  /// At least one version that the server itself knows.
  mutating func reviewVersions(_ versions: Field) {
    guard required(versions, because: ": must specify one of v1, v1beta1") else { return }
    unique(versions.elements, "version")
    for version in versions.elements { form(version, .rfc1035Label) }
    let isKnown = versions.elements.contains { $0.equals("v1") || $0.equals("v1beta1") }
    guard !isKnown else { return }
    report(
      ObjectRules.webhookClient, at: versions, "must include at least one of v1, v1beta1")
  }

  /// A URL or a service, as ValidateWebhookURL and ValidateWebhookService (apiserver/pkg/util/webhook).
  mutating func clientConfiguration(_ config: Field) {
    exactlyOne(
      config.url, config.service, of: config, ObjectRules.webhookClient, "`url` and `service`")
    if config.url.exists { webhookURL(config.url) }
    let service = config.service
    guard service.exists else { return }
    required(service.name)
    required(service.namespace)
    optionalPort(service.port)
    if service.path.exists { servicePath(service.path) }
  }

  private mutating func webhookURL(_ field: Field) {
    let url = field.bytes
    let rest = url.dropFirst("https://".utf8.count)
    let host = rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    let fault: Message? =
      !Bytes.hasPrefix(url.map(Bytes.lowered)[...], "https://")
      ? "'https' is the only allowed URL scheme"
      : host.isEmpty
        ? "host must be specified"
        : host.contains(0x40)
          ? "user information is not permitted in the URL"
          : rest.contains(0x23)
            ? "fragments are not permitted in the URL"
            : rest.contains(0x3F) ? "query parameters are not permitted in the URL" : nil
    guard let fault else { return }
    report(
      ObjectRules.webhookClient, at: field,
      "\(shown(field)); \(fault), the desired format is https://host[/path]")
  }

  private mutating func servicePath(_ field: Field) {
    let path = field.bytes
    guard !path.isEmpty, !Bytes.equal(path, "/") else { return }
    if path.first != 0x2F {
      report(ObjectRules.webhookClient, at: field, "\(shown(field)); must start with a '/'")
      return
    }
    let inner = path.last == 0x2F ? path.dropFirst().dropLast() : path.dropFirst()
    for segment in inner.split(separator: 0x2F, omittingEmptySubsequences: false) {
      guard !NameForm.subdomain.accepts(segment) else { continue }
      report(
        ObjectRules.webhookClient, at: field,
        segment.isEmpty
          ? "\(shown(field)); a segment may not be empty"
          : "\(shown(field)); each segment must be \(NameForm.subdomain.meaning)")
      return
    }
  }

  // MARK: What is admitted

  /// validateRuleWithOperations.
  mutating func admissionRule(_ rule: Field, mayDelete: Bool = true) {
    if required(rule.operations) {
      eachOneOf(
        rule.operations,
        mayDelete ? .admissionOperations : Words("*", "CONNECT", "CREATE", "UPDATE"))
      starIsAlone(rule.operations)
    }
    if required(rule.apiGroups) { starIsAlone(rule.apiGroups) }
    if required(rule.apiVersions) {
      starIsAlone(rule.apiVersions)
      for version in rule.apiVersions.elements { required(version) }
    }
    if required(rule.resources) { admissionResources(rule.resources) }
    oneOf(rule.scope, Words("*", "Cluster", "Namespaced"), emptyIsAbsent: false)
  }

  /// validateResources: what a wildcard covers may not be named too.
  private mutating func admissionResources(_ resources: Field) {
    var wholeResources = NameSet()
    var subresources = NameSet()
    var hasDoubleStar = false
    var hasStar = false
    var hasPlain = false
    for resource in resources.elements {
      required(resource)
      let text = resource.bytes
      if Bytes.equal(text, "*/*") { hasDoubleStar = true }
      if Bytes.equal(text, "*") { hasStar = true }
      guard let slash = text.firstIndex(of: 0x2F) else {
        if !Bytes.equal(text, "*") { hasPlain = true }
        continue
      }
      let (left, right) = (text[..<slash], text[(slash + 1)...])
      if Bytes.equal(right, "*") { wholeResources.insert(left) }
      if Bytes.equal(left, "*") { subresources.insert(right) }
    }
    if hasDoubleStar, resources.size > 1 {
      report(
        ObjectRules.starNotAlone, at: resources,
        "holds '*/*' beside others; if '*/*' is present, must not specify other resources")
    } else if hasStar, hasPlain {
      report(
        ObjectRules.starNotAlone, at: resources,
        "holds '*' beside others; if '*' is present, must not specify other resources without subresources"
      )
    }
    for resource in resources.elements {
      let text = resource.bytes
      guard let slash = text.firstIndex(of: 0x2F), !Bytes.equal(text, "*/*") else { continue }
      let (left, right) = (text[..<slash], text[(slash + 1)...])
      let isCovered =
        (wholeResources.contains(left) && !Bytes.equal(right, "*"))
        || (subresources.contains(right) && !Bytes.equal(left, "*"))
      guard isCovered else { continue }
      report(
        ObjectRules.starNotAlone, at: resource,
        "\(shown(resource)), which a wildcard of the list covers already; it must not be named too")
    }
  }
}

extension Words {
  static let admissionOperations = Words("*", "CONNECT", "CREATE", "DELETE", "UPDATE")
}
