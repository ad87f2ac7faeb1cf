/// The anchors of one document by name.
struct AnchorTable {
  /// By the name's hash, the newest entry.
  private var newest: [Int: Int] = [:]
  private var entries: [Entry] = []

  private struct Entry {
    var name: SourceRange
    var node: UInt32
    /// The entry before it with the same hash.
    var previous: Int?
  }

  mutating func removeAll() {
    guard !entries.isEmpty else { return }
    newest.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }

  /// A later anchor of the same name takes its place.
  mutating func insert(_ name: SourceRange, _ node: UInt32, _ source: Span<UInt8>) {
    let hash = Self.hash(name, source)
    var current = newest[hash]
    while let index = current {
      if Self.equal(entries[index].name, name, source) {
        entries[index].node = node
        return
      }
      current = entries[index].previous
    }
    entries.append(Entry(name: name, node: node, previous: newest[hash]))
    newest[hash] = entries.count - 1
  }

  func node(_ name: SourceRange, _ source: Span<UInt8>) -> UInt32? {
    var current = newest[Self.hash(name, source)]
    while let index = current {
      if Self.equal(entries[index].name, name, source) { return entries[index].node }
      current = entries[index].previous
    }
    return nil
  }

  private static func hash(_ name: SourceRange, _ source: Span<UInt8>) -> Int {
    var hasher = Hasher()
    for offset in name.bytes { hasher.combine(source[offset]) }
    return hasher.finalize()
  }

  private static func equal(
    _ left: SourceRange, _ right: SourceRange, _ source: Span<UInt8>
  ) -> Bool {
    guard left.bytes.count == right.bytes.count else { return false }
    for offset in 0..<left.bytes.count
    where source[Int(left.start) + offset] != source[Int(right.start) + offset] {
      return false
    }
    return true
  }
}
