/// Bytes to tokens, as go-yaml's scanner sees them (yaml-semantics, sections 5 to 8).
///
/// The state is a value and the bytes are passed to every call. All marks are byte offsets: columns
/// matter only where everything before a token on its line is ASCII, so bytes measure them.
struct Scanner {
  /// The agent's bound for flow levels and for indentation levels (section 6).
  static let maximumDepth = 10_000
  /// A simple key's `:` is at most so many characters after its start (section 5).
  static let maximumKeyLength = 1024

  var position: Int
  var lineStart: Int
  private(set) var input: ScannerInput

  var tokens: [Token] = []
  var head = 0
  /// How many tokens were taken from the queue.
  var takenCount = 0
  private var isHeadSettled = false

  /// The column of the innermost block collection, -1 outside.
  var indent = -1
  var indents: [Int] = []
  var flowLevel = 0
  /// Where the open flow collections began.
  var flowOpeners: [UInt32] = []
  var isKeyAllowed = true
  /// One candidate a flow level; none at all before the first token.
  var candidates: [SimpleKey] = []

  /// Where the last plain or quoted scalar began.
  var lastScalarStart = 0

  /// Texts that are no slice of the input.
  var decoded: [UInt8] = []
  var comments: [SourceRange] = []
  var tags: [TagParts] = []

  /// A token that becomes a mapping's key if a `:` follows.
  struct SimpleKey {
    var isPossible = false
    /// At the column of the enclosing block mapping nothing but a key may stand.
    var isRequired = false
    /// The parser must not see the token before it is decided.
    var isHeld = false
    /// Counts all tokens of the input.
    var token = 0
    var start = 0
    var lineStart = 0
  }

  init(_ range: Range<Int>, addsLineEnd: Bool = false, isSplit: Bool = false) {
    position = range.lowerBound
    lineStart = range.lowerBound
    input = ScannerInput(range, addsLineEnd: addsLineEnd, isSplit: isSplit)
  }

  /// Begins a new input and keeps the texts, comments and memory of those before.
  mutating func restart(_ range: Range<Int>, addsLineEnd: Bool, isSplit: Bool) {
    input = ScannerInput(range, addsLineEnd: addsLineEnd, isSplit: isSplit)
    resume(at: range.lowerBound, columns: [])
  }

  /// Goes on at the start of a line inside block collections of these columns, after an error.
  mutating func resume(at offset: Int, columns: [Int]) {
    position = offset
    lineStart = offset
    if !tokens.isEmpty { tokens.removeAll(keepingCapacity: true) }
    head = 0
    isHeadSettled = false
    takenCount = 0
    indent = -1
    if !indents.isEmpty { indents.removeAll(keepingCapacity: true) }
    for column in columns {
      indents.append(indent)
      indent = column
    }
    flowLevel = 0
    if !flowOpeners.isEmpty { flowOpeners.removeAll(keepingCapacity: true) }
    if !candidates.isEmpty { candidates.removeAll(keepingCapacity: true) }
    isKeyAllowed = true
  }

  var column: Int { position &- lineStart }

  // MARK: Bytes

  @inline(__always) var end: Int { input.end }
  @inline(__always) var limit: Int { input.limit }

  @inline(__always)
  func byte(_ source: Span<UInt8>, _ offset: Int) -> UInt8 { input.byte(source, offset) }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  @inline(__always)
  func breakLength(_ source: Span<UInt8>, _ offset: Int) -> Int {
    input.breakLength(source, offset)
  }

  @inline(__always)
  func isBlankOrEnd(_ source: Span<UInt8>, _ offset: Int) -> Bool {
    input.isBlankOrEnd(source, offset)
  }

  /// `---` or `...` at the first column, followed by a blank, a break or the end (section 7).
  @inline(__always)
  func isDocumentMarker(_ source: Span<UInt8>) -> Bool {
    guard position == lineStart else { return false }
    let first = byte(source, position)
    guard first == 0x2D || first == 0x2E else { return false }
    return byte(source, position + 1) == first && byte(source, position + 2) == first
      && isBlankOrEnd(source, position + 3)
  }

  mutating func skipBreak(_ source: Span<UInt8>) {
    let length = breakLength(source, position)
    guard length > 0 else { return }
    position &+= length
    lineStart = position
  }

  // MARK: The queue

  /// The next token. It stays in the queue until `advance()`.
  ///
  /// A token that may yet turn out to be a key is held back until its `:` is found or excluded.
  @inline(__always)
  mutating func peek(_ source: Span<UInt8>) throws(SyntaxError) -> Token {
    if !isHeadSettled { try settleHead(source) }
    return tokens[head]
  }

  @inline(__always)
  mutating func advance() {
    head &+= 1
    takenCount &+= 1
    isHeadSettled = head < tokens.count && tokens[head].candidateLevel < 0
  }

  private mutating func settleHead(_ source: Span<UInt8>) throws(SyntaxError) {
    while true {
      if head < tokens.count {
        let level = Int(tokens[head].candidateLevel)
        if level < 0 || level >= candidates.count || candidates[level].token != takenCount
          || !candidates[level].isHeld
        {
          break
        }
        if try !isCandidateValid(source, level) { break }
      } else {
        tokens.removeAll(keepingCapacity: true)
        head = 0
      }
      try fetchToken(source)
    }
    isHeadSettled = true
  }

  mutating func append(_ token: Token) { tokens.append(token) }

  private mutating func insert(_ token: Token, at index: Int) {
    // A key is mostly one token, the last.
    guard index == tokens.count - 1 else {
      tokens.insert(token, at: index)
      return
    }
    tokens.append(tokens[index])
    tokens[index] = token
  }

  /// Nothing is read ahead, and no token waits for its colon.
  var isIdle: Bool {
    head == tokens.count && flowLevel == 0
      && (candidates.isEmpty || !(candidates[0].isPossible && candidates[0].isRequired))
  }

  mutating func forgetCandidate() {
    if !candidates.isEmpty, candidates[0].isPossible { candidates[0].isPossible = false }
  }

  // MARK: Simple keys (section 5)

  mutating func saveCandidate(_ source: Span<UInt8>) throws(SyntaxError) -> Int32 {
    guard isKeyAllowed else { return -1 }
    try dropCandidate()
    let level = candidates.count - 1
    candidates[level] = SimpleKey(
      isPossible: true, isRequired: flowLevel == 0 && indent == column, isHeld: true,
      token: takenCount &+ (tokens.count &- head), start: position, lineStart: lineStart)
    return Int32(truncatingIfNeeded: level)
  }

  mutating func dropCandidate() throws(SyntaxError) {
    let level = candidates.count - 1
    guard candidates[level].isPossible else { return }
    if candidates[level].isRequired {
      throw SyntaxError(problem: .missingColon, offset: candidates[level].start)
    }
    candidates[level].isPossible = false
  }

  private mutating func isCandidateValid(
    _ source: Span<UInt8>, _ level: Int
  ) throws(SyntaxError) -> Bool {
    let candidate = candidates[level]
    guard candidate.isPossible else { return false }
    if candidate.lineStart == lineStart && !isTooLong(source, candidate) { return true }
    if candidate.isRequired {
      throw SyntaxError(problem: .missingColon, offset: candidate.start)
    }
    candidates[level].isPossible = false
    return false
  }

  /// The limit counts characters, so bytes decide only when they are few.
  private func isTooLong(_ source: Span<UInt8>, _ candidate: SimpleKey) -> Bool {
    guard position - candidate.start > Self.maximumKeyLength else { return false }
    var characters = 0
    var offset = candidate.start
    while offset < min(position, end) {
      if source[offset] & 0xC0 != 0x80 { characters += 1 }
      if characters > Self.maximumKeyLength + 1 { return true }
      offset += 1
    }
    return characters > Self.maximumKeyLength
  }

  // MARK: Indentation (section 6)

  mutating func rollIndent(
    to column: Int, _ kind: Token.Kind, at offset: Int, before index: Int? = nil
  ) throws(SyntaxError) {
    guard flowLevel == 0, indent < column else { return }
    guard indents.count < Self.maximumDepth else {
      throw SyntaxError(problem: .tooDeep, offset: offset)
    }
    indents.append(indent)
    indent = column
    var token = Token(kind, offset, offset)
    token.text.start = UInt32(column)
    if let index { insert(token, at: index) } else { append(token) }
  }

  @inline(__always)
  private mutating func unrollIndent(to column: Int, at offset: Int) {
    guard flowLevel == 0 else { return }
    while indent > column {
      append(Token(.blockEnd, offset, offset))
      indent = indents.removeLast()
    }
  }

  // MARK: One token

  mutating func skipToToken(_ source: Span<UInt8>) {
    var position = position
    while true {
      // Tabs separate tokens, but not where a key may start: there they would be indentation.
      let tabs = flowLevel > 0 || !isKeyAllowed
      position = Words.skipBlanks(source, from: position, to: end)
      var next = byte(source, position)
      while tabs, next == 0x20 || next == 0x09 {
        position &+= 1
        next = byte(source, position)
      }
      if next == 0x23 {
        let start = position
        self.position = position
        skipToLineEnd(source)
        position = self.position
        comments.append(SourceRange(start..<position))
      }
      let length = breakLength(source, position)
      if length == 0 { break }
      position &+= length
      lineStart = position
      if flowLevel == 0 { isKeyAllowed = true }
    }
    self.position = position
  }

  mutating func skipToLineEnd(_ source: Span<UInt8>) {
    var position = position
    while true {
      position = Words.lineStop(source, from: position, to: end)
      let next = byte(source, position)
      if next < 0x20 {
        if next != 0x09, position >= limit || next == 0 || breakLength(source, position) > 0 {
          break
        }
      } else if next >= 0xC2, breakLength(source, position) > 0 {
        break
      }
      position &+= 1
    }
    self.position = position
  }

  private mutating func fetchToken(_ source: Span<UInt8>) throws(SyntaxError) {
    if candidates.isEmpty { candidates.append(SimpleKey()) }
    skipToToken(source)
    unrollIndent(to: column, at: position)
    let first = byte(source, position)
    switch first {
    case 0 where position >= limit: try fetchStreamEnd()
    case 0x25 where column == 0: try fetchDirective(source)
    case 0x2D where isDocumentMarker(source): try fetchDocumentMarker(.documentStart)
    case 0x2E where isDocumentMarker(source): try fetchDocumentMarker(.documentEnd)
    case 0x5B: try fetchFlowStart(source, .flowSequenceStart)
    case 0x7B: try fetchFlowStart(source, .flowMappingStart)
    case 0x5D: try fetchFlowEnd(.flowSequenceEnd)
    case 0x7D: try fetchFlowEnd(.flowMappingEnd)
    case 0x2C: try fetchFlowEntry()
    case 0x2D where isBlankOrEnd(source, position + 1): try fetchBlockEntry()
    case 0x3F where flowLevel > 0 || isBlankOrEnd(source, position + 1): try fetchKey()
    case 0x3A where flowLevel > 0 || isBlankOrEnd(source, position + 1): try fetchValue(source)
    case 0x2A: try fetchAnchor(source, .alias)
    case 0x26: try fetchAnchor(source, .anchor)
    case 0x21: try fetchTag(source)
    case 0x7C where flowLevel == 0: try fetchBlockScalar(source, .literal)
    case 0x3E where flowLevel == 0: try fetchBlockScalar(source, .folded)
    case 0x27: try fetchQuoted(source, .singleQuoted)
    case 0x22: try fetchQuoted(source, .doubleQuoted)
    case 0, 0x09, 0x23, 0x25, 0x40, 0x60, 0x7C, 0x3E:
      throw SyntaxError(problem: .cannotStartToken, offset: position)
    default: try fetchPlain(source)
    }
  }

  private mutating func fetchStreamEnd() throws(SyntaxError) {
    // The end of the stream is a line of its own, one past a last line without a break.
    let mark = position == lineStart ? position : position + 1
    lineStart = position
    unrollIndent(to: -1, at: mark)
    try dropCandidate()
    isKeyAllowed = false
    append(Token(.streamEnd, mark, mark))
  }

  private mutating func fetchDocumentMarker(_ kind: Token.Kind) throws(SyntaxError) {
    unrollIndent(to: -1, at: position)
    try dropCandidate()
    isKeyAllowed = false
    append(Token(kind, position, position + 3))
    position += 3
  }

  private mutating func fetchDirective(_ source: Span<UInt8>) throws(SyntaxError) {
    unrollIndent(to: -1, at: position)
    try dropCandidate()
    isKeyAllowed = false
    append(try scanDirective(source))
  }

  private mutating func fetchFlowStart(
    _ source: Span<UInt8>, _ kind: Token.Kind
  ) throws(SyntaxError) {
    var token = Token(kind, position, position + 1)
    token.candidateLevel = try saveCandidate(source)
    candidates.append(SimpleKey(token: takenCount &+ (tokens.count &- head)))
    flowOpeners.append(UInt32(position))
    flowLevel += 1
    guard flowLevel <= Self.maximumDepth else {
      throw SyntaxError(problem: .tooDeep, offset: position)
    }
    isKeyAllowed = true
    append(token)
    position += 1
  }

  private mutating func fetchFlowEnd(_ kind: Token.Kind) throws(SyntaxError) {
    try dropCandidate()
    if flowLevel > 0 {
      flowLevel -= 1
      flowOpeners.removeLast()
      let inner = candidates.removeLast()
      // Go forgets here to hold back an empty collection, so it is never a key.
      let outer = candidates.count - 1
      if inner.token == candidates[outer].token { candidates[outer].isHeld = false }
    }
    isKeyAllowed = false
    append(Token(kind, position, position + 1))
    position += 1
  }

  private mutating func fetchFlowEntry() throws(SyntaxError) {
    try dropCandidate()
    isKeyAllowed = true
    append(Token(.flowEntry, position, position + 1))
    position += 1
  }

  private mutating func fetchBlockEntry() throws(SyntaxError) {
    // In flow context the parser refuses it: it can name the collection.
    if flowLevel == 0 {
      guard isKeyAllowed else {
        throw SyntaxError(problem: .sequenceEntryNotAllowed, offset: position)
      }
      try rollIndent(to: column, .blockSequenceStart, at: position)
    }
    try dropCandidate()
    isKeyAllowed = true
    append(Token(.blockEntry, position, position + 1))
    position += 1
  }

  private mutating func fetchKey() throws(SyntaxError) {
    if flowLevel == 0 {
      guard isKeyAllowed else { throw SyntaxError(problem: .keyNotAllowed, offset: position) }
      try rollIndent(to: column, .blockMappingStart, at: position)
    }
    try dropCandidate()
    isKeyAllowed = flowLevel == 0
    append(Token(.key, position, position + 1))
    position += 1
  }

  private mutating func fetchValue(_ source: Span<UInt8>) throws(SyntaxError) {
    let level = candidates.count - 1
    if try isCandidateValid(source, level) {
      let candidate = candidates[level]
      var index = head + (candidate.token - takenCount)
      if index < head {
        // The key itself is gone already.
        index = tokens.count
      } else {
        tokens[index].candidateLevel = -1
      }
      let isGone = index == tokens.count
      insert(Token(.key, candidate.start, candidate.start), at: index)
      if isGone { index += 1 }
      try rollIndent(
        to: candidate.start - candidate.lineStart, .blockMappingStart, at: candidate.start,
        before: index)
      candidates[level].isPossible = false
      isKeyAllowed = false
    } else {
      if flowLevel == 0 {
        guard isKeyAllowed else { throw SyntaxError(problem: .valueNotAllowed, offset: position) }
        try rollIndent(to: column, .blockMappingStart, at: position)
      }
      isKeyAllowed = flowLevel == 0
    }
    append(Token(.value, position, position + 1))
    position += 1
  }

  private mutating func fetchAnchor(
    _ source: Span<UInt8>, _ kind: Token.Kind
  ) throws(SyntaxError) {
    let level = try saveCandidate(source)
    isKeyAllowed = false
    var token = try scanAnchor(source, kind)
    token.candidateLevel = level
    append(token)
  }

  private mutating func fetchTag(_ source: Span<UInt8>) throws(SyntaxError) {
    let level = try saveCandidate(source)
    isKeyAllowed = false
    var token = try scanTag(source)
    token.candidateLevel = level
    append(token)
  }

  private mutating func fetchBlockScalar(
    _ source: Span<UInt8>, _ style: Node.Style
  ) throws(SyntaxError) {
    try dropCandidate()
    isKeyAllowed = true
    append(try scanBlockScalar(source, style))
  }

  private mutating func fetchQuoted(
    _ source: Span<UInt8>, _ style: Node.Style
  ) throws(SyntaxError) {
    let level = try saveCandidate(source)
    isKeyAllowed = false
    var token = try scanQuoted(source, style)
    token.candidateLevel = level
    append(token)
  }

  private mutating func fetchPlain(_ source: Span<UInt8>) throws(SyntaxError) {
    let level = try saveCandidate(source)
    isKeyAllowed = false
    var token = try scanPlain(source)
    token.candidateLevel = level
    append(token)
  }
}
