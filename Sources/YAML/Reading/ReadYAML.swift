/// Reads a file as the agent does: every document's nodes, and everything that is wrong, with its
/// place. Never fails: errors are diagnostics, and a document that has one is broken.
public func readYAML(
  _ source: [UInt8], as role: FileRole, limits: ReadLimits = ReadLimits()
) -> Tree {
  var source = source
  var problems = ProblemList(limit: limits.diagnostics)
  if role == .configuration { source = decodedInput(source, into: &problems) }
  let span = source.span
  var reading = Reading(span, problems, limits)
  switch role {
  case .configuration: reading.readConfiguration(span)
  case .manifests(let generation): reading.readManifests(span, generation)
  }
  return reading.tree(of: source)
}

/// The bytes as UTF-8. The agent takes UTF-16 for its configuration; a tree's offsets then count in
/// the UTF-8 text.
func decodedInput(_ source: [UInt8], into problems: inout ProblemList) -> [UInt8] {
  do throws(UTF16Input.Failure) {
    return try UTF16Input.transcode(source) ?? source
  } catch {
    problems.add(.utf16, at: SourceRange(error.offset..<source.count))
    return []
  }
}

/// One call of `readYAML`.
private struct Reading {
  private let limits: ReadLimits
  private var composer: Composer
  private var documents: [Document] = []

  init(_ source: Span<UInt8>, _ problems: ProblemList, _ limits: ReadLimits) {
    self.limits = limits
    composer = Composer(source, problems, limits: limits)
  }

  consuming func tree(of source: [UInt8]) -> Tree {
    let tree = Tree(
      source: source, decoded: composer.parser.scanner.decoded, nodes: composer.builder.nodes,
      properties: composer.builder.properties, documents: documents,
      comments: composer.parser.scanner.comments, diagnostics: composer.problems.diagnostics)
    guard !composer.withoutJSON.isEmpty else { return tree }
    return judgeConversion(tree)
  }

  /// Go refuses an infinite number or a null key only where it is part of the result.
  private consuming func judgeConversion(_ tree: Tree) -> Tree {
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
      documents: documents, comments: tree.comments, diagnostics: problems.diagnostics)
  }

  // MARK: Configuration (yaml-semantics, section 2)

  mutating func readConfiguration(_ source: Span<UInt8>) {
    if isUnreadable {
      documents = [Document(index: 0, range: SourceRange(0..<0), root: nil, isBroken: true)]
      return
    }
    readDocument(source, 0..<source.count, addsLineEnd: false, isSplit: false)
  }

  /// A file that could not even be decoded.
  private var isUnreadable: Bool { !composer.problems.diagnostics.isEmpty && documents.isEmpty }

  private mutating func readDocument(
    _ source: Span<UInt8>, _ raw: Range<Int>, addsLineEnd: Bool, isSplit: Bool
  ) {
    let start = raw.lowerBound + ByteOrderMark.length(source, at: raw.lowerBound)
    let range = min(start, raw.upperBound)..<raw.upperBound
    let index = documents.count
    composer.problems.document = index
    var check = CharacterCheck(limit: limits.diagnostics)
    check.check(source, range)
    for (problem, place) in check.problems {
      composer.problems.add(problem == .control ? .control : .invalidUTF8, at: place)
    }
    let result = composer.readDocument(
      source, range, addsLineEnd: addsLineEnd, isSplit: isSplit, index: index)
    let isBroken =
      result.isBroken
      || check.hasAny
        && check.hasProblem(before: Decoding.end(source, after: result.end, in: raw))
    documents.append(
      Document(
        index: index, range: SourceRange(range), root: result.root, isBroken: isBroken))
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
        readDocument(source, range, addsLineEnd: addsLineEnd, isSplit: true)
      case .badSeparator(let lost, let line, _):
        if !lost.isEmpty { readDocument(source, lost, addsLineEnd: false, isSplit: true) }
        composer.problems.add(.badSeparator, at: SourceRange(line))
        if lost.isEmpty {
          documents.append(
            Document(
              index: documents.count, range: SourceRange(line), root: nil, isBroken: true))
        } else {
          documents[documents.count - 1].isBroken = true
        }
      }
    }
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
    swap(&composer.builder.decoded, &composer.parser.scanner.decoded)
    defer { swap(&composer.builder.decoded, &composer.parser.scanner.decoded) }
    while true {
      let previous = reader.position
      reader.skipSpace(source)
      guard reader.position < source.count else { return nil }
      let start = reader.position
      let first = composer.builder.count
      let decodedCount = composer.builder.decoded.count
      do throws(JSONReader.Failure) {
        try reader.readValue(source, into: &composer.builder)
        documents.append(
          Document(
            index: documents.count, range: SourceRange(start..<reader.position),
            root: NodeID(first), isBroken: false))
      } catch {
        composer.builder.truncate(to: first)
        composer.builder.decoded.removeLast(composer.builder.decoded.count - decodedCount)
        if generation == .v0_34, documents.count < 2 {
          return afterBlankLine(source, previous)
        }
        composer.problems.document = documents.count
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
