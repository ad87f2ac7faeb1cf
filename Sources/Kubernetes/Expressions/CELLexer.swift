/// What a CEL expression is made of.
enum CELToken: Equatable {
  case identifier(String)
  case integer
  case unsigned
  case double
  case string(String)
  case bytes
  /// Operators and brackets, as written.
  case symbol(String)
  case end
}

/// What is wrong with an expression, and at which byte of it.
struct CELFault: Error {
  var message: String
  var offset: Int
  /// The expression is too large for this check; the server may well take it.
  var isLimit = false
}

/// Splits an expression into tokens (CEL specification, chapter Syntax).
struct CELLexer {
  private let text: ArraySlice<UInt8>
  private var at: Int
  /// Where the token given last begins, counted from the expression's start.
  private(set) var start = 0

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    at = text.startIndex
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    at + ahead < text.endIndex ? text[at + ahead] : nil
  }

  mutating func next() throws(CELFault) -> CELToken {
    skipSpace()
    start = at - text.startIndex
    guard let byte = peek() else { return .end }
    if let prefix = stringPrefix() { return try string(prefix) }
    if Bytes.isLetter(byte) || byte == 0x5F {
      let begin = at
      while let byte = peek(), Bytes.isAlphanumeric(byte) || byte == 0x5F { at += 1 }
      return .identifier(String(decoding: text[begin..<at], as: UTF8.self))
    }
    if byte == 0x60 { return try escapedIdentifier() }
    if Bytes.isDigit(byte) || (byte == 0x2E && peek(1).map(Bytes.isDigit) == true) {
      return number()
    }
    for symbol in Self.symbols where text[at...].starts(with: symbol.utf8) {
      at += symbol.utf8.count
      return .symbol(symbol)
    }
    throw CELFault(
      message: "unexpected character '\(String(decoding: [byte], as: UTF8.self))'", offset: start)
  }

  private static let symbols = [
    "==", "!=", "<=", ">=", "&&", "||", "<", ">", "[", "]", "{", "}", "(", ")", ".", ",", "-", "!",
    "?", ":", "+", "*", "/", "%",
  ]

  private mutating func skipSpace() {
    while let byte = peek() {
      if [0x20, 0x09, 0x0A, 0x0D, 0x0C].contains(byte) {
        at += 1
      } else if byte == 0x2F, peek(1) == 0x2F {
        while let byte = peek(), byte != 0x0A { at += 1 }
      } else {
        return
      }
    }
  }

  private struct StringPrefix {
    var length = 0
    var isRaw = false
    var isBytes = false
  }

  /// `r`, `b`, both or none before a quote.
  private func stringPrefix() -> StringPrefix? {
    var prefix = StringPrefix()
    while prefix.length < 3, let byte = peek(prefix.length) {
      switch byte {
      case 0x22, 0x27: return prefix
      case 0x72 where !prefix.isRaw, 0x52 where !prefix.isRaw: prefix.isRaw = true
      case 0x62 where !prefix.isBytes, 0x42 where !prefix.isBytes: prefix.isBytes = true
      default: return nil
      }
      prefix.length += 1
    }
    return nil
  }

  private mutating func string(_ prefix: StringPrefix) throws(CELFault) -> CELToken {
    at += prefix.length
    let quote = text[at]
    let isTriple = peek(1) == quote && peek(2) == quote
    at += isTriple ? 3 : 1
    var content: [UInt8] = []
    while let byte = peek() {
      if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        at += isTriple ? 3 : 1
        return prefix.isBytes ? .bytes : .string(String(decoding: content, as: UTF8.self))
      }
      if !isTriple, byte == 0x0A || byte == 0x0D { break }
      if byte == 0x5C, !prefix.isRaw {
        at += try escape(into: &content)
      } else {
        content.append(byte)
        at += 1
      }
    }
    throw CELFault(message: "a string literal is not closed", offset: start)
  }

  /// Gives the escape's length.
  private func escape(into content: inout [UInt8]) throws(CELFault) -> Int {
    func digits(_ count: Int, _ isDigit: (UInt8) -> Bool) -> Bool {
      (2..<2 + count).allSatisfy { peek($0).map(isDigit) == true }
    }
    let isHex = { (byte: UInt8) in Bytes.isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }
    switch peek(1) {
    case 0x61, 0x62, 0x66, 0x6E, 0x72, 0x74, 0x76: return 2
    case .some(let byte) where #"\?"'`"#.utf8.contains(byte):
      content.append(byte)
      return 2
    case 0x78, 0x58: if digits(2, isHex) { return 4 }
    case 0x75: if digits(4, isHex) { return 6 }
    case 0x55: if digits(8, isHex) { return 10 }
    case .some(0x30...0x33):
      if digits(2, { (0x30...0x37).contains($0) }) { return 4 }
    default: break
    }
    throw CELFault(
      message: "an escape in a string literal is not known", offset: at - text.startIndex)
  }

  private mutating func escapedIdentifier() throws(CELFault) -> CELToken {
    at += 1
    let begin = at
    while let byte = peek(), byte != 0x60 { at += 1 }
    guard peek() != nil else {
      throw CELFault(message: "a name in backticks is not closed", offset: start)
    }
    let name = String(decoding: text[begin..<at], as: UTF8.self)
    at += 1
    return .identifier(name)
  }

  private mutating func number() -> CELToken {
    var isDouble = false
    if peek() == 0x30, peek(1) == 0x78 {
      at += 2
      while let byte = peek(), Bytes.isAlphanumeric(byte), byte | 0x20 != 0x75 { at += 1 }
    } else {
      while let byte = peek(), Bytes.isDigit(byte) { at += 1 }
      if peek() == 0x2E, peek(1).map(Bytes.isDigit) == true {
        isDouble = true
        at += 1
        while let byte = peek(), Bytes.isDigit(byte) { at += 1 }
      }
      if let byte = peek(), byte | 0x20 == 0x65 {
        let signs = peek(1) == 0x2B || peek(1) == 0x2D ? 1 : 0
        if peek(1 + signs).map(Bytes.isDigit) == true {
          isDouble = true
          at += 1 + signs
          while let byte = peek(), Bytes.isDigit(byte) { at += 1 }
        }
      }
    }
    if !isDouble, let byte = peek(), byte | 0x20 == 0x75 {
      at += 1
      return .unsigned
    }
    return isDouble ? .double : .integer
  }
}
