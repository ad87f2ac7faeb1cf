@testable import ManifestLint

extension Target {
  /// Verdicts as shards and the cache write them, and the JSON report around them. What is read without
  /// a complaint is written again as the same bytes.
  static let verdicts = Target(
    name: "verdicts",
    seeds: {
      examples("manifest", "yaml", "object").prefix(80).map { example in
        var writer = ByteWriter()
        judge(example, options: LintOptions()).write(to: &writer)
        return writer.bytes
      } + [report()]
    }
  ) { input in
    var reader = ByteReader(input)
    if let verdict = try? BlobVerdict(from: &reader), reader.isAtEnd {
      var writer = ByteWriter()
      verdict.write(to: &writer)
      var again = ByteReader(writer.bytes)
      var second = ByteWriter()
      try? BlobVerdict(from: &again).write(to: &second)
      require(second.bytes == writer.bytes, "written twice it is another verdict")
    }
    if let bytes = Base64.decode(input) { require(Base64.encode(bytes) == input, "base64") }
    guard let report = try? ShardReport(parsing: input, name: "a", toolVersion: "0") else { return }
    let empty = MemoryTree([]).listing
    var record = report.record
    record.tree = ShardRecord.digits(of: empty)
    _ = try? ShardVerdicts([("a", record)], context: record.context, listing: empty)
  }

  private static func report() -> [UInt8] {
    let tree = MemoryTree([MemoryTree.File("a.yaml", "a: [\n")])
    var options = LintOptions()
    options.shard = Shard("1/1")
    let report = try? ManifestLint.lint(
      tree, snapshot: .init(kind: "commit"), toolVersion: "0", options: options)
    return report.map { render($0, as: .json) } ?? []
  }
}
