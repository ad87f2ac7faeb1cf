internal import Synchronization

/// Verdicts on files that several trees of one push have in common, so that each is judged once. Of
/// use only between runs with the same options.
public final class VerdictStore: Sendable {
  private struct Key: Hashable {
    /// What a file is said to be depends on its name too.
    var path: [UInt8]
    var id: ObjectID
  }

  private let verdicts = Mutex<[Key: KeptVerdict]>([:])

  public init() {}

  subscript(path: [UInt8], id: ObjectID) -> KeptVerdict? {
    get { verdicts.withLock { $0[Key(path: path, id: id)] } }
    set { verdicts.withLock { $0[Key(path: path, id: id)] = newValue } }
  }
}
