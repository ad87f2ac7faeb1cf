/// The directories of a listing, so that globs walk it as a tree and leave out whole subtrees.
public struct ListingIndex: Sendable {
  struct Directory: Sendable {
    /// Number of the directory that it is in; the root's is 0, itself.
    var parent: Int32
    /// 0 for the root.
    var depth: Int32
    /// Where its path and its own name stand in the arena.
    var path: Range<UInt32>
    var nameStart: UInt32
    /// The numbers of all entries below it.
    var entries: Range<Int>
    /// Whether its name, or that of a directory that it is in, begins with a dot.
    var isHidden: Bool
  }

  public let listing: Listing
  /// In tree order, the root first.
  let directories: [Directory]
  /// By entry: the directory that it is in.
  let directoryOf: [Int32]
  /// By entry: where in the arena its name begins.
  private let nameStarts: [UInt32]
  /// By entry, and one more: how many entries before it are no submodules.
  private let blobsBefore: [Int32]

  /// The same directories and entries with ASCII letters in lower case. Good for walking, not for
  /// looking paths up: the entries stay in the order of their true names.
  func lowercased() -> ListingIndex {
    ListingIndex(
      listing: Listing(arena: listing.arena.map(\.lowercased), entries: listing.entries),
      directories: directories, directoryOf: directoryOf, nameStarts: nameStarts,
      blobsBefore: blobsBefore)
  }

  private init(
    listing: Listing, directories: [Directory], directoryOf: [Int32], nameStarts: [UInt32],
    blobsBefore: [Int32]
  ) {
    self.listing = listing
    self.directories = directories
    self.directoryOf = directoryOf
    self.nameStarts = nameStarts
    self.blobsBefore = blobsBefore
  }

  public init(_ listing: Listing) {
    self.listing = listing
    let arena = listing.arena
    var directories = [
      Directory(
        parent: 0, depth: 0, path: 0..<0, nameStart: 0, entries: 0..<listing.count,
        isHidden: false)
    ]
    var directoryOf: [Int32] = []
    directoryOf.reserveCapacity(listing.count)
    var nameStarts: [UInt32] = []
    nameStarts.reserveCapacity(listing.count)
    var blobsBefore: [Int32] = [0]
    blobsBefore.reserveCapacity(listing.count + 1)
    var open: [Int] = [0]
    var before = arena[0..<0]

    for number in 0..<listing.count {
      let path = listing.path(number)
      var common = 0
      let shorter = min(path.count, before.count)
      while common < shorter,
        arena[path.startIndex + common] == arena[before.startIndex + common]
      {
        common += 1
      }
      while let last = open.last, last != 0, directories[last].path.count >= common {
        directories[last].entries = directories[last].entries.lowerBound..<number
        open.removeLast()
      }
      let outer = directories[open[open.count - 1]].path.count
      var nameStart = path.startIndex + (outer == 0 ? 0 : outer + 1)
      for position in nameStart..<path.endIndex where arena[position] == .slash {
        let parent = open[open.count - 1]
        open.append(directories.count)
        directories.append(
          Directory(
            parent: Int32(parent), depth: directories[parent].depth + 1,
            path: UInt32(path.startIndex)..<UInt32(position), nameStart: UInt32(nameStart),
            entries: number..<listing.count,
            isHidden: directories[parent].isHidden || arena[nameStart] == .dot))
        nameStart = position + 1
      }
      directoryOf.append(Int32(open[open.count - 1]))
      nameStarts.append(UInt32(nameStart))
      blobsBefore.append(
        blobsBefore[number] + (listing.entries[number].mode == .submodule ? 0 : 1))
      before = path
    }
    self.directories = directories
    self.directoryOf = directoryOf
    self.nameStarts = nameStarts
    self.blobsBefore = blobsBefore
  }

  /// How many of some entries are files or links: submodules are no blobs.
  func blobCount(_ entries: Range<Int>) -> Int {
    Int(blobsBefore[entries.upperBound] - blobsBefore[entries.lowerBound])
  }

  /// The number of the directory with exactly this path; the empty path is the root.
  func directory(at path: ArraySlice<UInt8>) -> Int? {
    guard !path.isEmpty else { return 0 }
    let below = Array(path) + [.slash]
    let entry = listing.lowerBound(below)
    guard entry < listing.count, listing.path(entry).starts(with: below) else { return nil }
    var number = Int(directoryOf[entry])
    while directories[number].path.count > path.count { number = Int(directories[number].parent) }
    return number
  }

  /// Whether it is in a directory whose name begins with a dot.
  func isHidden(_ entry: Int) -> Bool { directories[Int(directoryOf[entry])].isHidden }

  func path(ofDirectory number: Int) -> ArraySlice<UInt8> {
    let path = directories[number].path
    return listing.arena[Int(path.lowerBound)..<Int(path.upperBound)]
  }

  func name(ofDirectory number: Int) -> ArraySlice<UInt8> {
    let directory = directories[number]
    return listing.arena[Int(directory.nameStart)..<Int(directory.path.upperBound)]
  }

  /// Where in the arena the name of an entry is.
  func nameRange(ofEntry number: Int) -> Range<Int> {
    Int(nameStarts[number])..<Int(listing.entries[number].pathEnd)
  }

  /// The first entry from `entry` on that is directly in a directory; the end of its entries when
  /// there is none. `entry` must be below the directory or at its end.
  func entry(from entry: Int, directlyIn number: Int) -> Int {
    var entry = entry
    let end = directories[number].entries.upperBound
    while entry < end {
      var inner = Int(directoryOf[entry])
      if inner == number { return entry }
      while Int(directories[inner].parent) != number { inner = Int(directories[inner].parent) }
      entry = directories[inner].entries.upperBound
    }
    return end
  }
}

extension UInt8 {
  /// ASCII capitals as small letters, all else as it is.
  var lowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
