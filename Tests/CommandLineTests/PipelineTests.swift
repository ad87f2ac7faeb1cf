import Foundation
import TestSupport
import Testing
import YAML

/// The template's own script lines, in a checkout as a GitLab runner makes it.
@Suite struct PipelineTests {
  /// The `script:` of the template's job, with the inputs filled in.
  static func script(options: String = "") throws -> String {
    let url = URL(fileURLWithPath: Sandbox.package + "/ci-templates/manifest-lint.gitlab-ci.yml")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      .replacing("$[[ inputs.options ]]", with: options)
    let tree = readYAML(Array(text.utf8), as: .manifests(.v0_34))
    let job = try #require(tree.documents.last?.root)
    let body = try #require(tree.effectiveMembers(job).first?.value)
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
}
