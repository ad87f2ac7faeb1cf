/// The files of a tree that the agent would get for the globs of one manifest project, and what is
/// wrong with the globs.
///
/// Selection goes on behind the place at which the sync would break off, so that every file is
/// checked that its author means to be applied.
///
/// - Parameters:
///   - globs: As written in `paths[].glob`.
///   - size: Bytes in the blob of an entry; asked once for each selected file.
/// - Throws: What `size` throws.
public func selectFiles(
  globs: [[UInt8]], in listing: Listing, generation: SelectionGeneration = .requiresPrefix,
  limits: AgentLimits = AgentLimits(), size: (Int) throws(RepositoryError) -> Int
) throws(RepositoryError) -> GlobSelection {
  try selectFiles(
    globs: globs, in: ListingIndex(listing), generation: generation, limits: limits, size: size)
}

/// The same over an index that several manifest projects share.
public func selectFiles(
  globs: [[UInt8]], in index: ListingIndex, generation: SelectionGeneration = .requiresPrefix,
  limits: AgentLimits = AgentLimits(), size: (Int) throws(RepositoryError) -> Int
) throws(RepositoryError) -> GlobSelection {
  var selector = FileSelector(globs, index, generation, limits)
  for glob in globs.indices { try selector.select(glob, size) }
  return selector.finished()
}

/// One run of `selectFiles`.
struct FileSelector {
  let globs: [[UInt8]]
  let index: ListingIndex
  let generation: SelectionGeneration
  let limits: AgentLimits
  private(set) var selection = GlobSelection()
  private(set) var overlaps: [Overlap] = []
  /// Files over the limit of one file.
  private(set) var tooLarge: [(entry: Int, size: Int, glob: Int)] = []
  /// Bytes in all selected files that are not too large themselves.
  private(set) var totalSize = 0
  /// The first file that does not fit into the total any more.
  private(set) var overTotal: (entry: Int, glob: Int)?
  /// By entry: the glob that was the first to select it; -1 for none.
  private(set) var selectedBy: [Int32]
  /// By glob: whether our own limits keep it from being matched.
  private(set) var isTooComplex: [Bool]
  /// Blobs looked at so far, over all globs, as if the sync did not break off.
  private(set) var visited = 0
  /// Bytes sent before the sync breaks off; a file sent twice counts twice.
  private var sentSize = 0

  /// What a later glob selects once more.
  struct Overlap {
    var glob: Int
    var earlier: Int
    var firstEntry: Int
    var count = 1
  }

  init(
    _ globs: [[UInt8]], _ index: ListingIndex, _ generation: SelectionGeneration,
    _ limits: AgentLimits
  ) {
    self.globs = globs
    self.index = index
    self.generation = generation
    self.limits = limits
    selectedBy = [Int32](repeating: -1, count: index.listing.count)
    isTooComplex = [Bool](repeating: false, count: globs.count)
    if globs.count > limits.maximumPaths {
      stop(
        .tooManyPaths,
        """
        maximum number of GitOps paths per manifest project is \(limits.maximumPaths), but \
        \(globs.count) was requested
        """)
    }
  }

  // MARK: One glob

  mutating func select(
    _ glob: Int, _ size: (Int) throws(RepositoryError) -> Int
  ) throws(RepositoryError) {
    let request = GlobRequest(globs[glob], generation: generation)
    selection.tallies.append(GlobSelection.Tally())
    guard let directory = index.directory(at: request.directory[...]) else {
      selection.tallies[glob].missingPrefix = request.directory
      if generation >= .requiresPrefix, request.hasPlainDirectory {
        stop(
          .prefixMissing, "NotFound: GetTreeEntries.Recv: file/directory/ref not found: ",
          request.directory[...], glob: glob)
      }
      return
    }
    var walk: GlobWalk?
    do throws(GlobSyntaxError) {
      walk = GlobWalk(try Glob(request.pattern).matcher(), index)
    } catch {
      isTooComplex[glob] = true
    }

    let before = visited
    let end = index.directories[directory].entries.upperBound
    var entry = index.directories[directory].entries.lowerBound
    if !request.isRecursive { entry = index.entry(from: entry, directlyIn: directory) }
    while entry < end {
      var behind = entry + 1
      if index.listing.entries[entry].mode != .submodule {
        switch walk?.verdict(entry) {
        case .mismatch: break
        case .match: try take(entry, by: glob, size)
        case .malformed, nil: reject(request.pattern, glob, at: entry)
        case .nothing(let next): if request.isRecursive { behind = next }
        }
      }
      visited += index.blobCount(entry..<behind)
      entry = request.isRecursive ? behind : index.entry(from: behind, directlyIn: directory)
    }
    selection.tallies[glob].visited = visited - before
    if walk?.isExhausted == true { isTooComplex[glob] = true }
    if visited > limits.maximumFiles { stopForCount(glob) }
  }

  private mutating func take(
    _ entry: Int, by glob: Int, _ size: (Int) throws(RepositoryError) -> Int
  ) throws(RepositoryError) {
    selection.tallies[glob].matched += 1
    if index.isHidden(entry) {
      selection.tallies[glob].hidden += 1
      return
    }
    if visited >= limits.maximumFiles { stopForCount(glob) }

    let earlier = Int(selectedBy[entry])
    if earlier >= 0 {
      note(entry, by: glob, after: earlier)
      guard generation == .stripsPrefix else {
        stop(
          .visitedTwice, "path visited more than once: ", index.listing.path(entry), glob: glob,
          entry: entry)
        return
      }
    }
    let bytes = try size(entry)
    if earlier < 0 {
      selectedBy[entry] = Int32(glob)
      selection.files.append(entry)
      selection.tallies[glob].selected += 1
      if bytes > limits.maximumFileSize {
        tooLarge.append((entry, bytes, glob))
      } else {
        totalSize += bytes
        if totalSize > limits.maximumTotalSize, overTotal == nil { overTotal = (entry, glob) }
      }
    }
    send(entry, bytes, glob)
  }

  private mutating func send(_ entry: Int, _ bytes: Int, _ glob: Int) {
    guard selection.stop == nil else { return }
    let left = limits.maximumTotalSize - sentSize
    guard left > 0 else {
      // Not even an empty file is fetched then.
      if overTotal == nil { overTotal = (entry, glob) }
      stop(
        .totalTooLarge,
        "rpc error: code = Internal desc = unexpected negative remaining total file size",
        glob: glob, entry: entry)
      return
    }
    guard bytes <= min(limits.maximumFileSize, left) else {
      stop(
        bytes > limits.maximumFileSize ? .fileTooLarge : .totalTooLarge,
        "FileTooBig: TreeEntry: file is too big: ", index.listing.path(entry),
        """
        : rpc error: code = FailedPrecondition desc = TreeEntry: object size (\(bytes)) is bigger \
        than the maximum allowed size (\(min(limits.maximumFileSize, left)))
        """,
        glob: glob, entry: entry)
      return
    }
    sentSize += bytes
    selection.sent.append(entry)
  }

  private mutating func reject(_ pattern: [UInt8], _ glob: Int, at entry: Int) {
    // Before 13.12 files in hidden directories were left out before they were matched.
    if generation == .stripsPrefix, index.isHidden(entry) { return }
    if selection.tallies[glob].malformedAt == nil { selection.tallies[glob].malformedAt = entry }
    if visited >= limits.maximumFiles { stopForCount(glob) }
    stop(
      .malformedGlob, "glob ", pattern[...], " match failed: syntax error in pattern", glob: glob,
      entry: entry)
  }

  private mutating func note(_ entry: Int, by glob: Int, after earlier: Int) {
    if let number = overlaps.firstIndex(where: { $0.glob == glob && $0.earlier == earlier }) {
      overlaps[number].count += 1
    } else {
      overlaps.append(Overlap(glob: glob, earlier: earlier, firstEntry: entry))
    }
  }

  // MARK: The end of the sync

  private mutating func stopForCount(_ glob: Int) {
    let what = generation == .stripsPrefix ? "manifest files" : "files"
    stop(
      .tooManyFiles, "maximum number of \(what) limit reached: \(limits.maximumFiles)", glob: glob)
  }

  /// Only the first error counts: it ends the sync.
  private mutating func stop(
    _ reason: GlobSelection.Stop.Reason, _ text: String, _ bytes: ArraySlice<UInt8> = [],
    _ more: String = "", glob: Int? = nil, entry: Int? = nil
  ) {
    guard selection.stop == nil else { return }
    selection.stop = GlobSelection.Stop(
      reason: reason, text: Array(text.utf8) + bytes + Array(more.utf8), globIndex: glob,
      entry: entry)
    selection.visited =
      reason == .tooManyFiles ? limits.maximumFiles : visited + (entry == nil ? 0 : 1)
  }

  func finished() -> GlobSelection {
    var selection = selection
    if selection.stop == nil { selection.visited = visited }
    var problems = GlobProblems(self)
    selection.problems = problems.all()
    return selection
  }
}
