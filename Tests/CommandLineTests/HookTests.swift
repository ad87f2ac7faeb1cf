import TestSupport
import Testing

/// Real commits and pushes, with the hooks of this package where git looks for them.
@Suite struct HookTests {
  private static let breakManifest =
    "sed -i 's/containers:/contianers:/' deployment/deployment.yaml"

  private func withPreCommit() throws -> Sandbox {
    let box = try Sandbox.withExample()
    try box.sh("cp '\(Sandbox.package)/hooks/pre-commit' work/.git/hooks/")
    return box
  }

  @Test func `a commit of a bad manifest is refused, and one of a good manifest passes`() throws {
    let box = try withPreCommit()
    let bad = try box.work("\(Self.breakManifest); git commit -qam bad || exit 9")
    #expect(bad.status == 9)
    #expect(bad.text.contains("manifest/unknown-field"))
    let good = try box.work(
      "git checkout -q .; sed -i 's/replicas: 1/replicas: 2/' deployment/*.yaml; git commit -qam good"
    )
    #expect(good.status == 0, "\(good.text)")
  }

  @Test func `a partly staged file is judged by its staged bytes`() throws {
    let box = try withPreCommit()
    let good = try box.work(
      """
      echo '# fine' >> deployment/deployment.yaml; git add .
      \(Self.breakManifest); git commit -qm staged
      """)
    #expect(good.status == 0, "\(good.text)")
    let bad = try box.work(
      "git add .; git show HEAD:deployment/deployment.yaml > deployment/deployment.yaml; git commit -qm bad"
    )
    #expect(bad.status != 0)
  }

  @Test func `commit with a path is judged by what that commit holds`() throws {
    let box = try withPreCommit()
    let outcome = try box.work(
      """
      \(Self.breakManifest); git add .; echo text > README.md
      git commit -qm readme README.md
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try box.work("git commit -qm rest").status != 0)
  }

  @Test func `a broken file that no glob selects passes`() throws {
    let box = try withPreCommit()
    let outcome = try box.work(
      "mkdir .hidden; echo '{' > .hidden/x.yaml; echo '{' > notes.yml; git add .; git commit -qm other"
    )
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test func `a repository without an agent passes`() throws {
    let box = try withPreCommit()
    let outcome = try box.work("git rm -rq .gitlab; \(Self.breakManifest); git commit -qam none")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.text.contains("agent/last-removed"))
  }

  @Test func `the first commit, a linked worktree and a separate git directory are judged too`()
    throws
  {
    let box = try withPreCommit()
    try box.write(
      "first/.gitlab/agents/a/config.yaml", "gitops: {manifest_projects: [{id: a/b}]}\n")
    try box.write("first/x.yaml", "kind: [\n")
    let first = try box.run(
      """
      cd first; git init -q --separate-git-dir ../separate.git
      cp '\(Sandbox.package)/hooks/pre-commit' ../separate.git/hooks/
      git add .; git commit -qm first || exit 9
      """)
    #expect(first.status == 9, "\(first.text)")
    let linked = try box.work(
      "git worktree add -q ../linked; cd ../linked; \(Self.breakManifest); git commit -qam bad || exit 9"
    )
    #expect(linked.status == 9, "\(linked.text)")
  }

  @Test func `a missing program refuses with a message`() throws {
    let box = try withPreCommit()
    let outcome = try box.work(
      "git commit -q --allow-empty -m x || exit 9", variables: ["MANIFEST_LINT": "no-such-program"])
    #expect(outcome.status == 9)
    #expect(outcome.errors.contains("nothing was checked"))
  }

  // MARK: Server

  @Test func `a bad push is refused and nothing of it stays, a good one passes`() throws {
    let box = try Sandbox.withServer()
    let good = try box.work("git push -q origin main")
    #expect(good.status == 0, "\(good.text)")
    let before = try box.sh("cd server.git; find objects -type f | sort")
    let bad = try box.work(
      "\(Self.breakManifest); git commit -qam bad; git push origin main || exit 9")
    #expect(bad.status == 9)
    #expect(bad.errors.contains("GL-HOOK-ERR:"))
    #expect(bad.errors.contains("manifest/unknown-field"))
    #expect(try box.sh("cd server.git; find objects -type f | sort") == before)
    let mended = try box.work(
      "git revert --no-edit HEAD -q 2>/dev/null || git revert --no-edit HEAD; git push -q origin main"
    )
    #expect(mended.status == 0, "\(mended.text)")
  }

  @Test func `other branches are told and not refused, deletions and tags pass`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      git push -q origin main; git checkout -qb side; \(Self.breakManifest); git commit -qam bad
      git tag broken; git push -q origin side broken; git push -q origin :side
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors.contains("manifest/unknown-field"))
  }

  @Test func `one bad branch among several refuses the whole push`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      "git branch good; \(Self.breakManifest); git commit -qam bad; git push -q origin good main || exit 9"
    )
    #expect(outcome.status == 9)
    #expect(try box.sh("cd server.git; git for-each-ref") == "")
  }

  @Test func `a wiki passes, and a check that cannot run refuses`() throws {
    let box = try Sandbox.withServer()
    let bad = "\(Self.breakManifest); git commit -qam bad"
    let wiki = try box.work(
      "\(bad); git push -q origin main", variables: ["GL_REPOSITORY": "wiki-3"])
    #expect(wiki.status == 0, "\(wiki.text)")
    let broken = try box.work(
      "git commit -q --allow-empty -m x; git push origin main || exit 9",
      variables: ["MANIFEST_LINT": "no-such-program"])
    #expect(broken.status == 9)
    #expect(broken.errors.contains("GL-HOOK-ERR: Nothing was checked"))
    let garbage = try box.run(
      "cd server.git; echo nonsense | manifest-lint pre-receive", variables: ["GIT_DIR": "."])
    #expect(garbage.status == 3)
    #expect(garbage.errors.contains("GL-HOOK-ERR: the manifest check could not run"))
  }
}
