/// Mends a document that is indented by tabs.
enum TabExpansion {
  /// Two blanks for each tab that begins a line of the document around the place; nil where that may
  /// change more than the indentation: lines that begin with blanks and tabs mixed, blocks of text, in
  /// which tabs are content.
  static func fix(around offset: Int, _ source: Span<UInt8>) -> Diagnostic.Fix? {
    guard source.count <= 1 << 20 else { return nil }
    var edits: [Diagnostic.Fix.Edit] = []
    var isMixed = false
    var line = start(of: offset, source)
    while line < source.count {
      var end = line
      while end < source.count, source[end] != 0x0A { end += 1 }
      if isSeparator(line, end, source), line > start(of: offset, source) { break }
      var index = line
      while index < end, source[index] == 0x09 { index += 1 }
      if index > line {
        edits.append(
          .init(
            range: SourceRange(line..<index),
            replacement: String(repeating: "  ", count: index - line)))
      }
      let afterTabs = index
      while index < end, source[index] == 0x09 || source[index] == 0x20 { index += 1 }
      // Blanks behind tabs are an alignment that nobody knows; blanks before tabs too.
      if index < end, index > afterTabs { isMixed = isMixed || hasTab(line, index, source) }
      if let last = lastByte(line, end, source), last == 0x7C || last == 0x3E { return nil }
      line = end + 1
    }
    return isMixed || edits.isEmpty ? nil : .init(edits: edits)
  }

  /// Where the document begins: behind the `---` line before the place.
  private static func start(of offset: Int, _ source: Span<UInt8>) -> Int {
    var line = Excerpt.lineStart(source, offset)
    while line > 0 {
      let before = Excerpt.lineStart(source, line - 1)
      if isSeparator(before, line - 1, source) { return line }
      line = before
    }
    return 0
  }

  private static func isSeparator(_ start: Int, _ end: Int, _ source: Span<UInt8>) -> Bool {
    end - start >= 3 && source[start] == 0x2D && source[start + 1] == 0x2D
      && source[start + 2] == 0x2D
  }

  private static func hasTab(_ start: Int, _ end: Int, _ source: Span<UInt8>) -> Bool {
    (start..<end).contains { source[$0] == 0x09 }
  }

  private static func lastByte(_ start: Int, _ end: Int, _ source: Span<UInt8>) -> UInt8? {
    let rest = Excerpt.restOfLine(source, start)
    return rest.isEmpty ? nil : source[rest.upperBound - 1]
  }
}
