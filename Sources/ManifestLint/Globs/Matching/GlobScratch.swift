/// Working memory for matching one pattern, kept from component to component and from path to path.
struct GlobScratch {
  /// How often a state may be held against a character over all paths: some seconds of work. Quick
  /// forms do not count.
  static let maximumSteps = 1_000_000_000

  private var steps = 0
  /// Whether the work was given up: the outcomes since then mean nothing.
  var isExhausted: Bool { steps > Self.maximumSteps }
  private var runes: [UInt32] = []
  private var row: [GlobOutcome] = []
  private var nextRow: [GlobOutcome] = []
  /// Lists of two and more starts; number n stands for the outcome `base + n`.
  private var lists: [[Int32]] = []
  private var listNumbers: [[Int32]: Int32] = [:]
  private let base: Int32

  init(_ program: GlobProgram) { base = Int32(program.starts.count) + 1 }

  /// The starts at which an outcome goes on; empty unless it goes on.
  func starts(_ outcome: GlobOutcome, _ visit: (Int) -> Void) {
    guard outcome.rawValue > 0 else { return }
    guard outcome.rawValue >= base else { return visit(Int(outcome.rawValue) - 1) }
    for start in lists[Int(outcome.rawValue - base)] { visit(Int(start)) }
  }

  /// Holds one component of a path against the pattern.
  ///
  /// It works from the last character to the first: what becomes of a state at a character follows
  /// from the states at the next one, so the time is states times characters whatever the pattern.
  /// An outcome holds until the next call.
  mutating func match(_ component: GlobComponent, _ text: Span<UInt8>) -> GlobOutcome {
    if let outcome = component.shape?.match(text) ?? component.automaton?.match(text) {
      return outcome
    }
    if !lists.isEmpty {
      lists.removeAll(keepingCapacity: true)
      listNumbers.removeAll(keepingCapacity: true)
    }
    Rune.decode(text, into: &runes)
    steps += runes.count * component.states.count
    guard steps <= Self.maximumSteps else { return .malformed }
    nextRow.removeAll(keepingCapacity: true)
    for state in component.states { nextRow.append(state.atEnd) }
    row.removeAll(keepingCapacity: true)
    row.append(contentsOf: repeatElement(.mismatch, count: component.states.count))

    for position in runes.indices.reversed() {
      let rune = runes[position]
      let isLast = position == runes.count - 1
      for number in component.states.indices {
        let outcome: GlobOutcome
        switch component.states[number].kind {
        case .end: outcome = .mismatch
        case .malformed: outcome = .malformed
        case .rune(let wanted, let next):
          outcome = rune == wanted ? nextRow[Int(next)] : .mismatch
        case .any(let next): outcome = nextRow[Int(next)]
        case .oneOf(let set, let next):
          outcome = set.contains(rune) ? nextRow[Int(next)] : .mismatch
        case .rest(let rest): outcome = rest
        case .star(let next):
          // The shortest run that leads to anything decides. What stands behind the star needs a
          // character of its own.
          let here = row[Int(next)]
          outcome = here != .mismatch ? here : isLast ? .mismatch : nextRow[number]
        case .choice(let alternatives): outcome = union(alternatives)
        }
        row[number] = outcome
      }
      swap(&row, &nextRow)
    }
    return nextRow[Int(component.entry)]
  }

  /// What several alternatives lead to together. A component that some of them end with and others
  /// go on from counts as going on only.
  private mutating func union(_ alternatives: [Int32]) -> GlobOutcome {
    var first = GlobOutcome.mismatch
    var isMixed = false
    for alternative in alternatives {
      let outcome = row[Int(alternative)]
      if outcome == .malformed { return .malformed }
      if outcome == .mismatch || outcome == first { continue }
      if first == .mismatch || first == .finished {
        first = outcome
      } else if outcome != .finished {
        isMixed = true
      }
    }
    guard isMixed else { return first }

    var list: [Int32] = []
    var seen: Set<Int32> = []
    for alternative in alternatives {
      starts(row[Int(alternative)]) { start in
        if seen.insert(Int32(start)).inserted { list.append(Int32(start)) }
      }
    }
    if list.count == 1 { return .next(Int(list[0])) }
    if let number = listNumbers[list] { return GlobOutcome(rawValue: base + number) }
    let number = Int32(lists.count)
    listNumbers[list] = number
    lists.append(list)
    return GlobOutcome(rawValue: base + number)
  }
}
