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
