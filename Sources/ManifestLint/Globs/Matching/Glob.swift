/// A pattern as the agent's server matches it: doublestar v2.0.4, which GitLab 13.7 to 16.x used.
///
/// `*`, `?`, `[a-z]`, `[^a-z]`, `{a,b}`, `\` and, as a whole component, `**`. Case counts, names
/// that begin with a dot are like any other, and a malformed part is an error only when matching
/// comes to it.
public struct Glob: Sendable {
  public let pattern: [UInt8]
  private let program: Result<GlobProgram, GlobSyntaxError>

  public init(_ pattern: [UInt8]) {
    self.pattern = pattern
    program = Result { () throws(GlobSyntaxError) in try GlobProgram(pattern) }
  }

  /// Whether the pattern matches the whole path. Nothing is done with a leading `/`: it is a part of
  /// both.
  ///
  /// The time is at most proportional to the length of the path times that of the pattern.
  public func matches(_ path: ArraySlice<UInt8>) throws(GlobSyntaxError) -> Bool {
    var matcher = try matcher()
    return try matcher.matches(path)
  }

  func matcher() throws(GlobSyntaxError) -> GlobMatcher { GlobMatcher(try program.get()) }
}

/// Why a pattern cannot be matched.
public enum GlobSyntaxError: Error, Sendable {
  /// The agent's `syntax error in pattern`.
  case malformed
  /// Over `GlobProgram.maximumStates` or `GlobScratch.maximumSteps`; the agent's server would work
  /// on it without end.
  case tooComplex
}

/// A compiled pattern with the memory to match many paths.
struct GlobMatcher {
  let program: GlobProgram
  var scratch: GlobScratch

  init(_ program: GlobProgram) {
    self.program = program
    scratch = GlobScratch(program)
  }

  /// As `Glob.matches`: the verdict that trying one alternative after another comes to, the first
  /// match or error deciding, worked out from the last component to the first.
  mutating func matches(_ path: ArraySlice<UInt8>) throws(GlobSyntaxError) -> Bool {
    let components = Self.components(path)
    var next: [GlobProgram.Verdict] = []
    var verdicts = program.takesNothing
    // What `**` found further right; `takesNothing` is no answer to that.
    var found = [Bool](repeating: false, count: program.starts.count)
    for number in components.indices.reversed() {
      let text = components[number]
      let isLast = number == components.count - 1
      swap(&next, &verdicts)
      if isLast { verdicts = program.takesNothing }
      for start in program.fromTheEnd {
        switch program.starts[start] {
        case .anyComponents(let then):
          if let then {
            // An error behind `**` counts as no match.
            found[start] = found[start] || verdicts[then] == .yes
            if isLast && text.isEmpty { continue }
            verdicts[start] = found[start] ? .yes : .no
          } else {
            verdicts[start] = .yes
          }
        case .component(let component):
          if isLast && text.isEmpty { continue }
          verdicts[start] = verdict(component, text, isLast: isLast, next)
        }
      }
    }
    guard !scratch.isExhausted else { throw .tooComplex }
    switch verdicts[0] {
    case .yes: return true
    case .no: return false
    case .malformed: throw .malformed
    }
  }

  private mutating func verdict(
    _ component: GlobComponent, _ text: ArraySlice<UInt8>, isLast: Bool,
    _ next: [GlobProgram.Verdict]
  ) -> GlobProgram.Verdict {
    let outcome = scratch.match(component, text.span)
    switch outcome {
    case .mismatch: return .no
    case .malformed: return .malformed
    case .finished: return isLast ? .yes : .no
    default:
      guard !isLast else { return .no }
      var verdict = GlobProgram.Verdict.no
      scratch.starts(outcome) { start in if verdict == .no { verdict = next[start] } }
      return verdict
    }
  }

  /// The components of a path. A `/` with a `\` before it parts nothing.
  static func components(_ path: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var components: [ArraySlice<UInt8>] = []
    var start = path.startIndex
    for position in path.indices where path[position] == .slash {
      if position > start, path[position - 1] == .backslash { continue }
      components.append(path[start..<position])
      start = position + 1
    }
    components.append(path[start...])
    return components
  }
}
