/// The keys of the open mappings, kept only as long as their mapping is open, so that repeated ones
/// are found without a look-up table for each mapping (yaml-semantics, section 5).
struct KeyMarks {
  struct Mark {
    /// Equal for equal texts, and seldom for others.
    var print: UInt64
    var node: UInt32
  }

  /// Marks beyond `count` are left over from mappings that are closed.
  private var marks: [Mark] = []
  private(set) var count = 0

  mutating func append(_ print: UInt64, _ node: UInt32) {
    if count < marks.count {
      marks[count] = Mark(print: print, node: node)
    } else {
      marks.append(Mark(print: print, node: node))
    }
    count &+= 1
  }

  mutating func truncate(to count: Int) { self.count = count }

  /// All of a short text, of a long one its ends and length.
  @inline(__always)
  static func print(_ text: Span<UInt8>, _ range: SourceRange) -> UInt64 {
    let start = Int(range.start)
    let count = Int(range.end) &- start
    let head = Words.packed(text, from: start, count: count)
    guard count > 8 else { return head }
    let tail = Words.packed(text, from: start &+ count &- 8, count: 8)
    return head &* 31 &+ tail &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: count)
  }

  /// Groups of two or more keys since `base` whose prints are equal, each in file order.
  mutating func suspects(from base: Int) -> [[UInt32]] {
    if count - base <= 12, !hasEqualPrints(base) { return [] }
    marks[base..<count].sort { ($0.print, $0.node) < ($1.print, $1.node) }
    var groups: [[UInt32]] = []
    var start = base
    while start < count {
      var end = start + 1
      while end < count, marks[end].print == marks[start].print { end += 1 }
      if end - start > 1 { groups.append(marks[start..<end].map(\.node)) }
      start = end
    }
    return groups
  }

  private func hasEqualPrints(_ base: Int) -> Bool {
    var left = base
    while left < count {
      let print = marks[left].print
      var right = left &+ 1
      while right < count {
        if marks[right].print == print { return true }
        right &+= 1
      }
      left &+= 1
    }
    return false
  }
}
