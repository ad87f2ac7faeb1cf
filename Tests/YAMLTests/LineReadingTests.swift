import Testing

@testable import YAML

/// What is rare or large, read by lines and by tokens: both must give the same tree.
@Suite struct LineReadingTests {
  private func check(
    _ text: String, _ role: FileRole = .manifests(.v0_34), _ limits: ReadLimits = ReadLimits(),
    location: SourceLocation = #_sourceLocation
  ) {
    let lines = readYAML(Array(text.utf8), as: role, limits: limits)
    let tokens = readYAML(Array(text.utf8), as: role, limits: limits, usingLines: false)
    func parts(_ tree: Tree) -> [String] {
      tree.nodes.map {
        "\($0.kind) \($0.style) \($0.flags.rawValue) \($0.range) \($0.text) \($0.next)"
      }
        + tree.documents.map { "\($0)" } + tree.comments.map { "\($0)" }
        + tree.properties.map { "\($0)" }
        + tree.diagnostics.map { "\($0.rule.id) \($0.range) \($0.message.text)" }
        + [String(decoding: tree.decoded, as: UTF8.self)]
    }
    #expect(parts(lines) == parts(tokens), sourceLocation: location)
  }

  @Test func `a file of many more nodes than bytes promise`() {
    check("a:\n" + String(repeating: "- b:\n", count: 3_000) + "c: d\n")
    check(String(repeating: "- - - - - - a\n", count: 500))
  }

  @Test func `collections in collections, as deep as the agent allows and deeper`() {
    for depth in [15, 16, 17, 300] {
      let keys = (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      check(keys + String(repeating: " ", count: depth) + "b: c\nd: e\n")
      check(String(repeating: "- ", count: depth) + "a: b\n")
    }
    for depth in [9_997, 9_998, 9_999, 10_000, 10_001] {
      check(String(repeating: "- ", count: depth) + "a: b\n", .configuration)
    }
  }

  @Test func `flow collections in flow collections`() {
    for depth in [1, 7, 8, 9, 40] {
      let text =
        String(repeating: "[{a: ", count: depth) + "b" + String(repeating: "}]", count: depth)
      check("c: \(text)\nd: e\n")
      check("c: \(text) f\nd: e\n")
    }
    check("a: [" + String(repeating: "b, ", count: 2_000) + "c]\nd: e\n")
  }

  @Test func `keys as long as the agent allows and longer`() {
    for length in [1_000, 1_022, 1_023, 1_024, 1_025, 2_000] {
      check(String(repeating: "k", count: length) + ": v\nb: c\n")
      check("a: {" + String(repeating: "k", count: length) + ": v}\nb: c\n")
    }
  }

  @Test func `texts around the lengths that are read at once`() {
    for length in 0...40 {
      let text = String(repeating: "x", count: length)
      check("k\(text): v\(text)")
      check("k\(text): v\(text)\n")
      check("k\(text): \"\(text)\" # \(text)\n")
      check("k: v\(text)\u{E9}\(text) #\n\(text)---\n")
      check("k: |\n  \(text)\u{E9}\n\n  \(text)\tb\n  c\n", .configuration)
      check("\(text)\n---\na: b\n")
    }
  }

  @Test func `blocks of text longer than one piece`() {
    let line = String(repeating: "text ", count: 30)
    for ending in ["", "\n", "\n\n\n", "\n  ", "\n \u{85}\n", "\n\ta\n", "\r\n  b\n", "\nc: d\n"] {
      for header in ["|", "|-", "|+", "|3", ">"] {
        let lines = (0..<60).map { "   \(line)\n" + String(repeating: "\n", count: $0 % 3) }
        check("a: \(header)\n" + lines.joined() + "   e" + ending, .configuration)
      }
    }
    check("a: |\n  " + String(repeating: "long ", count: 2_000) + "\n  b\n")
  }

  @Test func `as many nodes as a limit allows`() {
    let text = "a: b\nc:\n  - d\n  - e: f\ng: {h: i}\n"
    for nodes in 0...14 {
      let limits = ReadLimits(nodes: nodes)
      let lines = readYAML(Array(text.utf8), as: .configuration, limits: limits)
      let tokens = readYAML(Array(text.utf8), as: .configuration, limits: limits, usingLines: false)
      // A line is begun when there is room for its first node.
      #expect(tokens.diagnostics.isEmpty == (nodes > 13))
      #expect(lines.diagnostics.isEmpty || !tokens.diagnostics.isEmpty)
    }
  }

  @Test func `keys that stand twice, however many there are`() {
    for count in [1, 2, 5, 12, 13, 40, 500] {
      let keys = (0..<count).map { "key\($0): v\n" }.joined()
      check(keys)
      let tree = readYAML(Array((keys + "key0: w\n").utf8), as: .configuration)
      #expect(tree.diagnostics.map(\.rule) == [YAMLRules.duplicateKey])
      #expect(readYAML(Array(keys.utf8), as: .configuration).diagnostics.isEmpty)
    }
  }

  @Test func `a key in base64 is the text that it stands for`() {
    let tree = readYAML(Array("!!binary aGk=: 1\nhi: 2\n".utf8), as: .configuration)
    #expect(tree.diagnostics.map(\.rule) == [YAMLRules.duplicateKey])
    let others = readYAML(Array("!!binary aGk=: 1\n\"aGk=\": 2\n".utf8), as: .configuration)
    #expect(others.diagnostics.isEmpty)
  }

  @Test func `more anchors than are looked at one by one`() {
    let anchors = (0..<40).map { "a\($0): &n\($0 % 35) v\($0)\n" }.joined()
    let aliases = (0..<35).map { "b\($0): *n\($0)\n" }.joined()
    check(anchors + aliases)
    let tree = readYAML(Array((anchors + aliases).utf8), as: .configuration)
    #expect(tree.text(tree.target(tree.member("b2", of: NodeID(0))!)) == "v37")
    #expect(tree.text(tree.target(tree.member("b34", of: NodeID(0))!)) == "v34")
  }

  @Test func `what aliases multiply is refused by lines too`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      text += "a\(level): &a\(level)\n"
      for _ in 0..<10 { text += "- *a\(level - 1)\n" }
    }
    check(text)
    let tree = readYAML(Array(text.utf8), as: .configuration)
    #expect(tree.diagnostics.map(\.rule) == [YAMLRules.aliasExpansion])
  }
}
