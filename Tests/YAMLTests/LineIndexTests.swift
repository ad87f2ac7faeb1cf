import Testing

@testable import YAML

@Suite struct LineIndexTests {
  /// Line and column counted from the start of the file, byte by byte.
  private func counted(_ source: [UInt8], _ offset: Int) -> (line: Int, column: Int) {
    var (line, column, index) = (1, 1, source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    while index < offset {
      let byte = source[index]
      index += 1
      if byte == 0x0A || byte == 0x0D && !(index < source.count && source[index] == 0x0A) {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80, byte != 0x0D {
        column += 1
      }
    }
    return (line, column)
  }

  @Test(arguments: [false, true])
  func `positions are those that counting gives, in long lines too`(hasMark: Bool) {
    let line = Array(String(repeating: "aé漢😀 ", count: 500).utf8)
    let source =
      (hasMark ? [0xEF, 0xBB, 0xBF] : []) + line + [0x0A] + line + line + [0x0D, 0x0A, 0x0D]
      + [0x61, 0x0A] + line
    let lines = LineIndex(source)
    for offset in 0...source.count
    where offset == source.count || source[offset] != 0x0A || source[offset - 1] != 0x0D {
      let place = lines.position(of: UInt32(offset))
      let expected = counted(source, offset)
      #expect(place.line == expected.line && place.column == expected.column, "at \(offset)")
      if place.line != expected.line || place.column != expected.column { break }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a thousand positions in a file of one line cost no thousand walks along it`() {
    let source = [UInt8](repeating: 0x78, count: 8 << 20)
    let lines = LineIndex(source)
    var sum = 0
    for number in 0..<20_000 { sum += lines.position(of: UInt32(8 << 20) - UInt32(number)).column }
    #expect(sum == (0..<20_000).reduce(0) { $0 + (8 << 20) + 1 - $1 })
  }
}
