import Testing
import YAML

@testable import Kubernetes

@Suite struct ObjectRuleTests {
  private func rules(_ kind: String, _ apiVersion: String, _ spec: Value) -> [String] {
    let object: Value = [
      "apiVersion": .text(apiVersion), "kind": .text(kind), "metadata": ["name": "a"],
      "spec": spec,
    ]
    return checkManifests(object.tree()).diagnostics.map {
      "\($0.rule.id) \($0.pointer ?? "")"
    }
  }

  private func deployment(selector: Value, label: Value) -> Value {
    [
      "selector": selector,
      "template": [
        "metadata": ["labels": ["app": label]],
        "spec": ["containers": [["name": "a", "image": "b"]]],
      ],
    ]
  }

  @Test func `a selector must name the template's labels`() {
    let selector: Value = ["matchLabels": ["app": "a"]]
    #expect(rules("Deployment", "apps/v1", deployment(selector: selector, label: "a")) == [])
    #expect(
      rules("Deployment", "apps/v1", deployment(selector: selector, label: "b"))
        == ["object/selector-mismatch /spec/selector/matchLabels/app"])
    #expect(
      rules("Deployment", "apps/v1", deployment(selector: [:], label: "b"))
        == ["object/selector-required /spec/selector"])
  }

  @Test func `ports outside 1 to 65535 and repeated container names are found`() {
    let port: Value = [["containerPort": .plain("65536")]]
    let spec: Value = [
      "containers": [["name": "a", "image": "b", "ports": port], ["name": "a", "image": "b"]]
    ]
    #expect(
      rules("Pod", "v1", spec) == [
        "object/port-range /spec/containers/0/ports/0/containerPort",
        "object/duplicate-container-name /spec/containers/1/name",
      ])
  }
}
