/// What the agent's server makes of one glob: which directory it lists, how deep, and what it then
/// holds against each path.
struct GlobRequest: Sendable {
  /// The directory that is listed; empty for the root.
  var directory: [UInt8]
  var isRecursive: Bool
  /// What the paths are matched against.
  var pattern: [UInt8]

  init(_ glob: [UInt8], generation: SelectionGeneration) {
    let whole = glob.first == .slash ? Array(glob.dropFirst()) : glob
    let (prefix, rest) = Self.split(whole)
    directory = prefix == [.dot] ? [] : prefix
    pattern = generation == .stripsPrefix ? rest : whole
    isRecursive =
      rest.contains(.openBracket) || rest.contains(.slash)
      || zip(rest, rest.dropFirst()).contains { $0 == .star && $1 == .star }
  }

  /// Whether the directory is one that git can name. What the server does with `a//b`, `./a` or
  /// `../a` is not known; none of them is in a tree.
  var hasPlainDirectory: Bool {
    !directory.split(separator: .slash, omittingEmptySubsequences: false).contains {
      $0.isEmpty || $0 == [.dot] || $0 == [.dot, .dot]
    }
  }

  /// The longest beginning up to a `/` without any of `\ * ? [ ] { }`, and what stands behind it.
  /// There is none when a line break stands behind it: the server splits by a regular expression
  /// in which `.` does not match one.
  private static func split(_ glob: [UInt8]) -> (prefix: [UInt8], rest: [UInt8]) {
    let special: Set<UInt8> = [
      .backslash, .star, .question, .openBracket, .closeBracket, .openBrace, .closeBrace,
    ]
    let literal = glob.prefix { !special.contains($0) }
    guard let slash = literal.lastIndex(of: .slash), slash > 0 else { return ([], glob) }
    let rest = Array(glob[(slash + 1)...])
    return rest.contains(UInt8(ascii: "\n")) ? ([], glob) : (Array(glob[..<slash]), rest)
  }
}
