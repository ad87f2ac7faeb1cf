import YAML

extension KindRules {
  private static let rbac = "rbac.authorization.k8s.io"
  private static let pathNames = MetadataForm(name: .pathSegment)

  /// Who may do what: pkg/apis/rbac/validation, authorization, authentication and certificates.
  static let access: [KindRules] = [
    role, clusterRole, roleBinding, clusterRoleBinding, certificateSigningRequest, tokenReview,
    subjectAccessReview, localSubjectAccessReview, selfSubjectAccessReview,
  ]

  private static let role = KindRules(rbac, "Role", pathNames) { object, check in
    for rule in object.rules.elements { check.policyRule(rule, isNamespaced: true) }
  }

  private static let clusterRole = KindRules(rbac, "ClusterRole", pathNames) { object, check in
    for rule in object.rules.elements { check.policyRule(rule, isNamespaced: false) }
    let aggregation = object.aggregationRule
    guard aggregation.exists else { return }
    check.required(
      aggregation.clusterRoleSelectors, because: " when aggregationRule is given: at least one")
    for selector in aggregation.clusterRoleSelectors.elements { check.labelSelector(selector) }
  }

  private static let roleBinding = KindRules(rbac, "RoleBinding", pathNames) { object, check in
    check.roleReference(object.roleRef, Words("ClusterRole", "Role"))
    for subject in object.subjects.elements {
      check.subject(subject, isNamespaced: true)
      check.subjectAdvice(subject)
    }
  }

  private static let clusterRoleBinding = KindRules(rbac, "ClusterRoleBinding", pathNames) {
    object, check in
    check.roleReference(object.roleRef, Words("ClusterRole"))
    for subject in object.subjects.elements { check.subject(subject, isNamespaced: false) }
  }

  private static let tokenReview = KindRules("authentication.k8s.io", "TokenReview", .none) {
    object, check in check.required(object.spec.token)
  }

  private static let subjectAccessReview = KindRules(
    "authorization.k8s.io", "SubjectAccessReview", .none
  ) { object, check in
    check.noMetadata(object.metadata)
    check.accessAttributes(object.spec)
    check.someSubject(object.spec)
  }

  private static let localSubjectAccessReview = KindRules(
    "authorization.k8s.io", "LocalSubjectAccessReview", .none
  ) { object, check in
    check.accessAttributes(object.spec)
    check.someSubject(object.spec)
  }

  private static let selfSubjectAccessReview = KindRules(
    "authorization.k8s.io", "SelfSubjectAccessReview", .none
  ) { object, check in
    check.noMetadata(object.metadata)
    check.accessAttributes(object.spec)
  }
}

extension ObjectCheck {
  /// ValidatePolicyRule (pkg/apis/rbac/validation).
  fileprivate mutating func policyRule(_ rule: Field, isNamespaced: Bool) {
    required(rule.verbs, ObjectRules.policyRule, because: ": verbs must contain at least one value")
    if !rule.nonResourceURLs.isEmpty {
      if isNamespaced {
        report(
          ObjectRules.policyRule, at: rule.nonResourceURLs,
          "are given in a Role; namespaced rules cannot apply to non-resource URLs")
      }
      if !rule.apiGroups.isEmpty || !rule.resources.isEmpty || !rule.resourceNames.isEmpty {
        report(
          ObjectRules.policyRule, at: rule.nonResourceURLs,
          "are given beside resources; rules cannot apply to both regular resources and non-resource URLs"
        )
      }
      return
    }
    required(
      rule.apiGroups, ObjectRules.policyRule,
      because: ": resource rules must supply at least one api group (\"\" for the core group)")
    required(
      rule.resources, ObjectRules.policyRule,
      because: ": resource rules must supply at least one resource")
  }

  fileprivate mutating func roleReference(_ reference: Field, _ kinds: Words) {
    if !reference.apiGroup.isEmpty, !reference.apiGroup.equals("rbac.authorization.k8s.io") {
      report(
        ObjectRules.roleReference, at: reference.apiGroup,
        "\(shown(reference.apiGroup)); supported values: \"rbac.authorization.k8s.io\"")
    }
    requiredOneOf(reference.kind, kinds, ObjectRules.roleReference)
    requiredForm(reference.name, .pathSegment)
  }

  /// ValidateRoleBindingSubject.
  fileprivate mutating func subject(_ subject: Field, isNamespaced: Bool) {
    required(subject.name)
    if subject.kind.equals("ServiceAccount") {
      form(subject.name, .subdomain)
      if !subject.apiGroup.isEmpty {
        report(
          ObjectRules.roleSubject, at: subject.apiGroup,
          "\(shown(subject.apiGroup)); supported values: \"\"")
      }
      if !isNamespaced {
        required(subject.namespace, ObjectRules.roleSubject, because: " for a ServiceAccount")
      }
    } else if subject.kind.equals("User") || subject.kind.equals("Group") {
      if !subject.apiGroup.isEmpty, !subject.apiGroup.equals("rbac.authorization.k8s.io") {
        report(
          ObjectRules.roleSubject, at: subject.apiGroup,
          "\(shown(subject.apiGroup)); supported values: \"rbac.authorization.k8s.io\"")
      }
    } else {
      requiredOneOf(
        subject.kind, Words("ServiceAccount", "User", "Group"), ObjectRules.roleSubject)
    }
  }

  /// A question about no object has no metadata.
  fileprivate mutating func noMetadata(_ metadata: Field) {
    let fields = [
      metadata.name, metadata.generateName, metadata.namespace, metadata.resourceVersion,
      metadata.labels, metadata.annotations, metadata.finalizers, metadata.ownerReferences,
    ]
    guard let given = fields.first(where: { !$0.isEmpty }) else { return }
    forbidden(given, " in a review; its metadata must be empty")
  }

  fileprivate mutating func accessAttributes(_ spec: Field) {
    guard spec.resourceAttributes.exists == spec.nonResourceAttributes.exists else { return }
    report(
      ObjectRules.requiredValue, at: spec.resourceAttributes,
      "or nonResourceAttributes is required: exactly one of the two must be specified")
  }

  fileprivate mutating func someSubject(_ spec: Field) {
    guard spec.user.isEmpty, spec.groups.isEmpty else { return }
    report(
      ObjectRules.requiredValue, at: spec.user,
      "or groups is required: at least one of user or group must be specified")
  }
}
