/// Where an input ends, and how its bytes break into lines (yaml-semantics, section 8). Small, so
/// that its functions never make a copy of the whole scanner.
struct ScannerInput {
  /// One past the last byte of the input.
  let end: Int
  /// `end`, or one more when the splitter adds a final line end that the file lacks (section 3).
  let limit: Int
  /// The splitter has turned CR LF into LF before the scanner sees it, so CR CR LF is one break.
  private let isSplit: Bool

  init(_ range: Range<Int>, addsLineEnd: Bool, isSplit: Bool) {
    end = range.upperBound
    limit = range.upperBound + (addsLineEnd ? 1 : 0)
    self.isSplit = isSplit
  }

  /// The byte at an offset, 0 past the end. (NUL in the input is an error of its own.)
  @inline(__always)
  func byte(_ source: Span<UInt8>, _ offset: Int) -> UInt8 {
    offset < end ? source[offset] : offset < limit ? 0x0A : 0
  }

  /// The length of the line break at an offset, 0 when there is none: LF, CR, CR LF, NEL, LS, PS.
  @inline(__always)
  func breakLength(_ source: Span<UInt8>, _ offset: Int) -> Int {
    let first = byte(source, offset)
    if first == 0x0A { return 1 }
    if first < 0x20 { return first == 0x0D ? carriageReturnLength(source, offset) : 0 }
    return first == 0xC2 || first == 0xE2 ? wideBreakLength(source, offset) : 0
  }

  @inline(never)
  private func carriageReturnLength(_ source: Span<UInt8>, _ offset: Int) -> Int {
    let next = byte(source, offset + 1)
    if next == 0x0A { return 2 }
    return isSplit && next == 0x0D && byte(source, offset + 2) == 0x0A ? 3 : 1
  }

  @inline(never)
  private func wideBreakLength(_ source: Span<UInt8>, _ offset: Int) -> Int {
    if byte(source, offset) == 0xC2 { return byte(source, offset + 1) == 0x85 ? 2 : 0 }
    guard byte(source, offset + 1) == 0x80 else { return 0 }
    let last = byte(source, offset + 2)
    return last == 0xA8 || last == 0xA9 ? 3 : 0
  }

  @inline(__always)
  func isBlankOrEnd(_ source: Span<UInt8>, _ offset: Int) -> Bool {
    let byte = byte(source, offset)
    if byte > 0x20 { return byte >= 0xC2 && breakLength(source, offset) > 0 }
    return byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0
  }
}
