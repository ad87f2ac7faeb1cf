/// UTF-16 with a byte order mark, which the agent reads for its configuration only (section 8).
enum UTF16Input {
  struct Failure: Error {
    /// In the UTF-16 bytes.
    var offset: Int
  }

  /// The same text in UTF-8, without the mark; nil when the bytes do not begin with one.
  static func transcode(_ source: [UInt8]) throws(Failure) -> [UInt8]? {
    guard source.count >= 2 else { return nil }
    let isBig: Bool
    switch (source[0], source[1]) {
    case (0xFF, 0xFE): isBig = false
    case (0xFE, 0xFF): isBig = true
    default: return nil
    }
    var text: [UInt8] = []
    text.reserveCapacity(source.count)
    var offset = 2
    func unit(_ offset: Int) throws(Failure) -> UInt16 {
      guard offset + 1 < source.count else { throw Failure(offset: offset) }
      let (first, second) = (UInt16(source[offset]), UInt16(source[offset + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    while offset < source.count {
      var value = UInt32(try unit(offset))
      if UTF16.isTrailSurrogate(UInt16(value)) { throw Failure(offset: offset) }
      if UTF16.isLeadSurrogate(UInt16(value)) {
        let trail = try unit(offset + 2)
        guard UTF16.isTrailSurrogate(trail) else { throw Failure(offset: offset) }
        value = 0x10000 + ((value & 0x3FF) << 10) + UInt32(trail & 0x3FF)
        offset += 2
      }
      offset += 2
      if let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) {
        text.append(contentsOf: bytes)
      }
    }
    return text
  }
}
