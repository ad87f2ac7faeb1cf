/// A component of at most 64 states that can only match or not: all its states at once are the bits of
/// a word.
struct SmallAutomaton: Sendable {
  /// By ASCII character: the states that take it.
  private var takers = [UInt64](repeating: 0, count: 128)
  /// By state: those that wait for the next character when it has taken one.
  private var followers: [UInt64] = []
  /// The states with which a component may end when they have taken its last character.
  private var lasts: UInt64 = 0
  private var initial: UInt64 = 0
  private var kinds: [GlobComponent.State.Kind] = []
  private var whenEmpty = GlobOutcome.mismatch
  private let outcome: GlobOutcome

  /// Nil when the component is larger, can fail, or goes on at different starts.
  init?(_ states: [GlobComponent.State], entry: Int32) {
    guard states.count <= 64 else { return nil }
    var outcome: GlobOutcome?
    for state in states {
      var ways = [state.atEnd]
      if case .rest(let rest) = state.kind { ways.append(rest) }
      if case .malformed = state.kind { return nil }
      for way in ways where way != .mismatch {
        guard way != .malformed, way == outcome ?? way else { return nil }
        outcome = way
      }
    }
    guard let outcome else { return nil }
    self.outcome = outcome
    kinds = states.map(\.kind)
    whenEmpty = states[Int(entry)].atEnd

    // The states that wait for a character where a state stands; later states need earlier ones.
    var waiting: [UInt64] = []
    for (number, state) in states.enumerated() {
      let bit: UInt64 = 1 << UInt64(number)
      switch state.kind {
      case .end, .malformed: waiting.append(0)
      case .rune, .any, .oneOf, .rest: waiting.append(bit)
      case .star(let next): waiting.append(bit | waiting[Int(next)])
      case .choice(let alternatives):
        waiting.append(alternatives.reduce(0) { $0 | waiting[Int($1)] })
      }
    }
    initial = waiting[Int(entry)]
    for (number, state) in states.enumerated() {
      let bit: UInt64 = 1 << UInt64(number)
      switch state.kind {
      case .rune(_, let next), .any(let next), .oneOf(_, let next):
        followers.append(waiting[Int(next)])
        if states[Int(next)].atEnd != .mismatch { lasts |= bit }
      case .star: followers.append(waiting[number])
      case .rest:
        followers.append(bit)
        lasts |= bit
      case .end, .malformed, .choice: followers.append(0)
      }
      for character in takers.indices where takes(number, UInt32(character)) {
        takers[character] |= bit
      }
    }
  }

  private func takes(_ state: Int, _ rune: UInt32) -> Bool {
    switch kinds[state] {
    case .end, .malformed, .choice: false
    case .rune(let wanted, _): rune == wanted
    case .oneOf(let set, _): set.contains(rune)
    case .any, .star, .rest: true
    }
  }

  func match(_ component: Span<UInt8>) -> GlobOutcome {
    guard !component.isEmpty else { return whenEmpty }
    // Most names that do not match end otherwise.
    let last = component[component.count - 1]
    guard last >= 0x80 || takers[Int(last)] & lasts != 0 else { return .mismatch }
    var waiting = initial
    var taking: UInt64 = 0
    var position = 0
    while position < component.count {
      let byte = component[position]
      if byte < 0x80 {
        taking = waiting & takers[Int(byte)]
        position += 1
      } else {
        let (rune, width) = Rune.decode(component, at: position)
        position += width
        taking = 0
        var rest = waiting
        while rest != 0 {
          let state = rest.trailingZeroBitCount
          rest &= rest - 1
          if takes(state, rune) { taking |= 1 << UInt64(state) }
        }
      }
      guard taking != 0 else { return .mismatch }
      waiting = 0
      var rest = taking
      while rest != 0 {
        waiting |= followers[rest.trailingZeroBitCount]
        rest &= rest - 1
      }
    }
    return taking & lasts != 0 ? outcome : .mismatch
  }
}
