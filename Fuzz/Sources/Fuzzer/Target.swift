import YAML

@testable import ManifestLint

/// One entry that reads bytes from outside.
struct Target: Sendable {
  var name: String
  /// Where the fuzzer begins.
  var seeds: @Sendable () -> [[UInt8]]
  /// Traps when what came out cannot be right.
  var run: @Sendable ([UInt8]) -> Void

  static let all: [Target] = [
    yaml, json, configuration, glob, manifest, definitions, expression, regularExpression, settings,
    words, suppressions, hook, projects, reports, lint, verdicts,
  ]
}

/// The examples of the rules of some categories, or of all.
func examples(_ categories: String...) -> [[UInt8]] {
  RuleTable.all.filter { categories.isEmpty || categories.contains(String($0.category)) }
    .flatMap { [$0.bad, $0.good] }.filter { !$0.isEmpty }.map { Array($0.utf8) }
}

/// Cuts an input into parts at NUL bytes; there are as many parts as asked for, the last ones empty
/// when the input has fewer.
func parts(_ input: [UInt8], _ count: Int) -> [[UInt8]] {
  let parts = input.split(separator: 0, maxSplits: count - 1, omittingEmptySubsequences: false)
    .map(Array.init)
  return parts + Array(repeating: [], count: count - parts.count)
}

/// Traps with a message, in optimized builds too.
func require(
  _ condition: Bool, _ message: @autoclosure () -> String = "", line: Int = #line,
  file: String = #fileID
) {
  if !condition { fatalError("\(file):\(line): \(message())") }
}

/// Every finding lies in its file, ends behind its start and says something.
func check(_ report: Report, _ files: [[UInt8]: Int]) {
  var fingerprints: Set<String> = []
  for finding in report.findings {
    require(fingerprints.insert(finding.fingerprint).inserted)
    require(!finding.message.template.isEmpty)
    // Of a whole folder something may be said too.
    let folder = finding.path + [UInt8(ascii: "/")]
    require(
      finding.path.isEmpty || files[finding.path] != nil
        || finding.start == nil && files.keys.contains { $0.starts(with: folder) },
      "a finding in no file: \(finding.rule.id)")
    check(finding.start, finding.end, size: files[finding.path] ?? 0)
    for related in finding.related {
      check(related.start, related.end, size: files[related.path] ?? 0)
    }
    for edit in finding.fix?.edits ?? [] {
      require(edit.range.start <= edit.range.end)
      require(Int(edit.range.end) <= files[finding.path] ?? 0)
    }
  }
}

private func check(_ start: SourcePosition?, _ end: SourcePosition?, size: Int) {
  guard let start else { return require(end == nil, "an end without a start") }
  require(start.line >= 1 && start.column >= 1 && start.offset >= 0 && start.offset <= size)
  guard let end else { return }
  require(start.offset <= end.offset && end.offset <= size)
  require((start.line, start.column) <= (end.line, end.column))
}
