/// Remarks on characters, and on what stands behind a document.
extension Composer {
  /// What looks like a blank and is none, and other characters that do not show.
  mutating func remarkCharacters(
    _ check: CharacterCheck, _ source: Span<UInt8>, from first: Int
  ) {
    var sawLoneReturn = false
    for (remark, range) in check.remarks {
      switch remark {
      case .invisibleBreak:
        add(
          YAMLRules.invisibleBreak, range,
          "\(character(source, range)) ends the line here, and no editor shows it; replace it by a line end or an escape"
        )
      case .loneCarriageReturn where !sawLoneReturn:
        sawLoneReturn = true
        add(
          YAMLRules.loneCarriageReturn, range,
          "a carriage return without a line feed ends a YAML line, but not one of the document splitter; use LF"
        )
      case .loneCarriageReturn: break
      case .wideBlank, .zeroWidth:
        if isMisleading(range, source, from: first, anywhere: remark == .zeroWidth) {
          add(
            YAMLRules.invisibleBlank, range,
            "\(character(source, range)) is text and separates nothing; replace it by a blank or an escape"
          )
        }
      case .byteOrderMark:
        add(
          YAMLRules.byteOrderMark, range,
          "a byte order mark (U+FEFF) inside the text is part of it; remove it")
      case .bidirectional:
        add(
          YAMLRules.bidirectional, range,
          "\(character(source, range)) changes the direction in which the line is shown; remove it"
        )
      }
    }
  }

  private func character(_ source: Span<UInt8>, _ range: SourceRange) -> String {
    let value = CharacterCheck.decode(source, Int(range.start), Int(range.end))?.0 ?? 0
    return "U+" + ProblemList.hexadecimal(value)
  }

  /// In quotes, blocks and comments such characters are meant; in plain text at an end of it, or
  /// behind a colon, they pass for a separating blank.
  private func isMisleading(
    _ range: SourceRange, _ source: Span<UInt8>, from first: Int, anywhere: Bool
  ) -> Bool {
    var low = first
    var high = builder.count
    while low < high {
      let middle = (low + high) / 2
      if builder.nodes[middle].range.start <= range.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > first else { return false }
    let node = builder.nodes[low - 1]
    guard node.kind == .scalar, node.style == .plain, node.range.end >= range.end else {
      return false
    }
    return anywhere || node.range.start == range.start || node.range.end == range.end
      || source[Int(range.start) - 1] == 0x3A
  }

  /// Content behind the document, which the agent never parses (section 2).
  mutating func remarkIgnored(_ source: Span<UInt8>, _ range: Range<Int>) {
    var offset = min(range.lowerBound, range.upperBound)
    while offset < range.upperBound {
      switch source[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      case 0x23: offset = Recovery.nextLine(after: offset, source, range.upperBound)
      case 0x2D, 0x2E:
        guard isMarkerLine(source, offset, range.upperBound) else {
          remarkIgnored(at: offset, source)
          return
        }
        offset += 3
      default:
        remarkIgnored(at: offset, source)
        return
      }
    }
  }

  private func isMarkerLine(_ source: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
    let byte = source[offset]
    guard offset + 3 <= end, source[offset + 1] == byte, source[offset + 2] == byte,
      offset == 0 || source[offset - 1] == 0x0A || source[offset - 1] == 0x0D
    else { return false }
    return offset + 3 == end || source[offset + 3] <= 0x20
  }

  private mutating func remarkIgnored(at offset: Int, _ source: Span<UInt8>) {
    let text = Excerpt.restOfLine(source, offset)
    add(
      YAMLRules.ignoredContent, SourceRange(text),
      isConfiguration
        ? "the agent reads the first document only: from \(Excerpt.quoted(source, text)) on nothing is read"
        : "the document is complete before \(Excerpt.quoted(source, text)): what follows, up to the next \"---\" line, is not read"
    )
  }

  private mutating func add(_ rule: Rule, _ range: SourceRange, _ message: Message) {
    problems.add(Diagnostic(rule, at: range, message, document: problems.document))
  }
}
