/// Where the alternatives of a pattern begin and end, by position of their marks.
///
/// Escapes count, character classes do not: `{[,]}` has the alternatives `[` and `]`. The matcher
/// itself comes to a brace only outside of an escape, so one look from left to right serves it
/// wherever it begins.
struct Braces {
  /// For `{`, the place of its `}`; -1 for one that is never closed, and for every other byte.
  private(set) var closing: [Int32]
  /// For `{` and for each `,` between alternatives, the place of the next `,` or of the `}`.
  private(set) var separator: [Int32]
  /// For `{`, whether some alternative can stand for nothing: it is empty, `*` or `**`, or is made
  /// of such groups.
  private(set) var canBeEmpty: [Bool]
  /// How many `/` that no `\` precedes stand before each place.
  private let slashes: [Int32]

  init(_ pattern: [UInt8]) {
    closing = [Int32](repeating: -1, count: pattern.count)
    separator = closing
    canBeEmpty = [Bool](repeating: false, count: pattern.count)

    var slashes: [Int32] = [0]
    slashes.reserveCapacity(pattern.count + 1)
    var open: [(brace: Int, mark: Int)] = []
    var isEscaped = false
    for (place, byte) in pattern.enumerated() {
      let isSlash = byte == .slash && (place == 0 || pattern[place - 1] != .backslash)
      slashes.append(slashes[place] + (isSlash ? 1 : 0))
      if isEscaped {
        isEscaped = false
        continue
      }
      switch byte {
      case .backslash: isEscaped = true
      case .openBrace: open.append((place, place))
      case .comma:
        guard let mark = open.last?.mark else { break }
        separator[mark] = Int32(place)
        open[open.count - 1].mark = place
      case .closeBrace:
        guard let group = open.popLast() else { break }
        separator[group.mark] = Int32(place)
        closing[group.brace] = Int32(place)
      default: break
      }
    }
    self.slashes = slashes
    // Inner groups stand to the right of the brace that holds them.
    for brace in pattern.indices.reversed() where closing[brace] >= 0 {
      canBeEmpty[brace] = alternatives(of: brace).contains { canBeEmpty(pattern, $0) }
    }
  }

  func hasSlash(_ range: Range<Int>) -> Bool {
    slashes[range.upperBound] > slashes[range.lowerBound]
  }

  /// The ranges of the alternatives of a closed group.
  func alternatives(of brace: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var mark = brace
    while mark != Int(closing[brace]) {
      let next = Int(separator[mark])
      ranges.append(mark + 1..<next)
      mark = next
    }
    return ranges
  }

  private func canBeEmpty(_ pattern: [UInt8], _ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound, pattern[place] == .openBrace {
      guard canBeEmpty[place] else { return false }
      place = Int(closing[place]) + 1
    }
    let rest = pattern[place..<range.upperBound]
    return rest.count <= 2 && rest.allSatisfy { $0 == .star }
  }
}

extension UInt8 {
  static let star = UInt8(ascii: "*")
  static let question = UInt8(ascii: "?")
  static let slash = UInt8(ascii: "/")
  static let backslash = UInt8(ascii: "\\")
  static let comma = UInt8(ascii: ",")
  static let dot = UInt8(ascii: ".")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
}
