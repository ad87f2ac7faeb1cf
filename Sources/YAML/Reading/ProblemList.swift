/// What was found wrong in a file, up to a limit.
struct ProblemList {
  /// Of errors, and of all others together.
  let limit: Int
  var document: Int?
  private(set) var diagnostics: [Diagnostic] = []
  private var errorCount = 0

  init(limit: Int) { self.limit = limit }

  /// No further error will be told.
  var isFull: Bool { errorCount >= limit }
  var isFullOfRemarks: Bool { diagnostics.count - errorCount >= limit }

  mutating func add(_ diagnostic: Diagnostic) {
    guard diagnostic.severity == .error ? !isFull : !isFullOfRemarks else { return }
    if diagnostic.severity == .error { errorCount += 1 }
    diagnostics.append(diagnostic)
  }

  /// In file order, an error first.
  var sorted: [Diagnostic] {
    let numbered = diagnostics.enumerated().sorted { left, right in
      (left.element.range.start, 2 - left.element.severity.rawValue, left.offset)
        < (right.element.range.start, 2 - right.element.severity.rawValue, right.offset)
    }
    return numbered.map(\.element)
  }
}
