import YAML

/// Names of a file's tree looked up in the catalogue where they lie, without making texts of them.
extension Tree {
  /// The catalogue's number of a key.
  func catalogueName(of key: NodeID) -> FieldName? {
    let node = self[target(key)]
    guard node.kind == .scalar else { return nil }
    return Catalogue.name(text(of: node), node.text.bytes)
  }

  /// The newest field of a definition that a key names.
  ///
  /// - Parameter fields: the definition's.
  @inline(__always)
  func newestField(
    of key: NodeID, in definition: Definition, _ fields: Range<Int>
  ) -> FieldRecord? {
    let node = self[target(key)]
    guard node.kind == .scalar else { return nil }
    // Of either text a counted reference would be taken.
    return node.flags.contains(.decoded)
      ? decodedField(node, in: definition)
      : definition.newestField(source, node.text.bytes, among: fields)
  }

  @inline(never)
  private func decodedField(_ key: Node, in definition: Definition) -> FieldRecord? {
    definition.newestField(decoded, key.text.bytes, among: definition.fields)
  }

  /// The built-in kind that two texts name.
  func catalogueKind(apiVersion: NodeID, kind: NodeID) -> Catalogue.Kind? {
    let apiVersion = self[apiVersion]
    let kind = self[kind]
    if apiVersion.flags.union(kind.flags).isDisjoint(with: .decoded) {
      return Catalogue.kind(source, apiVersion.text.bytes, source, kind.text.bytes)
    }
    return Catalogue.kind(
      text(of: apiVersion), apiVersion.text.bytes, text(of: kind), kind.text.bytes)
  }

  /// The value of a mapping's field.
  func member(_ name: FieldName, of mapping: NodeID) -> NodeID? {
    let text = name.range
    var found: NodeID?
    for (key, value) in effectiveMembers(mapping) {
      let node = self[target(key)]
      if node.kind == .scalar, Int(node.text.end &- node.text.start) == text.count,
        Catalogue.nameText.holds(self.text(of: node), node.text.bytes, at: text.lowerBound)
      {
        found = value
      }
    }
    return found
  }

  /// Whether two nodes, no aliases, have the same text; collections have none.
  func isSameText(_ left: NodeID, _ right: NodeID) -> Bool {
    let left = self[left]
    let right = self[right]
    let range = left.kind == .scalar ? left.text.bytes : 0..<0
    let other = right.kind == .scalar ? right.text.bytes : 0..<0
    guard range.count == other.count else { return false }
    if left.flags.union(right.flags).isDisjoint(with: .decoded) {
      for offset in 0..<range.count
      where source[range.lowerBound &+ offset] != source[other.lowerBound &+ offset] {
        return false
      }
      return true
    }
    let text = text(of: left)
    let otherText = self.text(of: right)
    for offset in 0..<range.count
    where text[range.lowerBound &+ offset] != otherText[other.lowerBound &+ offset] {
      return false
    }
    return true
  }

  private func text(of node: Node) -> [UInt8] {
    node.flags.contains(.decoded) ? decoded : source
  }
}
