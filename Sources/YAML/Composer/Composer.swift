/// Events to nodes: anchors and aliases are joined, tags judged, merge keys and keys checked
/// (yaml-semantics, sections 4 and 5), and after an error the next sound line is found.
struct Composer {
  var parser: Parser
  var builder = NodeBuilder()
  var problems: ProblemList
  let limits: ReadLimits
  private let total: Int

  private var anchors = AnchorTable()
  private var aliasCount = 0
  /// Nodes that Go refuses only where they are part of the result: see `ConversionCheck`.
  private var doubtful: [UInt32] = []
  private var isBroken = false
  /// Nothing may follow this document's references: they would never end, or hardly.
  private var isUnsafe = false

  init(_ source: Span<UInt8>, limits: ReadLimits) {
    parser = Parser(Scanner(0..<0))
    problems = ProblemList(limit: limits.diagnostics)
    self.limits = limits
    total = source.count
    builder.reserve(forBytes: source.count)
  }

  struct Result {
    var root: NodeID?
    var isBroken: Bool
    /// Where the parser stood when the document was complete.
    var end: Int
  }

  /// Reads the first document of an input.
  mutating func readDocument(
    _ source: Span<UInt8>, _ range: Range<Int>, addsLineEnd: Bool, isSplit: Bool, index: Int
  ) -> Result {
    anchors.removeAll()
    aliasCount = 0
    doubtful.removeAll(keepingCapacity: true)
    isBroken = false
    isUnsafe = false
    let first = builder.count
    parser.restart(range, addsLineEnd: addsLineEnd, isSplit: isSplit)
    problems.document = index
    while true {
      do throws(SyntaxError) {
        try composeEvents(source)
        break
      } catch {
        isBroken = true
        problems.add(error, source, parser)
        let place = Recovery.place(after: error, source, parser.scanner, builder.frames)
        guard !problems.isFull, let place else {
          closeAll()
          break
        }
        resume(at: place, source, range)
      }
    }
    return Result(
      root: builder.count > first && !isUnsafe ? NodeID(first) : nil, isBroken: isBroken,
      end: parser.scanner.position)
  }

  // MARK: Events

  private mutating func composeEvents(_ source: Span<UInt8>) throws(SyntaxError) {
    while true {
      let event = try parser.next(source)
      switch event.kind {
      case .scalar: scalar(event, source)
      case .alias: alias(event, source)
      case .mappingStart: open(event, .mapping, source)
      case .sequenceStart: open(event, .sequence, source)
      case .mappingEnd, .sequenceEnd: close(event, source)
      case .documentStart: break
      case .documentEnd, .streamEnd: return
      }
    }
  }

  private mutating func scalar(_ event: Event, _ source: Span<UInt8>) {
    builder.reserveMore(read: Int(event.start), of: total)
    var flags: Node.Flags = event.isDecoded ? .decoded : []
    let node = UInt32(truncatingIfNeeded: builder.count)
    if event.hasProperties { flags.formUnion(addProperties(event, node, source)) }
    let isKey = builder.frames.last?.expectsKey ?? false
    builder.scalar(
      event.style, flags: flags,
      range: SourceRange(start: event.contentStart, end: event.end), text: event.text)
    if flags.contains(.tagged) { judgeTag(node, source) }
    if isKey { key(node, source) }
  }

  private mutating func open(_ event: Event, _ kind: Node.Kind, _ source: Span<UInt8>) {
    builder.reserveMore(read: Int(event.start), of: total)
    let node = UInt32(truncatingIfNeeded: builder.count)
    var flags: Node.Flags = []
    if event.hasProperties { flags = addProperties(event, node, source).subtracting(.tagged) }
    if builder.frames.last?.expectsKey ?? false { collectionKey(event) }
    builder.open(
      kind, style: event.style, flags: flags, start: event.contentStart,
      column: event.style == .block ? Int32(truncatingIfNeeded: event.text.start) : -1,
      isIndentless: parser.state == .indentlessSequenceEntry)
  }

  private mutating func close(_ event: Event, _ source: Span<UInt8>) {
    // A pair in a flow sequence has no bracket of its own.
    let hasBracket = event.end > event.start
    builder.close(end: hasBracket ? event.end : nil)
  }

  private mutating func alias(_ event: Event, _ source: Span<UInt8>) {
    let range = SourceRange(start: event.start, end: event.end)
    let isKey = builder.frames.last?.expectsKey ?? false
    guard let target = anchors.node(event.text, source) else {
      isBroken = true
      problems.add(.unknownAlias, at: range, source)
      builder.scalar(.plain, flags: [], range: range, text: SourceRange(start: 0, end: 0))
      return
    }
    if builder.isOpen(target) {
      isBroken = true
      isUnsafe = true
      problems.add(.recursiveAlias, at: range, source)
    }
    aliasCount += 1
    builder.alias(range: range, target: target)
    if isKey, builder.nodes[Int(target)].kind != .scalar { collectionKey(event) }
  }

  /// Anchor and tag of the node about to be written.
  private mutating func addProperties(
    _ event: Event, _ node: UInt32, _ source: Span<UInt8>
  ) -> Node.Flags {
    var properties = NodeProperties(node: NodeID(node), anchor: parser.anchor, tag: nil)
    if let anchor = parser.anchor { anchors.insert(anchor, node, source) }
    var flags: Node.Flags = .properties
    if let tag = parser.tag {
      properties.tag = parser.tagRange
      properties.kind = TagKind(parser.fullTag(source, tag))
      flags.insert(.tagged)
    }
    builder.properties.append(properties)
    return flags
  }

  private mutating func judgeTag(_ node: UInt32, _ source: Span<UInt8>) {
  }

  private mutating func key(_ node: UInt32, _ source: Span<UInt8>) {
    let text = builder.nodes[Int(node)].text
    if builder.nodes[Int(node)].style == .plain, text.bytes.count == 2,
      !builder.nodes[Int(node)].flags.contains(.decoded), source[Int(text.start)] == 0x3C,
      source[Int(text.start) + 1] == 0x3C
    {
      builder.markMerge()
    }
  }

  private mutating func collectionKey(_ event: Event) {
    isBroken = true
    problems.add(
      .collectionKey, at: SourceRange(start: event.start, end: max(event.end, event.start)))
  }

  // MARK: Recovery

  private mutating func closeAll() {
    while let frame = builder.frames.last {
      if frame.isMapping, frame.count & 1 == 1 { fillIn() }
      builder.close(end: nil)
    }
  }

  /// A null where the error took the value away.
  private mutating func fillIn() {
    let at = UInt32(min(parser.scanner.position, parser.scanner.end))
    builder.scalar(
      .plain, flags: [], range: SourceRange(start: at, end: at),
      text: SourceRange(start: 0, end: 0))
  }

  private mutating func resume(
    at place: Recovery.Place, _ source: Span<UInt8>, _ range: Range<Int>
  ) {
    guard place.depth > 0 else {
      closeAll()
      return
    }
    while builder.frames.count > place.depth {
      if let frame = builder.frames.last, frame.isMapping, frame.count & 1 == 1 { fillIn() }
      builder.close(end: nil)
    }
    if let frame = builder.frames.last, frame.isMapping, frame.count & 1 == 1 { fillIn() }
    let frame = builder.frames[builder.frames.count - 1]
    let columns = builder.frames.filter { !$0.isIndentless && $0.column >= 0 }
      .map { Int($0.column) }
    parser.resume(
      at: place.offset, columns: columns, depth: place.depth,
      state: frame.isMapping
        ? .blockMappingKey : frame.isIndentless ? .indentlessSequenceEntry : .blockSequenceEntry)
  }
}
