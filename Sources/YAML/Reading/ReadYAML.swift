/// Reads a file as the agent does: every document's nodes, and everything that is wrong, with its
/// place. Never fails: errors are diagnostics, and a document that has one is broken.
public func readYAML(
  _ source: [UInt8], as role: FileRole, limits: ReadLimits = ReadLimits()
) -> Tree {
  let span = source.span
  var reading = Reading(span, limits)
  switch role {
  case .configuration: reading.readConfiguration(span)
  case .manifests(let generation): reading.readManifests(span, generation)
  }
  return reading.tree(of: source)
}

/// One call of `readYAML`.
private struct Reading {
  private let limits: ReadLimits
  private var composer: Composer
  private var documents: [Document] = []

  init(_ source: Span<UInt8>, _ limits: ReadLimits) {
    self.limits = limits
    composer = Composer(source, limits: limits)
  }

  consuming func tree(of source: [UInt8]) -> Tree {
    Tree(
      source: source, decoded: composer.parser.scanner.decoded, nodes: composer.builder.nodes,
      properties: composer.builder.properties, documents: documents,
      comments: composer.parser.scanner.comments, diagnostics: composer.problems.diagnostics)
  }

  // MARK: Configuration (yaml-semantics, section 2)

  mutating func readConfiguration(_ source: Span<UInt8>) {
    let start = ByteOrderMark.length(source, at: 0)
    readDocument(source, start..<source.count, addsLineEnd: false, isSplit: false)
  }

  private mutating func readDocument(
    _ source: Span<UInt8>, _ range: Range<Int>, addsLineEnd: Bool, isSplit: Bool
  ) {
    let index = documents.count
    let result = composer.readDocument(
      source, range, addsLineEnd: addsLineEnd, isSplit: isSplit, index: index)
    documents.append(
      Document(
        index: index, range: SourceRange(range), root: result.root, isBroken: result.isBroken))
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
      case .chunk(let range, let addsLineEnd): readChunk(source, range, addsLineEnd: addsLineEnd)
      case .badSeparator(let lost, let line, _):
        if !lost.isEmpty { readChunk(source, lost, addsLineEnd: false) }
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

  private mutating func readChunk(
    _ source: Span<UInt8>, _ range: Range<Int>, addsLineEnd: Bool
  ) {
    let start = range.lowerBound + ByteOrderMark.length(source, at: range.lowerBound)
    readDocument(
      source, min(start, range.upperBound)..<range.upperBound, addsLineEnd: addsLineEnd,
      isSplit: true)
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
