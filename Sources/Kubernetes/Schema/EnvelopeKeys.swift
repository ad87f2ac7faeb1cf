import YAML

/// What every object has, found in one pass.
struct EnvelopeKeys {
  var kind: (key: NodeID, value: NodeID)?
  var apiVersion: (key: NodeID, value: NodeID)?
  var metadata: (key: NodeID, value: NodeID)?

  init(of root: NodeID, in tree: Tree) {
    let mapping = tree[root]
    var isPlain = mapping.flags.isDisjoint(with: [.merges, .repeatsKeys])
    var key = root.index + 1
    while isPlain, key < mapping.next {
      let word = tree[NodeID(key)]
      isPlain = word.kind == .scalar && word.flags.isDisjoint(with: .decoded)
      let pair = (NodeID(key), NodeID(word.next))
      switch word.text.end &- word.text.start {
      case 4 where tree.text(NodeID(key), equals: "kind"): kind = pair
      case 8 where tree.text(NodeID(key), equals: "metadata"): metadata = pair
      case 10 where tree.text(NodeID(key), equals: "apiVersion"): apiVersion = pair
      default: break
      }
      key = tree[NodeID(word.next)].next
    }
    if isPlain { return }
    kind = tree.pair("kind", of: root)
    apiVersion = tree.pair("apiVersion", of: root)
    metadata = tree.pair("metadata", of: root)
  }
}

/// The values in an object's metadata by which it is known.
struct MetadataNames {
  var name: NodeID?
  var namespace: NodeID?
  var generateName: NodeID?
  /// Whether there may be something to say of a namespaced object's metadata.
  var areRemarkable = false

  init(of metadata: NodeID, in tree: Tree) {
    let mapping = tree[metadata]
    guard mapping.kind == .mapping else { return }
    var isPlain = mapping.flags.isDisjoint(with: [.merges, .repeatsKeys])
    var key = metadata.index + 1
    while isPlain, key < mapping.next {
      let word = tree[NodeID(key)]
      isPlain = word.kind == .scalar && word.flags.isDisjoint(with: .decoded)
      switch word.text.end &- word.text.start {
      case 4 where tree.text(NodeID(key), equals: "name"): name = NodeID(word.next)
      case 9 where tree.text(NodeID(key), equals: "namespace"): namespace = NodeID(word.next)
      // As long as a word that is looked for: `uid`, `generateName`, …
      case 3, 12, 13, 15: isPlain = false
      default: break
      }
      key = tree[NodeID(word.next)].next
    }
    if isPlain { return }
    areRemarkable = true
    name = tree.member("name", of: metadata)
    namespace = tree.member("namespace", of: metadata)
    generateName = tree.member("generateName", of: metadata)
  }
}
