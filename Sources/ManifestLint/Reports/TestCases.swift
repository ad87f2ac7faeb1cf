import Kubernetes
import YAML

/// One test of JUnit and TAP: a checked object or file with what was found in it.
struct TestCase {
  enum Outcome {
    case passed
    case failed
    case skipped(reason: Message)
  }

  /// Empty for what is about no file.
  var path: [UInt8]
  /// Unique among the cases of the path: readers drop the second of two equal names.
  var name: [UInt8]
  var outcome: Outcome
  /// Indices of the findings.
  var findings: [Int]
}

extension Report {
  /// Calls `visit` for every case, in the order of paths. Cases are made file by file and not kept.
  ///
  /// Findings join the checked object of their document, else the checked file, else they form a
  /// case of the file. A report with neither has one passed case, because readers take a report without
  /// tests for a broken one.
  func forEachTestCase(failOn: Severity?, _ visit: (TestCase) -> Void) {
    guard !checked.isEmpty || openFindings.contains(where: { _ in true }) else {
      visit(TestCase(path: [], name: Array("repository".utf8), outcome: .passed, findings: []))
      return
    }
    var finding = 0
    var entry = 0
    while finding < findings.count || entry < checked.count {
      let path = nextPath(finding, entry)
      let firstFinding = finding
      let firstEntry = entry
      while finding < findings.count, findings[finding].path == path { finding += 1 }
      while entry < checked.count, checked[entry].path == path { entry += 1 }
      visitCases(
        of: path, findings: firstFinding..<finding, checked: firstEntry..<entry, failOn: failOn,
        visit)
    }
  }

  private func nextPath(_ finding: Int, _ entry: Int) -> [UInt8] {
    guard finding < findings.count else { return checked[entry].path }
    guard entry < checked.count else { return findings[finding].path }
    let (left, right) = (findings[finding].path, checked[entry].path)
    return right.lexicographicallyPrecedes(left) ? right : left
  }

  private func visitCases(
    of path: [UInt8], findings range: Range<Int>, checked entries: Range<Int>, failOn: Severity?,
    _ visit: (TestCase) -> Void
  ) {
    var caseOfDocument: [Int: Int] = [:]
    var found = [[Int]](repeating: [], count: entries.count)
    for (number, entry) in entries.enumerated() {
      let document = checked[entry].document ?? -1
      if caseOfDocument[document] == nil { caseOfDocument[document] = number }
    }
    var ofTheFile: [Int] = []
    for index in range where findings[index].suppressed == nil {
      let document = findings[index].document ?? -1
      if let number = caseOfDocument[document] ?? caseOfDocument[-1] {
        found[number].append(index)
      } else {
        ofTheFile.append(index)
      }
    }
    var uses: [[UInt8]: Int] = [:]
    func unique(_ name: [UInt8]) -> [UInt8] {
      let count = uses[name, default: 0] + 1
      uses[name] = count
      return count == 1 ? name : name + Array(" #\(count)".utf8)
    }
    func visitCase(_ name: [UInt8], _ indices: [Int], _ notChecked: Message?) {
      let outcome: TestCase.Outcome
      if let failOn, indices.contains(where: { findings[$0].severity >= failOn }) {
        outcome = .failed
      } else if let notChecked {
        outcome = .skipped(reason: notChecked)
      } else {
        outcome = .passed
      }
      visit(TestCase(path: path, name: unique(name), outcome: outcome, findings: indices))
    }
    if !ofTheFile.isEmpty {
      visitCase(Array((path.isEmpty ? "repository" : "file").utf8), ofTheFile, nil)
    }
    for (number, entry) in entries.enumerated() {
      visitCase(caseName(checked[entry]), found[number], checked[entry].notChecked)
    }
  }

  private func caseName(_ entry: Checked) -> [UInt8] {
    if let object = entry.object, !object.label.isEmpty { return visible(object.label) }
    if let document = entry.document { return Array("document \(document)".utf8) }
    return Array("file".utf8)
  }
}
