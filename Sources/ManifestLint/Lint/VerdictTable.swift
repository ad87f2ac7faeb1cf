import Kubernetes

/// Bytes of verdicts, one behind the other.
final class VerdictBlock: Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// One verdict among the bytes of others.
struct KeptVerdict: Sendable {
  var block: VerdictBlock
  /// What `VerdictCoding` has looked at, or written.
  var range: Range<Int>
  /// Are not written.
  var definitions: [CustomDefinition] = []

  init(_ block: VerdictBlock, _ range: Range<Int>) {
    self.block = block
    self.range = range
  }

  init(_ verdict: BlobVerdict) {
    var writer = ByteWriter()
    verdict.write(to: &writer)
    self.init(VerdictBlock(writer.bytes), 0..<writer.bytes.count)
    definitions = verdict.definitions
  }

  var bytes: ArraySlice<UInt8> { block.bytes[range] }

  /// Whether the bytes are all of it: a file that defines kinds is judged anew each time.
  var isWritten: Bool { definitions.isEmpty }

  /// The verdict itself.
  var decoded: BlobVerdict {
    var reader = ByteReader(block.bytes, range)
    // An empty verdict in its place would be a clean one.
    guard var verdict = try? BlobVerdict(from: &reader) else {
      preconditionFailure("a verdict whose bytes have been looked at cannot be read")
    }
    verdict.definitions = definitions
    return verdict
  }
}

/// The verdicts of a run by number, as bytes: of a file that there is nothing to tell of, nothing is
/// kept but a place among them.
struct VerdictTable {
  /// What one thread has judged in one go.
  struct Judged: Sendable {
    /// By verdict: its number, where its bytes end, and what is not among them.
    fileprivate var verdicts: [(number: UInt32, end: UInt32)] = []
    fileprivate var definitions: [(number: Int, definitions: [CustomDefinition])] = []
    fileprivate var writer = ByteWriter()

    mutating func add(_ verdict: BlobVerdict, number: Int) {
      verdict.write(to: &writer)
      verdicts.append((UInt32(number), UInt32(writer.bytes.count)))
      if !verdict.definitions.isEmpty { definitions.append((number, verdict.definitions)) }
    }

    /// Gives back the room that there is for more.
    mutating func trim() { writer.trim() }
  }

  private struct Place {
    var block: UInt32
    var start: UInt32
    var end: UInt32

    static let none = Place(block: 0, start: 0, end: 0)
  }

  private var blocks = [VerdictBlock([])]
  private var places: [Place] = []
  /// Of those that have any.
  private var definitionsByNumber: [Int: [CustomDefinition]] = [:]
  private let objectStarts = ObjectStarts()
  /// Numbers of blocks that were not made here.
  private var foreign: [ObjectIdentifier: UInt32] = [:]

  var count: Int { places.count }
  var indices: Range<Int> { places.indices }

  // MARK: Filling

  /// Takes up a verdict that is known, or makes room for one that is to come.
  mutating func append(_ known: KeptVerdict?) {
    places.append(.none)
    guard let known else { return }
    let id = ObjectIdentifier(known.block)
    let block = foreign[id] ?? UInt32(blocks.count)
    if block == blocks.count {
      foreign[id] = block
      blocks.append(known.block)
    }
    set(places.count - 1, block, known.range, known.definitions)
  }

  mutating func add(_ judged: Judged) {
    let number = UInt32(blocks.count)
    blocks.append(VerdictBlock(judged.writer.bytes))
    var start = 0
    for (verdict, end) in judged.verdicts {
      set(Int(verdict), number, start..<Int(end), [])
      start = Int(end)
    }
    for (number, definitions) in judged.definitions { definitionsByNumber[number] = definitions }
  }

  private mutating func set(
    _ number: Int, _ block: UInt32, _ range: Range<Int>, _ definitions: [CustomDefinition]
  ) {
    places[number] = Place(
      block: block, start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
    objectStarts.starts[number] = nil
    if !definitions.isEmpty || definitionsByNumber[number] != nil {
      definitionsByNumber[number] = definitions.isEmpty ? nil : definitions
    }
  }

  /// The custom kinds that files define, until they have been put together.
  var definitions: [Int: [CustomDefinition]] { definitionsByNumber }

  mutating func forgetDefinitions() { definitionsByNumber = [:] }

  // MARK: Asking

  func kept(_ number: Int) -> KeptVerdict {
    let place = places[number]
    var kept = KeptVerdict(blocks[Int(place.block)], Int(place.start)..<Int(place.end))
    kept.definitions = definitionsByNumber[number] ?? []
    return kept
  }

  /// The whole verdict, made of its bytes.
  subscript(number: Int) -> BlobVerdict { kept(number).decoded }

  /// One object of a verdict; nil when it has none of that number.
  func object(_ object: Int, of number: Int) -> BlobVerdict.Object? {
    let starts = objectStarts.starts[number] ?? starts(ofObjectsIn: number)
    guard starts.indices.contains(object) else { return nil }
    let place = places[number]
    var reader = ByteReader(
      blocks[Int(place.block)].bytes, Int(starts[object])..<Int(place.end))
    return (try? ObjectRecord(from: &reader)).flatMap {
      try? BlobVerdict.Object($0, in: reader.bytes)
    }
  }

  /// Where objects begin that were asked for: who asks for one of very many asks for others too.
  private final class ObjectStarts {
    var starts: [Int: [UInt32]] = [:]
  }

  private func starts(ofObjectsIn number: Int) -> [UInt32] {
    var walk = walk
    guard let head = walk.open(number) else { return [] }
    var starts: [UInt32] = []
    for _ in 0..<head.objectCount {
      starts.append(UInt32(walk.reader.position))
      guard walk.nextObject() != nil else { break }
    }
    objectStarts.starts[number] = starts
    return starts
  }

  /// Reads verdicts one after another, each as far as somebody wants to know it.
  struct Walk {
    private let blocks: [VerdictBlock]
    private let places: [Place]
    private var block = UInt32.max
    private(set) var reader = ByteReader([])

    fileprivate init(_ table: VerdictTable) {
      blocks = table.blocks
      places = table.places
    }

    var bytes: [UInt8] { reader.bytes }

    /// Goes to a verdict; nil when there is none.
    @inline(__always)
    mutating func open(_ number: Int) -> VerdictHead? {
      let place = places[number]
      let range = Int(place.start)..<Int(place.end)
      if place.block == block {
        reader.move(to: range)
      } else {
        block = place.block
        reader = ByteReader(blocks[Int(block)].bytes, range)
      }
      return try? VerdictHead(from: &reader)
    }

    /// The next object of the verdict that was opened.
    @inline(__always)
    mutating func nextObject() -> ObjectRecord? { try? ObjectRecord(from: &reader) }
  }

  var walk: Walk { Walk(self) }

  func head(_ number: Int) -> VerdictHead? {
    var walk = walk
    return walk.open(number)
  }
}
