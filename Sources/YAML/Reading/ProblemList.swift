/// What was found wrong in a file, up to a limit.
struct ProblemList {
  let limit: Int
  var document: Int?
  private(set) var diagnostics: [Diagnostic] = []
  /// The file had more than the limit.
  private(set) var hasMore = false

  init(limit: Int) { self.limit = limit }

  var isFull: Bool { diagnostics.count >= limit }

  mutating func add(_ diagnostic: Diagnostic) {
    guard !isFull else {
      hasMore = true
      return
    }
    diagnostics.append(diagnostic)
  }
}
