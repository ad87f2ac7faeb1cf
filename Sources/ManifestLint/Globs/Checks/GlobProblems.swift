import YAML

/// What is wrong with the globs, told when all of them are resolved. Each glob has one problem at most that
/// says why it selects nothing: the one nearest to the cause.
struct GlobProblems {
  /// For how many globs of a project a nearer form is looked for: each costs some walks over the
  /// whole listing.
  static let maximumHints = 10

  private let selector: FileSelector
  private let selection: GlobSelection
  private let index: ListingIndex
  private let generation: SelectionGeneration
  private let globs: [[UInt8]]
  private lazy var lowercased = index.lowercased()
  private var hintCount = 0

  init(_ selector: FileSelector) {
    self.selector = selector
    selection = selector.selection
    index = selector.index
    generation = selector.generation
    globs = selector.globs
  }

  mutating func all() -> [GlobSelection.Problem] {
    var problems: [GlobSelection.Problem] = []
    for glob in globs.indices { problems += self.problems(of: glob) }
    return problems + overlapProblems() + limitProblems()
  }

  private mutating func problems(of glob: Int) -> [GlobSelection.Problem] {
    let reading = GlobReading(globs[glob])
    if let problem = syntaxError(glob, reading) { return [problem] }
    if let problem = prefixStripped(glob) { return [problem] }

    let tally = selection.tallies[glob]
    let selectsNothing = tally.matched == tally.hidden
    let misread =
      syntaxWarning(glob, reading).map { [$0] }
      ?? misreadings(glob, reading, selectsNothing: selectsNothing)
    if tally.missingPrefix != nil {
      return [neverMatches(glob, reading) ?? prefixMissing(glob)].compactMap { $0 } + misread
    }
    guard selectsNothing, misread.isEmpty else { return misread }
    return [neverMatches(glob, reading) ?? hiddenOnly(glob) ?? otherCase(glob) ?? noMatch(glob)]
  }

  private func text(_ glob: Int) -> String { String(decoding: globs[glob], as: UTF8.self) }

  private func path(_ entry: Int) -> String {
    String(decoding: index.listing.path(entry), as: UTF8.self)
  }

  private func suggestion(_ pattern: [UInt8]?) -> Message {
    pattern.map { "; write `\(String(decoding: $0, as: UTF8.self))`" } ?? ""
  }

  /// What selecting nothing means: it is worst when no other glob selects anything either.
  private var consequence: Message {
    if !selection.files.isEmpty { return "selects no file" }
    return generation == .stripsPrefix
      ? "selects no file, and no other glob does"
      : "selects no file, and no other glob does: with `prune: true` all that was applied is removed"
  }

  // MARK: The pattern

  private func syntaxError(_ glob: Int, _ reading: GlobReading) -> GlobSelection.Problem? {
    let tally = selection.tallies[glob]
    if selector.isTooComplex[glob] {
      return GlobSelection.Problem(
        GlobRules.syntax, glob: glob,
        "the glob `\(text(glob))` is too complex to be resolved; write several simple ones")
    }
    if let entry = tally.malformedAt {
      let what: Message =
        reading.fault.map { "\($0.message)\(suggestion($0.suggestion))" }
        ?? "syntax error in pattern"
      return GlobSelection.Problem(
        GlobRules.syntax, glob: glob, entry: entry,
        """
        the glob `\(text(glob))` is malformed and `\(path(entry))` brings it up, which ends the \
        sync: \(what)
        """)
    }
    return nil
  }

  private func syntaxWarning(_ glob: Int, _ reading: GlobReading) -> GlobSelection.Problem? {
    guard let fault = reading.fault else { return nil }
    return GlobSelection.Problem(
      GlobRules.syntax, severity: .warning, glob: glob,
      """
      the glob `\(text(glob))` is malformed, and no file of this tree makes the agent say so: \
      \(fault.message)\(suggestion(fault.suggestion))
      """)
  }

  private func misreadings(
    _ glob: Int, _ reading: GlobReading, selectsNothing: Bool
  ) -> [GlobSelection.Problem] {
    var problems: [GlobSelection.Problem] = []
    let effect: Message = selectsNothing ? "; the glob \(consequence)" : ""
    if let first = reading.exclamationClasses.first {
      let mended = reading.withCarets
      problems.append(
        GlobSelection.Problem(
          GlobRules.negatedClass, glob: glob,
          """
          `\(reading.text(first))` in the glob `\(text(glob))` matches `!` and what follows it, \
          only `[^…]` negates\(effect)\(suggestion(mended))
          """))
    }
    if let first = reading.plainStars.first {
      problems.append(
        GlobSelection.Problem(
          GlobRules.doublestarNotComponent, glob: glob,
          """
          `\(reading.text(first.run))` in the glob `\(text(glob))` is no whole component and means \
          `*`, within one directory\(effect)\(suggestion(reading.withWholeStars))
          """))
    }
    return problems
  }

  private func neverMatches(_ glob: Int, _ reading: GlobReading) -> GlobSelection.Problem? {
    let pattern = globs[glob]
    let whole = pattern.first == .slash ? pattern.dropFirst() : pattern[...]
    let components = whole.split(separator: .slash, omittingEmptySubsequences: false)
    let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n")]
    let what: Message
    if whole.isEmpty {
      what = "it is empty but for the `/` at the beginning, if any"
    } else if pattern.first.map(blanks.contains) == true
      || pattern.last.map(blanks.contains) == true
    {
      what = "it begins or ends with a blank, which is part of the name"
    } else if components.contains([.dot]) || components.contains([.dot, .dot]) {
      what = "git's paths have no component `.` or `..`"
    } else if components.last?.isEmpty == true {
      what = "it ends with `/`, and no file's path does"
    } else if components.contains([]) {
      what = "git's paths have no empty component, and only one `/` at the beginning is taken off"
    } else if reading.escapedSlash != nil {
      what = "`\\/` does not match the `/` between components"
    } else {
      return nil
    }
    let stops =
      selection.tallies[glob].missingPrefix != nil && generation >= .requiresPrefix
      && GlobRequest(pattern, generation: generation).hasPlainDirectory
    return GlobSelection.Problem(
      GlobRules.neverMatches, severity: stops ? .error : nil, glob: glob,
      """
      the glob `\(text(glob))` can match no file: \(what); it \(consequence)\
      \(suggestion(reading.withoutOddities))
      """)
  }

  // MARK: Selecting nothing

  private func hiddenOnly(_ glob: Int) -> GlobSelection.Problem? {
    let tally = selection.tallies[glob]
    guard tally.hidden > 0 else {
      guard let name = hiddenComponent(globs[glob]) else { return nil }
      return GlobSelection.Problem(
        GlobRules.hiddenDirectory, glob: glob,
        """
        the glob `\(text(glob))` can only match files below `\(name)/`, and the agent leaves out \
        directories whose name begins with `.`: it \(consequence)
        """)
    }
    return GlobSelection.Problem(
      GlobRules.hiddenDirectory, glob: glob,
      """
      the glob `\(text(glob))` matches \(tally.hidden) file(s), all below directories whose name \
      begins with `.`, which the agent leaves out: it \(consequence); move them to a directory \
      without the dot
      """)
  }

  /// A component before the last one that begins with a dot as such.
  private func hiddenComponent(_ glob: [UInt8]) -> String? {
    let components = glob.split(separator: .slash).dropLast()
    let hidden = components.first { $0.first == .dot && $0 != [.dot] && $0 != [.dot, .dot] }
    return hidden.map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func prefixMissing(_ glob: Int) -> GlobSelection.Problem? {
    guard let prefix = selection.tallies[glob].missingPrefix else { return nil }
    let request = GlobRequest(globs[glob], generation: generation)
    let isStopped = generation >= .requiresPrefix && request.hasPlainDirectory
    let effect: Message = isStopped ? "the sync ends with an error" : "it \(consequence)"
    return GlobSelection.Problem(
      GlobRules.prefixMissing, severity: isStopped ? .error : .warning, glob: glob,
      """
      the directory `\(String(decoding: prefix, as: UTF8.self))` of the glob `\(text(glob))` is not \
      in the repository: \(effect)\(hint(glob))
      """)
  }

  private mutating func otherCase(_ glob: Int) -> GlobSelection.Problem? {
    guard let entry = entryInOtherCase(globs[glob]) else { return nil }
    return GlobSelection.Problem(
      GlobRules.letterCase, severity: selection.files.isEmpty ? .warning : nil, glob: glob,
      """
      the glob `\(text(glob))` \(consequence); it would match `\(path(entry))` if case did not \
      count, which it does
      """)
  }

  private mutating func noMatch(_ glob: Int) -> GlobSelection.Problem {
    GlobSelection.Problem(
      GlobRules.noMatch, glob: glob,
      "the glob `\(text(glob))` \(consequence)\(hint(glob))")
  }

  private mutating func hint(_ glob: Int) -> Message {
    hintCount += 1
    guard hintCount <= Self.maximumHints else { return "" }
    return GlobHint(globs[glob], index, generation).message
  }

  /// The first visible entry that the glob matches when ASCII letters of either case are the same.
  private mutating func entryInOtherCase(_ glob: [UInt8]) -> Int? {
    let request = GlobRequest(glob.map(\.lowercased), generation: .matchesWholePath)
    guard let matcher = try? Glob(request.pattern).matcher() else { return nil }
    var walk = GlobWalk(matcher, lowercased)
    var entry = 0
    while entry < index.listing.count {
      var next = entry + 1
      switch walk.verdict(entry) {
      case .match where index.listing.entries[entry].mode != .submodule && !index.isHidden(entry):
        return entry
      case .nothing(let before): next = before
      default: break
      }
      entry = next
    }
    return nil
  }

  private func prefixStripped(_ glob: Int) -> GlobSelection.Problem? {
    let cut = GlobRequest(globs[glob], generation: .stripsPrefix)
    guard generation == .stripsPrefix, !cut.directory.isEmpty,
      !cut.pattern.starts(with: [.star, .star, .slash])
    else { return nil }
    let meant = GlobHint.count(globs[glob], index, .matchesWholePath)
    let tally = selection.tallies[glob]
    guard meant != tally.matched - tally.hidden else { return nil }
    return GlobSelection.Problem(
      GlobRules.prefixStripped, glob: glob,
      """
      the agent of 13.7 to 13.11 compares whole paths with `\(String(decoding: cut.pattern, as: UTF8.self))`, \
      the rest of the glob `\(text(glob))`: it selects \(tally.matched - tally.hidden) file(s) and \
      not \(meant); write `/\(String(decoding: cut.directory, as: UTF8.self))/**/…`
      """)
  }

  // MARK: All globs together

  private func overlapProblems() -> [GlobSelection.Problem] {
    selector.overlaps.map { overlap in
      let isSame = globs[overlap.glob] == globs[overlap.earlier]
      let remedy: Message = isSame ? "take one of the two out" : "make them disjoint"
      return GlobSelection.Problem(
        GlobRules.overlap, severity: generation == .stripsPrefix ? .warning : nil,
        glob: overlap.glob, entry: overlap.firstEntry,
        """
        the glob `\(text(overlap.glob))` selects \(overlap.count) file(s) that \
        `\(text(overlap.earlier))` selects too, first `\(path(overlap.firstEntry))`; \(remedy)
        """, related: [overlap.earlier])
    }
  }

  private func limitProblems() -> [GlobSelection.Problem] {
    var problems: [GlobSelection.Problem] = []
    let limits = selector.limits
    if globs.count > limits.maximumPaths {
      problems.append(
        GlobSelection.Problem(
          GlobRules.tooManyPaths, glob: nil,
          "the manifest project has \(globs.count) globs, the agent takes \(limits.maximumPaths)"))
    }
    if selector.visited > limits.maximumFiles {
      let counts = selection.tallies.indices.sorted {
        (-selection.tallies[$0].visited, $0) < (-selection.tallies[$1].visited, $1)
      }
      let most: [String] = counts.prefix(3).map { "`\(text($0))` \(selection.tallies[$0].visited)" }
      problems.append(
        GlobSelection.Problem(
          GlobRules.tooManyFiles, glob: counts.first,
          """
          the globs make the agent look at \(selector.visited) files, matching or not, and it takes \
          \(limits.maximumFiles): \(most.joined(separator: ", ")); name a directory that holds the \
          manifests before the first wildcard
          """))
    }
    for file in selector.tooLarge {
      problems.append(
        GlobSelection.Problem(
          GlobRules.fileTooLarge, glob: file.glob, entry: file.entry,
          """
          `\(path(file.entry))` has \(file.size) bytes, the agent takes \
          \(limits.maximumFileSize) in one file
          """))
    }
    if let over = selector.overTotal {
      problems.append(
        GlobSelection.Problem(
          GlobRules.totalTooLarge, glob: over.glob, entry: over.entry,
          """
          the selected files have \(selector.totalSize) bytes together, the agent takes \
          \(limits.maximumTotalSize); `\(path(over.entry))` is the first that no longer fits
          """))
    }
    return problems
  }
}
