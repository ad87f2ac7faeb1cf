/// A JSON text that one of this program's own reports holds, read strictly (RFC 8259): UTF-8 only, no
/// name twice in an object, no lone surrogate, nothing behind the value, bounded depth. What is merged
/// from several machines has to be exactly what was written.
indirect enum RecordValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// Whole numbers only are read as such.
  case integer(Int)
  case number(String)
  case string(String)
  case array([RecordValue])
  case object([Member])

  struct Member: Sendable, Equatable {
    var name: String
    var value: RecordValue
  }

  /// Why a text is not read, and where: bytes from 0.
  struct Failure: Error, Equatable {
    var problem: String
    var offset: Int
  }

  static let maximumDepth = 64

  init(parsing text: [UInt8]) throws(Failure) {
    var reader = RecordReader(text: text)
    self = try reader.document()
  }

  subscript(name: String) -> RecordValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  var text: String? { if case .string(let text) = self { text } else { nil } }
  var integer: Int? { if case .integer(let number) = self { number } else { nil } }
  var elements: [RecordValue]? { if case .array(let elements) = self { elements } else { nil } }
  var members: [Member]? { if case .object(let members) = self { members } else { nil } }
}

private struct RecordReader {
  let text: [UInt8]
  private var position = 0
  private var depth = 0

  init(text: [UInt8]) { self.text = text }

  private func failure(_ problem: String, at offset: Int? = nil) -> RecordValue.Failure {
    RecordValue.Failure(problem: problem, offset: offset ?? position)
  }

  /// 0 at the end: no token begins with it.
  private var byte: UInt8 { position < text.count ? text[position] : 0 }

  mutating func document() throws(RecordValue.Failure) -> RecordValue {
    let value = try value()
    skipSpace()
    guard position == text.count else { throw failure("something stands behind the value") }
    return value
  }

  private mutating func skipSpace() {
    while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func value() throws(RecordValue.Failure) -> RecordValue {
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw failure(position < text.count ? "a value is expected" : "the text ends early")
    }
  }

  private mutating func open() throws(RecordValue.Failure) {
    depth += 1
    guard depth <= RecordValue.maximumDepth else {
      throw failure("values are nested deeper than \(RecordValue.maximumDepth)")
    }
    position += 1
    skipSpace()
  }

  private mutating func close() {
    depth -= 1
    position += 1
  }

  /// Whether another member follows; else the container is closed.
  private mutating func goesOn(until end: Character) throws(RecordValue.Failure) -> Bool {
    skipSpace()
    if byte == end.asciiValue {
      close()
      return false
    }
    guard byte == UInt8(ascii: ",") else { throw failure("a comma or '\(end)' is expected") }
    position += 1
    skipSpace()
    return true
  }

  private mutating func array() throws(RecordValue.Failure) -> RecordValue {
    try open()
    var elements: [RecordValue] = []
    if byte == UInt8(ascii: "]") {
      close()
      return .array([])
    }
    repeat { elements.append(try value()) } while try goesOn(until: "]")
    return .array(elements)
  }

  private mutating func object() throws(RecordValue.Failure) -> RecordValue {
    try open()
    var members: [RecordValue.Member] = []
    var names: Set<String> = []
    if byte == UInt8(ascii: "}") {
      close()
      return .object([])
    }
    repeat {
      let start = position
      guard byte == UInt8(ascii: "\"") else { throw failure("a name is expected") }
      let name = try string()
      guard names.insert(name).inserted else {
        throw failure("the name is there twice", at: start)
      }
      skipSpace()
      guard byte == UInt8(ascii: ":") else { throw failure("a colon is expected") }
      position += 1
      members.append(RecordValue.Member(name: name, value: try value()))
    } while try goesOn(until: "}")
    return .object(members)
  }

  private mutating func word(
    _ word: String, _ value: RecordValue
  ) throws(RecordValue.Failure) -> RecordValue {
    guard text[position...].starts(with: word.utf8) else { throw failure("a value is expected") }
    position += word.utf8.count
    return value
  }

  private mutating func digits() throws(RecordValue.Failure) {
    guard (0x30...0x39).contains(byte) else { throw failure("a digit is expected") }
    while (0x30...0x39).contains(byte) { position += 1 }
  }

  private mutating func number() throws(RecordValue.Failure) -> RecordValue {
    let start = position
    var isWhole = true
    if byte == UInt8(ascii: "-") { position += 1 }
    if byte == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if byte == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      try digits()
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    let written = String(decoding: text[start..<position], as: UTF8.self)
    if isWhole, let number = Int(written) { return .integer(number) }
    return .number(written)
  }

  private mutating func string() throws(RecordValue.Failure) -> String {
    let start = position
    position += 1
    var bytes: [UInt8] = []
    var pending = position
    while true {
      switch byte {
      case UInt8(ascii: "\""):
        bytes += text[pending..<position]
        position += 1
        guard let string = String(validating: bytes, as: UTF8.self) else {
          throw failure("the text is no UTF-8", at: start)
        }
        return string
      case UInt8(ascii: "\\"):
        bytes += text[pending..<position]
        bytes += try escape()
        pending = position
      case 0..<0x20:
        throw failure(
          position < text.count ? "a control character stands in a text" : "the text ends early")
      default: position += 1
      }
    }
  }

  private mutating func escape() throws(RecordValue.Failure) -> [UInt8] {
    let start = position
    position += 1
    defer { position += 1 }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var value = try unit(start)
      if 0xD800..<0xDC00 ~= value, position + 2 < text.count,
        text[position + 1] == UInt8(ascii: "\\"), text[position + 2] == UInt8(ascii: "u")
      {
        position += 2
        let low = try unit(start)
        guard 0xDC00..<0xE000 ~= low else { throw failure("half a character", at: start) }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else { throw failure("half a character", at: start) }
      return Array(String(Character(scalar)).utf8)
    default: throw failure("an escape that there is not", at: start)
    }
  }

  /// The four digits behind `\u`; stops at the last of them.
  private mutating func unit(_ start: Int) throws(RecordValue.Failure) -> UInt32 {
    guard position + 4 < text.count,
      let value = UInt32(
        String(decoding: text[(position + 1)...(position + 4)], as: UTF8.self), radix: 16),
      text[position + 1] != UInt8(ascii: "+"), text[position + 1] != UInt8(ascii: "-")
    else { throw failure("an escape that there is not", at: start) }
    position += 4
    return value
  }
}
