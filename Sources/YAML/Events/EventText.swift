/// The events of a whole stream in the form of the YAML test suite, as go-yaml's parser gives them.
public struct EventText: Sendable {
  /// One event a line, those before an error too.
  public var text: [UInt8]
  public var diagnostics: [Diagnostic]
  public var isBroken: Bool
}

/// Parses every document of the bytes, without a splitter and without looking at keys, aliases or
/// values. `positions` adds ` @line:column-line:column`, counted from 1 in YAML's lines and code
/// points.
public func yamlEvents(
  _ source: [UInt8], positions: Bool = false, limits: ReadLimits = ReadLimits()
) -> EventText {
  var problems = ProblemList(limit: limits.diagnostics)
  var source = source
  do throws(UTF16Input.Failure) {
    source = try decodedInput(source, into: &problems)
  } catch {
    problems.add(.utf16, at: SourceRange(error.offset..<source.count))
    return EventText(text: [], diagnostics: problems.diagnostics, isBroken: true)
  }
  var check = CharacterCheck(limit: limits.diagnostics)
  check.check(source.span, 0..<source.count)
  problems.add(check, source.span)
  var writer = EventWriter(source.span, positions: positions)
  return writer.write(source.span, problems, readable: check.readable(source.span))
}

private struct EventWriter {
  private var text: [UInt8] = []
  private let lines: [Int]?
  private let base: Int

  init(_ source: Span<UInt8>, positions: Bool) {
    base = ByteOrderMark.length(source, at: 0)
    lines = positions ? Self.lineStarts(source, base) : nil
  }

  mutating func write(
    _ source: Span<UInt8>, _ found: ProblemList, readable: Int
  ) -> EventText {
    var problems = found
    var isBroken = readable < source.count
    guard readable > 0 || source.isEmpty else {
      return EventText(text: [], diagnostics: problems.diagnostics, isBroken: true)
    }
    // Go takes an empty input for an empty line.
    var parser = Parser(Scanner(base..<source.count, addsLineEnd: source.isEmpty))
    line("+STR", UInt32(base), UInt32(base), source)
    do throws(SyntaxError) {
      while true {
        let event = try parser.next(source)
        // Go's reader stops at a bad byte as soon as it decodes the piece with it.
        if parser.scanner.position >= readable, readable < source.count { break }
        write(event, parser, source)
        if event.kind == .streamEnd { break }
      }
    } catch {
      problems.add(error, source, parser)
      isBroken = true
    }
    return EventText(text: text, diagnostics: problems.diagnostics, isBroken: isBroken)
  }

  private mutating func write(_ event: Event, _ parser: Parser, _ source: Span<UInt8>) {
    switch event.kind {
    case .streamEnd: text += "-STR".utf8
    case .documentStart: text += (event.isImplicit ? "+DOC" : "+DOC ---").utf8
    case .documentEnd: text += (event.isImplicit ? "-DOC" : "-DOC ...").utf8
    case .sequenceStart:
      text += (event.style == .flow ? "+SEQ []" : "+SEQ").utf8
      properties(event, parser, source)
    case .mappingStart:
      text += (event.style == .flow ? "+MAP {}" : "+MAP").utf8
      properties(event, parser, source)
    case .sequenceEnd: text += "-SEQ".utf8
    case .mappingEnd: text += "-MAP".utf8
    case .alias:
      text += "=ALI *".utf8
      text.append(contentsOf: source, event.text.bytes)
    case .scalar:
      text += "=VAL".utf8
      properties(event, parser, source)
      scalar(event, parser, source)
    }
    position(event.start, event.end, source)
    text.append(0x0A)
  }

  private mutating func line(
    _ name: String, _ start: UInt32, _ end: UInt32, _ source: Span<UInt8>
  ) {
    text += name.utf8
    position(start, end, source)
    text.append(0x0A)
  }

  private mutating func properties(_ event: Event, _ parser: Parser, _ source: Span<UInt8>) {
    guard event.hasProperties else { return }
    if let anchor = parser.anchor {
      text += " &".utf8
      text.append(contentsOf: source, anchor.bytes)
    }
    if let tag = parser.tag {
      text += " <".utf8
      text += parser.fullTag(source, tag)
      text.append(0x3E)
    }
  }

  private mutating func scalar(_ event: Event, _ parser: Parser, _ source: Span<UInt8>) {
    text.append(0x20)
    switch event.style {
    case .singleQuoted: text.append(0x27)
    case .doubleQuoted: text.append(0x22)
    case .literal: text.append(0x7C)
    case .folded: text.append(0x3E)
    default: text.append(0x3A)
    }
    for offset in event.text.bytes {
      let byte = event.isDecoded ? parser.scanner.decoded[offset] : source[offset]
      switch byte {
      case 0x5C: text += "\\\\".utf8
      case 0x0A: text += "\\n".utf8
      case 0x09: text += "\\t".utf8
      case 0x0D: text += "\\r".utf8
      case 0x08: text += "\\b".utf8
      case 0x00: text += "\\0".utf8
      default: text.append(byte)
      }
    }
  }

  // MARK: Positions

  private mutating func position(_ start: UInt32, _ end: UInt32, _ source: Span<UInt8>) {
    guard let lines else { return }
    text += " @".utf8
    text += Self.place(Int(start), lines, source).utf8
    text.append(0x2D)
    text += Self.place(Int(end), lines, source).utf8
  }

  private static func place(_ offset: Int, _ lines: [Int], _ source: Span<UInt8>) -> String {
    // One past the end stands for the line after a last line without a break.
    if offset > source.count { return "\(lines.count + 1):1" }
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    for index in lines[low]..<offset where source[index] & 0xC0 != 0x80 { column += 1 }
    return "\(low + 1):\(column)"
  }

  private static func lineStarts(_ source: Span<UInt8>, _ base: Int) -> [Int] {
    let scanner = Scanner(base..<source.count)
    var starts = [base]
    var offset = base
    while offset < source.count {
      let length = scanner.breakLength(source, offset)
      offset += max(length, 1)
      if length > 0 { starts.append(offset) }
    }
    return starts
  }
}
