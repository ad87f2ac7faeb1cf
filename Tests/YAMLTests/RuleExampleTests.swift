import Testing
import YAML

@Suite struct RuleExampleTests {
  /// The diagnostics of an example: a manifest, or a configuration under a header line.
  private func findings(_ example: String) -> [Diagnostic] {
    let header = "=== .gitlab/agents/a/config.yaml\n"
    let isConfiguration = example.hasPrefix(header)
    let text = isConfiguration ? String(example.dropFirst(header.count)) : example
    return readYAML(
      Array(text.utf8), as: isConfiguration ? .configuration : .manifests(.v0_34)
    ).diagnostics
  }

  @Test(arguments: YAMLRules.all.filter { !$0.bad.isEmpty })
  func `the bad example has the finding and the good one has none`(rule: Rule) {
    #expect(findings(rule.bad).contains { $0.rule == rule }, "\(rule.id): \(rule.bad)")
    #expect(findings(rule.good).isEmpty, "\(rule.id): \(findings(rule.good).map(\.message.text))")
  }

  @Test func `ids are unique and belong to the category`() {
    #expect(Set(YAMLRules.all.map(\.id)).count == YAMLRules.all.count)
    #expect(YAMLRules.all.allSatisfy { $0.category == "yaml" })
  }
}
