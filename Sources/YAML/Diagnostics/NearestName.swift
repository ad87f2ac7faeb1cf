/// Which of some names a misspelt one was meant to be.
public enum NearestName {
  /// The same letters ignoring case, else the first with the least edit distance up to 2 (1 for
  /// names below five letters); nil when none is that near.
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.utf8)
    // No field or kind is longer: a longer name is no slip of the pen.
    guard wanted.count <= 80 else { return nil }
    let folded = name.lowercased()
    var best: (name: String, distance: Int)?
    var rows = Rows()
    for candidate in candidates {
      // Most names are too long or too short, whatever their letters.
      guard abs(candidate.utf8.count - wanted.count) <= 2 else { continue }
      if candidate.utf8.count == wanted.count, candidate.lowercased() == folded {
        return candidate
      }
      let distance = rows.distance(wanted, Array(candidate.utf8))
      if distance <= (wanted.count < 5 ? 1 : 2), distance < (best?.distance ?? 3) {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// The nearest name when it is beyond doubt: the same letters ignoring case, or no other name is
  /// within reach.
  public static func only(_ name: String, among candidates: some Sequence<String>) -> String? {
    let names = Set(candidates)
    guard let nearest = of(name, among: names.sorted()) else { return nil }
    if nearest.lowercased() == name.lowercased() { return nearest }
    return of(name, among: names.subtracting([nearest]).sorted()) == nil ? nearest : nil
  }

  /// Three rows of the table in which an edit distance is worked out. Only the cells near the diagonal
  /// can be below 3.
  private struct Rows {
    private var before: [Int] = []
    private var row: [Int] = []
    private var next: [Int] = []

    /// Insertions, deletions, replacements and swaps of neighbours; 3 stands for more than 2.
    mutating func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
      let width = right.count + 1
      before = Array(repeating: 3, count: width)
      row = (0..<width).map { min($0, 3) }
      next = before
      for i in 0..<left.count {
        for cell in next.indices { next[cell] = 3 }
        let low = max(0, i - 2)
        if low == 0 { next[0] = min(i + 1, 3) }
        var least = next[0]
        for j in low..<max(low, min(right.count, i + 3)) {
          var cost = min(row[j] + (left[i] == right[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
          if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
            cost = min(cost, before[j - 1] + 1)
          }
          next[j + 1] = min(cost, 3)
          least = min(least, cost)
        }
        // Two rows in a row, because a swap reaches over one.
        if least >= 3, (row.min() ?? 3) >= 3 { return 3 }
        (before, row, next) = (row, next, before)
      }
      return row[right.count]
    }
  }
}
