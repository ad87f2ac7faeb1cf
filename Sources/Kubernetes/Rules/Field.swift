import YAML

/// A cursor on one field of an object. Looking up a member never fails: an absent field has absent
/// members. Where it stands is worked out only when a finding is made.
///
/// Accessors for every field name of the catalogue are in FieldAccessors.swift.
struct Field {
  /// The value. Nil when the field is absent or null, which most look-ups find: those hold no
  /// reference to be counted.
  private let found: (tree: Tree, node: NodeID)?
  /// The nearest value that exists: where a finding about an absent field is shown.
  let place: NodeID
  /// Names from `place` down to an absent field: 12 bits each, the catalogue's number plus one,
  /// the last name lowest. Below the fifth name nothing more is kept.
  let absent: UInt64

  private init(found: (tree: Tree, node: NodeID)?, place: NodeID, absent: UInt64 = 0) {
    self.found = found
    self.place = place
    self.absent = absent
  }

  init(_ value: NodeID, in tree: Tree) {
    let target = tree.target(value)
    self.init(found: tree.isNull(target) ? nil : (tree, target), place: value)
  }

  /// A key is its text, whatever it would be as a value.
  private init(key: NodeID, in tree: Tree) {
    self.init(found: (tree, tree.target(key)), place: key)
  }

  /// The member of a mapping with this name, which has this number in the catalogue.
  // Inlined a thousand times over, it would take the compiler minutes and the program its cache.
  @inline(never)
  func member(_ name: StaticString, _ number: UInt16) -> Field {
    if let (tree, node) = found, let value = tree.member(name, of: node) {
      return Field(value, in: tree)
    }
    let isFull = absent >> 48 != 0
    return Field(
      found: nil, place: place, absent: isFull ? absent : absent << 12 | UInt64(number) + 1)
  }

  /// The member of a map under a key that is data, not a field name.
  subscript(key: some Collection<UInt8>) -> Field {
    for (name, value) in entries where name.bytes.elementsEqual(key) { return value }
    return Field(found: nil, place: place, absent: absent)
  }

  subscript(key: StaticString) -> Field {
    guard let (tree, node) = found, let value = tree.member(key, of: node) else {
      return Field(found: nil, place: place, absent: absent)
    }
    return Field(value, in: tree)
  }

  // MARK: What it is

  /// Nil when the field is absent or null.
  var node: NodeID? { found?.node }

  var exists: Bool { found != nil }

  private var shape: Node.Kind? { found.map { $0.tree[$0.node].kind } }

  var isScalar: Bool { shape == .scalar }
  var isMapping: Bool { shape == .mapping }
  var isList: Bool { shape == .sequence }

  /// Absent, null, an empty text, an empty list or an empty map: what the server's types cannot
  /// tell apart.
  var isEmpty: Bool {
    guard let (tree, id) = found else { return true }
    let node = tree[id]
    return node.kind == .scalar ? node.text.start == node.text.end : node.text.start == 0
  }

  // MARK: Lists and maps

  /// The items of a list; none for anything else.
  var elements: Elements { Elements(of: found) }

  struct Elements: Sequence, IteratorProtocol {
    private let tree: Tree?
    private var current: UInt32 = 0
    private var end: UInt32 = 0

    fileprivate init(of list: (tree: Tree, node: NodeID)?) {
      tree = list?.tree
      guard let (tree, node) = list, tree[node].kind == .sequence else { return }
      current = node.index + 1
      end = tree[node].next
    }

    mutating func next() -> Field? {
      guard current < end, let tree else { return nil }
      let item = NodeID(current)
      current = tree[item].next
      return Field(item, in: tree)
    }
  }

  /// Keys and values of a mapping; none for anything else.
  var entries: Entries { Entries(of: found) }

  struct Entries: Sequence, IteratorProtocol {
    private let tree: Tree?
    private var current: UInt32 = 0
    private var end: UInt32 = 0
    private var merged: ArraySlice<(key: NodeID, value: NodeID)> = []

    fileprivate init(of mapping: (tree: Tree, node: NodeID)?) {
      tree = mapping?.tree
      guard let (tree, node) = mapping, tree[node].kind == .mapping else { return }
      if tree[node].flags.isDisjoint(with: [.merges, .repeatsKeys]) {
        current = node.index + 1
        end = tree[node].next
      } else {
        merged = tree.effectiveMembers(node)[...]
      }
    }

    mutating func next() -> (key: Field, value: Field)? {
      guard let tree else { return nil }
      guard current < end else {
        return merged.popFirst().map { (Field(key: $0.key, in: tree), Field($0.value, in: tree)) }
      }
      let key = NodeID(current)
      let value = NodeID(tree[key].next)
      current = tree[value].next
      return (Field(key: key, in: tree), Field(value, in: tree))
    }
  }

  /// How many items or members there are.
  var size: Int {
    guard let (tree, id) = found else { return 0 }
    let node = tree[id]
    switch node.kind {
    case .sequence: return Int(node.text.start)
    case .mapping:
      return node.flags.isDisjoint(with: [.merges, .repeatsKeys])
        ? Int(node.text.start) / 2 : tree.effectiveMembers(id).count
    default: return 0
    }
  }

  var first: Field? {
    var elements = elements
    return elements.next()
  }

  // MARK: Values

  /// A scalar's text; empty when absent, as the server has it.
  var bytes: ArraySlice<UInt8> { found.map { $0.tree.bytes($0.node) } ?? [] }

  /// The same as a String: only for what is reported.
  var text: String { found.map { $0.tree.text($0.node) } ?? "" }

  func equals(_ literal: StaticString) -> Bool {
    guard let (tree, node) = found else { return literal.utf8CodeUnitCount == 0 }
    return tree.text(node, equals: literal)
  }

  /// Whether the text is the literal, which also stands for an absent or empty field.
  func equals(default literal: StaticString) -> Bool { isEmpty || equals(literal) }

  /// What a scalar resolves to; nil for anything else.
  var scalar: Scalar? {
    guard let (tree, node) = found, tree[node].kind == .scalar else { return nil }
    return tree.resolved(node)
  }

  /// The value as the JSON that the agent makes of it; nil when absent or null.
  var json: [UInt8]? { found.flatMap { $0.tree.json($0.node) } }

  /// A whole number; 0 when absent, nil when the value is none.
  var integer: Int64? {
    guard exists else { return 0 }
    switch scalar {
    case .integer(let value): return value
    case .float(let value): return Int64(exactly: value)
    default: return nil
    }
  }

  var isTrue: Bool { scalar == .bool(true) }

  /// For fields that hold a number or a text: whether it is a text.
  var isText: Bool { scalar == .string }
}
