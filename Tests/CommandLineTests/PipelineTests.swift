import Foundation
import TestSupport
import Testing
import YAML

/// The template's own script lines, in a checkout as a GitLab runner makes it.
@Suite struct PipelineTests {
  /// The `script:` of the template's job, with the inputs filled in.
  ///
  /// - Parameter number: of the job, from 0.
  static func script(
    options: String = "", of template: String = "manifest-lint", job number: Int = 0
  ) throws -> String {
    let url = URL(
      fileURLWithPath: Sandbox.package + "/ci-templates/\(template).gitlab-ci.yml")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      .replacing("$[[ inputs.options ]]", with: options)
    let tree = readYAML(Array(text.utf8), as: .manifests(.v0_34))
    let jobs = try #require(tree.documents.last?.root)
    // The first jobs are those that the others extend.
    let body = try #require(Array(tree.effectiveMembers(jobs)).dropFirst(number).first?.value)
    let script = try #require(
      tree.effectiveMembers(body).first { tree.text($0.key) == "script" }?.value)
    return tree.children(script).map(tree.text).joined(separator: "\n")
  }

  /// Fetches one commit without history and detaches HEAD, as the runner does.
  static let checkout = """
    mkdir builds; cd builds; git init -q; git remote add origin "file://$PWD/../work"
    git fetch -q --depth 1 origin "$CI_COMMIT_SHA"; git checkout -qf FETCH_HEAD
    """

  private func run(_ box: Sandbox, options: String = "") throws -> Sandbox.Outcome {
    try box.run(
      "\(Self.checkout)\n\(try Self.script(options: options)) || exit $?",
      variables: [
        "CI": "true", "GITLAB_CI": "true", "CI_PROJECT_PATH": "demo/nginx",
        "CI_PROJECT_VISIBILITY": "private", "CI_DEFAULT_BRANCH": "main",
        "CI_COMMIT_SHA": try box.sh("git -C work rev-parse HEAD"),
      ])
  }

  private func read(_ box: Sandbox, _ name: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: "\(box.path)/builds/\(name)")),
      as: UTF8.self)
  }

  @Test func `a clean commit passes and the reports are there`() throws {
    let box = try Sandbox.withExample()
    let outcome = try run(box, options: "--gitlab-version 15.7")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try read(box, "gl-code-quality-report.json").trimmingCharacters(in: .newlines) == "[]")
    #expect(try read(box, "manifest-lint-junit.xml").contains("failures=\"0\""))
    #expect(try read(box, "manifest-lint.json").contains("\"agents\""))
  }

  @Test func `four parallel jobs and their merge write the reports of one job`() throws {
    let box = try Sandbox.withExample()
    for number in 0..<30 {
      try box.write(
        "work/deployment/\(number).yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c\(number % 25)}\nx: \(number)\n")
    }
    try box.sh("cd work; git add .; git commit -qm many")
    let whole = try run(box)
    #expect(whole.status == 1, "\(whole.text)")
    let template = "manifest-lint-sharded"
    // Each job has a checkout of its own; artifacts are what comes over.
    let outcome = try box.run(
      """
      mv builds whole
      for CI_NODE_INDEX in 1 2 3 4; do
        export CI_NODE_INDEX
        (\(Self.checkout)
        \(try Self.script(of: template)) > /dev/null) || exit 9
        mv builds/manifest-lint-shard-$CI_NODE_INDEX.json .; rm -rf builds
      done
      \(Self.checkout)
      mv ../manifest-lint-shard-*.json .
      \(try Self.script(of: template, job: 1)) || status=$?
      for file in gl-code-quality-report.json manifest-lint-junit.xml manifest-lint.sarif \\
        manifest-lint.json manifest-lint.md; do cmp $file ../whole/$file; done
      exit $status
      """,
      variables: [
        "CI": "true", "GITLAB_CI": "true", "CI_PROJECT_PATH": "demo/nginx",
        "CI_PROJECT_VISIBILITY": "private", "CI_DEFAULT_BRANCH": "main", "CI_NODE_TOTAL": "4",
        "CI_COMMIT_SHA": try box.sh("git -C work rev-parse HEAD"),
      ])
    #expect(outcome.status == 1, "\(outcome.text)")
    #expect(outcome.output == whole.output)
  }

  @Test func `an error fails the job and stands in every report`() throws {
    let box = try Sandbox.withExample()
    try box.sh("cd work; sed -i 's/containers:/contianers:/' deployment/*; git commit -qam bad")
    let outcome = try run(box)
    #expect(outcome.status == 1, "\(outcome.text)")
    for report in ["gl-code-quality-report.json", "manifest-lint-junit.xml", "manifest-lint.json"] {
      #expect(try read(box, report).contains("manifest/unknown-field"), "\(report)")
    }
  }

  @Test func `warnings alone have the exit status that allow_failure names`() throws {
    let box = try Sandbox.withExample()
    try box.sh(
      "cd work; git mv .gitlab/agents/gitops/config.yaml .gitlab/agents/gitops/config.yml; git commit -qm x"
    )
    let outcome = try run(box)
    #expect(outcome.status == 4, "\(outcome.text)")
  }

  @Test func `a merged result is checked as it is checked out, whatever the variables say`() throws
  {
    let box = try Sandbox.withExample()
    try box.sh(
      """
      cd work; git checkout -qb side; sed -i 's/containers:/contianers:/' deployment/*; git commit -qam bad
      git checkout -q main; echo x > x.txt; git add .; git commit -qm x
      git checkout -q --detach; git merge -q --no-edit side; git update-ref refs/merge-requests/1/merge HEAD
      git init -q ../builds; cd ../builds
      git fetch -q --depth 1 "file://$PWD/../work" refs/merge-requests/1/merge; git checkout -qf FETCH_HEAD
      """)
    let outcome = try box.run(
      "cd builds; \(try Self.script()) || exit $?",
      variables: [
        "CI": "true", "CI_PIPELINE_SOURCE": "merge_request_event", "CI_PROJECT_PATH": "fork/nginx",
        "CI_MERGE_REQUEST_PROJECT_PATH": "demo/nginx",
        "CI_MERGE_REQUEST_EVENT_TYPE": "merged_result",
        "CI_COMMIT_SHA": try box.sh("git -C work rev-parse side"),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": try box.sh("git -C work rev-parse main~1"),
      ])
    #expect(
      outcome.status == 1 && outcome.output.contains("manifest/unknown-field"), "\(outcome.text)")
    #expect(!outcome.output.contains("project/"), "\(outcome.text)")
  }

  @Test func `a partial clone with a checkout is enough`() throws {
    let box = try Sandbox.withExample()
    let outcome = try box.run(
      """
      git -C work config uploadpack.allowFilter true
      git clone -q --depth 1 --filter=blob:none "file://$PWD/work" builds; cd builds
      manifest-lint ci --project demo/nginx
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test func `a change that takes the last configuration away is told where its base is at hand`()
    throws
  {
    let box = try Sandbox.withExample()
    let outcome = try box.work(
      """
      export CI_COMMIT_BEFORE_SHA=$(git rev-parse HEAD); git rm -qr .gitlab; git commit -qm x
      manifest-lint ci; CI_COMMIT_BEFORE_SHA=0000000000000000000000000000000000000001 manifest-lint ci
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("warning agent/last-removed"))
    #expect(outcome.output.contains("info agent/none"))
  }

  @Test func `reports link to the commit's files and to the rules' pages`() throws {
    let box = try Sandbox.withExample()
    let outcome = try box.work(
      "sed -i 's/containers:/contianers:/' deployment/*; git commit -qam x; manifest-lint ci --format markdown || true",
      variables: [
        "CI_PROJECT_URL": "https://example.com/demo/nginx", "CI_COMMIT_SHA": "abc",
        "MANIFEST_LINT_RULE_PAGES": "https://example.com/rules",
      ])
    #expect(
      outcome.output.contains(
        "https://example.com/demo/nginx/-/blob/abc/deployment/deployment.yaml"),
      "\(outcome.text)")
    #expect(outcome.output.contains("https://example.com/rules/manifest/unknown-field.md"))
  }

  @Test func `an empty NO_COLOR forbids no colours, one with a value does`() throws {
    let box = try Sandbox.withExample()
    let outcome = try box.work(
      """
      export CLICOLOR_FORCE=1
      NO_COLOR= manifest-lint check --gitlab-version 15.7 | grep -c "$(printf '\\033')"
      NO_COLOR=1 manifest-lint check --gitlab-version 15.7 | grep -c "$(printf '\\033')" || true
      """)
    #expect(outcome.output.hasPrefix("1\n") && outcome.output.hasSuffix("\n0\n"), "\(outcome.text)")
  }

  // MARK: The templates

  static let templates = [
    "ci-templates/manifest-lint.gitlab-ci.yml", "templates/manifest-lint/template.yml",
    "ci-templates/manifest-lint-sharded.gitlab-ci.yml",
    "templates/manifest-lint-sharded/template.yml",
  ]

  private static func text(_ template: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: Sandbox.package + "/" + template)),
      as: UTF8.self)
  }

  @Test func `the include and the component are the same jobs`() throws {
    let parts = try Self.templates.map {
      try Self.text($0).split(separator: "spec:\n", maxSplits: 1)
    }
    #expect(parts.allSatisfy { $0.count == 2 })
    #expect(parts[0].last == parts[1].last && parts[2].last == parts[3].last)
  }

  @Test(
    .enabled(if: Tool.isThere("check-jsonschema"), "check-jsonschema is not installed"),
    arguments: templates)
  func `the template is valid by GitLab's published schema`(template: String) throws {
    var text = try Self.text(template)
    for (name, value) in [
      "job": "lint", "stage": "test", "image": "example.com/image:1", "options": "--quiet",
      "rule_pages": "https://example.com", "shards": "4",
    ] {
      text = text.replacing("$[[ inputs.\(name) ]]", with: value)
    }
    #expect(!text.contains("$[["), "an input without a sample")
    let box = try Sandbox()
    let parts = text.split(separator: "---\n", maxSplits: 1).map(String.init)
    try #require(parts.count == 2)
    try box.write("header.yml", parts[0])
    try box.write("jobs.yml", parts[1])
    let outcome = try box.run(
      "check-jsonschema --builtin-schema vendor.gitlab-ci header.yml jobs.yml")
    #expect(outcome.status == 0, "\(outcome.text)")
  }
}
