/// A pattern made ready to match: for every place at which a component of a path can meet the
/// pattern (a *start*), what that component must look like and where the next one goes on.
struct GlobProgram: Sendable {
  /// Places of the pattern that are told apart, over all starts. A pattern that needs more is
  /// refused: nobody writes one, and every place costs time for every character of a path.
  static let maximumStates = 50_000

  enum Start: Sendable {
    /// `**`: any number of components, then what the next start wants; nil where it ends the
    /// pattern.
    case anyComponents(then: Int?)
    case component(GlobComponent)
  }

  /// Number 0 is the beginning of the pattern.
  private(set) var starts: [Start]
  /// Whether each start takes an empty rest of the path, by number.
  private(set) var takesNothing: [Verdict]
  /// The numbers of the starts, those first that stand nearer to the end of the pattern.
  private(set) var fromTheEnd: [Int]
  /// Where in the pattern each start is.
  private(set) var positions: [Int]

  enum Verdict: Sendable { case no, yes, malformed }

  init(_ pattern: [UInt8]) throws(GlobSyntaxError) {
    var compiler = GlobCompiler(pattern)
    starts = []
    takesNothing = []
    while starts.count < compiler.starts.count {
      let place = compiler.starts[starts.count]
      starts.append(try compiler.start(at: place))
      takesNothing.append(compiler.takesNothing(at: place))
      guard compiler.stateCount <= Self.maximumStates else { throw .tooComplex }
    }
    fromTheEnd = compiler.fromTheEnd()
    positions = compiler.starts.map { Int($0.position) }
  }
}

/// What becomes of one component: the starts at which the next component of the path may go on.
struct GlobOutcome: RawRepresentable, Hashable, Sendable {
  /// From 1 on: numbers of lists of starts, in the order in which the matcher tries them.
  var rawValue: Int32

  static let mismatch = GlobOutcome(rawValue: -1)
  static let malformed = GlobOutcome(rawValue: -2)
  /// It matches, and the pattern ends with it.
  static let finished = GlobOutcome(rawValue: 0)

  /// Goes on at exactly this start.
  static func next(_ start: Int) -> GlobOutcome { GlobOutcome(rawValue: Int32(start) + 1) }
}

/// The part of a pattern that one component of a path is held against.
final class GlobComponent: Sendable {
  struct State: Sendable {
    var kind: Kind
    /// What becomes of the component when it ends here.
    var atEnd: GlobOutcome

    enum Kind: Sendable {
      /// No further character can match: the end of the pattern, or `/`.
      case end
      case malformed
      case rune(UInt32, next: Int32)
      case any(next: Int32)
      case oneOf(CharacterClass, next: Int32)
      /// `*` with something behind it.
      case star(next: Int32)
      /// `*` that takes the rest of the component.
      case rest(GlobOutcome)
      case choice([Int32])
    }
  }

  /// A state comes after those that it needs at the same character.
  let states: [State]
  /// The state at which the component begins.
  let entry: Int32
  /// Quicker ways for the components that have them.
  let shape: ComponentShape?
  let automaton: SmallAutomaton?

  init(_ states: [State], entry: Int32) {
    self.states = states
    self.entry = entry
    shape = ComponentShape(states, entry: entry)
    automaton = shape == nil ? SmallAutomaton(states, entry: entry) : nil
  }
}

/// Takes a pattern apart. The pattern that a character meets behind an alternative is the rest of
/// that alternative followed by what stands behind the group; a *place* is a position in the
/// pattern together with the groups that it is in.
struct GlobCompiler {
  struct Place: Hashable {
    var position: Int32
    /// Number of the stretch that is read on to its end.
    var stretch: Int32
  }

  /// A part of the pattern that is read on without a jump.
  private struct Stretch {
    var end: Int32
    /// Where reading goes on behind `end`; nil at the end of the pattern.
    var then: Place?
    /// How many bytes are read behind `end`.
    var remaining: Int
  }

  private struct StretchKey: Hashable {
    var end: Int32
    var outer: Int32
  }

  let pattern: [UInt8]
  private let braces: Braces
  private var stretches: [Stretch]
  private var stretchNumbers: [StretchKey: Int32] = [:]
  private(set) var starts: [Place] = []
  private var startNumbers: [Place: Int] = [:]
  private(set) var stateCount = 0

  init(_ pattern: [UInt8]) {
    self.pattern = pattern
    braces = Braces(pattern)
    stretches = [Stretch(end: Int32(pattern.count), then: nil, remaining: 0)]
    _ = number(ofStart: Place(position: 0, stretch: 0))
  }

  // MARK: Reading

  private func normalized(_ place: Place) -> Place {
    let stretch = stretches[Int(place.stretch)]
    return place.position == stretch.end ? stretch.then ?? place : place
  }

  private func byte(_ place: Place) -> UInt8? {
    Int(place.position) < pattern.count ? pattern[Int(place.position)] : nil
  }

  private func after(_ place: Place) -> Place {
    normalized(Place(position: place.position + 1, stretch: place.stretch))
  }

  private func remaining(_ place: Place) -> Int {
    let stretch = stretches[Int(place.stretch)]
    return Int(stretch.end - place.position) + stretch.remaining
  }

  /// The character at a place that is not the end, and the place behind it. The bytes of one
  /// character may come from both sides of a jump.
  private func rune(_ place: Place) -> (rune: UInt32, next: Place) {
    var bytes: [UInt8] = []
    var ahead = place
    while bytes.count < 4, let byte = byte(ahead) {
      bytes.append(byte)
      ahead = after(ahead)
    }
    let (rune, width) = Rune.decode(bytes.span, at: 0)
    var next = place
    for _ in 0..<width { next = after(next) }
    return (rune, next)
  }

  private mutating func alternatives(of place: Place) -> [Place] {
    let closing = braces.closing[Int(place.position)]
    let then = normalized(Place(position: closing + 1, stretch: place.stretch))
    return braces.alternatives(of: Int(place.position)).map { range in
      let key = StretchKey(end: Int32(range.upperBound), outer: place.stretch)
      let number = stretchNumbers[key] ?? Int32(stretches.count)
      if number == stretches.count {
        stretches.append(Stretch(end: key.end, then: then, remaining: remaining(then)))
        stretchNumbers[key] = number
      }
      return normalized(Place(position: Int32(range.lowerBound), stretch: number))
    }
  }

  // MARK: Starts

  private mutating func number(ofStart place: Place) -> Int {
    if let number = startNumbers[place] { return number }
    startNumbers[place] = starts.count
    starts.append(place)
    return starts.count - 1
  }

  func fromTheEnd() -> [Int] {
    starts.indices.sorted { (remaining(starts[$0]), $0) < (remaining(starts[$1]), $1) }
  }

  mutating func start(at place: Place) throws(GlobSyntaxError) -> GlobProgram.Start {
    stateCount += 1
    if byte(place) == .star, byte(after(place)) == .star {
      let behind = after(after(place))
      switch byte(behind) {
      case nil: return .anyComponents(then: nil)
      case .slash: return .anyComponents(then: number(ofStart: after(behind)))
      default: break
      }
    }
    return .component(try component(at: place))
  }

  /// Whether the pattern from here on takes an empty rest of a path. Unlike at the end of a
  /// component, a `/` ends nothing here.
  mutating func takesNothing(at start: Place) -> GlobProgram.Verdict {
    var place = start
    var isEmptyable = true
    while byte(place) == .openBrace {
      stateCount += 1
      let closing = braces.closing[Int(place.position)]
      guard closing >= 0 else { return .malformed }
      isEmptyable = isEmptyable && braces.canBeEmpty[Int(place.position)]
      place = normalized(Place(position: closing + 1, stretch: place.stretch))
    }
    for _ in 0..<2 where byte(place) == .star { place = after(place) }
    return isEmptyable && byte(place) == nil ? .yes : .no
  }

  // MARK: Components

  private enum Draft {
    case end
    case malformed
    case rune(UInt32, Place)
    case any(Place)
    case oneOf(CharacterClass, Place)
    case star(Place)
    case rest(GlobOutcome)
    case choice([Place], behind: Place)
  }

  private mutating func component(at entry: Place) throws(GlobSyntaxError) -> GlobComponent {
    var drafts: [Place: Draft] = [:]
    var waiting = [entry]
    while let place = waiting.popLast() {
      guard drafts[place] == nil else { continue }
      stateCount += 1
      guard stateCount <= GlobProgram.maximumStates else { throw .tooComplex }
      let draft = draft(at: place)
      drafts[place] = draft
      switch draft {
      case .end, .malformed, .rest: break
      case .rune(_, let next), .any(let next), .oneOf(_, let next), .star(let next):
        waiting.append(next)
      case .choice(let places, let behind): waiting += places + [behind]
      }
    }

    let order = drafts.keys.sorted {
      (remaining($0), $0.position, $0.stretch) < (remaining($1), $1.position, $1.stretch)
    }
    var numbers: [Place: Int32] = [:]
    var states: [GlobComponent.State] = []
    for place in order {
      guard let draft = drafts[place] else { continue }
      // A state that another one needs is nearer to the end, and so has its number already.
      func state(_ place: Place) -> Int32 { numbers[place] ?? 0 }
      var atEnd = GlobOutcome.mismatch
      let kind: GlobComponent.State.Kind
      switch draft {
      case .end:
        kind = .end
        atEnd = byte(place) == nil ? .finished : .next(number(ofStart: after(place)))
      case .malformed:
        kind = .malformed
        if byte(place) == .openBrace { atEnd = .malformed }
      case .rune(let rune, let next): kind = .rune(rune, next: state(next))
      case .any(let next): kind = .any(next: state(next))
      case .oneOf(let set, let next): kind = .oneOf(set, next: state(next))
      case .rest(let outcome):
        kind = .rest(outcome)
        atEnd = outcome
      case .star(let next):
        kind = .star(next: state(next))
        // At the end of a component the pattern `**` may stand for nothing, `***` may not.
        if case .rest(let outcome) = states[Int(state(next))].kind { atEnd = outcome }
      case .choice(let places, let behind):
        kind = .choice(places.map(state))
        let brace = Int(place.position)
        if braces.hasSlash(brace..<Int(braces.closing[brace])) {
          // The matcher looks for the end of the component first, finds this `/`, and then misses
          // the closing brace.
          atEnd = .malformed
        } else {
          atEnd = states[Int(state(behind))].atEnd
          if atEnd != .malformed, !braces.canBeEmpty[brace] { atEnd = .mismatch }
        }
      }
      numbers[place] = Int32(states.count)
      states.append(GlobComponent.State(kind: kind, atEnd: atEnd))
    }
    return GlobComponent(states, entry: numbers[entry] ?? 0)
  }

  private mutating func draft(at place: Place) -> Draft {
    switch byte(place) {
    case nil, .slash: return .end
    case .question: return .any(after(place))
    case .star:
      let behind = after(place)
      switch byte(behind) {
      case nil: return .rest(.finished)
      case .slash: return .rest(.next(number(ofStart: after(behind))))
      default: return .star(behind)
      }
    case .openBrace:
      let closing = braces.closing[Int(place.position)]
      guard closing >= 0 else { return .malformed }
      let behind = normalized(Place(position: closing + 1, stretch: place.stretch))
      return .choice(alternatives(of: place), behind: behind)
    case .openBracket:
      guard let (set, next) = characterClass(after(place)) else { return .malformed }
      return .oneOf(set, next)
    case .backslash:
      let escaped = after(place)
      guard byte(escaped) != nil else { return .malformed }
      let (rune, next) = rune(escaped)
      return rune == Rune.invalid ? .malformed : .rune(rune, next)
    default:
      let (rune, next) = rune(place)
      return .rune(rune, next)
    }
  }

  /// The class behind `[`. It ends at the first `]` that no `\` precedes, even one that is itself
  /// escaped (`[\\]` does not end), and may reach over the end of an alternative.
  private mutating func characterClass(_ first: Place) -> (CharacterClass, next: Place)? {
    var bytes: [UInt8] = []
    var place = first
    // Thousands of classes without an end would each be looked through to the end of the pattern.
    defer { stateCount += bytes.count / 64 }
    while let byte = byte(place) {
      place = after(place)
      if byte == .closeBracket, bytes.last != .backslash {
        return CharacterClass(bytes).map { ($0, place) }
      }
      bytes.append(byte)
    }
    return nil
  }
}
