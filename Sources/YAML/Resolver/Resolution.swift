/// The tree as the JSON that the agent makes of it: aliases followed, merge keys applied, scalars
/// resolved (yaml-semantics, sections 4 and 5).
extension Tree {
  /// What a scalar is, its tag and style regarded; an alias is its target. Collections are
  /// `.string`, as there is nothing better to say.
  public func resolved(_ id: NodeID) -> Scalar {
    let target = target(id)
    let node = self[target]
    guard node.kind == .scalar else { return .string }
    if node.flags.contains(.tagged) {
      return properties(target)?.kind.resolve(bytes(target)) ?? .string
    }
    guard node.style == .plain else { return .string }
    if node.flags.isDisjoint(with: [.json, .decoded]), node.text.start < node.text.end,
      let simple = simpleScalar(Int(node.text.start), Int(node.text.end))
    {
      return simple
    }
    return PlainScalar.resolve(bytes(target), json: node.flags.contains(.json))
  }

  /// Whether a plain text that is not empty, and not read as JSON, looks neither like a word of YAML's
  /// nor like a number, as most do. False for what needs a closer look.
  @inlinable
  func isSurelyText(_ start: Int, _ end: Int) -> Bool {
    let first = source[start]
    // Digits, signs and the point.
    if first <= 0x39, first >= 0x2B {
      // A number ends with a digit of some base, a point, or a line that is passed over.
      let last = source[end - 1]
      let letter = last | 0x20
      let endsNumbers =
        last >= 0x30 && last <= 0x39 || letter >= 0x61 && letter <= 0x66 || last == 0x2E
        || last == 0x5F
      return first >= 0x30 ? !endsNumbers : first == 0x2C || first == 0x2F
    }
    // The words by their first letter and their length.
    let count = end - start
    switch first | 0x20 {
    case 0x66: return count != 5
    case 0x74: return count != 4
    case 0x6E: return count > 4 || count == 3
    case 0x6F: return count != 2 && count != 3
    case 0x79: return count != 1 && count != 3
    case 0x7E: return count != 1
    default: return true
    }
  }

  /// Text, or a small whole number: most of all. Nil for what needs a closer look.
  private func simpleScalar(_ start: Int, _ end: Int) -> Scalar? {
    let first = source[start]
    if first == 0x30, end - start == 1 { return .integer(0) }
    if first >= 0x31 && first <= 0x39, end - start <= 18 {
      var value: Int64 = 0
      var offset = start
      while offset < end {
        let digit = source[offset] &- 0x30
        guard digit <= 9 else { break }
        value = value &* 10 &+ Int64(digit)
        offset += 1
      }
      if offset == end { return .integer(value) }
    }
    return isSurelyText(start, end) ? .string : nil
  }

  /// The text of a key as it is written, an alias followed.
  public func keyBytes(of key: NodeID) -> ArraySlice<UInt8> { bytes(target(key)) }

  /// Whether a key is the merge key `<<`, and not the text in quotes.
  public func isMergeKey(_ id: NodeID) -> Bool {
    let node = self[id]
    guard node.kind == .scalar, !node.flags.contains(.json), text(id, equals: "<<") else {
      return false
    }
    if node.flags.contains(.tagged), let kind = properties(id)?.kind {
      return kind == .merge || kind == .nonSpecific
    }
    return node.style == .plain
  }

  /// Key and value pairs of a mapping as the agent's decoder leaves them: merged ones put in where
  /// their `<<` stands, and of equal keys the last one at the first one's place.
  @inlinable
  public func effectiveMembers(_ id: NodeID) -> Members { Members(of: target(id), in: self) }

  /// The pairs of a mapping with merge keys or repeated ones.
  @usableFromInline
  func mergedMembers(of mapping: NodeID) -> [(key: NodeID, value: NodeID)] {
    var result: [(key: NodeID, value: NodeID)] = []
    result.reserveCapacity(Int(self[mapping].text.start) / 2)
    var places: [KeyIdentity: Int] = [:]
    forEachMember(of: mapping) { key, value in
      let identity = keyIdentity(key)
      if let place = places[identity] {
        result[place] = (key, value)
      } else {
        places[identity] = result.count
        result.append((key, value))
      }
    }
    return result
  }

  /// Every pair in the order in which the decoder sets it, overridden ones included.
  func forEachMember(of mapping: NodeID, _ body: (NodeID, NodeID) -> Void) {
    // Mappings that are being gone through, innermost last: a merged one is finished before the
    // one that merges it goes on.
    var open = [children(mapping)]
    while let key = open[open.count - 1].next() {
      guard let value = open[open.count - 1].next() else { break }
      if self[mapping].flags.contains(.merges) || open.count > 1, isMergeKey(key) {
        open += mergedMappings(value).map { children($0) }
      } else {
        body(key, value)
      }
      while let last = open.last, open.count > 1, last.isExhausted { open.removeLast() }
    }
  }

  /// The mappings behind a merge key's value, the one that wins first.
  func mergedMappings(_ value: NodeID) -> [NodeID] {
    let target = target(value)
    switch self[target].kind {
    case .mapping: return [target]
    case .sequence where self[value].kind == .sequence:
      return children(value).map { self.target($0) }.filter { self[$0].kind == .mapping }
    default: return []
    }
  }

  /// What makes two keys one to Go: the type and the value.
  func keyIdentity(_ id: NodeID) -> KeyIdentity {
    let key = target(id)
    return KeyIdentity(resolved(key), text: bytes(key))
  }
}

/// A key as Go's map has it.
enum KeyIdentity: Hashable {
  case null
  case bool(Bool)
  case integer(Int64)
  case unsigned(UInt64)
  case float(Double)
  case text([UInt8])

  init(_ scalar: Scalar, text: ArraySlice<UInt8>) {
    self =
      switch scalar {
      case .null: .null
      case .bool(let value): .bool(value)
      case .integer(let value): .integer(value)
      case .unsigned(let value): .unsigned(value)
      case .float(let value): .float(value)
      case .string: .text(Array(text))
      }
  }
}
