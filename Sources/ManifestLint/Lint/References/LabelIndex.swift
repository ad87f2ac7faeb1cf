import Kubernetes

/// Which workloads' pods have a label: hashes, because most are never asked for.
struct LabelIndex {
  private var entries: [(hash: UInt32, workload: UInt32)] = []

  mutating func add(key: String, value: String, workload: Int) {
    guard workload >= 0 else { return }
    entries.append((Self.hash(key, value), UInt32(workload)))
    entries.append((Self.hash(key, nil), UInt32(workload)))
  }

  mutating func sort() { entries.sort { $0 < $1 } }

  /// Numbers of all workloads that may have the label, and perhaps of some that have not.
  func workloads(key: String, value: String?) -> some RandomAccessCollection<Int> {
    let hash = Self.hash(key, value)
    let start = firstIndex { $0 >= hash }
    let end = firstIndex { $0 > hash }
    return entries[start..<end].lazy.map { Int($0.workload) }
  }

  private func firstIndex(where isBehind: (UInt32) -> Bool) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(entries[middle].hash) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func hash(_ key: String, _ value: String?) -> UInt32 {
    ObjectFact.textHash(value.map { Array(key.utf8) + [0] + Array($0.utf8) } ?? Array(key.utf8))
  }
}
