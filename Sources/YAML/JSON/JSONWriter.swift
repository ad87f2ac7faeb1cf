/// Writes a node as the JSON text that the agent makes of it: `sigs.k8s.io/yaml` and Go's
/// `encoding/json`, keys sorted by their bytes (yaml-semantics, sections 4 and 5).
struct JSONWriter {
  /// What has a YAML value but no JSON text.
  struct Failure: Error {
    enum Problem { case notFinite, nullKey, largeKey, collectionKey }
    var problem: Problem
    var node: NodeID
  }

  private let tree: Tree
  private(set) var text: [UInt8] = []
  /// The collections being written: no recursion, nesting through aliases has no bound.
  private var open: [Level] = []

  private enum Level {
    case mapping([(key: [UInt8], value: NodeID)], next: Int)
    case sequence(Tree.Children, isFirst: Bool)
  }

  init(_ tree: Tree) { self.tree = tree }

  mutating func write(_ root: NodeID) throws(Failure) {
    try begin(root)
    while let level = open.popLast() {
      switch level {
      case .mapping(let members, let next):
        guard next < members.count else {
          text.append(0x7D)
          continue
        }
        if next > 0 { text.append(0x2C) }
        Self.appendString(members[next].key[...], to: &text)
        text.append(0x3A)
        open.append(.mapping(members, next: next + 1))
        try begin(members[next].value)
      case .sequence(var children, let isFirst):
        guard let child = children.next() else {
          text.append(0x5D)
          continue
        }
        if !isFirst { text.append(0x2C) }
        open.append(.sequence(children, isFirst: false))
        try begin(child)
      }
    }
  }

  private mutating func begin(_ id: NodeID) throws(Failure) {
    let node = tree.target(id)
    switch tree[node].kind {
    case .mapping:
      text.append(0x7B)
      open.append(.mapping(try members(node), next: 0))
    case .sequence:
      text.append(0x5B)
      open.append(.sequence(tree.children(node), isFirst: true))
    default: try scalar(node, at: id)
    }
  }

  private mutating func scalar(_ node: NodeID, at place: NodeID) throws(Failure) {
    if tree[node].flags.contains(.json), tree[node].style == .plain {
      text += tree.bytes(node)
      return
    }
    switch tree.resolved(node) {
    case .null: text += "null".utf8
    case .bool(let value): text += (value ? "true" : "false").utf8
    case .integer(let value): text += String(value).utf8
    case .unsigned(let value): text += String(value).utf8
    case .float(let value):
      guard value.isFinite else { throw Failure(problem: .notFinite, node: place) }
      text += NumberText.json(value).utf8
    case .string: Self.appendString(tree.bytes(node), to: &text)
    }
  }

  private func members(
    _ mapping: NodeID
  ) throws(Failure) -> [(key: [UInt8], value: NodeID)] {
    var members: [(key: [UInt8], value: NodeID)] = []
    for (key, value) in tree.effectiveMembers(mapping) {
      members.append((try tree.jsonKey(key), value))
    }
    members.sort { $0.key.lexicographicallyPrecedes($1.key) }
    // Of keys that only their JSON text makes equal Go keeps any; this keeps one.
    var kept = 0
    for index in members.indices {
      if index + 1 < members.count, members[index].key == members[index + 1].key { continue }
      members[kept] = members[index]
      kept += 1
    }
    members.removeLast(members.count - kept)
    return members
  }

  // MARK: Strings

  static func appendString(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
    text.append(0x22)
    let source = bytes.span
    var offset = 0
    while offset < source.count {
      let byte = source[offset]
      if byte < 0x80 {
        appendASCII(byte, to: &text)
        offset += 1
      } else if let (value, length) = CharacterCheck.decode(source, offset, source.count) {
        if value == 0x2028 || value == 0x2029 {
          text += (value == 0x2028 ? "\\u2028" : "\\u2029").utf8
        } else {
          for index in offset..<offset + length { text.append(source[index]) }
        }
        offset += length
      } else {
        text += UTF8.encodedReplacementCharacter
        offset += 1
      }
    }
    text.append(0x22)
  }

  private static func appendASCII(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case 0x22, 0x5C: text += [0x5C, byte]
    case 0x0A: text += "\\n".utf8
    case 0x0D: text += "\\r".utf8
    case 0x09: text += "\\t".utf8
    case 0x08: text += "\\b".utf8
    case 0x0C: text += "\\f".utf8
    case 0x00...0x1F, 0x3C, 0x3E, 0x26:
      let digits = Array("0123456789abcdef".utf8)
      text += "\\u00".utf8
      text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: text.append(byte)
    }
  }
}

extension Scalar {
  /// The text of a key that is no string; nil when it has none.
  var jsonKey: [UInt8]? {
    switch self {
    case .bool(let value): Array((value ? "true" : "false").utf8)
    case .integer(let value): Array(String(value).utf8)
    case .float(let value): Array(NumberText.key(value).utf8)
    case .null, .unsigned, .string: nil
    }
  }
}

extension Tree {
  /// The text of a key as it stands in JSON.
  func jsonKey(_ key: NodeID) throws(JSONWriter.Failure) -> [UInt8] {
    let target = target(key)
    guard self[target].kind == .scalar else {
      throw JSONWriter.Failure(problem: .collectionKey, node: key)
    }
    let value = resolved(target)
    if value == .string { return Array(bytes(target)) }
    guard let text = value.jsonKey else {
      throw JSONWriter.Failure(problem: value == .null ? .nullKey : .largeKey, node: key)
    }
    return text
  }

  /// The JSON text that the agent makes of a node, keys sorted; nil when it has none (an infinite
  /// number, a null key). Not for nodes of a broken document.
  public func json(_ root: NodeID) -> [UInt8]? {
    var writer = JSONWriter(self)
    do throws(JSONWriter.Failure) { try writer.write(root) } catch { return nil }
    return writer.text
  }

  /// What kas makes of a configuration file (`YAMLToJSON`): the JSON text, `null` for an empty file,
  /// nil for one that it refuses.
  public func configurationJSON() -> [UInt8]? {
    guard let document = documents.first else { return Array("null".utf8) }
    guard !document.isBroken else { return nil }
    return document.root.map(json) ?? Array("null".utf8)
  }

  /// What the agent makes of a manifest file, up to its first error.
  public struct ManifestStream: Sendable {
    /// The JSON texts of the documents that are not null, in order. A JSON file's objects are given
    /// with sorted keys and their numbers as written.
    public var documents: [[UInt8]] = []
    /// Documents passed over because they are empty or null.
    public var skipped = 0
    /// A document could not be read: the agent stops there.
    public var endsInError = false
  }

  public func manifestStream() -> ManifestStream {
    var stream = ManifestStream()
    for document in documents {
      guard !document.isBroken, let text = document.root.map(json) ?? Array("null".utf8) else {
        stream.endsInError = true
        break
      }
      if text.elementsEqual("null".utf8) {
        stream.skipped += 1
      } else {
        stream.documents.append(text)
      }
    }
    return stream
  }
}
