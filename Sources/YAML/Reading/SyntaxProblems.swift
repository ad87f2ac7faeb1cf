/// What the scanner and the parser refuse, told at the place where a person would mend it.
extension ProblemList {
  mutating func add(_ error: SyntaxError, _ source: Span<UInt8>, _ parser: Parser) {
    let offset = min(error.offset, source.count)
    var place = SourceRange(offset..<min(offset + 1, source.count))
    switch error.problem {
    case .cannotStartToken: add(cannotStart(place, source))
    case .plainScalarTab, .blockScalarTab:
      add(
        YAMLRules.tabIndentation, place,
        error.problem == .plainScalarTab
          ? "a tab indents this line; indent by blanks"
          : "a tab stands where the text's indentation is expected; indent by blanks, or say how deep the text is with a digit (`|2`)",
        fix: error.problem == .plainScalarTab ? TabExpansion.fix(around: offset, source) : nil)
    case .missingColon: missingColon(offset, source)
    case .valueNotAllowed: valueNotAllowed(offset, source, parser)
    case .sequenceEntryNotAllowed:
      add(
        YAMLRules.indentation, place,
        "a list entry cannot begin here; put each \"- \" on a line of its own, below the key")
    case .keyNotAllowed:
      add(
        YAMLRules.indentation, place, "a \"? \" key cannot begin here; put it on a line of its own")
    case .tooDeep:
      add(YAMLRules.tooDeep, place, "nested deeper than \(Scanner.maximumDepth) levels")
    case .directiveName, .directiveUnknown, .directiveVersion, .directiveTag, .directiveRest,
      .incompatibleVersion, .repeatedDirective:
      add(directive(error.problem, place, source))
    case .documentStartExpected: documentStart(error, place, source)
    case .anchorName:
      let text = Excerpt.restOfLine(source, offset)
      place = SourceRange(text)
      let what: Message = source[offset] == 0x2A ? "alias" : "anchor"
      add(
        YAMLRules.reservedCharacter, place,
        "\(Excerpt.quoted(source, text)) is read as an \(what), whose name must be letters, digits, - or _; quote the value",
        fix: quoting(text, source))
    case .tagForm:
      let text = Excerpt.restOfLine(source, offset)
      add(
        YAMLRules.tag, SourceRange(text),
        "\(Excerpt.quoted(source, text)) begins with a tag that cannot be read; quote the value",
        fix: quoting(text, source))
    case .undefinedHandle:
      add(
        YAMLRules.tag, place,
        "the tag's handle is not defined; quote the value when it is a text")
    case .blockScalarHeader:
      add(
        YAMLRules.blockScalar, SourceRange(Excerpt.restOfLine(source, offset)),
        "text behind the block indicator; begin it on the next line, deeper than the key")
    case .blockScalarIndicatorZero:
      add(YAMLRules.blockScalar, place, "the indentation indicator is a digit from 1 to 9, not 0")
    case .tooManyNodes:
      add(YAMLRules.tooLarge, place, "the file has more values than the limit `nodes` allows")
    case .unclosedQuote, .markerInQuotes: unclosedQuote(error, source)
    case .unknownEscape:
      let end = min(offset + 2, source.count)
      add(
        YAMLRules.escape, SourceRange(offset..<end),
        "unknown escape \(Excerpt.quoted(source, offset..<end)) in double quotes; write \"\\\\\" for a backslash or use single quotes"
      )
    case .badEscapeDigits:
      add(
        YAMLRules.escape, SourceRange(offset..<min(offset + 2, source.count)),
        "the escape needs 2 (\\x), 4 (\\u) or 8 (\\U) hexadecimal digits")
    case .badEscapeValue:
      add(
        YAMLRules.escape, SourceRange(offset..<min(offset + 2, source.count)),
        "the escape names no character: surrogates and values above 10FFFF are refused; write the character itself"
      )
    case .nodeExpected: nodeExpected(error, offset, source)
    case .sequenceEntryExpected, .keyExpected: entryExpected(error, offset, source)
    case .flowSequenceSeparator, .flowMappingSeparator: flowSeparator(error, offset, source)
    }
  }

  // MARK: Characters

  private func cannotStart(_ place: SourceRange, _ source: Span<UInt8>) -> Diagnostic {
    let offset = Int(place.start)
    let byte = offset < source.count ? source[offset] : 0
    if byte == 0x09 {
      return Diagnostic(
        YAMLRules.tabIndentation, at: place, "a tab indents this line; indent by blanks",
        document: document, fix: TabExpansion.fix(around: offset, source))
    }
    let text = Excerpt.restOfLine(source, offset)
    let character = String(decoding: [byte], as: UTF8.self)
    return Diagnostic(
      YAMLRules.reservedCharacter, at: SourceRange(text),
      "a plain value cannot begin with \"\(character)\"; quote \(Excerpt.quoted(source, text))",
      document: document, fix: quoting(text, source))
  }

  /// Single quotes around the rest of a line, where that is certainly the value.
  private func quoting(_ text: Range<Int>, _ source: Span<UInt8>) -> Diagnostic.Fix? {
    guard !text.isEmpty,
      Excerpt.byteBefore(source, text.lowerBound).map({ $0 == 0x3A || $0 == 0x2D }) == true
    else { return nil }
    for offset in text where [0x27, 0x22, 0x23, 0x09].contains(source[offset]) { return nil }
    for offset in text where source[offset] == 0x3A {
      if offset + 1 >= text.upperBound || source[offset + 1] == 0x20 { return nil }
    }
    let (start, end) = (UInt32(text.lowerBound), UInt32(text.upperBound))
    return Diagnostic.Fix(edits: [
      .init(range: SourceRange(start: start, end: start), replacement: "'"),
      .init(range: SourceRange(start: end, end: end), replacement: "'"),
    ])
  }

  // MARK: Keys and colons

  private mutating func missingColon(_ offset: Int, _ source: Span<UInt8>) {
    let text = Excerpt.restOfLine(source, offset)
    if let colon = gluedColon(text, source) {
      add(
        YAMLRules.missingColon, SourceRange(colon..<colon + 1),
        "could not find expected ':': a blank is missing after the colon in \(Excerpt.quoted(source, text))",
        fix: insertBlank(after: colon))
      return
    }
    let first = offset < source.count ? source[offset] : 0
    if first == 0x5B || first == 0x7B {
      add(
        YAMLRules.indentation, SourceRange(text),
        "\(Excerpt.quoted(source, text)) stands where a key is expected; indent it deeper than the key that it belongs to"
      )
      return
    }
    add(
      YAMLRules.missingColon, SourceRange(text),
      "could not find expected ':' after \(Excerpt.quoted(source, text)); write `key: value`, or indent the line when it continues the value above"
    )
  }

  /// `key:value`: the colon, when the part before it is a word.
  private func gluedColon(_ text: Range<Int>, _ source: Span<UInt8>) -> Int? {
    var offset = text.lowerBound
    while offset < text.upperBound, ByteSet.word.contains(source[offset]) { offset += 1 }
    guard offset > text.lowerBound, offset + 1 < text.upperBound, source[offset] == 0x3A,
      source[offset + 1] != 0x2F, source[offset + 1] != 0x3A
    else { return nil }
    return offset
  }

  private func insertBlank(after colon: Int) -> Diagnostic.Fix {
    let end = UInt32(colon + 1)
    return Diagnostic.Fix(edits: [
      .init(range: SourceRange(start: end, end: end), replacement: " ")
    ])
  }

  /// A colon where no key may be: on the line of another one, or below a value that it continues.
  private mutating func valueNotAllowed(_ offset: Int, _ source: Span<UInt8>, _ parser: Parser) {
    let colon = SourceRange(offset..<min(offset + 1, source.count))
    let scalar = parser.scanner.lastScalarStart
    guard scalar < Excerpt.lineStart(source, offset) else {
      let rest = valueStart(before: offset, source).map { Excerpt.restOfLine(source, $0) }
      add(
        YAMLRules.nestedMapping, colon,
        "mapping values are not allowed in this context: a second colon on the line; quote the value\(rest.map { " " + Excerpt.quoted(source, $0) } ?? "")",
        fix: rest.flatMap { quotingAll($0, source) })
      return
    }
    // The scalar began on an earlier line, which this one continues.
    let first = Excerpt.restOfLine(source, scalar)
    if let glued = gluedColon(first, source), Excerpt.firstText(source, lineOf: scalar) == scalar {
      add(
        YAMLRules.missingColon, SourceRange(glued..<glued + 1),
        "a blank is missing after the colon in \(Excerpt.quoted(source, first)), so the lines below continue it as text",
        fix: insertBlank(after: glued))
      return
    }
    let key = Excerpt.firstText(source, lineOf: offset)
    add(
      Diagnostic(
        YAMLRules.nestedMapping, at: SourceRange(key..<offset),
        "mapping values are not allowed in this context: by its indentation the line continues the value \(Excerpt.quoted(source, first)) of line \(line(source, scalar)); align \(Excerpt.quoted(source, key..<offset)) with its siblings",
        document: document,
        related: [.init(range: SourceRange(first), message: "the value that is continued")]))
  }

  /// Where the value of the line's first key begins.
  private func valueStart(before offset: Int, _ source: Span<UInt8>) -> Int? {
    var index = Excerpt.lineStart(source, offset)
    while index < offset {
      if source[index] == 0x3A, index + 1 < offset, source[index + 1] == 0x20 {
        var start = index + 1
        while start < offset, source[start] == 0x20 { start += 1 }
        return start
      }
      index += 1
    }
    return nil
  }

  private func quotingAll(_ text: Range<Int>, _ source: Span<UInt8>) -> Diagnostic.Fix? {
    for offset in text where [0x27, 0x22, 0x23, 0x09, 0x5B, 0x7B].contains(source[offset]) {
      return nil
    }
    let (start, end) = (UInt32(text.lowerBound), UInt32(text.upperBound))
    return Diagnostic.Fix(edits: [
      .init(range: SourceRange(start: start, end: start), replacement: "'"),
      .init(range: SourceRange(start: end, end: end), replacement: "'"),
    ])
  }

  // MARK: Quotes

  private mutating func unclosedQuote(_ error: SyntaxError, _ source: Span<UInt8>) {
    let isMarker = error.problem == .markerInQuotes
    let start = isMarker ? error.context ?? error.offset : error.offset
    let end = isMarker ? error.offset : error.context ?? source.count
    let quote: Message = source[start] == 0x22 ? "double" : "single"
    var related: [Diagnostic.Related] = []
    if isMarker {
      related = [
        .init(
          range: SourceRange(end..<min(end + 3, source.count)),
          message: "the document ends here, inside the quotes")
      ]
    }
    add(
      Diagnostic(
        YAMLRules.unclosedQuote, at: SourceRange(start..<start + 1),
        "the \(quote) quote opened on line \(line(source, start)) is never closed; the text runs to line \(line(source, end))",
        document: document, related: related))
  }

  // MARK: Entries

  private mutating func entryExpected(
    _ error: SyntaxError, _ offset: Int, _ source: Span<UInt8>
  ) {
    let text = Excerpt.restOfLine(source, offset)
    let isLineStart = Excerpt.firstText(source, lineOf: offset) == offset
    let byte = offset < source.count ? source[offset] : 0
    if !isLineStart, let before = Excerpt.byteBefore(source, offset),
      [0x22, 0x27, 0x5D, 0x7D].contains(before) || !text.isEmpty
    {
      let isQuote = before == 0x22 || before == 0x27
      add(
        YAMLRules.trailingText, SourceRange(text),
        isQuote
          ? "\(Excerpt.quoted(source, text)) follows a value that its closing quote has ended; quote the whole value"
          : "\(Excerpt.quoted(source, text)) follows a value that its closing bracket has ended; quote the whole value"
      )
      return
    }
    if byte == 0x25 {
      add(
        YAMLRules.reservedCharacter, SourceRange(text),
        "a line that begins with \"%\" is a directive; quote or indent it")
      return
    }
    let column = offset - Excerpt.lineStart(source, offset) + 1
    let opener = error.context.map { ($0, $0 - Excerpt.lineStart(source, $0) + 1) }
    let isEntry = byte == 0x2D
    var related: [Diagnostic.Related] = []
    if let opener {
      related = [
        .init(
          range: SourceRange(Excerpt.restOfLine(source, opener.0)),
          message: "the collection that it would belong to")
      ]
    }
    let started: Message =
      opener.map { "line \(line(source, $0.0)), column \($0.1)" } ?? "the start"
    let what: Message =
      error.problem == .keyExpected
      ? isEntry && opener?.1 == column
        ? "a list entry stands among the keys of the mapping that began at \(started)"
        : "did not find expected key: column \(column) matches no line above; the mapping began at \(started)"
      : isEntry
        ? "did not find expected '-' indicator: column \(column) matches no line above; the list began at \(started)"
        : "did not find expected '-' indicator: \(Excerpt.quoted(source, text)) is no entry of the list that began at \(started)"
    add(
      Diagnostic(
        YAMLRules.indentation, at: SourceRange(text), "\(what); align it with its siblings",
        document: document, related: related))
  }

  // MARK: Flow collections

  private mutating func nodeExpected(
    _ error: SyntaxError, _ offset: Int, _ source: Span<UInt8>
  ) {
    let byte = offset < source.count ? source[offset] : 0
    let place = SourceRange(offset..<min(offset + 1, source.count))
    switch byte {
    case 0x2C:
      add(
        YAMLRules.flowSyntax, place,
        "did not find expected node content: nothing stands before this comma; remove it, or quote the value"
      )
    case 0x5D, 0x7D:
      add(
        YAMLRules.flowSyntax, place,
        "did not find expected node content: this bracket closes nothing; quote the value")
    case 0x2E:
      add(
        YAMLRules.indentation, SourceRange(offset..<min(offset + 3, source.count)),
        "did not find expected node content: \"...\" ends a document that has not begun; remove it")
    default:
      if Excerpt.restOfLine(source, offset).isEmpty {
        add(
          YAMLRules.flowSyntax, place,
          "did not find expected node content: a value is missing inside the brackets; write it, or close them, or quote a text that begins with a bracket"
        )
        return
      }
      add(
        YAMLRules.flowSyntax, place,
        "did not find expected node content: a value is missing before \(Excerpt.quoted(source, Excerpt.restOfLine(source, offset)))"
      )
    }
  }

  private mutating func flowSeparator(
    _ error: SyntaxError, _ offset: Int, _ source: Span<UInt8>
  ) {
    let isSequence = error.problem == .flowSequenceSeparator
    let closer = isSequence ? "]" : "}"
    let opener = error.context ?? offset
    if offset >= source.count || Excerpt.lineStart(source, offset) > opener {
      add(
        Diagnostic(
          YAMLRules.unclosedBracket, at: SourceRange(opener..<opener + 1),
          "did not find expected ',' or '\(closer)': the bracket opened on line \(line(source, opener)) is not closed before line \(line(source, offset)); close it, or quote the value",
          document: document,
          related: [
            .init(
              range: SourceRange(offset..<min(offset + 1, source.count)),
              message: "what stands where ',' or the bracket is expected")
          ]))
      return
    }
    add(
      Diagnostic(
        YAMLRules.flowSyntax, at: SourceRange(Excerpt.restOfLine(source, offset)),
        "did not find expected ',' or '\(closer)' before \(Excerpt.quoted(source, Excerpt.restOfLine(source, offset)))",
        document: document,
        related: [
          .init(range: SourceRange(opener..<opener + 1), message: "the bracket that is open")
        ]))
  }

  // MARK: Directives

  private func directive(
    _ problem: SyntaxError.Problem, _ place: SourceRange, _ source: Span<UInt8>
  ) -> Diagnostic {
    let text = Excerpt.restOfLine(source, Int(place.start))
    let what: Message =
      switch problem {
      case .incompatibleVersion: "found incompatible YAML document: only %YAML 1.1 is taken"
      case .directiveUnknown: "found unknown directive name: only %YAML 1.1 and %TAG are known"
      case .repeatedDirective: "the directive stands twice"
      default: "a line that begins with \"%\" is a directive, and this one cannot be read"
      }
    return Diagnostic(
      YAMLRules.directive, at: SourceRange(text),
      "\(what); remove the line, or quote a text that begins with \"%\"", document: document)
  }

  private mutating func documentStart(
    _ error: SyntaxError, _ place: SourceRange, _ source: Span<UInt8>
  ) {
    guard let directive = error.context else {
      add(
        YAMLRules.ignoredContent, SourceRange(Excerpt.restOfLine(source, Int(place.start))),
        "did not find expected <document start>: begin a further document with \"---\"")
      return
    }
    add(
      YAMLRules.directive, SourceRange(Excerpt.restOfLine(source, directive)),
      "did not find expected <document start>: in manifests a directive stands alone, because the stream is cut at \"---\" first; remove it"
    )
  }

  private mutating func add(
    _ rule: Rule, _ range: SourceRange, _ message: Message, fix: Diagnostic.Fix? = nil
  ) {
    add(Diagnostic(rule, at: range, message, document: document, fix: fix))
  }
}
