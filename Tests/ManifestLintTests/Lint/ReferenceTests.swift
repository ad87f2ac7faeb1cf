import Foundation
import ManifestLint
import Testing
import YAML

/// What an agent's objects say of each other, over repositories in `Tests/Fixtures/references`: a
/// comment `# expect: RULE TEXT` stands on every line that has a finding of the category.
@Suite struct ReferenceTests {
  static func report(_ files: [MemoryTree.File], _ change: (inout LintOptions) -> Void = { _ in })
    throws -> Report
  {
    var options = LintOptions()
    options.projects.own = OwnProject(path: ProjectPath("group/project"), source: .option)
    change(&options)
    return try lint(
      MemoryTree(files), snapshot: .init(kind: "commit"), toolVersion: "0", options: options)
  }

  /// The findings of the category, `path:line rule`.
  static func references(_ report: Report) -> [Finding] {
    report.findings.filter { $0.rule.category == "reference" }
  }

  static func fixture(_ name: String) throws -> [MemoryTree.File] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Fixtures/references/\(name).repo")
    return ExampleRepository.files(try String(contentsOf: path, encoding: .utf8))
  }

  @Test(arguments: ["found", "limits", "silent"])
  func `each finding stands where the fixture expects it, and no other`(name: String) throws {
    let files = try Self.fixture(name)
    var expected: [String: String] = [:]
    for file in files {
      let path = String(decoding: file.path, as: UTF8.self)
      let lines = String(decoding: file.content, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        guard let mark = line.range(of: "# expect: ") else { continue }
        let words = line[mark.upperBound...].split(separator: " ", maxSplits: 1)
        expected["\(path):\(number + 1) reference/\(words[0])"] =
          words.count > 1 ? String(words[1]) : ""
      }
    }
    let report = try Self.report(files)
    // A fixture is otherwise right, so that nothing else hides what is looked for.
    #expect(report.findings.filter { $0.severity == .error }.map(\.message.text) == [])
    var seen: Set<String> = []
    for finding in Self.references(report) {
      let place =
        "\(String(decoding: finding.path, as: UTF8.self)):\(finding.start?.line ?? 0) \(finding.rule.id)"
      #expect(seen.insert(place).inserted, "\(place) twice")
      let text = finding.message.text
      guard let part = expected[place] else {
        Issue.record("not expected: \(place) \(text)")
        continue
      }
      #expect(part.isEmpty || text.contains(part), "\(place): \(text)")
      #expect(finding.object != nil && finding.agents == ["gitops"], "\(place)")
    }
    #expect(Set(expected.keys).subtracting(seen).sorted() == [])
    #expect(name == "silent" || !expected.isEmpty)
  }

  // MARK: What is not known

  private static let configuration = """
    gitops:
      manifest_projects:
        - id: group/project
          default_namespace: web
          paths:
            - glob: /apps/*.yaml

    """
  private static let pod = """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
    spec:
      containers:
        - name: web
          image: web:1
          envFrom:
            - secretRef:
                name: databse

    """
  private static func secret(_ name: String, _ namespace: String = "web") -> String {
    "apiVersion: v1\nkind: Secret\nmetadata:\n  name: \(name)\n  namespace: \(namespace)\n"
  }

  private static func files(
    _ manifests: [String], configuration: String = configuration
  ) -> [MemoryTree.File] {
    [MemoryTree.File(".gitlab/agents/gitops/config.yaml", configuration)]
      + manifests.enumerated().map { MemoryTree.File("apps/\($0.offset).yaml", $0.element) }
  }

  @Test func `a name is told with its neighbours and a link to the one that is meant`() throws {
    let names = ["alpha", "beta", "database", "delta", "epsilon", "zeta", "eta"]
    let report = try Self.report(Self.files([Self.pod] + names.map { Self.secret($0) }))
    let finding = try #require(Self.references(report).first)
    #expect(
      finding.message.text
        == "Secret databse is not among what is applied to namespace web (agent gitops), while others of its kind are: alpha, beta, database, delta, epsilon and 2 more; did you mean database?"
    )
    #expect(finding.related.map { String(decoding: $0.path, as: UTF8.self) } == ["apps/3.yaml"])
    #expect(finding.related.first?.start?.line == 4)
  }

  struct Unknown: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var manifests: [String]
    var configuration = ReferenceTests.configuration
    var change: @Sendable (inout LintOptions) -> Void = { _ in }
  }

  private static let unknown: [Unknown] = [
    Unknown(testDescription: "no other of its kind", manifests: [pod]),
    Unknown(
      testDescription: "others in another namespace only",
      manifests: [pod, secret("database", "a")]),
    Unknown(
      testDescription: "a broken file beside it",
      manifests: [pod, secret("database"), "kind: [Secret"]),
    Unknown(
      testDescription: "a document without kind",
      manifests: [pod, secret("database"), "apiVersion: v1\nmetadata: {name: databse}\n"]),
    Unknown(
      testDescription: "a file that the user leaves out", manifests: [pod, secret("database"), ""],
      change: { $0.excludes = [Glob(Array("apps/2.yaml".utf8))] }),
    Unknown(
      testDescription: "a file that is too large to be read",
      manifests: [pod, secret("database"), String(repeating: "#", count: 2_000)],
      change: { $0.limits.fileBytes = 1_000 }),
    Unknown(
      testDescription: "another project's manifests",
      manifests: [pod, secret("database")],
      configuration: configuration
        + "    - id: group/other\n      paths:\n        - glob: /*.yaml\n"
    ),
    Unknown(
      testDescription: "the manifests of another ref", manifests: [pod, secret("database")],
      configuration: configuration
        + "    - id: group/project\n      ref: {tag: v1}\n      paths:\n        - glob: /*.yaml\n"),
    Unknown(
      testDescription: "the rules are switched off", manifests: [pod, secret("database")],
      change: { options in
        for rule in ReferenceRules.all { options.severities[rule.id] = .some(nil) }
      }),
    Unknown(
      testDescription: "a kind that nobody knows may make it",
      manifests: [
        pod, secret("database"),
        "apiVersion: example.com/v1\nkind: Vault\nmetadata: {name: x}\nspec: {writes: databse}\n",
      ]),
    Unknown(
      testDescription: "a kind that nobody knows, too large to look through",
      manifests: [
        pod, secret("database"),
        "apiVersion: example.com/v1\nkind: Vault\nmetadata: {name: x}\nspec:\n"
          + (0..<2_000).map { "  a\($0): b\n" }.joined(),
      ]),
    Unknown(
      testDescription: "the agent's kind filter leaves the pod out",
      manifests: [pod, secret("database")],
      configuration: configuration
        + "      resource_exclusions:\n        - {api_groups: ['*'], kinds: [Pod]}\n",
      change: { $0.gitLabVersion = GitLabVersion("13.11") }),
  ]

  @Test(arguments: unknown)
  func `where something is not known nothing is said`(unknown: Unknown) throws {
    let files = Self.files(unknown.manifests, configuration: unknown.configuration)
    let report = try Self.report(files, unknown.change)
    #expect(Self.references(report).map(\.message.text) == [])
    // What makes the difference is the one thing that is not known.
    if unknown.manifests.count > 1, unknown.testDescription != "others in another namespace only" {
      let known = try Self.report(Self.files(Array(unknown.manifests.prefix(2))))
      #expect(Self.references(known).count == 1)
    }
  }

  @Test func `one file of two agents has one finding that names both`() throws {
    var files = Self.files([Self.pod, Self.secret("database")])
    files.append(MemoryTree.File(".gitlab/agents/other/config.yaml", Self.configuration))
    let found = Self.references(try Self.report(files))
    #expect(found.map(\.agents) == [["gitops", "other"]])
    #expect(found.first?.message.text.contains("(agent gitops, other)") == true)
  }

  @Test func `files without an agent are not compared`() throws {
    let report = try lintManifests(
      MemoryTree(Self.files([Self.pod, Self.secret("database")]).dropFirst().map { $0 }),
      toolVersion: "0")
    #expect(Self.references(report).isEmpty)
  }

  // MARK: Limits

  @Test func `a file with more references than the limit is told, and nothing is compared`() throws
  {
    let report = try Self.report(Self.files([Self.pod, Self.secret("database")])) {
      $0.limits.referencesPerFile = 2
    }
    #expect(
      Self.references(report).map(\.message.text) == [
        "the references of agent gitops were not compared: this file has more than the limit references = 2"
      ])
  }

  /// A pod with references to so many Secrets that are not there, and to so many that are.
  private static func files(missing: Int, found: Int) -> [MemoryTree.File] {
    let names = (0..<missing).map { "missing-\($0)" } + (0..<found).map { "found-\($0)" }
    let pod = pod.replacingOccurrences(
      of: "        - secretRef:\n            name: databse\n",
      with: names.map { "        - secretRef:\n            name: \($0)\n" }.joined())
    return files([pod, secret("database")] + (0..<found).map { secret("found-\($0)") })
  }

  @Test func `no more findings of a file are kept than the limit lets through`() throws {
    let report = try Self.report(Self.files(missing: 30, found: 120)) {
      $0.limits.findingsPerFile = 10
    }
    #expect(Self.references(report).count == 10)
    #expect(
      report.findings.contains { $0.message.text.hasPrefix("the file has 20 more findings about") })
  }

  @Test(arguments: [(10, 0, 10), (11, 0, 0), (11, 43, 0), (11, 44, 11), (30, 30, 0)])
  func `where much of what is asked for is not there, others bring it`(
    missing: Int, found: Int, expected: Int
  ) throws {
    let report = try Self.report(Self.files(missing: missing, found: found))
    #expect(Self.references(report).count == expected)
  }

  /// Thousands of workloads with the same labels, and thousands of selectors that nearly match them.
  @Test func `hostile selectors cost bounded time`() throws {
    let workloads = (0..<2_000).map { number in
      "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\(number)\n  labels: {a: b, c: d}\nspec:\n"
        + "  containers: [{name: web, image: 'web:1'}]\n"
    }
    let services = (0..<1_200).map { number in
      "apiVersion: v1\nkind: Service\nmetadata:\n  name: s\(number)\nspec:\n"
        + "  selector: {a: b, c: d}\n  ports: [{port: 80, targetPort: x\(number)}]\n"
    }
    let clock = ContinuousClock()
    var report: Report?
    let time = try clock.measure {
      report = try Self.report(
        Self.files([workloads.joined(separator: "---\n"), services.joined(separator: "---\n")]))
    }
    #expect(time < .seconds(60))
    let found = Self.references(try #require(report))
    #expect(found.contains { $0.rule == ReferenceRules.notCompared })
  }
}
