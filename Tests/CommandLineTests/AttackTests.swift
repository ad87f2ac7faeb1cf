import Foundation
import TestSupport
import Testing

/// What somebody who may push tries, and what others on the server try.
@Suite struct AttackTests {
  private static let misspell =
    "sed -i 's/containers:/contianers:/' deployment/deployment.yaml; git commit -qam bad"

  // MARK: Paths and names

  @Test func `symbolic links are never followed, wherever they point`() throws {
    let box = try Sandbox.withServer()
    try box.write("secret.yaml", "kind: Secret\ndata: {password: aHVudGVyMg==}\n")
    let outcome = try box.work(
      """
      ln -s ../../secret.yaml deployment/secret.yaml; ln -s /etc/passwd deployment/passwd.yaml
      mkdir -p .gitlab/agents/linked; ln -s ../../../../secret.yaml .gitlab/agents/linked/config.yaml
      ln -s ../secret.yaml .manifest-lint.yaml
      git add .; git commit -qm links; git push -q origin main || exit 9
      """)
    #expect(outcome.status == 9, "\(outcome.text)")
    #expect(!outcome.text.contains("aHVudGVyMg") && !outcome.text.contains("root:x"))
    #expect(outcome.errors.contains("symbolic link"), "\(outcome.text)")
  }

  @Test func `paths that lead out of the repository are labels and nothing else`() throws {
    let box = try Sandbox.withServer()
    try box.write("outside.yaml", "kind: [\n")
    // git's own commands refuse to make such a tree; an attacker does not use them.
    let outcome = try box.work(
      """
      blob=$(git rev-parse HEAD:deployment/deployment.yaml)
      inner=$(printf '100644 blob %s\\toutside.yaml\\n' $blob | git mktree)
      tree=$(git ls-tree HEAD | { cat; printf '040000 tree %s\\t..\\n' $inner; } | git mktree)
      commit=$(git commit-tree -m dots $tree); git push -q origin $commit:refs/heads/main
      """)
    #expect(!outcome.text.contains("outside.yaml:1:"), "\(outcome.text)")
    #expect(!outcome.errors.contains("GL-HOOK-ERR: the manifest check could not run"))
  }

  @Test func `control characters of names and values do not reach the pusher's terminal`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      name=$(printf 'deployment/\\033[2J\\nGL-HOOK-ERR: forged\\r.yaml')
      printf 'apiVersion: v1\\nkind: "Conf\\033]0;x\\007Map\\\\e[1m"\\nmetadata: {name: a}\\n' > "$name"
      git add .; git commit -qm x; git push -q origin main || exit 9
      """)
    #expect(outcome.status == 9, "\(outcome.text)")
    let bytes = outcome.errors.utf8.filter { $0 == 0x1B || $0 == 0x07 || $0 == 0x0D }
    #expect(bytes.isEmpty, "\(Array(outcome.errors.utf8))")
    #expect(!outcome.errors.contains("\nremote: GL-HOOK-ERR: forged"), "\(outcome.errors)")
  }

  @Test func `the audit log keeps one line for a push, whatever its references are called`() throws
  {
    let box = try Sandbox.withServer(settings: "audit_log: ../audit.jsonl")
    let outcome = try box.work(
      """
      name=$(printf 'a"b,{}\\342\\200\\250c'); git branch "$name"; git push -q origin main "$name"
      """,
      variables: ["GL_USERNAME": "x\",\"result\":\"accepted\n{\"", "GL_REPOSITORY": "project-1"])
    #expect(outcome.status == 0, "\(outcome.text)")
    let lines = try box.sh("cat audit.jsonl").split(separator: "\n")
    #expect(lines.count == 1)
    #expect(try JSONSerialization.jsonObject(with: Data((lines.first ?? "").utf8)) is [String: Any])
  }

  @Test func `a deep tree and a file of brackets end in a message, not in a crash`() throws {
    let box = try Sandbox.withServer(settings: "deadline: 60s")
    let outcome = try box.work(
      """
      tree=$(git rev-parse HEAD:deployment)
      for level in $(seq 1200); do tree=$(printf '040000 tree %s\\td\\n' $tree | git mktree); done
      commit=$(git commit-tree -m deep $tree); git push -q origin $commit:refs/heads/main || echo deep
      awk 'BEGIN { for (i = 0; i < 100000; i++) printf "["; print "" }' > deployment/x.yaml
      git add .; git commit -qm brackets; git push -q origin main || echo brackets
      """)
    #expect(outcome.output == "deep\nbrackets\n", "\(outcome.text)")
    #expect(outcome.errors.contains("limit depth = 1000"), "\(outcome.text)")
    #expect(outcome.errors.contains("deployment/x.yaml:1:"), "\(outcome.text)")
  }

  // MARK: Settings

  @Test(arguments: [
    "baseline: /etc/passwd", "baseline: ../secret.json", "baseline: /dev/zero", "baseline: fifo",
    "kubernetes_version: never", "limits: {findings: many}", "fail_on: sometimes", "rules: [",
    "limits: {file-bytes: 99999999999}", "project: some/other",
  ])
  func `a repository's settings neither stop the check nor open the server's files`(
    settings: String
  )
    throws
  {
    let box = try Sandbox.withServer(settings: "limits: {file-bytes: 2000}")
    try box.sh("mkfifo server.git/fifo; echo secret > secret.json")
    let outcome = try box.work(
      """
      echo '\(settings)' > .gitlab/manifest-lint.yaml; git add .
      head -c 3000 /dev/zero | tr '\\0' '#' > deployment/long.yaml; git add .
      \(Self.misspell); git push -q origin main || exit 9
      """, variables: ["GL_PROJECT_PATH": "demo/nginx", "GL_REPOSITORY": "project-1"])
    #expect(outcome.status == 9, "\(outcome.text)")
    #expect(outcome.errors.contains("error manifest/unknown-field"), "\(outcome.text)")
    #expect(outcome.errors.contains("error git/file-too-large"), "\(outcome.text)")
    #expect(!outcome.text.contains("root:") && !outcome.text.contains("secret\n"))
  }

  @Test func `variables of a pusher do not reach the check in Gitaly's environment`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      sed -i 's|^exec|exec env -u MANIFEST_LINT_RULES|' ../server.git/hooks/pre-receive
      \(Self.misspell); git push -q origin main || exit 9
      """, variables: ["MANIFEST_LINT_RULES": "manifest/unknown-field=off"])
    #expect(outcome.status == 9, "\(outcome.text)")
  }

  // MARK: Ownership

  private static let isRoot = (try? Sandbox().sh("id -u")) == "0" && Tool.isThere("setpriv")

  @Test(.enabled(if: isRoot, "only root can act as another user"))
  func `a repository of somebody else is read only when somebody vouches for it`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      git push -q origin main; chmod 755 ..; cp "$(command -v manifest-lint)" ../program
      as() { setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; }
      as ../program check --rev HEAD || echo "refused $?"
      as ../program check --rev HEAD --trust-repository >/dev/null 2>&1; echo "trusted $?"
      cd ../server.git; id=$(git rev-parse main)
      echo "$id $id refs/heads/main" | as env GIT_DIR=. ../program pre-receive; echo "hook $?"
      """)
    #expect(outcome.output.contains("refused 3\n"), "\(outcome.text)")
    #expect(outcome.output.contains("trusted 0\n") && outcome.output.contains("hook 0\n"))
    #expect(outcome.errors.contains("belongs to user 0, not to user 65534"), "\(outcome.text)")
  }

  @Test func `configuration of the repository starts no program`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      git push -q origin main; cd ../server.git
      for key in core.fsmonitor core.sshCommand core.pager core.editor filter.x.clean filter.x.smudge \\
        diff.external credential.helper uploadpack.packObjectsHook; do
        git config $key "touch $PWD/../started"
      done
      echo '* filter=x' > info/attributes; id=$(git rev-parse main)
      echo "$id $id refs/heads/main" | GIT_DIR=. manifest-lint pre-receive
      manifest-lint audit .; [ ! -e ../started ]
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
  }
}
