import Foundation
import Testing
import YAML

@testable import Kubernetes

/// How far the verdicts agree with those of a real server. Skipped where its verdicts are not at
/// hand. With MANIFEST_LINT_RESULTS set, the table for scripts/apiserver-agreement is written there.
@Suite struct ApiserverAgreementTests {
  static let folder: URL? = {
    let environment = ProcessInfo.processInfo.environment["MANIFEST_LINT_DATA"]
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = environment.map { URL(filePath: $0) } ?? root.appending(path: "../shared/data")
    let folder = data.appending(path: "apiserver")
    let table = folder.appending(path: "verdicts.tsv").path
    return FileManager.default.fileExists(atPath: table) ? folder : nil
  }()

  struct Row {
    var file: String
    var isAccepted: Bool
    var isOriginal: Bool
  }

  private func rows(in folder: URL) throws -> [Row] {
    let text = try String(contentsOf: folder.appending(path: "verdicts.tsv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.components(separatedBy: "\t") }
    let names = try #require(lines.first)
    func column(_ name: String) throws -> Int { try #require(names.firstIndex(of: name)) }
    let (file, strict, mutation) = (
      try column("file"), try column("strict"), try column("mutation")
    )
    let kind = try column("class")
    return lines.dropFirst().filter { $0[kind] != "environment" }.map {
      Row(file: $0[file], isAccepted: $0[strict] == "accept", isOriginal: $0[mutation].isEmpty)
    }
  }

  @Test(.enabled(if: folder != nil))
  func `the strict verdict of the server is ours in at least 995 of 1000 documents`() throws {
    let folder = try #require(Self.folder)
    let options = CheckOptions(versions: try #require(VersionSet("1.36")))
    var agreed = 0
    var falseRefusals: [String] = []
    var lines: [String] = []
    let rows = try rows(in: folder)
    for row in rows {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: row.file)))
      let tree = readYAML(bytes, as: .manifests(.v0_34))
      let verdict = checkManifests(tree, options: options)
      let errors = verdict.diagnostics.filter { $0.severity == .error }
      let accepts =
        errors.isEmpty && !verdict.objects.isEmpty
        && verdict.objects.allSatisfy { $0.notChecked == nil }
      if accepts == row.isAccepted { agreed += 1 }
      if row.isOriginal, row.isAccepted, !accepts { falseRefusals.append(row.file) }
      let texts = errors.map { "\($0.rule.id): \($0.message.text)" }.joined(separator: " | ")
      let places = errors.compactMap(\.pointer).joined(separator: "\u{1F}")
      let plain = { (text: String) in
        text.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined()
      }
      lines.append(
        "\(row.file)\t\(accepts ? "accept" : "refuse")\t\(plain(texts))\t\(plain(places))")
    }
    if let path = ProcessInfo.processInfo.environment["MANIFEST_LINT_RESULTS"] {
      try (lines.joined(separator: "\n") + "\n").write(
        toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(falseRefusals == [])
    #expect(Double(agreed) / Double(rows.count) >= 0.995)
  }
}
