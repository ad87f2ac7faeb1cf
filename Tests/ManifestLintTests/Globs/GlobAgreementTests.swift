import Foundation
import Testing

@testable import ManifestLint

/// Holds the matcher against recorded verdicts of the agent's own, where the conformance data is at
/// hand.
@Suite(.enabled(if: ConformanceData.folder != nil, "no conformance data"))
struct GlobAgreementTests {
  @Test func `every recorded verdict on text is reproduced`() throws {
    var wrong: [String] = []
    let rows = try ConformanceData.table("globs/cases.tsv")
    for row in rows {
      let verdict = verdict(Array(row["pattern"]!.utf8), Array(row["path"]!.utf8))
      if verdict != row["matches_v2"] {
        wrong.append("\(row["pattern"]!) on \(row["path"]!): \(verdict)")
      }
    }
    #expect(rows.count > 1000)
    #expect(wrong == [])
  }

  @Test func `every recorded verdict on bytes is reproduced`() throws {
    var wrong: [String] = []
    let rows = try ConformanceData.table("globs/cases-bytes.tsv")
    for row in rows {
      let verdict = verdict(bytes(row["pattern_hex"]!), bytes(row["path_hex"]!))
      if verdict != row["matches_v2"] {
        wrong.append("\(row["pattern_hex"]!) on \(row["path_hex"]!): \(verdict)")
      }
    }
    #expect(rows.count > 50)
    #expect(wrong == [])
  }

  private func verdict(_ pattern: [UInt8], _ path: [UInt8]) -> String {
    do throws(GlobSyntaxError) {
      return try Glob(pattern).matches(path[...]) ? "true" : "false"
    } catch {
      return "error"
    }
  }

  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal.utf8)
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)!
    }
  }
}

/// The conformance data lies beside the package, or where MANIFEST_LINT_DATA says.
enum ConformanceData {
  static let folder: URL? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let beside = package.deletingLastPathComponent().appending(path: "shared/data")
    let named = ProcessInfo.processInfo.environment["MANIFEST_LINT_DATA"].map {
      URL(filePath: $0)
    }
    return [named, beside].compactMap { $0 }
      .first { FileManager.default.fileExists(atPath: $0.appending(path: "globs").path()) }
  }()

  /// The rows of a tab-separated table by the names in its first line.
  static func table(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: #require(folder).appending(path: name), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    let names = lines[0].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(names, fields))
    }
  }
}
