import YAML

/// The checks of one kind: what the server's validation function of that kind looks at.
struct KindRules {
  let group: String
  let kind: String
  let check: @Sendable (Field, inout ObjectCheck) -> Void

  init(group: String, kind: String, check: @escaping @Sendable (Field, inout ObjectCheck) -> Void) {
    self.group = group
    self.kind = kind
    self.check = check
  }

  static let all: [KindRules] = workloads
}

/// Collects the findings of one object.
struct ObjectCheck {
  let document: Int
  let root: NodeID
  var diagnostics: [Diagnostic] = []

  init(document: Int, root: NodeID) {
    self.document = document
    self.root = root
  }

  mutating func report(_ rule: Rule, at field: Field, _ message: Message) {
    diagnostics.append(
      Diagnostic(
        rule, at: field.tree[field.place].range, message,
        pointer: pointer(to: field.place, in: field.tree), document: document))
  }

  /// Down from the document's root, each time into the child whose subtree holds the node.
  private func pointer(to node: NodeID, in tree: Tree) -> String? {
    guard node >= root, node.index < tree[root].next else { return nil }
    var text = ""
    var current = root
    while current != node {
      let isMap = tree[current].kind == .mapping
      var step: (name: String, child: NodeID)?
      var key: NodeID?
      for (index, child) in tree.children(current).enumerated() {
        if isMap, index % 2 == 0 { key = child }
        if child <= node, node.index < tree[child].next {
          let name = isMap ? key.map { tree.text(tree.target($0)) } ?? "" : String(index)
          step = (name, child)
          break
        }
      }
      guard let step else { return nil }
      text += "/"
      for character in step.name.unicodeScalars {
        switch character {
        case "~": text += "~0"
        case "/": text += "~1"
        default: text.unicodeScalars.append(character)
        }
      }
      current = step.child
    }
    return text
  }
}
