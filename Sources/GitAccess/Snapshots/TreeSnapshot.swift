internal import CLibGit2

extension Repository {
  /// The id that a revision names: a full id, else a reference by git's order of prefixes, else any
  /// expression that libgit2 understands. A branch whose name looks like an expression is found first.
  public func resolve(_ revision: [UInt8]) throws(GitError) -> GitObjectID {
    if let id = GitObjectID(hexadecimal: revision) { return id }
    let name = printable(revision)
    guard !revision.isEmpty, !revision.contains(0), revision.count <= 4_096 else {
      throw GitError(.badRevision, "'\(name)' is no revision; give a commit, branch or tag")
    }
    for prefix in ["", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"] {
      var id = git_oid()
      let code = withCString(Array(prefix.utf8) + revision) {
        git_reference_name_to_id(&id, handle.pointer, $0)
      }
      if code == 0 { return GitObjectID(id) }
      git_error_clear()
    }
    var object: OpaquePointer?
    let code = withCString(revision) { git_revparse_single(&object, handle.pointer, $0) }
    guard code == 0, let object else {
      let failure = Failure(code: code)
      if revision == Array("HEAD".utf8) {
        throw GitError(
          .unbornHead, "the current branch has no commit yet; check --staged or --worktree instead")
      }
      throw GitError(
        .badRevision,
        "the revision '\(name)' cannot be resolved (\(printable(failure.text.utf8))); "
          + "give a commit, branch or tag that exists here")
    }
    defer { git_object_free(object) }
    return GitObjectID(git_object_id(object).pointee)
  }

  /// The tree that a commit, a tag of one (also of a tag), or a tree itself stands for.
  public func tree(of id: GitObjectID) throws(GitError) -> GitObjectID {
    var object: OpaquePointer?
    var native = id.native
    let code = git_object_lookup(&object, handle.pointer, &native, GIT_OBJECT_ANY)
    guard code == 0, let object else { throw objectError(code, id) }
    defer { git_object_free(object) }
    var tree: OpaquePointer?
    let peeled = git_object_peel(&tree, object, GIT_OBJECT_TREE)
    if peeled == GIT_EINVALIDSPEC.rawValue || peeled == GIT_EPEEL.rawValue {
      git_error_clear()
      throw GitError(.wrongObjectType, "the object \(id) is neither a commit nor a tag of one")
    }
    guard peeled == 0, let tree else { throw objectError(peeled, id) }
    defer { git_object_free(tree) }
    return GitObjectID(git_object_id(tree).pointee)
  }

  /// The tree at a path of a tree; nil when there is none, or something else.
  private func tree(at path: [UInt8], in root: GitObjectID) throws(GitError) -> GitObjectID? {
    var tree: OpaquePointer?
    var native = root.native
    let code = git_tree_lookup(&tree, handle.pointer, &native)
    guard code == 0, let tree else { throw objectError(code, root) }
    defer { git_tree_free(tree) }
    var entry: OpaquePointer?
    let found = withCString(path) { git_tree_entry_bypath(&entry, tree, $0) }
    guard found == 0, let entry else {
      if found == GIT_ENOTFOUND.rawValue {
        git_error_clear()
        return nil
      }
      throw objectError(found, root)
    }
    defer { git_tree_entry_free(entry) }
    guard git_tree_entry_type(entry) == GIT_OBJECT_TREE, let id = git_tree_entry_id(entry) else {
      return nil
    }
    return GitObjectID(id.pointee)
  }

  /// Everything in the tree of a commit, tag or tree. Also for a commit that is being pushed.
  ///
  /// - Parameter folder: only what lies below this path, which has no slash at its end; no other
  ///   tree is read. Paths are whole all the same.
  public func listing(
    of id: GitObjectID, below folder: [UInt8] = [], limits: SnapshotLimits = SnapshotLimits()
  ) throws(GitError) -> TreeListing {
    struct Frame {
      let tree: GitObjectID
      var entries: TreeEntries
      let prefixLength: Int
    }
    func frame(_ id: GitObjectID, prefixLength: Int) throws(GitError) -> Frame {
      Frame(
        tree: id, entries: TreeEntries(try content(of: id, .tree)), prefixLength: prefixLength)
    }
    var builder = ListingBuilder(limits: limits)
    var prefix: [UInt8] = []
    var top = try tree(of: id)
    if !folder.isEmpty {
      guard let inner = try tree(at: folder, in: top) else { return try builder.finish() }
      top = inner
      prefix = folder + [UInt8(ascii: "/")]
    }
    var stack = [try frame(top, prefixLength: prefix.count)]
    while var top = stack.popLast() {
      let entry: TreeEntries.Entry?
      do { entry = try top.entries.next() } catch {
        throw GitError(
          .damagedObject, "the tree \(top.tree) is malformed; run `git fsck` to see what else is")
      }
      guard let entry else { continue }
      prefix.removeSubrange(top.prefixLength...)
      stack.append(top)
      if let mode = EntryMode(raw: entry.mode) {
        try builder.append(prefix: prefix, name: entry.name, mode: mode, id: entry.id)
      } else {
        if stack.count >= limits.depth { throw limits.exceeded("depth", limits.depth) }
        prefix += entry.name
        prefix.append(UInt8(ascii: "/"))
        // Paths of directories count too: a deep tree without files must not grow without bound.
        if prefix.count > limits.pathBytes {
          throw limits.exceeded("path-bytes", limits.pathBytes)
        }
        stack.append(try frame(entry.id, prefixLength: prefix.count))
      }
    }
    return try builder.finish()
  }
}
