import Foundation
import TestSupport
import Testing

/// `manifests` in place of kubeconform: its flags, shapes and exit status.
@Suite struct KubeconformTests {
  static let good = """
    apiVersion: v1
    kind: ReplicationController
    metadata: {name: bob}
    spec:
      replicas: 2
      selector: {app: nginx}
      template:
        metadata: {labels: {app: nginx}}
        spec: {containers: [{name: nginx, image: nginx}]}

    """
  static var bad: String { good.replacing("replicas: 2", with: "replicas: asd") }
  static let other = """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: a, namespace: b}

    """

  private func sandbox() throws -> Sandbox {
    let box = try Sandbox()
    try box.write("valid.yaml", Self.good)
    try box.write("invalid.yaml", Self.bad)
    try box.write("folder/a.yaml", Self.other + "---\n" + Self.good)
    try box.write("folder/b.yml", Self.other)
    try box.write("folder/c.txt", "no manifest")
    try box.write("extra.yaml", Self.good + "extra: 1\n")
    try box.write("twice.yaml", Self.other + "data: {}\ndata: {}\n")
    try box.write("blank.yaml", "---\n# nothing\n")
    try box.write("thing.yaml", CustomKindTests.thing)
    try box.write("kindless.yaml", "apiVersion: v1\nmetadata: {name: a}\n")
    try box.write("broken.yaml", "a: [\n")
    try box.write("job.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: pi-}\n")
    try box.write(
      "list.yaml",
      "apiVersion: v1\nkind: List\nitems:\n"
        + [Self.good, Self.bad].map {
          "- " + $0.split(separator: "\n").joined(separator: "\n  ") + "\n"
        }.joined())
    return box
  }

  @Test(arguments: [
    (
      "-summary valid.yaml", 0,
      "Summary: 1 resource found in 1 file - Valid: 1, Invalid: 0, Errors: 0, Skipped: 0\n"
    ),
    (
      "-summary folder", 0,
      "Summary: 3 resources found in 2 files - Valid: 3, Invalid: 0, Errors: 0, Skipped: 0\n"
    ),
    ("-verbose -strict valid.yaml", 0, "valid.yaml - ReplicationController bob is valid\n"),
    ("-strict valid.yaml", 0, ""),
    (
      "-strict=false --summary=true blank.yaml", 0,
      "Summary: 0 resource found in 1 file - Valid: 0, Invalid: 0, Errors: 0, Skipped: 0\n"
    ),
    (
      "-n 2 not-here", 1,
      "not-here - failed validation: lstat not-here: no such file or directory\n"
    ),
    (
      "-summary extra.yaml", 0,
      "Summary: 1 resource found in 1 file - Valid: 1, Invalid: 0, Errors: 0, Skipped: 0\n"
    ),
    ("-n 4 twice.yaml", 0, ""),
    (
      "-output text thing.yaml", 1,
      "thing.yaml - Thing a failed validation: could not find schema for Thing\n"
    ),
    (
      "-ignore-missing-schemas -summary thing.yaml", 0,
      "Summary: 1 resource found in 1 file - Valid: 0, Invalid: 0, Errors: 0, Skipped: 1\n"
    ),
    (
      "-verbose -skip ReplicationController valid.yaml", 0,
      "valid.yaml - bob ReplicationController skipped\n"
    ),
    (
      "-verbose -skip v1/ReplicationController valid.yaml", 0,
      "valid.yaml - bob ReplicationController skipped\n"
    ),
    (
      "-verbose -skip v2/ReplicationController valid.yaml", 0,
      "valid.yaml - ReplicationController bob is valid\n"
    ),
    (
      "-reject ReplicationController valid.yaml", 1,
      "valid.yaml - ReplicationController bob failed validation: prohibited resource kind ReplicationController\n"
    ),
    (
      "-output tap valid.yaml", 0,
      "TAP version 13\nok 1 - valid.yaml (v1/ReplicationController//bob)\n1..1\n"
    ),
    ("-verbose job.yaml", 0, "job.yaml - ConfigMap pi-{{ generateName }} is valid\n"),
    (
      "-output text kindless.yaml", 1,
      "kindless.yaml - failed validation: error while parsing: missing 'kind' key\n"
    ),
    (
      "-summary --ignore-filename-pattern invalid --ignore-filename-pattern '^l' invalid.yaml list.yaml valid.yaml",
      0, "Summary: 1 resource found in 1 file - Valid: 1, Invalid: 0, Errors: 0, Skipped: 0\n"
    ),
    (
      "-kubernetes-version 1.36.2 -verbose valid.yaml", 0,
      "valid.yaml - ReplicationController bob is valid\n"
    ),
    (
      "-kubernetes-version master -verbose valid.yaml", 0,
      "valid.yaml - ReplicationController bob is valid\n"
    ),
    (
      "-verbose valid.yaml -output json", 0,
      """
      {
        "resources": [
          {
            "filename": "valid.yaml",
            "kind": "ReplicationController",
            "name": "bob",
            "version": "v1",
            "status": "statusValid",
            "msg": ""
          }
        ]
      }

      """
    ),
    (
      "-summary -output json valid.yaml", 0,
      """
      {
        "resources": [],
        "summary": {
          "valid": 1,
          "invalid": 0,
          "errors": 0,
          "skipped": 0
        }
      }

      """
    ),
    (
      "-output pretty -verbose valid.yaml", 0,
      "\u{1B}[32m\u{2714}\u{1B}[0m valid.yaml: \u{1B}[32mReplicationController bob is valid\u{1B}[0m\n"
    ),
    ("-cache /nowhere -insecure-skip-tls-verify -debug valid.yaml", 0, ""),
  ])
  func `what that tool prints is printed`(words: String, status: Int, output: String) throws {
    let outcome = try sandbox().run("manifest-lint manifests \(words)")
    #expect(outcome.output == output, "\(outcome.text)")
    #expect(outcome.status == Int32(status), "\(outcome.text)")
  }

  @Test func `standard input is read when nothing is named`() throws {
    for operand in ["", "-"] {
      let outcome = try sandbox().run(
        "manifest-lint manifests -summary \(operand) < list.yaml || exit $?")
      #expect(outcome.status == 1)
      let lines = outcome.output.split(separator: "\n")
      #expect(
        lines[0].hasPrefix(
          "stdin - ReplicationController bob is invalid: problem validating schema. Check JSON formatting: - at '/spec/replicas': "
        ))
      #expect(
        lines[1]
          == "Summary: 2 resources found parsing stdin - Valid: 1, Invalid: 1, Errors: 0, Skipped: 0"
      )
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test func `strict refuses unknown and repeated fields`() throws {
    let box = try sandbox()
    let extra = try box.run("manifest-lint manifests -strict extra.yaml")
    #expect(extra.status == 1)
    #expect(extra.output.contains("extra.yaml - ReplicationController bob is invalid"))
    let twice = try box.run("manifest-lint manifests -strict twice.yaml")
    #expect(twice.status == 1)
    #expect(twice.output.contains("a failed validation: error unmarshalling resource"))
  }

  @Test func `JSON tells path and message of every error`() throws {
    let outcome = try sandbox().run(
      "manifest-lint manifests -output json -summary invalid.yaml broken.yaml")
    struct Record: Decodable {
      struct Resource: Decodable {
        struct Fault: Decodable { var path, msg: String }
        var filename, kind, name, version, status, msg: String
        var validationErrors: [Fault]?
      }
      var resources: [Resource]
      var summary: [String: Int]
    }
    let record = try JSONDecoder().decode(Record.self, from: Data(outcome.output.utf8))
    #expect(record.resources.map(\.status) == ["statusError", "statusInvalid"])
    #expect(record.resources[1].validationErrors?.map(\.path) == ["/spec/replicas"])
    #expect(record.summary == ["valid": 0, "invalid": 1, "errors": 1, "skipped": 0])
  }

  @Test func `JUnit has one suite a file and one case an object`() throws {
    let outcome = try sandbox().run("manifest-lint manifests -output junit folder list.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("<testsuites name=\"kubeconform\""))
    #expect(outcome.output.contains("<testcase name=\"b/a\" classname=\"ConfigMap@v1\"/>"))
    #expect(
      outcome.output.contains("<testsuite name=\"list.yaml\" id=\"3\" tests=\"2\" failures=\"1\""))
  }

  @Test func `wrong flags are refused with that tool's words and status`() throws {
    let box = try sandbox()
    let unknown = try box.run("manifest-lint manifests -summary -xyz valid.yaml")
    #expect(unknown.status == 1)
    #expect(unknown.errors.hasPrefix("flag provided but not defined: -xyz"))
    let version = try box.run("manifest-lint manifests -kubernetes-version latest valid.yaml")
    #expect(version.status == 1)
    #expect(
      version.errors.hasPrefix(
        "invalid value \"latest\" for flag -kubernetes-version: latest is not a valid version."))
    for flags in [
      "-output nothing", "-schema-location 'foo {{ .Foo }}'", "-n x", "-strict=2",
    ] {
      #expect(try box.run("manifest-lint manifests \(flags) valid.yaml").status == 1, "\(flags)")
    }
    let template = try box.run(
      "manifest-lint manifests -schema-location 'foo {{ .Foo }}' valid.yaml")
    #expect(template.errors.hasPrefix("failed initialising"))
  }

  @Test func `after the first error nothing more is told when that is asked for`() throws {
    let box = try sandbox()
    let outcome = try box.run("manifest-lint manifests -exit-on-error invalid.yaml list.yaml")
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.status == 1)
  }

  @Test func `a release beyond the catalogue is checked as the nearest and said`() throws {
    let outcome = try sandbox().run("manifest-lint manifests -kubernetes-version 1.18.0 valid.yaml")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("1.18 is not in the catalogue; checked against 1.25"))
  }

  @Test func `our own formats and options go with those flags`() throws {
    let box = try sandbox()
    let ours = try box.run("manifest-lint manifests -strict --format text invalid.yaml")
    #expect(ours.status == 1)
    #expect(ours.output.hasPrefix("invalid.yaml:5:13: error manifest/wrong-type"))
    let tuned = try box.run(
      "manifest-lint manifests -summary --rule manifest/wrong-type=warning invalid.yaml --report json=r.json; cat r.json"
    )
    #expect(tuned.output.hasPrefix("Summary: 1 resource found in 1 file - Valid: 1,"))
    #expect(tuned.output.contains("\"manifest/wrong-type\""))
    #expect(try box.run("manifest-lint manifests -v").output.hasPrefix("v"))
  }

  @Test func `schema files are found with that tool's templates and strictness`() throws {
    let box = try sandbox()
    try box.write("s/v1.30.0-standalone-strict/thing-example-v1.json", CustomKindTests.schema)
    let strict = "-schema-location default -schema-location s -kubernetes-version 1.30.0"
    #expect(
      try box.run("manifest-lint manifests \(strict) -strict thing.yaml").output
        .contains("Thing a is invalid"))
    #expect(
      try box.run("manifest-lint manifests \(strict) thing.yaml").output
        .contains("could not find schema for Thing"))
  }
}
