import GitAccess
import Glibc
import ManifestLint
import YAML

/// Verdicts that are kept: over the trees of one run, and beyond it in the folder that
/// `--verdict-cache` names.
///
/// A cache only saves time. Where it cannot be used, this is said, and every file is judged.
final class KeptVerdicts {
  /// By the repository's settings, because a verdict is one under certain options.
  private var stores: [[UInt8]: VerdictStore] = [:]
  private var logs: [[UInt8]: Log] = [:]
  /// Whether verdicts are wanted again for another tree of this run.
  private let hasSeveralTrees: Bool
  /// What is wrong with the folder has been said.
  private var isRefused = false

  private struct Log {
    let folder: [UInt8]
    let path: [UInt8]
    let cache: VerdictCache
  }

  /// How many logs of one repository are kept: one for each set of options under which it is checked.
  private static let logsOfRepository = 4

  init(severalTrees: Bool = false) { hasSeveralTrees = severalTrees }

  /// - Parameter source: the repository's settings.
  func attach(
    to options: inout LintOptions, store source: [UInt8]? = nil, of tree: CheckedTree,
    _ invocation: Invocation
  ) {
    if hasSeveralTrees, let source {
      let store = stores[source] ?? VerdictStore()
      stores[source] = store
      options.verdicts = store
    }
    guard let folder = invocation.arguments.bytes(.verdictCache), !isRefused,
      tree.view.identifiesContent,
      let context = options.verdictContext(build: Self.build)
    else { return }
    do {
      let log = try log(
        in: invocation.environment.absolute(folder), of: tree.gitDirectory, context,
        limit: options.limits.cacheBytes)
      options.cache = log.cache
    } catch {
      isRefused = true
      invocation.note("the verdict cache is not used: \(error.message)")
    }
  }

  /// Tells this program from every other build of it.
  private static let build: String = {
    var status = stat()
    stat("/proc/self/exe", &status)
    return "\(Version.number) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }()

  // MARK: Reading

  private func log(
    in folder: [UInt8], of repository: [UInt8], _ context: [UInt8], limit: Int
  ) throws(CheckFailure) -> Log {
    try Self.check(folder)
    let own = folder + Array("/\(VerdictCache.name(of: repository))".utf8)
    let path = own + Array("/\(VerdictCache.name(of: context)).verdicts".utf8)
    if let known = logs[path] { return known }
    var content: [UInt8] = []
    if Files.exists(path) {
      // One that grew over the limit is begun anew.
      content = try Files.read(path, limit: max(limit * 2, 1 << 20))
    }
    let log = Log(
      folder: own, path: path,
      cache: VerdictCache(log: content, context: context, limit: limit))
    logs[path] = log
    return log
  }

  /// A folder that others can write holds no verdicts of ours.
  private static func check(_ folder: [UInt8]) throws(CheckFailure) {
    var status = stat()
    guard folder.withCString({ stat($0, &status) }) == 0 else {
      throw CheckFailure.system("cannot use", folder.map { CChar(bitPattern: $0) } + [0])
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw CheckFailure("'\(printable(folder))' is no folder")
    }
    guard status.st_uid == geteuid() || status.st_uid == 0, status.st_mode & 0o022 == 0 else {
      throw CheckFailure(
        "'\(printable(folder))' can be written by others; it must belong to the user who runs the check, with mode 700 or 755"
      )
    }
  }

  // MARK: Writing

  /// Writes what this run has learnt.
  func save(_ invocation: Invocation) {
    for log in logs.values {
      do {
        switch log.cache.change {
        case .none: break
        case .append(let bytes): try append(bytes, to: log)
        case .replace(let bytes): try replace(log, by: bytes)
        }
      } catch {
        invocation.note("the verdict cache was not written: \(error.message)")
      }
    }
    logs = [:]
  }

  private func append(_ bytes: [UInt8], to log: Log) throws(CheckFailure) {
    let file = log.path.withCString { open($0, O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC) }
    // Somebody cleaned up.
    guard file >= 0 else { return }
    defer { close(file) }
    // Whoever comes second leaves it: the next run learns the same.
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else { return }
    let stream = OutputStream(descriptor: file)
    stream.write(bytes)
    stream.flush()
    guard stream.failure == 0 else {
      errno = stream.failure
      throw CheckFailure.system("cannot write", log.path.map { CChar(bitPattern: $0) } + [0])
    }
  }

  private func replace(_ log: Log, by bytes: [UInt8]) throws(CheckFailure) {
    let isNew = log.folder.withCString { mkdir($0, 0o700) } == 0
    if !isNew, !Files.exists(log.path) { clean(log.folder) }
    try Files.write(log.path, mode: 0o600) { $0.write(bytes) }
  }

  /// Makes room for one more log of the repository.
  private func clean(_ folder: [UInt8]) {
    var logs: [(path: [UInt8], time: Int)] = []
    for name in (try? Files.names(in: folder)) ?? [] {
      let path = folder + [UInt8(ascii: "/")] + name
      var status = stat()
      guard path.withCString({ lstat($0, &status) }) == 0 else { continue }
      logs.append((path, status.st_mtim.tv_sec))
    }
    logs.sort { $0.time > $1.time }
    for log in logs.dropFirst(Self.logsOfRepository - 1) {
      _ = log.path.withCString { unlink($0) }
    }
  }
}
