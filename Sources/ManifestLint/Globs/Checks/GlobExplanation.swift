public import YAML

/// Why the agent does not get a file.
public struct GlobExplanation: Sendable {
  public var entry: Int
  /// Of the glob that comes nearest to selecting it; nil when no glob plays a part.
  public var globIndex: Int?
  public var message: Message
}

/// For every entry of a listing that is not selected, in order, why not: which part of the glob that
/// comes nearest does not match, or which rule of the agent leaves the entry out.
public func explainUnselected(
  _ selection: GlobSelection, globs: [[UInt8]], in listing: Listing,
  generation: SelectionGeneration = .requiresPrefix
) -> [GlobExplanation] {
  let index = ListingIndex(listing)
  var traces = globs.indices.map { GlobTrace(globs[$0], index, generation) }
  let selected = Set(selection.files)
  return listing.entries.indices.filter { !selected.contains($0) }.map { entry in
    guard listing.entries[entry].mode != .submodule else {
      return GlobExplanation(
        entry: entry, message: "it is a submodule, which the agent does not look into")
    }
    var nearest: (progress: Int, glob: Int, message: Message)?
    for glob in traces.indices {
      let (progress, message) = traces[glob].explain(entry)
      if progress > nearest?.progress ?? -1 { nearest = (progress, glob, message) }
    }
    return GlobExplanation(
      entry: entry, globIndex: nearest?.glob, message: nearest?.message ?? "there is no glob")
  }
}

/// Follows single paths through one glob.
private struct GlobTrace {
  /// More than any path has components: nothing comes nearer than to be left out when matched.
  private static let matched = Int.max

  private let glob: String
  private let request: GlobRequest
  private let directory: Int?
  private let index: ListingIndex
  private var matcher: GlobMatcher?

  init(_ glob: [UInt8], _ index: ListingIndex, _ generation: SelectionGeneration) {
    self.glob = String(decoding: glob, as: UTF8.self)
    self.index = index
    request = GlobRequest(glob, generation: generation)
    directory = index.directory(at: request.directory[...])
    matcher = try? Glob(request.pattern).matcher()
  }

  /// How many components of the entry's path match, and what then keeps it from being selected.
  mutating func explain(_ entry: Int) -> (progress: Int, Message) {
    let path = index.listing.path(entry)
    let components = path.split(separator: .slash)
    let place = String(decoding: request.directory, as: UTF8.self)
    let prefix = request.directory.split(separator: .slash)
    let common = zip(components, prefix).prefix { $0.elementsEqual($1) }.count
    guard let directory else {
      return (common, "the directory `\(place)` of the glob `\(glob)` is not there")
    }
    guard index.directories[directory].entries.contains(entry) else {
      return (common, "it is not below `\(place)/`, where the glob `\(glob)` looks")
    }
    if !request.isRecursive, Int(index.directoryOf[entry]) != directory {
      let name = String(decoding: components[prefix.count], as: UTF8.self)
      return (
        common, "the glob `\(glob)` looks at one directory only, not below `\(name)/`"
      )
    }
    guard matcher != nil else { return (common, "the glob `\(glob)` cannot be matched") }

    do throws(GlobSyntaxError) {
      if try matcher?.matches(path) == true { return (Self.matched, leftOut(entry)) }
    } catch {
      return (Self.matched - 1, "it brings up a syntax error in the glob `\(glob)`")
    }
    return mismatch(components)
  }

  private func leftOut(_ entry: Int) -> Message {
    guard index.isHidden(entry) else { return "the sync ends before it" }
    let components = index.listing.path(entry).split(separator: .slash).dropLast()
    let hidden = components.first { $0.first == .dot } ?? []
    return """
      it is below `\(String(decoding: hidden, as: UTF8.self))/`: the agent leaves out directories \
      whose name begins with `.`, though the glob `\(glob)` matches
      """
  }

  private mutating func mismatch(_ components: [ArraySlice<UInt8>]) -> (Int, Message) {
    var waiting = closure([0])
    for (number, name) in components.enumerated() {
      var next: Set<Int> = []
      let isLast = number == components.count - 1
      var ends = false
      for start in waiting {
        switch matcher?.program.starts[start] {
        case .anyComponents: next.insert(start)
        case .component(let component):
          let outcome = matcher?.scratch.match(component, name.span) ?? .mismatch
          if outcome == .finished { ends = true }
          matcher?.scratch.starts(outcome) { next.insert($0) }
        case nil: break
        }
      }
      let text = String(decoding: name, as: UTF8.self)
      if next.isEmpty, ends, !isLast {
        return (
          number + 1, "the glob `\(glob)` ends at `\(text)`, and the file is below it"
        )
      }
      if next.isEmpty || isLast {
        if !next.isEmpty, waiting.allSatisfy({ !isAny($0) }) {
          return (number + 1, "the glob `\(glob)` goes on below `\(text)`")
        }
        return (number, "`\(text)` does not match \(wanted(waiting)) of the glob `\(glob)`")
      }
      waiting = closure(next)
    }
    return (0, "the glob `\(glob)` does not match it")
  }

  private func isAny(_ start: Int) -> Bool {
    if case .anyComponents = matcher?.program.starts[start] { true } else { false }
  }

  private func closure(_ starts: Set<Int>) -> [Int] {
    var all = starts
    var waiting = Array(starts)
    while let start = waiting.popLast() {
      if case .anyComponents(then: let then?) = matcher?.program.starts[start],
        all.insert(then).inserted
      {
        waiting.append(then)
      }
    }
    return all.sorted()
  }

  /// The pattern's text for a component, for some of the starts that would take one.
  private func wanted(_ starts: [Int]) -> Message {
    let texts = starts.filter { !isAny($0) }.prefix(3).compactMap { start -> String? in
      guard let position = matcher?.program.positions[start] else { return nil }
      let text = request.pattern[position...].prefix { $0 != .slash }
      return text.isEmpty ? nil : "`\(String(decoding: text, as: UTF8.self))`"
    }
    return texts.isEmpty ? "the end" : .oneOf(texts)
  }
}
