import YAML

/// Ways to look at the record that several formats share.

extension Report {
  /// The findings that count. Suppressed ones appear only in the record itself and in SARIF.
  var openFindings: some Sequence<Finding> { findings.lazy.filter { $0.suppressed == nil } }

  /// Calls `visit` with each path that has findings and where they are in `findings`, in order.
  func forEachFile(_ visit: (_ path: [UInt8], _ findings: Range<Int>) -> Void) {
    var start = 0
    while start < findings.count {
      var end = start + 1
      while end < findings.count, findings[end].path == findings[start].path { end += 1 }
      visit(findings[start].path, start..<end)
      start = end
    }
  }

  /// The rules that have findings, sorted by id.
  func rulesFound(where isWanted: (Finding) -> Bool) -> [Rule] {
    var rules: Set<Rule> = []
    for finding in findings where isWanted(finding) { rules.insert(finding.rule) }
    return rules.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}

/// Lets through the most severe of too many findings, in their order, suppressed ones last: for
/// readers that refuse or cut long reports.
struct FindingQuota {
  /// What may still pass: suppressed findings, then each severity.
  private var remaining: [Int]
  /// How many findings will not pass.
  let omitted: Int

  init(_ limit: Int, of report: Report) {
    var counts = [Int](repeating: 0, count: Severity.allCases.count + 1)
    for finding in report.findings { counts[Self.rank(finding)] += 1 }
    omitted = max(0, report.findings.count - limit)
    var left = limit
    for rank in counts.indices.reversed() {
      counts[rank] = min(counts[rank], left)
      left -= counts[rank]
    }
    remaining = counts
  }

  mutating func passes(_ finding: Finding) -> Bool {
    guard remaining[Self.rank(finding)] > 0 else { return false }
    remaining[Self.rank(finding)] -= 1
    return true
  }

  private static func rank(_ finding: Finding) -> Int {
    finding.suppressed == nil ? Int(finding.severity.rawValue) + 1 : 0
  }
}

extension Finding {
  /// The path for formats that must name one: findings about no file are about the root. Readers
  /// match it with the paths of a repository, which never begin with `./`.
  var pathOrRoot: [UInt8] {
    if path.isEmpty { return [UInt8(ascii: ".")] }
    return path.starts(with: "./".utf8) && path.count > 2 ? Array(path.dropFirst(2)) : path
  }

  /// Where `sourceLine` begins in its file, when that can be told.
  private var lineOffset: Int? {
    guard let start, let sourceLine else { return nil }
    var index = markLength
    var column = sourceColumn
    while column < start.column {
      guard index < sourceLine.count else { return nil }
      index += 1
      while index < sourceLine.count, sourceLine[index] & 0xC0 == 0x80 { index += 1 }
      column += 1
    }
    return start.offset >= index ? start.offset - index : nil
  }

  /// A byte order mark before the text is no character that a column counts.
  var markLength: Int {
    sourceColumn == 1 && sourceLine?.starts(with: [0xEF, 0xBB, 0xBF]) == true ? 3 : 0
  }

  /// The position of a byte of the file, which must lie within `sourceLine`.
  func position(of offset: Int) -> SourcePosition? {
    guard let start, let sourceLine, let lineOffset else { return nil }
    guard offset >= lineOffset, offset <= lineOffset + sourceLine.count else { return nil }
    var index = markLength
    var column = sourceColumn
    while index < offset - lineOffset {
      if sourceLine[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return SourcePosition(line: start.line, column: column, offset: offset)
  }

  /// The column of a position counted in bytes from 1; in code points where the beginning of the
  /// line is not known.
  func byteColumn(_ position: SourcePosition) -> Int {
    guard position.line == start?.line, sourceColumn == 1, let lineOffset else {
      return position.column
    }
    return max(1, position.offset - lineOffset + 1)
  }
}

/// `<base>/<category>/<name>.md`.
func pageURL(of rule: Rule, base: String?) -> String? { base.map { "\($0)/\(rule.id).md" } }

/// A path as a relative URI reference: every byte but letters, digits and `-._~/` as `%XX`.
func percentEncoded(_ path: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(path.count)
  for byte in path {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      result.append(byte)
    default:
      result.append(UInt8(ascii: "%"))
      for digit in [byte >> 4, byte & 0x0F] {
        let lower = hexadecimalDigit(digit)
        result.append(digit < 10 ? lower : lower - 0x20)
      }
    }
  }
  return result
}
