import Kubernetes
import Testing
import YAML

@testable import ManifestLint

/// Verdicts that come back from a log are the ones that went into it, or do not come back at all.
@Suite struct VerdictCacheTests {
  private static let context = [UInt8](repeating: 7, count: 32)
  private static func id(_ number: Int) -> ObjectID {
    ObjectID(words: (UInt64(number) &* 0x9E37_79B9_7F4A_7C15, 5, UInt32(number)))
  }

  /// The inputs of all rules that are manifests.
  private static let manifests: [[UInt8]] =
    RuleTable.all
    .filter { ["yaml", "manifest", "object"].contains($0.category) }
    .flatMap { [$0.bad, $0.good] }
    .filter { !$0.isEmpty && !$0.hasPrefix("===") }
    .map { Array($0.utf8) } + [
      Array(
        """
        # manifest-lint: disable-file=manifest/unknown-field -- known
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: ü, namespace: n}
        daten: 1 # manifest-lint: disable=x/y -- no such rule
        """.utf8)
    ]

  private static func written(_ verdict: BlobVerdict) -> [UInt8] {
    var writer = ByteWriter()
    verdict.write(to: &writer)
    return writer.bytes
  }

  private static func log(_ verdicts: [BlobVerdict]) -> [UInt8] {
    let cache = VerdictCache(log: [], context: context, limit: 64 << 20)
    for (number, verdict) in verdicts.enumerated() {
      cache.add(KeptVerdict(verdict), size: number, of: id(number))
    }
    guard case .replace(let log) = cache.change else { return [] }
    return log
  }

  @Test func `every verdict on a rule's example comes back as it was`() throws {
    let verdicts = Self.manifests.map { judge($0, options: LintOptions()) }
      .filter { $0.definitions.isEmpty }
    #expect(verdicts.count > 100)
    #expect(verdicts.contains { $0.suppressions != nil })
    #expect(verdicts.contains { $0.findings.contains { $0.fix != nil } })
    #expect(verdicts.contains { $0.findings.contains { !$0.related.isEmpty } })
    let cache = VerdictCache(log: Self.log(verdicts), context: Self.context, limit: 64 << 20)
    for (number, verdict) in verdicts.enumerated() {
      let found = try #require(cache.verdict(of: Self.id(number)))
      #expect(cache.size(of: Self.id(number)) == number)
      #expect(Self.written(found.decoded) == Self.written(verdict))
    }
    #expect(cache.verdict(of: Self.id(verdicts.count)) == nil)
    guard case .none = cache.change else {
      Issue.record("a run that learnt nothing wants to write")
      return
    }
  }

  @Test func `a damaged log never gives another verdict and never traps`() throws {
    let verdicts = Self.manifests.prefix(12).map { judge($0, options: LintOptions()) }
    let log = Self.log(verdicts)
    func look(_ log: [UInt8]) {
      let cache = VerdictCache(log: log, context: Self.context, limit: 64 << 20)
      for (number, verdict) in verdicts.enumerated() {
        if let found = cache.verdict(of: Self.id(number)) {
          #expect(Self.written(found.decoded) == Self.written(verdict))
        }
      }
      _ = cache.change
    }
    for length in stride(from: 0, to: log.count, by: 3) { look(Array(log[..<length])) }
    var generator = SplitMix(state: 1)
    for _ in 0..<3_000 {
      var bad = log
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bad.count, using: &generator)
        bad[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      }
      look(bad)
    }
  }

  @Test func `a reader of verdicts takes any bytes without a trap`() {
    let whole = Self.manifests.prefix(40).map { Self.written(judge($0, options: LintOptions())) }
    var generator = SplitMix(state: 2)
    for bytes in whole {
      for _ in 0..<60 {
        var bad = bytes
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          bad[Int.random(in: 0..<bad.count, using: &generator)] =
            UInt8.random(in: 0...255, using: &generator)
        }
        var reader = ByteReader(bad)
        _ = try? BlobVerdict(from: &reader)
      }
    }
  }

  @Test func `numbers of every size come back`() throws {
    for number in [0, 1, -1, 63, 64, 127, 128, -64, -65, Int.max, Int.min, 1 << 32] {
      var writer = ByteWriter()
      writer.number(number)
      var reader = ByteReader(writer.bytes)
      #expect(try reader.number() == number)
      #expect(reader.isAtEnd)
    }
  }

  @Test func `a log of another context or version is begun anew`() {
    let log = Self.log([judge(Self.manifests[0], options: LintOptions())])
    let other = VerdictCache(
      log: log, context: [UInt8](repeating: 8, count: 32), limit: 64 << 20)
    #expect(other.verdict(of: Self.id(0)) == nil)
    guard case .replace(let new) = other.change else {
      Issue.record("the old log stays")
      return
    }
    #expect(!new.starts(with: log))
  }

  @Test func `a log over its limit keeps what the run used`() throws {
    let verdicts = (0..<200).map { _ in judge(Self.manifests[0], options: LintOptions()) }
    let log = Self.log(verdicts)
    let limit = log.count / 2
    let cache = VerdictCache(log: log, context: Self.context, limit: limit)
    for number in 150..<180 { #expect(cache.verdict(of: Self.id(number)) != nil) }
    guard case .replace(let kept) = cache.change else {
      Issue.record("the log stays over its limit")
      return
    }
    #expect(kept.count <= limit)
    let next = VerdictCache(log: kept, context: Self.context, limit: limit)
    #expect(next.verdict(of: Self.id(160)) != nil)
    #expect(next.verdict(of: Self.id(20)) == nil)
  }

  @Test func `whatever changes a verdict changes the context`() throws {
    let changes: [(String, (inout LintOptions) -> Void)] = [
      ("splitter", { $0.splitter = .v0_21 }),
      ("versions", { $0.kubernetes.versions = VersionSet("1.29..1.31") ?? .newest }),
      ("mode", { $0.kubernetes.applyMode = .server }),
      ("missing", { $0.kubernetes.ignoreMissingSchemas = true }),
      ("depth", { $0.kubernetes.maximumDepth = 3 }),
      ("values", { $0.kubernetes.maximumValues = 3 }),
      ("comments", { $0.honoursInlineSuppressions = false }),
      ("findings", { $0.limits.findingsPerFile = 3 }),
      ("bytes", { $0.limits.fileBytes = 3 }),
      ("nodes", { $0.limits.reading.nodes = 3 }),
      ("rule off", { $0.severities["yaml/tab"] = .some(nil) }),
      ("rule up", { $0.severities["yaml/tab"] = .error }),
    ]
    var contexts: Set<[UInt8]> = []
    contexts.insert(try #require(LintOptions().verdictContext(build: "1")))
    contexts.insert(try #require(LintOptions().verdictContext(build: "2")))
    for (name, change) in changes {
      var options = LintOptions()
      change(&options)
      let isNew = contexts.insert(try #require(options.verdictContext(build: "1"))).inserted
      #expect(isNew, "\(name)")
    }
  }
}
