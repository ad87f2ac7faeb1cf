import Kubernetes
import YAML

extension LintRun {
  /// A verdict for every selected file, equal blobs once.
  mutating func judgeFiles() throws(RepositoryError) {
    var fresh: [(number: Int, entry: Int)] = []
    let queue = JudgingQueue(options, files: files.count)
    do throws(RepositoryError) {
      try readFiles(into: queue, &fresh)
    } catch {
      queue.abandon()
      throw error
    }
    lap("reading")
    for judged in queue.finish() { verdicts.add(judged) }
    lap("judging")
    keepVerdicts()
    try cacheVerdicts(fresh)
    if let shards = options.shards { try checkCompleteness(of: shards) }
    // Other shards may define what this one has objects of.
    if options.shard == nil { try judgeCustomResources() }
  }

  /// - Parameter fresh: the numbers of verdicts that no earlier run knows.
  private mutating func readFiles(
    into queue: borrowing JudgingQueue, _ fresh: inout [(number: Int, entry: Int)]
  ) throws(RepositoryError) {
    var known = ContentTable()
    var chunk = JudgingQueue.Chunk()
    for (done, entry) in files.entries.enumerated() {
      if done & 63 == 0 { options.progress?(done, files.count) }
      if options.isOverdue() {
        throw RepositoryError(
          "the time is up (--deadline) after \(verdicts.count) of \(files.count) files; nothing is known of the rest"
        )
      }
      if let number = known.find(entry, trees) {
        files.setVerdict(number, of: entry)
        continue
      }
      var verdict: KeptVerdict?
      var bytes: [UInt8]?
      if let shards = options.shards {
        switch try pendingFile(entry, from: shards) {
        case .judged(let found): verdict = found
        case .read(let content): bytes = content
        case nil: continue
        }
      } else {
        if let store = options.verdicts { verdict = store[path(entry), trees.content(entry).id] }
        if verdict == nil, let cache = options.cache {
          verdict = Self.verdict(on: entry, of: trees, in: cache)
        }
        if verdict == nil {
          bytes = try readManifest(entry)
          if bytes == nil { continue }
          if options.cache != nil { fresh.append((verdicts.count, entry)) }
        }
      }
      if let bytes { chunk.add(verdicts.count, bytes) }
      known.add(entry, trees)
      files.setVerdict(verdicts.count, of: entry)
      verdicts.append(verdict)
      if chunk.isFull {
        lap("reading")
        queue.add(chunk)
        lap("judging")
        chunk = JudgingQueue.Chunk()
      }
    }
    queue.add(chunk)
  }

  /// What an earlier run found, unless the file's name or kind has a say too.
  // Not of the run, which would be copied for each call.
  private static func verdict(
    on entry: Int, of trees: Trees, in cache: VerdictCache
  ) -> KeptVerdict? {
    guard let id = trees.lastingID(entry) else { return nil }
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
      cache.add(verdicts.kept(number), size: try trees.size(entry), of: id)
    }
  }

  /// For the next tree of the same push.
  private func keepVerdicts() {
    guard let store = options.verdicts else { return }
    for (entry, number) in files {
      if let number {
        store[path(entry), trees.content(entry).id] = verdicts.kept(number)
      }
    }
  }

  /// The bytes of a selected file; nil, with a finding, when it is too large or certainly holds no
  /// manifests, because then its content has nothing more to say.
  mutating func readManifest(_ entry: Int) throws(RepositoryError) -> [UInt8]? {
    let size = try trees.size(entry)
    guard size <= options.limits.fileBytes else {
      // Over the agent's own limit, a finding at the glob has said so.
      if !files.hasAgents(entry) || size <= AgentLimits().maximumFileSize {
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
    guard files.hasAgents(entry),
      let problem = problem(
        ofSelected: trees.place(entry).entry, in: trees.place(entry).listing, content: content)
    else { return content }
    add(
      Finding(problem.rule, severity: problem.severity, problem.message, path: path(entry)),
      agents: agentNames(of: entry))
    return nil
  }

  func agentNames(of entry: Int) -> [String] {
    files.agents(of: entry).map { agents[$0].name }
  }
}
