/// The form that nearly all components have: a literal, one of a few literals, or `*` between a
/// literal and such an end, as in `*.{yaml,yml,json}`. Bytes decide there, no character needs to be
/// read.
struct ComponentShape: Sendable {
  static let maximumEnds = 32

  /// What stands before the `*`; empty when there is none.
  private var beginning: [UInt8] = []
  private var hasStar = false
  /// What may stand behind the `*`, or all that may stand there at all. Empty: anything.
  private var ends: [[UInt8]] = []
  private let outcome: GlobOutcome

  /// Nil when the component has another form.
  init?(_ states: [GlobComponent.State], entry: Int32) {
    var state = states[Int(entry)]
    while case .rune(let rune, let next) = state.kind, Self.append(rune, to: &beginning) {
      state = states[Int(next)]
    }
    switch state.kind {
    case .rest(let outcome):
      hasStar = true
      self.outcome = outcome
      return
    case .star(let next):
      // `**` stands for nothing at the end of a component, which no literal does.
      guard state.atEnd == .mismatch else { return nil }
      hasStar = true
      state = states[Int(next)]
    case .end:
      ends = [beginning]
      outcome = state.atEnd
      return
    default: break
    }

    var outcome: GlobOutcome?
    var waiting: [(state: GlobComponent.State, text: [UInt8])] = [(state, hasStar ? [] : beginning)]
    while var (state, text) = waiting.popLast() {
      while case .rune(let rune, let next) = state.kind, Self.append(rune, to: &text) {
        state = states[Int(next)]
      }
      switch state.kind {
      case .end:
        guard state.atEnd == outcome ?? state.atEnd, !text.isEmpty else { return nil }
        outcome = state.atEnd
        ends.append(text)
      case .choice(let alternatives):
        guard state.atEnd == .mismatch else { return nil }
        waiting += alternatives.map { (states[Int($0)], text) }
      default: return nil
      }
      guard ends.count + waiting.count <= Self.maximumEnds else { return nil }
    }
    guard let outcome else { return nil }
    self.outcome = outcome
  }

  /// False for a character that more than one sequence of bytes reads as.
  private static func append(_ rune: UInt32, to text: inout [UInt8]) -> Bool {
    guard rune != Rune.invalid, let scalar = Unicode.Scalar(rune) else { return false }
    text += UTF8.encode(scalar).map(Array.init) ?? []
    return true
  }

  func match(_ component: Span<UInt8>) -> GlobOutcome {
    guard hasStar else {
      for end in ends where component.count == end.count && Self.holds(component, end, at: 0) {
        return outcome
      }
      return .mismatch
    }
    guard component.count >= beginning.count, Self.holds(component, beginning, at: 0) else {
      return .mismatch
    }
    if ends.isEmpty { return outcome }
    for end in ends {
      let position = component.count - end.count
      if position >= beginning.count, Self.holds(component, end, at: position) { return outcome }
    }
    return .mismatch
  }

  /// Whether the text stands at a position, behind which there is room for it.
  private static func holds(_ component: Span<UInt8>, _ text: [UInt8], at position: Int) -> Bool {
    for offset in text.indices where component[position + offset] != text[offset] { return false }
    return true
  }
}
