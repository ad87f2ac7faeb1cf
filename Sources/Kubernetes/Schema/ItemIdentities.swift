import YAML

/// The fields by which server-side apply tells a list's items apart: none where an item is its own
/// key.
struct KeyNames {
  private let first: Int
  let count: Int

  init(set: Int) {
    first = (set - 1) * 8
    guard set > 0 else {
      count = 0
      return
    }
    var count = 0
    while count < 4, Catalogue.keySets.number(at: first + count * 2, digits: 2) != 4095 {
      count += 1
    }
    self.count = count
  }

  subscript(index: Int) -> FieldName {
    FieldName(Catalogue.keySets.number(at: first + index * 2, digits: 2))
  }
}

/// The items of one list so far, by their keys.
struct ItemIdentities {
  private let tree: Tree
  private let names: KeyNames
  private var items: [NodeID] = []
  /// Only made for long lists.
  private var first: [[UInt8]: NodeID] = [:]

  /// Up to so many items are compared one by one, which needs no memory.
  private static let few = 12

  init(_ tree: Tree, _ names: KeyNames, capacity: Int) {
    self.tree = tree
    self.names = names
    if capacity > 1 { items.reserveCapacity(min(capacity, Self.few)) }
  }

  /// Adds an item; the first one with the same key, if there is one. An item that cannot have a key
  /// is passed over.
  mutating func add(_ element: NodeID) -> NodeID? {
    let kind = tree[tree.target(element)].kind
    guard kind == (names.count == 0 ? .scalar : .mapping) else { return nil }
    if items.count < Self.few {
      for other in items where isSame(other, element) { return other }
      items.append(element)
      return nil
    }
    if first.isEmpty { for item in items { first[key(of: item)] = item } }
    let key = key(of: element)
    if let other = first[key] { return other }
    first[key] = element
    return nil
  }

  /// An item's key as a message shows it.
  func shown(_ element: NodeID) -> String {
    String(decoding: key(of: element).map { $0 == 0 ? 0x2C : $0 }, as: UTF8.self)
  }

  private func isSame(_ left: NodeID, _ right: NodeID) -> Bool {
    let left = tree.target(left)
    let right = tree.target(right)
    guard names.count > 0 else { return tree.bytes(left).elementsEqual(tree.bytes(right)) }
    for index in 0..<names.count
    where !value(left, names[index]).elementsEqual(value(right, names[index])) {
      return false
    }
    return true
  }

  /// The bytes by which two items are the same.
  private func key(of element: NodeID) -> [UInt8] {
    let item = tree.target(element)
    guard names.count > 0 else { return Array(tree.bytes(item)) }
    var key: [UInt8] = []
    for index in 0..<names.count {
      if index > 0 { key.append(0) }
      key += value(item, names[index])
    }
    return key
  }

  private static let `protocol` = Catalogue.name(Array("protocol".utf8)[...])
  private static let tcp: ArraySlice<UInt8> = [0x54, 0x43, 0x50]

  private func value(_ item: NodeID, _ name: FieldName) -> ArraySlice<UInt8> {
    if let value = tree.member(name, of: item) { return tree.bytes(tree.target(value)) }
    return name == Self.protocol ? Self.tcp : []
  }
}
