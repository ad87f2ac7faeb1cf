import Foundation
import TestSupport
import Testing

/// What an administrator decides, on real pushes.
@Suite struct ServerTests {
  private static let misspell =
    "sed -i 's/containers:/contianers:/' deployment/deployment.yaml; git commit -qam bad"

  @Test func `the server says what becomes of each kind of branch`() throws {
    let box = try Sandbox.withServer(settings: "default_branch: warn\nother_branches: refuse")
    let outcome = try box.work(
      "git branch side; \(Self.misspell); git push -q origin main; git push -q origin main:other || echo refused"
    )
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("refused"))
    let ignored = try Sandbox.withServer(settings: "default_branch: ignore")
    let silent = try ignored.work("\(Self.misspell); git push -q origin main")
    #expect(silent.status == 0 && !silent.errors.contains("unknown-field"), "\(silent.text)")
  }

  @Test func `a repository cannot weaken what the server demands, but make it stricter`() throws {
    let lenient =
      "echo 'rules: {manifest/unknown-field: off}' > .gitlab/manifest-lint.yaml; git add ."
    let demanding = try Sandbox.withServer(settings: "rules: {manifest/unknown-field: error}")
    #expect(
      try demanding.work("\(lenient); \(Self.misspell); git push -q origin main || exit 9").status
        == 9)
    let whole = lenient.replacing("manifest/unknown-field", with: "manifest")
    #expect(
      try demanding.work("\(whole); \(Self.misspell); git push -q origin main || exit 9").status
        == 9)
    let deaf = try Sandbox.withServer(settings: "repository_settings: ignore")
    #expect(
      try deaf.work("\(lenient); \(Self.misspell); git push -q origin main || exit 9").status == 9)
    let open = try Sandbox.withServer(settings: "help_url: https://example.com")
    let accepted = try open.work("\(lenient); \(Self.misspell); git push -q origin main")
    #expect(accepted.status == 0, "\(accepted.text)")
    let strict = try Sandbox.withServer(
      settings: "fail_on: error\nrules: {manifest/unknown-field: warning}")
    let refused = try strict.work(
      """
      echo 'rules: {manifest/unknown-field: error}' > .gitlab/manifest-lint.yaml; git add .
      \(Self.misspell); git push -q origin main || exit 9
      """)
    #expect(refused.status == 9, "\(refused.text)")
  }

  @Test func `comments do not count where the server says so`() throws {
    let comment =
      "sed -i '1i # manifest-lint: disable-file=manifest/unknown-field -- no' deployment/*"
    let box = try Sandbox.withServer(settings: "inline_suppressions: false")
    #expect(
      try box.work("\(comment); \(Self.misspell); git push -q origin main || exit 9").status == 9)
    let open = try Sandbox.withServer(settings: "")
    let accepted = try open.work("\(comment); \(Self.misspell); git push -q origin main")
    #expect(accepted.status == 0, "\(accepted.text)")
  }

  @Test func `broken server settings refuse unless failures are accepted`() throws {
    let box = try Sandbox.withServer(settings: "no_such: 1")
    let outcome = try box.work("git push origin main || exit 9")
    #expect(outcome.status == 9)
    #expect(outcome.errors.contains("GL-HOOK-ERR: the manifest check could not run"))
    let late = try Sandbox.withServer(settings: "deadline: 0.000001s")
    #expect(try late.work("git push origin main || exit 9").status == 9)
    let open = try Sandbox.withServer(settings: "deadline: 0.000001s\non_failure: accept")
    let accepted = try open.work("git push origin main")
    #expect(accepted.status == 0, "\(accepted.text)")
    #expect(accepted.errors.contains("Nothing was checked; the push is accepted"))
  }

  @Test func `every push leaves one line in the audit log`() throws {
    let box = try Sandbox.withServer(settings: "audit_log: ../audit.jsonl")
    _ = try box.run(
      "git push -q origin main; \(Self.misspell); git push -q origin main || true",
      variables: [
        "GL_PROJECT_PATH": "demo/nginx", "GL_USERNAME": "a\"b", "GL_REPOSITORY": "project-1",
      ],
      directory: "work")
    let lines = try box.sh("cat audit.jsonl").split(separator: "\n")
    #expect(lines.count == 2)
    let objects = try lines.map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
    #expect(objects.map { $0["result"] as? String } == ["accepted", "refused"])
    #expect(objects.map { $0["findings"] as? Int } == [0, 1])
    #expect(objects.first?["user"] as? String == "a\"b")
  }

  @Test func `at most ten findings are told in a push`() throws {
    let box = try Sandbox.withServer(settings: "help_url: https://example.com/help")
    for number in 0..<15 {
      try box.write("work/deployment/\(number).yaml", "apiVersion: v1\nkind: ConfigMap\nname: x\n")
    }
    let outcome = try box.work("git add .; git commit -qm many; git push origin main || exit 9")
    #expect(outcome.status == 9)
    let lines = outcome.errors.split(separator: "\n").filter { $0.contains("GL-HOOK-ERR:") }
    #expect(lines.filter { $0.contains(": error ") }.count == 10, "\(outcome.errors)")
    #expect(
      outcome.errors.contains("and 5 more") && outcome.errors.contains("https://example.com/help"))
  }

  @Test func `the environment that Gitaly gives is enough`() throws {
    let box = try Sandbox.withServer(settings: "")
    // Gitaly passes no GIT_QUARANTINE_PATH and an absolute GIT_DIR, and hardly anything else.
    try box.write(
      "server.git/hooks/pre-receive",
      """
      #!/bin/sh
      exec env -i PATH="$PATH" GIT_DIR="$PWD" GIT_OBJECT_DIRECTORY="$GIT_OBJECT_DIRECTORY" \\
        GIT_ALTERNATE_OBJECT_DIRECTORIES="$GIT_ALTERNATE_OBJECT_DIRECTORIES" \\
        GL_ID=user-1 GL_PROJECT_PATH=demo/nginx GL_REPOSITORY=project-1 GL_PROTOCOL=web \\
        manifest-lint pre-receive

      """)
    try box.sh("chmod +x server.git/hooks/pre-receive")
    let outcome = try box.work(
      "git push -q origin main; \(Self.misspell); git push -q origin main || echo refused")
    #expect(outcome.status == 0 && outcome.output.contains("refused"), "\(outcome.text)")
  }
}
