/// Pieces of a file as they go into messages.
enum Excerpt {
  /// Bytes in double quotes, shortened, without line ends.
  static func quoted(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    var count = 0
    for scalar in String(decoding: Array(bytes.prefix(400)), as: UTF8.self).unicodeScalars {
      if scalar == "\n" || scalar == "\r" || count == 60 {
        text += "…"
        break
      }
      text.unicodeScalars.append(scalar)
      count += 1
    }
    return "\"\(text)\""
  }

  static func quoted(_ source: Span<UInt8>, _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.append(
      contentsOf: source, range.lowerBound..<min(range.upperBound, range.lowerBound + 400))
    return quoted(bytes)
  }

  /// From an offset to its line's end, without blanks and a comment there.
  static func restOfLine(_ source: Span<UInt8>, _ offset: Int) -> Range<Int> {
    var end = offset
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D {
      if source[end] == 0x23, end > offset, source[end - 1] == 0x20 { break }
      end += 1
    }
    while end > offset, source[end - 1] == 0x20 || source[end - 1] == 0x09 { end -= 1 }
    return offset..<end
  }

  static func lineStart(_ source: Span<UInt8>, _ offset: Int) -> Int {
    var start = min(offset, source.count)
    while start > 0, source[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// Where the text of a line begins.
  static func firstText(_ source: Span<UInt8>, lineOf offset: Int) -> Int {
    var start = lineStart(source, offset)
    while start < source.count, source[start] == 0x20 || source[start] == 0x09 { start += 1 }
    return start
  }

  /// The last byte that is no blank before an offset on its line; nil at the line's start.
  static func byteBefore(_ source: Span<UInt8>, _ offset: Int) -> UInt8? {
    var index = offset
    while index > 0, source[index - 1] == 0x20 || source[index - 1] == 0x09 { index -= 1 }
    return index > 0 && source[index - 1] != 0x0A ? source[index - 1] : nil
  }
}

/// Line numbers as `LineIndex` counts them, each from the last one asked for.
struct LineCounter {
  private var offset = 0
  private var line = 1

  mutating func line(_ source: Span<UInt8>, of target: Int) -> Int {
    let target = min(target, source.count)
    while offset < target {
      if Self.isEnd(source, offset) { line += 1 }
      offset += 1
    }
    while offset > target {
      offset -= 1
      if Self.isEnd(source, offset) { line -= 1 }
    }
    return line
  }

  /// The last byte of a line end: LF, or a CR without one.
  private static func isEnd(_ source: Span<UInt8>, _ offset: Int) -> Bool {
    source[offset] == 0x0A
      || source[offset] == 0x0D && !(offset + 1 < source.count && source[offset + 1] == 0x0A)
  }
}
