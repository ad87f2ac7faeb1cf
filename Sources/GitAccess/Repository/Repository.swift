internal import CLibGit2
internal import Glibc

/// One open repository, used by one thread at a time. Reading only: no filter is applied, no program
/// named by its configuration is started, nothing is written.
public struct Repository: ~Copyable {
  let handle: Handle
  let store: Handle
  let environment: GitEnvironment

  /// Opens what the environment of a hook names (`GIT_DIR`), else searches upward from the current
  /// directory. `GIT_DIR` vouches for the directory, as it does for git.
  ///
  /// - Parameter trusted: the caller vouches for the repository, whoever owns it.
  public init(environment: GitEnvironment, trusted: Bool = false) throws(GitError) {
    let path = environment.gitDirectory ?? environment.currentDirectory
    let flags =
      environment.gitDirectory == nil
      ? 0 : GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
    var repository: OpaquePointer?
    let code = withCString(path) { git_repository_open_ext(&repository, $0, flags, nil) }
    guard code == 0, let repository else {
      throw Self.openingError(Failure(code: code), path)
    }
    let handle = Handle(repository, free: git_repository_free)
    if !trusted, environment.gitDirectory == nil {
      try Self.checkOwner(of: handle, sudoUser: environment.sudoUser)
    }
    var store: OpaquePointer?
    let storeCode = git_repository_odb(&store, repository)
    guard storeCode == 0, let store else {
      throw Failure(code: storeCode).error("opening the object store")
    }
    let objects = Handle(store, free: git_odb_free)
    try Self.addObjectDirectories(environment, to: objects)
    self.handle = handle
    self.store = objects
    self.environment = environment
  }

  private static func openingError(_ failure: Failure, _ path: [UInt8]) -> GitError {
    let name = printable(path)
    if failure.isNotFound {
      return GitError(
        .notARepository,
        "no git repository at '\(name)' or above it; start in a repository or name one with --repo")
    }
    if ["unsupported extension", "object format"].contains(where: failure.text.contains) {
      return GitError(
        .unsupportedFormat,
        "the repository '\(name)' has a format that cannot be read "
          + "(\(printable(failure.text.utf8))); SHA-256 and reftable repositories are not supported"
      )
    }
    return failure.error("opening the repository '\(name)'")
  }

  /// Git's rule for a directory that it discovers: the work tree and the git directory belong to the
  /// user (or to who called sudo).
  private static func checkOwner(of handle: Handle, sudoUser: UInt32?) throws(GitError) {
    let user = geteuid()
    for path in [
      git_repository_workdir(handle.pointer), git_repository_path(handle.pointer),
    ] {
      guard let path else { continue }
      var status = stat()
      guard lstat(path, &status) == 0 else {
        throw GitError(
          .system(code: errno), "cannot look at '\(printable(bytes(path)))'; check its permissions")
      }
      if status.st_uid == user || user == 0 && status.st_uid == sudoUser { continue }
      throw GitError(
        .foreignOwner(path: bytes(path), owner: status.st_uid, user: user),
        "'\(printable(bytes(path)))' belongs to user \(status.st_uid), not to user \(user); "
          + "use --trust-repository when you trust it")
    }
  }

  /// Makes the objects of a push visible that lie in quarantine.
  private static func addObjectDirectories(
    _ environment: GitEnvironment, to store: Handle
  ) throws(GitError) {
    func add(_ path: [UInt8]) throws(GitError) {
      let code = withCString(path) { git_odb_add_disk_alternate(store.pointer, $0) }
      if code < 0 { throw Failure(code: code).error("adding the objects in '\(printable(path))'") }
    }
    func isDirectory(_ path: [UInt8]) -> Bool {
      var status = stat()
      return withCString(path) { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
    guard let directory = environment.objectDirectory else { return }
    // libgit2 takes a directory that is not there without a word: pushed objects would be missing.
    guard isDirectory(directory) else {
      throw GitError(
        .badEnvironment(variable: "GIT_OBJECT_DIRECTORY"),
        "GIT_OBJECT_DIRECTORY names '\(printable(directory))', which is no directory; "
          + "run the check inside the hook")
    }
    try add(directory)
    for alternate in environment.alternateObjectDirectories where isDirectory(alternate) {
      try add(alternate)
    }
  }

  public var gitDirectory: [UInt8] { git_repository_path(handle.pointer).map(bytes) ?? [] }

  /// Shallow or partial: objects may be missing without damage.
  var isIncomplete: Bool {
    if let common = git_repository_commondir(handle.pointer) {
      let shallow = bytes(common) + Array("/shallow".utf8)
      if withCString(shallow, { access($0, F_OK) }) == 0 { return true }
    }
    var config: OpaquePointer?
    guard git_repository_config_snapshot(&config, handle.pointer) == 0, let config else {
      return false
    }
    defer { git_config_free(config) }
    var iterator: OpaquePointer?
    guard git_config_iterator_glob_new(&iterator, config, "^remote\\..*\\.promisor$") == 0 else {
      return false
    }
    defer { git_config_iterator_free(iterator) }
    var entry: UnsafeMutablePointer<git_config_entry>?
    return git_config_next(&entry, iterator) == 0
  }

  func objectError(_ code: Int32, _ id: GitObjectID) -> GitError {
    let failure = Failure(code: code)
    guard failure.isNotFound else { return failure.error("reading the object \(id)") }
    let incomplete = isIncomplete
    return GitError(
      .missingObject(id, incomplete: incomplete),
      "the object \(id) is not in the repository; "
        + (incomplete
          ? "the clone is shallow or partial: fetch more of it (`git fetch --unshallow`, "
            + "or without --filter)"
          : "run `git fsck` to see what else is missing"))
  }
}
