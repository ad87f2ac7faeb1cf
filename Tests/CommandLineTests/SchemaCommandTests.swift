import Foundation
import TestSupport
import Testing

@Suite struct SchemaCommandTests {
  @Test func `kinds, fields and changes are printed as text and as JSON`() throws {
    let box = try Sandbox()
    let kinds = try box.run("manifest-lint schema")
    #expect(kinds.status == 0)
    #expect(
      kinds.output.split(separator: "\n").contains {
        $0.hasPrefix("apps/v1") && $0.contains("Deployment")
      })
    let field = try box.run("manifest-lint schema deployment.spec.strategy")
    #expect(field.output.contains("spec.strategy: DeploymentStrategy"))
    let changes = try box.run("manifest-lint schema --diff 1.31..1.32 pod")
    #expect(changes.output.contains("1.32  added  spec.resources "), "\(changes.text)")
    for words in [
      "", "apps/v1/Deployment", "pod.spec", "--diff 1.29..1.34", "--diff 1.29..1.34 pod",
    ] {
      let json = try box.run("manifest-lint schema \(words) --format json")
      #expect(json.status == 0)
      _ = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    }
  }

  @Test func `questions that cannot be answered are wrong usage`() throws {
    let box = try Sandbox()
    for words in [
      "deploymnt", "pod.spec.nothing", "--diff 1.29", "--diff 1.34..1.29", "--diff 1.1..1.2",
      "--kubernetes-version 1.99 pod", "--format html", "pod service",
    ] {
      #expect(try box.run("manifest-lint schema \(words)").status == 2, "\(words)")
    }
  }
}
