import GitAccess
import Glibc
import TestSupport
import Testing

@Suite(.serialized) struct RepositoryTests {
  @Test func `the branch is known before its first commit, and nil when detached`() throws {
    let box = try Sandbox.started()
    try box.sh("git init -qb trunk; git remote add origin https://example.com/g/p.git")
    let repository = try Repository(environment: box.environment())
    #expect(try repository.headBranch() == Array("refs/heads/trunk".utf8))
    #expect(repository.originURL() == Array("https://example.com/g/p.git".utf8))
    try box.sh("echo 1 > f; git add f; git commit -qm one; git checkout -q --detach")
    #expect(try repository.headBranch() == nil)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a directory away"))
  func `a foreign repository is refused unless GIT_DIR or the caller vouches`() throws {
    let box = try Sandbox.started()
    try box.sh("git init -q; chown -R 12345 .")
    let error = #expect(throws: GitError.self) { try Self.open(box) }
    guard case .foreignOwner(_, owner: 12345, user: 0) = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    try Self.open(box, trusted: true)
    try Self.open(box, ["GIT_DIR": ".git"])
    try Self.open(box, ["SUDO_UID": "12345"])
  }

  static func open(
    _ box: Sandbox, _ variables: [String: String] = [:], trusted: Bool = false
  ) throws {
    _ = try Repository(environment: box.environment(variables), trusted: trusted)
  }

  @Test func `an object that a partial clone left out is no damage`() throws {
    let box = try Sandbox.started()
    try box.sh(
      """
      git init -q a; cd a; echo 1 > f; git add f; git commit -qm one
      git config uploadpack.allowFilter true; cd ..
      git clone -q --no-checkout --filter=blob:none "file://$PWD/a" b
      """)
    let id = try #require(GitObjectID(hexadecimal: box.sh("git -C a rev-parse HEAD:f")))
    let error = #expect(throws: GitError.self) {
      let repository = try Repository(environment: box.environment(directory: "b"))
      _ = try repository.read(id)
    }
    #expect(error?.kind == .missingObject(id, incomplete: true))
  }
}
