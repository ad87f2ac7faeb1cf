/// go-yaml's measure against bombs: how many nodes decoding would visit, aliases followed, and
/// which share of the visits is through aliases (yaml-semantics, section 5, "Bomb limit").
struct AliasBudget {
  private var visits = 0
  private var aliasVisits = 0
  private let nodes: [Node]
  /// Aliases and mappings with a merge key, ascending: all other subtrees count as they stand.
  private let special: [UInt32]

  /// Up to so many visits through aliases nothing is exceeded.
  static let harmlessVisits = 100

  init(_ nodes: [Node], _ document: Range<Int>) {
    self.nodes = nodes
    special = document.filter {
      nodes[$0].kind == .alias || nodes[$0].flags.contains(.merges)
    }.map(UInt32.init)
  }

  /// Siblings that are still to be visited.
  private struct Run {
    var current: UInt32
    var end: UInt32
    var isThroughAlias: Bool
    /// The mapping has a merge key; then `isKey` tells what comes next.
    var merges = false
    var isKey = true
  }

  /// Whether decoding the document would go beyond the agent's bound.
  mutating func isExceeded(root: UInt32, isMergeKey: (UInt32) -> Bool) -> Bool {
    // The document itself is a visit.
    visits = 1
    aliasVisits = 0
    var runs = [Run(current: root, end: nodes[Int(root)].next, isThroughAlias: false)]
    while var run = runs.popLast() {
      guard run.current < run.end else { continue }
      let index = run.current
      let node = nodes[Int(index)]
      run.current = node.next
      if run.merges {
        if run.isKey, isMergeKey(index) {
          let value = node.next
          run.current = nodes[Int(value)].next
          runs.append(run)
          if nodes[Int(value)].kind == .sequence {
            // The elements only, and their order does not matter for the sums at the end.
            runs.append(
              Run(
                current: value + 1, end: nodes[Int(value)].next,
                isThroughAlias: run.isThroughAlias))
          } else {
            runs.append(
              Run(
                current: value, end: nodes[Int(value)].next, isThroughAlias: run.isThroughAlias))
          }
          continue
        }
        run.isKey.toggle()
      }
      runs.append(run)
      if !hasSpecial(index, node.next) {
        if visit(Int(node.next - index), run.isThroughAlias) { return true }
        continue
      }
      if visit(1, run.isThroughAlias) { return true }
      switch node.kind {
      case .alias:
        let target = node.text.start
        runs.append(
          Run(current: target, end: nodes[Int(target)].next, isThroughAlias: true))
      case .mapping, .sequence:
        runs.append(
          Run(
            current: index + 1, end: node.next, isThroughAlias: run.isThroughAlias,
            merges: node.kind == .mapping && node.flags.contains(.merges)))
      case .scalar: break
      }
    }
    return false
  }

  private func hasSpecial(_ first: UInt32, _ end: UInt32) -> Bool {
    var low = 0
    var high = special.count
    while low < high {
      let middle = (low + high) / 2
      if special[middle] < first { low = middle + 1 } else { high = middle }
    }
    return low < special.count && special[low] < end
  }

  /// Counts a run of visits; whether one of them goes beyond the bound.
  ///
  /// Through aliases the share only grows while what is allowed falls, so the last visit decides.
  /// Otherwise the share falls: along the sloping part of the bound it can be exceeded at the
  /// part's end only, which is then looked at.
  private mutating func visit(_ count: Int, _ isThroughAlias: Bool) -> Bool {
    let before = visits
    visits += count
    if isThroughAlias { aliasVisits += count }
    let slopeEnd = 4_000_000
    if !isThroughAlias, before < slopeEnd, visits > slopeEnd, isOver(slopeEnd) { return true }
    return isOver(visits)
  }

  private func isOver(_ visits: Int) -> Bool {
    guard aliasVisits > Self.harmlessVisits, visits > 1000 else { return false }
    let share = Double(aliasVisits) / Double(visits)
    let slopeStart = 400_000
    let slopeLength = 3_600_000
    let allowed =
      visits <= slopeStart
      ? 0.99
      : visits >= slopeStart + slopeLength
        ? 0.10 : 0.99 - 0.89 * (Double(visits - slopeStart) / Double(slopeLength))
    return share > allowed
  }
}
