import Foundation
import Testing
import YAML

/// The reader against what the real Go programs made of the same bytes, where that data is present
/// (`../shared/data`, or the folder that `MANIFEST_LINT_DATA` names).
@Suite(.enabled(if: ConformanceData.folder != nil, "no conformance data"))
struct AgreementTests {
  @Test func `the configuration path gives the agent's JSON or refuses with it`() throws {
    let cases = try ConformanceData.dialectCases() + ConformanceData.suiteCases()
    var tally = Tally("configuration")
    for item in cases {
      let tree = readYAML(try bytes(item.input), as: .configuration)
      let expected = item.exists(".json") ? try text(item.answer(".json")) : nil
      let actual = tree.configurationJSON().map { String(decoding: $0, as: UTF8.self) + "\n" }
      tally.compare(item.name, actual, expected)
    }
    tally.finish()
  }

  @Test(arguments: SplitterGeneration.allCases)
  func `the manifest stream gives the agent's objects`(generation: SplitterGeneration) throws {
    var tally = Tally("stream \(generation.rawValue)")
    for item in try ConformanceData.dialectCases() {
      let answer = Answer(readYAML(try bytes(item.answer(".stream.json")), as: .manifests(.v0_21)))
      let names: [SplitterGeneration: String] = [
        .v0_21: "k8s_up_to_0.21", .v0_32: "k8s_0.22_to_0.32", .v0_34: "k8s_0.34_and_later",
      ]
      let entry = answer[names[generation] ?? ""] ?? answer["k8s_0.34_and_later"]
      if answer["nondeterministic"] != nil { continue }
      let stream = readYAML(try bytes(item.input), as: .manifests(generation)).manifestStream()
      let documents = (entry?["docs"]?.elements ?? []).map(canonical)
      let expected =
        "\(documents) \(entry?["empty"]?.text ?? "0") \(entry?["error"] != nil)"
      let actual =
        "\(stream.documents.map { canonical(String(decoding: $0, as: UTF8.self)) }) "
        + "\(stream.skipped) \(stream.endsInError)"
      tally.compare(item.name, actual, expected)
    }
    tally.finish()
  }

  @Test func `the suite as a manifest stream gives as many documents`() throws {
    var tally = Tally("suite as a stream")
    let table = try text(ConformanceData.url("go-yaml/verdicts.tsv"))
    for line in table.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let input = try ConformanceData.url("yaml-test-suite/\(fields[0])/in.yaml")
      let stream = readYAML(try bytes(input), as: .manifests(.v0_34)).manifestStream()
      tally.compare(
        fields[0],
        "\(stream.documents.count)+\(stream.skipped)\(stream.endsInError ? "!" : "")", fields[7])
    }
    tally.finish()
  }

  @Test func `the events are the Go parser's, with their places`() throws {
    var tally = Tally("events")
    for item in try ConformanceData.dialectCases() + ConformanceData.suiteCases() {
      // Go's scanner looks for a byte order mark at its buffer's start instead of its place, and
      // so counts one line more here.
      if item.name.hasPrefix("439-") { continue }
      let expected = try text(item.answer(".events"))
      let events = yamlEvents(try bytes(item.input), positions: true)
      let isRefused = expected.contains("\n!ERR") || expected.hasPrefix("!ERR")
      if isRefused {
        let before = expected[..<(expected.range(of: "!ERR")?.lowerBound ?? expected.startIndex)]
        // Bytes that are no text are looked for before anything is parsed.
        if expected.contains("!ERR reader") || expected.contains("!ERR yaml: control") { continue }
        tally.compare(
          item.name, events.isBroken ? String(decoding: events.text, as: UTF8.self) : "not refused",
          String(before))
      } else {
        tally.compare(
          item.name, String(decoding: events.text, as: UTF8.self) + "\(events.isBroken)",
          expected + "false")
      }
    }
    tally.finish()
  }

  @Test func `plain scalars are resolved as the agent does`() throws {
    var tally = Tally("scalars")
    let table = try text(ConformanceData.url("scalar-resolution.tsv"))
    for line in table.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4 else { continue }
      let value = readYAML(Array("v: \(fields[0])\n".utf8), as: .configuration)
        .configurationJSON()
      let expected = fields[1] == "error" ? "refused" : "{\"v\":\(fields[2])}"
      let actual = value.map { String(decoding: $0, as: UTF8.self) } ?? "refused"
      tally.compare("value \(fields[0])", actual, expected)
      let key = readYAML(Array("\(fields[0]): v\n".utf8), as: .configuration).configurationJSON()
      let expectedKey = fields[3].hasPrefix("!") ? "refused" : "{\(fields[3]):\"v\"}"
      tally.compare(
        "key \(fields[0])", key.map { String(decoding: $0, as: UTF8.self) } ?? "refused",
        expectedKey)
    }
    tally.finish()
  }

  private func bytes(_ url: URL) throws -> [UInt8] { Array(try Data(contentsOf: url)) }
  private func text(_ url: URL) throws -> String {
    String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }

  /// JSON texts that say the same, made equal.
  private func canonical(_ text: String) -> String {
    let tree = readYAML(Array(text.utf8), as: .manifests(.v0_21))
    guard text.hasPrefix("{"), let root = tree.documents.first?.root, let json = tree.json(root)
    else { return text }
    return String(decoding: json, as: UTF8.self)
  }
}

/// A JSON answer, read with the reader's own JSON part (whose test is the table of JSON inputs).
private struct Answer {
  let tree: Tree
  var node: NodeID

  init(_ tree: Tree) {
    self.tree = tree
    node = tree.documents[0].root ?? NodeID(0)
  }

  subscript(name: String) -> Answer? {
    tree.effectiveMembers(node).first { tree.text($0.key) == name }.map {
      var answer = self
      answer.node = $0.value
      return answer
    }
  }

  var text: String { tree.text(node) }
  var elements: [String] { tree.children(node).map { tree.text($0) } }
}

/// Counts agreement and shows the first few disagreements.
private struct Tally {
  let name: String
  private var total = 0
  private var wrong: [String] = []

  init(_ name: String) { self.name = name }

  mutating func compare(_ item: String, _ actual: String?, _ expected: String?) {
    total += 1
    if actual != expected {
      wrong.append("\(item)\n    is  \(actual ?? "refused")\n    not \(expected ?? "refused")")
    }
  }

  func finish() {
    print("agreement of \(name): \(total - wrong.count) of \(total)")
    let shown = ProcessInfo.processInfo.environment["SHOW"].flatMap { Int($0) } ?? 5
    #expect(wrong.isEmpty, "\(wrong.prefix(shown).joined(separator: "\n"))")
  }
}

/// The folder of conformance data and its cases.
enum ConformanceData {
  static let folder: URL? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["MANIFEST_LINT_DATA"].map { URL(filePath: $0) }
    let folder = named ?? package.deletingLastPathComponent().appending(path: "shared/data")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  struct Case {
    var name: String
    var input: URL
    var stem: String

    func answer(_ ending: String) -> URL { URL(filePath: stem + ending) }
    func exists(_ ending: String) -> Bool {
      FileManager.default.fileExists(atPath: stem + ending)
    }
  }

  static func url(_ path: String) throws -> URL { try #require(folder).appending(path: path) }

  static func dialectCases() throws -> [Case] {
    let folder = try url("agent-dialect")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted().map {
        Case(
          name: $0, input: folder.appending(path: $0),
          stem: folder.appending(path: String($0.dropLast(5))).path)
      }
  }

  static func suiteCases() throws -> [Case] {
    let answers = try url("go-yaml/cases")
    return try FileManager.default.contentsOfDirectory(atPath: answers.path)
      .filter { $0.hasSuffix(".events") }.sorted().map {
        let id = String($0.dropLast(7))
        let path = "yaml-test-suite/\(id.replacing("_", with: "/"))/in.yaml"
        return Case(name: id, input: try url(path), stem: answers.appending(path: id).path)
      }
  }
}
