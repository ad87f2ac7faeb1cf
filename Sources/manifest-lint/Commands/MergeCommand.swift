import GitAccess
import Glibc
import ManifestLint
import YAML

extension Command {
  static let merge = Command(
    name: "merge", summary: "Put the JSON reports of all shards together: the report of one run",
    operands: "FILE...",
    options: [.repo, .trustRepository] + Option.linting + Presentation.options
  ) { invocation in
    let names = invocation.arguments.operands
    guard !names.isEmpty else {
      throw UsageError("merge takes the JSON reports of all shards, from check or ci with --shard")
    }
    var reports: [(name: String, report: ShardReport)] = []
    for name in names {
      let content = try Files.read(invocation.environment.absolute(name))
      let name = printable(name)
      do throws(ShardVerdicts.Failure) {
        let report = try ShardReport(parsing: content, name: name, toolVersion: Version.number)
        reports.append((name, report))
      } catch { throw error.asExit }
    }
    // The tree is the one that the shards checked, as they name it; each has to be about it.
    let snapshot = reports[0].report.snapshot
    for (name, report) in reports
    where report.snapshot.kind != snapshot.kind || report.snapshot.id != snapshot.id {
      throw UsageError(
        "'\(name)' is about \(report.snapshot.id ?? report.snapshot.kind), and '\(reports[0].name)' about \(snapshot.id ?? snapshot.kind)"
      )
    }
    let choice: CheckedTree.Choice
    switch (snapshot.kind, snapshot.id) {
    case ("commit", let id?): choice = .revision(Array(id.utf8))
    case ("index", _): choice = .index
    case ("worktree", _): choice = .workTree
    default:
      throw CheckFailure("'\(reports[0].name)' is about no tree that can be checked again")
    }
    return try invocation.lintAndShow(
      choice,
      replacing: reports[0].report.record.replaced.flatMap { GitObjectID(hexadecimal: $0) },
      merging: reports.map { ($0.name, $0.report.record) })
  }
}

extension ShardVerdicts.Failure {
  /// As the program tells it.
  var asExit: any Error { isUsage ? UsageError(message) : CheckFailure(message) }
}

extension Invocation {
  /// The part of the files that `--shard` names.
  func shard() throws(UsageError) -> Shard? {
    guard let text = arguments.text(.shard) else { return nil }
    guard let shard = Shard(text) else {
      throw UsageError(
        "--shard '\(printable(text.utf8))' is not understood; write N/M, from 1/M to M/M, with M up to \(Shard.maximumCount)"
      )
    }
    if arguments.has(.writeBaseline) {
      throw UsageError("a baseline is written by the merge, not by one shard")
    }
    return shard
  }

  /// What the verdicts of shards depend on, whichever machine they are made on.
  func shardContext(_ options: LintOptions) throws -> String {
    var definitions: [UInt8] = []
    for path in arguments.all(.crd) {
      let view = try DiskView(
        [environment.absolute(path)], suffixes: [".yaml", ".yml", ".json"], standardInputPath: [])
      for entry in 0..<view.listing.count {
        let content = try view.read(entry: entry)
        definitions += Array("\(content.count)\n".utf8) + content
      }
    }
    var status = stat()
    stat("/proc/self/exe", &status)
    return options.shardContext(
      build: "\(Version.number) \(status.st_size)", definitions: definitions)
  }
}
