internal import CLibGit2
internal import CObjectHash

extension Repository {
  enum ObjectType {
    case blob, tree

    fileprivate var native: git_object_t { self == .blob ? GIT_OBJECT_BLOB : GIT_OBJECT_TREE }
    fileprivate var name: StaticString { self == .blob ? "blob" : "tree" }
    fileprivate var meaning: String { self == .blob ? "file content" : "directory" }
  }

  /// The bytes of an object as git keeps them, after its id has been computed from them.
  func content(of id: GitObjectID, _ type: ObjectType) throws(GitError) -> [UInt8] {
    if Self.hasHashInstructions, let content = readDirectly(id, type) { return content }
    var object: OpaquePointer?
    var native = id.native
    let code = git_odb_read(&object, store.pointer, &native)
    guard code == 0, let object else { throw objectError(code, id) }
    defer { git_odb_object_free(object) }
    guard git_odb_object_type(object) == type.native else { throw Self.wrongType(id, type) }
    return Array(
      UnsafeRawBufferPointer(
        start: git_odb_object_data(object), count: git_odb_object_size(object)))
  }

  static func wrongType(_ id: GitObjectID, _ type: ObjectType) -> GitError {
    GitError(.wrongObjectType, "the object \(id) is no \(type.meaning)")
  }

  private static let hasHashInstructions = mlint_has_hash_instructions()

  /// The bytes of an object straight from where they are kept, checked with the processor's own
  /// instructions for SHA-1: libgit2's check takes longer than all the rest of reading a small object.
  /// Nil for whatever is not as it should be, so that libgit2 reads it again and says what is wrong.
  private func readDirectly(_ id: GitObjectID, _ type: ObjectType) -> [UInt8]? {
    var native = id.native
    for number in 0..<git_odb_num_backends(store.pointer) {
      var backend: UnsafeMutablePointer<git_odb_backend>?
      guard git_odb_get_backend(&backend, store.pointer, number) == 0, let backend,
        let read = backend.pointee.read
      else { return nil }
      var data: UnsafeMutableRawPointer?
      var size = 0
      var found = GIT_OBJECT_INVALID
      let code = read(&data, &size, &found, backend, &native)
      if code == GIT_ENOTFOUND.rawValue { continue }
      guard code == 0, let data else { return nil }
      defer { git_odb_backend_data_free(backend, data) }
      // What an earlier place said of not having it.
      if number > 0 { git_error_clear() }
      guard found == type.native else { return nil }
      let content = UnsafeRawBufferPointer(start: data, count: size)
      var computed = git_oid()
      withUnsafeMutableBytes(of: &computed) { computed in
        mlint_object_id(
          type.name.utf8Start, data.assumingMemoryBound(to: UInt8.self), size,
          computed.baseAddress?.assumingMemoryBound(to: UInt8.self))
      }
      return GitObjectID(computed) == id ? Array(content) : nil
    }
    return nil
  }
}
