import YAML

/// A cursor on one field of an object. Looking up a member never fails: an absent field has absent
/// members. Where it stands is worked out only when a finding is made.
///
/// Accessors for every field name of the catalogue are in FieldAccessors.swift.
///
/// Invariant: a cursor lives no longer than the body of `Field.read`, which holds the tree. Rules
/// make thousands of cursors a file; counting a reference for each took longer than the rules.
struct Field {
  private let tree: TreeReference
  /// The value's number; `none` when the field is absent or null, which most look-ups find.
  private let nodeIndex: UInt32
  /// The nearest value that exists: where a finding about an absent field is shown.
  let place: NodeID
  /// Names from `place` down to an absent field: 12 bits each, the catalogue's number plus one,
  /// the last name lowest. Below the fifth name nothing more is kept.
  let absent: UInt64

  private static var none: UInt32 { FieldNumbers.null }

  /// Reads a value of a tree: the only way to a cursor.
  ///
  /// - Parameter numbers: of the tree's keys, when a schema pass has been there.
  static func read<Result>(
    _ value: NodeID, in tree: Tree, numbers: FieldNumbers? = nil,
    _ body: (Field) throws -> Result
  ) rethrows -> Result {
    let numbers = numbers ?? FieldNumbers.of(tree, isEmpty: true)
    return try withExtendedLifetime(numbers) { try body(Field(value, in: TreeReference(numbers))) }
  }

  @inline(__always)
  private init(absentAt place: NodeID, in tree: TreeReference, absent: UInt64) {
    self.tree = tree
    nodeIndex = Self.none
    self.place = place
    self.absent = absent
  }

  @inline(__always)
  private init(_ value: NodeID, in tree: TreeReference) {
    self.tree = tree
    nodeIndex = tree.read { $0.settled(value) }
    place = value
    absent = 0
  }

  @inline(__always)
  private init(_ value: NodeID, target: UInt32, in tree: TreeReference) {
    self.tree = tree
    nodeIndex = target
    place = value
    absent = 0
  }

  /// A key is its text, whatever it would be as a value.
  @inline(__always)
  private init(key: NodeID, in tree: TreeReference) {
    self.tree = tree
    nodeIndex = tree.read { $0.target(key).index }
    place = key
    absent = 0
  }

  /// Asks the tree about the value; nil when there is none.
  @inline(__always)
  private func ask<Answer>(_ question: (Tree, NodeID) -> Answer?) -> Answer? {
    guard nodeIndex != Self.none else { return nil }
    return tree.read { question($0, NodeID(nodeIndex)) }
  }

  /// The member of a mapping whose name has this number in the catalogue.
  // Inlined a thousand times over, it would take the compiler minutes and the program its cache.
  @inline(never)
  func member(_ number: UInt16) -> Field {
    if nodeIndex != Self.none {
      switch tree.find(number, in: nodeIndex) {
      case .value(let value, let target): return Field(value, target: target, in: tree)
      case .absent: break
      case .unknown: return search(number)
      }
    }
    return absent(number)
  }

  @inline(__always)
  private func absent(_ number: UInt16) -> Field {
    let isFull = absent >> 48 != 0
    return Field(
      absentAt: place, in: tree, absent: isFull ? absent : absent << 12 | UInt64(number) + 1)
  }

  /// A look-up by name, in what has no numbers.
  @inline(never)
  private func search(_ number: UInt16) -> Field {
    let value = tree.read { $0.member(FieldName(Int(number)), of: NodeID(nodeIndex)) }
    return value.map { Field($0, in: tree) } ?? absent(number)
  }

  /// The member of a map under a key that is data, not a field name.
  subscript(key: some Collection<UInt8>) -> Field {
    for (name, value) in entries where name.bytes.elementsEqual(key) { return value }
    return Field(absentAt: place, in: tree, absent: absent)
  }

  subscript(key: StaticString) -> Field {
    guard let value = ask({ $0.member(key, of: $1) }) else {
      return Field(absentAt: place, in: tree, absent: absent)
    }
    return Field(value, in: tree)
  }

  /// Where it is written; empty when it is absent.
  var sourceRange: SourceRange {
    ask { tree, _ in tree[place].range } ?? SourceRange(start: 0, end: 0)
  }

  // MARK: What it is

  /// Nil when the field is absent or null.
  var node: NodeID? { exists ? NodeID(nodeIndex) : nil }

  var exists: Bool { nodeIndex != Self.none }

  var isScalar: Bool { has(.scalar) }
  var isMapping: Bool { has(.mapping) }
  var isList: Bool { has(.sequence) }

  private func has(_ kind: Node.Kind) -> Bool {
    exists && tree.read { $0[NodeID(nodeIndex)].kind } == kind
  }

  /// Absent, null, an empty text, an empty list or an empty map: what the server's types cannot
  /// tell apart.
  var isEmpty: Bool {
    guard exists else { return true }
    let node = tree.read { $0[NodeID(nodeIndex)] }
    return node.kind == .scalar ? node.text.start == node.text.end : node.text.start == 0
  }

  // MARK: Lists and maps

  /// The items of a list; none for anything else.
  var elements: Elements { Elements(of: self) }

  struct Elements: Sequence, IteratorProtocol {
    private let tree: TreeReference
    private var current: UInt32 = 0
    private var end: UInt32 = 0

    fileprivate init(of list: Field) {
      tree = list.tree
      guard list.exists else { return }
      let node = tree.read { $0[NodeID(list.nodeIndex)] }
      guard node.kind == .sequence else { return }
      current = list.nodeIndex + 1
      end = node.next
    }

    @inline(__always)
    mutating func next() -> Field? {
      guard current < end else { return nil }
      let item = NodeID(current)
      let (next, target) = tree.read { ($0[item].next, $0.settled(item)) }
      current = next
      return Field(item, target: target, in: tree)
    }
  }

  /// Keys and values of a mapping; none for anything else.
  var entries: Entries { Entries(of: self) }

  struct Entries: Sequence, IteratorProtocol {
    private let tree: TreeReference
    private var current: UInt32 = 0
    private var end: UInt32 = 0
    /// With merge keys or repeated ones; then the others count its members.
    private var merged = Field.none

    fileprivate init(of mapping: Field) {
      tree = mapping.tree
      guard mapping.exists else { return }
      let node = tree.read { $0[NodeID(mapping.nodeIndex)] }
      guard node.kind == .mapping else { return }
      if node.flags.isDisjoint(with: [.merges, .repeatsKeys]) {
        current = mapping.nodeIndex + 1
        end = node.next
      } else {
        merged = mapping.nodeIndex
        end = UInt32(tree.mergedMembers(of: merged).count)
      }
    }

    @inline(__always)
    mutating func next() -> (key: Field, value: Field)? {
      guard current < end else { return nil }
      guard merged == Field.none else { return nextMerged() }
      let key = NodeID(current)
      let (word, value, target, next) = tree.read {
        let value = NodeID($0[key].next)
        return ($0.target(key).index, value, $0.settled(value), $0[value].next)
      }
      current = next
      return (Field(key, target: word, in: tree), Field(value, target: target, in: tree))
    }

    @inline(never)
    private mutating func nextMerged() -> (key: Field, value: Field)? {
      let member = tree.mergedMembers(of: merged)[Int(current)]
      current += 1
      return (Field(key: member.key, in: tree), Field(member.value, in: tree))
    }
  }

  /// How many items or members there are.
  var size: Int {
    ask { tree, id in
      let node = tree[id]
      switch node.kind {
      case .sequence: return Int(node.text.start)
      case .mapping:
        return node.flags.isDisjoint(with: [.merges, .repeatsKeys])
          ? Int(node.text.start) / 2 : tree.effectiveMembers(id).count
      default: return 0
      }
    } ?? 0
  }

  var first: Field? {
    var elements = elements
    return elements.next()
  }

  // MARK: Values

  /// A scalar's text; empty when absent, as the server has it.
  // Counts a reference: `withText` does not.
  var bytes: ArraySlice<UInt8> { ask { $0.bytes($1) } ?? [] }

  /// The same where it lies.
  @inline(__always)
  func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    guard nodeIndex != Self.none else { return body(Span()) }
    return tree.read { tree in
      let node = tree[NodeID(nodeIndex)]
      guard node.kind == .scalar else { return body(Span()) }
      return node.flags.contains(.decoded)
        ? tree.decoded.withUnsafeBufferPointer {
          body($0.span.extracting(node.text.bytes))
        }
        : tree.source.withUnsafeBufferPointer { body($0.span.extracting(node.text.bytes)) }
    }
  }

  /// How many bytes the text has.
  var byteCount: Int {
    guard exists else { return 0 }
    let node = tree.read { $0[NodeID(nodeIndex)] }
    return node.kind == .scalar ? Int(node.text.end &- node.text.start) : 0
  }

  /// Whether two scalars have the same text.
  func isSameText(as other: Field) -> Bool { isSameText(as: other.nodeIndex) }

  /// For collections of fields' texts: what stands for this one's.
  var textIndex: UInt32 { nodeIndex }

  /// Whether the text is that of another field of the tree.
  func isSameText(as other: UInt32) -> Bool {
    if nodeIndex == Self.none || other == Self.none {
      return byteCount == 0 && bytes(of: other).isEmpty
    }
    return tree.read { $0.isSameText(NodeID(nodeIndex), NodeID(other)) }
  }

  /// The text of another field of the tree.
  func bytes(of other: UInt32) -> ArraySlice<UInt8> {
    other == Self.none ? [] : tree.read { $0.bytes(NodeID(other)) }
  }

  func contains(_ byte: UInt8) -> Bool {
    withText { text in
      for index in 0..<text.count where text[index] == byte { return true }
      return false
    }
  }

  func hasPrefix(_ prefix: StaticString) -> Bool {
    withText { Bytes.hasPrefix($0, prefix) }
  }

  /// The same as a String: only for what is reported.
  var text: String { ask { $0.text($1) } ?? "" }

  func equals(_ literal: StaticString) -> Bool {
    guard exists else { return literal.utf8CodeUnitCount == 0 }
    return tree.read { tree in
      let node = tree[NodeID(nodeIndex)]
      guard node.kind == .scalar,
        Int(node.text.end &- node.text.start) == literal.utf8CodeUnitCount
      else { return false }
      return tree.text(NodeID(nodeIndex), equals: literal)
    }
  }

  /// Whether the text is the literal, which also stands for an absent or empty field.
  func equals(default literal: StaticString) -> Bool { isEmpty || equals(literal) }

  /// What a scalar resolves to; nil for anything else.
  var scalar: Scalar? { ask { $0[$1].kind == .scalar ? $0.resolved($1) : nil } }

  /// The value as the JSON that the agent makes of it; nil when absent or null.
  var json: [UInt8]? { ask { $0.json($1) } }

  /// A whole number; 0 when absent, nil when the value is none.
  var integer: Int64? {
    guard exists else { return 0 }
    switch scalar {
    case .integer(let value): return value
    case .float(let value): return Int64(exactly: value)
    default: return nil
    }
  }

  var isTrue: Bool { exists && scalar == .bool(true) }

  /// For fields that hold a number or a text: whether it is a text.
  var isText: Bool { exists && tree.read { $0.isString(NodeID(nodeIndex)) } }

  /// Of a key: the number of its name in the catalogue, where the schema pass has looked it up.
  var fieldName: FieldName? { tree.name(of: nodeIndex) }
}

/// A tree and the numbers of its keys, held by nobody: see the invariant of `Field`.
private struct TreeReference {
  private let numbers: Unmanaged<FieldNumbers>

  init(_ numbers: FieldNumbers) { self.numbers = .passUnretained(numbers) }

  @inline(__always)
  func read<Result>(_ body: (Tree) -> Result) -> Result {
    numbers._withUnsafeGuaranteedRef { $0.tree._withUnsafeGuaranteedRef(body) }
  }

  @inline(__always)
  func find(_ number: UInt16, in mapping: UInt32) -> FieldNumbers.Answer {
    numbers._withUnsafeGuaranteedRef { numbers in
      numbers.tree._withUnsafeGuaranteedRef { numbers.find(number, in: mapping, $0) }
    }
  }

  func name(of key: UInt32) -> FieldName? {
    numbers._withUnsafeGuaranteedRef { $0.name(of: key) }
  }

  @inline(never)
  func mergedMembers(of mapping: UInt32) -> [(key: NodeID, value: NodeID)] {
    numbers._withUnsafeGuaranteedRef { $0.mergedMembers(of: mapping) }
  }
}
