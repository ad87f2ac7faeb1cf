/// One selected file.
struct SelectedFile {
  /// Numbers of the agents that select it, ascending.
  var agents: [Int]
  /// Number in the run's verdicts.
  var verdict: Int?
}

/// The selected files by the numbers of their entries: a table, because each is asked for many times.
struct SelectedFiles: Sequence {
  /// By entry, one more than the number in `files`; 0 for what is not selected.
  private var numbers: [UInt32] = []
  private var files: [(entry: Int, file: SelectedFile)] = []
  private var isSorted = true

  var count: Int { files.count }

  /// In the order of the trees.
  var entries: [Int] {
    let entries = files.map(\.entry)
    return isSorted ? entries : entries.sorted()
  }

  func contains(_ entry: Int) -> Bool { number(entry) != nil }

  private func number(_ entry: Int) -> Int? {
    entry < numbers.count && numbers[entry] > 0 ? Int(numbers[entry]) - 1 : nil
  }

  subscript(entry: Int) -> SelectedFile? { number(entry).map { files[$0].file } }

  /// The number of a file's verdict, when there is one.
  func verdict(_ entry: Int) -> Int? { number(entry).flatMap { files[$0].file.verdict } }

  mutating func setVerdict(_ verdict: Int, of entry: Int) {
    if let number = number(entry) { files[number].file.verdict = verdict }
  }

  /// Selects a file, for an agent or for none.
  mutating func select(_ entry: Int, agent: Int?) {
    if let number = number(entry) {
      if let agent, files[number].file.agents.last != agent {
        files[number].file.agents.append(agent)
      }
      return
    }
    if entry >= numbers.count {
      numbers.append(
        contentsOf: repeatElement(0, count: Swift.max(entry + 1, numbers.count * 2) - numbers.count)
      )
    }
    if let last = files.last, last.entry > entry { isSorted = false }
    files.append((entry, SelectedFile(agents: agent.map { [$0] } ?? [])))
    numbers[entry] = UInt32(files.count)
  }

  /// Leaves only those in that satisfy a condition.
  mutating func keep(where condition: (Int) -> Bool) {
    let all = files
    self = SelectedFiles()
    for (entry, file) in all where condition(entry) {
      select(entry, agent: nil)
      files[files.count - 1].file = file
    }
  }

  /// In the order in which they were selected.
  func makeIterator() -> IndexingIterator<[(entry: Int, file: SelectedFile)]> {
    files.makeIterator()
  }
}
