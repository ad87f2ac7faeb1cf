import Testing
import YAML

@Suite struct ReadingTests {
  private func tree(_ text: String, _ role: FileRole = .configuration) -> Tree {
    readYAML(Array(text.utf8), as: role)
  }

  @Test func `a mapping keeps its members in order`() throws {
    let tree = tree("a: 1\nb: [x, 'y']\nc:\n- d: |\n    text\n")
    #expect(tree.diagnostics.map(\.message.text) == [])
    let root = try #require(tree.documents.first?.root)
    #expect(tree.effectiveMembers(root).map { tree.text($0.key) } == ["a", "b", "c"])
    let scalars = tree.nodes.indices.map { tree.text(NodeID($0)) }
    #expect(scalars == ["", "a", "1", "b", "", "x", "y", "c", "", "", "d", "text\n"])
  }

  /// The quick answers of a tree are those of the resolver.
  @Test(arguments: [
    "0", "00", "7", "08", "10", "1_0", "1_", "0x1F", "0b1", "0o7", "1e3", "1e", "1.", "1.5f",
    "100m",
    "64Mi", "25%", "1G", "1a", "9z", "12d", "2026-01-31", "+1", "-1", "-x", "+.inf", ".5", ".x",
    ".nan",
    "~", "~a", "null", "Null", "nul", "true", "TRUE", "tru", "yes", "yess", "y", "n", "no", "on",
    "off",
    "false", "falsey", "apps", "v1", "/", "/ready", "a,b", "=", "<<", "éa", "web-0",
    "1234567890123456789",
    "99999999999999999999", "1:30", "0.1.2", "1/2", "k", "f", "o",
  ])
  func `a plain text resolves in a tree as it does alone`(text: String) throws {
    let tree = tree("a: \(text)\n")
    let root = try #require(tree.documents.first?.root)
    let value = try #require(tree.member("a", of: root))
    let scalar = PlainScalar.resolve(Array(text.utf8)[...])
    #expect(tree.isString(value) == (scalar == .string))
    #expect(tree.isNull(value) == (scalar == .null))
    let found = tree.resolved(value)
    #expect(found == scalar || "\(found)" == "\(scalar)")
  }

  @Test func `documents of a manifest stream are separate`() {
    let tree = tree("a: 1\n---\nb: &x 2\nc: *x\n", .manifests(.v0_34))
    #expect(tree.documents.map { tree.nodes[Int($0.root!.index)].kind } == [.mapping, .mapping])
    #expect(tree.diagnostics.map(\.message.text) == [])
  }

  @Test func `one mistake does not hide the next`() {
    let tree = tree("a: 'x\nb: 1\nc: @y\nd:\n  e: [1\n  f: 2\n")
    #expect(tree.diagnostics.map(\.message.text).count == 3)
    #expect(tree.documents[0].isBroken)
  }
}
