import YAML

/// Labels, annotations and label selectors.
extension ObjectCheck {
  /// ValidateLabels (apimachinery/pkg/apis/meta/v1/validation).
  mutating func labels(_ labels: Field) {
    guard labels.exists else { return }
    naming(labels) { check in
      for (key, value) in labels.entries {
        check.labelKey(key)
        check.labelValue(value)
      }
    }
  }

  mutating func labelKey(_ field: Field) {
    guard !NameForm.qualifiedName.accepts(field) else { return }
    report(
      ObjectRules.labelFormat, at: field,
      "has the key \"\(field.text)\"; it must be \(NameForm.qualifiedName.meaning)")
  }

  mutating func requiredLabelKey(_ field: Field) {
    guard required(field) else { return }
    form(field, .qualifiedName, ObjectRules.labelFormat)
  }

  mutating func labelValue(_ field: Field) { form(field, .labelValue, ObjectRules.labelFormat) }

  /// ValidateAnnotations (apimachinery/pkg/api/validation): keys in any case, all together no more
  /// than 256 KiB.
  mutating func annotations(_ annotations: Field) {
    var total = 0
    for (key, value) in annotations.entries {
      total += key.byteCount + value.byteCount
      guard !NameForm.qualifiedName.accepts(key),
        !NameForm.qualifiedName.accepts(key.bytes.map(Bytes.lowered)[...])
      else { continue }
      naming(annotations) { check in
        check.report(
          ObjectRules.annotationFormat, at: key,
          "has the key \"\(key.text)\"; it must be \(NameForm.qualifiedName.meaning)")
      }
    }
    guard total > 262_144 else { return }
    report(
      ObjectRules.tooLong, at: annotations, "have \(total) bytes; may not be more than 262144 bytes"
    )
  }

  // MARK: Selectors

  /// ValidateLabelSelector: labels and expressions that can be read.
  @discardableResult
  mutating func labelSelector(_ selector: Field) -> Bool {
    let before = diagnostics.count
    labels(selector.matchLabels)
    for expression in selector.matchExpressions.elements {
      labelKey(orMissing: expression.key)
      let values = expression.values
      switch expression.operator {
      case let word where word.equals("In") || word.equals("NotIn"):
        required(values, because: " when `operator` is 'In' or 'NotIn'")
      case let word where word.equals("Exists") || word.equals("DoesNotExist"):
        if !values.isEmpty { forbidden(values, " when `operator` is 'Exists' or 'DoesNotExist'") }
      case let word:
        report(
          ObjectRules.selectorOperator, at: word,
          "\(shown(word)); supported values: \(Words.selectorOperators.text)")
      }
      for value in values.elements { labelValue(value) }
    }
    return diagnostics.count == before
  }

  private mutating func labelKey(orMissing field: Field) {
    if field.exists { labelKey(field) } else { required(field) }
  }

  /// The selector of a workload: it must be there, be no empty one, and select the template's pods.
  /// Gives whether it could be read.
  @discardableResult
  mutating func selector(_ selector: Field, selects labels: Field, isRequired: Bool = true) -> Bool
  {
    guard selector.exists else {
      report(
        ObjectRules.selectorRequired, at: selector,
        "is required; it must name labels of the template")
      return true
    }
    guard labelSelector(selector) else { return false }
    guard !selector.matchLabels.isEmpty || !selector.matchExpressions.isEmpty else {
      report(
        ObjectRules.selectorRequired, at: selector,
        "is empty, and an empty selector is invalid here; it must name labels of the template")
      return true
    }
    matches(selector, labels)
    return true
  }

  /// Each label and each expression of the selector holds for the labels.
  mutating func matches(_ selector: Field, _ labels: Field) {
    let given = Members(labels)
    matches(map: selector.matchLabels, labels)
    for expression in selector.matchExpressions.elements {
      let label = given[expression.key]
      let isListed = label.map { label in
        expression.values.elements.contains { $0.isSameText(as: label) }
      }
      let word = expression.operator
      let holds =
        word.equals("In")
        ? isListed == true
        : word.equals("NotIn") ? isListed != true : word.equals("Exists") == (label != nil)
      guard !holds else { continue }
      report(
        ObjectRules.selectorMismatch, at: label ?? labels,
        "\(given: label, expression.key); `selector` does not match template `labels`: it asks for \(expression.key.text) \(word.text) \(expression.values.elements.map(\.text).joined(separator: ", "))"
      )
    }
  }

  /// A plain map of labels selects them.
  mutating func matches(map selector: Field, _ labels: Field) {
    let given = Members(labels)
    for (key, value) in selector.entries {
      let label = given[key]
      if let label, label.isSameText(as: value) { continue }
      report(
        ObjectRules.selectorMismatch, at: label ?? labels,
        "\(given: label, key); `selector` does not match template `labels`: it asks for \(key.text): \(value.text)"
      )
    }
  }
}

extension Message.Interpolation {
  /// What a template says to one key of a selector.
  fileprivate mutating func appendInterpolation(given label: Field?, _ key: Field) {
    appendInterpolation(
      label.map { "is \"\($0.text)\"" as Message } ?? "have no label \(key.text)")
  }
}

extension Words {
  static let selectorOperators = Words("In", "NotIn", "Exists", "DoesNotExist")
}
