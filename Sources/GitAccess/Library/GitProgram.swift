internal import Glibc

/// The `git` on PATH, for the few things that only it can tell: started with a fixed list of words,
/// no shell, a time limit, and the repository and index that the hook's environment names.
enum GitProgram {
  struct Answer {
    var status: Int32
    var output: [UInt8]
  }

  /// - Throws: `system` when git cannot be started, `limitExceeded` when it takes too long.
  static func run(
    _ words: [String], in environment: GitEnvironment, directory: [UInt8], seconds: Int
  ) throws(GitError) -> Answer {
    let command = words.joined(separator: " ")
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw failure(command, errno) }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    func strings(_ list: [[UInt8]]) -> [UnsafeMutablePointer<CChar>?] {
      list.map { text in withCString(text) { strdup($0) } } + [nil]
    }
    let arguments = strings(
      ["git", "-C"].map { Array($0.utf8) } + [directory] + words.map { Array($0.utf8) })
    let variables = strings(environment.forGit(inherited: inherited()))
    defer { for text in arguments + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, "git", &actions, nil, arguments, variables)
    close(ends[1])
    guard code == 0 else { throw failure(command, code) }

    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let deadline = now() + seconds * 1_000
    while true {
      var poll = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
      let ready = Glibc.poll(&poll, 1, Int32(clamping: max(0, deadline - now())))
      if ready < 0, errno == EINTR { continue }
      if ready <= 0 {
        kill(child, SIGKILL)
        _ = wait(for: child)
        throw GitError(
          .limitExceeded(name: "write-tree-seconds", limit: seconds),
          "`git \(command)` took longer than \(seconds) seconds")
      }
      let count = read(ends[0], &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      output += buffer[..<count]
    }
    return Answer(status: wait(for: child), output: output)
  }

  private static func inherited() -> [[UInt8]] {
    var result: [[UInt8]] = []
    var next = environ
    while let entry = next.pointee {
      result.append(bytes(entry))
      next += 1
    }
    return result
  }

  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    // The exit status of a process that ended by itself; a signal counts as failure.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 255
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  private static func failure(_ command: String, _ code: Int32) -> GitError {
    GitError(
      .system(code: code),
      "`git \(command)` could not be started (\(String(cString: strerror(code)))); is git on PATH?")
  }
}
