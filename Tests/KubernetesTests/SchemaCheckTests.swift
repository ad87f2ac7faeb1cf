import Testing
import YAML

@testable import Kubernetes

@Suite struct SchemaCheckTests {
  private func check(
    _ value: Value, versions: String = "1.36", mode: CheckOptions.ApplyMode = .create
  ) throws -> FileVerdict {
    checkManifests(
      value.tree(),
      options: CheckOptions(versions: try #require(VersionSet(versions)), applyMode: mode))
  }

  private func configMap(_ data: Value) -> Value {
    ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a"], "data": data]
  }

  private func pod(_ spec: Value) -> Value {
    ["apiVersion": "v1", "kind": "Pod", "metadata": ["name": "a"], "spec": spec]
  }

  @Test func `a right object has no finding and is counted as checked`() throws {
    let verdict = try check(configMap(["a": "1"]))
    #expect(verdict.diagnostics.isEmpty)
    #expect(verdict.objects.map(\.identity.name) == ["a"])
    #expect(verdict.objects.map(\.checked) == [true])
  }

  @Test func `a number in a map of texts is a wrong type at the value, with a quoting fix`() throws
  {
    let verdict = try check(configMap(["a": .plain("1")]))
    let finding = try #require(verdict.diagnostics.first)
    #expect(finding.rule.id == "manifest/wrong-type")
    #expect(finding.pointer == "/data/a")
    #expect(finding.fix?.edits.first?.replacement == "\"1\"")
  }

  @Test(arguments: [2, 8, 9, 12, 13, 40])
  func `of two alike in a list of any length the second is told`(count: Int) throws {
    let last = count - 1
    let containers: [Value] = (0..<count).map {
      ["name": .text("c\($0 == last ? 0 : $0)"), "image": "b:1"]
    }
    let verdict = try check(pod(["containers": .list(containers)]))
    #expect(verdict.diagnostics.map(\.rule.id) == ["object/duplicate-container-name"])
    #expect(verdict.diagnostics.first?.pointer == "/spec/containers/\(last)/name")
    let ports: [Value] = (0..<count).map { ["containerPort": .plain("\($0 == last ? 1 : $0 + 1)")] }
    let warnings = try check(
      pod(["containers": [["name": "a", "image": "b:1", "ports": .list(ports)]]]))
    #expect(warnings.diagnostics.map(\.rule.id) == ["manifest/duplicate-list-key"])
    #expect(warnings.diagnostics.first?.pointer == "/spec/containers/0/ports/\(last)")
    #expect(warnings.diagnostics.first?.message.text.contains("(1,TCP)") == true)
  }

  @Test func `a misspelt field names the nearest one`() throws {
    let verdict = try check(pod(["contianers": []]))
    let finding = try #require(verdict.diagnostics.first)
    #expect(finding.rule.id == "manifest/unknown-field")
    #expect(finding.message.text.contains("did you mean \"containers\"?"))
  }

  @Test func `a field of a newer release is named with its release`() throws {
    let resources: Value = [
      "containers": [["name": "a", "image": "b:1"]], "resources": [:],
    ]
    let newest = try check(pod(resources))
    #expect(newest.diagnostics.isEmpty)
    let older = try check(pod(resources), versions: "1.30..1.33")
    let finding = try #require(older.diagnostics.first)
    #expect(finding.rule.id == "manifest/field-not-in-version")
    #expect(finding.message.text.contains("since 1.32"))
  }

  @Test func `a field that became another type is there in a range over the change`() throws {
    let claim: Value = [
      "apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": ["name": "a"],
      "spec": [
        "accessModes": ["ReadWriteOnce"], "resources": ["requests": ["storage": "1Gi"]],
      ],
    ]
    #expect(try check(claim, versions: "1.27..1.30").diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("1.27..1.30", "is served from 1.29 to 1.37; you check 1.27..1.30"),
    ("1.30,1.37", nil), ("1.28", "is served from 1.29 to 1.37; you check 1.28"),
  ])
  func `a kind must be served in all releases that are checked`(versions: String, words: String?)
    throws
  {
    let verdict = try check(
      [
        "apiVersion": "flowcontrol.apiserver.k8s.io/v1", "kind": "FlowSchema",
        "metadata": ["name": "a"],
      ], versions: versions)
    let finding = verdict.diagnostics.first { $0.rule == ManifestRules.unknownKind }
    #expect(finding.map { $0.message.text.contains(words ?? "?") } ?? (words == nil))
  }

  @Test func `a removed API is one finding with its replacement`() throws {
    let verdict = try check([
      "apiVersion": "policy/v1beta1", "kind": "PodDisruptionBudget", "metadata": ["name": "a"],
    ])
    #expect(verdict.diagnostics.map(\.rule.id) == ["manifest/removed-api"])
    #expect(verdict.diagnostics[0].message.text.contains("policy/v1 PodDisruptionBudget"))
  }

  @Test func `a foreign kind is a warning and not checked, an own one that is not there an error`()
    throws
  {
    let foreign = try check([
      "apiVersion": "example.com/v1", "kind": "Thing", "metadata": ["name": "a"],
    ])
    #expect(foreign.diagnostics.map(\.severity) == [.warning])
    #expect(foreign.objects.map(\.checked) == [false])
    let own = try check(["apiVersion": "v1", "kind": "Deployment", "metadata": ["name": "a"]])
    #expect(own.diagnostics.map(\.severity) == [.error])
    #expect(own.diagnostics[0].message.text.contains("apps/v1 Deployment"))
  }

  @Test func `a list is taken apart and each item judged with its pointer`() throws {
    let verdict = try check([
      "apiVersion": "v1", "kind": "List",
      "items": [configMap(["a": "1"]), configMap(["a": .plain("true")]), "text"],
    ])
    #expect(verdict.objects.map(\.pointer) == ["/items/0", "/items/1"])
    #expect(verdict.diagnostics.map(\.pointer) == ["/items/1/data/a", "/items/2"])
  }

  @Test func `two items of one key are a warning, and an error with server-side apply`() throws {
    let env: Value = [["name": "A", "value": "1"], ["name": "A", "value": "2"]]
    let spec: Value = ["containers": [["name": "a", "image": "b:1", "env": env]]]
    let create = try check(pod(spec))
    #expect(create.diagnostics.map(\.severity) == [.warning])
    let server = try check(pod(spec), mode: .server)
    #expect(server.diagnostics.map(\.severity) == [.error])
  }

  @Test func `a secret's value is never printed`() throws {
    let verdict = try check([
      "apiVersion": "v1", "kind": "Secret", "metadata": ["name": "a"],
      "data": ["a": .plain("918273"), "b": "geheim!"],
    ])
    #expect(verdict.diagnostics.count == 2)
    for finding in verdict.diagnostics {
      #expect(!finding.message.text.contains("918273"))
      #expect(!finding.message.text.contains("geheim"))
    }
  }

  @Test(arguments: [
    ("64Mi", true), ("1e3", true), ("500m", true), (".5", true), ("64 MB", false), ("", false),
    ("1.2.3", false), ("1e", false), ("1E", true), ("K", false),
  ])
  func `quantities are read as the server reads them`(text: String, isGood: Bool) {
    #expect(TextForms.isQuantity(Array(text.utf8)[...]) == isGood)
  }

  @Test func `a micro time needs six digits of fraction and a time needs none`() {
    #expect(TextForms.isTime(Array("2024-01-01T00:00:00Z".utf8)[...]))
    #expect(!TextForms.isTime(Array("2024-02-30T00:00:00Z".utf8)[...]))
    #expect(!TextForms.isTime(Array("2024-01-01T00:00:00Z".utf8)[...], micro: true))
    #expect(TextForms.isTime(Array("2024-01-01T00:00:00.000000Z".utf8)[...], micro: true))
  }

  @Test func `a value nested beyond the limit stops the check and says so`() throws {
    var options = CheckOptions()
    options.maximumDepth = 2
    let verdict = checkManifests(
      pod(["containers": [["name": "a"]]]).tree(), options: options)
    #expect(verdict.diagnostics.map(\.rule.id) == ["manifest/too-deep"])
    #expect(verdict.objects.map(\.checked) == [false])
  }
}
