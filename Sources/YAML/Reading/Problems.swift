/// From what the reading stations find to diagnostics.
extension ProblemList {
  enum Problem {
    case unknownAlias, recursiveAlias, collectionKey, badSeparator
    case badBinary, mergeValue, excessiveAliases
    case tagMismatch(TagKind, [UInt8])
    case invalidUTF8, control, utf16
    case notFinite, nullKey, largeKey
    case tooLarge
  }

  mutating func addRepeatedKey(
    _ name: [UInt8], at range: SourceRange, first: SourceRange, _ source: Span<UInt8>
  ) {
    add(Diagnostic(warnRule, at: range, "repeated", document: document))
  }

  mutating func addCollidingKey(
    _ name: [UInt8], at range: SourceRange, first: SourceRange, _ source: Span<UInt8>
  ) {
    add(Diagnostic(warnRule, at: range, "colliding", document: document))
  }

  mutating func add(_ problem: Problem, at range: SourceRange) {
    add(Diagnostic(syntaxRule, at: range, "\(String(describing: problem))", document: document))
  }

  mutating func add(_ error: SyntaxError, _ source: Span<UInt8>, _ parser: Parser) {
    let at = UInt32(min(error.offset, source.count))
    add(
      Diagnostic(
        syntaxRule, at: SourceRange(start: at, end: at), "\(String(describing: error.problem))",
        document: document))
  }

  mutating func add(_ failure: JSONWriter.Failure, _ tree: Tree) {
    switch failure.problem {
    case .notFinite: add(.notFinite, at: tree[failure.node].range)
    case .nullKey: add(.nullKey, at: tree[failure.node].range)
    case .largeKey: add(.largeKey, at: tree[failure.node].range)
    case .collectionKey: add(.collectionKey, at: tree[failure.node].range)
    }
  }

  mutating func add(_ failure: JSONReader.Failure, _ source: Span<UInt8>) {
    let at = UInt32(min(failure.offset, source.count))
    add(
      Diagnostic(
        syntaxRule, at: SourceRange(start: at, end: at),
        "\(String(describing: failure.problem))", document: document))
  }
}

private let syntaxRule = Rule(
  "yaml/syntax", .error, "The file is no YAML that the agent reads", why: "", remedy: "",
  source: "go-yaml")

private let warnRule = Rule(
  "yaml/warn", .warning, "The file is no YAML that the agent reads", why: "", remedy: "",
  source: "go-yaml")
