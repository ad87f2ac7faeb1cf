internal import Glibc

/// What an entry of a tree is, from its git mode.
public enum EntryMode: UInt32, Sendable {
  case regular = 0o100644
  case executable = 0o100755
  case symlink = 0o120000
  /// A submodule: the id is a commit of another repository.
  case submodule = 0o160000

  public var isFile: Bool { self == .regular || self == .executable }

  /// As git takes a mode that it reads from a tree or an index: old and odd permission bits count as
  /// one of the two that there are, and what is no file, link or directory is a submodule. Nil for a
  /// directory.
  init?(raw mode: UInt32) {
    switch mode & 0o170000 {
    case 0o040000: return nil
    case 0o100000: self = mode & 0o100 != 0 ? .executable : .regular
    case 0o120000: self = .symlink
    default: self = .submodule
    }
  }
}

/// Every entry of one tree that is no directory: immutable, sorted bytewise by the whole path, each
/// path once.
///
/// Paths are bytes: they need not be UTF-8, and in a hostile tree they may be anything (`..`, control
/// characters). They are labels, never names of files to open. They lie one after another in one
/// arena.
public struct TreeListing: Sendable {
  public struct Entry: Sendable, Equatable {
    public var pathStart: UInt32
    public var pathEnd: UInt32
    public var mode: EntryMode
    public var id: GitObjectID
  }

  public let arena: [UInt8]
  public let entries: [Entry]

  public var count: Int { entries.count }

  /// The path of an entry, relative to the root of the tree, `/` between components.
  public func path(_ index: Int) -> ArraySlice<UInt8> {
    arena[Int(entries[index].pathStart)..<Int(entries[index].pathEnd)]
  }

  /// The number of the first entry whose path is not less than `path`.
  public func lowerBound(_ path: some Collection<UInt8>) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      let isLess = self.path(middle).lexicographicallyPrecedes(path)
      if isLess { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The entry with exactly this path.
  public func index(of path: some Collection<UInt8>) -> Int? {
    let index = lowerBound(path)
    return index < count && self.path(index).elementsEqual(path) ? index : nil
  }
}

/// Collects the entries of a listing within the limits, and brings them into order.
struct ListingBuilder {
  private var arena: [UInt8] = []
  private var entries: [TreeListing.Entry] = []
  private let limits: SnapshotLimits
  private var isSorted = true

  init(limits: SnapshotLimits) { self.limits = limits }

  mutating func append(
    prefix: [UInt8], name text: UnsafePointer<CChar>, mode: EntryMode, id: GitObjectID
  ) throws(GitError) {
    let name = UnsafeRawBufferPointer(start: text, count: strlen(text))
    try append(prefix: prefix, name: name, mode: mode, id: id)
  }

  mutating func append(
    prefix: [UInt8], name: some RandomAccessCollection<UInt8>, mode: EntryMode, id: GitObjectID
  ) throws(GitError) {
    let start = arena.count
    let length = prefix.count + name.count
    if entries.count >= limits.entries { throw limits.exceeded("entries", limits.entries) }
    if length > limits.pathBytes - start { throw limits.exceeded("path-bytes", limits.pathBytes) }
    arena.append(contentsOf: prefix)
    arena.append(contentsOf: name)
    if isSorted, let last = entries.last {
      isSorted = Self.precedes(arena, last, start, start + length)
    }
    entries.append(
      TreeListing.Entry(
        pathStart: UInt32(start), pathEnd: UInt32(start + length), mode: mode, id: id))
  }

  private static func precedes(
    _ arena: [UInt8], _ left: TreeListing.Entry, _ start: Int, _ end: Int
  ) -> Bool {
    arena.withUnsafeBufferPointer { arena in
      arena[Int(left.pathStart)..<Int(left.pathEnd)].lexicographicallyPrecedes(arena[start..<end])
    }
  }

  /// - Throws: `damagedObject` when a path is there twice, as only a forged tree has it.
  consuming func finish() throws(GitError) -> TreeListing {
    if !isSorted {
      let arena = arena
      entries.sort {
        Self.precedes(arena, $0, Int($1.pathStart), Int($1.pathEnd))
      }
      for (left, right) in zip(entries, entries.dropFirst())
      where !Self.precedes(arena, left, Int(right.pathStart), Int(right.pathEnd)) {
        let path = printable(arena[Int(left.pathStart)..<Int(left.pathEnd)])
        throw GitError(
          .damagedObject, "a tree holds the path '\(path)' twice; run `git fsck` to find it")
      }
    }
    return TreeListing(arena: arena, entries: entries)
  }
}

/// How much of a tree is taken. More is an error that names the limit.
public struct SnapshotLimits: Sendable {
  /// Entries of one snapshot.
  public var entries = 1_000_000
  /// Directories within each other.
  public var depth = 1_000
  /// Bytes of all paths of one snapshot together.
  public var pathBytes = 256 << 20
  /// Seconds that `git write-tree` may take, where it is needed.
  public var writeTreeSeconds = 10

  public init() {}

  func exceeded(_ name: String, _ limit: Int) -> GitError {
    GitError(
      .limitExceeded(name: name, limit: limit),
      "the tree is larger than the limit \(name) = \(limit); raise it with `--limit \(name)=N`")
  }
}
