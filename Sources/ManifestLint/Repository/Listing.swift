/// The name of an object in git's store: 20 bytes (SHA-1).
public struct ObjectID: Hashable, Sendable, Comparable, CustomStringConvertible {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt32

  /// - Precondition: 20 bytes.
  public init(_ bytes: some Collection<UInt8>) {
    precondition(bytes.count == 20)
    var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 0..<8: words.0 = words.0 << 8 | UInt64(byte)
      case 8..<16: words.1 = words.1 << 8 | UInt64(byte)
      default: words.2 = words.2 << 8 | UInt32(byte)
      }
    }
    (first, second, third) = words
  }

  public init(words: (UInt64, UInt64, UInt32)) {
    (first, second, third) = words
  }

  /// The 20 bytes as three big-endian words.
  public var words: (UInt64, UInt64, UInt32) { (first, second, third) }

  public static let zero = ObjectID([UInt8](repeating: 0, count: 20))

  public var bytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: first >> (56 - 8 * $0)) }
      + (0..<8).map { UInt8(truncatingIfNeeded: second >> (56 - 8 * $0)) }
      + (0..<4).map { UInt8(truncatingIfNeeded: third >> (24 - 8 * $0)) }
  }

  /// 40 lower-case hexadecimal digits.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  public static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.first, left.second, left.third) < (right.first, right.second, right.third)
  }
}

/// What a tree entry is, from its git mode.
public enum FileMode: UInt32, Sendable {
  case regular = 0o100644
  case executable = 0o100755
  case symlink = 0o120000
  /// A submodule: the id is a commit of another repository.
  case submodule = 0o160000

  public var isFile: Bool { self == .regular || self == .executable }
}

/// Every entry of one tree that is no directory: an immutable listing, sorted as git sorts (bytewise
/// by the whole path, which for full paths equals tree order).
///
/// Paths are bytes: they need not be UTF-8. They lie one after another in one arena.
public struct Listing: Sendable {
  public struct Entry: Sendable {
    public var pathStart: UInt32
    public var pathEnd: UInt32
    public var mode: FileMode
    public var id: ObjectID

    public init(pathStart: UInt32, pathEnd: UInt32, mode: FileMode, id: ObjectID) {
      self.pathStart = pathStart
      self.pathEnd = pathEnd
      self.mode = mode
      self.id = id
    }
  }

  public let arena: [UInt8]
  public let entries: [Entry]

  /// - Precondition: the entries are sorted by path and lie within the arena.
  public init(arena: [UInt8], entries: [Entry]) {
    self.arena = arena
    self.entries = entries
  }

  public var count: Int { entries.count }

  /// The path of entry number `index`, relative to the repository's root, `/` between components.
  public func path(_ index: Int) -> ArraySlice<UInt8> {
    arena[Int(entries[index].pathStart)..<Int(entries[index].pathEnd)]
  }

  /// The number of the first entry whose path is not less than `path`.
  public func lowerBound(_ path: some Collection<UInt8>) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if self.path(middle).lexicographicallyPrecedes(path) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// The entry with exactly this path.
  public func index(of path: some Collection<UInt8>) -> Int? {
    let index = lowerBound(path)
    return index < count && self.path(index).elementsEqual(path) ? index : nil
  }
}
