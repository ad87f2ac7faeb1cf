public import Kubernetes
internal import Synchronization
import YAML

/// Verdicts kept beyond a run, by the id of the blob: what has not changed is neither read nor judged
/// again.
///
/// The bytes are a log: a head that names the context, then records, each with a checksum over all of
/// it. A record that is damaged is as good as none, and so is a log of another context. What a run
/// adds is put behind the log, so that runs beside each other lose nothing but time.
///
/// Whoever can write the log can have any verdict passed as ours: it belongs to a folder that nobody
/// can write who is judged by it.
public final class VerdictCache: Sendable {
  /// What becomes of the log after a run.
  public enum Change: Sendable {
    case none
    case append([UInt8])
    case replace([UInt8])
  }

  private let state: Mutex<State>

  /// - Parameters:
  ///   - log: empty when there is none yet.
  ///   - context: of `LintOptions.verdictContext`.
  ///   - limit: bytes that the log may have.
  public init(log: [UInt8], context: [UInt8], limit: Int) {
    state = Mutex(State(log, context, limit))
  }

  /// Bytes in a blob, when the verdict on it is known.
  func size(of id: ObjectID) -> Int? {
    state.withLock { $0.find(id)?.size }
  }

  func verdict(of id: ObjectID) -> KeptVerdict? {
    state.withLock { $0.verdict(of: id) }
  }

  func add(_ verdict: KeptVerdict, size: Int, of id: ObjectID) {
    guard verdict.isWritten else { return }
    state.withLock { $0.add(verdict, size, id) }
  }

  /// A name for what some bytes stand for: 32 hexadecimal digits that tell them from all others.
  public static func name(of bytes: [UInt8]) -> String {
    hexadecimal(sha256(bytes).prefix(16))
  }

  /// What is to be written now.
  public var change: Change { state.withLock { $0.change } }

  private struct State {
    private let log: [UInt8]
    /// The log, for those who keep a verdict.
    private let block: VerdictBlock
    private let head: [UInt8]
    private let limit: Int
    /// Whether bytes stand at the log's end, or in place of its head, that are no record.
    private let isDamaged: Bool
    /// Where records begin, in a hash table by the first bytes of their ids; 0 where there is none.
    private var slots: [UInt32]
    private var wasUsed: [Bool]
    /// By slot, whether the record's checksum is known to be right: a file is asked about twice.
    private var isSound: [Bool]
    private var reader: ByteReader
    private var added = ByteWriter()
    /// The record that was looked up last.
    private var latest: (id: ObjectID, record: Record)?

    struct Record {
      let slot: Int
      let size: Int
      /// The verdict's bytes.
      let verdict: Range<Int>
    }

    private static let mark = Array("manifest-lint-verdicts".utf8)
    private static let idBytes = 20
    /// Length, checksum and id.
    private static let frame = 4 + 8 + idBytes

    init(_ log: [UInt8], _ context: [UInt8], _ limit: Int) {
      head = Self.mark + [UInt8(VerdictCoding.version)] + context
      self.limit = limit
      guard log.starts(with: head), log.count <= UInt32.max else {
        self.log = []
        block = VerdictBlock([])
        isDamaged = !log.isEmpty
        slots = [0]
        wasUsed = [false]
        isSound = [false]
        reader = ByteReader([])
        return
      }
      self.log = log
      block = VerdictBlock(log)
      reader = ByteReader(log)
      var starts: [UInt32] = []
      var position = head.count
      while position + Self.frame <= log.count {
        let length = Int(Self.word(log, position, 4))
        guard length <= log.count - position - Self.frame else { break }
        starts.append(UInt32(position))
        position += Self.frame + length
      }
      isDamaged = position != log.count
      var size = 16
      while size < starts.count * 2 { size *= 2 }
      slots = [UInt32](repeating: 0, count: size)
      wasUsed = [Bool](repeating: false, count: size)
      isSound = wasUsed
      for start in starts {
        var slot = Int(truncatingIfNeeded: Self.word(log, Int(start) + 12, 8)) & (size - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = start
      }
    }

    @inline(__always)
    private static func word(_ bytes: [UInt8], _ start: Int, _ count: Int) -> UInt64 {
      var word: UInt64 = 0
      for offset in 0..<count { word |= UInt64(bytes[start &+ offset]) << UInt64(8 &* offset) }
      return word
    }

    /// Over the context, so that no record counts under another one.
    private func checksum(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
      var sum = Self.word(head, head.count - 8, 8) ^ UInt64(range.count)
      func mix(_ word: UInt64) {
        sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
        sum ^= sum >> 29
      }
      var position = range.lowerBound
      while range.upperBound - position >= 8 {
        mix(Self.word(bytes, position, 8))
        position += 8
      }
      mix(Self.word(bytes, position, range.upperBound - position))
      return sum
    }

    mutating func find(_ id: ObjectID) -> Record? {
      if let latest, latest.id == id { return latest.record }
      guard !log.isEmpty else { return nil }
      let words = id.words
      var slot = Int(truncatingIfNeeded: words.0.byteSwapped) & (slots.count - 1)
      while slots[slot] != 0 {
        let start = Int(slots[slot])
        if Self.word(log, start + 12, 8).byteSwapped == words.0,
          Self.word(log, start + 20, 8).byteSwapped == words.1,
          UInt32(Self.word(log, start + 28, 4)).byteSwapped == words.2,
          let record = record(at: start, slot)
        {
          latest = (id, record)
          return record
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }

    private mutating func record(at start: Int, _ slot: Int) -> Record? {
      let end = start + Self.frame + Int(Self.word(log, start, 4))
      if !isSound[slot] {
        guard Self.word(log, start + 4, 8) == checksum(log, start + 12..<end) else { return nil }
        isSound[slot] = true
      }
      reader.move(to: start + Self.frame..<end)
      guard let size = try? reader.count() else { return nil }
      return Record(slot: slot, size: size, verdict: reader.position..<end)
    }

    mutating func verdict(of id: ObjectID) -> KeptVerdict? {
      guard let record = find(id) else { return nil }
      reader.move(to: record.verdict)
      guard (try? VerdictCoding.skip(&reader)) != nil, reader.isAtEnd else { return nil }
      wasUsed[record.slot] = true
      return KeptVerdict(block, record.verdict)
    }

    mutating func add(_ verdict: KeptVerdict, _ size: Int, _ id: ObjectID) {
      var body = ByteWriter()
      let words = id.words
      body.word(words.0.byteSwapped, 8)
      body.word(words.1.byteSwapped, 8)
      body.word(UInt64(words.2.byteSwapped), 4)
      body.number(size)
      body.append(verdict.bytes)
      let length = body.bytes.count - Self.idBytes
      guard Self.frame + length <= limit / 4 else { return }
      added.word(UInt64(length), 4)
      added.word(checksum(body.bytes, 0..<body.bytes.count), 8)
      added.append(body.bytes)
    }

    var change: Change {
      if log.isEmpty || isDamaged || log.count + added.bytes.count > limit {
        return added.bytes.isEmpty && !isDamaged && log.count <= limit ? .none : .replace(rewritten)
      }
      return added.bytes.isEmpty ? .none : .append(added.bytes)
    }

    /// What this run used and added, as far as there is room.
    private var rewritten: [UInt8] {
      var result = head
      func take(_ bytes: [UInt8], _ start: Int) -> Int {
        let end = start + Self.frame + Int(Self.word(bytes, start, 4))
        if result.count + end - start <= limit { result += bytes[start..<end] }
        return end
      }
      var position = 0
      while position < added.bytes.count { position = take(added.bytes, position) }
      for start in slots.indices.filter({ wasUsed[$0] }).map({ slots[$0] }).sorted() {
        _ = take(log, Int(start))
      }
      return result
    }
  }
}

extension ByteWriter {
  /// The low bytes of a word, the lowest first.
  fileprivate mutating func word(_ word: UInt64, _ count: Int) {
    for offset in 0..<count { byte(UInt8(truncatingIfNeeded: word >> UInt64(8 * offset))) }
  }
}

extension LintOptions {
  /// What a verdict depends on beside the blob: verdicts with equal ones are the same. Nil where
  /// verdicts cannot be kept, because custom definitions from outside the tree play a part.
  ///
  /// - Parameter build: tells this program from every other build of it.
  public func verdictContext(build: String) -> [UInt8]? {
    kubernetes.definitions.isEmpty ? sha256(Array(words(build).joined(separator: "\n").utf8)) : nil
  }

  /// The same for shards, as digits. They may be judged by custom definitions from outside the tree.
  ///
  /// - Parameter definitions: the bytes that those were read from.
  public func shardContext(build: String, definitions: [UInt8]) -> String {
    let text = (words(build) + [hexadecimal(definitions)]).joined(separator: "\n")
    return hexadecimal(sha256(Array(text.utf8)))
  }

  private func words(_ build: String) -> [String] {
    let reading = limits.reading
    let words: [String] =
      [
        build, "\(VerdictCoding.version)", splitter.rawValue,
        kubernetes.versions.description, "\(kubernetes.applyMode)",
        "\(kubernetes.ignoreMissingSchemas)", "\(kubernetes.maximumDepth)",
        "\(kubernetes.maximumValues)", "\(honoursInlineSuppressions)",
        "\(limits.findingsPerFile)", "\(limits.fileBytes)", "\(maximumFacts)", "\(reading.bytes)",
        "\(reading.documents)", "\(reading.nodes)", "\(reading.jsonDepth)",
        "\(reading.diagnostics)",
      ]
      + severities.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value?.name ?? "off")" }
    return words
  }
}
