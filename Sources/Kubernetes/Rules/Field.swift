import YAML

/// A cursor on one field of an object. Looking up a member never fails: an absent field has absent
/// members. Where it stands is worked out only when a finding is made.
struct Field {
  let tree: Tree
  /// Nil when the field is absent or null.
  let node: NodeID?
  /// The nearest value that exists: where a finding about an absent field is shown.
  let place: NodeID

  init(_ node: NodeID, in tree: Tree) {
    self.init(tree: tree, node: node, place: node)
  }

  private init(tree: Tree, node: NodeID?, place: NodeID) {
    self.tree = tree
    self.node = node
    self.place = place
  }

  private func child(_ value: NodeID) -> Field {
    let target = tree.target(value)
    let isNull = tree[target].kind == .scalar && tree.resolved(target) == .null
    return Field(tree: tree, node: isNull ? nil : target, place: value)
  }

  subscript(name: StaticString) -> Field {
    guard let node, tree[node].kind == .mapping,
      let found = tree.effectiveMembers(node).last(where: {
        tree.text(tree.target($0.key), equals: name)
      })
    else { return Field(tree: tree, node: nil, place: place) }
    return child(found.value)
  }

  var exists: Bool { node != nil }

  /// The items of a list; none for anything else.
  var elements: [Field] {
    guard let node, tree[node].kind == .sequence else { return [] }
    return tree.children(node).map(child)
  }

  /// Names and values of a mapping; none for anything else.
  var entries: [(key: String, value: Field)] {
    guard let node else { return [] }
    return tree.effectiveMembers(node).map { (tree.text(tree.target($0.key)), child($0.value)) }
  }

  /// A scalar's text; empty when absent, as the server has it.
  var text: String { node.map(tree.text) ?? "" }

  /// A whole number; 0 when absent, nil when the value is none.
  var integer: Int64? {
    guard let node else { return 0 }
    switch tree.resolved(node) {
    case .integer(let value): return value
    case .float(let value): return Int64(exactly: value)
    default: return nil
    }
  }
}
