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

  /// Eight bytes, the first one lowest.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    precondition(index >= 0 && index <= literal.utf8CodeUnitCount - 8, "outside the catalogue")
    return UnsafeRawPointer(literal.utf8Start + index).loadUnaligned(as: UInt64.self).littleEndian
  }

  /// The first of eight bytes, zeros for the others.
  @inline(__always)
  func word(at index: Int, bytes count: Int) -> UInt64 {
    word(at: index) & NameWords.mask(of: count)
  }

  /// A piece of the table where it lies.
  @inline(__always)
  func read(_ range: Range<Int>, _ body: (Span<UInt8>) -> Void) {
    literal.withUTF8Buffer { body($0.span.extracting(range)) }
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
    let count = range.count
    let text = bytes.span.bytes
    var offset = 0
    // Loads are bounds-checked by `RawSpan`.
    while offset &+ 8 <= count {
      let word = unsafe text.unsafeLoadUnaligned(
        fromByteOffset: range.lowerBound &+ offset, as: UInt64.self
      ).littleEndian
      if word != self.word(at: index &+ offset) { return false }
      offset &+= 8
    }
    let start = literal.utf8Start + index
    while offset < count {
      if start[offset] != bytes[range.lowerBound &+ offset] { return false }
      offset &+= 1
    }
    return true
  }
}

/// The hash of texts that are told apart by it (FNV-1a of 32 bits).
struct CatalogueHash {
  private(set) var value: UInt32 = 0x811C_9DC5

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }

  @inline(__always)
  mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
    for index in range { add(bytes[index]) }
  }

  /// Where to look first among so many slots, a power of two.
  @inline(__always)
  func place(among count: Int) -> Int { Int(value ^ value >> 15) & (count - 1) }
}

extension PackedTable {
  /// The numbers to look at, in a hash table of two digits a slot, until `matches` says yes.
  @inline(__always)
  func firstNumber(from place: Int, where matches: (Int) -> Bool) -> Int? {
    // A power of two.
    let count = literal.utf8CodeUnitCount / 2
    var slot = place & (count - 1)
    while true {
      let number = number(at: slot * 2, digits: 2)
      // The tables are at most half full.
      if number == 4095 { return nil }
      if matches(number) { return number }
      slot = (slot + 1) & (count - 1)
    }
  }
}

/// A field name as the generator's hash of names sees it: its first and its last eight bytes, which
/// for most names are all of it.
struct NameWords {
  /// Zeros behind a shorter name.
  let first: UInt64
  /// 0 for names that `first` holds.
  let last: UInt64
  let count: Int

  @inline(__always)
  init(_ text: [UInt8], _ range: Range<Int>) {
    let bytes = text.span.bytes
    count = range.count
    // Loads are bounds-checked by `RawSpan`.
    if range.lowerBound <= bytes.byteCount &- 8 {
      first =
        unsafe bytes.unsafeLoadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
        .littleEndian & Self.mask(of: range.count)
    } else {
      first = Self.short(text, range)
    }
    last =
      range.count > 8
      ? unsafe bytes.unsafeLoadUnaligned(fromByteOffset: range.upperBound &- 8, as: UInt64.self)
        .littleEndian : 0
  }

  /// At the end of a text that has no eight bytes to load.
  private static func short(_ text: [UInt8], _ range: Range<Int>) -> UInt64 {
    var word: UInt64 = 0
    for index in range.reversed() { word = word << 8 | UInt64(text[index]) }
    return word
  }

  @inline(__always)
  static func mask(of count: Int) -> UInt64 {
    count >= 8 ? .max : (1 &<< (UInt64(truncatingIfNeeded: count) &* 8)) &- 1
  }

  var hash: UInt64 { first &* 0x9E37_79B9_7F4A_7C15 ^ last &* 0xD6E8_FEB8_6659_FD93 }

  /// The numbers to look at in a hash table of names.
  ///
  /// - Parameter other: what else the table goes by: a definition's number plus one, the hash of an
  ///   `apiVersion`.
  @inline(__always)
  func first(
    in slots: PackedTable, behind other: UInt64 = 0, where matches: (Int) -> Bool
  ) -> Int? {
    let value = hash &+ other &* 0xA24B_AED4_963E_E407
    let bits = (slots.literal.utf8CodeUnitCount / 2).trailingZeroBitCount
    return slots.firstNumber(
      from: Int(truncatingIfNeeded: value &>> UInt64(64 &- bits)), where: matches)
  }
}
