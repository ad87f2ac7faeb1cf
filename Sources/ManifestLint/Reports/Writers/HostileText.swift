/// Text from a repository (paths, names, values, source lines) is hostile until it is written in a
/// form that neither a terminal, a log viewer nor a browser takes for anything but text.

/// Reads the scalar at `index` and moves on; nil, after one byte, where the bytes are no UTF-8.
func nextScalar(_ bytes: [UInt8], _ index: inout Int) -> Unicode.Scalar? {
  let first = bytes[index]
  index += 1
  if first < 0x80 { return Unicode.Scalar(first) }
  let length: Int
  var value: UInt32
  let least: UInt32
  switch first {
  case 0xC2...0xDF: (length, value, least) = (1, UInt32(first & 0x1F), 0x80)
  case 0xE0...0xEF: (length, value, least) = (2, UInt32(first & 0x0F), 0x800)
  case 0xF0...0xF4: (length, value, least) = (3, UInt32(first & 0x07), 0x1_0000)
  default: return nil
  }
  guard index + length <= bytes.count else { return nil }
  for place in index..<index + length {
    guard bytes[place] & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(bytes[place] & 0x3F)
  }
  // Overlong forms and surrogates are no UTF-8 either.
  guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
  index += length
  return scalar
}

/// What nearly all text is, and what needs no second look.
func isPrintableASCII(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { 0x20..<0x7F ~= $0 } }

func isUTF8(_ bytes: [UInt8]) -> Bool {
  var index = 0
  while index < bytes.count {
    if nextScalar(bytes, &index) == nil { return false }
  }
  return true
}

extension Unicode.Scalar {
  /// Whether the scalar acts on its surroundings or shows nothing, so that text with it does not
  /// read as it is: controls, bidirectional marks and overrides, line and paragraph separators,
  /// zero-width and tag characters, and what XML 1.0 has no form for.
  var isHidden: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F: true
    default: false
    }
  }
}

/// Appends text in a form in which every character is seen: `\n`, `\x1b` for a control character,
/// `\u{202e}` for a hidden one, `\xff` for a byte that is no UTF-8. The result is one line of UTF-8
/// and safe in every report after that format's own quoting.
func appendVisible(_ bytes: [UInt8], to result: inout [UInt8]) {
  var index = 0
  while index < bytes.count {
    let start = index
    guard let scalar = nextScalar(bytes, &index) else {
      appendHexadecimal("\\x", bytes[start], to: &result)
      continue
    }
    guard scalar.isHidden else {
      result.append(contentsOf: bytes[start..<index])
      continue
    }
    switch scalar {
    case "\n": result.append(contentsOf: "\\n".utf8)
    case "\r": result.append(contentsOf: "\\r".utf8)
    case "\t": result.append(contentsOf: "\\t".utf8)
    default:
      if scalar.isASCII {
        appendHexadecimal("\\x", bytes[start], to: &result)
      } else {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".utf8)
      }
    }
  }
}

func visible(_ bytes: [UInt8]) -> [UInt8] {
  if isPrintableASCII(bytes) { return bytes }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  appendVisible(bytes, to: &result)
  return result
}

func visible(_ text: String) -> [UInt8] { visible(Array(text.utf8)) }

private func appendHexadecimal(_ prefix: String, _ byte: UInt8, to result: inout [UInt8]) {
  result.append(contentsOf: prefix.utf8)
  result.append(hexadecimalDigit(byte >> 4))
  result.append(hexadecimalDigit(byte & 0x0F))
}

/// Lower-case; `value` is below 16.
func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
  var digits: [UInt8] = []
  digits.reserveCapacity(bytes.count * 2)
  for byte in bytes {
    digits.append(hexadecimalDigit(byte >> 4))
    digits.append(hexadecimalDigit(byte & 0x0F))
  }
  return String(decoding: digits, as: UTF8.self)
}
