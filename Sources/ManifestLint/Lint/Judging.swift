internal import Dispatch
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
    var batch: [[UInt8]] = []
    var bytes = 0
    for entry in files.keys.sorted() {
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
      guard let content = try readManifest(entry) else { continue }
      number[id] = verdicts.count + batch.count
      files[entry]?.verdict = number[id]
      bytes += content.count
      batch.append(content)
      if batch.count == Self.batchFiles || bytes > Self.batchBytes {
        judge(&batch)
        bytes = 0
      }
    }
    judge(&batch)
    try judgeCustomResources()
  }

  private mutating func judge(_ batch: inout [[UInt8]]) {
    lap("reading")
    verdicts += Self.judge(batch, options: options)
    batch.removeAll(keepingCapacity: true)
    lap("judging")
  }

  /// The bytes of a selected file; nil, with a finding, when it is too large or certainly holds no
  /// manifests, because then its content has nothing more to say.
  private mutating func readManifest(_ entry: Int) throws(RepositoryError) -> [UInt8]? {
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
  static func judge(_ batch: [[UInt8]], options: LintOptions) -> [BlobVerdict] {
    let workers = min(options.jobs, batch.count)
    if workers <= 1 { return batch.map { ManifestLint.judge($0, options: options) } }
    let next = Atomic(0)
    let results = Mutex([BlobVerdict?](repeating: nil, count: batch.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < batch.count else { return }
        let verdict = ManifestLint.judge(batch[index], options: options)
        results.withLock { $0[index] = verdict }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  func agentNames(of entry: Int) -> [String] {
    (files[entry]?.agents ?? []).map { agents[$0].name }
  }
}
