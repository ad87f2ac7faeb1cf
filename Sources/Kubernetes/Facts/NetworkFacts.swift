import YAML

/// Services and what leads to them or to pods.
extension FactReader {
  mutating func service(_ spec: Field) {
    if !spec.type.equals("ExternalName") {
      map(selector: spec.selector)
      for port in spec.ports.elements
      where port.targetPort.isText && Self.isShort(port.targetPort.bytes) {
        guard begin(.targetPort) else { return }
        write(port.targetPort.bytes)
        write(rangeOf: port.targetPort)
      }
    }
    for port in spec.ports.elements {
      guard let number = port.port.integer.flatMap(UInt32.init(exactly:)),
        port.name.bytes.count <= 63, begin(.servicePort)
      else { continue }
      write(number)
      write(port.name.bytes)
    }
  }

  /// Default backend and paths. A backend may also be a resource, or a word of the controller of
  /// Amazon's load balancers, for which an annotation stands.
  mutating func ingress(_ spec: Field) {
    backend(spec.defaultBackend)
    for rule in spec.rules.elements {
      for path in rule.http.paths.elements { backend(path.backend) }
    }
  }

  private mutating func backend(_ backend: Field) {
    let service = backend.service
    guard service.exists, !service.port.name.equals("use-annotation") else { return }
    reference(.service, service.name, port: service.port)
  }

  /// A selector that is a map of labels. An empty one selects nothing, on purpose.
  private mutating func map(selector: Field) {
    guard !selector.isEmpty, begin(.selector) else { return }
    write(rangeOf: selector)
    labels(selector)
  }

  /// An empty selector selects every pod.
  mutating func selector(_ selector: Field) {
    guard !selector.matchLabels.isEmpty || !selector.matchExpressions.isEmpty, begin(.selector)
    else { return }
    write(rangeOf: selector)
    labels(selector.matchLabels)
    for expression in selector.matchExpressions.elements {
      let word = expression.operator
      let kind: ObjectFact.SelectorOperator? =
        word.equals("In")
        ? .in
        : word.equals("NotIn")
          ? .notIn
          : word.equals("Exists") ? .exists : word.equals("DoesNotExist") ? .doesNotExist : nil
      guard let kind, requirement(expression.key, kind) else { continue }
      for value in expression.values.elements { self.value(value) }
    }
  }

  private mutating func labels(_ labels: Field) {
    for (key, value) in labels.entries {
      guard requirement(key, .in) else { continue }
      self.value(value)
    }
  }

  private mutating func requirement(
    _ key: Field, _ kind: ObjectFact.SelectorOperator
  ) -> Bool {
    guard Self.isShort(key.bytes), begin(.requirement) else { return false }
    write(byte: kind.rawValue)
    write(key.bytes)
    return true
  }

  private mutating func value(_ value: Field) {
    guard value.bytes.count <= 63, begin(.value) else { return }
    write(value.bytes)
  }
}
