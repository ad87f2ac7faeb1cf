import YAML

extension KindRules {
  /// What adds kinds to the server.
  static let extensions: [KindRules] = [apiService, customResourceDefinition]

  /// ValidateAPIService (kube-aggregator/pkg/apis/apiregistration/validation).
  private static let apiService = KindRules(
    "apiregistration.k8s.io", "APIService",
    MetadataForm(name: .pathSegment, standardFinalizers: false)
  ) { object, check in
    let spec = object.spec
    let name = object.metadata.name
    let expected = "\(spec.version.text).\(spec.group.text)"
    if !name.isEmpty, name.text != expected {
      check.report(
        ObjectRules.apiService, at: name,
        "\(check.shown(name)); must be `spec.version+\".\"+spec.group`: \"\(expected)\"")
    }
    if spec.group.isEmpty {
      if !spec.version.equals("v1") {
        check.report(
          ObjectRules.requiredValue, at: spec.group,
          "is required: only v1 may have an empty group")
      }
    } else {
      check.form(spec.group, .subdomain)
    }
    check.requiredForm(spec.version, .rfc1035Label)
    check.priority(spec.groupPriorityMinimum, below: 20_000)
    check.priority(spec.versionPriority, below: 1000)
    let service = spec.service
    if service.exists {
      check.required(service.namespace)
      check.required(service.name)
      check.optionalPort(service.port)
    } else {
      check.forbidden(spec.caBundle, " for a local APIService")
      if spec.insecureSkipTLSVerify.isTrue {
        check.forbidden(spec.insecureSkipTLSVerify, " for a local APIService")
      }
    }
    if spec.insecureSkipTLSVerify.isTrue, !spec.caBundle.isEmpty, service.exists {
      check.report(
        ObjectRules.apiService, at: spec.insecureSkipTLSVerify,
        "is true; may not be true if caBundle is present")
    }
  }
}

extension ObjectCheck {
  fileprivate mutating func priority(_ field: Field, below limit: Int64) {
    guard let number = field.integer, !(1...limit).contains(number) else { return }
    report(
      ObjectRules.apiService, at: field,
      "\(shown(field)); must be positive and no more than \(limit)")
  }
}
