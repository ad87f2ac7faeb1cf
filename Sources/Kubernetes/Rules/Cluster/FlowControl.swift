import YAML

extension KindRules {
  private static let flowGroup = "flowcontrol.apiserver.k8s.io"

  /// How the server shares itself out: pkg/apis/flowcontrol/validation.
  static let flowControl: [KindRules] = [flowSchema, priorityLevel]

  private static let flowSchema = KindRules(flowGroup, "FlowSchema") { object, check in
    let spec = object.spec
    let precedence = spec.matchingPrecedence.integer ?? 0
    let effective = precedence == 0 ? Default.matchingPrecedence : precedence
    check.within(spec.matchingPrecedence, 0...10_000)
    if effective == 1, !object.metadata.name.equals("exempt") {
      check.report(
        ObjectRules.flowControl, at: spec.matchingPrecedence,
        "is 1, which only the schema named exempt may have")
    }
    if spec.distinguisherMethod.exists {
      check.requiredOneOf(spec.distinguisherMethod.type, Words("ByNamespace", "ByUser"))
    }
    check.requiredForm(spec.priorityLevelConfiguration.name, .subdomain)
    for rule in spec.rules.elements { check.flowRule(rule) }
  }

  private static let priorityLevel = KindRules(flowGroup, "PriorityLevelConfiguration") {
    object, check in
    let spec = object.spec
    let isExempt = spec.type.equals("Exempt")
    check.requiredOneOf(spec.type, Words("Exempt", "Limited"))
    if isExempt != object.metadata.name.equals("exempt"), isExempt || spec.type.equals("Limited") {
      check.report(
        ObjectRules.flowControl, at: spec.type,
        "\(check.shown(spec.type)); must be 'Exempt' if and only if `name` is 'exempt'")
    }
    if isExempt {
      check.forbidden(spec.limited, " when the type is not Limited")
      check.shares(spec.exempt)
    } else if spec.type.equals("Limited") {
      check.forbidden(spec.exempt, " when the type is not Exempt")
      if check.isGiven(spec.limited, " when type is Limited") { check.limited(spec.limited) }
    }
  }
}

extension ObjectCheck {
  /// As `required`, where an empty mapping counts as given.
  mutating func isGiven(_ field: Field, _ reason: Message) -> Bool {
    guard !field.exists else { return true }
    report(ObjectRules.requiredValue, at: field, "is required\(reason)")
    return false
  }

  fileprivate mutating func shares(_ level: Field) {
    within(level.nominalConcurrencyShares, 0...Int64.max)
    within(level.lendablePercent, 0...100)
  }

  fileprivate mutating func limited(_ limited: Field) {
    shares(limited)
    notNegative(limited.borrowingLimitPercent)
    let response = limited.limitResponse
    requiredOneOf(response.type, Words("Queue", "Reject"))
    if response.type.equals("Reject") {
      forbidden(response.queuing, " when the type is Reject")
    } else if response.type.equals("Queue"),
      isGiven(response.queuing, " when the type is Queue")
    {
      queuing(response.queuing)
    }
  }

  private mutating func queuing(_ queuing: Field) {
    func number(_ field: Field, _ standard: Int64) -> Int64 {
      let number = field.integer ?? 0
      return number == 0 ? standard : number
    }
    let queues = number(queuing.queues, Default.queues)
    let hand = number(queuing.handSize, Default.handSize)
    within(queuing.queueLengthLimit, 0...Int64.max)
    within(queuing.queues, 0...10_000_000)
    within(queuing.handSize, 0...Int64.max)
    guard queues > 0, hand > 0 else { return }
    if hand > queues {
      report(
        ObjectRules.flowControl, at: queuing.handSize,
        "is \(hand); should not be greater than queues (\(queues))")
    }
  }

  fileprivate mutating func flowRule(_ rule: Field) {
    required(rule.subjects, because: ": subjects must contain at least one value")
    for subject in rule.subjects.elements {
      let kinds: [(name: StaticString, field: Field)] = [
        ("User", subject.user), ("Group", subject.group),
        ("ServiceAccount", subject.serviceAccount),
      ]
      requiredOneOf(subject.kind, Words("Group", "ServiceAccount", "User"))
      for (name, field) in kinds {
        if subject.kind.equals(name) {
          guard isGiven(field, " when subject kind is '\("\(name)")'") else { continue }
          required(field.name)
          if field.namespace.exists || subject.kind.equals("ServiceAccount") {
            required(field.namespace)
          }
        } else {
          forbidden(field, " when subject kind is not '\("\(name)")'")
        }
      }
    }
    if rule.resourceRules.isEmpty, rule.nonResourceRules.isEmpty {
      report(
        ObjectRules.requiredValue, at: rule,
        "matches nothing; at least one of resourceRules and nonResourceRules has to be non-empty")
    }
    for resource in rule.resourceRules.elements {
      verbs(resource.verbs)
      alone(resource.apiGroups)
      alone(resource.resources)
      if resource.namespaces.isEmpty, !resource.clusterScope.isTrue {
        required(
          resource.namespaces,
          because: ": resource rules that are not cluster scoped must supply at least one namespace"
        )
      }
      for namespace in resource.namespaces.elements where !namespace.equals("*") {
        form(namespace, .label)
      }
      starIsAlone(resource.namespaces)
    }
    for other in rule.nonResourceRules.elements {
      verbs(other.verbs)
      alone(other.nonResourceURLs)
      for path in other.nonResourceURLs.elements where !path.equals("*") {
        let text = path.bytes
        let star = text.firstIndex(of: 0x2A)
        let isGood =
          text.first == 0x2F && !Bytes.contains(text, "//")
          && (star == nil || (star == text.endIndex - 1 && Bytes.hasSuffix(text, "/*")))
        if !isGood {
          report(
            ObjectRules.flowControl, at: path,
            "\(shown(path)); must start with '/' and may hold '*' only as a final '/*'")
        }
      }
    }
  }

  private mutating func verbs(_ verbs: Field) {
    alone(verbs)
    guard !verbs.elements.contains(where: { $0.equals("*") }) else { return }
    eachOneOf(verbs, .flowVerbs)
  }

  /// A list with something in it, in which `*` stands alone.
  private mutating func alone(_ list: Field) {
    required(list, because: ": must contain at least one value")
    starIsAlone(list)
  }

  mutating func starIsAlone(_ list: Field) {
    guard list.size > 1, list.elements.contains(where: { $0.equals("*") }) else { return }
    report(
      ObjectRules.starNotAlone, at: list,
      "holds '*' beside others; if '*' is present, it must stand alone")
  }
}

extension Words {
  static let flowVerbs = Words(
    "get", "list", "create", "update", "delete", "deletecollection", "patch", "watch", "proxy")
}
