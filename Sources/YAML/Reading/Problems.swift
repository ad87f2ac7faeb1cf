/// From what the reading stations find to diagnostics.
extension ProblemList {
  enum Problem {
    case unknownAlias, recursiveAlias, collectionKey, badSeparator
  }

  mutating func add(_ problem: Problem, at range: SourceRange, _ source: Span<UInt8>) {
    add(problem, at: range)
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
