/// The entries of one tree object, in its own order: the mode in octal digits, a space, the name, a zero
/// byte, the 20 bytes of the id.
struct TreeEntries {
  struct Entry {
    /// As it is written, with all its bits.
    var mode: UInt32
    var name: ArraySlice<UInt8>
    var id: GitObjectID
  }

  struct Malformed: Error {}

  private let content: [UInt8]
  private var offset = 0

  init(_ content: [UInt8]) { self.content = content }

  /// - Throws: `Malformed` where git too would not go on.
  mutating func next() throws(Malformed) -> Entry? {
    guard offset < content.count else { return nil }
    var mode: UInt32 = 0
    let start = offset
    while offset < content.count, content[offset] &- 0x30 < 8 {
      mode = mode << 3 | UInt32(content[offset] &- 0x30)
      guard mode <= 0xFFFF else { throw Malformed() }
      offset += 1
    }
    guard offset > start, offset < content.count, content[offset] == 0x20 else {
      throw Malformed()
    }
    let name = offset + 1
    guard let end = content[name...].firstIndex(of: 0), end > name, content.count - end > 20 else {
      throw Malformed()
    }
    offset = end + 21
    return Entry(
      mode: mode, name: content[name..<end], id: GitObjectID(bytes: content[(end + 1)..<offset]))
  }
}
