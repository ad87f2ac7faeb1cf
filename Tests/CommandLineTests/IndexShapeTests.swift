import TestSupport
import Testing

/// Every way in which git can hand the tree of a coming commit to the hook: in each, a bad manifest is
/// refused and a good one passes.
@Suite struct IndexShapeTests {
  struct Shape: CustomTestStringConvertible {
    let name: String
    /// A script in the example's work tree. `EDIT` stands for a change of the deployment; the last
    /// command is the commit.
    let script: String
    var testDescription: String { name }

    init(_ name: String, _ script: String) {
      self.name = name
      self.script = script
    }
  }

  static let shapes = [
    Shape("staged", "EDIT; git add .; git commit -qm x"),
    Shape("commit -a", "EDIT; git commit -qam x"),
    Shape("commit PATH", "EDIT; git commit -qm x deployment/deployment.yaml"),
    Shape("commit -i PATH", "echo x > y.txt; git add .; EDIT; git commit -qim x deployment"),
    Shape("amend", "EDIT; git commit -qa --amend --no-edit"),
    Shape("first commit", "git checkout -q --orphan new; EDIT; git add .; git commit -qm x"),
    Shape("below the top", "EDIT; cd deployment; git commit -qam x"),
    Shape(
      "linked worktree", "git worktree add -q ../linked; cd ../linked; EDIT; git commit -qam x"),
    Shape(
      "submodule",
      """
      git init -q ../super; cd ../super
      git -c protocol.file.allow=always submodule --quiet add ../work sub
      cp ../work/.git/hooks/pre-commit .git/modules/sub/hooks/; cd sub; EDIT; git commit -qam x
      """),
    Shape(
      "separate git directory", "git init -q --separate-git-dir ../git; EDIT; git commit -qam x"),
    Shape(
      "--git-dir and --work-tree",
      "EDIT; cd ..; git --git-dir=work/.git --work-tree=work commit -qam x"),
    Shape(
      "GIT_DIR", "EDIT; mv .git ../git; export GIT_DIR=../git GIT_WORK_TREE=.; git commit -qam x"),
    Shape(
      "intent-to-add made real",
      "git rm -q --cached deployment/*; EDIT; git add -N .; git commit -qam x"),
    Shape(
      "skip-worktree",
      "EDIT; git add .; git update-index --skip-worktree deployment/*.yaml; rm deployment/*; git commit -qm x"
    ),
    Shape(
      "assume-unchanged",
      "EDIT; git add .; git update-index --assume-unchanged deployment/*.yaml; rm deployment/*; git commit -qm x"
    ),
    Shape(
      "sparse checkout",
      """
      EDIT; git add .; git stash -q; git sparse-checkout set --no-cone /.gitlab/
      id=$(git rev-parse stash@{0}^2:deployment/deployment.yaml)
      git update-index --cacheinfo 100644,$id,deployment/deployment.yaml
      git update-index --skip-worktree deployment/deployment.yaml; git commit -qm x
      """),
    Shape(
      "sparse index",
      """
      mkdir other; echo x > other/x.txt; git add .; git commit -qnm other
      git sparse-checkout set --sparse-index deployment .gitlab
      git ls-files --sparse | grep -qx other/; EDIT; git commit -qam x
      """),
    Shape("split index", "git update-index --split-index; EDIT; git commit -qam x"),
    Shape("index version 4", "git update-index --index-version 4; EDIT; git commit -qam x"),
    Shape("untracked cache", "git update-index --force-untracked-cache; EDIT; git commit -qam x"),
    Shape(
      "no checksum",
      """
      mv .git/hooks/pre-commit .git/hooks/inner
      cat > .git/hooks/pre-commit <<'END'
      #!/bin/sh
      head -c -20 "$GIT_INDEX_FILE" > cut; head -c 20 /dev/zero >> cut; mv cut "$GIT_INDEX_FILE"
      exec .git/hooks/inner
      END
      chmod +x .git/hooks/pre-commit; EDIT; git commit -qam x
      """),
    Shape(
      "core.hooksPath",
      "mkdir ../h; mv .git/hooks/pre-commit ../h; git config core.hooksPath ../h; EDIT; git commit -qam x"
    ),
    Shape(
      "merge",
      """
      mv .git/hooks/pre-commit .git/hooks/pre-merge-commit
      git checkout -qb side; EDIT; git commit -qam x; git checkout -q main; echo x > y.txt; git add .
      git commit -qm y; git merge -q --no-edit side
      """),
    Shape("fixup", "EDIT; git commit -qa --fixup HEAD"),
    Shape("empty message allowed", "EDIT; git commit -qa --allow-empty-message -m ''"),
  ]

  private func run(_ shape: Shape, edit: String) throws -> Sandbox.Outcome {
    let box = try Sandbox.withExample()
    try box.sh("cp '\(Sandbox.package)/hooks/pre-commit' work/.git/hooks/")
    return try box.work(shape.script.replacing("EDIT", with: edit) + " || exit 9")
  }

  @Test(arguments: shapes)
  func `a bad manifest is refused and a good one passes`(shape: Shape) throws {
    let bad = try run(shape, edit: "sed -i 's/containers:/contianers:/' deployment/deployment.yaml")
    #expect(bad.status == 9 && bad.text.contains("manifest/unknown-field"), "\(bad.text)")
    let good = try run(
      shape, edit: "sed -i 's/replicas: 1/replicas: 2/' deployment/deployment.yaml")
    #expect(good.status == 0, "\(good.text)")
  }

  private func withHook() throws -> Sandbox {
    let box = try Sandbox.withExample()
    try box.sh("cp '\(Sandbox.package)/hooks/pre-commit' work/.git/hooks/")
    return box
  }

  @Test func `a file that is only announced is not part of the commit`() throws {
    let box = try withHook()
    let outcome = try box.work(
      "echo 'kind: [' > deployment/new.yaml; git add -N .; git commit -q --allow-empty -m x")
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test func `an index with conflicts is not checked, and the files are named`() throws {
    let box = try Sandbox.withExample()
    let outcome = try box.work(
      """
      git checkout -qb side; echo '# a' >> deployment/deployment.yaml; git commit -qam a
      git checkout -q main; echo '# b' >> deployment/deployment.yaml; git commit -qam b
      git merge -q side >/dev/null 2>&1 || true
      manifest-lint pre-commit || exit $?
      """)
    #expect(outcome.status == 3, "\(outcome.text)")
    #expect(
      outcome.errors.contains("unmerged files (1, the first is 'deployment/deployment.yaml')"))
  }

  @Test func `a submodule and a symbolic link in the index are no manifests`() throws {
    let box = try withHook()
    let outcome = try box.work(
      """
      git init -q lib; git -C lib commit -q --allow-empty -m x; git add lib
      ln -s /etc/passwd link.txt; git add link.txt; git commit -qm x
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  // MARK: Deletions

  @Test func `a commit that takes the last configuration away is told so`() throws {
    let box = try withHook()
    let outcome = try box.work("git rm -q .gitlab/agents/gitops/config.yaml; git commit -qm x")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("warning agent/last-removed"), "\(outcome.text)")
    #expect(!outcome.text.contains("agent/none"))
    let later = try box.work("git commit -q --allow-empty -m later")
    #expect(later.text.contains("info agent/none"), "\(later.text)")
  }

  @Test func `a configuration that only changes its agent's name is not taken away`() throws {
    let box = try withHook()
    let outcome = try box.work(
      "git mv .gitlab/agents/gitops .gitlab/agents/other; git commit -qm x")
    #expect(outcome.status == 0 && !outcome.text.contains("agent/last-removed"), "\(outcome.text)")
  }

  @Test func `a commit that takes the last selected file away is told so`() throws {
    let box = try withHook()
    let outcome = try box.work("git rm -qr deployment; git commit -qm x")
    #expect(outcome.text.contains("it selects no file"), "\(outcome.text)")
  }

  // MARK: Push

  @Test func `pre-push tells when the last configuration goes, against what the remote has`() throws
  {
    let box = try Sandbox.withExample()
    let outcome = try box.work(
      """
      git init -q --bare ../remote.git; git remote add origin ../remote.git; git push -q origin main
      cp '\(Sandbox.package)/hooks/pre-push' .git/hooks/
      git rm -q .gitlab/agents/gitops/config.yaml; git commit -qm x; git push -q origin main
      """)
    #expect(outcome.status == 0 && outcome.text.contains("agent/last-removed"), "\(outcome.text)")
  }
}
