/// Looks at every byte once before the scanner does (yaml-semantics, section 8).
struct CharacterCheck {
  enum Problem: UInt8, CaseIterable {
    /// No UTF-8: bad lead or trail byte, overlong, surrogate, above U+10FFFF, cut short.
    case invalidUTF8
    /// A character that the reader refuses everywhere.
    case control
  }

  enum Remark: UInt8, CaseIterable {
    /// NEL, LS or PS: a line break that editors do not show.
    case invisibleBreak
    /// A CR that no LF follows.
    case loneCarriageReturn
    /// NBSP and other spaces that separate nothing.
    case wideBlank
    case zeroWidth
    case byteOrderMark
    case bidirectional
  }

  /// Told up to the limit.
  private(set) var problems: [(Problem, SourceRange)] = []
  private(set) var remarks: [(Remark, SourceRange)] = []
  private(set) var sawTab = false
  private var firstProblem = Int.max
  let limit: Int

  init(limit: Int) { self.limit = limit }

  var hasAny: Bool { firstProblem < Int.max }

  /// How much can be read before the piece with the first bad byte.
  func readable(_ source: Span<UInt8>) -> Int {
    guard hasAny else { return source.count }
    var end = 0
    while true {
      let next = Decoding.pieceEnd(source, from: end, in: 0..<source.count)
      if next > firstProblem { return end }
      end = next
    }
  }

  func hasProblem(before end: Int) -> Bool { firstProblem < end }

  mutating func check(_ source: Span<UInt8>, _ range: Range<Int>) {
    var offset = range.lowerBound
    let end = range.upperBound
    while true {
      offset = Words.skipPlainASCII(source, from: offset, to: end)
      guard offset < end else { return }
      let stop = min(offset + 16, end)
      while offset < stop {
        let first = source[offset]
        if first < 0x80 {
          ascii(first, source, offset, end)
          offset += 1
        } else {
          offset += wide(source, offset, end)
        }
      }
    }
  }

  private mutating func ascii(_ byte: UInt8, _ source: Span<UInt8>, _ offset: Int, _ end: Int) {
    switch byte {
    case 0x0D:
      if offset + 1 >= end || source[offset + 1] != 0x0A {
        remark(.loneCarriageReturn, offset, 1)
      }
    case 0x09: sawTab = true
    case 0x0A, 0x20...0x7E: break
    default: problem(.control, offset, 1)
    }
  }

  /// One character of several bytes; gives its length.
  private mutating func wide(_ source: Span<UInt8>, _ offset: Int, _ end: Int) -> Int {
    guard let (value, length) = Self.decode(source, offset, end) else {
      problem(.invalidUTF8, offset, 1)
      return 1
    }
    switch value {
    case 0x85, 0x2028, 0x2029: remark(.invisibleBreak, offset, length)
    case 0x80...0x9F, 0xFFFE, 0xFFFF: problem(.control, offset, length)
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: remark(.wideBlank, offset, length)
    case 0x200B, 0x200C, 0x2060: remark(.zeroWidth, offset, length)
    case 0xFEFF: remark(.byteOrderMark, offset, length)
    case 0x202A...0x202E, 0x2066...0x2069: remark(.bidirectional, offset, length)
    default: break
    }
    return length
  }

  /// The character at an offset and its length; nil when the bytes are no UTF-8.
  static func decode(_ source: Span<UInt8>, _ offset: Int, _ end: Int) -> (UInt32, Int)? {
    let first = source[offset]
    let length: Int
    var value: UInt32
    switch first {
    case 0x00...0x7F: return (UInt32(first), 1)
    case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard offset + length <= end else { return nil }
    for index in 1..<length {
      let next = source[offset + index]
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let isOverlong = length == 3 && value < 0x800 || length == 4 && value < 0x10000
    return isOverlong || Unicode.Scalar(value) == nil ? nil : (value, length)
  }

  private mutating func problem(_ problem: Problem, _ offset: Int, _ length: Int) {
    firstProblem = min(firstProblem, offset)
    if problems.count < limit { problems.append((problem, SourceRange(offset..<offset + length))) }
  }

  private mutating func remark(_ remark: Remark, _ offset: Int, _ length: Int) {
    if remarks.count < limit { remarks.append((remark, SourceRange(offset..<offset + length))) }
  }
}

/// How far go-yaml's reader has looked: it decodes 512 bytes at a time, as it needs them. What lies
/// behind a document's end is refused only as far as that (yaml-semantics, section 2).
enum Decoding {
  static let pieceLength = 512

  /// Where the piece that begins at `start` ends. A character that is cut in two waits for the next.
  static func pieceEnd(_ source: Span<UInt8>, from start: Int, in range: Range<Int>) -> Int {
    let end = min(start + pieceLength, range.upperBound)
    guard end < range.upperBound else { return end }
    var whole = end
    while whole > end - 4, source[whole] & 0xC0 == 0x80 { whole -= 1 }
    return whole
  }

  /// Where the decoded part ends when the scanner has looked at the byte at `position`.
  static func end(_ source: Span<UInt8>, after position: Int, in range: Range<Int>) -> Int {
    var end = range.lowerBound
    while end <= position, end < range.upperBound { end = pieceEnd(source, from: end, in: range) }
    return end
  }
}
