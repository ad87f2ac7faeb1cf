/// A repository in memory: for the examples of rules, for tests and for fuzzers.
public struct MemoryTree: RepositoryView {
  public let listing: Listing
  private let contents: [[UInt8]]

  public struct File: Sendable {
    public var path: [UInt8]
    public var mode: FileMode
    public var content: [UInt8]

    public init(_ path: String, _ content: String, mode: FileMode = .regular) {
      self.init(path: Array(path.utf8), content: Array(content.utf8), mode: mode)
    }

    public init(path: [UInt8], content: [UInt8], mode: FileMode = .regular) {
      self.path = path
      self.mode = mode
      self.content = content
    }
  }

  /// The id of each file is its number: no hash is computed.
  public init(_ files: [File]) {
    let sorted = files.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    var arena: [UInt8] = []
    var entries: [Listing.Entry] = []
    for (number, file) in sorted.enumerated() {
      var id = [UInt8](repeating: 0, count: 20)
      id[16] = UInt8(truncatingIfNeeded: number >> 24)
      id[17] = UInt8(truncatingIfNeeded: number >> 16)
      id[18] = UInt8(truncatingIfNeeded: number >> 8)
      id[19] = UInt8(truncatingIfNeeded: number)
      entries.append(
        Listing.Entry(
          pathStart: UInt32(arena.count), pathEnd: UInt32(arena.count + file.path.count),
          mode: file.mode, id: ObjectID(id)))
      arena += file.path
    }
    listing = Listing(arena: arena, entries: entries)
    contents = sorted.map(\.content)
  }

  public func size(ofEntry index: Int) throws(RepositoryError) -> Int { contents[index].count }
  public func read(entry index: Int) throws(RepositoryError) -> [UInt8] { contents[index] }
}
