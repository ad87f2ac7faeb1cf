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
      let slow = try? SlowGlob.matches(Array(row["pattern"]!.utf8), Array(row["path"]!.utf8))
      if slow.map({ "\($0)" }) ?? "error" != row["matches_v2"] {
        wrong.append("\(row["pattern"]!) on \(row["path"]!) by the plain reading")
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

  @Test(arguments: [SelectionGeneration.stripsPrefix, .matchesWholePath])
  func `every recorded selection is reproduced`(generation: SelectionGeneration) throws {
    let rows = try ConformanceData.table("globs/agent-selection.tsv")
    #expect(rows.count > 100)
    for row in rows {
      let id = try #require(row["id"])
      let tree = try tree(json(row["files"]))
      var limits = AgentLimits()
      if let text = row["limits"], text != "-" {
        let values = try json(text, as: [String: Int].self)
        limits.maximumFiles = values["max_files"] ?? limits.maximumFiles
        limits.maximumFileSize = values["max_file"] ?? limits.maximumFileSize
        limits.maximumTotalSize = values["max_total"] ?? limits.maximumTotalSize
      }
      let globs = try json(row["globs"], as: [String].self).map { Array($0.utf8) }
      let selection = try selectFiles(
        globs: globs, in: tree.listing, generation: generation, limits: limits
      ) { entry throws(RepositoryError) in try tree.size(ofEntry: entry) }

      let old = generation == .stripsPrefix
      let selected: [String] = try json(row[old ? "selected_pre_13_12" : "selected"])
      let sent = selection.sent.map { String(decoding: tree.listing.path($0), as: UTF8.self) }
      let text = selection.stop.map { String(decoding: $0.text, as: UTF8.self) } ?? "-"
      #expect(sent.map { Array($0.utf8) } == selected.map { Array($0.utf8) }, "\(id)")
      #expect(text == row[old ? "error_pre_13_12" : "error"], "\(id)")
      guard !old, row["files_visited"] != "-" else { continue }
      #expect("\(selection.visited)" == row["files_visited"], "\(id)")
      #expect("\(selection.sent.count)" == row["files_sent"], "\(id)")
      let missing: [String] = try json(row["missing_prefixes"])
      #expect(
        selection.tallies.compactMap(\.missingPrefix) == missing.map { Array($0.utf8) }, "\(id)")
    }
  }

  private func json<Value>(_ text: String?, as type: Value.Type = Value.self) throws -> Value {
    let data = Data(try #require(text).utf8)
    return try #require(JSONSerialization.jsonObject(with: data) as? Value)
  }

  private func tree(_ files: [Any]) throws -> MemoryTree {
    MemoryTree(
      try files.map { file in
        guard let file = file as? [String: Any] else {
          return MemoryTree.File(try #require(file as? String), "")
        }
        let mode: FileMode =
          switch file["type"] as? String {
          case "executable": .executable
          case "symlink": .symlink
          case "submodule": .submodule
          default: .regular
          }
        let size = file["size"] as? Int ?? 0
        return MemoryTree.File(
          try #require(file["path"] as? String), String(repeating: "x", count: size), mode: mode)
      })
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
