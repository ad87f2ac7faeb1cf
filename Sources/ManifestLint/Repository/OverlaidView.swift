/// A tree in which one file has other content than it has in the store, or is added: what an editor
/// holds and has not saved.
public struct OverlaidView<Base: RepositoryView>: RepositoryView {
  public let listing: Listing
  private let base: Base
  private let content: [UInt8]
  /// The number of the file.
  private let place: Int
  private let isAdded: Bool

  public init(_ base: Base, path: [UInt8], content: [UInt8]) {
    self.base = base
    self.content = content
    let old = base.listing
    place = old.lowerBound(path)
    isAdded = old.index(of: path) == nil
    var arena = old.arena
    var entries = old.entries
    // No hash of git's: the file is equal to none of the store, or is judged once more.
    let id = ObjectID(sha256(content).prefix(20))
    if isAdded {
      entries.insert(
        Listing.Entry(
          pathStart: UInt32(arena.count), pathEnd: UInt32(arena.count + path.count), mode: .regular,
          id: id), at: place)
      arena += path
    } else {
      entries[place].id = id
      if !entries[place].mode.isFile { entries[place].mode = .regular }
    }
    listing = Listing(arena: arena, entries: entries)
  }

  private func number(in index: Int) -> Int { isAdded && index > place ? index - 1 : index }

  public func size(ofEntry index: Int) throws(RepositoryError) -> Int {
    index == place ? content.count : try base.size(ofEntry: number(in: index))
  }

  public func read(entry index: Int) throws(RepositoryError) -> [UInt8] {
    index == place ? content : try base.read(entry: number(in: index))
  }
}
