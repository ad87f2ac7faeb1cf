import Testing
import YAML

@testable import ManifestLint

/// Compares the matcher with `SlowGlob`, and the walk over a listing with the matcher, on patterns and
/// paths made at random from the characters that mean something.
@Suite struct GlobComparisonTests {
  static let rounds = 2_000

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `random patterns have the verdict of the plain reading`(seed: UInt64) {
    var random = SplitMix(state: seed)
    var counts: [String: Int] = [:]
    for _ in 0..<Self.rounds {
      let pattern = random.text(Self.patternPieces, upTo: 9)
      let path = random.text(Self.pathPieces, upTo: 7)
      let expected = (try? SlowGlob.matches(pattern, path)).map { "\($0)" } ?? "error"
      let verdict = (try? Glob(pattern).matches(path[...])).map { "\($0)" } ?? "error"
      counts[expected, default: 0] += 1
      #expect(
        verdict == expected,
        "\(String(decoding: pattern, as: UTF8.self)) on \(String(decoding: path, as: UTF8.self))")
    }
    // Each kind of verdict must come up for the comparison to mean anything.
    for verdict in ["true", "false", "error"] { #expect(counts[verdict, default: 0] > 40) }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a walk over a listing has the verdict of each path`(seed: UInt64) throws {
    var random = SplitMix(state: seed &+ 100)
    for _ in 0..<40 {
      let paths = Set((0..<40).map { _ in random.path() })
      let tree = MemoryTree(paths.map { MemoryTree.File(path: $0, content: []) })
      let index = ListingIndex(tree.listing)
      for _ in 0..<10 {
        let pattern = random.text(Self.patternPieces, upTo: 8)
        guard let matcher = try? Glob(pattern).matcher() else { continue }
        var walk = GlobWalk(matcher, index)
        var skippedBefore = 0
        for entry in 0..<tree.listing.count {
          let path = tree.listing.path(entry)
          let expected = (try? Glob(pattern).matches(path)).map { "\($0)" } ?? "error"
          var verdict = "false"
          if entry >= skippedBefore {
            switch walk.verdict(entry) {
            case .match: verdict = "true"
            case .mismatch: break
            case .malformed: verdict = "error"
            case .nothing(let before): skippedBefore = before
            }
          }
          #expect(
            verdict == expected,
            "\(String(decoding: pattern, as: UTF8.self)) on \(String(decoding: path, as: UTF8.self))"
          )
        }
      }
    }
  }

  @Test(arguments: [SelectionGeneration.matchesWholePath, .requiresPrefix])
  func `the sync breaks off just when some finding is an error`(
    generation: SelectionGeneration
  ) throws {
    var random = SplitMix(state: 7)
    var stops = 0
    for _ in 0..<400 {
      let paths = Set((0..<12).map { _ in random.path() })
      let tree = MemoryTree(paths.map { MemoryTree.File(path: $0, content: [1]) })
      let globs = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        random.text(Self.patternPieces, upTo: 6)
      }
      var limits = AgentLimits()
      limits.maximumFiles = 20
      limits.maximumTotalSize = 10
      let selection = try selectFiles(
        globs: globs, in: tree.listing, generation: generation, limits: limits
      ) { entry throws(RepositoryError) in try tree.size(ofEntry: entry) }
      let hasError = selection.problems.contains { $0.severity == .error }
      let texts = globs.map { String(decoding: $0, as: UTF8.self) }
      #expect((selection.stop != nil) == hasError, "\(texts) \(selection.problems)")
      #expect(Set(selection.sent).isSubset(of: selection.files))
      #expect(Set(selection.files).count == selection.files.count)
      let explained = explainUnselected(
        selection, globs: globs, in: tree.listing, generation: generation)
      #expect(explained.count + selection.files.count == tree.listing.count)
      if selection.stop != nil { stops += 1 }
    }
    #expect(stops > 50)
    #expect(stops < 350)
  }

  static let patternPieces =
    [
      "a", "b", "a", "b", "/", "/", "*", "*", "**", "**/", "/**", "?", "[ab]", "[^a]", "[!a]",
      "[a-b]",
      "[", "]", "{", "}", "{", "}", ",", ",", "\\", "\\a", "-", "{a,b}", "{a/b,}", "{,a}", "{**/,}",
      "é", ".", "^", "[é-ü]", "{*,b}", "{a,b/}", "*a", "[a",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xA9]]

  static let pathPieces =
    ["a", "b", "a", "b", "/", "/", ".", "é", "\\", "[", "{", ",", "}", "*", "-"]
    .map { Array($0.utf8) } + [[0xFF], [0xC3], [0xA9]]
}

/// Numbers that look random and are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func text(_ pieces: [[UInt8]], upTo count: Int) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &self)).flatMap { _ in
      pieces[Int.random(in: pieces.indices, using: &self)]
    }
  }

  /// A path as git could hold it.
  mutating func path() -> [UInt8] {
    let pieces = GlobComparisonTests.pathPieces.filter { $0 != [.slash] }
    let names = (0...Int.random(in: 0...3, using: &self)).map { _ in
      pieces[Int.random(in: pieces.indices, using: &self)] + text(pieces, upTo: 1)
    }
    return Array(names.joined(separator: [.slash]))
  }
}
