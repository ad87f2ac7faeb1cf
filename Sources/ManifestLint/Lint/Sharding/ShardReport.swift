public import YAML

/// The JSON report of a shard, read again.
public struct ShardReport: Sendable {
  public let snapshot: Report.Snapshot
  public let record: ShardRecord

  /// - Parameter toolVersion: of this program.
  /// - Throws: for everything that this version did not write so.
  public init(
    parsing text: [UInt8], name: String, toolVersion: String
  ) throws(ShardVerdicts.Failure) {
    func usage(_ message: Message) -> ShardVerdicts.Failure {
      ShardVerdicts.Failure(message: message, isUsage: true)
    }
    let root: RecordValue
    do throws(RecordValue.Failure) { root = try RecordValue(parsing: text) } catch {
      throw usage("'\(name)' is no JSON report: \(error.problem) at byte \(error.offset)")
    }
    guard let tool = root["tool"], tool["name"]?.text == toolName,
      let version = tool["version"]?.text, let snapshot = root["snapshot"],
      let kind = snapshot["kind"]?.text
    else { throw usage("'\(name)' is no JSON report of this program") }
    guard version == toolVersion, root["schema_version"]?.integer == recordVersion else {
      throw usage("'\(name)' was written by version \(version); this is \(toolVersion)")
    }
    guard let shard = root["shard"] else {
      throw usage("'\(name)' is the report of a whole run; the merge takes those of --shard N/M")
    }
    self.snapshot = Report.Snapshot(
      kind: kind, id: snapshot["id"]?.text, ref: snapshot["ref"]?.text)
    guard let number = shard["number"]?.integer, let count = shard["count"]?.integer,
      let part = Shard(number: number, count: count), let context = shard["context"]?.text,
      let tree = shard["tree"]?.text, let sum = shard["sha256"]?.text,
      let verdicts = shard["verdicts"]?.text.flatMap({ Base64.decode(Array($0.utf8)) }),
      hexadecimal(sha256(verdicts)) == sum
    else {
      throw ShardVerdicts.Failure(message: "the verdicts in '\(name)' are damaged", isUsage: false)
    }
    record = ShardRecord(
      shard: part, context: context, tree: tree, replaced: shard["replaced"]?.text,
      verdicts: verdicts)
  }
}

func write(_ record: ShardRecord, to json: JSONWriter) {
  json.object("shard") {
    json.member("number", record.shard.number)
    json.member("count", record.shard.count)
    json.member("context", record.context)
    json.member("tree", record.tree)
    json.member("replaced", record.replaced)
    json.member("sha256", hexadecimal(sha256(record.verdicts)))
    json.member("verdicts", Base64.encode(record.verdicts))
  }
}

/// RFC 4648, section 4: with padding, and nothing else beside it.
enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let rest = min(3, bytes.count - start)
      var group = 0
      for offset in 0..<3 { group = group << 8 | (offset < rest ? Int(bytes[start + offset]) : 0) }
      for place in 0..<4 {
        text.append(place <= rest ? digits[group >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return text
  }

  /// Nil for what `encode` does not write.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    guard text.count.isMultiple(of: 4) else { return nil }
    var values = [Int8](repeating: -1, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = Int8(value) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    for start in stride(from: 0, to: text.count, by: 4) {
      let isLast = start + 4 == text.count
      let padding = !isLast ? 0 : text[start + 3] != 0x3D ? 0 : text[start + 2] != 0x3D ? 1 : 2
      var group = 0
      for place in 0..<4 {
        let value = place < 4 - padding ? Int(values[Int(text[start + place])]) : 0
        guard value >= 0 else { return nil }
        group = group << 6 | value
      }
      // The bits that padding leaves over are zero.
      guard group & (1 << (8 * padding) - 1) == 0 else { return nil }
      for place in 0..<3 - padding { bytes.append(UInt8(group >> (16 - 8 * place) & 255)) }
    }
    return bytes
  }
}
