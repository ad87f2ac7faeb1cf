import YAML

/// Finds the globs without quotes behind errors of the YAML reader, which can only speak of
/// aliases, tags and brackets.
enum UnquotedGlob {
  /// The reader's diagnostics, those explained that an unquoted glob has caused.
  static func explained(in tree: Tree) -> [Diagnostic] {
    guard tree.diagnostics.contains(where: { $0.severity == .error }) else {
      return tree.diagnostics
    }
    let lines = LineIndex(tree.source)
    return tree.diagnostics.map { diagnostic in
      guard diagnostic.severity == .error else { return diagnostic }
      let position = lines.position(of: diagnostic.range.start)
      let line = lines.line(position.line)
      guard let value = glob(in: line), position.offset >= line.startIndex else {
        return diagnostic
      }
      let text = String(decoding: line[value], as: UTF8.self)
      var explained = Diagnostic(
        AgentRules.unquotedGlob, at: SourceRange(value),
        "\(quoted(text)) has no quotes: \(reason(line[value.lowerBound])); put it in single quotes",
        document: diagnostic.document)
      if !text.contains("'") {
        explained.fix = Diagnostic.Fix(
          edits: [.init(range: SourceRange(value), replacement: "'\(text)'")])
      }
      return explained
    }
  }

  /// Where in a line `- glob: *.yaml` or `- *.yaml` the glob stands, when its first character makes
  /// it something else.
  private static func glob(in line: ArraySlice<UInt8>) -> Range<Int>? {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    var rest = line.drop(while: isBlank)
    var isItem = false
    while rest.first == UInt8(ascii: "-"), rest.dropFirst().first.map(isBlank) ?? false {
      rest = rest.dropFirst().drop(while: isBlank)
      isItem = true
    }
    var key: ArraySlice<UInt8>?
    let name = rest.prefix { ($0 >= 0x61 && $0 <= 0x7A) || $0 == UInt8(ascii: "_") }
    if !name.isEmpty, rest.dropFirst(name.count).first == UInt8(ascii: ":") {
      key = name
      rest = rest.dropFirst(name.count + 1).drop(while: isBlank)
    }
    guard let first = rest.first, "*!&{[%@`".utf8.contains(first) else { return nil }
    let isGlobKey = key.map { key in
      ["glob", "cadence", "id"].contains { $0.utf8.elementsEqual(key) }
    }
    guard isGlobKey ?? isItem else { return nil }
    while rest.last.map(isBlank) ?? false { rest.removeLast() }
    // An alias of a name that exists, or a collection that is meant, has nothing of a glob.
    guard
      first == UInt8(ascii: "*") || rest.contains(where: { "*/?".utf8.contains($0) }) || key != nil
    else { return nil }
    return rest.startIndex..<rest.endIndex
  }

  private static func reason(_ first: UInt8) -> Message {
    switch first {
    case UInt8(ascii: "*"): "a text that begins with * is an alias"
    case UInt8(ascii: "&"): "a text that begins with & is an anchor"
    case UInt8(ascii: "!"): "a text that begins with ! is a tag"
    case UInt8(ascii: "{"), UInt8(ascii: "["): "a text that begins with a bracket is a collection"
    default: "the first character cannot begin a plain text"
    }
  }
}
