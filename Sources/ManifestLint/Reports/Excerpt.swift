import YAML

/// The part of a source line around a finding, ready to show, in three stretches of visible text:
/// before the place, the place itself (empty for a place between characters) and after it.
struct Excerpt {
  /// Cells of a terminal that are shown of a line.
  static let widestLine = 120

  private(set) var before: [UInt8] = []
  private(set) var marked: [UInt8] = []
  private(set) var after: [UInt8] = []
  /// Cells that `before` takes.
  private(set) var indentation = 0
  /// Cells that `marked` takes, at least 1: the carets.
  private(set) var width = 0

  /// Nil when the finding has no place, or its line's text is not known.
  init?(_ finding: Finding) {
    guard let line = finding.sourceLine, let start = finding.start else { return nil }
    let end = finding.end ?? start
    // What goes on over further lines is marked to the end of this one.
    let endColumn = end.line == start.line ? end.column : Int.max
    var index = finding.markLength
    var column = finding.sourceColumn

    // A place far to the right is shown with a quarter of the width before it.
    let firstColumn =
      start.column > Self.widestLine * 3 / 4 ? start.column - Self.widestLine / 4 : 1
    while index < line.count, column < firstColumn { skipCharacter(of: line, &index, &column) }
    var used = 0
    if column > 1 {
      before.append(contentsOf: "…".utf8)
      indentation = 1
      used = 1
    }
    while index < line.count, used < Self.widestLine {
      let first = index
      let at = column
      skipCharacter(of: line, &index, &column)
      let shown = visible(Array(line[first..<index]))
      let cells = cellCount(shown)
      used += cells
      if at < start.column {
        before.append(contentsOf: shown)
        indentation += cells
      } else if at < endColumn {
        marked.append(contentsOf: shown)
        width += cells
      } else {
        after.append(contentsOf: shown)
      }
    }
    if index < line.count {
      if after.isEmpty, endColumn > column {
        marked.append(contentsOf: "…".utf8)
      } else {
        after.append(contentsOf: "…".utf8)
      }
    }
    width = max(1, width)
  }
}

/// Columns count as `LineIndex` counts them: a byte that continues no character belongs to the one
/// before it.
private func skipCharacter(of line: [UInt8], _ index: inout Int, _ column: inout Int) {
  index += 1
  while index < line.count, line[index] & 0xC0 == 0x80 { index += 1 }
  column += 1
}

/// How many cells of a terminal visible text takes.
private func cellCount(_ shown: [UInt8]) -> Int {
  var index = 0
  var cells = 0
  while index < shown.count {
    if let scalar = nextScalar(shown, &index) { cells += cellCount(scalar) }
  }
  return cells
}

/// 0 for combining marks, 2 for East Asian wide characters and emoji (Unicode Standard Annex 11,
/// in ranges), else 1.
private func cellCount(_ scalar: Unicode.Scalar) -> Int {
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
