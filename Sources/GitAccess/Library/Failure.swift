internal import CLibGit2

/// What libgit2 said about a call that failed: copied at once, because the next call may overwrite it,
/// and cleared, so that no later failure without a text of its own borrows this one.
struct Failure {
  let code: Int32
  let area: Int32
  let text: String

  init(code: Int32) {
    self.code = code
    if let error = git_error_last() {
      area = error.pointee.klass
      text = error.pointee.message.map { String(cString: $0) } ?? ""
      git_error_clear()
    } else {
      area = 0
      text = ""
    }
  }

  var isNotFound: Bool { code == GIT_ENOTFOUND.rawValue }

  /// For faults that have no better name.
  func error(_ operation: String) -> GitError {
    let reason = printable(text.utf8)
    if code == GIT_EMISMATCH.rawValue || area == GIT_ERROR_ODB.rawValue
      || area == GIT_ERROR_ZLIB.rawValue || area == GIT_ERROR_OBJECT.rawValue
      || area == GIT_ERROR_TREE.rawValue
    {
      return GitError(
        .damagedObject,
        "\(operation) failed: \(reason.isEmpty ? "damaged object store" : reason); "
          + "run `git fsck` in the repository and restore it from a good copy")
    }
    return GitError(
      .library(code: code), "\(operation) failed: \(reason.isEmpty ? "code \(code)" : reason)")
  }
}

/// Runs `body` with the bytes as a C string. A NUL inside would cut the text short: the caller has
/// made sure that there is none.
func withCString<Result, Problem: Error>(
  _ bytes: some Collection<UInt8>, _ body: (UnsafePointer<CChar>) throws(Problem) -> Result
) throws(Problem) -> Result {
  var characters = [CChar]()
  characters.reserveCapacity(bytes.count + 1)
  for byte in bytes { characters.append(CChar(bitPattern: byte)) }
  characters.append(0)
  return try body(characters)
}

/// The bytes of a C string, without its end.
func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
  var result: [UInt8] = []
  var next = text
  while next.pointee != 0 {
    result.append(UInt8(bitPattern: next.pointee))
    next += 1
  }
  return result
}

/// Frees a libgit2 object when the last use of it ends.
final class Handle {
  let pointer: OpaquePointer
  private let free: (OpaquePointer) -> Void

  init(_ pointer: OpaquePointer, free: @escaping (OpaquePointer?) -> Void) {
    self.pointer = pointer
    self.free = free
  }

  deinit { free(pointer) }
}
