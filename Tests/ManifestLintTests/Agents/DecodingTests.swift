import Testing
import YAML

@testable import ManifestLint

/// One configuration, its contract and what is expected of it.
struct ConfigurationCase: Sendable, CustomTestStringConvertible {
  var source: String
  var version: GitLabVersion = "16.5"
  /// Rule ids in the order of the report; informations are left out.
  var rules: [String] = []
  var refusal: ConfigurationVerdict.Refusal?
  var json: String?

  var testDescription: String { "\(version): \(source.prefix(60))" }
}

@Suite struct `Decoding a configuration` {
  static func verdict(_ source: String, _ version: GitLabVersion? = "16.5") -> ConfigurationVerdict
  {
    readConfiguration(Array(source.utf8), version: version)
  }

  private func expect(_ test: ConfigurationCase) {
    let verdict = Self.verdict(test.source, test.version)
    #expect(verdict.refusal == test.refusal)
    let rules = verdict.diagnostics.filter { $0.severity > .info }.map(\.rule.id)
    #expect(rules == test.rules)
    if let json = test.json {
      #expect(verdict.decodedJSON.map { String(decoding: $0, as: UTF8.self) } == json)
    }
  }

  static func project(_ lines: String...) -> String {
    "gitops:\n  manifest_projects:\n  - id: g/a\n" + lines.map { "    \($0)\n" }.joined()
  }

  static func projectJSON(_ member: String) -> String {
    "{\"gitops\":{\"manifest_projects\":[{\"id\":\"g/a\",\(member)}]}}"
  }

  @Test(arguments: [
    ("3600s", "3600s"), ("0s", "0s"), ("1.5s", "1.500s"), (".5s", "0.500s"), ("5.s", "5s"),
    ("+5s", "5s"), ("-1s", "-1s"), ("-.000001s", "-0.000001s"), (".s", "0s"),
    ("315576000000s", "315576000000s"), ("0.123456789s", "0.123456789s"),
  ])
  func `durations are read and written as protobuf JSON does`(text: String, written: String) {
    let verdict = Self.verdict(Self.project("reconcile_timeout: \(text)"))
    #expect(!verdict.isRefused)
    #expect(
      verdict.decodedJSON.map { String(decoding: $0, as: UTF8.self) }
        == Self.projectJSON("\"reconcile_timeout\":\"\(written)\""))
  }

  @Test(arguments: [
    "60m", "1h", "3600", "\"3600\"", "\"\"", "01s", "1e3s", "3600S", "\" 3600s\"", "0.1234567891s",
    "s", "+s", "--1s", "1.-5s", "315576000001s", "99999999999999999999s", "true", "[]", "{}",
  ])
  func `what is no duration is refused`(text: String) {
    expect(
      ConfigurationCase(
        source: Self.project("prune_timeout: \(text)"), rules: ["agent/duration"], refusal: .json))
  }

  @Test(arguments: [
    ("1h", "3600s"), ("90m", "5400s"), ("1h30m", "5400s"), ("100ms", "0.100s"), ("'3600'", "3600s"),
    ("'3600 s'", "3600s"), ("2d", "172800s"),
  ])
  func `a duration in other units is turned into seconds`(text: String, proposal: String) {
    let verdict = Self.verdict(Self.project("prune_timeout: \(text)"))
    #expect(verdict.diagnostics.contains { $0.message.text.contains("\"\(proposal)\"") })
  }

  @Test(arguments: [
    ("debug", 1), ("error", 3), ("1", 1), ("1.0", 1), ("1e0", 1), ("0x1", 1), ("010", 8),
    ("99", 99),
    ("-1", -1), ("2147483647", 2_147_483_647),
  ])
  func `a log level is a name or any number of 32 bits`(text: String, number: Int) {
    let verdict = Self.verdict("observability: {logging: {level: \(text)}}")
    let names = ["info", "debug", "warn", "error"]
    let written = names.indices.contains(number) ? "\"\(names[number])\"" : String(number)
    #expect(
      verdict.decodedJSON.map { String(decoding: $0, as: UTF8.self) }
        == "{\"observability\":{\"logging\":{\"level\":\(written)}}}")
    #expect(verdict.isRefusedByAgent == !names.indices.contains(number))
  }

  @Test(arguments: [
    ("DEBUG", "debug"), ("Debug", "debug"), ("warning", "warn"), ("' debug'", "debug"),
    ("'1'", "debug"), ("inf", "info"),
  ])
  func `a log level that is misspelt is refused with the right one`(text: String, meant: String) {
    let verdict = Self.verdict("observability: {logging: {level: \(text)}}")
    #expect(verdict.refusal == .json)
    #expect(verdict.diagnostics.map(\.rule) == [AgentRules.enumValue])
    #expect(verdict.diagnostics[0].message.text.hasSuffix("did you mean \"\(meant)\"?"))
  }

  @Test(arguments: ["off", "true", "''", "1.5", "3000000000", "{a: b}", "[]"])
  func `what is no log level is refused`(text: String) {
    let verdict = Self.verdict("observability: {logging: {level: \(text)}}")
    #expect(verdict.refusal == .json)
    #expect(verdict.diagnostics.count == 1)
  }

  @Test(arguments: [
    ("defaultNamespace", "default_namespace"), ("default-namespace", "default_namespace"),
    ("ID", "id"), ("'id '", "id"), ("Paths", "paths"), ("default_namespcae", "default_namespace"),
    ("namespace", "default_namespace"), ("path", "paths"),
  ])
  func `a key under another spelling is named`(written: String, meant: String) {
    let verdict = Self.verdict(Self.project("\(written): x"))
    #expect(verdict.refusal == .json)
    #expect(verdict.diagnostics.first?.rule == AgentRules.unknownField)
    #expect(verdict.diagnostics.first?.message.text.contains("\"\(meant)\"") == true)
  }

  @Test(arguments: [
    (Self.project("ci_access: {}"), "it belongs at ci_access"),
    (
      "ci_access: {projects: [{id: g/a, ref: {branch: x}}]}",
      "it belongs at gitops.manifest_projects[].ref"
    ),
    ("logging: {level: info}", "it belongs at observability.logging"),
    (Self.project("-glob: x"), "write a blank after the dash"),
  ])
  func `a key at the wrong place is told where it belongs`(source: String, advice: String) {
    let verdict = Self.verdict(source)
    #expect(verdict.refusal == .json)
    #expect(verdict.diagnostics.contains { $0.message.text.contains(advice) })
  }

  @Test(arguments: [
    ("3", 3), ("'3'", 3), ("3.0", 3), ("'3e0'", 3), ("'03'", nil), ("'+3'", nil), ("' 3'", nil),
    ("''", nil), ("3.5", nil), ("'3.5'", nil), ("2147483648", nil), ("true", nil),
  ])
  func `a whole number may stand in quotes, in JSON's form`(text: String, value: Int?) {
    let chart = "{release_name: x, source: {project: {id: g/a}}, max_history: \(text)}"
    let verdict = Self.verdict("gitops: {charts: [\(chart)]}", "15.7")
    #expect(verdict.refusal == (value == nil ? .json : nil))
    if let value, let json = verdict.decodedJSON {
      #expect(String(decoding: json, as: UTF8.self).contains("\"max_history\":\(value),"))
    }
  }

  @Test(arguments: [
    ConfigurationCase(
      source: "ci_access: {}", version: "14.1", rules: ["agent/field-not-in-version"],
      refusal: .json),
    ConfigurationCase(source: "ci_access: {}", version: "14.3", json: "{\"ci_access\":{}}"),
    ConfigurationCase(source: "cilium:", version: "14.10", json: "{}"),
    ConfigurationCase(
      source: "cilium:", version: "15.0", rules: ["agent/field-not-in-version"], refusal: .json),
    ConfigurationCase(
      source: "ci_access: {projects: [{id: g/a, protected_branches_only: true}]}",
      version: "17.2", rules: ["agent/field-not-in-version"], refusal: .json),
    ConfigurationCase(
      source: "ci_access: {projects: [{id: g/a, protected_branches_only: true}]}",
      version: "17.3",
      json: "{\"ci_access\":{\"projects\":[{\"id\":\"g/a\",\"protected_branches_only\":true}]}}"),
    ConfigurationCase(
      source: "gitops: {manifest_projects: [{}]}", version: "15.6", rules: ["agent/required"],
      refusal: .validation),
    ConfigurationCase(
      source: "gitops: {manifest_projects: [{}]}", version: "15.7",
      json: "{\"gitops\":{\"manifest_projects\":[{}]}}"),
    ConfigurationCase(
      source: Self.project("paths: [{glob: ''}]"), version: "13.7",
      json: Self.projectJSON("\"paths\":[{}]")),
    ConfigurationCase(
      source: Self.project("paths: [{glob: ''}]"), version: "13.8", rules: ["agent/required"],
      refusal: .validation),
    ConfigurationCase(
      source: "starboard: {vulnerability_report: {}}", version: "14.10",
      json: "{\"starboard\":{\"vulnerability_report\":{}}}"),
    ConfigurationCase(
      source: "starboard: {vulnerability_report: {}}", version: "15.0",
      rules: ["agent/required"], refusal: .validation),
  ])
  func `a key counts in its versions only`(test: ConfigurationCase) { expect(test) }

  @Test(arguments: [
    ConfigurationCase(
      source: "ci_access: {projects: [{id: g/a, access_as: {}}]}", rules: ["agent/required"],
      refusal: .validation),
    ConfigurationCase(
      source: "ci_access: {projects: [{id: g/a, access_as: }]}",
      json: "{\"ci_access\":{\"projects\":[{\"id\":\"g/a\"}]}}"),
    ConfigurationCase(
      source: "ci_access: {projects: [{id: g/a, access_as: {agent: }}]}",
      rules: ["agent/required"], refusal: .validation),
    ConfigurationCase(
      source: "ci_access: {projects: [{id: g/a, access_as: {agent: {}, ci_job: }}]}",
      json: "{\"ci_access\":{\"projects\":[{\"access_as\":{\"agent\":{}},\"id\":\"g/a\"}]}}"),
    ConfigurationCase(
      source: Self.project("ref: {tag: a, branch: b}"), rules: ["agent/oneof-conflict"],
      refusal: .json),
    ConfigurationCase(
      source: Self.project("ref: {branch: ''}"), rules: ["agent/required"], refusal: .validation),
    ConfigurationCase(
      source: Self.project("dry_run_strategy: ''"),
      json: "{\"gitops\":{\"manifest_projects\":[{\"id\":\"g/a\"}]}}"),
    ConfigurationCase(
      source: Self.project("inventory_policy: MUST_MATCH"), rules: ["agent/not-in-list"],
      refusal: .validation),
    ConfigurationCase(
      source: "remote_development: {partial_sync_interval: 0s}", rules: ["agent/required"],
      refusal: .validation),
    ConfigurationCase(
      source: "observability: {logging: {grpc_level: info}}",
      json: "{\"observability\":{\"logging\":{\"grpc_level\":\"info\"}}}"),
    ConfigurationCase(
      source: "remote_development: {network_policy: {enabled: false}, enabled: false}",
      json: "{\"remote_development\":{\"network_policy\":{\"enabled\":false}}}"),
  ])
  func `null is absent, and empty is not`(test: ConfigurationCase) { expect(test) }

  @Test(arguments: [
    ("12345", "12345"), ("yes", "yes"), ("1.5", "1.5"), ("0755", "0755"), ("[a]", nil),
    ("{a: b}", nil),
  ])
  func `text that YAML reads as something else is refused, and quotes mend it`(
    value: String, mended: String?
  ) {
    let verdict = Self.verdict(Self.project("default_namespace: \(value)"))
    #expect(verdict.refusal == .json)
    let found = verdict.diagnostics.filter { $0.rule == AgentRules.wrongType }
    #expect(found.count == 1)
    #expect(found.first?.fix?.edits.map(\.replacement) == mended.map { ["\"\($0)\""] })
  }

  @Test func `a number in the place of a path is no text that lacks quotes`() {
    let verdict = Self.verdict("gitops: {manifest_projects: [{id: 12345}]}")
    let found = verdict.diagnostics.filter { $0.rule == AgentRules.wrongType }
    #expect(found.map { $0.fix == nil } == [true])
    #expect(found[0].message.text.contains("full path"))
  }

  @Test(arguments: [("Config", "a kubeconfig"), ("Deployment", "of the kind Deployment")])
  func `a manifest or a kubeconfig is told once`(kind: String, told: String) {
    let verdict = Self.verdict(
      "apiVersion: v1\nkind: \(kind)\nclusters: []\nmetadata: {}\nusers: []\n", nil)
    #expect(verdict.diagnostics.map(\.rule) == [AgentRules.unknownField])
    #expect(verdict.diagnostics[0].message.text.contains(told))
  }

  @Test(arguments: ["\u{A0}level", "le\u{200B}vel", "level\u{3000}"])
  func `a character that nobody sees is named`(key: String) {
    let verdict = Self.verdict("observability: {logging: {'\(key)': info}}")
    let text = verdict.diagnostics.first { $0.rule == AgentRules.unknownField }?.message.text
    #expect(text?.contains("U+") == true)
  }

  @Test(arguments: [
    "ci_access: {}\n# glpat-aaaaaaaaaaaaaaaaaaaa\n", "token: glagent-aaaaaaaaaaaaaaaaaaaaaaa\n",
    "ci_access: {projects: [{id: g/a, access_as: glpat-aaaaaaaaaaaaaaaaaaaa}]}\n",
  ])
  func `a credential is found and never shown`(source: String) {
    let verdict = Self.verdict(source)
    #expect(verdict.diagnostics.contains { $0.rule == AgentRules.credential })
    #expect(!verdict.diagnostics.contains { $0.message.text.contains("aaaa") })
  }

  @Test(arguments: ["no", "off", "False"])
  func `a word for a boolean is no surprise where one is wanted`(word: String) {
    let verdict = Self.verdict(Self.project("prune: \(word)"))
    #expect(verdict.diagnostics.filter { $0.severity > .info }.isEmpty)
    #expect(verdict.configuration.manifestProjects.first?.prune == false)
  }

  @Test func `every fault of a file is told, each with its place`() {
    let verdict = Self.verdict(
      """
      ci_access:
        projects:
        - id: 5
        - default_namespace: web
        grups: []
      observability:
        logging: {level: loud}
      """)
    #expect(
      verdict.diagnostics.filter { $0.severity == .error }.map {
        "\($0.rule.id) \($0.pointer ?? "")"
      }
      .sorted() == [
        "agent/enum-value /observability/logging/level",
        "agent/required /ci_access/projects/1",
        "agent/unknown-field /ci_access/grups",
        "agent/wrong-type /ci_access/projects/0/id",
      ])
  }

  @Test func `a merge key overrides what stands before it`() {
    let verdict = Self.verdict(
      """
      gitops:
        manifest_projects:
        - &first {id: g/first, default_namespace: one}
        - id: g/second
          <<: *first
        - <<: *first
          id: g/third
      """)
    #expect(
      verdict.configuration.manifestProjects.compactMap(\.id?.value)
        == ["g/first", "g/first", "g/third"])
  }

  @Test func `one fault behind two aliases is told once`() {
    let verdict = Self.verdict(
      """
      ci_access:
        projects:
        - &a {id: 5}
        - *a
        - *a
      """)
    #expect(verdict.diagnostics.count { $0.rule == AgentRules.wrongType } == 1)
  }

  @Test func `an empty file is an empty configuration, but not to 13.7`() {
    for source in ["", "# nothing\n", "---\n", "~\n"] {
      #expect(Self.verdict(source, "13.7").refusal == .json)
      let verdict = Self.verdict(source, "13.8")
      #expect(verdict.decodedJSON == Array("{}".utf8))
      #expect(verdict.diagnostics.map(\.rule) == [AgentRules.configEmpty])
    }
  }

  @Test func `one byte more than the server reads is refused`() {
    let comment = "#" + String(repeating: "x", count: 131_071)
    #expect(Self.verdict(comment).refusal == nil)
    let verdict = Self.verdict(comment + "x")
    #expect(verdict.refusal == .size)
    #expect(verdict.diagnostics.contains { $0.rule == AgentRules.configTooLarge })
  }

  @Test func `a left-over gitops section is one finding from 17.0 on, and no decode error`() {
    let source = "gitops:\n  nonsense: 5\n  manifest_projects: [{id: 7, prune: false}]\n"
    let verdict = Self.verdict(source, "17.0")
    #expect(verdict.refusal == nil)
    #expect(verdict.decodedJSON == Array("{}".utf8))
    #expect(verdict.diagnostics.map(\.rule) == [AgentRules.gitopsDeprecated])
    #expect(verdict.diagnostics[0].severity == .error)
    #expect(
      verdict.diagnostics[0].related.map(\.message.text).contains { $0.contains("spec.prune") })
    #expect(Self.verdict(source, "16.11").refusal == .json)
  }

  @Test func `the contract is 16.11 for gitops and the newest otherwise`() {
    #expect(Self.verdict("gitops: {}", nil).version == .lastWithGitops)
    #expect(Self.verdict("ci_access: {}", nil).version == .newestKnown)
  }

  @Test(arguments: [
    ("- glob: *.yaml", "*.yaml"), ("- glob: **/*.yaml", "**/*.yaml"),
    ("- glob: {a,b}/*.yaml", "{a,b}/*.yaml"), ("- glob: !x/*.yaml", "!x/*.yaml"),
  ])
  func `a glob without quotes is explained`(line: String, glob: String) {
    let source = "gitops:\n  manifest_projects:\n  - id: g/a\n    paths:\n    \(line)\n"
    let verdict = Self.verdict(source)
    #expect(verdict.isRefused)
    let found = verdict.diagnostics.filter { $0.rule == AgentRules.unquotedGlob }
    #expect(found.count == 1)
    #expect(verdict.diagnostics.count { $0.severity == .error } == 1)
    #expect(found.first?.fix?.edits.map(\.replacement) == ["'\(glob)'"])
  }

  @Test func `a Git LFS pointer is no configuration`() {
    let verdict = Self.verdict(
      "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n")
    #expect(verdict.refusal == .json)
    #expect(verdict.diagnostics.map(\.rule) == [AgentRules.notRegularFile])
  }

  @Test func `what a manifest project says has the agent's defaults`() throws {
    let verdict = Self.verdict(Self.project("default_namespace: ''", "paths: []"))
    let project = try #require(verdict.configuration.manifestProjects.first)
    #expect(project.defaultNamespace == nil)
    #expect(project.usesDefaultGlob)
    #expect(project.globs.map(\.value) == [Array("**/*.{yaml,yml,json}".utf8)])
    #expect(project.prune)
    #expect(project.inventoryPolicy == "must_match")
  }

  @Test func `a hostile file keeps a bounded number of findings, and its verdict`() {
    let keys = (0..<12_000).map { "k\($0): 1\n" }.joined()
    let items = String(repeating: "{id: 5},", count: 12_000)
    let aliases =
      "x: &x {id: 5}\nci_access:\n  projects: ["
      + String(
        repeating: "*x,", count: 900) + "]\n"
    for source in [keys, "ci_access: {projects: [\(items)]}\n", aliases] {
      let verdict = Self.verdict(source)
      #expect(verdict.refusal == .json)
      #expect(verdict.diagnostics.count <= 200)
      #expect(verdict.hasMoreFindings == (source != aliases))
    }
  }

  @Test func `a refused file is still read as far as it goes`() {
    let verdict = Self.verdict(Self.project("paths: [{glob: /a/*.yaml}]", "nonsense: 1"))
    #expect(verdict.isRefused)
    #expect(
      verdict.configuration.manifestProjects.first?.globs.map(\.value)
        == [Array("/a/*.yaml".utf8)])
  }
}

@Suite struct `Settings that are checked after the decoding` {
  @Test(arguments: [
    "0 0 * * *", "*/5 1-3,7 1 jan-mar MON", "@daily", "@every 1h30m", "CRON_TZ=UTC 0 0 * * *",
    "0 0 ? * 0", "5/10 * * * *",
  ])
  func `a cron expression is taken`(text: String) {
    #expect(CronExpression.fault(in: text) == nil)
  }

  @Test(arguments: [
    "0 0 * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 7", "5-1 * * * *",
    "*/0 * * * *", "a * * * *", "@never", "@every x", "1-2-3 * * * *", "1/2/3 * * * *",
    "-1 * * * *",
  ])
  func `what is no cron expression is named`(text: String) {
    #expect(CronExpression.fault(in: text) != nil)
    let verdict = readConfiguration(
      Array("container_scanning: {cadence: '\(text)'}".utf8), version: "16.5")
    #expect(!verdict.isRefused)
    #expect(verdict.isRefusedByAgent)
    #expect(verdict.diagnostics.map(\.rule) == [AgentRules.cadence])
  }

  @Test(arguments: [
    ("max_active_hours_before_stop: 0", 1), ("max_active_hours_before_stop: 8760", 0),
    ("max_stopped_hours_before_termination: 8760", 1),
    ("workspaces_quota: -2", 1), ("workspaces_quota: '7'", 0),
    ("network_policy: {egress: [{allow: 10.0.0.0}]}", 1),
    ("network_policy: {egress: [{allow: 0.0.0.0/0, except: [10.0.0.0/8, 10.0.0.0/33]}]}", 1),
    ("dns_zone: 'bad_zone'", 1), ("allow_privilege_escalation: true", 1),
    ("allow_privilege_escalation: true\n  use_kubernetes_user_namespaces: true", 0),
    ("image_pull_secrets: [{name: a, namespace: b}, {name: a, namespace: c}]", 1),
    ("image_pull_secrets: [{name: a}]", 1),
    ("default_resources_per_workspace_container: {limits: {cpu: '1', memory: 1Gi}}", 1),
    ("enabled: true", 1),
  ])
  func `GitLab's limits of workspaces are known`(line: String, count: Int) {
    let verdict = readConfiguration(Array("remote_development:\n  \(line)\n".utf8), version: nil)
    #expect(!verdict.isRefused)
    #expect(verdict.diagnostics.count { $0.rule == AgentRules.laterCheck } == count)
  }

  @Test(arguments: [("my-apps", true), ("My_Apps", false), ("-a", false), ("a.b", false)])
  func `a default namespace is a DNS label`(name: String, isValid: Bool) {
    let verdict = readConfiguration(
      Array("ci_access: {projects: [{id: g/a, default_namespace: '\(name)'}]}".utf8), version: nil)
    #expect(verdict.diagnostics.contains { $0.rule == AgentRules.namespaceName } == !isValid)
  }
}

@Suite struct `Moving to Flux` {
  @Test(arguments: ["/deploy/**/*.{yaml,yml}", "**/*.{yml,yaml}", "a/b/**/*.{yaml,yml}"])
  func `a folder with all below it is a path`(glob: String) {
    #expect(FluxPath.difference(from: glob) == nil)
  }

  @Test(arguments: [
    ("/deploy/*.{yaml,yml}", "also takes what lies in folders below it"),
    ("/deploy/**/*.yaml", "also takes .yml files"),
    ("**/*.{yaml,yml,json}", "leaves .json files out"),
    ("/deploy/web.yaml", "a single file"), ("a/*/b/*.yaml", "not only those of the pattern"),
    ("a/**/web-*.yaml", "not only those of the pattern"),
  ])
  func `another glob is told with what differs`(glob: String, difference: String) throws {
    let text = try #require(FluxPath.difference(from: glob)).text
    #expect(text.contains(difference))
    let source = "gitops: {manifest_projects: [{id: g/a, paths: [{glob: '\(glob)'}]}]}"
    let verdict = readConfiguration(Array(source.utf8), version: "17.0")
    #expect(verdict.diagnostics.map(\.rule) == [AgentRules.gitopsDeprecated, AgentRules.fluxGlob])
  }
}
