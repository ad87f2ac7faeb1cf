import YAML

/// A node tree made without a reader: the checks depend on the tree alone.
indirect enum Value: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A quoted text.
  case text(String)
  /// A plain scalar, resolved as YAML does.
  case plain(String)
  case list([Value])
  case map([(String, Value)])

  init(stringLiteral value: String) { self = .text(value) }
  init(arrayLiteral elements: Value...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, Value)...) { self = .map(elements) }

  func tree() -> Tree {
    var bytes: [UInt8] = []
    var nodes: [Node] = []
    func scalar(_ text: String, _ style: Node.Style) {
      let start = bytes.count
      bytes += Array(text.utf8)
      let range = SourceRange(start..<bytes.count)
      bytes.append(0x0A)
      nodes.append(
        Node(
          kind: .scalar, style: style, range: range, text: range, next: UInt32(nodes.count + 1)))
    }
    func add(_ value: Value) {
      switch value {
      case .text(let text): scalar(text, .doubleQuoted)
      case .plain(let text): scalar(text, .plain)
      case .list, .map:
        let number = nodes.count
        let start = bytes.count
        let none = SourceRange(start: 0, end: 0)
        let isMap = if case .map = value { true } else { false }
        nodes.append(
          Node(
            kind: isMap ? .mapping : .sequence, style: .block, range: none, text: none, next: 0))
        if case .list(let elements) = value { elements.forEach(add) }
        if case .map(let members) = value {
          for (key, member) in members {
            scalar(key, .plain)
            add(member)
          }
        }
        nodes[number].range = SourceRange(start..<bytes.count)
        let count =
          switch value {
          case .list(let elements): elements.count
          case .map(let members): members.count * 2
          default: 0
          }
        nodes[number].text = SourceRange(start: UInt32(count), end: 0)
        nodes[number].next = UInt32(nodes.count)
      }
    }
    add(self)
    let range = SourceRange(0..<bytes.count)
    return Tree(
      source: bytes, decoded: [], nodes: nodes, properties: [],
      documents: [Document(index: 0, range: range, root: NodeID(0), isBroken: false)],
      comments: [], diagnostics: [])
  }
}
