/// What the report of a shard carries for the merge: a verdict on each of its files, under what
/// conditions it is one, and of which tree.
public struct ShardRecord: Sendable {
  public var shard: Shard
  /// What the verdicts depend on: hexadecimal digits that tell program and options from all others.
  public var context: String
  /// Hexadecimal digits that tell the listing of the tree from all others.
  public var tree: String
  /// The commit that the tree takes the place of, when that was known.
  public var replaced: String?
  /// By files in the order of their paths, see `ShardVerdicts`.
  var verdicts: [UInt8]

  /// The digits of a listing: its paths, modes and ids.
  static func digits(of listing: Listing) -> String {
    var writer = ByteWriter()
    for index in listing.entries.indices {
      writer.data(listing.path(index))
      writer.number(Int(listing.entries[index].mode.rawValue))
      writer.append(listing.entries[index].id.bytes)
    }
    return hexadecimal(sha256(writer.bytes))
  }
}

extension LintRun {
  /// Leaves only those files in that the shard has to judge.
  mutating func keepFiles(of shard: Shard) {
    let trees = trees
    files.keep { shard.contains(trees.path($0)) }
  }

  /// The verdicts as they are before the files of other shards have a say.
  func record(of shard: Shard) -> ShardRecord {
    var writer = ByteWriter()
    let judged = files.entries.filter { files.verdict($0) != nil }
    writer.number(judged.count)
    for entry in judged {
      guard let number = files.verdict(entry) else { continue }
      let verdict = verdicts.kept(number)
      writer.data(path(entry))
      writer.append(trees.content(entry).id.bytes)
      writer.optional(verdict.isWritten ? verdict : nil) { $0.append($1.bytes) }
    }
    return ShardRecord(
      shard: shard, context: options.shardContext, tree: ShardRecord.digits(of: listing),
      verdicts: writer.bytes)
  }
}
