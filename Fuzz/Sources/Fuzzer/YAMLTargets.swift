import YAML

@testable import ManifestLint

private func check(_ tree: Tree) {
  for (index, node) in tree.nodes.enumerated() {
    require(Int(node.next) > index && Int(node.next) <= tree.nodes.count)
    require(node.range.start <= node.range.end)
    require(Int(node.range.end) <= tree.source.count)
    _ = tree.bytes(NodeID(index))
  }
  for diagnostic in tree.diagnostics {
    require(diagnostic.range.start <= diagnostic.range.end)
    require(Int(diagnostic.range.end) <= tree.source.count)
  }
}

extension Target {
  /// Reads in all roles, makes JSON and events, and traps when a tree is unsound.
  static let yaml = Target(name: "yaml", seeds: { examples("yaml", "agent") }) { input in
    let configuration = readYAML(input, as: .configuration)
    check(configuration)
    _ = configuration.configurationJSON()
    for generation in SplitterGeneration.allCases {
      let manifests = readYAML(input, as: .manifests(generation))
      check(manifests)
      _ = manifests.manifestStream()
    }
    _ = yamlEvents(input, positions: true)
  }

  /// What the strict reader takes, the reader of manifests takes as JSON too, and what is written of
  /// it is strict JSON again that says the same.
  static let json = Target(
    name: "json",
    seeds: {
      [
        "{\"a\": [1, -2.5e3, true, null, \"\\u00e9\\ud83d\\ude00\\n\"], \"b\": {\"c\": {}}}", "[]",
        "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[{\"kind\":\"A\"}]}", "\"\"", "1e400",
        "{\"a\":9223372036854775808,\"b\":-0,\"c\":0.1}\n{\"d\":1}",
      ].map { Array($0.utf8) }
    }
  ) { input in
    for line in readYAML(input, as: .manifests(.v0_34)).manifestStream().documents {
      let written = try? RecordValue(parsing: line)
      require(written != nil, "what was written is no strict JSON")
    }
    guard let value = try? RecordValue(parsing: input) else { return }
    guard case .object = value else { return }
    let tree = readYAML(input, as: .manifests(.v0_34))
    let errors = tree.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { return }
    let documents = tree.manifestStream().documents
    require(documents.count <= 1)
    if let document = documents.first {
      let again = readYAML(document, as: .manifests(.v0_34)).manifestStream().documents
      require(again == [document], "written twice it is another text")
    }
  }
}
