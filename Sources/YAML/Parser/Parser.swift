/// Tokens to events: the grammar of YAML 1.1 as go-yaml has it, one state a place in it.
struct Parser {
  enum State: UInt8 {
    case implicitDocumentStart, documentStart, documentContent, documentEnd
    case blockNode
    case blockSequenceFirstEntry, blockSequenceEntry, indentlessSequenceEntry
    case blockMappingFirstKey, blockMappingKey, blockMappingValue, blockMappingValueNode
    case flowSequenceFirstEntry, flowSequenceEntry
    case flowSequencePairKey, flowSequencePairValue, flowSequencePairEnd
    case flowMappingFirstKey, flowMappingKey, flowMappingValue, flowMappingEmptyValue
    case end
  }

  var scanner: Scanner
  var state: State = .implicitDocumentStart
  var states: [State] = []
  /// Where the open collections began.
  private var marks: [UInt32] = []
  /// The `%TAG` directives of the document by handle: numbers in `scanner.tags`.
  private var directives: [[UInt8]: Int] = [:]

  /// Where the colon ends that `expectValue` has read.
  private var valueMark: UInt32 = 0

  /// The properties of the event just returned.
  private(set) var anchor: SourceRange?
  private(set) var anchorStart: UInt32 = 0
  private(set) var tag: TagParts?
  private(set) var tagRange = SourceRange(start: 0, end: 0)

  init(_ scanner: Scanner) { self.scanner = scanner }

  /// Begins a new input.
  mutating func restart(_ range: Range<Int>, addsLineEnd: Bool, isSplit: Bool) {
    scanner.restart(range, addsLineEnd: addsLineEnd, isSplit: isSplit)
    state = .implicitDocumentStart
    if !states.isEmpty { states.removeAll(keepingCapacity: true) }
    if !marks.isEmpty { marks.removeAll(keepingCapacity: true) }
    if !directives.isEmpty { directives.removeAll(keepingCapacity: true) }
  }

  /// Goes on inside a block collection after an error: `depth` collections stay open, those with a
  /// column of their own at `columns`.
  mutating func resume(at offset: Int, columns: [Int], depth: Int, state: State) {
    scanner.resume(at: offset, columns: columns)
    states.removeLast(max(states.count - depth, 0))
    marks.removeLast(max(marks.count - columns.count, 0))
    self.state = state
  }

  mutating func next(_ source: Span<UInt8>) throws(SyntaxError) -> Event {
    switch state {
    case .implicitDocumentStart: try documentStart(source, mayBeImplicit: true)
    case .documentStart: try documentStart(source, mayBeImplicit: false)
    case .documentContent: try documentContent(source)
    case .documentEnd: try documentEnd(source)
    case .blockNode: try node(source, inBlock: true)
    case .blockSequenceFirstEntry: try blockSequenceEntry(source, isFirst: true)
    case .blockSequenceEntry: try blockSequenceEntry(source, isFirst: false)
    case .indentlessSequenceEntry: try indentlessSequenceEntry(source)
    case .blockMappingFirstKey: try blockMappingKey(source, isFirst: true)
    case .blockMappingKey: try blockMappingKey(source, isFirst: false)
    case .blockMappingValue: try blockMappingValue(source)
    case .blockMappingValueNode: try blockMappingValueNode(source, mark: valueMark)
    case .flowSequenceFirstEntry: try flowSequenceEntry(source, isFirst: true)
    case .flowSequenceEntry: try flowSequenceEntry(source, isFirst: false)
    case .flowSequencePairKey: try flowSequencePairKey(source)
    case .flowSequencePairValue: try flowSequencePairValue(source)
    case .flowSequencePairEnd: try flowSequencePairEnd(source)
    case .flowMappingFirstKey: try flowMappingKey(source, isFirst: true)
    case .flowMappingKey: try flowMappingKey(source, isFirst: false)
    case .flowMappingValue: try flowMappingValue(source, isEmpty: false)
    case .flowMappingEmptyValue: try flowMappingValue(source, isEmpty: true)
    case .end: Event(.streamEnd, UInt32(scanner.end), UInt32(scanner.end))
    }
  }

  // MARK: Documents (section 7)

  private mutating func documentStart(
    _ source: Span<UInt8>, mayBeImplicit: Bool
  ) throws(SyntaxError) -> Event {
    var token = try scanner.peek(source)
    if !mayBeImplicit {
      while token.kind == .documentEnd {
        scanner.advance()
        token = try scanner.peek(source)
      }
    }
    switch token.kind {
    case .streamEnd:
      state = .end
      scanner.advance()
      return Event(.streamEnd, token.start, token.end)
    case .versionDirective, .tagDirective, .documentStart: break
    default:
      guard mayBeImplicit else {
        throw SyntaxError(problem: .documentStartExpected, offset: Int(token.start))
      }
      states.append(.documentEnd)
      state = .blockNode
      var event = Event(.documentStart, token.start, token.end)
      event.isImplicit = true
      return event
    }
    let start = token.start
    try processDirectives(source)
    token = try scanner.peek(source)
    guard token.kind == .documentStart else {
      throw SyntaxError(
        problem: .documentStartExpected, offset: Int(token.start), context: Int(start))
    }
    states.append(.documentEnd)
    state = .documentContent
    scanner.advance()
    return Event(.documentStart, start, token.end)
  }

  private mutating func processDirectives(_ source: Span<UInt8>) throws(SyntaxError) {
    var sawVersion = false
    while true {
      let token = try scanner.peek(source)
      if token.kind == .versionDirective {
        if sawVersion {
          throw SyntaxError(problem: .repeatedDirective, offset: Int(token.start))
        }
        sawVersion = true
        guard token.text.start == 1, token.text.end == 1 else {
          throw SyntaxError(problem: .incompatibleVersion, offset: Int(token.start))
        }
      } else if token.kind == .tagDirective {
        let number = Int(token.text.start)
        let handle = bytes(source, scanner.tags[number].handle)
        if directives[handle] != nil {
          throw SyntaxError(problem: .repeatedDirective, offset: Int(token.start))
        }
        directives[handle] = number
      } else {
        break
      }
      scanner.advance()
    }
  }

  private mutating func documentContent(_ source: Span<UInt8>) throws(SyntaxError) -> Event {
    let token = try scanner.peek(source)
    switch token.kind {
    case .versionDirective, .tagDirective, .documentStart, .documentEnd, .streamEnd:
      state = states.removeLast()
      return empty(at: token.start)
    default: return try node(source, inBlock: true)
    }
  }

  private mutating func documentEnd(_ source: Span<UInt8>) throws(SyntaxError) -> Event {
    let token = try scanner.peek(source)
    var event = Event(.documentEnd, token.start, token.start)
    event.isImplicit = true
    if token.kind == .documentEnd {
      event.end = token.end
      event.isImplicit = false
      scanner.advance()
    }
    directives.removeAll(keepingCapacity: true)
    state = .documentStart
    return event
  }

  // MARK: Nodes

  /// An empty plain scalar: what stands where nothing is written.
  private func empty(at offset: UInt32) -> Event {
    var event = Event(.scalar, offset, offset)
    event.text = SourceRange(start: 0, end: 0)
    return event
  }

  private mutating func node(
    _ source: Span<UInt8>, inBlock: Bool, mayBeIndentless: Bool = false
  ) throws(SyntaxError) -> Event {
    var token = try scanner.peek(source)
    if token.kind == .alias {
      state = states.removeLast()
      scanner.advance()
      var event = Event(.alias, token.start, token.end)
      event.text = token.text
      return event
    }
    let start = token.start
    var end = token.start
    var hasProperties = false
    if token.kind == .anchor || token.kind == .tag {
      hasProperties = true
      anchor = nil
      tag = nil
      for _ in 0..<2 {
        if token.kind == .anchor, anchor == nil {
          anchor = token.text
          anchorStart = token.start
        } else if token.kind == .tag, tag == nil {
          tag = scanner.tags[Int(token.text.start)]
          tagRange = SourceRange(start: token.start, end: token.end)
        } else {
          break
        }
        end = token.end
        scanner.advance()
        token = try scanner.peek(source)
      }
      if let tag, !isDefined(source, tag) {
        throw SyntaxError(problem: .undefinedHandle, offset: Int(tagRange.start))
      }
    }

    var event: Event
    switch token.kind {
    case .scalar:
      state = states.removeLast()
      scanner.advance()
      event = Event(.scalar, token.start, token.end)
      event.isDecoded = token.isDecoded
      event.style = token.style
      event.text = token.text
    case .blockEntry where mayBeIndentless:
      state = .indentlessSequenceEntry
      event = Event(.sequenceStart, token.start, token.end)
      event.style = .block
      event.text.start = UInt32(max(scanner.indent, 0))
    case .flowSequenceStart:
      state = .flowSequenceFirstEntry
      event = Event(.sequenceStart, token.start, token.end)
      event.style = .flow
    case .flowMappingStart:
      state = .flowMappingFirstKey
      event = Event(.mappingStart, token.start, token.end)
      event.style = .flow
    case .blockSequenceStart where inBlock:
      state = .blockSequenceFirstEntry
      event = Event(.sequenceStart, token.start, token.end)
      event.style = .block
      event.text.start = token.text.start
    case .blockMappingStart where inBlock:
      state = .blockMappingFirstKey
      event = Event(.mappingStart, token.start, token.end)
      event.style = .block
      event.text.start = token.text.start
    default:
      guard hasProperties else {
        throw SyntaxError(problem: .nodeExpected, offset: Int(token.start), context: Int(start))
      }
      state = states.removeLast()
      event = empty(at: end)
    }
    event.start = start
    event.hasProperties = hasProperties
    return event
  }

  // MARK: Block collections (section 6)

  private mutating func blockSequenceEntry(
    _ source: Span<UInt8>, isFirst: Bool
  ) throws(SyntaxError) -> Event {
    if isFirst { try enter(source) }
    var token = try scanner.peek(source)
    if token.kind == .blockEntry {
      let mark = token.end
      scanner.advance()
      token = try scanner.peek(source)
      if token.kind == .blockEntry || token.kind == .blockEnd {
        state = .blockSequenceEntry
        return empty(at: mark)
      }
      states.append(.blockSequenceEntry)
      return try node(source, inBlock: true)
    }
    guard token.kind == .blockEnd else {
      throw SyntaxError(
        problem: .sequenceEntryExpected, offset: Int(token.start),
        context: marks.last.map(Int.init))
    }
    return leave(.sequenceEnd, token)
  }

  private mutating func indentlessSequenceEntry(
    _ source: Span<UInt8>
  ) throws(SyntaxError) -> Event {
    var token = try scanner.peek(source)
    guard token.kind == .blockEntry else {
      state = states.removeLast()
      return Event(.sequenceEnd, token.start, token.start)
    }
    let mark = token.end
    scanner.advance()
    token = try scanner.peek(source)
    switch token.kind {
    case .blockEntry, .key, .value, .blockEnd:
      state = .indentlessSequenceEntry
      return empty(at: mark)
    default:
      states.append(.indentlessSequenceEntry)
      return try node(source, inBlock: true)
    }
  }

  private mutating func blockMappingKey(
    _ source: Span<UInt8>, isFirst: Bool
  ) throws(SyntaxError) -> Event {
    if isFirst { try enter(source) }
    var token = try scanner.peek(source)
    if token.kind == .key {
      let mark = token.end
      scanner.advance()
      token = try scanner.peek(source)
      switch token.kind {
      case .key, .value, .blockEnd:
        state = .blockMappingValue
        return empty(at: mark)
      default:
        states.append(.blockMappingValue)
        return try node(source, inBlock: true, mayBeIndentless: true)
      }
    }
    guard token.kind == .blockEnd else {
      throw SyntaxError(
        problem: .keyExpected, offset: Int(token.start), context: marks.last.map(Int.init))
    }
    return leave(.mappingEnd, token)
  }

  private mutating func blockMappingValue(_ source: Span<UInt8>) throws(SyntaxError) -> Event {
    let token = try scanner.peek(source)
    guard token.kind == .value else {
      state = .blockMappingKey
      return empty(at: token.start)
    }
    scanner.advance()
    return try blockMappingValueNode(source, mark: token.end)
  }

  private mutating func blockMappingValueNode(
    _ source: Span<UInt8>, mark: UInt32
  ) throws(SyntaxError) -> Event {
    switch try scanner.peek(source).kind {
    case .key, .value, .blockEnd:
      state = .blockMappingKey
      return empty(at: mark)
    default:
      states.append(.blockMappingKey)
      return try node(source, inBlock: true, mayBeIndentless: true)
    }
  }

  // MARK: Lines that need no tokens (see `Composer.composeLines`)

  /// A key's colon has been read; its value is the next thing.
  mutating func expectValue(at offset: Int, after mark: Int) {
    scanner.position = offset
    valueMark = UInt32(mark)
    state = .blockMappingValueNode
  }

  /// `---` has been read.
  mutating func expectDocument() {
    states.append(.documentEnd)
    state = .documentContent
  }

  /// As when the root has been closed: where a root is begun that the parser does not know of yet.
  mutating func leaveRoot() {
    if !states.isEmpty { states.removeAll(keepingCapacity: true) }
    state = .documentEnd
  }

  /// Block collections have been closed and others begun. `remaining`: of those that were open so
  /// many still are; `closedColumns`: how many of the others had a column of their own.
  mutating func follow(_ builder: NodeBuilder, remaining: Int, closedColumns: Int) {
    if remaining < states.count {
      state = states[remaining]
      states.removeLast(states.count - remaining)
    }
    if closedColumns > 0 {
      marks.removeLast(closedColumns)
      scanner.indent = scanner.indents[scanner.indents.count - closedColumns]
      scanner.indents.removeLast(closedColumns)
    }
    for index in remaining..<builder.depth {
      let frame = index + 1 < builder.depth ? builder.outer[index] : builder.top
      states.append(state)
      state =
        frame.isMapping
        ? .blockMappingKey : frame.isIndentless ? .indentlessSequenceEntry : .blockSequenceEntry
      guard !frame.isIndentless else { continue }
      marks.append(builder.nodes[Int(frame.node)].range.start)
      scanner.indents.append(scanner.indent)
      scanner.indent = Int(frame.column)
    }
  }

  // MARK: Flow collections (section 6)

  private mutating func flowSequenceEntry(
    _ source: Span<UInt8>, isFirst: Bool
  ) throws(SyntaxError) -> Event {
    if isFirst { try enter(source) }
    var token = try scanner.peek(source)
    if token.kind != .flowSequenceEnd {
      if !isFirst {
        guard token.kind == .flowEntry else {
          throw SyntaxError(
            problem: .flowSequenceSeparator, offset: Int(token.start),
            context: marks.last.map(Int.init))
        }
        scanner.advance()
        token = try scanner.peek(source)
      }
      if token.kind == .key {
        state = .flowSequencePairKey
        scanner.advance()
        var event = Event(.mappingStart, token.start, token.end)
        event.style = .flow
        return event
      }
      if token.kind != .flowSequenceEnd {
        states.append(.flowSequenceEntry)
        return try node(source, inBlock: false)
      }
    }
    return leave(.sequenceEnd, token)
  }

  private mutating func flowSequencePairKey(
    _ source: Span<UInt8>
  ) throws(SyntaxError) -> Event {
    let token = try scanner.peek(source)
    switch token.kind {
    case .value, .flowEntry, .flowSequenceEnd:
      // Go takes this token away as well, so a value after an empty key is never found.
      scanner.advance()
      state = .flowSequencePairValue
      return empty(at: token.end)
    default:
      states.append(.flowSequencePairValue)
      return try node(source, inBlock: false)
    }
  }

  private mutating func flowSequencePairValue(
    _ source: Span<UInt8>
  ) throws(SyntaxError) -> Event {
    var token = try scanner.peek(source)
    if token.kind == .value {
      scanner.advance()
      token = try scanner.peek(source)
      if token.kind != .flowEntry, token.kind != .flowSequenceEnd {
        states.append(.flowSequencePairEnd)
        return try node(source, inBlock: false)
      }
    }
    state = .flowSequencePairEnd
    return empty(at: token.start)
  }

  private mutating func flowSequencePairEnd(
    _ source: Span<UInt8>
  ) throws(SyntaxError) -> Event {
    state = .flowSequenceEntry
    let token = try scanner.peek(source)
    return Event(.mappingEnd, token.start, token.start)
  }

  private mutating func flowMappingKey(
    _ source: Span<UInt8>, isFirst: Bool
  ) throws(SyntaxError) -> Event {
    if isFirst { try enter(source) }
    var token = try scanner.peek(source)
    if token.kind != .flowMappingEnd {
      if !isFirst {
        guard token.kind == .flowEntry else {
          throw SyntaxError(
            problem: .flowMappingSeparator, offset: Int(token.start),
            context: marks.last.map(Int.init))
        }
        scanner.advance()
        token = try scanner.peek(source)
      }
      if token.kind == .key {
        scanner.advance()
        token = try scanner.peek(source)
        switch token.kind {
        case .value, .flowEntry, .flowMappingEnd:
          state = .flowMappingValue
          return empty(at: token.start)
        default:
          states.append(.flowMappingValue)
          return try node(source, inBlock: false)
        }
      }
      if token.kind != .flowMappingEnd {
        states.append(.flowMappingEmptyValue)
        return try node(source, inBlock: false)
      }
    }
    return leave(.mappingEnd, token)
  }

  private mutating func flowMappingValue(
    _ source: Span<UInt8>, isEmpty: Bool
  ) throws(SyntaxError) -> Event {
    var token = try scanner.peek(source)
    state = .flowMappingKey
    if isEmpty { return empty(at: token.start) }
    if token.kind == .value {
      scanner.advance()
      token = try scanner.peek(source)
      if token.kind != .flowEntry, token.kind != .flowMappingEnd {
        states.append(.flowMappingKey)
        return try node(source, inBlock: false)
      }
    }
    return empty(at: token.start)
  }

  // MARK: Shared

  private mutating func enter(_ source: Span<UInt8>) throws(SyntaxError) {
    let token = try scanner.peek(source)
    marks.append(token.start)
    scanner.advance()
  }

  private mutating func leave(_ kind: Event.Kind, _ token: Token) -> Event {
    state = states.removeLast()
    marks.removeLast()
    scanner.advance()
    return Event(kind, token.start, token.end)
  }

  private func bytes(_ source: Span<UInt8>, _ range: SourceRange) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(contentsOf: source, range.bytes)
    return bytes
  }

  // MARK: Tags (section 4)

  private func directive(_ source: Span<UInt8>, _ handle: SourceRange) -> TagParts? {
    directives.isEmpty ? nil : directives[bytes(source, handle)].map { scanner.tags[$0] }
  }

  private func isDefined(_ source: Span<UInt8>, _ tag: TagParts) -> Bool {
    // No handle, `!` and `!!` are always known.
    if tag.handle.isEmpty || tag.handle.bytes.count == 1 { return true }
    if tag.handle.bytes.count == 2 { return true }
    return directive(source, tag.handle) != nil
  }

  /// The whole name of a tag of the current document: prefix and suffix.
  func fullTag(_ source: Span<UInt8>, _ tag: TagParts) -> [UInt8] {
    var name: [UInt8] = []
    if !tag.handle.isEmpty {
      if let directive = directive(source, tag.handle) {
        append(source, directive, to: &name)
      } else {
        name = Array((tag.handle.bytes.count == 2 ? "tag:yaml.org,2002:" : "!").utf8)
      }
    }
    append(source, tag, to: &name)
    return name
  }

  private func append(_ source: Span<UInt8>, _ parts: TagParts, to name: inout [UInt8]) {
    if parts.isDecoded {
      name += scanner.decoded[parts.rest.bytes]
    } else {
      name.append(contentsOf: source, parts.rest.bytes)
    }
  }
}
