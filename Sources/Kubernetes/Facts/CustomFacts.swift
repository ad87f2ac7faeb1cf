import YAML

/// Objects of kinds that are not built in. What their controllers make of them nobody knows: pods,
/// Secrets, Services. Names of such things mostly stand in the object, or begin with its own.
extension FactReader {
  /// Nodes of an object that are looked at; a larger one may mention anything.
  private static let maximumNodes: UInt32 = 2_000

  mutating func mentions(of root: NodeID, in tree: Tree) {
    let end = tree[root].next
    guard end - root.index <= Self.maximumNodes else {
      _ = begin(.mentionsAnything)
      return
    }
    var told: Set<UInt32> = []
    for index in root.index..<end {
      let node = tree[tree.target(NodeID(index))]
      if tree[NodeID(index)].kind == .alias, node.kind != .scalar {
        _ = begin(.mentionsAnything)
        return
      }
      guard node.kind == .scalar else { continue }
      let text = tree.bytes(tree.target(NodeID(index)))
      guard Self.isShort(text) else { continue }
      let hash = ObjectFact.textHash(text)
      guard told.insert(hash).inserted else { continue }
      guard begin(.mention) else { return }
      write(hash)
    }
  }
}
