import GitAccess
import ManifestLint
import YAML

extension Invocation {
  /// Takes the findings out that a baseline lists. The file is read from the tree that is checked,
  /// where it is in it, so that a hook judges a commit by the commit's own list.
  func applyBaseline(to report: inout Report, of view: some RepositoryView) throws {
    guard let path = arguments.bytes(.baseline) else { return }
    let content: [UInt8]
    if let entry = view.listing.index(of: path), view.listing.entries[entry].mode.isFile {
      content = try view.read(entry: entry)
    } else {
      content = try Files.read(environment.absolute(path), limit: 256 << 20)
    }
    let baseline: Baseline
    do { baseline = try Baseline(parsing: content) } catch {
      throw UsageError("--baseline \(printable(path)): \(error.message)")
    }
    baseline.apply(to: &report, path: path)
  }

  /// Writes the present findings as a baseline, where that was asked for.
  func writeBaseline(of report: Report) throws -> Bool {
    guard let path = arguments.bytes(.writeBaseline) else { return false }
    try Files.write(environment.absolute(path)) { $0.write(Baseline.text(of: report)) }
    note("wrote a baseline of \(report.findings.count) findings to '\(printable(path))'")
    return true
  }
}
