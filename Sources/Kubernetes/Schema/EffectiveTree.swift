import YAML

/// The tree as the JSON that the agent makes of it: aliases followed, merge keys applied, plain
/// scalars resolved.
extension Tree {
  /// Key and value pairs of a mapping. A key of the mapping itself hides a merged one; of several
  /// merged mappings the first wins.
  func effectiveMembers(_ id: NodeID) -> [(key: NodeID, value: NodeID)] {
    var result: [(key: NodeID, value: NodeID)] = []
    collectMembers(target(id), into: &result, depth: 0)
    return result
  }

  private func collectMembers(
    _ id: NodeID, into result: inout [(key: NodeID, value: NodeID)], depth: Int
  ) {
    guard depth < 64, self[id].kind == .mapping else { return }
    let merges = self[id].flags.contains(.merges)
    var sources: [NodeID] = []
    let hidden = depth == 0 ? 0 : result.count
    var children = children(id)
    while let key = children.next(), let value = children.next() {
      if merges, text(key, equals: "<<"), self[key].style == .plain {
        sources.append(target(value))
      } else if hidden == 0
        || !result[..<hidden].contains(where: { keyBytes(of: $0.key) == keyBytes(of: key) })
      {
        result.append((key, value))
      }
    }
    for source in sources {
      if self[source].kind == .sequence {
        for element in self.children(source) {
          collectMembers(target(element), into: &result, depth: depth + 1)
        }
      } else {
        collectMembers(source, into: &result, depth: depth + 1)
      }
    }
  }

  func keyBytes(of key: NodeID) -> ArraySlice<UInt8> { bytes(target(key)) }

  /// What a scalar is; text for everything that is no plain scalar.
  func resolved(_ id: NodeID) -> Scalar {
    let node = self[target(id)]
    guard node.kind == .scalar, node.style == .plain, !node.flags.contains(.tagged)
    else { return .string }
    return PlainScalar.resolve(bytes(target(id)), json: node.flags.contains(.json))
  }
}

/// YAML 1.1 as go-yaml reads a plain scalar.
enum PlainScalar {
  static func resolve(_ bytes: ArraySlice<UInt8>, json: Bool) -> Scalar {
    guard let first = bytes.first else { return .null }
    let isNumeric = (0x30...0x39).contains(first) || first == 0x2B || first == 0x2D || first == 0x2E
    if !isNumeric {
      guard bytes.count <= 5 else { return .string }
      switch String(decoding: bytes, as: UTF8.self) {
      case "~", "null", "Null", "NULL": return .null
      case "true", "True", "TRUE": return .bool(true)
      case "false", "False", "FALSE": return .bool(false)
      case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON": return json ? .string : .bool(true)
      case "n", "N", "no", "No", "NO", "off", "Off", "OFF": return json ? .string : .bool(false)
      default: return .string
      }
    }
    guard bytes.count <= 400 else { return .string }
    var text = String(decoding: bytes, as: UTF8.self).filter { $0 != "_" }
    if text.hasPrefix("+") { text.removeFirst() }
    if let value = Int64(text), !hasOctalPrefix(text) { return .integer(value) }
    if let value = UInt64(text), !hasOctalPrefix(text) { return .unsigned(value) }
    let negative = text.hasPrefix("-")
    let digits = negative ? text.dropFirst() : text[...]
    for (prefix, radix) in [("0x", 16), ("0b", 2), ("0o", 8), ("0", 8)] {
      if digits.hasPrefix(prefix), digits.count > prefix.count,
        let value = Int64((negative ? "-" : "") + digits.dropFirst(prefix.count), radix: radix)
      {
        return .integer(value)
      }
    }
    return isFloat(text) ? Double(text).map(Scalar.float) ?? .string : .string
  }

  private static func hasOctalPrefix(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return digits.count > 1 && digits.first == "0"
  }

  /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`
  private static func isFloat(_ text: String) -> Bool {
    var rest = Substring(text)
    if rest.hasPrefix("-") { rest.removeFirst() }
    let isDigit: (Character) -> Bool = { ("0"..."9").contains($0) }
    let whole = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(whole)
    var fraction = 0
    if rest.hasPrefix(".") {
      rest.removeFirst()
      fraction = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(fraction)
    }
    guard whole + fraction > 0 else { return false }
    if rest.hasPrefix("e") || rest.hasPrefix("E") {
      rest.removeFirst()
      if rest.hasPrefix("-") || rest.hasPrefix("+") { rest.removeFirst() }
      let exponent = rest.prefix(while: isDigit).count
      return exponent > 0 && exponent == rest.count
    }
    return rest.isEmpty
  }
}
