internal import CLibGit2
internal import Glibc

extension Repository {
  /// The top directory of the work tree, with a slash at its end; nil in a bare repository.
  public var workTree: [UInt8]? { git_repository_workdir(handle.pointer).map(bytes) }

  /// What is on disk: the tracked files that are there, and the others that git does not ignore. Links
  /// are not followed, other repositories are not entered, no filter is applied. The ids are the
  /// hashes of the bytes on disk: they need not be in the object store, use `readWorkTree`.
  public func workTreeListing(
    limits: SnapshotLimits = SnapshotLimits()
  ) throws(GitError) -> TreeListing {
    guard let root = workTree else {
      throw GitError(
        .noWorkTree, "a bare repository has no work tree; name a commit with --rev")
    }
    let tracked = try indexListing(limits: limits)
    var builder = ListingBuilder(limits: limits)
    /// Directories to visit: the path with a slash at its end, and whether git ignores it.
    var pending: [(path: [UInt8], depth: Int, isIgnored: Bool)] = [([], 1, false)]
    while let directory = pending.popLast() {
      for name in try Self.names(in: root + directory.path) where name != Array(".git".utf8) {
        let path = directory.path + name
        var status = stat()
        guard withCString(root + path, { lstat($0, &status) }) == 0 else {
          throw Self.changed(path)
        }
        let number = tracked.index(of: path)
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
          if let number {
            // A submodule: only its commit counts here. A directory in the place of a file: the file
            // is deleted, and what lies in the directory is not tracked.
            let entry = tracked.entries[number]
            if entry.mode == .submodule {
              try withAppended(path, entry.mode, entry.id, to: &builder)
              continue
            }
          }
          let prefix = path + [UInt8(ascii: "/")]
          let next = tracked.lowerBound(prefix)
          let hasTracked = next < tracked.count && tracked.path(next).starts(with: prefix)
          let isIgnored = directory.isIgnored ? true : try self.isIgnored(prefix)
          if !hasTracked {
            let inner = root + prefix + Array(".git".utf8)
            if isIgnored || withCString(inner, { access($0, F_OK) }) == 0 { continue }
          }
          if directory.depth >= limits.depth { throw limits.exceeded("depth", limits.depth) }
          pending.append((prefix, directory.depth + 1, isIgnored))
        case S_IFREG, S_IFLNK:
          if number == nil {
            if directory.isIgnored { continue }
            if try isIgnored(path) { continue }
          }
          let isLink = status.st_mode & S_IFMT == S_IFLNK
          let mode: EntryMode =
            isLink ? .symlink : status.st_mode & S_IXUSR != 0 ? .executable : .regular
          try withAppended(path, mode, Self.hash(root, path, isLink: isLink), to: &builder)
        default: continue
        }
      }
    }
    return try builder.finish()
  }

  private func withAppended(
    _ path: [UInt8], _ mode: EntryMode, _ id: GitObjectID, to builder: inout ListingBuilder
  ) throws(GitError) {
    var problem: GitError?
    withCString(path) { text in
      do throws(GitError) {
        try builder.append(prefix: [], name: text, mode: mode, id: id)
      } catch { problem = error }
    }
    if let problem { throw problem }
  }

  /// The bytes of a file of the work tree, by a path of `workTreeListing`; of a link, its target.
  ///
  /// - Parameter id: as the listing has it. Equal files are judged once, so what is read has to be what
  ///   was listed.
  /// - Throws: `fileChanged` when it is not.
  public func readWorkTree(
    _ path: some Collection<UInt8>, as id: GitObjectID
  ) throws(GitError) -> [UInt8] {
    let content = try readWorkTree(path)
    var found = git_oid()
    let code = git_odb_hash(&found, content, content.count, GIT_OBJECT_BLOB)
    guard code == 0, GitObjectID(found) == id else { throw Self.changed(Array(path)) }
    return content
  }

  /// Bytes in a file of the work tree, without reading it; of a link, in its target.
  public func sizeInWorkTree(_ path: some Collection<UInt8>) throws(GitError) -> Int {
    var status = stat()
    guard withCString((workTree ?? []) + path, { lstat($0, &status) }) == 0 else {
      throw Self.changed(Array(path))
    }
    return Int(status.st_size)
  }

  private func readWorkTree(_ path: some Collection<UInt8>) throws(GitError) -> [UInt8] {
    let name = (workTree ?? []) + path
    // Without blocking: a pipe may have taken the place of the file, and nobody writes into it.
    let file = withCString(name) { open($0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    if file < 0, errno == ELOOP, let target = Self.target(ofLink: name) { return target }
    guard file >= 0 else { throw Self.changed(Array(path)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Self.changed(Array(path))
    }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw Self.changed(Array(path)) }
      if count == 0 { return content }
      content += buffer[..<count]
    }
  }

  private func isIgnored(_ path: [UInt8]) throws(GitError) -> Bool {
    var ignored: Int32 = 0
    let code = withCString(path) { git_ignore_path_is_ignored(&ignored, handle.pointer, $0) }
    if code < 0 { throw Failure(code: code).error("reading the ignore rules") }
    return ignored == 1
  }

  private static func changed(_ path: [UInt8]) -> GitError {
    GitError(
      .fileChanged(path: path),
      "'\(printable(path))' cannot be read or changed meanwhile; check its permissions and try again"
    )
  }

  private static func names(in directory: [UInt8]) throws(GitError) -> [[UInt8]] {
    guard let stream = withCString(directory, { opendir($0) }) else { throw changed(directory) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      // The end and a failure look the same but for this.
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw changed(directory) }
        return names
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { bytes($0) }
      }
      if name != Array(".".utf8) && name != Array("..".utf8) { names.append(name) }
    }
  }

  private static func target(ofLink name: [UInt8]) -> [UInt8]? {
    var target = [UInt8](repeating: 0, count: 4_096)
    let count = withCString(name) { name in
      target.withUnsafeMutableBytes { bytes in
        bytes.baseAddress.map { readlink(name, $0, bytes.count) } ?? -1
      }
    }
    return count < 0 ? nil : Array(target[..<count])
  }

  private static func hash(
    _ root: [UInt8], _ path: [UInt8], isLink: Bool
  ) throws(GitError) -> GitObjectID {
    var id = git_oid()
    let code: Int32 = withCString(root + path) { name in
      guard isLink else { return git_odb_hashfile(&id, name, GIT_OBJECT_BLOB) }
      guard let target = target(ofLink: root + path) else { return -1 }
      return git_odb_hash(&id, target, target.count, GIT_OBJECT_BLOB)
    }
    guard code == 0 else {
      git_error_clear()
      throw changed(path)
    }
    return GitObjectID(id)
  }
}
