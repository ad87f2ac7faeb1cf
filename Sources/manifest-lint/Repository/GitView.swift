internal import GitAccess
internal import ManifestLint
internal import YAML

/// Joins a repository that libgit2 reads to what the lint sees of one.
final class GitView: RepositoryView {
  let listing: Listing
  private let repository: Repository
  /// Whether the bytes come from disk and not from the object store.
  private let isWorkTree: Bool

  init(_ repository: consuming Repository, _ listing: TreeListing, isWorkTree: Bool = false) {
    self.repository = repository
    self.isWorkTree = isWorkTree
    self.listing = Listing(listing)
  }

  var identifiesContent: Bool { !isWorkTree }

  private func identifier(_ index: Int) -> GitObjectID {
    GitObjectID(words: listing.entries[index].id.words)
  }

  func size(ofEntry index: Int) throws(RepositoryError) -> Int {
    do {
      return isWorkTree
        ? try repository.sizeInWorkTree(listing.path(index))
        : try repository.size(of: identifier(index))
    } catch {
      throw RepositoryError(failure(index, error))
    }
  }

  func read(entry index: Int) throws(RepositoryError) -> [UInt8] {
    do {
      return isWorkTree
        ? try repository.readWorkTree(listing.path(index), as: identifier(index))
        : try repository.read(identifier(index))
    } catch {
      throw RepositoryError(failure(index, error))
    }
  }

  private func failure(_ index: Int, _ error: GitError) -> Message {
    isWorkTree ? "\(error.message)" : "'\(printable(listing.path(index)))': \(error.message)"
  }
}

extension Listing {
  init(_ listing: TreeListing) {
    self.init(
      arena: listing.arena,
      entries: listing.entries.map { entry in
        Listing.Entry(
          pathStart: entry.pathStart, pathEnd: entry.pathEnd,
          mode: FileMode(rawValue: entry.mode.rawValue) ?? .regular,
          id: ObjectID(words: entry.id.words))
      })
  }
}
