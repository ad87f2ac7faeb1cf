/// Whether bytes are JSON, where the server reads a text as such.
enum JSONText {
  static let maximumDepth = 1000

  /// An object, or null, which Go reads into a map as well.
  static func isObject(_ bytes: ArraySlice<UInt8>) -> Bool {
    var reader = Reader(rest: bytes)
    reader.skipSpace()
    let first = reader.rest.first
    guard first == 0x7B || first == 0x6E, reader.value(depth: 0) else { return false }
    reader.skipSpace()
    return reader.rest.isEmpty
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func skipSpace() {
      while let first = rest.first, [0x20, 0x09, 0x0A, 0x0D].contains(first) { rest.removeFirst() }
    }

    mutating func take(_ byte: UInt8) -> Bool {
      skipSpace()
      guard rest.first == byte else { return false }
      rest.removeFirst()
      return true
    }

    mutating func value(depth: Int) -> Bool {
      skipSpace()
      guard depth < maximumDepth, let first = rest.first else { return false }
      switch first {
      case 0x7B: return members(depth: depth)
      case 0x5B: return elements(depth: depth)
      case 0x22: return string()
      case 0x74: return word("true")
      case 0x66: return word("false")
      case 0x6E: return word("null")
      default: return number()
      }
    }

    private mutating func members(depth: Int) -> Bool {
      rest.removeFirst()
      if take(0x7D) { return true }
      while true {
        skipSpace()
        guard string(), take(0x3A), value(depth: depth + 1) else { return false }
        if take(0x7D) { return true }
        guard take(0x2C) else { return false }
      }
    }

    private mutating func elements(depth: Int) -> Bool {
      rest.removeFirst()
      if take(0x5D) { return true }
      while true {
        guard value(depth: depth + 1) else { return false }
        if take(0x5D) { return true }
        guard take(0x2C) else { return false }
      }
    }

    private mutating func word(_ word: StaticString) -> Bool {
      guard Bytes.hasPrefix(rest, word) else { return false }
      rest.removeFirst(word.utf8CodeUnitCount)
      return true
    }

    private mutating func string() -> Bool {
      guard rest.first == 0x22 else { return false }
      rest.removeFirst()
      while let byte = rest.popFirst() {
        switch byte {
        case 0x22: return true
        case 0x5C:
          guard let escaped = rest.popFirst() else { return false }
          if escaped == 0x75 {
            let digits = rest.prefix(4)
            let isHex = digits.allSatisfy {
              Bytes.isDigit($0) || (0x61...0x66).contains($0 | 0x20)
            }
            guard digits.count == 4, isHex else { return false }
            rest.removeFirst(4)
          } else if !#"""\/bfnrt"#.utf8.contains(escaped) {
            return false
          }
        case ..<0x20: return false
        default: continue
        }
      }
      return false
    }

    private mutating func digits() -> Bool {
      let count = rest.prefix(while: Bytes.isDigit).count
      rest.removeFirst(count)
      return count > 0
    }

    private mutating func number() -> Bool {
      if rest.first == 0x2D { rest.removeFirst() }
      if rest.first == 0x30 {
        rest.removeFirst()
      } else if !digits() {
        return false
      }
      if rest.first == 0x2E {
        rest.removeFirst()
        guard digits() else { return false }
      }
      if let mark = rest.first, mark | 0x20 == 0x65 {
        rest.removeFirst()
        if let sign = rest.first, sign == 0x2B || sign == 0x2D { rest.removeFirst() }
        return digits()
      }
      return true
    }
  }
}
