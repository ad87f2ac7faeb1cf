public import YAML

/// All that the lint sees of a repository: one tree. The program joins it to libgit2, tests and
/// fuzzers to a tree in memory.
///
/// One view is used by one thread at a time.
public protocol RepositoryView {
  /// The entries of the tree. The same value on every call.
  var listing: Listing { get }

  /// Whether equal ids mean equal bytes beyond this view: those of a repository do, numbers that
  /// stand for files do not.
  var identifiesContent: Bool { get }

  /// Bytes in a blob, without reading it where the store allows.
  func size(ofEntry index: Int) throws(RepositoryError) -> Int

  /// The bytes of a blob, as git keeps them: no filter is applied.
  func read(entry index: Int) throws(RepositoryError) -> [UInt8]
}

extension RepositoryView {
  public var identifiesContent: Bool { false }
}

/// A fault of the check itself: never a finding, always exit status 3.
public struct RepositoryError: Error, Sendable {
  /// One sentence: what was tried, what failed, what to do.
  public var message: Message

  public init(_ message: Message) { self.message = message }
}
