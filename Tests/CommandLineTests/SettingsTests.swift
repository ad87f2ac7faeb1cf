import Foundation
import TestSupport
import Testing

@Suite struct SettingsTests {
  private static let misspell = "sed -i 's/containers:/contianers:/' deployment/deployment.yaml"

  @Test func `the settings come from the tree that is checked, and the command line wins`() throws {
    let box = try Sandbox.withExample()
    let outcome = try box.work(
      """
      \(Self.misspell); echo 'rules: {manifest/unknown-field: warning}' > .gitlab/manifest-lint.yaml
      git add .; git commit -qm lenient; echo 'rules: {' > .gitlab/manifest-lint.yaml
      manifest-lint check --rev HEAD; echo "rev $?"
      manifest-lint check --rev HEAD --rule manifest/unknown-field=error; echo "option $?"
      manifest-lint check --rev HEAD --no-settings; echo "none $?"
      manifest-lint check; echo "disk $?"
      MANIFEST_LINT_RULES=manifest/unknown-field=off manifest-lint check --rev HEAD; echo "variable $?"
      """.replacing("; echo \"", with: " && r=0 || r=$?; echo \"").replacing("$?\"", with: "$r\""))
    for line in ["rev 0", "option 1", "none 1", "disk 2", "variable 0"] {
      #expect(outcome.output.contains(line), "\(line)\n\(outcome.text)")
    }
    #expect(outcome.errors.contains("manifest-lint: .gitlab/manifest-lint.yaml:"))
  }

  @Test func `a category stands for its rules, and what is said last counts`() throws {
    let box = try Sandbox.withExample()
    let outcome = try box.work(
      """
      \(Self.misspell)
      manifest-lint check --rule manifest=off; echo "off $?"
      manifest-lint check --rule manifest=off --rule manifest/unknown-field=error && r=0 || r=$?; echo "last $r"
      manifest-lint check --rule manifests=off || echo "unknown $?"
      """)
    for line in ["off 0", "last 1", "unknown 2"] {
      #expect(outcome.output.contains(line), "\(line)\n\(outcome.text)")
    }
    #expect(outcome.errors.contains("there is no rule 'manifests'; did you mean manifest?"))
  }

  @Test(arguments: [
    (
      "kubernetes-version: '1.30'",
      ":1:1: unknown setting 'kubernetes-version'; did you mean kubernetes_version?"
    ),
    ("kubernetes_version: [1]", ":1:21: 'kubernetes_version' takes a value"),
    ("inline_suppressions: perhaps", "takes true or false"),
    ("on_failure: accept", "may stand in a server's settings only"),
    ("- a", "a mapping of settings is expected"),
    ("rules: {no/such: off}", "there is no rule 'no/such'"),
    ("limits: {no-such: 1}", "there is no limit 'no-such'"),
  ])
  func `a setting that is not understood is wrong usage with its place`(
    text: String, message: String
  ) throws {
    let box = try Sandbox.withExample()
    try box.write("work/.manifest-lint.yaml", text + "\n")
    let outcome = try box.work("manifest-lint check || exit $?")
    #expect(outcome.status == 2, "\(outcome.text)")
    #expect(outcome.errors.contains(message), "\(outcome.text)")
  }

  @Test func `a switch that is off is off`() throws {
    let box = try Sandbox.withExample()
    try box.write("work/.gitlab/manifest-lint.yaml", "require_agents: false\nexclude: []\n")
    let outcome = try box.work("git rm -rqf .gitlab/agents; manifest-lint check || exit $?")
    #expect(outcome.status == 0, "\(outcome.text)")
    try box.write("work/.gitlab/manifest-lint.yaml", "require_agents: true\n")
    #expect(try box.work("manifest-lint check || exit $?").status == 1)
  }

  @Test func `the settings in force are told with where they come from`() throws {
    let box = try Sandbox.withExample()
    try box.write(
      "work/.gitlab/manifest-lint.yaml",
      "kubernetes_version: '1.30'\nfail_on: warning\nrules: {yaml/octal: off}\nlimits: {findings: 5}\n"
    )
    let outcome = try box.run(
      "manifest-lint settings --fail-on error --rule yaml/octal=error",
      variables: ["MANIFEST_LINT_PROJECT": "demo/nginx"], directory: "work")
    #expect(
      outcome.output == """
        fail_on: error  # command line
        kubernetes_version: 1.30  # .gitlab/manifest-lint.yaml
        limits: {findings: 5}  # .gitlab/manifest-lint.yaml
        project: demo/nginx  # environment
        rules: {yaml/octal: error}  # command line
        rules: {yaml/octal: off}  # .gitlab/manifest-lint.yaml

        """, "\(outcome.text)")
    #expect(try box.work("manifest-lint settings --check").status == 0)
    try box.write("work/.gitlab/manifest-lint.yaml", "kubernetes_version: '9.9'\n")
    #expect(try box.work("manifest-lint settings --check || exit $?").status == 2)
  }

  @Test func `the JSON Schema in the docs is the one that the program prints`() throws {
    let schema = try Sandbox().run("manifest-lint settings --schema").output
    let shipped = try Data(
      contentsOf: URL(fileURLWithPath: "\(Sandbox.package)/docs/settings.schema.json"))
    #expect(schema == String(decoding: shipped, as: UTF8.self), "run scripts/generate-docs")
    let object = try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any]
    #expect((object?["properties"] as? [String: Any])?["rules"] != nil)
  }

  @Test func `a settings file that the globs select is told as what it is`() throws {
    let box = try Sandbox.withExample()
    let outcome = try box.work(
      "echo 'fail_on: error' > .manifest-lint.yaml; manifest-lint check || exit $?")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("error glob/not-a-manifest"), "\(outcome.text)")
    #expect(outcome.output.contains(".gitlab/manifest-lint.yaml"))
    let both = try box.work(
      "cp .manifest-lint.yaml .gitlab/manifest-lint.yaml; manifest-lint check || exit $?")
    #expect(both.status == 2)
  }

  @Test func `comments with a reason silence findings, and unused ones are told`() throws {
    let box = try Sandbox.withExample()
    let comment = "# manifest-lint: disable=manifest/unknown-field"
    try box.write(
      "work/deployment/a.yaml",
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: a}
      datta: {}  \(comment) -- ours
      \(comment) -- on the next line
      binaryDatta: {}
      \(comment)
      imutable: true
      \(comment) -- nothing there

      """)
    let outcome = try box.work("manifest-lint check || exit $?")
    #expect(outcome.status == 1)
    let lines = outcome.output.split(separator: "\n").filter { $0.hasPrefix("deployment/a.yaml") }
    #expect(
      lines.map {
        $0.split(separator: ":").prefix(3).joined(separator: ":")
          + $0.split(separator: ":")[3].prefix(40)
      } == [
        "deployment/a.yaml:7:1 warning lint/suppression-malformed",
        "deployment/a.yaml:8:1 error manifest/unknown-field",
        "deployment/a.yaml:9:1 info lint/suppression-unused",
      ], "\(outcome.text)")
    #expect(outcome.errors.contains("2 suppressed"))
    let strict = try box.work("manifest-lint check --no-inline-suppressions || exit $?")
    #expect(strict.output.contains("deployment/a.yaml:4:1: error"))
  }

  @Test
  func `a baseline takes known findings out, survives shifted lines and tells what is mended`()
    throws
  {
    let box = try Sandbox.withExample()
    let outcome = try box.work(
      """
      \(Self.misspell)
      manifest-lint check --write-baseline known.json
      sed -i '1i # a comment' deployment/deployment.yaml
      manifest-lint check --baseline known.json
      sed -i 's/replicas: 1/replicas: "two"/' deployment/deployment.yaml
      manifest-lint check --baseline known.json || echo "new $?"
      git checkout -q deployment
      manifest-lint check --baseline known.json
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("new 1"))
    #expect(outcome.output.contains("lint/baseline-stale"))
    let wrong = try box.work("echo '[]' > b.json; manifest-lint check --baseline b.json || exit $?")
    #expect(wrong.status == 2)
  }
}
