/// A literal of base 64 digits or of text that is read where it lies in the program.
///
/// Invariant: every index comes from the generator's own tables, and `byte(_:)` checks it against
/// the literal's length, so that no mistake reads outside.
struct PackedTable {
  let literal: StaticString

  @inline(__always)
  func byte(_ index: Int) -> UInt8 {
    precondition(index >= 0 && index < literal.utf8CodeUnitCount, "outside the catalogue")
    return literal.utf8Start[index]
  }

  @inline(__always)
  func number(at index: Int, digits count: Int) -> Int {
    var value = 0
    for offset in 0..<count { value = value << 6 | Int(byte(index + offset) &- 0x30) }
    return value
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: range.lazy.map { byte($0) }, as: UTF8.self)
  }

  /// How a piece of the table stands to some bytes in byte order.
  @inline(__always)
  func compare(_ range: Range<Int>, with bytes: ArraySlice<UInt8>) -> Int {
    let count = min(range.count, bytes.count)
    for offset in 0..<count {
      let left = byte(range.lowerBound + offset)
      let right = bytes[bytes.startIndex + offset]
      if left != right { return left < right ? -1 : 1 }
    }
    return range.count - bytes.count
  }
}
