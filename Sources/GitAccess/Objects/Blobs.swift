internal import CLibGit2
internal import CObjectHash

extension Repository {
  /// Bytes of a blob, without reading it.
  public func size(of id: GitObjectID) throws(GitError) -> Int {
    var length = 0
    var type = GIT_OBJECT_INVALID
    var native = id.native
    let code = git_odb_read_header(&length, &type, store.pointer, &native)
    guard code == 0 else { throw objectError(code, id) }
    guard type == GIT_OBJECT_BLOB else { throw Self.noBlob(id) }
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
    if Self.hasHashInstructions, let content = readDirectly(id) { return content }
    var object: OpaquePointer?
    var native = id.native
    let code = git_odb_read(&object, store.pointer, &native)
    guard code == 0, let object else { throw objectError(code, id) }
    defer { git_odb_object_free(object) }
    guard git_odb_object_type(object) == GIT_OBJECT_BLOB else { throw Self.noBlob(id) }
    return Array(
      UnsafeRawBufferPointer(
        start: git_odb_object_data(object), count: git_odb_object_size(object)))
  }

  private static let hasHashInstructions = mlint_has_hash_instructions()

  /// The bytes of a blob straight from where they are kept, checked with the processor's own
  /// instructions for SHA-1: libgit2's check takes longer than all the rest of reading a small blob.
  /// Nil for whatever is not as it should be, so that libgit2 reads it again and says what is wrong.
  private func readDirectly(_ id: GitObjectID) -> [UInt8]? {
    var native = id.native
    for number in 0..<git_odb_num_backends(store.pointer) {
      var backend: UnsafeMutablePointer<git_odb_backend>?
      guard git_odb_get_backend(&backend, store.pointer, number) == 0, let backend,
        let read = backend.pointee.read
      else { return nil }
      var data: UnsafeMutableRawPointer?
      var size = 0
      var type = GIT_OBJECT_INVALID
      let code = read(&data, &size, &type, backend, &native)
      if code == GIT_ENOTFOUND.rawValue { continue }
      guard code == 0, let data else { return nil }
      defer { git_odb_backend_data_free(backend, data) }
      guard type == GIT_OBJECT_BLOB else { return nil }
      let content = UnsafeRawBufferPointer(start: data, count: size)
      var computed = git_oid()
      withUnsafeMutableBytes(of: &computed) { computed in
        mlint_blob_id(
          data.assumingMemoryBound(to: UInt8.self), size,
          computed.baseAddress?.assumingMemoryBound(to: UInt8.self))
      }
      return GitObjectID(computed) == id ? Array(content) : nil
    }
    return nil
  }

  private static func noBlob(_ id: GitObjectID) -> GitError {
    GitError(.wrongObjectType, "the object \(id) is no file content")
  }
}
