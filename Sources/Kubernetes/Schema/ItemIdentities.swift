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

/// The items of one list by their keys.
struct ItemIdentities {
  private let tree: Tree
  private let numbers: FieldNumbers
  private let names: KeyNames
  private let list: NodeID
  /// Only made for long lists.
  private var first: [[UInt8]: NodeID] = [:]

  /// So many items are compared with those before them, which needs no memory.
  private static let few = 12

  /// - Parameter numbers: of the items' keys.
  init(_ list: NodeID, in tree: Tree, _ numbers: FieldNumbers, _ names: KeyNames) {
    self.list = list
    self.tree = tree
    self.numbers = numbers
    self.names = names
  }

  /// The first item with the same key as this one, if one is before it. An item that cannot have a
  /// key is passed over. To be asked of one item after the other.
  mutating func first(like element: NodeID, at index: Int) -> NodeID? {
    guard canHaveKey(element), index > 0 else { return nil }
    if index < Self.few {
      var other = NodeID(list.index + 1)
      while other < element {
        if canHaveKey(other), isSame(other, element) { return other }
        other = NodeID(tree[other].next)
      }
      return nil
    }
    if first.isEmpty {
      for other in tree.children(list) {
        guard other < element else { break }
        if canHaveKey(other) { keep(other) }
      }
    }
    return keep(element)
  }

  /// The first item with its key, when that is another one.
  @discardableResult
  private mutating func keep(_ element: NodeID) -> NodeID? {
    let key = key(of: element)
    if let other = first[key] { return other }
    first[key] = element
    return nil
  }

  private func canHaveKey(_ element: NodeID) -> Bool {
    let target = tree.settled(element)
    guard target != FieldNumbers.null else { return false }
    return tree[NodeID(target)].kind == (names.count == 0 ? .scalar : .mapping)
  }

  /// An item's key as a message shows it.
  func shown(_ element: NodeID) -> String {
    String(decoding: key(of: element).map { $0 == 0 ? 0x2C : $0 }, as: UTF8.self)
  }

  private func isSame(_ left: NodeID, _ right: NodeID) -> Bool {
    let left = tree.target(left)
    let right = tree.target(right)
    guard names.count > 0 else { return tree.isSameText(left, right) }
    for index in 0..<names.count {
      let name = names[index]
      let isSame =
        switch (node(left, name), node(right, name)) {
        case (let left?, let right?): tree.isSameText(left, right)
        case (nil, nil): true
        case (let given?, nil), (nil, let given?):
          tree.bytes(given).elementsEqual(Self.absent(name))
        }
      if !isSame { return false }
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
      key += node(item, names[index]).map { tree.bytes($0) } ?? Self.absent(names[index])
    }
    return key
  }

  private static let `protocol` = Catalogue.name(Array("protocol".utf8)[...])
  private static let tcp: ArraySlice<UInt8> = [0x54, 0x43, 0x50]

  /// What stands for a field that is not there.
  private static func absent(_ name: FieldName) -> ArraySlice<UInt8> {
    name == Self.protocol ? Self.tcp : []
  }

  private func node(_ item: NodeID, _ name: FieldName) -> NodeID? {
    switch numbers.find(name.number, in: item.index, tree) {
    case .value(let value, _): tree.target(value)
    case .absent: nil
    case .unknown: tree.member(name, of: item).map { tree.target($0) }
    }
  }
}
