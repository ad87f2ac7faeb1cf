/// Reads a file as the agent does: every document's nodes, and everything that is wrong, with its
/// place. Never fails: errors are diagnostics, and a document that has one is broken.
///
/// A configuration file in UTF-16 is turned into UTF-8 first: `Tree.source` and all offsets are
/// those of the UTF-8 text.
public func readYAML(
  _ source: [UInt8], as role: FileRole, limits: ReadLimits = ReadLimits()
) -> Tree {
  readYAML(source, as: role, limits: limits, usingLines: true)
}

/// `usingLines`: common lines go straight to nodes, see `Composer.composeLines`.
func readYAML(
  _ source: [UInt8], as role: FileRole, limits: ReadLimits = ReadLimits(), usingLines: Bool
) -> Tree {
  var problems = ProblemList(limit: limits.diagnostics)
  guard source.count <= limits.bytes else {
    problems.add(
      Diagnostic(
        YAMLRules.tooLarge, at: SourceRange(0..<0),
        "the file has \(source.count) bytes, the limit `bytes` is \(limits.bytes)"))
    return unreadable(source, problems)
  }
  var source = source
  if role == .configuration {
    do throws(UTF16Input.Failure) {
      source = try decodedInput(source, into: &problems)
    } catch {
      problems.add(.utf16, at: SourceRange(error.offset..<source.count))
      return unreadable(source, problems)
    }
  }
  let span = source.span
  var reading = Reading(span, problems, limits, isConfiguration: role == .configuration)
  reading.usesLines = usingLines
  switch role {
  case .configuration: reading.readConfiguration(span)
  case .manifests(let generation): reading.readManifests(span, generation)
  }
  return reading.tree(of: source)
}

/// The bytes as UTF-8.
func decodedInput(
  _ source: [UInt8], into problems: inout ProblemList
) throws(UTF16Input.Failure) -> [UInt8] {
  guard let text = try UTF16Input.transcode(source) else { return source }
  problems.add(
    Diagnostic(
      YAMLRules.utf16, at: SourceRange(0..<0), "the file is in UTF-16; save it as UTF-8"))
  return text
}

/// A tree of one broken document and no nodes.
private func unreadable(_ source: [UInt8], _ problems: ProblemList) -> Tree {
  Tree(
    source: source, decoded: [], nodes: [], properties: [],
    documents: [
      Document(
        index: 0, range: SourceRange(0..<min(source.count, Int(UInt32.max))), root: nil,
        isBroken: true)
    ],
    comments: [], diagnostics: problems.diagnostics)
}

/// One call of `readYAML`.
private struct Reading {
  private let limits: ReadLimits
  private var composer: Composer
  private var documents: [Document] = []

  var usesLines: Bool {
    get { composer.usesLines }
    set { composer.usesLines = newValue }
  }

  init(
    _ source: Span<UInt8>, _ problems: ProblemList, _ limits: ReadLimits, isConfiguration: Bool
  ) {
    self.limits = limits
    documents.reserveCapacity(4)
    composer = Composer(source, problems, limits: limits, isConfiguration: isConfiguration)
  }

  /// To be asked for once: the nodes are given away.
  mutating func tree(of source: [UInt8]) -> Tree {
    let tree = Tree(
      source: source, decoded: composer.parser.scanner.decoded, nodes: composer.builder.takeNodes(),
      properties: composer.builder.properties, documents: documents,
      comments: composer.parser.scanner.comments, diagnostics: composer.problems.sorted)
    return composer.withoutJSON.isEmpty ? tree : judgeConversion(tree)
  }

  /// Go refuses an infinite number or a null key only where it is part of the result.
  private mutating func judgeConversion(_ tree: Tree) -> Tree {
    var problems = composer.problems
    var judged = -1
    for (number, _) in composer.withoutJSON where number != judged {
      judged = number
      guard number < documents.count, !documents[number].isBroken,
        let root = documents[number].root
      else { continue }
      var writer = JSONWriter(tree)
      do throws(JSONWriter.Failure) {
        try writer.write(root)
      } catch {
        documents[number].isBroken = true
        problems.document = number
        problems.add(error, tree)
      }
    }
    return Tree(
      source: tree.source, decoded: tree.decoded, nodes: tree.nodes, properties: tree.properties,
      documents: documents, comments: tree.comments, diagnostics: problems.sorted)
  }

  // MARK: Configuration (yaml-semantics, section 2)

  mutating func readConfiguration(_ source: Span<UInt8>) {
    readDocument(source, 0..<source.count, addsLineEnd: false, isSplit: false)
    remarkFinalNewline(source)
  }

  @discardableResult
  private mutating func readDocument(
    _ source: Span<UInt8>, _ raw: Range<Int>, addsLineEnd: Bool, isSplit: Bool
  ) -> Bool {
    let start = raw.lowerBound + ByteOrderMark.length(source, at: raw.lowerBound)
    let range = min(start, raw.upperBound)..<raw.upperBound
    let index = documents.count
    guard index < limits.documents else {
      composer.problems.add(
        Diagnostic(
          YAMLRules.tooLarge, at: SourceRange(raw.lowerBound..<raw.lowerBound),
          "the file has more documents than the limit `documents` of \(limits.documents)"))
      if index > 0 { documents[index - 1].isBroken = true }
      return false
    }
    composer.problems.document = index
    var check = CharacterCheck(limit: limits.diagnostics)
    check.check(source, range)
    composer.problems.add(check, source)
    composer.mayHaveTabs = check.sawTab
    let firstNode = composer.builder.count
    let result = composer.readDocument(
      source, range, addsLineEnd: addsLineEnd, isSplit: isSplit, index: index)
    let isBroken =
      result.isBroken
      || check.hasAny
        && check.hasProblem(before: Decoding.end(source, after: result.end, in: raw))
    documents.append(
      Document(index: index, range: SourceRange(range), root: result.root, isBroken: isBroken))
    composer.remarkCharacters(check, source, from: firstNode)
    if !result.isBroken {
      composer.remarkIgnored(source, min(result.rest, raw.upperBound)..<raw.upperBound)
    }
    return true
  }

  private mutating func remarkFinalNewline(_ source: Span<UInt8>) {
    guard let last = composer.builder.last, last.style == .literal || last.style == .folded,
      Int(last.range.end) == source.count, source[source.count - 1] != 0x0A
    else { return }
    let header = Excerpt.restOfLine(source, Int(last.range.start))
    for offset in header where source[offset] == 0x2D { return }
    composer.problems.add(
      Diagnostic(
        YAMLRules.finalNewline, at: SourceRange(source.count..<source.count),
        "the text of this block ends without a line end because the file does",
        document: documents.count - 1))
  }

  // MARK: Manifests (section 3)

  mutating func readManifests(_ source: Span<UInt8>, _ generation: SplitterGeneration) {
    var rest = 0..<source.count
    if startsLikeJSON(source) {
      guard let after = readObjects(source, generation) else { return }
      rest = after..<source.count
    }
    var splitter = Splitter(generation, rest)
    while let piece = splitter.next(source) {
      switch piece {
      case .chunk(let range, let addsLineEnd):
        remarkCutBlock(source, range)
        guard readDocument(source, range, addsLineEnd: addsLineEnd, isSplit: true) else { return }
      case .badSeparator(let lost, let line, let rest):
        if !lost.isEmpty {
          guard readDocument(source, lost, addsLineEnd: false, isSplit: true) else { return }
        }
        composer.problems.document = max(documents.count - 1, 0)
        composer.problems.add(
          .badSeparator(rest: Excerpt.quoted(source, rest)), at: SourceRange(line))
        if lost.isEmpty {
          documents.append(
            Document(
              index: documents.count, range: SourceRange(line), root: nil, isBroken: true))
        } else {
          documents[documents.count - 1].isBroken = true
        }
      }
    }
    for comment in splitter.separatorComments {
      composer.problems.add(
        Diagnostic(
          YAMLRules.separatorComment, severity: generation == .v0_21 ? .warning : nil, at: comment,
          generation == .v0_21
            ? "this agent takes no \"---\" line with a comment for a separator: the document behind it is lost"
            : "agents with apimachinery up to 0.21 lose the document behind a \"---\" line with a comment"
        ))
    }
  }

  /// A separator behind a block scalar, with indented text behind it.
  private mutating func remarkCutBlock(_ source: Span<UInt8>, _ chunk: Range<Int>) {
    guard let last = composer.builder.last, let before = documents.last,
      last.style == .literal || last.style == .folded, last.range.end == before.range.end
    else { return }
    var offset = chunk.lowerBound
    while offset < chunk.upperBound, source[offset] == 0x0A || source[offset] == 0x0D {
      offset += 1
    }
    guard offset < chunk.upperBound, source[offset] == 0x20 else { return }
    let separator = Int(before.range.end)
    composer.problems.document = before.index
    composer.problems.add(
      Diagnostic(
        YAMLRules.separatorInBlock, at: SourceRange(separator..<min(separator + 3, source.count)),
        "this \"---\" ends the block of text of line \(composer.problems.line(source, Int(last.range.start))), and the indented lines behind it become a document; indent it",
        document: before.index))
  }

  // MARK: JSON (section 3)

  /// The agent's decoder looks at the first 4096 bytes.
  private func startsLikeJSON(_ source: Span<UInt8>) -> Bool {
    let end = min(source.count, 4096)
    var offset = 0
    while offset < end {
      let length = UnicodeSpace.length(source, at: offset, end: end)
      if length == 0 { return source[offset] == 0x7B }
      offset += length
    }
    return false
  }

  /// Reads JSON values one after another. Where the newest generation would go on as YAML, gives
  /// the place.
  private mutating func readObjects(
    _ source: Span<UInt8>, _ generation: SplitterGeneration
  ) -> Int? {
    var reader = JSONReader(0..<source.count, depthLimit: limits.jsonDepth)
    while true {
      let previous = reader.position
      reader.skipSpace(source)
      guard reader.position < source.count else { return nil }
      let start = reader.position
      let mark = composer.mark
      composer.problems.document = documents.count
      do throws(JSONReader.Failure) {
        try reader.readValue(source, into: &composer)
        documents.append(
          Document(
            index: documents.count, range: SourceRange(start..<reader.position),
            root: NodeID(mark.node), isBroken: false))
      } catch {
        composer.takeBack(to: mark)
        if generation == .v0_34, documents.count < 2 {
          return afterBlankLine(source, previous)
        }
        composer.problems.add(error, source)
        documents.append(
          Document(
            index: documents.count, range: SourceRange(start..<source.count), root: nil,
            isBroken: true))
        return nil
      }
    }
  }

  /// Before the YAML reader takes over, white space up to and with the first line end is dropped.
  private func afterBlankLine(_ source: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < source.count {
      let length = UnicodeSpace.length(source, at: offset, end: source.count)
      if length == 0 { break }
      offset += length
      if source[offset - 1] == 0x0A { break }
    }
    return offset
  }
}

enum ByteOrderMark {
  /// 3 when U+FEFF stands there in UTF-8, else 0.
  static func length(_ source: Span<UInt8>, at offset: Int) -> Int {
    guard offset + 3 <= source.count, source[offset] == 0xEF, source[offset + 1] == 0xBB,
      source[offset + 2] == 0xBF
    else { return 0 }
    return 3
  }
}
