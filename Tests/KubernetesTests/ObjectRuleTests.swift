import Testing
import YAML

@testable import Kubernetes

/// What the rules find in manifests, by release where releases differ.
@Suite struct ObjectRuleTests {
  static func findings(
    _ manifest: String, versions: String = "1.36"
  ) throws -> [(rule: String, pointer: String, message: String)] {
    let tree = readYAML(Array(manifest.utf8), as: .manifests(.v0_34))
    let options = CheckOptions(versions: try #require(VersionSet(versions)))
    return checkManifests(tree, options: options).diagnostics.map {
      ($0.rule.id, $0.pointer ?? "", $0.message.text)
    }
  }

  private func rules(_ manifest: String, _ versions: String = "1.36") throws -> [String] {
    try Self.findings(manifest, versions: versions).map { "\($0.rule) \($0.pointer)" }
  }

  @Test(arguments: ObjectRules.all)
  func `a rule's bad example has the finding and its good one has none`(rule: Rule) throws {
    let bad = try Self.findings(rule.bad)
    #expect(bad.map(\.rule).contains(rule.id), "\(bad)\n\(rule.bad)")
    let good = try Self.findings(rule.good)
    #expect(good.isEmpty, "\(good)\n\(rule.good)")
  }

  @Test func `every rule has an id of its own in its category`() {
    #expect(Set(ObjectRules.all.map(\.id)).count == ObjectRules.all.count)
    #expect(ObjectRules.all.allSatisfy { $0.category == "object" })
  }

  @Test(arguments: [("v1", "reportingComponent"), ("events.k8s.io/v1", "reportingController")])
  func `an event's missing reporter is told under the name that its group has for it`(
    apiVersion: String, field: String
  ) throws {
    let found = try rules(
      """
      apiVersion: \(apiVersion)
      kind: Event
      metadata: {name: e, namespace: default}
      eventTime: "2026-01-31T12:00:00.000000Z"
      reportingInstance: i
      action: a
      reason: r
      type: Normal
      """)
    #expect(found == ["object/required-value /\(field)"])
  }

  @Test func `a selector that misses the template is told at the template's label`() throws {
    let bad = Example.spec(
      "apps/v1", "Deployment",
      """
      selector:
        matchLabels: {app: web}
      template:
        metadata:
          labels: {app: other}
        spec:
          containers: [{name: web, image: nginx:1}]
      """)
    let found = try Self.findings(bad)
    #expect(found.map(\.rule) == ["object/selector-mismatch"])
    #expect(found.map(\.pointer) == ["/spec/template/metadata/labels/app"])
    #expect(found.first?.message.contains("asks for app: web") == true)
  }

  /// The server names the map of a bad label; a person looks for the label.
  @Test func `a bad label is told at its place, under the field that the server names`() throws {
    let manifest = """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: a
        labels: {"a b": c, d: "e f", "g h": i}
      """
    let tree = readYAML(Array(manifest.utf8), as: .manifests(.v0_34))
    let found = checkManifests(tree).diagnostics
    #expect(found.map(\.pointer) == ["/metadata/labels", "/metadata/labels", "/metadata/labels"])
    #expect(
      found.map { String(decoding: tree.source[$0.range.bytes], as: UTF8.self) }
        == ["\"a b\"", "\"e f\"", "\"g h\""])
    #expect(found[1].message.text.hasPrefix("metadata.labels.d is \"e f\""))
  }

  @Test func `an absent field is named with its whole path`() throws {
    let found = try rules("apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\n")
    #expect(found.contains("object/required-value /spec/template/spec/containers"))
    #expect(found.contains("object/restart-policy /spec/template/spec/restartPolicy"))
  }

  @Test func `fields that came in by a merge key are seen`() throws {
    let manifest = """
      apiVersion: v1
      kind: Pod
      metadata: {name: a}
      spec:
        containers:
          - &one {name: one, image: nginx:1, ports: [{containerPort: 99999}]}
          - <<: *one
            name: two
      """
    let found = try rules(manifest)
    #expect(found == ["object/port-range /spec/containers/0/ports/0/containerPort"])
  }

  @Test func `what a Secret holds is never printed`() throws {
    let manifest = """
      apiVersion: v1
      kind: Secret
      metadata: {name: a}
      type: kubernetes.io/dockerconfigjson
      stringData: {.dockerconfigjson: geheim, "bad key": geheim}
      """
    let found = try Self.findings(manifest)
    #expect(found.map(\.rule) == ["object/config-key", "object/secret-data"])
    #expect(found.allSatisfy { !$0.message.contains("geheim") })
  }

  @Test func `no object has more findings than the limit, however much is wrong`() throws {
    let ports = Array(repeating: "{containerPort: 0}", count: 2000).joined(separator: ", ")
    let manifest = Example.container("ports: [\(ports)]")
    let found = try Self.findings(manifest).filter { $0.rule.hasPrefix("object/") }
    #expect(found.count == ObjectCheck.maximumFindings)
  }

  // MARK: Releases

  @Test(arguments: [
    ("1.31", true), ("1.32", false), ("1.30..1.33", true),
  ])
  func `an environment name with a blank is refused before 1.32`(
    versions: String, isRefused: Bool
  ) throws {
    let manifest = Example.container("env: [{name: has space, value: one}]")
    #expect(try rules(manifest, versions).contains { $0.hasPrefix("object/env") } == isRefused)
  }

  @Test(arguments: [("1.35", ["object/name-format /metadata/name"]), ("1.36", [])])
  func `a Service's name may begin with a digit from 1.36 on`(
    versions: String, expected: [String]
  ) throws {
    let manifest =
      "apiVersion: v1\nkind: Service\nmetadata: {name: 1a}\nspec: {ports: [{port: 80}]}"
    #expect(try rules(manifest, versions) == expected)
  }

  @Test(arguments: [("10.0.0.010", "1.35", false), ("10.0.0.010", "1.36", true)])
  func `addresses with leading zeros are refused from 1.36 on`(
    address: String, versions: String, isRefused: Bool
  ) throws {
    let manifest = Example.pod(
      "containers: [{name: a, image: b:1}]\nhostAliases: [{ip: \(address), hostnames: [a]}]")
    #expect(try rules(manifest, versions).isEmpty != isRefused)
  }

  @Test func `an autoscaler's target without group is an error from 1.34 and a warning before`()
    throws
  {
    let manifest = Example.spec(
      "autoscaling/v2", "HorizontalPodAutoscaler",
      "scaleTargetRef: {kind: Deployment, name: a}\nmaxReplicas: 2")
    for (version, severity) in [("1.33", Severity.warning), ("1.34", .error)] {
      let options = CheckOptions(versions: try #require(VersionSet(version)))
      let tree = readYAML(Array(manifest.utf8), as: .manifests(.v0_34))
      #expect(checkManifests(tree, options: options).diagnostics.map(\.severity) == [severity])
    }
  }
}
