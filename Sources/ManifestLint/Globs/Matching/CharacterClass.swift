/// What stands between `[` and `]`.
struct CharacterClass: Sendable {
  var isNegated: Bool
  var ranges: [ClosedRange<UInt32>]

  func contains(_ rune: UInt32) -> Bool {
    ranges.contains { $0.contains(rune) } != isNegated
  }

  /// Nil when it is malformed: empty, a `-` that is no range's, or an escape or range that ends
  /// with the class.
  init?(_ content: [UInt8]) {
    var runes: [UInt32] = []
    Rune.decode(content.span, into: &runes)
    guard let first = runes.first else { return nil }
    let hyphen = UInt32(UInt8(ascii: "-"))
    isNegated = first == UInt32(UInt8(ascii: "^"))
    ranges = []
    var rest = runes[(isNegated ? 1 : 0)...]

    func bound() -> UInt32? {
      guard let rune = rest.popFirst(), rune != hyphen else { return nil }
      return rune == UInt32(UInt8.backslash) ? rest.popFirst() : rune
    }
    while !rest.isEmpty {
      guard let low = bound() else { return nil }
      var high = low
      if rest.first == hyphen {
        rest.removeFirst()
        guard let bound = bound() else { return nil }
        high = bound
      }
      // `[z-a]` is no error, it just holds nothing.
      if low <= high { ranges.append(low...high) }
    }
  }
}
