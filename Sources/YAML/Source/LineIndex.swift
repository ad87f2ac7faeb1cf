/// A place in a file as a person sees it.
public struct SourcePosition: Hashable, Sendable {
  /// Counts from 1.
  public var line: Int
  /// Counts from 1, in code points; a tab is one.
  public var column: Int
  /// Counts bytes from 0.
  public var offset: Int

  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }
}

/// Turns byte offsets into lines and columns. Made only for files that have a finding.
///
/// A line ends at LF, CR LF or a lone CR: what editors count. (YAML also breaks lines at NEL, LS
/// and PS, but no editor shows those as lines, and a position must lead a person to the place.)
public struct LineIndex: Sendable {
  private let source: [UInt8]
  private var lineStarts: [UInt32] = [0]
  /// How many characters of its line stand before each byte whose number is a multiple of
  /// `markDistance`: a file may be one line and have a thousand findings. Empty without long lines.
  private var marks: [UInt32] = []
  private static let markDistance = 1_024

  public init(_ source: [UInt8]) {
    self.source = source
    var index = 0
    while index < source.count {
      let byte = source[index]
      index += 1
      if byte == 0x0A {
        lineStarts.append(UInt32(index))
      } else if byte == 0x0D {
        if index < source.count, source[index] == 0x0A { index += 1 }
        lineStarts.append(UInt32(index))
      }
    }
    let ends = lineStarts.dropFirst() + [UInt32(source.count)]
    if zip(lineStarts, ends).contains(where: { $1 - $0 > 2 * Self.markDistance }) { mark() }
  }

  private mutating func mark() {
    var line = 0
    var count: UInt32 = 0
    for index in source.indices {
      if line + 1 < lineStarts.count, index == lineStarts[line + 1] {
        line += 1
        count = 0
      }
      if index.isMultiple(of: Self.markDistance) { marks.append(count) }
      if source[index] & 0xC0 != 0x80 { count += 1 }
    }
  }

  /// The position of a byte offset; an offset past the end is taken as the end.
  public func position(of offset: UInt32) -> SourcePosition {
    let offset = min(offset, UInt32(source.count))
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    var index = Int(lineStarts[low])
    let mark = Int(offset) / Self.markDistance
    if marks.indices.contains(mark), mark * Self.markDistance > index {
      index = mark * Self.markDistance
      column += Int(marks[mark])
    }
    while index < Int(offset) {
      // Continuation bytes belong to the character before them.
      if source[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    // The byte order mark is no character that an editor counts.
    if low == 0, offset > 0, source.starts(with: [0xEF, 0xBB, 0xBF]) { column -= 1 }
    return SourcePosition(line: low + 1, column: column, offset: Int(offset))
  }

  /// The bytes of a line (from 1) without its line end.
  public func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineStarts.count else { return [] }
    let start = Int(lineStarts[number - 1])
    var end = number < lineStarts.count ? Int(lineStarts[number]) : source.count
    while end > start, source[end - 1] == 0x0A || source[end - 1] == 0x0D { end -= 1 }
    return source[start..<end]
  }

  public var lineCount: Int { lineStarts.count }
}
