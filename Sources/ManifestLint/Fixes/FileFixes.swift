public import YAML

/// The edits that certainly mend findings of one file.
public struct FileFixes: Sendable {
  public var path: [UInt8]
  /// Sorted, not overlapping.
  public private(set) var edits: [Diagnostic.Fix.Edit]
  /// The path that it should have.
  public private(set) var newPath: [UInt8]?

  /// What a report's findings offer, by file. Of two that overlap the first in the file is taken: the
  /// next run sees to the other.
  public static func all(in report: Report) -> [FileFixes] {
    var byPath: [[UInt8]: [Diagnostic.Fix.Edit]] = [:]
    var names: [[UInt8]: String] = [:]
    for finding in report.findings where finding.suppressed == nil {
      guard let fix = finding.fix else { continue }
      byPath[finding.path, default: []] += fix.edits
      if let name = fix.newName { names[finding.path] = name }
    }
    return byPath.map { path, edits in
      var fixes = FileFixes(path: path, edits: disjoint(edits))
      let folder = path[...(path.lastIndex(of: UInt8(ascii: "/")) ?? -1)]
      fixes.newPath = names[path].map { Array(folder) + Array($0.utf8) }
      return fixes
    }.sorted { $0.path.lexicographicallyPrecedes($1.path) }
  }

  private static func disjoint(_ edits: [Diagnostic.Fix.Edit]) -> [Diagnostic.Fix.Edit] {
    var result: [Diagnostic.Fix.Edit] = []
    for edit in edits.sorted(by: { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    )
    where result.last.map({ $0.range.end <= edit.range.start && $0.range != edit.range }) ?? true {
      result.append(edit)
    }
    return result
  }

  /// The same with some of the edits only.
  public func keeping(_ isKept: (Diagnostic.Fix.Edit) -> Bool) -> FileFixes {
    var fixes = self
    fixes.edits = edits.filter(isKept)
    return fixes
  }

  /// The file's bytes with the edits made; nil when they do not fit the bytes.
  public func applied(to source: [UInt8]) -> [UInt8]? {
    guard edits.last.map({ Int($0.range.end) <= source.count }) ?? true else { return nil }
    var result: [UInt8] = []
    var next = 0
    for edit in edits {
      result += source[next..<Int(edit.range.start)]
      result += edit.replacement.utf8
      next = Int(edit.range.end)
    }
    return result + source[next...]
  }
}

/// A unified diff of one file, as `patch` and `git apply` take it; empty when nothing differs.
public func unifiedDiff(_ path: [UInt8], from old: [UInt8], to new: [UInt8]) -> [UInt8] {
  let left = lines(old)
  let right = lines(new)
  let context = 3
  var hunks: [[Block]] = []
  for block in changedBlocks(left, right) {
    if let last = hunks.last?.last, block.left.lowerBound - last.left.upperBound <= 2 * context {
      hunks[hunks.count - 1].append(block)
    } else {
      hunks.append([block])
    }
  }
  guard !hunks.isEmpty else { return [] }
  var text = Array("--- a/".utf8) + path + Array("\n+++ b/".utf8) + path + Array("\n".utf8)
  for hunk in hunks {
    let first = hunk[0]
    let last = hunk[hunk.count - 1]
    let before = min(context, first.left.lowerBound)
    let after = min(context, left.count - last.left.upperBound)
    let from = first.left.lowerBound - before
    let count = last.left.upperBound + after - from
    let newFrom = first.right.lowerBound - before
    let newCount = last.right.upperBound + after - newFrom
    text += "@@ -\(from + 1),\(count) +\(newFrom + 1),\(newCount) @@\n".utf8
    var next = from
    for block in hunk {
      for number in next..<block.left.lowerBound { text += marked(" ", left[number]) }
      for number in block.left { text += marked("-", left[number]) }
      for number in block.right { text += marked("+", right[number]) }
      next = block.left.upperBound
    }
    for number in next..<next + after { text += marked(" ", left[number]) }
  }
  return text
}

private typealias Block = (left: Range<Int>, right: Range<Int>)

/// Where two texts differ. Fixes change words and rarely the number of lines: then every run of
/// different lines is a block; else one block goes from the first difference to the last.
private func changedBlocks(_ left: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>]) -> [Block] {
  var start = 0
  while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
  var end = 0
  while end < min(left.count, right.count) - start,
    left[left.count - 1 - end] == right[right.count - 1 - end]
  { end += 1 }
  guard left.count == right.count else {
    return [(start..<left.count - end, start..<right.count - end)]
  }
  var blocks: [Block] = []
  for line in start..<left.count - end where left[line] != right[line] {
    if let last = blocks.last, last.left.upperBound == line {
      blocks[blocks.count - 1] = (
        last.left.lowerBound..<line + 1, last.right.lowerBound..<line + 1
      )
    } else {
      blocks.append((line..<line + 1, line..<line + 1))
    }
  }
  return blocks
}

/// Lines with their line feeds.
private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var result: [ArraySlice<UInt8>] = []
  var start = 0
  for (index, byte) in bytes.enumerated() where byte == 0x0A {
    result.append(bytes[start...index])
    start = index + 1
  }
  if start < bytes.count { result.append(bytes[start...]) }
  return result
}

private func marked(_ mark: String, _ line: ArraySlice<UInt8>) -> [UInt8] {
  let text = Array(mark.utf8) + line
  return line.last == 0x0A ? text : text + Array("\n\\ No newline at end of file\n".utf8)
}
