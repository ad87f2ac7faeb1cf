/// Tells of most mappings, while their keys are read, that none stands twice, without keeping the
/// keys: those of the few others are compared when the mapping is complete (yaml-semantics, section 5).
struct KeyFilter {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var hits: UInt64 = 0

  /// Two keys may be equal.
  @inline(__always) var mayRepeat: Bool { hits != 0 }

  /// Two bits a key, one in each word: that both are set already is rare in mappings of few keys.
  @inline(__always)
  mutating func insert(_ print: UInt64) {
    let hash = print &* 0x9E37_79B9_7F4A_7C15
    hits |= first &>> (hash &>> 58) & second &>> (hash &>> 52) & 1
    first |= 1 &<< (hash &>> 58)
    second |= 1 &<< (hash &>> 52)
  }

  /// All of a short text, of a long one its ends and length: equal for equal texts, and seldom for
  /// others.
  @inline(__always)
  static func print(_ text: Span<UInt8>, _ range: SourceRange) -> UInt64 {
    let start = Int(range.start)
    let count = Int(range.end) &- start
    let head = Words.packed(text, from: start, count: count)
    guard count > 8 else { return head }
    let tail = Words.packed(text, from: start &+ count &- 8, count: 8)
    return head &* 31 &+ tail &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: count)
  }
}

/// A key of a mapping in which one may stand twice.
struct KeyMark {
  /// See `KeyFilter.print`.
  var print: UInt64
  var node: UInt32

  /// Groups of two or more keys whose prints are equal, each in file order.
  static func suspects(_ marks: inout [KeyMark]) -> [[UInt32]] {
    if marks.count <= 12, !hasEqualPrints(marks) { return [] }
    marks.sort { ($0.print, $0.node) < ($1.print, $1.node) }
    var groups: [[UInt32]] = []
    var start = 0
    while start < marks.count {
      var end = start + 1
      while end < marks.count, marks[end].print == marks[start].print { end += 1 }
      if end - start > 1 { groups.append(marks[start..<end].map(\.node)) }
      start = end
    }
    return groups
  }

  private static func hasEqualPrints(_ marks: [KeyMark]) -> Bool {
    for left in marks.indices {
      for right in marks.indices[(left + 1)...] where marks[right].print == marks[left].print {
        return true
      }
    }
    return false
  }
}
