import Foundation
import TestSupport
import Testing

/// The hooks in the pre-commit framework itself: `pip install pre-commit` puts it on PATH.
@Suite(.enabled(if: Tool.isThere("pre-commit"), "pre-commit is not installed"))
struct FrameworkTests {
  /// The example with one of the hooks. The framework clones the repository of the hooks, so one is
  /// made that holds their list and nothing else.
  private func withHook(_ id: String, _ stage: String) throws -> Sandbox {
    let box = try Sandbox.withExample()
    try box.sh(
      """
      git init -qb main hooks; cp '\(Sandbox.package)/.pre-commit-hooks.yaml' hooks/
      git -C hooks add .; git -C hooks commit -qm hooks
      """)
    let revision = try box.sh("git -C hooks rev-parse HEAD")
    try box.write(
      "work/.pre-commit-config.yaml",
      "repos: [{repo: '\(box.path)/hooks', rev: '\(revision)', hooks: [{id: \(id)}]}]\n")
    // A broad glob would select the framework's file too, rightly so.
    try box.sh(
      """
      cd work; sed -i "s|glob: .*|glob: '/deployment/*.yaml'|" .gitlab/agents/gitops/config.yaml
      git add .; git commit -qm framework
      [ \(stage) = manual ] || pre-commit install -t \(stage)
      """)
    return box
  }

  private static let breakManifest =
    "sed -i 's/containers:/contianers:/' deployment/deployment.yaml"

  @Test func `the list of hooks is one that the framework accepts`() throws {
    let outcome = try Sandbox().run(
      "pre-commit validate-manifest '\(Sandbox.package)/.pre-commit-hooks.yaml'")
    #expect(outcome.status == 0 && !outcome.text.contains("WARNING"), "\(outcome.text)")
  }

  @Test func `bad commits are refused, also of a file given by name, and good ones pass`() throws {
    let box = try withHook("manifest-lint-system", "pre-commit")
    let bad = try box.work(
      "\(Self.breakManifest); git commit -qam bad && exit 9; git commit -qm bad deployment || exit 8"
    )
    #expect(bad.status == 8 && bad.text.contains("manifest/unknown-field"), "\(bad.text)")
    let good = try box.work(
      "git checkout -q .; echo '# fine' >> deployment/deployment.yaml; git commit -qam good")
    #expect(good.status == 0, "\(good.text)")
  }

  @Test func `a commit of deletions alone is judged`() throws {
    let box = try withHook("manifest-lint-system", "pre-commit")
    let outcome = try box.work("git rm -qr deployment; git commit -qm x || exit 9")
    #expect(outcome.status == 9 && outcome.text.contains("glob/prefix-missing"), "\(outcome.text)")
  }

  @Test func `what is staged counts, also when the framework puts the rest aside`() throws {
    let box = try withHook("manifest-lint-system", "pre-commit")
    let outcome = try box.work(
      "echo '# fine' >> deployment/deployment.yaml; git add .; \(Self.breakManifest); git commit -qm x"
    )
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try box.sh("git -C work diff").contains("contianers"))
  }

  @Test func `a merge is judged`() throws {
    let box = try withHook("manifest-lint-system", "pre-merge-commit")
    let outcome = try box.work(
      """
      git checkout -qb side; \(Self.breakManifest); git commit -qam bad; git checkout -q main
      git commit -q --allow-empty -m x; git merge --no-edit side || exit 9
      """)
    #expect(
      outcome.status == 9 && outcome.text.contains("manifest/unknown-field"), "\(outcome.text)")
  }

  @Test func `a push is judged, the first one too`() throws {
    let box = try withHook("manifest-lint-push", "pre-push")
    let outcome = try box.work(
      """
      git init -q --bare ../remote.git; git remote add origin ../remote.git
      \(Self.breakManifest); git commit -qam bad; git push -q origin main && exit 9
      git revert --no-edit HEAD >/dev/null; git push -q origin main
      \(Self.breakManifest); git commit -qam bad; git push -q origin main || exit 8
      """)
    #expect(
      outcome.status == 8 && outcome.text.contains("manifest/unknown-field"), "\(outcome.text)")
  }

  @Test func `the stage for pipelines checks the commit`() throws {
    let box = try withHook("manifest-lint-ci", "manual")
    let clean = try box.work("pre-commit run --hook-stage manual --all-files")
    #expect(clean.status == 0 && clean.text.contains("checked 1 agent"), "\(clean.text)")
    let bad = try box.work(
      "\(Self.breakManifest); git commit -qam x; pre-commit run --hook-stage manual -a || exit 9")
    #expect(bad.status == 9, "\(bad.text)")
  }
}

/// Programs that some tests need and that need not be there: those tests are shown as skipped.
enum Tool {
  static func isThere(_ name: String) -> Bool {
    (try? Sandbox().run("command -v \(name)").status) == 0
  }
}
