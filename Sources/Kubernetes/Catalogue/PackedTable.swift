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
    precondition(
      index >= 0 && index <= literal.utf8CodeUnitCount - count, "outside the catalogue")
    let start = literal.utf8Start + index
    var value = 0
    for offset in 0..<count { value = value << 6 | Int(start[offset] &- 0x30) }
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

  /// Whether a piece of the table is these bytes.
  @inline(__always)
  func holds(_ bytes: [UInt8], _ range: Range<Int>, at index: Int) -> Bool {
    precondition(
      index >= 0 && index <= literal.utf8CodeUnitCount - range.count, "outside the catalogue")
    let start = literal.utf8Start + index
    for offset in 0..<range.count where start[offset] != bytes[range.lowerBound &+ offset] {
      return false
    }
    return true
  }
}

/// The hash by which the generator laid out its tables (FNV-1a of 32 bits, folded).
struct CatalogueHash {
  private(set) var value: UInt32 = 0x811C_9DC5

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }

  @inline(__always)
  mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
    for index in range { add(bytes[index]) }
  }

  /// The numbers to look at, in a table of two digits a slot, until `matches` says yes.
  @inline(__always)
  func first(in slots: PackedTable, count: Int, where matches: (Int) -> Bool) -> Int? {
    var slot = Int(value ^ value >> 15) & (count - 1)
    while true {
      let number = slots.number(at: slot * 2, digits: 2)
      // The tables are at most half full.
      if number == 4095 { return nil }
      if matches(number) { return number }
      slot = (slot + 1) & (count - 1)
    }
  }
}
