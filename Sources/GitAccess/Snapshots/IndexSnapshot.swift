internal import CLibGit2
internal import Glibc

extension Repository {
  /// What the next commit would hold: the index that the environment names, else the repository's own.
  /// Files that are only announced (`git add -N`) are left out, as git leaves them out.
  public func indexListing(
    limits: SnapshotLimits = SnapshotLimits()
  ) throws(GitError) -> TreeListing {
    let path = environment.indexFile ?? gitDirectory + Array("/index".utf8)
    // libgit2 takes a file that is not there for an empty index, and everything would be clean.
    guard withCString(path, { access($0, F_OK) }) == 0 else {
      if git_repository_head_unborn(handle.pointer) == 1 {
        return try ListingBuilder(limits: limits).finish()
      }
      throw GitError(
        .missingIndex,
        "the index file '\(printable(path))' does not exist; run `git reset` to make it")
    }
    var opened: OpaquePointer?
    let code = withCString(path) { git_index_open(&opened, $0) }
    guard code == 0, let opened else {
      return try treeOfUnreadableIndex(path, Failure(code: code), limits: limits)
    }
    let index = Handle(opened, free: git_index_free)
    // So does a file that it cannot look at.
    if git_index_entrycount(index.pointer) == 0, Self.entryCount(ofIndex: path) != 0 {
      throw GitError(
        .unreadableIndex,
        "the index '\(printable(path))' cannot be read; check its permissions and the disk")
    }
    var builder = ListingBuilder(limits: limits)
    var conflicts: [[UInt8]] = []
    for number in 0..<git_index_entrycount(index.pointer) {
      guard let entry = git_index_get_byindex(index.pointer, number),
        let name = entry.pointee.path
      else { continue }
      if mlint_index_entry_stage(entry) != 0 {
        let path = bytes(name)
        if conflicts.last != path { conflicts.append(path) }
        continue
      }
      if UInt32(entry.pointee.flags_extended) & GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue != 0 {
        continue
      }
      guard let mode = EntryMode(raw: entry.pointee.mode) else { continue }
      try builder.append(prefix: [], name: name, mode: mode, id: GitObjectID(entry.pointee.id))
    }
    if let first = conflicts.first {
      throw GitError(
        .conflictedIndex(paths: conflicts),
        "the index has unmerged files (\(conflicts.count), the first is '\(printable(first))'); "
          + "resolve them and `git add` them")
    }
    return try builder.finish()
  }

  /// What the header of an index file says (gitformat-index: `DIRC`, version, number of entries); nil
  /// when it cannot be read.
  private static func entryCount(ofIndex path: [UInt8]) -> Int? {
    let file = withCString(path) { open($0, O_RDONLY | O_CLOEXEC) }
    guard file >= 0 else { return nil }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 12)
    guard pread(file, &header, header.count, 0) == header.count else { return nil }
    return header[8...].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A split or sparse index, and one without checksum, is no file that libgit2 reads; git itself
  /// writes the tree of the commit to come, in every one of these cases the same as the commit's.
  private func treeOfUnreadableIndex(
    _ path: [UInt8], _ failure: Failure, limits: SnapshotLimits
  ) throws(GitError) -> TreeListing {
    let reason = printable(failure.text.utf8)
    let answer: GitProgram.Answer
    do {
      answer = try GitProgram.run(
        ["write-tree"], in: environment, directory: environment.currentDirectory,
        seconds: limits.writeTreeSeconds)
    } catch {
      throw GitError(
        .unreadableIndex,
        "the index '\(printable(path))' cannot be read (\(reason)), and \(error.message)")
    }
    let line = answer.output.prefix { $0 != UInt8(ascii: "\n") }
    guard answer.status == 0, let id = GitObjectID(hexadecimal: line) else {
      throw GitError(
        .unreadableIndex,
        "the index '\(printable(path))' cannot be read (\(reason)), and `git write-tree` refuses it; "
          + "run it to see why")
    }
    return try listing(of: id, limits: limits)
  }
}
