/// The selected files by the numbers of their entries: a table, because each is asked for many times.
struct SelectedFiles: Sequence {
  /// One file, in few bytes: there may be very many.
  private struct File {
    var entry: UInt32
    /// One more than the number in the run's verdicts; 0 when there is none.
    var verdict: UInt32 = 0
    /// The number of a set of agents.
    var agents: UInt32
  }

  /// A set of agents: those of another set, and one more.
  private struct AgentSet: Hashable {
    var others: UInt32
    var agent: UInt32
  }

  /// By entry, one more than the number in `files`; 0 for what is not selected.
  private var numbers: [UInt32] = []
  private var files: [File] = []
  private var isSorted = true
  /// By number, without the empty set, which has the number 0.
  private var sets: [AgentSet] = []
  private var setNumbers: [AgentSet: UInt32] = [:]

  var count: Int { files.count }

  /// In the order of the trees.
  var entries: [Int] {
    let entries = files.map { Int($0.entry) }
    return isSorted ? entries : entries.sorted()
  }

  func contains(_ entry: Int) -> Bool { number(entry) != nil }

  private func number(_ entry: Int) -> Int? {
    entry < numbers.count && numbers[entry] > 0 ? Int(numbers[entry]) - 1 : nil
  }

  /// The number of a file's verdict in the run's, when there is one.
  func verdict(_ entry: Int) -> Int? { number(entry).flatMap { verdict(of: files[$0]) } }

  private func verdict(of file: File) -> Int? { file.verdict > 0 ? Int(file.verdict) - 1 : nil }

  mutating func setVerdict(_ verdict: Int, of entry: Int) {
    if let number = number(entry) { files[number].verdict = UInt32(verdict + 1) }
  }

  /// Whether an agent selects the file.
  func hasAgents(_ entry: Int) -> Bool { number(entry).map { files[$0].agents > 0 } ?? false }

  /// Numbers of the agents that select a file, ascending.
  func agents(of entry: Int) -> [Int] {
    var agents: [Int] = []
    var set = number(entry).map { files[$0].agents } ?? 0
    while set > 0 {
      agents.append(Int(sets[Int(set) - 1].agent))
      set = sets[Int(set) - 1].others
    }
    return agents.reversed()
  }

  private mutating func set(_ others: UInt32, with agent: Int) -> UInt32 {
    if others > 0, sets[Int(others) - 1].agent == agent { return others }
    let set = AgentSet(others: others, agent: UInt32(agent))
    // Files that follow each other are mostly selected by the same agents.
    if sets.last == set { return UInt32(sets.count) }
    if let known = setNumbers[set] { return known }
    sets.append(set)
    setNumbers[set] = UInt32(sets.count)
    return UInt32(sets.count)
  }

  /// Selects a file, for an agent or for none.
  mutating func select(_ entry: Int, agent: Int?) {
    if let number = number(entry) {
      if let agent { files[number].agents = set(files[number].agents, with: agent) }
      return
    }
    if entry >= numbers.count {
      numbers.append(
        contentsOf: repeatElement(0, count: Swift.max(entry + 1, numbers.count * 2) - numbers.count)
      )
    }
    if let last = files.last, last.entry > entry { isSorted = false }
    files.append(File(entry: UInt32(entry), agents: agent.map { set(0, with: $0) } ?? 0))
    numbers[entry] = UInt32(files.count)
  }

  /// Leaves only those in that satisfy a condition.
  mutating func keep(where condition: (Int) -> Bool) {
    let all = files
    files = []
    numbers = []
    isSorted = true
    for file in all where condition(Int(file.entry)) {
      select(Int(file.entry), agent: nil)
      files[files.count - 1] = file
    }
  }

  /// In the order in which they were selected.
  func makeIterator() -> some IteratorProtocol<(entry: Int, verdict: Int?)> {
    files.lazy.map { (entry: Int($0.entry), verdict: verdict(of: $0)) }.makeIterator()
  }
}
