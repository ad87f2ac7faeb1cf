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
