/// Writes values one after another: numbers in as few bytes as they need, texts behind their length.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Gives back the room that there is for more.
  mutating func trim() {
    var exact: [UInt8] = []
    exact.reserveCapacity(bytes.count)
    exact += bytes
    bytes = exact
  }

  mutating func number(_ value: Int) {
    // Small negative numbers stay short too.
    var rest = UInt(bitPattern: value << 1 ^ value >> (Int.bitWidth - 1))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func append(_ more: some Collection<UInt8>) { bytes += more }

  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func data(_ value: some Collection<UInt8>) {
    number(value.count)
    bytes.append(contentsOf: value)
  }

  mutating func text(_ value: String) { data(value.utf8) }

  mutating func list<Value>(_ values: [Value], _ write: (inout ByteWriter, Value) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }

  mutating func optional<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }
}

/// Reads what a `ByteWriter` wrote. Never trusts it: whatever is not as it should be is an error, and
/// nothing is made larger than the bytes that are there.
struct ByteReader {
  struct Malformed: Error {}

  let bytes: [UInt8]
  private(set) var position: Int
  private var end: Int
  private var words = WordTable()

  init(_ bytes: [UInt8], _ range: Range<Int>? = nil) {
    self.bytes = bytes
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// Goes on at another place of the same bytes. What has been learnt of their words is kept.
  @inline(__always)
  mutating func move(to range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { position == end }

  @inline(__always)
  mutating func byte() throws(Malformed) -> UInt8 {
    guard position < end else { throw Malformed() }
    position += 1
    return bytes[position - 1]
  }

  @inline(__always)
  mutating func number() throws(Malformed) -> Int {
    let first = try byte()
    // Most are small.
    if first < 0x80 { return Int(first >> 1) ^ -Int(first & 1) }
    return try longNumber(UInt(first & 0x7F))
  }

  private mutating func longNumber(_ low: UInt) throws(Malformed) -> Int {
    var value = low
    var shift: UInt = 7
    while true {
      let byte = try byte()
      guard shift < 63 || byte <= 1 else { throw Malformed() }
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
  }

  /// A number that counts something.
  @inline(__always)
  mutating func count() throws(Malformed) -> Int {
    let value = try number()
    guard value >= 0 else { throw Malformed() }
    return value
  }

  mutating func flag() throws(Malformed) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw Malformed()
    }
  }

  /// Where the bytes of a text or of data stand.
  @inline(__always)
  mutating func slice() throws(Malformed) -> Range<Int> {
    let count = try count()
    guard count <= end - position else { throw Malformed() }
    position += count
    return position - count..<position
  }

  mutating func data() throws(Malformed) -> [UInt8] { Array(bytes[try slice()]) }

  mutating func text() throws(Malformed) -> String {
    let range = try slice()
    guard let text = String(validating: bytes[range], as: UTF8.self) else { throw Malformed() }
    return text
  }

  /// A text that is likely to be one of few: equal ones share their memory.
  mutating func word() throws(Malformed) -> String {
    let range = try slice()
    guard let word = words.word(bytes, range) else { throw Malformed() }
    return word
  }

  mutating func list<Value>(
    _ read: (inout ByteReader) throws(Malformed) -> Value
  ) throws(Malformed) -> [Value] {
    let count = try count()
    // Every value takes at least a byte.
    guard count <= end - position else { throw Malformed() }
    if count == 0 { return [] }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  mutating func optional<Value>(
    _ read: (inout ByteReader) throws(Malformed) -> Value
  ) throws(Malformed) -> Value? {
    try flag() ? try read(&self) : nil
  }
}

/// The latest texts that were read, by a number that their bytes give.
private struct WordTable {
  private var words: [(range: Range<Int>, word: String)] = []

  mutating func word(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    if words.isEmpty { words = Array(repeating: (0..<0, ""), count: 256) }
    var number = range.count
    if let first = range.first {
      number &+= Int(bytes[first]) &* 7 &+ Int(bytes[range.upperBound - 1]) &* 31
      number &+= Int(bytes[first + range.count / 2]) &* 57
    }
    number &= 255
    let known = words[number]
    if known.range.count == range.count {
      var offset = 0
      while offset < range.count,
        bytes[known.range.lowerBound &+ offset] == bytes[range.lowerBound &+ offset]
      {
        offset &+= 1
      }
      if offset == range.count { return known.word }
    }
    guard let word = String(validating: bytes[range], as: UTF8.self) else { return nil }
    words[number] = (range, word)
    return word
  }
}
