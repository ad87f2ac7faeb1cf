import YAML

/// Writes what was decoded as JSON: the schema's names, sorted keys, defaults left out as protobuf
/// JSON leaves them out.
struct ConfigurationJSON {
  let tree: Tree
  let version: GitLabVersion
  private(set) var bytes: [UInt8] = []

  init(_ message: DecodedMessage, tree: Tree, version: GitLabVersion) {
    self.tree = tree
    self.version = version
    write(message)
  }

  private mutating func write(_ message: DecodedMessage) {
    let written = message.fields.filter {
      $0.schema.hasEffect(in: version) && !isDefault($0)
    }.sorted {
      $0.schema.name.utf8.lexicographicallyPrecedes($1.schema.name.utf8)
    }
    object(written) { writer, field in
      writer.write(text: field.schema.name.utf8)
      writer.bytes.append(UInt8(ascii: ":"))
      writer.write(field.value, of: field.schema)
    }
  }

  private func isDefault(_ field: DecodedField) -> Bool {
    if case .list(let elements) = field.value { return elements.isEmpty }
    if case .map(let members) = field.value { return members.isEmpty }
    guard !field.schema.hasExplicitPresence(in: version) else { return false }
    switch field.value {
    case .text(let node): return tree.bytes(tree.target(node)).isEmpty
    case .bool(let value): return !value
    case .integer(let value): return value == 0
    case .enumeration(let value): return value == 0
    case .unreadable: return true
    case .duration, .message, .any, .list, .map: return false
    }
  }

  private mutating func write(_ value: DecodedValue, of field: ConfigurationField) {
    switch value {
    case .text(let node): write(text: tree.bytes(tree.target(node)))
    case .bool(let value): write(raw: value ? "true" : "false")
    case .integer(let value):
      // Protobuf JSON puts 64-bit numbers in quotes: JavaScript cannot hold them.
      if case .integer(bits: 64) = field.type {
        write(raw: "\"\(value)\"")
      } else {
        write(raw: String(value))
      }
    case .enumeration(let value):
      if case .enumeration(let type) = field.type, type.values.indices.contains(Int(value)) {
        write(text: type.values[Int(value)].utf8)
      } else {
        write(raw: String(value))
      }
    case .duration(let duration): write(raw: "\"\(duration)\"")
    case .message(let message): write(message)
    case .list(let elements):
      list(elements) { writer, element in writer.write(element.value, of: field) }
    case .map(let members):
      let sorted = members.sorted { $0.name.lexicographicallyPrecedes($1.name) }
      object(sorted) { writer, member in
        writer.write(text: member.name)
        writer.bytes.append(UInt8(ascii: ":"))
        writer.write(text: writer.tree.bytes(writer.tree.target(member.value)))
      }
    case .any(let node): write(any: node, depth: 0)
    case .unreadable: write(raw: "null")
    }
  }

  /// A free value of the file (`google.protobuf.Struct`). Its depth is the file's, which the reader
  /// has bounded; the bound here keeps the stack safe whatever the reader allows.
  private mutating func write(any node: NodeID, depth: Int) {
    let target = tree.target(node)
    guard depth < 200 else { return write(raw: "null") }
    switch tree[target].kind {
    case .mapping:
      let members = tree.configurationMembers(of: target).sorted {
        $0.name.lexicographicallyPrecedes($1.name)
      }
      object(members) { writer, member in
        writer.write(text: member.name)
        writer.bytes.append(UInt8(ascii: ":"))
        writer.write(any: member.value, depth: depth + 1)
      }
    case .sequence:
      list(Array(tree.children(target))) { writer, element in
        writer.write(any: element, depth: depth + 1)
      }
    case .scalar, .alias:
      switch tree.resolved(target) {
      case .null: write(raw: "null")
      case .bool(let value): write(raw: value ? "true" : "false")
      case .integer(let value): write(number: Double(value))
      case .unsigned(let value): write(number: Double(value))
      case .float(let value): write(number: value)
      case .string: write(text: tree.bytes(target))
      }
    }
  }

  /// A Struct holds every number as a double.
  private mutating func write(number value: Double) {
    if value == value.rounded(), value.magnitude < 9e15 {
      write(raw: String(Int64(value)))
    } else {
      write(raw: value.description)
    }
  }

  private mutating func object<Element>(
    _ elements: [Element], _ write: (inout Self, Element) -> Void
  ) {
    enclosed(elements, UInt8(ascii: "{"), UInt8(ascii: "}"), write)
  }

  private mutating func list<Element>(
    _ elements: [Element], _ write: (inout Self, Element) -> Void
  ) {
    enclosed(elements, UInt8(ascii: "["), UInt8(ascii: "]"), write)
  }

  private mutating func enclosed<Element>(
    _ elements: [Element], _ open: UInt8, _ close: UInt8, _ write: (inout Self, Element) -> Void
  ) {
    bytes.append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    bytes.append(close)
  }

  private mutating func write(raw text: String) { bytes += text.utf8 }

  private mutating func write(text: some Collection<UInt8>) {
    JSONText.append(text, to: &bytes)
  }
}
