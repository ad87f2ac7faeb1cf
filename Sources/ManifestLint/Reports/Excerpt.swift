import YAML

/// The part of a source line around a finding, ready to print, and where its caret goes, in cells
/// of a terminal.
struct Excerpt {
  /// Hostile or generated lines can be megabytes long; this many cells of one are shown.
  static let widestLine = 120

  private(set) var text: [UInt8] = []
  private(set) var indentation = 0
  /// At least 1.
  private(set) var width = 1

  /// Nil when the finding has no place, or its line's text is not known.
  init?(_ finding: Finding) {
    guard let line = finding.sourceLine, let start = finding.start else { return nil }
    let end = finding.end ?? start
    // What goes on over further lines is underlined to the end of this one.
    let endColumn = end.line == start.line ? max(end.column, start.column + 1) : Int.max
    var window = Window(line, firstColumn: start.column)

    var used = 0
    var marked = 0
    if window.isCut {
      text.append(contentsOf: "…".utf8)
      used = 1
      indentation = 1
    }
    while used < Self.widestLine, let (shown, cells) = window.next() {
      // The column of the character that was just read.
      let column = window.column - 1
      if column < start.column {
        indentation += cells
      } else if column < endColumn {
        marked += cells
      }
      text.append(contentsOf: shown)
      used += cells
    }
    if !window.isAtEnd { text.append(contentsOf: "…".utf8) }
    width = max(1, marked)
  }
}

/// Walks the characters of a line, beginning where the wanted column is sure to be in view.
private struct Window {
  private let line: [UInt8]
  private var index = 0
  /// The column of the next character, from 1.
  private(set) var column = 1
  let isCut: Bool

  init(_ line: [UInt8], firstColumn: Int) {
    self.line = line
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    isCut = firstColumn > Excerpt.widestLine * 3 / 4
    guard isCut else { return }
    while index < line.count, column < firstColumn - Excerpt.widestLine / 4 { skip() }
  }

  var isAtEnd: Bool { index >= line.count }

  /// A character in its visible form and the cells that it takes.
  mutating func next() -> (shown: [UInt8], cells: Int)? {
    guard index < line.count else { return nil }
    let start = index
    skip()
    let shown = visible(Array(line[start..<index]))
    var place = 0
    var cells = 0
    while place < shown.count {
      if let scalar = nextScalar(shown, &place) { cells += cellCount(scalar) }
    }
    return (shown, cells)
  }

  /// Columns count as `LineIndex` counts them: a byte that continues no character is part of the
  /// one before it.
  private mutating func skip() {
    index += 1
    while index < line.count, line[index] & 0xC0 == 0x80 { index += 1 }
    column += 1
  }
}

/// How many cells a terminal gives the character: 0 for combining marks, 2 for East Asian wide
/// characters and emoji (Unicode Standard Annex 11, in ranges).
func cellCount(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0..<0x300: 1
  case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F: 0
  case 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200C...0x200D, 0x20D0...0x20FF, 0xFE00...0xFE0F: 0
  case 0xFE20...0xFE2F, 0xE0100...0xE01EF: 0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3: 2
  case 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6: 2
  case 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD: 2
  default: 1
  }
}
