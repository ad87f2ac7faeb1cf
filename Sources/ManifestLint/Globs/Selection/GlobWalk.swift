/// Matches the entries of a listing, in order, against one glob: what the directories of a path come
/// to is worked out once for all that is in them.
struct GlobWalk {
  enum Verdict: Equatable {
    case match
    case mismatch
    case malformed
    /// Neither this entry nor any before the one named can match or bring up an error.
    case nothing(before: Int)
  }

  private struct Level {
    var directory: Int
    /// The starts that an entry of the directory may go on from: their places in `alive`.
    var alive: Range<Int>
    /// The components alone do not decide: a syntax error came up, and which alternative is tried
    /// first counts; or a directory's name ends in `\`, which hides the `/` behind it.
    var needsWholePath: Bool

    var isDead: Bool { alive.isEmpty && !needsWholePath }
  }

  private let index: ListingIndex
  private var matcher: GlobMatcher
  private var levels: [Level] = []
  private var alive: [Int] = []
  /// By start: the last list of starts that took it in.
  private var takenIn: [Int]
  private var listNumber = 0

  init(_ matcher: GlobMatcher, _ index: ListingIndex) {
    self.matcher = matcher
    self.index = index
    takenIn = [Int](repeating: -1, count: matcher.program.starts.count)
    add(0)
    levels = [Level(directory: 0, alive: 0..<alive.count, needsWholePath: false)]
  }

  /// Whether matching was given up for taking too long.
  var isExhausted: Bool { matcher.scratch.isExhausted }

  /// The verdict on one entry. Entries must be asked for in ascending order to be quick.
  mutating func verdict(_ entry: Int) -> Verdict {
    let directory = Int(index.directoryOf[entry])
    if levels[levels.count - 1].directory != directory { enter(directory) }
    let level = levels[levels.count - 1]
    if level.isDead {
      return .nothing(before: index.directories[level.directory].entries.upperBound)
    }
    if level.needsWholePath { return wholePath(entry) }

    let arena = index.listing.arena
    let name = index.nameRange(ofEntry: entry)
    var isMatch = false
    for place in level.alive {
      switch matcher.program.starts[alive[place]] {
      case .anyComponents(let then): if then == nil { isMatch = true }
      case .component(let component):
        switch matcher.scratch.match(component, arena.span.extracting(name)) {
        case .finished: isMatch = true
        case .malformed: return wholePath(entry)
        default: break
        }
      }
    }
    return isMatch ? .match : .mismatch
  }

  private mutating func wholePath(_ entry: Int) -> Verdict {
    do throws(GlobSyntaxError) {
      return try matcher.matches(index.listing.path(entry)) ? .match : .mismatch
    } catch {
      return .malformed
    }
  }

  /// Makes the levels those of the directory, or of the outermost directory on the way to it in
  /// which nothing can match.
  private mutating func enter(_ directory: Int) {
    var way: [Int] = []
    var common = directory
    while true {
      let depth = Int(index.directories[common].depth)
      if depth < levels.count, levels[depth].directory == common { break }
      way.append(common)
      common = Int(index.directories[common].parent)
    }
    levels.removeSubrange((Int(index.directories[common].depth) + 1)...)
    alive.removeSubrange(levels[levels.count - 1].alive.upperBound...)
    for next in way.reversed() {
      guard !levels[levels.count - 1].isDead else { return }
      descend(into: next)
    }
  }

  private mutating func descend(into directory: Int) {
    let level = levels[levels.count - 1]
    let name = index.name(ofDirectory: directory)
    let first = alive.count
    listNumber += 1
    var needsWholePath = level.needsWholePath || name.last == .backslash
    for place in level.alive where !needsWholePath {
      let start = alive[place]
      switch matcher.program.starts[start] {
      case .anyComponents: add(start)
      case .component(let component):
        let outcome = matcher.scratch.match(component, name.span)
        if outcome == .malformed { needsWholePath = true }
        var next: [Int] = []
        matcher.scratch.starts(outcome) { next.append($0) }
        for start in next { add(start) }
      }
    }
    levels.append(
      Level(directory: directory, alive: first..<alive.count, needsWholePath: needsWholePath))
  }

  /// Adds a start, and those that `**` reaches by standing for no component.
  private mutating func add(_ start: Int) {
    var start = start
    while takenIn[start] != listNumber {
      takenIn[start] = listNumber
      alive.append(start)
      guard case .anyComponents(then: let then?) = matcher.program.starts[start] else { return }
      start = then
    }
  }
}
