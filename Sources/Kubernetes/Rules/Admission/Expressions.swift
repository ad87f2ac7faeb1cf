import YAML

extension ObjectCheck {
  /// Expressions of one object that are compiled; the rest is left to the server.
  static let maximumExpressionBytes = 100_000

  /// What the server's compiler says, as far as it can be known without its type checker: syntax,
  /// names and operators.
  @discardableResult
  mutating func expression(
    _ field: Field, _ variables: [String: CELType], result: [CELType] = [.bool]
  ) -> CELType {
    guard !Bytes.trimmed(field.bytes).isEmpty, field.bytes.count <= Self.maximumExpressionBytes
    else { return .dyn }
    do throws(CELFault) {
      let parsed = try CELParser.parse(field.bytes)
      let type = try CELChecker(variables: variables).check(parsed)
      if type != .dyn, !result.isEmpty, !result.contains(type) {
        report(
          ObjectRules.expression, at: field,
          "evaluates to \(type.name), but must evaluate to \(result[0].name)")
      }
      return type
    } catch {
      guard !error.isLimit else { return .dyn }
      report(
        ObjectRules.expression, at: field,
        "cannot be compiled; at byte \(error.offset + 1) of the expression: \(error.message)")
      return .dyn
    }
  }

  /// The variables of admission expressions.
  static let admissionVariables: [String: CELType] = [
    "object": .dyn, "oldObject": .dyn, "request": .dyn, "authorizer": .dyn, "namespaceObject": .dyn,
  ]

  /// validateMatchConditions (pkg/apis/admissionregistration/validation).
  mutating func matchConditions(_ conditions: Field, _ variables: [String: CELType]) {
    noMoreThan(64, in: conditions)
    unique(conditions.elements.map(\.name), "name")
    for condition in conditions.elements {
      requiredForm(condition.name, .qualifiedName)
      if required(condition.expression) { expression(condition.expression, variables) }
    }
  }
}
