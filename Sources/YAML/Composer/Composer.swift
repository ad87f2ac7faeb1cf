/// Events to nodes: anchors and aliases are joined, tags judged, merge keys and keys checked
/// (yaml-semantics, sections 4 and 5), and after an error the next sound line is found.
struct Composer {
  var parser: Parser
  var builder = NodeBuilder()
  var problems: ProblemList
  let limits: ReadLimits
  let isConfiguration: Bool
  /// Common lines go straight to nodes. Off only in the test that compares both ways.
  var usesLines = true
  /// Tabs occur at all: only then it is looked where.
  var mayHaveTabs = false
  /// How many merged keys are still compared with those before them.
  var mergeComparisons = 200_000
  let total: Int
  /// Bytes that may still be read again after errors: recovery stays linear.
  private var rereads: Int

  private var anchors = AnchorTable()
  /// How many visits of nodes go through aliases, or more; counted as far as it matters.
  private var aliasVisits = 0
  /// The first alias of the document.
  private var firstAlias: UInt32?
  /// Nodes that have a value but no JSON text. Go refuses them only where they are part of the
  /// result, which is known when the tree is complete.
  var withoutJSON: [(document: Int, node: NodeID)] = []
  private var isBroken = false
  /// Nothing may follow this document's references: they would never end, or hardly.
  private var isUnsafe = false

  init(
    _ source: Span<UInt8>, _ problems: ProblemList, limits: ReadLimits, isConfiguration: Bool
  ) {
    parser = Parser(Scanner(0..<0))
    self.problems = problems
    self.limits = limits
    self.isConfiguration = isConfiguration
    total = source.count
    rereads = 4 * source.count + 65_536
    builder.reserve(forBytes: source.count)
  }

  struct Result {
    var root: NodeID?
    var isBroken: Bool
    /// Where the scanner stood when the document was complete.
    var end: Int
    /// Where what follows the document begins.
    var rest: Int
  }

  /// Reads the first document of an input.
  mutating func readDocument(
    _ source: Span<UInt8>, _ range: Range<Int>, addsLineEnd: Bool, isSplit: Bool, index: Int
  ) -> Result {
    anchors.removeAll()
    aliasVisits = 0
    firstAlias = nil
    isBroken = false
    isUnsafe = false
    let first = builder.count
    var rest = range.upperBound
    parser.restart(range, addsLineEnd: addsLineEnd, isSplit: isSplit)
    problems.document = index
    while true {
      do throws(SyntaxError) {
        rest = try composeEvents(source)
        break
      } catch {
        isBroken = true
        problems.add(error, source, parser)
        let place = Recovery.place(after: error, source, parser.scanner, builder.frames)
        rereads -= parser.scanner.position - (place?.offset ?? 0)
        guard !problems.isFull, rereads > 0, error.problem != .tooManyNodes, let place else {
          closeAll(source)
          break
        }
        resume(at: place, source, range)
      }
    }
    if aliasVisits > AliasBudget.harmlessVisits, !isUnsafe { measureAliases(from: first, source) }
    return Result(
      root: builder.count > first && !isUnsafe ? NodeID(first) : nil, isBroken: isBroken,
      end: parser.scanner.position, rest: rest)
  }

  // MARK: Events

  /// Gives the place where what follows the document begins.
  private mutating func composeEvents(_ source: Span<UInt8>) throws(SyntaxError) -> Int {
    while true {
      if usesLines, let rest = try composeLines(source) { return rest }
      let event = try parser.next(source)
      guard builder.count < limits.nodes else {
        throw SyntaxError(problem: .tooManyNodes, offset: Int(event.start))
      }
      switch event.kind {
      case .scalar: scalar(event, source)
      case .alias: alias(event, source)
      case .mappingStart: open(event, .mapping, source)
      case .sequenceStart: open(event, .sequence, source)
      case .mappingEnd, .sequenceEnd: close(event, source)
      case .documentStart: break
      case .documentEnd, .streamEnd: return Int(event.end)
      }
    }
  }

  private mutating func scalar(_ event: Event, _ source: Span<UInt8>) {
    builder.reserveMore(read: Int(event.start), of: total)
    var flags: Node.Flags = event.isDecoded ? .decoded : []
    let node = UInt32(truncatingIfNeeded: builder.count)
    if event.hasProperties { flags.formUnion(addProperties(event, node, source)) }
    let isKey = builder.expectsKey
    // The line end that the splitter adds is no byte of the file, nor is the line of the stream's end.
    let last = UInt32(truncatingIfNeeded: parser.scanner.end)
    builder.scalar(
      event.style, flags: flags,
      range: SourceRange(start: min(event.contentStart, last), end: min(event.end, last)),
      text: event.text)
    // A tag may give a key another text.
    if flags.contains(.tagged) { judgeTag(node, source) }
    if isKey {
      builder.setKey(node)
      key(node, of: node, source)
    } else if mayHaveTabs {
      checkSeparation(node, source)
    }
    if !isKey, !flags.contains(.tagged), event.style == .plain, !event.isDecoded,
      event.text.end > event.text.start,
      ByteClass.startsNoText(source[Int(event.text.start)])
    {
      inspectValue(node, source)
    }
  }

  private mutating func open(_ event: Event, _ kind: Node.Kind, _ source: Span<UInt8>) {
    builder.reserveMore(read: Int(event.start), of: total)
    let node = UInt32(truncatingIfNeeded: builder.count)
    var flags: Node.Flags = []
    if event.hasProperties { flags = addProperties(event, node, source).subtracting(.tagged) }
    if builder.expectsKey {
      builder.setKey(node)
      collectionKey(event, source)
    }
    builder.open(
      kind, style: event.style, flags: flags, start: event.contentStart,
      column: event.style == .block ? Int32(truncatingIfNeeded: event.text.start) : -1,
      isIndentless: parser.state == .indentlessSequenceEntry)
  }

  private mutating func close(_ event: Event, _ source: Span<UInt8>) {
    // A pair in a flow sequence has no bracket of its own.
    closeFrame(end: event.end > event.start ? event.end : nil, source)
  }

  mutating func alias(_ event: Event, _ source: Span<UInt8>) {
    let range = SourceRange(start: event.start, end: event.end)
    let isKey = builder.expectsKey
    guard let target = anchors.node(event.text, source) else {
      isBroken = true
      problems.add(.unknownAlias(name: Self.name(event, source)), at: range)
      if isKey { builder.setKey(UInt32(builder.count)) }
      builder.scalar(.plain, flags: [], range: range, text: SourceRange(start: 0, end: 0))
      return
    }
    if builder.isOpen(target) {
      isBroken = true
      isUnsafe = true
      problems.add(.recursiveAlias(name: Self.name(event, source)), at: range)
    }
    countVisits(of: target)
    builder.alias(range: range, target: target)
    if isKey {
      builder.setKey(UInt32(builder.count - 1))
      if builder.nodes[Int(target)].kind == .scalar {
        key(UInt32(builder.count - 1), of: target, source)
      } else {
        collectionKey(event, source)
      }
    }
  }

  /// Whether an anchor's node is known and all of it read.
  func isComplete(_ anchor: SourceRange, _ source: Span<UInt8>) -> Bool {
    anchors.node(anchor, source).map { !builder.isOpen($0) } ?? false
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
      let name = parser.fullTag(source, tag)
      properties.kind = TagKind(name)
      flags.insert(.tagged)
      if properties.kind == .custom { remarkTag(name, parser.tagRange, source) }
    }
    builder.properties.append(properties)
    return flags
  }

  /// The anchor of a node that has been written, and no tag.
  mutating func addAnchor(_ name: SourceRange, _ node: UInt32, _ source: Span<UInt8>) {
    builder.addFlags(.properties, to: node)
    builder.properties.append(NodeProperties(node: NodeID(node), anchor: name, tag: nil))
    anchors.insert(name, node, source)
  }

  // MARK: Tags (section 4)

  private mutating func judgeTag(_ node: UInt32, _ source: Span<UInt8>) {
    guard let kind = builder.properties.last?.kind else { return }
    let range = builder.nodes[Int(node)].range
    let text = text(node, source)
    if kind == .binary {
      guard let data = Base64.decode(text[...]) else {
        isBroken = true
        problems.add(.badBinary, at: range)
        return
      }
      let start = parser.scanner.decoded.count
      parser.scanner.decoded += data
      builder.setText(SourceRange(start..<parser.scanner.decoded.count), of: node)
      builder.addFlags(.decoded, to: node)
      if String(validating: data, as: UTF8.self) == nil {
        remark(YAMLRules.binary, node, "the data is no UTF-8 and will not survive in JSON")
      }
      return
    }
    guard let value = kind.resolve(text[...]) else {
      isBroken = true
      problems.add(.tagMismatch(kind, text), at: range)
      return
    }
    if case .float(let number) = value, !number.isFinite {
      withoutJSON.append((problems.document ?? 0, NodeID(node)))
    }
  }

  func text(_ node: UInt32, _ source: Span<UInt8>) -> [UInt8] {
    let text = builder.nodes[Int(node)].text
    if builder.nodes[Int(node)].flags.contains(.decoded) {
      return Array(parser.scanner.decoded[text.bytes])
    }
    var bytes: [UInt8] = []
    bytes.append(contentsOf: source, text.bytes)
    return bytes
  }

  func resolved(_ node: UInt32, _ source: Span<UInt8>) -> Scalar {
    let (style, flags) = (builder.nodes[Int(node)].style, builder.nodes[Int(node)].flags)
    if flags.contains(.tagged) {
      return builder.kind(of: node).resolve(text(node, source)[...]) ?? .string
    }
    return style == .plain ? PlainScalar.resolve(text(node, source)[...]) : .string
  }

  // MARK: Keys (section 5)

  /// Marks a key; `of` is the scalar behind an alias.
  mutating func key(_ key: UInt32, of node: UInt32, _ source: Span<UInt8>) {
    let text = builder.nodes[Int(node)].text
    let isDecoded = builder.nodes[Int(node)].flags.contains(.decoded)
    if key == node, isMergeKey(node, source) {
      builder.markMerge()
      return
    }
    if mayBeNoText(builder.nodes[Int(node)], source) {
      let scalar = resolved(node, source)
      if scalar != .string {
        otherKey(key, scalar, self.text(node, source))
        return
      }
    }
    let print =
      isDecoded
      ? KeyFilter.print(parser.scanner.decoded.span, text) : KeyFilter.print(source, text)
    builder.noteKey(print)
  }

  private func mayBeNoText(_ node: Node, _ source: Span<UInt8>) -> Bool {
    if node.flags.contains(.tagged) { return true }
    guard node.style == .plain, !node.flags.contains(.json) else { return false }
    return node.text.isEmpty
      || !node.flags.contains(.decoded) && Self.mayBeNoText(source, node.text.bytes)
  }

  @inline(__always)
  static func mayBeNoText(_ source: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let first = source[text.lowerBound]
    guard ByteClass.startsNoText(first) else { return false }
    return first < 0x3A || PlainScalar.isWord(source, text)
  }

  /// A key that is no string: its JSON text counts.
  private mutating func otherKey(_ key: UInt32, _ scalar: Scalar, _ written: [UInt8]) {
    guard let text = scalar.jsonKey else {
      withoutJSON.append((problems.document ?? 0, NodeID(key)))
      return
    }
    if text != written { remarkKey(key, written, text) }
    builder.noteKey(KeyFilter.print(text.span, SourceRange(0..<text.count)))
  }

  func isMergeKey(_ node: UInt32, _ source: Span<UInt8>) -> Bool {
    let text = builder.nodes[Int(node)].text
    guard text.end &- text.start == 2 else { return false }
    let isDecoded = builder.nodes[Int(node)].flags.contains(.decoded)
    guard
      isDecoded
        ? parser.scanner.decoded[Int(text.start)] == 0x3C
          && parser.scanner.decoded[Int(text.start) + 1] == 0x3C
        : source[Int(text.start)] == 0x3C && source[Int(text.start) + 1] == 0x3C
    else { return false }
    if builder.nodes[Int(node)].flags.contains(.tagged) {
      let kind = builder.kind(of: node)
      return kind == .merge || kind == .nonSpecific
    }
    return builder.nodes[Int(node)].style == .plain
  }

  mutating func closeFrame(end: UInt32?, _ source: Span<UInt8>) {
    let frame = builder.top
    if frame.keys.mayRepeat { findRepeatedKeys(frame, source) }
    builder.close(end: end)
    if frame.merges { judgeMerges(frame.node, source) }
  }

  private mutating func findRepeatedKeys(_ frame: NodeBuilder.Frame, _ source: Span<UInt8>) {
    var marks = keyMarks(of: frame, source)
    for group in KeyMark.suspects(&marks) {
      var firsts: [[UInt8]: (node: UInt32, identity: KeyIdentity)] = [:]
      for key in group {
        let node = builder.nodes[Int(key)]
        let scalar = node.kind == .alias ? node.text.start : key
        let value = resolved(scalar, source)
        let text = text(scalar, source)
        guard let name = value == .string ? text : value.jsonKey else { continue }
        let identity = KeyIdentity(value, text: text[...])
        guard let first = firsts[name] else {
          firsts[name] = (key, identity)
          continue
        }
        builder.addFlags(.repeatsKeys, to: frame.node)
        guard problems.accepts(isConfiguration ? .warning : .error) else { break }
        let firstRange = builder.nodes[Int(first.node)].range
        remarkRepeatedKey(
          name, at: node.range, first: firstRange, isSame: first.identity == identity, source)
      }
    }
  }

  /// The keys of a mapping that is about to be closed, as `key` has noted them.
  private func keyMarks(of frame: NodeBuilder.Frame, _ source: Span<UInt8>) -> [KeyMark] {
    var marks: [KeyMark] = []
    marks.reserveCapacity(Int(frame.count) / 2)
    var key = frame.node + 1
    while key < builder.count {
      if let print = print(ofKey: key, source) { marks.append(KeyMark(print: print, node: key)) }
      let value = builder.nodes[Int(key)].next
      guard value < builder.count else { break }
      key = builder.nodes[Int(value)].next
    }
    return marks
  }

  /// Nil for the merge key, a collection, and a key without JSON text.
  private func print(ofKey key: UInt32, _ source: Span<UInt8>) -> UInt64? {
    let isAlias = builder.nodes[Int(key)].kind == .alias
    let scalar = isAlias ? builder.nodes[Int(key)].text.start : key
    let node = builder.nodes[Int(scalar)]
    guard node.kind == .scalar, isAlias || !isMergeKey(scalar, source) else { return nil }
    if mayBeNoText(node, source) {
      let value = resolved(scalar, source)
      if value != .string {
        return value.jsonKey.map { KeyFilter.print($0.span, SourceRange(0..<$0.count)) }
      }
    }
    return node.flags.contains(.decoded)
      ? KeyFilter.print(parser.scanner.decoded.span, node.text)
      : KeyFilter.print(source, node.text)
  }

  /// A merge takes mappings, aliases to mappings, or a list of those.
  private mutating func judgeMerges(_ mapping: UInt32, _ source: Span<UInt8>) {
    let end = builder.nodes[Int(mapping)].next
    var earlier: [[UInt8]: UInt32] = [:]
    var key = mapping + 1
    while key < end {
      let value = builder.nodes[Int(key)].next
      guard value < end else { return }
      if builder.nodes[Int(key)].kind == .scalar {
        if !isMergeKey(key, source) {
          earlier[text(key, source)] = key
        } else if let wrong = wrongMergeValue(value) {
          isBroken = true
          problems.add(.mergeValue, at: builder.nodes[Int(wrong)].range)
        } else if !earlier.isEmpty {
          remarkMerge(key, over: &earlier, source)
        }
      }
      key = builder.nodes[Int(value)].next
    }
  }

  private func wrongMergeValue(_ value: UInt32) -> UInt32? {
    if isMapping(value) { return nil }
    guard builder.nodes[Int(value)].kind == .sequence else { return value }
    var child = value + 1
    while child < builder.nodes[Int(value)].next {
      if !isMapping(child) { return child }
      child = builder.nodes[Int(child)].next
    }
    return nil
  }

  func isMapping(_ node: UInt32) -> Bool {
    let kind = builder.nodes[Int(node)].kind
    guard kind == .alias else { return kind == .mapping }
    return builder.nodes[Int(builder.nodes[Int(node)].text.start)].kind == .mapping
  }

  /// An alias to a node is about to be written. What it stands for may hold all aliases before it, if
  /// there is one that stands before its end.
  private mutating func countVisits(of target: UInt32) {
    let end = builder.isOpen(target) ? UInt32.max : builder.nodes[Int(target)].next
    if let firstAlias, firstAlias < end { aliasVisits *= 2 }
    if firstAlias == nil { firstAlias = UInt32(truncatingIfNeeded: builder.count) }
    aliasVisits = min(aliasVisits + Int(end - target), AliasBudget.harmlessVisits + 1)
  }

  private mutating func measureAliases(from first: Int, _ source: Span<UInt8>) {
    var budget = AliasBudget(builder.nodes, first..<builder.count)
    guard
      budget.isExceeded(root: UInt32(first), isMergeKey: { [self] in isMergeKey($0, source) })
    else { return }
    isBroken = true
    isUnsafe = true
    problems.add(.excessiveAliases, at: builder.nodes[first].range)
  }

  private mutating func collectionKey(_ event: Event, _ source: Span<UInt8>) {
    isBroken = true
    let start = Int(event.start)
    // `{{ .Values.x }}`: the inner braces are the key of the outer ones.
    let isTemplate = start > 0 && source[start] == 0x7B && source[start - 1] == 0x7B
    problems.add(
      .collectionKey(isTemplate: isTemplate),
      at: SourceRange(start: event.start - (isTemplate ? 1 : 0), end: max(event.end, event.start)))
  }

  private static func name(_ event: Event, _ source: Span<UInt8>) -> String {
    let range = event.text.bytes
    var bytes: [UInt8] = []
    bytes.append(contentsOf: source, range.prefix(60))
    return String(decoding: bytes, as: UTF8.self) + (range.count > 60 ? "…" : "")
  }

  // MARK: Recovery

  private mutating func closeAll(_ source: Span<UInt8>) {
    while builder.depth > 0 {
      let frame = builder.top
      if frame.isMapping, frame.count & 1 == 1 { fillIn() }
      closeFrame(end: nil, source)
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
      closeAll(source)
      return
    }
    while builder.depth > place.depth {
      if builder.top.isMapping, builder.top.count & 1 == 1 { fillIn() }
      closeFrame(end: nil, source)
    }
    if builder.top.isMapping, builder.top.count & 1 == 1 { fillIn() }
    let frame = builder.top
    let columns = builder.frames.filter { !$0.isIndentless && $0.column >= 0 }
      .map { Int($0.column) }
    parser.resume(
      at: place.offset, columns: columns, depth: place.depth,
      state: frame.isMapping
        ? .blockMappingKey : frame.isIndentless ? .indentlessSequenceEntry : .blockSequenceEntry)
  }
}
