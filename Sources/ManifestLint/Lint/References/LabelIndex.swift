/// Which workloads' pods have a label: hashes, because most are never asked for.
struct LabelIndex {
  /// The hash above the number of the workload.
  private var entries: [UInt64] = []

  mutating func add(_ hash: UInt64, workload: Int) {
    entries.append(hash << 32 | UInt64(UInt32(workload)))
  }

  mutating func sort() { entries.sort() }

  /// How many workloads may have a label.
  func count(_ hash: UInt64) -> Int { range(hash).count }

  /// Numbers of all workloads that may have the label, and perhaps of some that have not.
  func workloads(_ hash: UInt64) -> some RandomAccessCollection<Int> {
    entries[range(hash)].lazy.map { Int(UInt32(truncatingIfNeeded: $0)) }
  }

  private func range(_ hash: UInt64) -> Range<Int> {
    let (first, last) = (hash << 32, hash << 32 | 0xFFFF_FFFF)
    let start = firstIndex(from: 0) { $0 >= first }
    return start..<firstIndex(from: start) { $0 > last }
  }

  private func firstIndex(from start: Int, where isBehind: (UInt64) -> Bool) -> Int {
    var (low, high) = (start, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(entries[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
