import GitAccess
import Glibc
import ManifestLint
import YAML

extension Invocation {
  /// `--fix` writes what certainly mends findings to the files of the work tree; `--diff` only shows
  /// it. A file whose mended text would not be better stays as it is.
  ///
  /// - Returns: whether there is something to mend, as `diff` tells it.
  func mend(_ choice: CheckedTree.Choice) throws -> ExitStatus {
    let tree = try CheckedTree(choice, self)
    var invocation = self
    try invocation.applySettings(of: tree)
    let options = try invocation.lintOptions(originURL: tree.originURL)
    let report = try lint(
      tree.view, snapshot: tree.snapshot, toolVersion: Version.number, options: options)
    var status = ExitStatus.clean
    for fixes in FileFixes.all(in: report) {
      guard let entry = tree.view.listing.index(of: fixes.path),
        tree.view.listing.entries[entry].mode.isFile
      else { continue }
      if let newPath = fixes.newPath, fixes.edits.isEmpty {
        try rename(fixes.path, to: newPath, in: tree)
        status = .findings
        continue
      }
      let old = try tree.view.read(entry: entry)
      guard let (fixes, new) = best(fixes, of: old, options) else {
        note("'\(printable(fixes.path))' is left as it is: its fixes do not fit together")
        continue
      }
      status = .findings
      if arguments.has(.diff) {
        output.write(unifiedDiff(fixes.path, from: old, to: new))
        continue
      }
      let path = (tree.workTree ?? []) + fixes.path
      var file = stat()
      guard path.withCString({ stat($0, &file) }) == 0 else {
        throw CheckFailure.system("cannot read", path.map { CChar(bitPattern: $0) } + [0])
      }
      try Files.write(path) { $0.write(new) }
      _ = path.withCString { chmod($0, file.st_mode & 0o7777) }
      let count = fixes.edits.count
      note(
        count == 1
          ? "mended '\(printable(fixes.path))' in 1 place"
          : "mended '\(printable(fixes.path))' in \(count) places")
    }
    return status
  }

  /// The edits that make the file better: all of them, else those that do so one after another.
  private func best(
    _ fixes: FileFixes, of old: [UInt8], _ options: LintOptions
  ) -> (FileFixes, [UInt8])? {
    if let new = fixes.applied(to: old), isBetter(fixes.path, old, new, options) {
      return (fixes, new)
    }
    guard fixes.edits.count <= Self.mostEditsTried else { return nil }
    var kept = fixes.keeping { _ in false }
    var text = old
    for edit in fixes.edits {
      let more = fixes.keeping {
        $0.range == edit.range || kept.edits.map(\.range).contains($0.range)
      }
      guard let new = more.applied(to: old), isBetter(fixes.path, text, new, options) else {
        continue
      }
      (kept, text) = (more, new)
    }
    return kept.edits.isEmpty ? nil : (kept, text)
  }

  /// Each try reads the file anew.
  private static let mostEditsTried = 100

  private func rename(_ path: [UInt8], to newPath: [UInt8], in tree: CheckedTree) throws {
    if arguments.has(.diff) {
      output.write("diff --git a/\(printable(path)) b/\(printable(newPath))\n")
      output.write("similarity index 100%\n")
      output.write("rename from \(printable(path))\nrename to \(printable(newPath))\n")
      return
    }
    let root = tree.workTree ?? []
    let old = (root + path).map { CChar(bitPattern: $0) } + [0]
    let new = (root + newPath).map { CChar(bitPattern: $0) } + [0]
    // A link is never made over what is there, as a renaming would be.
    guard link(old, new) == 0, unlink(old) == 0 else {
      throw CheckFailure.system("cannot rename", old)
    }
    note("renamed '\(printable(path))' to '\(printable(newPath))'")
  }

  /// Whether the new text has fewer findings, and no more errors.
  private func isBetter(
    _ path: [UInt8], _ old: [UInt8], _ new: [UInt8], _ options: LintOptions
  ) -> Bool {
    func counts(_ content: [UInt8]) -> (errors: Int, all: Int)? {
      let view = MemoryTree([MemoryTree.File(path: path, content: content)])
      let isConfiguration = path.starts(with: ".gitlab/agents/".utf8)
      let report =
        try? isConfiguration
        ? lintConfigurations(view, toolVersion: Version.number, options: options)
        : lintManifests(view, toolVersion: Version.number, options: options)
      return report.map { ($0.summary.errors, $0.findings.count) }
    }
    guard let before = counts(old), let after = counts(new) else { return false }
    return after.errors <= before.errors && after.all < before.all
  }
}
