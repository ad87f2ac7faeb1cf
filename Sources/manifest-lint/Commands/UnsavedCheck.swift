import GitAccess
import Glibc
import ManifestLint
import YAML

extension Invocation {
  /// `check --stdin-filename PATH`: standard input is what an editor holds of that file; it is judged in
  /// the tree around it. With `--fix` the mended text goes to standard output, for a formatter.
  mutating func checkUnsaved(_ name: [UInt8], _ choice: CheckedTree.Choice) throws -> ExitStatus {
    let start = Clock.seconds()
    let content = try Files.readStandardInput(limit: 64 << 20)
    let tree = try CheckedTree(choice, self)
    try applySettings(of: tree)
    let presentation = try Presentation(self)
    let options = try lintOptions(originURL: tree.originURL)
    let path = try pathInTree(name, tree)
    var report = try lintUnsaved(
      content, path: path, reportedAs: name, in: tree.view, snapshot: tree.snapshot,
      toolVersion: Version.number, options: options, elsewhere: OtherTrees(self))
    if arguments.has(.fix) {
      let fixes = FileFixes.all(in: report).first
      output.write(fixes?.applied(to: content) ?? content)
      return .clean
    }
    try applyBaseline(to: &report, of: tree.view)
    return try presentation.show(report, seconds: Clock.seconds() - start, self)
  }

  /// A path as the caller's shell means it, from the root of the tree. The file need not exist.
  private func pathInTree(_ name: [UInt8], _ tree: CheckedTree) throws(UsageError) -> [UInt8] {
    guard let root = tree.workTree else { return name }
    let slash = UInt8(ascii: "/")
    let absolute = environment.absolute(name)
    let end = absolute.lastIndex(of: slash) ?? absolute.startIndex
    let folder = Self.resolved(Array(absolute[..<end])) ?? Array(absolute[..<end])
    let path = folder + absolute[end...]
    guard path.starts(with: root), path.count > root.count else {
      throw UsageError(
        "--stdin-filename '\(printable(name))' is not in the work tree '\(printable(root))'")
    }
    return Array(path.dropFirst(root.count))
  }

  /// Without links and dots; nil for a folder that is not there.
  private static func resolved(_ folder: [UInt8]) -> [UInt8]? {
    let name = (folder.isEmpty ? Array("/".utf8) : folder).map { CChar(bitPattern: $0) } + [0]
    guard let found = realpath(name, nil) else { return nil }
    defer { free(found) }
    return Array(UnsafeRawBufferPointer(start: found, count: strlen(found)))
  }
}
