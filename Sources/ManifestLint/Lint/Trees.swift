/// Where manifest projects lie that are not in the checked tree: another branch, tag or commit of
/// this repository, or a clone of another project.
public protocol ManifestSource {
  /// The tree of a manifest project, and how its paths are to be shown.
  ///
  /// - Parameters:
  ///   - project: the id as written; nil for the checked repository itself.
  ///   - reference: nil for the default branch.
  /// - Returns: nil when nothing is at hand.
  func tree(
    ofProject project: String?, reference: ManifestProject.GitReference?
  ) throws(RepositoryError) -> (view: any RepositoryView, label: [UInt8])?
}

/// The checked tree, and behind it those of other manifest sources. Entries are numbered through: the
/// checked tree's first, as in its own listing.
struct Trees {
  private final class Part {
    let view: any RepositoryView
    let listing: Listing
    /// What stands before each path of it.
    let label: [UInt8]
    let start: Int
    let sizes: Sizes

    init(view: any RepositoryView, label: [UInt8], start: Int) {
      self.view = view
      listing = view.listing
      self.label = label
      self.start = start
      sizes = Sizes(count: view.listing.count)
    }
  }

  /// Sizes that have been asked for: the globs want them, and the reading again.
  private final class Sizes {
    /// By entry; -1 where nobody asked yet.
    var known: [Int]

    init(count: Int) { known = Array(repeating: -1, count: count) }
  }

  private var parts: [Part]
  private let cache: VerdictCache?

  init(_ view: any RepositoryView, cache: VerdictCache? = nil) {
    parts = [Part(view: view, label: [], start: 0)]
    self.cache = cache
  }

  /// The listing of the checked tree.
  var checked: Listing { parts[0].listing }

  /// Takes another tree in; the number of its first entry.
  mutating func add(_ view: any RepositoryView, label: [UInt8]) -> Int {
    if let known = parts.dropFirst().first(where: { $0.label == label }) { return known.start }
    let last = parts[parts.count - 1]
    let start = last.start + last.listing.count
    parts.append(Part(view: view, label: label, start: start))
    return start
  }

  private func part(of entry: Int) -> Part {
    var number = parts.count - 1
    while parts[number].start > entry { number -= 1 }
    return parts[number]
  }

  func path(_ entry: Int) -> [UInt8] {
    let part = part(of: entry)
    return part.label + part.listing.path(entry - part.start)
  }

  /// The listing that has an entry, and the entry's number in it.
  func place(_ entry: Int) -> (listing: Listing, entry: Int) {
    let part = part(of: entry)
    return (part.listing, entry - part.start)
  }

  /// Equal for entries whose bytes are equal. Ids are compared within one tree only: those of trees
  /// that are no repositories are mere numbers.
  func content(_ entry: Int) -> (tree: Int, id: ObjectID) {
    let part = part(of: entry)
    return (part.start, part.listing.entries[entry - part.start].id)
  }

  /// The id of an entry, where it stands for the same bytes in every run.
  func lastingID(_ entry: Int) -> ObjectID? {
    let part = part(of: entry)
    return part.view.identifiesContent ? part.listing.entries[entry - part.start].id : nil
  }

  func size(_ entry: Int) throws(RepositoryError) -> Int {
    let part = part(of: entry)
    let number = entry - part.start
    if part.sizes.known[number] >= 0 { return part.sizes.known[number] }
    var size = cache.flatMap { cache in lastingID(entry).flatMap { cache.size(of: $0) } }
    if size == nil { size = try part.view.size(ofEntry: number) }
    part.sizes.known[number] = size ?? 0
    return size ?? 0
  }

  func read(_ entry: Int) throws(RepositoryError) -> [UInt8] {
    let part = part(of: entry)
    return try part.view.read(entry: entry - part.start)
  }
}
