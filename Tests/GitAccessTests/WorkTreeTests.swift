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
    let id = listing.entries[1].id
    #expect(try repository.readWorkTree(listing.path(1), as: id) == Array("2\n".utf8))
    #expect(try repository.sizeInWorkTree(listing.path(1)) == 2)
    #expect(try repository.sizeInWorkTree(listing.path(3)) == 1)
    let link = try repository.readWorkTree(listing.path(3), as: listing.entries[3].id)
    #expect(link == Array("f".utf8))
    try box.sh("echo 3 > f")
    let error = #expect(throws: GitError.self) {
      _ = try repository.readWorkTree(listing.path(1), as: id)
    }
    #expect(error?.kind == .fileChanged(path: Array("f".utf8)))
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
