import YAML

/// Judges one object: the findings so far, and against which releases.
///
/// Every check is a method: those that several kinds share are in `Rules/Shared` and `Rules/Pods`.
struct ObjectCheck {
  /// No object has more findings than this: what is wrong with the first hundred is wrong with the
  /// rest, and telling where each stands takes time.
  static let maximumFindings = 100

  let tree: Tree
  /// Counts from 0.
  let document: Int
  let documentRoot: NodeID
  let object: NodeID
  let versions: VersionSet
  var diagnostics: [Diagnostic] = []
  /// The values of a Secret are never printed.
  var hidesValues = false
  /// See `naming`.
  private var named: Field?

  init(_ object: NodeID, in tree: Tree, document: Int, root: NodeID, versions: VersionSet) {
    self.tree = tree
    self.object = object
    self.document = document
    documentRoot = root
    self.versions = versions
  }

  // MARK: Releases

  /// Whether one of the releases checked is this one or newer.
  func includes(since minor: UInt8) -> Bool { versions.newest.minor >= minor }
  /// Whether one of the releases checked is older.
  func includes(before minor: UInt8) -> Bool { versions.oldest.minor < minor }

  // MARK: Findings

  /// `message` goes on after the field's path: `spec.replicas` *is -1; must be …*. A key of a map
  /// that is not there is given by name.
  mutating func report(
    _ rule: Rule, _ severity: Severity? = nil, at field: Field, missing key: StaticString? = nil,
    _ message: Message
  ) {
    guard diagnostics.count < Self.maximumFindings else { return }
    let steps = steps(to: field) + (key.map { [.name("\($0)")] } ?? [])
    let pointer = pointer(named.map(self.steps) ?? steps)
    let range = range(of: field, steps)
    let isKnown = diagnostics.contains {
      $0.rule == rule && $0.pointer == pointer && $0.range == range
    }
    guard !isKnown else { return }
    let path = path(steps)
    diagnostics.append(
      Diagnostic(
        rule, severity: severity, at: range, path.isEmpty ? message : "\(path) \(message)",
        pointer: pointer, document: document))
  }

  /// Checks something of which the server names this field instead: of a label it names the map. The
  /// finding stands at the label all the same.
  mutating func naming(_ field: Field, _ check: (inout ObjectCheck) -> Void) {
    let before = named
    named = field
    check(&self)
    named = before
  }

  /// A value as a message shows it, with `is` before it.
  func shown(_ field: Field) -> Message {
    guard field.exists else { return "is missing" }
    guard field.isScalar else { return field.isEmpty ? "is empty" : "is given" }
    if hidesValues { return "has a value that is not printed" }
    let text = String(field.text.prefix(80))
    return field.isText ? "is \"\(text)\"" : "is \(text)"
  }

  // MARK: Places

  private enum Step {
    case key(NodeID)
    case index(Int)
    case name(String)
  }

  /// Down from the document's root, each time into the child whose subtree holds the place.
  private func steps(to field: Field) -> [Step] {
    var steps: [Step] = []
    var current = documentRoot
    while current != field.place {
      let isMap = tree[current].kind == .mapping
      var inside: NodeID?
      var key: NodeID?
      for (index, child) in tree.children(current).enumerated() {
        let isKey = isMap && index % 2 == 0
        if isKey { key = child }
        guard field.place < NodeID(tree[child].next) else { continue }
        steps.append(isMap ? .key(key ?? child) : .index(index))
        inside = isKey ? field.place : child
        break
      }
      guard let inside else { break }
      current = inside
    }
    var names: [Step] = []
    var rest = field.absent
    while rest != 0 {
      names.append(.name(FieldName(Int(rest & 0xFFF) - 1).text))
      rest >>= 12
    }
    return steps + names.reversed()
  }

  private func pointer(_ steps: [Step]) -> String {
    var text = ""
    for step in steps {
      text += "/"
      for scalar in label(step).unicodeScalars {
        switch scalar {
        case "~": text += "~0"
        case "/": text += "~1"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    return text
  }

  private func label(_ step: Step) -> String {
    switch step {
    case .key(let key): tree.text(tree.target(key))
    case .index(let index): String(index)
    case .name(let name): name
    }
  }

  /// As the server writes it, from the object on: `spec.containers[0].image`, `data[a.b]`.
  private func path(_ steps: [Step]) -> String {
    var text = ""
    var node = documentRoot
    for step in steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .name, .key:
        let name = label(step)
        let isPlain = name.utf8.allSatisfy { $0 != 0x2E && $0 != 0x2F }
        text += isPlain ? (text.isEmpty ? name : ".\(name)") : "[\(name.prefix(80))]"
      }
      guard node != object else { continue }
      switch step {
      case .key(let key): node = NodeID(tree[key].next)
      case .index(let index):
        node = tree.children(node).dropFirst(index).first { _ in true } ?? node
      case .name: break
      }
      // What stands before the object, `items[3]`, is no part of its own path.
      if node == object { text = "" }
    }
    return text
  }

  /// A scalar itself; of anything larger, or absent, the nearest key: a whole block is no place to
  /// look at.
  private func range(of field: Field, _ steps: [Step]) -> SourceRange {
    let isLarge = tree[field.place].kind == .mapping || tree[field.place].kind == .sequence
    guard field.absent != 0 || isLarge else { return tree[field.place].range }
    var last: Step?
    for step in steps { if case .name = step { break } else { last = step } }
    if case .key(let key) = last { return tree[key].range }
    let inside = isLarge ? tree.children(field.place).first { _ in true } : nil
    return tree[inside ?? field.place].range
  }
}
