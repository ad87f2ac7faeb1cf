/// The common lines of block style straight to nodes: `key: value`, `key:`, `- value` and
/// `- key: value`, where the value is plain text, text in quotes without escapes, or a flow
/// collection on the line. They are most of every manifest, and need no tokens.
///
/// One loop over the bytes that writes into the room of a `NodeBuilder` and knows nothing else: what
/// it cannot decide by itself it hands to the composer (`Stop`), and is called again.
enum LineReader {
  /// Where reading stands, and what it needs of builder, scanner and parser.
  struct State {
    /// One past the last byte of the input.
    let end: Int
    var phase = Phase.text
    var position = 0
    var lineStart = 0
    /// One past the last key's colon; of an entry the place of its `-`.
    var mark = 0
    /// The value is an entry of a sequence.
    var isEntry = false
    /// A key has been read, and its value is for the parser.
    var awaitsValue = false
    /// The colon of the key at `position` when it has been found already, else 0.
    var colon = 0
    /// Where the last scalar began.
    var scalarStart: Int
    /// Of a plain text that goes on below: where it ends on its first line.
    var textEnd = 0
    var place: NodeBuilder.Place
    /// Up to so many nodes and open collections there is room for those of a line.
    var lastCount = 0
    var lastDepth = 0
    /// How many of the collections that were open at the begin are open still, and how many of those
    /// that are not had a column of their own.
    var remaining: Int
    var closedColumns = 0
  }

  enum Phase {
    /// Behind a value: blanks, a comment, line ends, and then the next line's text.
    case rest
    /// At the first text of a line.
    case text
    /// Behind a key's colon or an entry's `-`.
    case value
  }

  /// Why the loop stopped. `position` is where it stands.
  enum Stop {
    /// At a line's text of which nothing is read: the parser's.
    case line
    /// Behind a value, before something that separates and is rare: the scanner's.
    case separation
    /// At a value that is not read here.
    case value
    /// Below a key, at what is no usual value of it.
    case below(isNewLine: Bool)
    /// At plain text that goes on in the lines below.
    case lines
    /// The last node is a key that may be no text.
    case key
    /// The last node is a value that may be told of.
    case scalar
    /// The innermost collection is complete, and its keys have to be looked at.
    case close
    case noRoom
    /// The document is complete.
    case end
  }

  /// Nodes that one line can make at most, flow collections aside, and collections that it can open.
  static let nodesOfLine = 4
  static let depthOfLine = 2

  static func read(
    _ source: Span<UInt8>, _ nodes: inout [Node], _ outer: inout [NodeBuilder.Frame],
    _ comments: inout [SourceRange], _ state: inout State
  ) -> Stop {
    var nodes = nodes.mutableSpan
    var outer = outer.mutableSpan
    return read(source, &nodes, &outer, &comments, &state)
  }

  private static func read(
    _ source: Span<UInt8>, _ nodes: inout MutableSpan<Node>,
    _ outer: inout MutableSpan<NodeBuilder.Frame>, _ comments: inout [SourceRange],
    _ state: inout State
  ) -> Stop {
    var at = state
    defer { state = at }
    while true {
      switch at.phase {
      case .rest:
        guard skipToText(source, &comments, &at) else { return .separation }
        guard at.position < at.end else {
          while at.place.depth > 0 {
            if at.place.top.needsLook { return .close }
            close(&nodes, outer, &at)
            if at.place.top.isMapping, !at.place.top.expectsKey { return .line }
          }
          return .end
        }
        at.phase = .text
        fallthrough

      case .text:
        guard at.place.count <= at.lastCount, at.place.depth <= at.lastDepth else {
          return .noRoom
        }
        let start = at.position
        let column = Int32(truncatingIfNeeded: start &- at.lineStart)
        let first = source[start]
        if column == 0, isDocumentMarker(source, start, at.end) { return .line }
        while column < at.place.top.column {
          if at.place.top.needsLook { return .close }
          close(&nodes, outer, &at)
          if at.place.top.isMapping, !at.place.top.expectsKey { return .line }
        }
        guard column == at.place.top.column else { return .line }
        let isEntry = first == 0x2D && isBlank(source, start &+ 1, at.end)
        if at.place.top.isMapping {
          if isEntry { return .line }
          let colon = at.colon > 0 ? at.colon : keyColon(source, start, at.end)
          at.colon = 0
          guard colon > 0 else { return .line }
          if key(source, start, colon, &nodes, &at) { return .key }
        } else if isEntry {
          let value = LineBytes.skipBlanks(source, start &+ 1, at.end)
          if value >= at.end || source[value] == 0x0A { return .line }
          let isNested = source[value] == 0x2D && isBlank(source, value &+ 1, at.end)
          let colon = isNested ? 0 : keyColon(source, value, at.end)
          at.position = value
          if isNested || colon > 0 {
            at.colon = colon
            open(isNested ? .sequence : .mapping, false, &nodes, &outer, &at)
            continue
          }
          at.mark = start
          at.isEntry = true
          at.phase = .value
        } else if at.place.top.isIndentless, first != 0x2D {
          close(&nodes, outer, &at)
          if !at.place.top.expectsKey { return .line }
          continue
        } else {
          return .line
        }
        fallthrough

      case .value:
        let start = LineBytes.skipBlanks(source, at.position, at.end)
        at.position = start
        if !at.isEntry,
          start >= at.end || source[start] == 0x0A || source[start] == 0x23 && start > at.mark
        {
          if let stop = below(source, &nodes, &outer, &comments, &at) { return stop }
        } else if let stop = value(source, start, &nodes, &at) {
          return stop
        }
      }
    }
  }

  // MARK: Keys

  /// Writes a key; true when it may be no text, which is the composer's to judge.
  @inline(__always)
  private static func key(
    _ source: Span<UInt8>, _ start: Int, _ colon: Int, _ nodes: inout MutableSpan<Node>,
    _ at: inout State
  ) -> Bool {
    let range = SourceRange(start, colon)
    at.place.top.key = UInt32(truncatingIfNeeded: at.place.count)
    at.scalar(.plain, range, range, &nodes)
    at.scalarStart = start
    at.position = colon &+ 1
    at.mark = colon &+ 1
    at.isEntry = false
    at.phase = .value
    if Composer.mayBeNoText(source, start..<colon) { return true }
    at.place.top.keys.insert(KeyFilter.print(source, range))
    return false
  }

  /// What stands on the lines below a key, whose own line ends here or with a comment.
  @inline(__always)
  private static func below(
    _ source: Span<UInt8>, _ nodes: inout MutableSpan<Node>,
    _ outer: inout MutableSpan<NodeBuilder.Frame>, _ comments: inout [SourceRange],
    _ at: inout State
  ) -> Stop? {
    guard skipToText(source, &comments, &at) else { return .below(isNewLine: false) }
    at.phase = .text
    let start = at.position
    guard start < at.end else {
      at.phase = .rest
      at.null(&nodes)
      return nil
    }
    let column = Int32(truncatingIfNeeded: start &- at.lineStart)
    let indent = at.place.top.column
    let isEntry = source[start] == 0x2D && isBlank(source, start &+ 1, at.end)
    if !isEntry { at.colon = keyColon(source, start, at.end) }
    if column > indent {
      guard isEntry || at.colon > 0, at.place.depth < Scanner.maximumDepth else {
        at.colon = 0
        return .below(isNewLine: true)
      }
      open(isEntry ? .sequence : .mapping, false, &nodes, &outer, &at)
    } else if isEntry, column == indent {
      open(.sequence, true, &nodes, &outer, &at)
    } else {
      // Nothing is the value only when the next line begins a key or an entry further out: a block
      // scalar, say, may stand at the key's column.
      guard isEntry || at.colon > 0 else { return .below(isNewLine: true) }
      at.null(&nodes)
    }
    return nil
  }

  // MARK: Values

  /// A text or flow collection that ends with its line.
  @inline(__always)
  private static func value(
    _ source: Span<UInt8>, _ start: Int, _ nodes: inout MutableSpan<Node>, _ at: inout State
  ) -> Stop? {
    guard start < at.end else { return .value }
    let first = source[start]
    if ByteClass.startsPlain(first) || first == 0x2D && LineBytes.isText(source, start &+ 1, at.end)
    {
      return plain(source, start, first, &nodes, &at)
    }
    switch first {
    case 0x22, 0x27:
      guard let end = LineBytes.closingQuote(source, start &+ 1, at.end, first),
        LineBytes.endsLine(source, end &+ 1, at.end)
      else { return .value }
      at.scalar(
        first == 0x22 ? .doubleQuoted : .singleQuoted,
        SourceRange(start, end &+ 1),
        SourceRange(start &+ 1, end),
        &nodes)
      at.scalarStart = start
      at.position = end &+ 1
      at.phase = .rest
      return nil
    case 0x5B, 0x7B:
      var flow = FlowLine(end: at.end, count: at.place.count, scalarStart: at.scalarStart)
      guard let end = flow.collection(source, start, &nodes, level: 0),
        LineBytes.endsLine(source, end, at.end)
      else { return .value }
      at.place.count = flow.count
      at.scalarStart = flow.scalarStart
      at.place.lastEnd = UInt32(truncatingIfNeeded: end)
      at.place.top.count &+= 1
      at.position = end
      at.phase = .rest
      return nil
    default:
      return .value
    }
  }

  @inline(__always)
  private static func plain(
    _ source: Span<UInt8>, _ start: Int, _ first: UInt8, _ nodes: inout MutableSpan<Node>,
    _ at: inout State
  ) -> Stop? {
    guard let end = LineBytes.plainEnd(source, start, at.end) else { return .value }
    var textEnd = end
    while source[textEnd &- 1] == 0x20 || source[textEnd &- 1] == 0x09 { textEnd &-= 1 }

    // A deeper line goes on with the text, unless a comment stands before it.
    var next = end
    var lineStart = at.lineStart
    var isText = false
    while next < at.end, source[next] == 0x0A {
      lineStart = next &+ 1
      next = Words.skipBlanks(source, from: lineStart, to: at.end)
      guard next < at.end else { break }
      let byte = source[next]
      if byte == 0x0A || byte == 0x23 { continue }
      isText = !LineBytes.isUnusual(byte)
      if !isText || next &- lineStart > Int(at.place.top.column) {
        at.textEnd = textEnd
        at.scalarStart = start
        at.position = end
        return .lines
      }
    }
    let range = SourceRange(start, textEnd)
    at.scalar(.plain, range, range, &nodes)
    at.scalarStart = start
    if isText {
      at.position = next
      at.lineStart = lineStart
      at.phase = .text
    } else {
      at.position = end
      at.phase = .rest
    }
    return ByteClass.startsNoText(first) && Composer.needsLook(source, start..<textEnd)
      ? .scalar : nil
  }

  // MARK: Collections

  /// What begins at a text; nil when it is no block collection, or not one that is read here.
  static func collection(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Node.Kind? {
    if source[start] == 0x2D, isBlank(source, start &+ 1, end) { return .sequence }
    return keyColon(source, start, end) > 0 ? .mapping : nil
  }

  @inline(__always)
  private static func open(
    _ kind: Node.Kind, _ isIndentless: Bool, _ nodes: inout MutableSpan<Node>,
    _ outer: inout MutableSpan<NodeBuilder.Frame>, _ at: inout State
  ) {
    let start = UInt32(truncatingIfNeeded: at.position)
    nodes[at.place.count] = Node(
      kind: kind, style: .block, range: SourceRange(start: start, end: start),
      text: SourceRange(start: 0, end: 0), next: 0)
    at.place.top.count &+= 1
    outer[at.place.depth &- 1] = at.place.top
    at.place.depth &+= 1
    at.place.top = NodeBuilder.Frame(
      node: UInt32(truncatingIfNeeded: at.place.count), isMapping: kind == .mapping,
      isIndentless: isIndentless,
      column: Int32(truncatingIfNeeded: at.position &- at.lineStart))
    at.place.count &+= 1
    at.phase = .text
  }

  /// See `NodeBuilder.close`.
  @inline(__always)
  private static func close(
    _ nodes: inout MutableSpan<Node>, _ outer: borrowing MutableSpan<NodeBuilder.Frame>,
    _ at: inout State
  ) {
    at.noteClosing()
    let index = Int(at.place.top.node)
    nodes[index].next = UInt32(truncatingIfNeeded: at.place.count)
    nodes[index].text.start = at.place.top.count
    at.place.lastEnd = max(at.place.lastEnd, nodes[index].range.start)
    nodes[index].range.end = at.place.lastEnd
    at.place.depth &-= 1
    at.place.top = at.place.depth > 0 ? outer[at.place.depth &- 1] : .none
  }

  // MARK: Bytes

  /// From behind a value to the next line's text, or the end; comments are kept. False before
  /// something that only the scanner judges.
  @inline(__always)
  private static func skipToText(
    _ source: Span<UInt8>, _ comments: inout [SourceRange], _ at: inout State
  ) -> Bool {
    var offset = LineBytes.skipBlanks(source, at.position, at.end)
    while offset < at.end {
      if source[offset] == 0x23 {
        guard let end = comment(source, offset, at.end, &comments) else {
          at.position = offset
          return false
        }
        offset = end
        continue
      }
      at.position = offset
      guard source[offset] == 0x0A else { return false }
      let line = offset &+ 1
      offset = Words.skipBlanks(source, from: line, to: at.end)
      guard offset < at.end else {
        at.lineStart = line
        break
      }
      let next = source[offset]
      if next == 0x0A { continue }
      if LineBytes.isUnusual(next) { return false }
      at.lineStart = line
      if next != 0x23 {
        at.position = offset
        return true
      }
    }
    at.position = offset
    return true
  }

  /// Keeps a comment and gives its end; nil when something ends it that is no LF.
  @inline(never)
  private static func comment(
    _ source: Span<UInt8>, _ start: Int, _ end: Int, _ comments: inout [SourceRange]
  ) -> Int? {
    guard let lineEnd = LineBytes.lineEnd(source, start, end) else { return nil }
    comments.append(SourceRange(start..<lineEnd))
    return lineEnd
  }

  /// The colon behind a plain key; 0 when there is none, or something that needs a closer look.
  @inline(__always)
  private static func keyColon(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let bound = min(end, start &+ Scanner.maximumKeyLength)
    guard start < bound, source[start] != 0x2D, ByteClass.isKeyRun(source[start]) else { return 0 }
    var offset = start
    while true {
      offset = Words.textStop(source, from: offset, to: bound)
      guard offset < bound else { return 0 }
      let before = source[offset &- 1]
      if source[offset] == 0x3A {
        let next = offset &+ 1 < end ? source[offset &+ 1] : 0x0A
        if next == 0x20 || next == 0x0A { return before == 0x20 || before == 0x09 ? 0 : offset }
        if next <= 0x20 || next >= 0x80 { return 0 }
      } else if source[offset] != 0x23 || before == 0x20 || before == 0x09 {
        return 0
      }
      offset &+= 1
    }
  }

  @inline(__always)
  private static func isBlank(_ source: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
    offset < end && source[offset] == 0x20
  }

  /// `---` or `...` as the scanner takes it; what follows need not be looked at.
  @inline(__always)
  private static func isDocumentMarker(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = source[start]
    guard first == 0x2D || first == 0x2E, start &+ 2 < end else { return false }
    return source[start &+ 1] == first && source[start &+ 2] == first
  }
}

extension LineReader.State {
  @inline(__always)
  mutating func noteClosing() {
    guard place.depth <= remaining else { return }
    remaining = place.depth &- 1
    if !place.top.isIndentless { closedColumns &+= 1 }
  }

  @inline(__always)
  mutating func scalar(
    _ style: Node.Style, _ range: SourceRange, _ text: SourceRange,
    _ nodes: inout MutableSpan<Node>
  ) {
    nodes[place.count] = Node(
      kind: .scalar, style: style, range: range, text: text,
      next: UInt32(truncatingIfNeeded: place.count &+ 1))
    place.count &+= 1
    place.top.count &+= 1
    place.lastEnd = range.end
  }

  /// What stands where a key has no value: nothing, behind its colon.
  @inline(__always)
  mutating func null(_ nodes: inout MutableSpan<Node>) {
    let place = UInt32(truncatingIfNeeded: mark)
    scalar(
      .plain, SourceRange(start: place, end: place), SourceRange(start: 0, end: 0), &nodes)
  }
}
