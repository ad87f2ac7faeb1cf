import YAML

/// Key and value of a mapping as the server's JSON has them.
struct EffectiveMember {
  /// The key as text: numbers and booleans become their words.
  var name: ArraySlice<UInt8>
  var key: NodeID
  var value: NodeID
}

extension Tree {
  /// The members of a mapping as the server reads them, their keys as JSON has them.
  func configurationMembers(of mapping: NodeID) -> [EffectiveMember] {
    effectiveMembers(mapping).map { member in
      EffectiveMember(name: keyText(member.key), key: member.key, value: member.value)
    }
  }

  private func keyText(_ key: NodeID) -> ArraySlice<UInt8> {
    switch resolved(key) {
    case .bool(let value): ArraySlice((value ? "true" : "false").utf8)
    case .integer(let value): ArraySlice(String(value).utf8)
    case .unsigned(let value): ArraySlice(String(value).utf8)
    case .string, .float, .null: keyBytes(of: key)
    }
  }
}
