/// A parsed CEL expression.
indirect enum CELExpression {
  case literal(CELType)
  case identifier(String, offset: Int)
  case select(CELExpression, String, offset: Int)
  case index(CELExpression, CELExpression)
  case call(String, target: CELExpression?, [CELExpression], offset: Int)
  case list([CELExpression])
  case map([(key: CELExpression, value: CELExpression)])
  case structure(String, [CELExpression])
  case unary(String, CELExpression, offset: Int)
  case binary(String, CELExpression, CELExpression, offset: Int)
  case conditional(CELExpression, CELExpression, CELExpression)
}

/// Reads one expression (CEL specification, chapter Grammar).
struct CELParser {
  /// How deep expressions may be nested; the server's parser stops at the same depth.
  static let maximumDepth = 250
  /// How many operators or members may follow one another: each is a level of the tree.
  static let maximumChain = 500

  private var lexer: CELLexer
  private var token: CELToken = .end
  private var offset = 0
  private var depth = 0

  static func parse(_ text: ArraySlice<UInt8>) throws(CELFault) -> CELExpression {
    var parser = CELParser(lexer: CELLexer(text))
    try parser.advance()
    let expression = try parser.expression()
    guard parser.token == .end else { throw parser.unexpected() }
    return expression
  }

  private init(lexer: CELLexer) { self.lexer = lexer }

  private mutating func advance() throws(CELFault) {
    token = try lexer.next()
    offset = lexer.start
  }

  private func unexpected() -> CELFault {
    switch token {
    case .end: CELFault(message: "the expression ends where a value is expected", offset: offset)
    case .symbol(let symbol): CELFault(message: "unexpected '\(symbol)'", offset: offset)
    case .identifier(let name): CELFault(message: "unexpected '\(name)'", offset: offset)
    default: CELFault(message: "unexpected literal", offset: offset)
    }
  }

  private func tooLong() -> CELFault {
    CELFault(message: "the expression is too long to be checked", offset: offset, isLimit: true)
  }

  private mutating func takes(_ symbol: String) throws(CELFault) -> Bool {
    guard token == .symbol(symbol) else { return false }
    try advance()
    return true
  }

  private mutating func expect(_ symbol: String) throws(CELFault) {
    guard try takes(symbol) else { throw unexpected() }
  }

  // MARK: Operators, the weakest first

  private mutating func expression() throws(CELFault) -> CELExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw CELFault(message: "the expression is nested too deeply", offset: offset)
    }
    let condition = try binary(level: 0)
    guard try takes("?") else { return condition }
    let yes = try binary(level: 0)
    try expect(":")
    return .conditional(condition, yes, try expression())
  }

  private static let levels: [[String]] = [
    ["||"], ["&&"], ["<", "<=", ">", ">=", "==", "!=", "in"], ["+", "-"], ["*", "/", "%"],
  ]

  private mutating func binary(level: Int) throws(CELFault) -> CELExpression {
    guard level < Self.levels.count else { return try unary() }
    var left = try binary(level: level + 1)
    var links = 0
    while true {
      links += 1
      guard links <= Self.maximumChain else { throw tooLong() }
      let name: String
      switch token {
      case .symbol(let symbol): name = symbol
      case .identifier("in"): name = "in"
      default: return left
      }
      guard Self.levels[level].contains(name) else { return left }
      let place = offset
      try advance()
      left = .binary(name, left, try binary(level: level + 1), offset: place)
    }
  }

  private mutating func unary() throws(CELFault) -> CELExpression {
    var operators: [(String, Int)] = []
    while case .symbol(let symbol) = token, symbol == "!" || symbol == "-" {
      operators.append((symbol, offset))
      guard operators.count <= Self.maximumDepth else { throw tooLong() }
      try advance()
    }
    var operand = try member()
    for (symbol, place) in operators.reversed() { operand = .unary(symbol, operand, offset: place) }
    return operand
  }

  // MARK: Members and values

  private mutating func member() throws(CELFault) -> CELExpression {
    var value = try primary()
    var links = 0
    while true {
      links += 1
      guard links <= Self.maximumChain else { throw tooLong() }
      if try takes(".") {
        let isOptional = try takes("?")
        guard case .identifier(let name) = token else { throw unexpected() }
        let place = offset
        try advance()
        if !isOptional, try takes("(") {
          value = .call(name, target: value, try arguments(until: ")"), offset: place)
        } else if isOptional {
          value = .call("?", target: value, [], offset: place)
        } else {
          value = .select(value, name, offset: place)
        }
      } else if try takes("[") {
        let isOptional = try takes("?")
        let index = try expression()
        try expect("]")
        value =
          isOptional ? .call("?", target: value, [index], offset: offset) : .index(value, index)
      } else if token == .symbol("{"), let name = Self.qualifiedName(value) {
        try advance()
        value = .structure(name, try fields())
      } else {
        return value
      }
    }
  }

  private static func qualifiedName(_ expression: CELExpression) -> String? {
    switch expression {
    case .identifier(let name, _): return name
    case .select(let base, let name, _): return qualifiedName(base).map { "\($0).\(name)" }
    default: return nil
    }
  }

  private mutating func primary() throws(CELFault) -> CELExpression {
    let place = offset
    switch token {
    case .integer:
      try advance()
      return .literal(.int)
    case .unsigned:
      try advance()
      return .literal(.uint)
    case .double:
      try advance()
      return .literal(.double)
    case .string:
      try advance()
      return .literal(.string)
    case .bytes:
      try advance()
      return .literal(.bytes)
    case .identifier(let name):
      try advance()
      return try named(name, place)
    case .symbol("."):
      try advance()
      guard case .identifier(let name) = token else { throw unexpected() }
      try advance()
      return try named(name, place)
    case .symbol("("):
      try advance()
      let inner = try expression()
      try expect(")")
      return inner
    case .symbol("["):
      try advance()
      return .list(try arguments(until: "]"))
    case .symbol("{"):
      try advance()
      return try mapLiteral()
    default:
      throw unexpected()
    }
  }

  private static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]

  private mutating func named(_ name: String, _ place: Int) throws(CELFault) -> CELExpression {
    switch name {
    case "true", "false": return .literal(.bool)
    case "null": return .literal(.null)
    case "in": throw CELFault(message: "unexpected 'in'", offset: place)
    default: break
    }
    if try takes("(") {
      return .call(name, target: nil, try arguments(until: ")"), offset: place)
    }
    if Self.reserved.contains(name) {
      throw CELFault(message: "reserved identifier: \(name)", offset: place)
    }
    return .identifier(name, offset: place)
  }

  /// Expressions separated by commas; one comma may stand behind the last of a list.
  private mutating func arguments(until close: String) throws(CELFault) -> [CELExpression] {
    var result: [CELExpression] = []
    while token != .symbol(close) {
      if close == "]" { _ = try takes("?") }
      result.append(try expression())
      guard try takes(",") else { break }
      if close == ")", token == .symbol(close) { throw unexpected() }
    }
    try expect(close)
    return result
  }

  private mutating func mapLiteral() throws(CELFault) -> CELExpression {
    var entries: [(key: CELExpression, value: CELExpression)] = []
    while token != .symbol("}") {
      _ = try takes("?")
      let key = try expression()
      try expect(":")
      entries.append((key, try expression()))
      guard try takes(",") else { break }
    }
    try expect("}")
    return .map(entries)
  }

  private mutating func fields() throws(CELFault) -> [CELExpression] {
    var values: [CELExpression] = []
    while token != .symbol("}") {
      _ = try takes("?")
      guard case .identifier = token else { throw unexpected() }
      try advance()
      try expect(":")
      values.append(try expression())
      guard try takes(",") else { break }
    }
    try expect("}")
    return values
  }
}
