import YAML

/// A cursor on one field of an object. Looking up a member never fails: an absent field has absent
/// members. Where it stands is worked out only when a finding is made.
///
/// Accessors for every field name of the catalogue are in FieldAccessors.swift.
struct Field {
  let tree: Tree
  /// Nil when the field is absent or null.
  let node: NodeID?
  /// The nearest value that exists: where a finding about an absent field is shown.
  let place: NodeID
  /// Names from `place` down to an absent field: 12 bits each, the catalogue's number plus one,
  /// the last name lowest. Below the fifth name nothing more is kept.
  let absent: UInt64

  init(_ node: NodeID, in tree: Tree) {
    self.init(tree: tree, node: node, place: node, absent: 0)
  }

  private init(tree: Tree, node: NodeID?, place: NodeID, absent: UInt64) {
    self.tree = tree
    self.node = node
    self.place = place
    self.absent = absent
  }

  private init(value: NodeID, in tree: Tree) {
    let target = tree.target(value)
    let isNull = tree[target].kind == .scalar && tree.resolved(target) == .null
    self.init(tree: tree, node: isNull ? nil : target, place: value, absent: 0)
  }

  /// The member of a mapping with this name, which has this number in the catalogue.
  func member(_ name: StaticString, _ number: UInt16) -> Field {
    if let node, let value = value(of: node, where: { tree.text($0, equals: name) }) {
      return Field(value: value, in: tree)
    }
    let isFull = absent >> 48 != 0
    return Field(
      tree: tree, node: nil, place: place,
      absent: isFull ? absent : absent << 12 | UInt64(number) + 1)
  }

  /// The member of a map under a key that is data, not a field name.
  subscript(key: some Collection<UInt8>) -> Field {
    guard let node,
      let value = value(of: node, where: { tree.bytes($0).elementsEqual(key) })
    else { return Field(tree: tree, node: nil, place: place, absent: absent) }
    return Field(value: value, in: tree)
  }

  subscript(key: StaticString) -> Field {
    guard let node, let value = value(of: node, where: { tree.text($0, equals: key) })
    else { return Field(tree: tree, node: nil, place: place, absent: absent) }
    return Field(value: value, in: tree)
  }

  private func value(of node: NodeID, where isWanted: (NodeID) -> Bool) -> NodeID? {
    let flags = tree[node].flags
    guard tree[node].kind == .mapping else { return nil }
    if !flags.contains(.merges), !flags.contains(.repeatsKeys) {
      var children = tree.children(node)
      while let key = children.next(), let value = children.next() {
        if isWanted(tree.target(key)) { return value }
      }
      return nil
    }
    return tree.effectiveMembers(node).last { isWanted(tree.target($0.key)) }?.value
  }

  // MARK: What it is

  var exists: Bool { node != nil }

  var isScalar: Bool { node.map { tree[$0].kind == .scalar } ?? false }
  var isMapping: Bool { node.map { tree[$0].kind == .mapping } ?? false }
  var isList: Bool { node.map { tree[$0].kind == .sequence } ?? false }

  /// Absent, null, an empty text, an empty list or an empty map: what the server's types cannot
  /// tell apart.
  var isEmpty: Bool {
    guard let node else { return true }
    return tree[node].kind == .scalar
      ? tree[node].text.start == tree[node].text.end : tree[node].text.start == 0
  }

  // MARK: Lists and maps

  /// The items of a list; none for anything else.
  var elements: Elements { Elements(field: self) }

  struct Elements: Sequence, IteratorProtocol {
    private let tree: Tree
    private var children: Tree.Children?

    init(field: Field) {
      tree = field.tree
      children = field.isList ? field.node.map(field.tree.children) : nil
    }

    mutating func next() -> Field? {
      children?.next().map { Field(value: $0, in: tree) }
    }
  }

  /// Keys and values of a mapping; none for anything else.
  var entries: Entries { Entries(field: self) }

  struct Entries: Sequence, IteratorProtocol {
    private let tree: Tree
    private var children: Tree.Children?
    private var merged: IndexingIterator<[(key: NodeID, value: NodeID)]>?

    init(field: Field) {
      tree = field.tree
      guard let node = field.node, tree[node].kind == .mapping else { return }
      if tree[node].flags.isDisjoint(with: [.merges, .repeatsKeys]) {
        children = tree.children(node)
      } else {
        merged = tree.effectiveMembers(node).makeIterator()
      }
    }

    mutating func next() -> (key: Field, value: Field)? {
      if let key = children?.next(), let value = children?.next() {
        return (Field(value: key, in: tree, isKey: true), Field(value: value, in: tree))
      }
      return merged?.next().map {
        (Field(value: $0.key, in: tree, isKey: true), Field(value: $0.value, in: tree))
      }
    }
  }

  /// A key is its text, whatever it would resolve to as a value.
  private init(value key: NodeID, in tree: Tree, isKey: Bool) {
    self.init(tree: tree, node: tree.target(key), place: key, absent: 0)
  }

  /// How many items or members there are.
  var size: Int {
    guard let node else { return 0 }
    switch tree[node].kind {
    case .sequence: return Int(tree[node].text.start)
    case .mapping:
      return tree[node].flags.contains(.merges)
        ? tree.effectiveMembers(node).count : Int(tree[node].text.start) / 2
    default: return 0
    }
  }

  var first: Field? {
    var elements = elements
    return elements.next()
  }

  // MARK: Values

  /// A scalar's text; empty when absent, as the server has it.
  var bytes: ArraySlice<UInt8> { node.map(tree.bytes) ?? [] }

  /// The same as a String: only for what is reported.
  var text: String { node.map(tree.text) ?? "" }

  func equals(_ literal: StaticString) -> Bool {
    guard let node else { return literal.utf8CodeUnitCount == 0 }
    return tree.text(node, equals: literal)
  }

  /// Whether the text is the literal, which also stands for an absent or empty field.
  func equals(default literal: StaticString) -> Bool { isEmpty || equals(literal) }

  /// A whole number; 0 when absent, nil when the value is none.
  var integer: Int64? {
    guard let node else { return 0 }
    switch tree.resolved(node) {
    case .integer(let value): return value
    case .float(let value): return Int64(exactly: value)
    default: return nil
    }
  }

  var isTrue: Bool {
    guard let node else { return false }
    return tree.resolved(node) == .bool(true)
  }

  /// For fields that hold a number or a text: whether it is a text.
  var isText: Bool {
    guard let node else { return false }
    return tree[node].kind == .scalar && tree.resolved(node) == .string
  }
}
