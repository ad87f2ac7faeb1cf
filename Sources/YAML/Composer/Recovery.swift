/// Finds where reading can go on after an error, so that one mistake does not hide the next
/// (yaml-semantics, section 9).
enum Recovery {
  struct Place {
    /// The start of a line.
    var offset: Int
    /// How many of the open collections stay open.
    var depth: Int
  }

  /// The next line that stands at the column of an open block collection and looks like its next
  /// entry. Lines are looked at once: every place lies behind the error.
  static func place(
    after error: SyntaxError, _ source: Span<UInt8>, _ scanner: Scanner,
    _ frames: [NodeBuilder.Frame]
  ) -> Place? {
    guard frames.contains(where: { $0.column >= 0 }) else { return nil }
    var line = nextLine(after: max(error.offset, 0), source, scanner.end)
    while line < scanner.end {
      var offset = line
      while offset < scanner.end, source[offset] == 0x20 { offset += 1 }
      let column = offset - line
      if offset + 2 < scanner.end, column == 0, isMarker(source, offset) { return nil }
      if let depth = depth(for: column, source, offset, scanner.end, frames) {
        return Place(offset: line, depth: depth)
      }
      line = nextLine(after: offset, source, scanner.end)
    }
    return nil
  }

  private static func depth(
    for column: Int, _ source: Span<UInt8>, _ offset: Int, _ end: Int,
    _ frames: [NodeBuilder.Frame]
  ) -> Int? {
    guard offset < end else { return nil }
    let isEntry = source[offset] == 0x2D && (offset + 1 >= end || source[offset + 1] <= 0x20)
    for index in frames.indices.reversed() where Int(frames[index].column) == column {
      if frames[index].isMapping ? !isEntry && looksLikeKey(source, offset, end) : isEntry {
        return index + 1
      }
    }
    return nil
  }

  /// A word, or a quoted text, and a colon on the same line.
  private static func looksLikeKey(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard ByteSet.word.contains(source[start]) || source[start] == 0x22 || source[start] == 0x27
    else { return false }
    var offset = start
    while offset < end, source[offset] != 0x0A {
      if source[offset] == 0x3A, offset + 1 >= end || source[offset + 1] <= 0x20 { return true }
      offset += 1
    }
    return false
  }

  private static func isMarker(_ source: Span<UInt8>, _ offset: Int) -> Bool {
    let first = source[offset]
    return (first == 0x2D || first == 0x2E) && source[offset + 1] == first
      && source[offset + 2] == first
  }

  static func nextLine(after offset: Int, _ source: Span<UInt8>, _ end: Int) -> Int {
    var offset = offset
    while offset < end, source[offset] != 0x0A { offset += 1 }
    return min(offset + 1, end)
  }
}
