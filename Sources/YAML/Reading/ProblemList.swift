/// What was found wrong in a file, up to a limit.
struct ProblemList {
  /// Of errors, and of all others together.
  let limit: Int
  var document: Int?
  private(set) var diagnostics: [Diagnostic] = []
  private var errorCount = 0
  private var lines = LineCounter()

  init(limit: Int) { self.limit = limit }

  /// No further error will be told.
  var isFull: Bool { errorCount >= limit }
  var isFullOfRemarks: Bool { diagnostics.count - errorCount >= limit }

  func accepts(_ severity: Severity) -> Bool {
    severity == .error ? !isFull : !isFullOfRemarks
  }

  /// The number of a line, for a message.
  mutating func line(_ source: Span<UInt8>, _ offset: Int) -> Int { lines.line(source, of: offset) }

  mutating func add(_ diagnostic: Diagnostic) {
    guard accepts(diagnostic.severity) else { return }
    if diagnostic.severity == .error { errorCount += 1 }
    diagnostics.append(diagnostic)
  }

  /// In file order, an error first.
  var sorted: [Diagnostic] {
    guard diagnostics.count > 1 else { return diagnostics }
    let numbered = diagnostics.enumerated().sorted { left, right in
      (left.element.range.start, 2 - left.element.severity.rawValue, left.offset)
        < (right.element.range.start, 2 - right.element.severity.rawValue, right.offset)
    }
    return numbered.map(\.element)
  }
}
