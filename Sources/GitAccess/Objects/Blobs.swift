internal import CLibGit2

extension Repository {
  /// Bytes of a blob, without reading it.
  public func size(of id: GitObjectID) throws(GitError) -> Int {
    var length = 0
    var type = GIT_OBJECT_INVALID
    var native = id.native
    let code = git_odb_read_header(&length, &type, store.pointer, &native)
    guard code == 0 else { throw objectError(code, id) }
    guard type == GIT_OBJECT_BLOB else { throw Self.wrongType(id, .blob) }
    return length
  }

  /// The bytes of a blob as git keeps them. In the order of the paths this is several times faster
  /// than in any other.
  ///
  /// - Parameter limit: a larger blob is not read but `limitExceeded`.
  public func read(_ id: GitObjectID, limit: Int? = nil) throws(GitError) -> [UInt8] {
    if let limit, try size(of: id) > limit {
      throw GitError(
        .limitExceeded(name: "file-bytes", limit: limit),
        "the blob \(id) is larger than \(limit) bytes")
    }
    return try content(of: id, .blob)
  }
}
