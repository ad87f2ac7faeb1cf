import YAML

extension ObjectCheck {
  /// A selector of apps/v1 is required and must select the template's labels.
  mutating func selector(_ selector: Field, selects labels: Field) {
    let wanted = selector["matchLabels"].entries
    guard selector.exists, !wanted.isEmpty || !selector["matchExpressions"].elements.isEmpty else {
      report(
        ObjectRules.selectorRequired, at: selector,
        "spec.selector is missing or empty; it must name labels of the template")
      return
    }
    for (key, value) in wanted {
      let given = labels.entries.last { $0.key == key }?.value.text
      guard given != value.text else { continue }
      let found: Message = given.map { "has \(key): \($0)" } ?? "has no label \(key)"
      report(
        ObjectRules.selectorMismatch, at: value,
        "the selector asks for \(key): \(value.text), but the template \(found)")
    }
  }

  mutating func pod(_ spec: Field) {
    var names: Set<String> = []
    for container in spec["containers"].elements + spec["initContainers"].elements {
      let name = container["name"].text
      if !name.isEmpty, !names.insert(name).inserted {
        report(
          ObjectRules.duplicateContainerName, at: container["name"],
          "a container before this one is named \(name) too; give each its own name")
      }
      for port in container["ports"].elements {
        portNumber(port["containerPort"], from: 1)
        portNumber(port["hostPort"], from: 0)
      }
    }
  }

  private mutating func portNumber(_ port: Field, from least: Int64) {
    guard let number = port.integer, !(least...65535).contains(number) else { return }
    report(
      ObjectRules.portRange, at: port,
      "port \(number) is out of range; a port is a number from 1 to 65535")
  }
}
