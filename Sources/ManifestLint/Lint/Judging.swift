import Kubernetes
import YAML

private struct Content: Hashable {
  var tree: Int
  var id: ObjectID

  init(_ content: (tree: Int, id: ObjectID)) { (tree, id) = content }
}

extension LintRun {
  /// A verdict for every selected file, equal blobs once.
  mutating func judgeFiles() throws(RepositoryError) {
    var slots: [BlobVerdict?] = []
    var fresh: [(number: Int, entry: Int)] = []
    let queue = JudgingQueue(options, files: files.count)
    do throws(RepositoryError) {
      try readFiles(into: queue, &slots, &fresh)
    } catch {
      queue.abandon()
      throw error
    }
    lap("reading")
    for (number, verdict) in queue.finish() { slots[number] = verdict }
    verdicts = slots.compactMap(\.self)
    lap("judging")
    keepVerdicts()
    try cacheVerdicts(fresh)
    if let shards = options.shards { try checkCompleteness(of: shards) }
    // Other shards may define what this one has objects of.
    if options.shard == nil { try judgeCustomResources() }
  }

  /// - Parameters:
  ///   - slots: by the number of a verdict, those that are known already.
  ///   - fresh: those that no earlier run knows.
  private mutating func readFiles(
    into queue: borrowing JudgingQueue, _ slots: inout [BlobVerdict?],
    _ fresh: inout [(number: Int, entry: Int)]
  ) throws(RepositoryError) {
    var number: [Content: Int] = [:]
    number.reserveCapacity(files.count)
    var chunk = JudgingQueue.Chunk()
    for (done, entry) in files.entries.enumerated() {
      if done & 63 == 0 { options.progress?(done, files.count) }
      if options.isOverdue() {
        throw RepositoryError(
          "the time is up (--deadline) after \(slots.count) of \(files.count) files; nothing is known of the rest"
        )
      }
      let id = Content(trees.content(entry))
      if let known = number[id] {
        files.setVerdict(known, of: entry)
        continue
      }
      var known: BlobVerdict?
      var content: [UInt8]?
      if let shards = options.shards {
        switch try pendingFile(entry, from: shards) {
        case .judged(let verdict): known = verdict
        case .read(let bytes): content = bytes
        case nil: continue
        }
      } else {
        known = options.verdicts?[path(entry), id.id] ?? cachedVerdict(entry)
        if known == nil {
          content = try readManifest(entry)
          if content == nil { continue }
          fresh.append((slots.count, entry))
        }
      }
      if let content { chunk.add(slots.count, content) }
      number[id] = slots.count
      files.setVerdict(slots.count, of: entry)
      slots.append(known)
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

  func agentNames(of entry: Int) -> [String] {
    (files[entry]?.agents ?? []).map { agents[$0].name }
  }
}
