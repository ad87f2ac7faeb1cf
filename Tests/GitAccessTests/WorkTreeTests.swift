import GitAccess
import TestSupport
import Testing

@Suite(.serialized) struct WorkTreeTests {
  @Test func `what is on disk counts except what git ignores`() throws {
    let box = try Sandbox.started()
    try box.sh(
      """
      git init -q; echo 1 > f; echo 1 > gone; mkdir out kept; echo 1 > out/tracked; echo 1 > x.log
      git add -f f gone out x.log; printf 'out/\\n*.log\\n' > .gitignore
      echo 2 > f; rm gone; echo 1 > out/new; echo 1 > y.log; echo 1 > kept/new; ln -s f link
      git init -q other; echo 1 > other/in
      """)
    let repository = try Repository(environment: box.environment(directory: "kept"))
    let listing = try repository.workTreeListing()
    #expect(text(listing) == [".gitignore", "f", "kept/new", "link", "out/tracked", "x.log"])
    #expect("\(listing.entries[1].id)" == (try box.sh("git hash-object f")))
    #expect(listing.entries[3].mode == .symlink)
    #expect("\(listing.entries[3].id)" == (try box.sh("printf f | git hash-object --stdin")))
    #expect(try repository.readWorkTree(listing.path(1)) == Array("2\n".utf8))
  }

  @Test func `a bare repository has no work tree`() throws {
    let box = try Sandbox.started()
    try box.sh("git init -q --bare")
    let error = #expect(throws: GitError.self) {
      let repository = try Repository(environment: box.environment())
      _ = try repository.workTreeListing()
    }
    #expect(error?.kind == .noWorkTree)
  }
}
