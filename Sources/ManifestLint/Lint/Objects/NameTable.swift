/// Texts by number: equal ones have one number, so that whoever compares them compares numbers.
struct NameTable {
  /// One behind the other.
  private var arena: [UInt8] = []
  /// By number, where in the arena the text ends.
  private var ends: [UInt32] = []
  private var slots = HashSlots()
  private let secret = ByteWords.secret

  /// The number of the empty text.
  static let empty: UInt32 = 0

  init() { _ = number(of: [], 0..<0) }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// The number of a text that may be known.
  func find(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32? {
    find(bytes, range, ByteWords.hash(bytes, range, secret))
  }

  @inline(__always)
  private func find(_ bytes: [UInt8], _ range: Range<Int>, _ hash: UInt64) -> UInt32? {
    slots.find(hash) { ByteWords.equal(arena, self.range($0), bytes, range) }.map { UInt32($0) }
  }

  func find(_ text: String) -> UInt32? {
    let bytes = Array(text.utf8)
    return find(bytes, 0..<bytes.count)
  }

  /// The number of a text, which gets one when it has none.
  mutating func number(of bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    let hash = ByteWords.hash(bytes, range, secret)
    if let known = find(bytes, range, hash) { return known }
    arena += bytes[range]
    ends.append(UInt32(arena.count))
    slots.insert(hash)
    return UInt32(ends.count - 1)
  }

  mutating func number(of text: String) -> UInt32 {
    let bytes = Array(text.utf8)
    return number(of: bytes, 0..<bytes.count)
  }

  subscript(number: UInt32) -> String {
    String(decoding: arena[range(Int(number))], as: UTF8.self)
  }
}
