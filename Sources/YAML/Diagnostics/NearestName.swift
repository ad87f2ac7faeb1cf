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
    for candidate in candidates {
      if candidate.lowercased() == folded { return candidate }
      let distance = distance(wanted, Array(candidate.utf8))
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

  /// Insertions, deletions, replacements and swaps of neighbours; 3 stands for more than 2.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard abs(left.count - right.count) <= 2 else { return 3 }
    var before: [Int] = []
    var row = Array(0...right.count)
    for i in 0..<left.count {
      var next = [i + 1]
      for j in 0..<right.count {
        var cost = min(row[j] + (left[i] == right[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        next.append(cost)
      }
      before = row
      row = next
    }
    return min(row[right.count], 3)
  }
}
