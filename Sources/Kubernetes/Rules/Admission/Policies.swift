import YAML

/// Admission policies and their bindings.
extension ObjectCheck {
  /// validateValidatingAdmissionPolicySpec.
  mutating func validatingPolicy(_ object: Field) {
    let spec = object.spec
    let variables = policyHead(spec, mayDelete: true)
    if spec.validations.isEmpty, spec.auditAnnotations.isEmpty {
      required(
        spec.validations,
        because: ": validations or auditAnnotations must contain at least one item")
    }
    for validation in spec.validations.elements {
      if required(validation.expression) { expression(validation.expression, variables) }
      message(validation.message)
      if validation.messageExpression.exists {
        if Bytes.trimmed(validation.messageExpression.bytes).isEmpty {
          report(
            ObjectRules.policyText, at: validation.messageExpression,
            "is blank; must be non-empty if specified")
        }
        expression(validation.messageExpression, variables, result: [.string])
      }
      oneOf(
        validation.reason, Words("Forbidden", "Invalid", "RequestEntityTooLarge"),
        emptyIsAbsent: false)
    }
    auditAnnotations(object, variables)
  }

  private mutating func auditAnnotations(_ object: Field, _ variables: [String: CELType]) {
    let annotations = object.spec.auditAnnotations
    noMoreThan(20, in: annotations)
    unique(annotations.elements.map(\.key), "key")
    for annotation in annotations.elements {
      if required(annotation.key) {
        let full = Array(object.metadata.name.bytes) + [0x2F] + annotation.key.bytes
        if !NameForm.qualifiedName.accepts(full[...]) {
          report(
            ObjectRules.labelFormat, at: annotation.key,
            "\(shown(annotation.key)); behind the policy's name and '/' it must be \(NameForm.qualifiedName.meaning)"
          )
        }
      }
      if required(annotation.valueExpression) {
        noLongerThan(5 * 1024, annotation.valueExpression)
        expression(annotation.valueExpression, variables, result: [.string, .null])
      }
    }
  }

  private mutating func message(_ message: Field) {
    guard message.exists else { return }
    if message.bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      report(ObjectRules.policyText, at: message, "must not contain line breaks")
    } else if Bytes.trimmed(message.bytes).isEmpty {
      report(ObjectRules.policyText, at: message, "is blank; must be non-empty if specified")
    }
  }

  /// validateMutatingAdmissionPolicySpec.
  mutating func mutatingPolicy(_ object: Field) {
    let spec = object.spec
    let variables = policyHead(spec, mayDelete: false)
    required(spec.mutations, because: ": mutations must contain at least one item")
    requiredOneOf(spec.reinvocationPolicy, Words("Never", "IfNeeded"))
    for mutation in spec.mutations.elements {
      requiredOneOf(mutation.patchType, Words("ApplyConfiguration", "JSONPatch"))
      let kinds: [(name: StaticString, field: Field)] = [
        ("ApplyConfiguration", mutation.applyConfiguration), ("JSONPatch", mutation.jsonPatch),
      ]
      for (name, field) in kinds {
        if mutation.patchType.equals(name) {
          guard isGiven(field, " when patchType is \("\(name)")") else { continue }
          if required(field.expression) { expression(field.expression, variables, result: []) }
        } else if !mutation.patchType.isEmpty {
          forbidden(field, " when patchType is not \("\(name)")")
        }
      }
    }
  }

  /// What both policies begin with; gives the variables of their expressions.
  private mutating func policyHead(_ spec: Field, mayDelete: Bool) -> [String: CELType] {
    oneOf(spec.failurePolicy, Words("Fail", "Ignore"), emptyIsAbsent: false)
    var variables = Self.admissionVariables
    let kind = spec.paramKind
    if kind.exists {
      variables["params"] = .dyn
      if required(kind.apiVersion) { groupVersion(kind.apiVersion) }
      required(kind.kind)
    }
    if isGiven(spec.matchConstraints, "") {
      constraints(spec.matchConstraints, mayDelete: mayDelete)
    }
    matchConditions(spec.matchConditions, variables)
    var composed: [String: CELType] = [:]
    variables["variables"] = .object([:])
    unique(spec.variables.elements.map(\.name), "name")
    for variable in spec.variables.elements {
      if required(variable.name) { form(variable.name, .celIdentifier) }
      guard required(variable.expression) else { continue }
      let type = expression(variable.expression, variables, result: [])
      composed[variable.name.text] = type
      variables["variables"] = .object(composed)
    }
    return variables
  }

  private mutating func groupVersion(_ field: Field) {
    let parts = field.bytes.split(separator: 0x2F, omittingEmptySubsequences: false)
    let isGood =
      parts.count <= 2 && parts.last.map(NameForm.rfc1035Label.accepts) == true
      && (parts.count < 2 || NameForm.subdomain.accepts(parts[0]))
    guard !isGood else { return }
    report(ObjectRules.nameFormat, at: field, "\(shown(field)); must be GROUP/VERSION, or v1")
  }

  private mutating func constraints(_ match: Field, mayDelete: Bool) {
    oneOf(match.matchPolicy, Words("Equivalent", "Exact"), emptyIsAbsent: false)
    labelSelector(match.namespaceSelector)
    labelSelector(match.objectSelector)
    required(match.resourceRules)
    namedRules(match, mayDelete: mayDelete)
  }

  private mutating func namedRules(_ match: Field, mayDelete: Bool) {
    for rules in [match.resourceRules, match.excludeResourceRules] {
      for rule in rules.elements {
        admissionRule(rule, mayDelete: mayDelete)
        unique(rule.resourceNames.elements, "name")
        for name in rule.resourceNames.elements { requiredForm(name, .pathSegment) }
      }
    }
  }

  // MARK: Bindings

  mutating func policyBinding(_ spec: Field) {
    requiredForm(spec.policyName, .subdomain)
    let reference = spec.paramRef
    if reference.exists {
      if !reference.name.isEmpty { form(reference.name, .subdomain) }
      if !reference.name.isEmpty, reference.selector.exists {
        forbidden(reference.name, " beside selector; name and selector are mutually exclusive")
      } else if reference.name.isEmpty, !reference.selector.exists {
        report(
          ObjectRules.requiredValue, at: reference,
          "names nothing; one of name or selector must be specified")
      }
      labelSelector(reference.selector)
      requiredOneOf(reference.parameterNotFoundAction, Words("Allow", "Deny"))
    }
    let match = spec.matchResources
    guard match.exists else { return }
    oneOf(match.matchPolicy, Words("Equivalent", "Exact"), emptyIsAbsent: false)
    labelSelector(match.namespaceSelector)
    labelSelector(match.objectSelector)
    namedRules(match, mayDelete: true)
  }

  mutating func validationActions(_ actions: Field) {
    required(actions, because: ": at least one validation action")
    unique(actions.elements, "action")
    eachOneOf(actions, Words("Audit", "Deny", "Warn"))
    func has(_ word: StaticString) -> Bool { actions.elements.contains { $0.equals(word) } }
    if has("Deny"), has("Warn") {
      report(
        ObjectRules.validationActions, at: actions, "must not contain both Deny and Warn")
    }
  }
}
