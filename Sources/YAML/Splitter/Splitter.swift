/// Cuts a manifest file into the inputs that the YAML reader gets one by one, as
/// `k8s.io/apimachinery/pkg/util/yaml` does before any parsing (yaml-semantics, section 3).
struct Splitter {
  enum Piece {
    /// One input. `addsLineEnd`: the file lacks the last line end, and the splitter adds it.
    case chunk(Range<Int>, addsLineEnd: Bool)
    /// A `---` line with something else on it: from 0.22 the file ends here, and what was gathered
    /// before it is lost. To find further problems the line is taken as the next input's first.
    case badSeparator(lost: Range<Int>, line: Range<Int>, rest: Range<Int>)
  }

  let generation: SplitterGeneration
  let end: Int
  private(set) var position: Int
  private var isFinished = false
  /// The line at `position` was already told as a bad separator.
  private var sawBadSeparator = false
  /// Comments on `---` lines that separate.
  private(set) var separatorComments: [SourceRange] = []

  init(_ generation: SplitterGeneration, _ range: Range<Int>) {
    self.generation = generation
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func next(_ source: Span<UInt8>) -> Piece? {
    guard !isFinished else { return nil }
    let start = position
    while position < end {
      let line = Words.line(beginningWith: 0x2D, source, from: position, to: end)
      position = line
      guard line < end else { break }
      let (lineEnd, next) = lineBounds(source, from: line)
      position = next
      guard isMarker(source, line..<lineEnd) else { continue }
      let rest = trimmed(source, line + 3..<lineEnd)
      if !rest.isEmpty {
        if generation == .v0_21 { continue }
        if source[rest.lowerBound] != 0x23 {
          if line > start || !sawBadSeparator {
            position = line
            sawBadSeparator = true
            return .badSeparator(lost: start..<line, line: line..<lineEnd, rest: rest)
          }
          continue
        }
      }
      // With nothing gathered yet the separator itself begins the chunk.
      if line > start {
        sawBadSeparator = false
        if !rest.isEmpty { separatorComments.append(SourceRange(rest)) }
        return .chunk(start..<line, addsLineEnd: false)
      }
    }
    isFinished = true
    guard start < end else { return nil }
    return .chunk(start..<end, addsLineEnd: source[end - 1] != 0x0A)
  }

  /// The end of a line without CR LF or LF, and where the next begins.
  private func lineBounds(_ source: Span<UInt8>, from start: Int) -> (end: Int, next: Int) {
    var offset = start
    while offset < end, source[offset] != 0x0A {
      offset = Words.lineStop(source, from: offset + 1, to: end)
    }
    guard offset < end else { return (end, end) }
    let hasReturn = offset > start && source[offset - 1] == 0x0D
    return (hasReturn ? offset - 1 : offset, offset + 1)
  }

  private func isMarker(_ source: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.count >= 3 && source[line.lowerBound] == 0x2D && source[line.lowerBound + 1] == 0x2D
      && source[line.lowerBound + 2] == 0x2D
  }

  /// Without Unicode white space at both ends.
  private func trimmed(_ source: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      let length = UnicodeSpace.length(source, at: start, end: range.upperBound)
      if length == 0 { break }
      start += length
    }
    var end = range.upperBound
    while end > start {
      var begin = end - 1
      while begin > start, source[begin] & 0xC0 == 0x80 { begin -= 1 }
      let length = UnicodeSpace.length(source, at: begin, end: end)
      if length == 0 || begin + length != end { break }
      end = begin
    }
    return start..<end
  }
}

/// White space as Go's `unicode.IsSpace` has it.
enum UnicodeSpace {
  /// The length in bytes of a white space character, 0 for any other.
  static func length(_ source: Span<UInt8>, at offset: Int, end: Int) -> Int {
    let first = source[offset]
    if first == 0x20 || (0x09...0x0D).contains(first) { return 1 }
    guard first >= 0xC2, offset + 1 < end else { return 0 }
    let second = source[offset + 1]
    if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard first <= 0xE3, first >= 0xE1, offset + 2 < end else { return 0 }
    let third = source[offset + 2]
    switch (first, second) {
    case (0xE1, 0x9A): return third == 0x80 ? 3 : 0
    case (0xE2, 0x80):
      return third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0
    case (0xE2, 0x81): return third == 0x9F ? 3 : 0
    case (0xE3, 0x80): return third == 0x80 ? 3 : 0
    default: return 0
    }
  }
}
