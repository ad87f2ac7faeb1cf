/// The anchors of one document by name.
struct AnchorTable {
  private var entries: [Entry] = []
  /// By the name's hash, the newest entry; empty while they are so few that each is looked at.
  private var newest: [Int: Int] = [:]
  private static let fewest = 16

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
    if let index = index(of: name, source) {
      entries[index].node = node
      return
    }
    entries.append(Entry(name: name, node: node))
    if entries.count == Self.fewest {
      for index in entries.indices { enter(index, source) }
    } else if entries.count > Self.fewest {
      enter(entries.count - 1, source)
    }
  }

  func node(_ name: SourceRange, _ source: Span<UInt8>) -> UInt32? {
    index(of: name, source).map { entries[$0].node }
  }

  private func index(of name: SourceRange, _ source: Span<UInt8>) -> Int? {
    guard entries.count >= Self.fewest else {
      for index in entries.indices where Self.equal(entries[index].name, name, source) {
        return index
      }
      return nil
    }
    var current = newest[Self.hash(name, source)]
    while let index = current {
      if Self.equal(entries[index].name, name, source) { return index }
      current = entries[index].previous
    }
    return nil
  }

  private mutating func enter(_ index: Int, _ source: Span<UInt8>) {
    let hash = Self.hash(entries[index].name, source)
    entries[index].previous = newest[hash]
    newest[hash] = index
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
