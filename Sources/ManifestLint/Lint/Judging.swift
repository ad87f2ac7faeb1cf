import Kubernetes
internal import Synchronization
import YAML

private struct Content: Hashable {
  var tree: Int
  var id: ObjectID

  init(_ content: (tree: Int, id: ObjectID)) { (tree, id) = content }
}

extension LintRun {
  /// How much is read before it is judged.
  static var batchFiles: Int { 256 }
  static var batchBytes: Int { 8 << 20 }

  /// A verdict for every selected file, equal blobs once. Files are read by one thread in the order
  /// of their paths, in which a pack gives them fastest; workers judge what has been read.
  mutating func judgeFiles() throws(RepositoryError) {
    var number: [Content: Int] = [:]
    var batch: [PendingFile] = []
    var bytes = 0
    var fresh: [(number: Int, entry: Int)] = []
    for (done, entry) in files.keys.sorted().enumerated() {
      if done & 63 == 0 { options.progress?(done, files.count) }
      if options.isOverdue() {
        throw RepositoryError(
          "the time is up (--deadline) after \(verdicts.count) of \(files.count) files; nothing is known of the rest"
        )
      }
      let id = Content(trees.content(entry))
      if let known = number[id] {
        files[entry]?.verdict = known
        continue
      }
      let pending: PendingFile
      if let shards = options.shards {
        guard let judged = try pendingFile(entry, from: shards) else { continue }
        pending = judged
      } else if let known = options.verdicts?[path(entry), id.id] {
        pending = .judged(known)
      } else if let known = cachedVerdict(entry) {
        pending = .judged(known)
      } else {
        guard let content = try readManifest(entry) else { continue }
        bytes += content.count
        pending = .read(content)
        fresh.append((verdicts.count + batch.count, entry))
      }
      number[id] = verdicts.count + batch.count
      files[entry]?.verdict = number[id]
      batch.append(pending)
      if batch.count == Self.batchFiles || bytes > Self.batchBytes {
        judge(&batch)
        bytes = 0
      }
    }
    judge(&batch)
    keepVerdicts()
    try cacheVerdicts(fresh)
    if let shards = options.shards { try checkCompleteness(of: shards) }
    // Other shards may define what this one has objects of.
    if options.shard == nil { try judgeCustomResources() }
  }

  /// What an earlier run found, unless the file's name or kind has a say too.
  private func cachedVerdict(_ entry: Int) -> BlobVerdict? {
    guard let cache = options.cache, let id = trees.lastingID(entry) else { return nil }
    let (listing, number) = trees.place(entry)
    guard listing.entries[number].mode != .symlink,
      !ForeignFile.isPossible(path: listing.path(number))
    else { return nil }
    return cache.verdict(of: id)
  }

  /// For the next run.
  private func cacheVerdicts(
    _ fresh: [(number: Int, entry: Int)]
  ) throws(RepositoryError) {
    guard let cache = options.cache else { return }
    for (number, entry) in fresh {
      guard let id = trees.lastingID(entry) else { continue }
      cache.add(verdicts[number], size: try trees.size(entry), of: id)
    }
  }

  /// For the next tree of the same push.
  private func keepVerdicts() {
    guard let store = options.verdicts else { return }
    for (entry, file) in files {
      if let number = file.verdict {
        store[path(entry), trees.content(entry).id] = verdicts[number]
      }
    }
  }

  private mutating func judge(_ batch: inout [PendingFile]) {
    lap("reading")
    verdicts += Self.judge(batch, options: options)
    batch.removeAll(keepingCapacity: true)
    lap("judging")
  }

  /// The bytes of a selected file; nil, with a finding, when it is too large or certainly holds no
  /// manifests, because then its content has nothing more to say.
  mutating func readManifest(_ entry: Int) throws(RepositoryError) -> [UInt8]? {
    let size = try trees.size(entry)
    guard size <= options.limits.fileBytes else {
      // Over the agent's own limit, a finding at the glob has said so.
      if files[entry]?.agents.isEmpty ?? true || size <= AgentLimits().maximumFileSize {
        add(
          Finding(
            GitRules.fileTooLarge,
            "the file has \(size) bytes, more than the limit file-bytes = \(options.limits.fileBytes); it was not checked",
            path: path(entry)),
          agents: agentNames(of: entry))
      }
      return nil
    }
    let content = try trees.read(entry)
    guard !(files[entry]?.agents.isEmpty ?? true),
      let problem = problem(
        ofSelected: trees.place(entry).entry, in: trees.place(entry).listing, content: content)
    else { return content }
    add(
      Finding(problem.rule, severity: problem.severity, problem.message, path: path(entry)),
      agents: agentNames(of: entry))
    return nil
  }

  /// Judges files in parallel; the results stand in the order of the files.
  static func judge(_ batch: [PendingFile], options: LintOptions) -> [BlobVerdict] {
    let workers = min(options.jobs, batch.count)
    if workers <= 1 { return batch.map { $0.verdict(options) } }
    let next = Atomic(0)
    let results = Mutex([BlobVerdict?](repeating: nil, count: batch.count))
    Workers.run(workers) {
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < batch.count else { return }
        let verdict = batch[index].verdict(options)
        results.withLock { $0[index] = verdict }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  func agentNames(of entry: Int) -> [String] {
    (files[entry]?.agents ?? []).map { agents[$0].name }
  }
}

/// A file on its way to its verdict.
enum PendingFile: Sendable {
  case read([UInt8])
  /// In another tree of the same push.
  case judged(BlobVerdict)

  func verdict(_ options: LintOptions) -> BlobVerdict {
    switch self {
    case .read(let content): judge(content, options: options)
    case .judged(let verdict): verdict
    }
  }
}
