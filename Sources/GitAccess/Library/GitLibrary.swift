internal import CLibGit2

/// libgit2 itself: its start and all options that hold for the whole process.
public enum GitLibrary {
  /// Call once, before anything else of this module, on the main thread.
  ///
  /// - The id of every object that is read is computed, so that damage is noticed.
  /// - Owner validation by libgit2 is switched off: it knows only a part of git's rules.
  ///   `Repository` applies them itself.
  /// - No configuration of the user or the system is read, so that a result depends on the repository
  ///   alone.
  public static func start() throws(GitError) {
    func check(_ code: Int32, _ what: String) throws(GitError) {
      if code < 0 { throw Failure(code: code).error("starting libgit2 (\(what))") }
    }
    try check(git_libgit2_init(), "initialization")
    try check(mlint_set_owner_validation(0), "owner validation")
    try check(mlint_allow_extensions(), "extensions")
    try check(mlint_set_strict_hash_verification(1), "hash verification")
    for level in [
      GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
      GIT_CONFIG_LEVEL_GLOBAL,
    ] {
      try check(mlint_set_search_path(level.rawValue, ""), "search paths")
    }
  }

  /// The version of libgit2 that is loaded, such as `1.5.1`.
  public static var version: String {
    var parts: (Int32, Int32, Int32) = (0, 0, 0)
    git_libgit2_version(&parts.0, &parts.1, &parts.2)
    return "\(parts.0).\(parts.1).\(parts.2)"
  }
}
