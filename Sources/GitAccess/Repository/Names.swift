internal import CLibGit2

extension Repository {
  /// The full name of the branch that `HEAD` stands for, also before its first commit; in a bare
  /// repository the default branch. Nil when `HEAD` is detached.
  public func headBranch() throws(GitError) -> [UInt8]? {
    var reference: OpaquePointer?
    let code = git_reference_lookup(&reference, handle.pointer, "HEAD")
    guard code == 0, let reference else { throw Failure(code: code).error("reading HEAD") }
    defer { git_reference_free(reference) }
    return git_reference_symbolic_target(reference).map(bytes)
  }

  /// Whether there is a reference of this full name. An unborn branch has none; one that cannot be
  /// read has.
  public func hasReference(_ name: [UInt8]) throws(GitError) -> Bool {
    var reference: OpaquePointer?
    let code = withCString(name) { git_reference_lookup(&reference, handle.pointer, $0) }
    git_reference_free(reference)
    guard code != 0 else { return true }
    let failure = Failure(code: code)
    if failure.isNotFound { return false }
    throw failure.error("reading '\(printable(name))'")
  }

  /// The folder that all work trees of the repository share.
  public var commonDirectory: [UInt8] {
    git_repository_commondir(handle.pointer).map(bytes) ?? []
  }

  /// The URL of the remote `origin` as the configuration has it; nil without one.
  public func originURL() -> [UInt8]? {
    var remote: OpaquePointer?
    guard git_remote_lookup(&remote, handle.pointer, "origin") == 0, let remote else {
      git_error_clear()
      return nil
    }
    defer { git_remote_free(remote) }
    return git_remote_url(remote).map(bytes)
  }

  /// A value of the repository's own configuration; nil without one.
  public func configuration(_ name: String) -> [UInt8]? {
    var config: OpaquePointer?
    var value: UnsafePointer<CChar>?
    guard git_repository_config_snapshot(&config, handle.pointer) == 0, let config else {
      git_error_clear()
      return nil
    }
    defer { git_config_free(config) }
    guard git_config_get_string(&value, config, name) == 0, let value else {
      git_error_clear()
      return nil
    }
    return bytes(value)
  }

  /// Where git looks for this repository's hooks (`core.hooksPath`, of the user's configuration too).
  public func hooksDirectory() throws(GitError) -> [UInt8] {
    let answer = try GitProgram.run(
      ["rev-parse", "--path-format=absolute", "--git-path", "hooks"],
      in: environment, directory: environment.currentDirectory, seconds: 10)
    let line = Array(answer.output.prefix { $0 != UInt8(ascii: "\n") })
    return answer.status == 0 && line.first == UInt8(ascii: "/")
      ? line : gitDirectory + Array("hooks".utf8)
  }
}
