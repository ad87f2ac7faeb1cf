public import YAML

/// The verdicts of all shards of one tree, for the run that puts them together.
public struct ShardVerdicts: Sendable {
  /// Why reports cannot be put together.
  public struct Failure: Error, Sendable {
    public var message: Message
    /// The reports are right and do not belong together: wrong usage. Else one of them is damaged.
    public var isUsage: Bool
  }

  private struct Key: Hashable {
    var path: [UInt8]
    var id: ObjectID
  }

  enum Found {
    case verdict(KeptVerdict)
    /// The shard judged the file and could not write the verdict down.
    case unwritten
  }

  private var verdicts: [Key: KeptVerdict?] = [:]

  var count: Int { verdicts.count }

  /// - Parameters:
  ///   - records: with the names of the files that they stand in.
  ///   - context: of this run, to which the shards' have to be equal.
  ///   - listing: of the tree that is checked.
  public init(
    _ records: [(name: String, record: ShardRecord)], context: String, listing: Listing
  ) throws(Failure) {
    func usage(_ message: Message) -> Failure { Failure(message: message, isUsage: true) }
    var seen: [Int: String] = [:]
    guard let first = records.first else { throw usage("there is no report to merge") }
    let count = first.record.shard.count
    let tree = ShardRecord.digits(of: listing)
    for (name, record) in records {
      guard record.shard.count == count else {
        throw usage(
          "'\(name)' is one of \(record.shard.count) shards, and '\(first.name)' is one of \(count)"
        )
      }
      if let other = seen.updateValue(name, forKey: record.shard.number) {
        throw usage(
          "shard \(record.shard.number) of \(count) is there twice: '\(other)' and '\(name)'")
      }
      guard record.tree == tree else {
        throw usage("'\(name)' is about another tree than the one that is checked here")
      }
      guard record.context == context else {
        throw usage(
          "'\(name)' was made with other options, or by another build of this program; give the merge the options of the shards"
        )
      }
    }
    for number in 1...count where seen[number] == nil {
      throw usage("shard \(number) of \(count) is missing")
    }
    for (name, record) in records {
      do throws(ByteReader.Malformed) { try add(record) } catch {
        throw Failure(message: "the verdicts in '\(name)' are damaged", isUsage: false)
      }
    }
  }

  private mutating func add(_ record: ShardRecord) throws(ByteReader.Malformed) {
    let block = VerdictBlock(record.verdicts)
    guard block.bytes.count <= UInt32.max else { throw ByteReader.Malformed() }
    var reader = ByteReader(block.bytes)
    let files = try reader.list { reader throws(ByteReader.Malformed) in
      let path = try reader.data()
      var id: [UInt8] = []
      for _ in 0..<20 { id.append(try reader.byte()) }
      let verdict = try reader.optional { reader throws(ByteReader.Malformed) in
        let start = reader.position
        try VerdictCoding.skip(&reader)
        return KeptVerdict(block, start..<reader.position)
      }
      return (key: Key(path: path, id: ObjectID(id)), verdict: verdict)
    }
    guard reader.isAtEnd else { throw ByteReader.Malformed() }
    for (key, verdict) in files {
      // A shard speaks of its own files only, and once of each.
      guard record.shard.contains(key.path), verdicts.updateValue(verdict, forKey: key) == nil
      else { throw ByteReader.Malformed() }
    }
  }

  func find(_ path: [UInt8], _ id: ObjectID) -> Found? {
    guard let known = verdicts[Key(path: path, id: id)] else { return nil }
    return known.map(Found.verdict) ?? .unwritten
  }
}

/// A file on its way to its verdict.
enum PendingFile {
  case read([UInt8])
  case judged(KeptVerdict)
}

extension LintRun {
  /// The file as its shard judged it; nil when it has none to be judged, which its shard has found too.
  mutating func pendingFile(
    _ entry: Int, from shards: ShardVerdicts
  ) throws(RepositoryError) -> PendingFile? {
    switch shards.find(path(entry), trees.content(entry).id) {
    case .verdict(let verdict): return .judged(verdict)
    case .unwritten: return try readManifest(entry).map(PendingFile.read)
    case nil:
      guard try readManifest(entry) == nil else {
        throw RepositoryError(
          "no shard has judged '\(String(decoding: path(entry), as: UTF8.self))'; give the merge the options of the shards"
        )
      }
      return nil
    }
  }

  /// What a shard judged and this run does not select means other options.
  func checkCompleteness(of shards: ShardVerdicts) throws(RepositoryError) {
    let met = files.entries.count { shards.find(path($0), trees.content($0).id) != nil }
    guard met == shards.count else {
      throw RepositoryError(
        "the shards have judged \(shards.count) files, and this run selects \(met) of them; give the merge the options of the shards"
      )
    }
  }
}
