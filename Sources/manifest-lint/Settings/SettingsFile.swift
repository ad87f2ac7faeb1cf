import GitAccess
import YAML

/// The values of one settings file, as options.
struct SettingsFile {
  let name: String
  private(set) var values: [Option: [[UInt8]]] = [:]
  let source: [UInt8]

  /// - Parameters:
  ///   - name: for messages.
  ///   - isServer: an administrator's file, which may say more than the repository's.
  /// - Throws: for everything that is not understood, with its place: half a settings file in force
  ///   would be worse than none.
  init(_ source: [UInt8], name: String, isServer: Bool) throws(UsageError) {
    self.source = source
    self.name = name
    let tree = readYAML(source, as: .configuration)
    let lines = LineIndex(source)
    func fault(_ range: SourceRange, _ text: Message) -> UsageError {
      let place = lines.position(of: range.start)
      return UsageError("\(name):\(place.line):\(place.column): \(text)")
    }
    if let error = tree.diagnostics.first(where: { $0.severity == .error }) {
      throw fault(error.range, error.message)
    }
    guard let root = tree.documents.first?.root else { return }
    guard tree[tree.target(root)].kind == .mapping else {
      if tree.resolved(root) == .null { return }
      throw fault(tree[root].range, "a mapping of settings is expected")
    }
    for (keyNode, value) in tree.effectiveMembers(root) {
      let word = tree.text(tree.target(keyNode))
      guard let key = SettingKey.all.first(where: { $0.name == word }) else {
        let hint = nearest(to: word, among: SettingKey.all.map(\.name))
        throw fault(tree[keyNode].range, "unknown setting '\(printable(word.utf8))'\(hint)")
      }
      guard isServer || !key.isServerOnly else {
        throw fault(tree[keyNode].range, "'\(word)' may stand in a server's settings only")
      }
      guard let texts = Self.texts(value, key.shape, tree) else {
        throw fault(tree[value].range, "'\(word)' takes \(Self.expected(key.shape))")
      }
      // A switch that is off, or an empty list, is as if nobody had said it.
      if !texts.isEmpty { values[key.option] = texts }
    }
  }

  /// The values as the command line would have them; nil when they have another shape.
  private static func texts(
    _ node: NodeID, _ shape: SettingKey.Shape, _ tree: Tree
  ) -> [[UInt8]]? {
    let target = tree.target(node)
    func scalar(_ node: NodeID) -> [UInt8]? {
      let target = tree.target(node)
      guard tree[target].kind == .scalar, tree.resolved(target) != .null else { return nil }
      return Array(tree.bytes(target))
    }
    switch shape {
    case .text: return scalar(node).map { [$0] }
    case .flag, .invertedFlag:
      guard tree[target].kind == .scalar, case .bool(let flag) = tree.resolved(target) else {
        return nil
      }
      if case .flag = shape { return flag ? [[]] : [] }
      return flag ? [] : [[]]
    case .list:
      guard tree[target].kind == .sequence else { return nil }
      let items = tree.children(target).map(scalar)
      return items.contains { $0 == nil } ? nil : items.compactMap { $0 }
    case .pairs:
      guard tree[target].kind == .mapping else { return nil }
      let pairs = tree.effectiveMembers(target).map { pair in
        scalar(pair.value).map { value in
          // `off` is a boolean of YAML and a word of ours.
          let word = tree.resolved(pair.value) == .bool(false) ? Array("off".utf8) : value
          return Array(tree.bytes(tree.target(pair.key))) + [UInt8(ascii: "=")] + word
        }
      }
      return pairs.contains { $0 == nil } ? nil : pairs.compactMap { $0 }
    }
  }

  private static func expected(_ shape: SettingKey.Shape) -> Message {
    switch shape {
    case .text: "a value"
    case .flag, .invertedFlag: "true or false"
    case .list: "a list of texts"
    case .pairs: "a mapping from names to values"
    }
  }
}
