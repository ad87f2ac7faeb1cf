/// Which verdict files of some content have: equal blobs are judged once.
struct ContentTable {
  /// By the number of a verdict, the first entry that has it.
  private var entries: [UInt32] = []
  private var slots = HashSlots()
  private let secret = ByteWords.secret

  private func hash(_ entry: Int, _ trees: Trees) -> UInt64 {
    let words = trees.content(entry).id.words
    // An id is a hash, but perhaps one that somebody looked for.
    return ByteWords.mix(
      ByteWords.mix(words.0 ^ secret, words.1 | 1) ^ UInt64(words.2), secret)
  }

  /// The verdict on the content of a file, when there is one.
  func find(_ entry: Int, _ trees: Trees) -> Int? {
    slots.find(hash(entry, trees)) { trees.content(Int(entries[$0])) == trees.content(entry) }
  }

  /// To be called once for every verdict, in the order of their numbers.
  mutating func add(_ entry: Int, _ trees: Trees) {
    entries.append(UInt32(entry))
    slots.insert(hash(entry, trees))
  }
}
