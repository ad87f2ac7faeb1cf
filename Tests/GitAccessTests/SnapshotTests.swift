import GitAccess
import TestSupport
import Testing

@Suite(.serialized) struct SnapshotTests {
  @Test func `a commit is listed in the order of its paths with modes and contents`() throws {
    let box = try Sandbox.started()
    try box.sh(
      """
      git init -q; mkdir a; echo 1 > a/x; echo 2 > a.b; echo 3 > a0; ln -s a0 link
      chmod +x a0; git add .; git commit -qm one
      """)
    let repository = try Repository(environment: box.environment(directory: "a"))
    let listing = try repository.listing(of: repository.resolve(Array("HEAD".utf8)))
    #expect(text(listing) == ["a.b", "a/x", "a0", "link"])
    #expect(listing.entries.map(\.mode) == [.regular, .regular, .executable, .symlink])
    #expect(try repository.read(listing.entries[1].id) == Array("1\n".utf8))
    #expect(try repository.size(of: listing.entries[3].id) == 2)
    #expect(listing.index(of: Array("a0".utf8)) == 2)
    #expect("\(listing.entries[0].id)" == (try box.sh("git rev-parse HEAD:a.b")))
  }

  @Test func `the staged bytes count, and announced files do not`() throws {
    let box = try Sandbox.started()
    try box.sh("git init -q; echo 1 > f; git add f; echo 2 > f; echo 3 > n; git add -N n")
    let repository = try Repository(environment: box.environment())
    let listing = try repository.indexListing()
    #expect(text(listing) == ["f"])
    #expect(try repository.read(listing.entries[0].id) == Array("1\n".utf8))
  }

  @Test func `a relative index file of the environment is found from the hook's directory`() throws
  {
    let box = try Sandbox.started()
    try box.sh(
      """
      git init -q; echo 1 > f; git add f; git commit -qm one; echo 2 > g; git add g
      GIT_INDEX_FILE=other git read-tree HEAD
      """)
    let repository = try Repository(environment: box.environment(["GIT_INDEX_FILE": "other"]))
    #expect(text(try repository.indexListing()) == ["f"])
  }

  @Test func `a missing index is an error, but not before the first commit`() throws {
    let box = try Sandbox.started()
    try box.sh("git init -q")
    do {
      let repository = try Repository(environment: box.environment())
      #expect(try repository.indexListing().count == 0)
      let error = #expect(throws: GitError.self) { try Self.resolve(box, "HEAD") }
      #expect(error?.kind == .unbornHead)
    }
    try box.sh("echo 1 > f; git add f; git commit -qm one; rm .git/index")
    let error = #expect(throws: GitError.self) {
      let repository = try Repository(environment: box.environment())
      _ = try repository.indexListing()
    }
    #expect(error?.kind == .missingIndex)
  }

  static func resolve(_ box: Sandbox, _ name: String) throws -> GitObjectID {
    let repository = try Repository(environment: box.environment())
    return try repository.resolve(Array(name.utf8))
  }

  @Test func `unmerged files are refused by name`() throws {
    let box = try Sandbox.started()
    try box.sh(
      """
      git init -qb main; echo 1 > f; git add f; git commit -qm one; git checkout -qb side
      echo 2 > f; git commit -qam two; git checkout -q main; echo 3 > f; git commit -qam three
      git merge -q side || true
      """)
    let error = #expect(throws: GitError.self) {
      let repository = try Repository(environment: box.environment())
      _ = try repository.indexListing()
    }
    #expect(error?.kind == .conflictedIndex(paths: [Array("f".utf8)]))
  }

  @Test(arguments: [
    "git update-index --split-index",
    "git sparse-checkout set --sparse-index d",
    // What `index.skipHash` of a newer git leaves: no checksum at the end.
    "size=$(stat -c %s .git/index); truncate -s $((size - 20)) .git/index; "
      + "head -c 20 /dev/zero >> .git/index",
  ])
  func `an index that libgit2 cannot read is read through git`(change: String) throws {
    let box = try Sandbox.started()
    try box.sh(
      """
      git init -q; mkdir -p d/e x/y; echo 1 > d/e/f; echo 2 > x/y/z; git add .; git commit -qm one
      echo 3 > d/e/f; git add .; echo 4 > d/new; \(change)
      """)
    let repository = try Repository(environment: box.environment())
    let listing = try repository.indexListing()
    #expect(text(listing) == ["d/e/f", "x/y/z"])
    #expect(try repository.read(listing.entries[0].id) == Array("3\n".utf8))
  }

  @Test func `the hooks lie where core.hooksPath says`() throws {
    let box = try Sandbox.started()
    try box.sh("git init -q")
    let repository = try Repository(environment: box.environment())
    #expect(try repository.hooksDirectory() == Array("\(box.path)/.git/hooks".utf8))
    try box.sh("git config core.hooksPath .husky")
    #expect(try repository.hooksDirectory() == Array("\(box.path)/.husky".utf8))
  }

  @Test func `a tag of a commit is peeled and a tag of a blob is refused`() throws {
    let box = try Sandbox.started()
    try box.sh(
      """
      git init -q; echo 1 > f; git add f; git commit -qm one; git tag -am t t; git tag -am u u t
      git tag -am b b HEAD:f
      """)
    let repository = try Repository(environment: box.environment())
    #expect(text(try repository.listing(of: repository.resolve(Array("u".utf8)))) == ["f"])
    let blob = try repository.resolve(Array("b".utf8))
    let error = #expect(throws: GitError.self) {
      let repository = try Repository(environment: box.environment())
      _ = try repository.listing(of: blob)
    }
    #expect(error?.kind == .wrongObjectType)
  }

  @Test func `a tree deeper than the limit is refused`() throws {
    let box = try Sandbox.started()
    try box.sh(
      """
      git init -q; t=$(echo x | git hash-object -w --stdin); m="100644 blob"
      for i in 1 2 3 4 5; do t=$(printf '%s %s\\td\\n' "$m" $t | git mktree); m="040000 tree"; done
      git tag deep $t
      """)
    let repository = try Repository(environment: box.environment())
    let id = try repository.resolve(Array("deep".utf8))
    #expect(text(try repository.listing(of: id)) == ["d/d/d/d/d"])
    let error = #expect(throws: GitError.self) {
      var limits = SnapshotLimits()
      limits.depth = 4
      let repository = try Repository(environment: box.environment())
      _ = try repository.listing(of: id, limits: limits)
    }
    #expect(error?.kind == .limitExceeded(name: "depth", limit: 4))
  }

  @Test func `objects of a push are seen in quarantine, also with a colon in the path`() throws {
    let box = try Sandbox.started()
    try box.sh(
      """
      git init -q --bare a:b.git; git init -q w
      printf '#!/bin/sh\\nenv > env; cat > lines; cp -r "$GIT_OBJECT_DIRECTORY" kept\\n' \
        > a:b.git/hooks/pre-receive
      chmod +x a:b.git/hooks/pre-receive; cd w; echo 1 > f; git add f; git commit -qm one
      git push -q "$PWD/../a:b.git" HEAD:refs/heads/x; git -C ../a:b.git update-ref -d refs/heads/x
      cd ../a:b.git; find objects -type f -delete
      """)
    let id = try #require(GitObjectID(hexadecimal: box.sh("cut -d' ' -f2 'a:b.git/lines'")))
    let plain = try Repository(
      environment: box.environment(["GIT_DIR": "."], directory: "a:b.git"))
    #expect(throws: GitError.self) { try Self.list(box, id, ["GIT_DIR": "."]) }
    #expect(plain.gitDirectory.isEmpty == false)
    let seen = try Self.list(
      box, id,
      [
        "GIT_DIR": ".", "GIT_OBJECT_DIRECTORY": "kept",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": "\"\(box.path)/a:b.git/objects\"",
      ])
    #expect(seen == ["f"])
    let error = #expect(throws: GitError.self) {
      try Self.list(box, id, ["GIT_DIR": ".", "GIT_OBJECT_DIRECTORY": "gone"])
    }
    #expect(error?.kind == .badEnvironment(variable: "GIT_OBJECT_DIRECTORY"))
  }

  static func list(
    _ box: Sandbox, _ id: GitObjectID, _ variables: [String: String]
  ) throws -> [String] {
    let repository = try Repository(environment: box.environment(variables, directory: "a:b.git"))
    return text(try repository.listing(of: id))
  }

  @Test func `no repository and a SHA-256 repository are told apart`() throws {
    let box = try Sandbox.started()
    let none = #expect(throws: GitError.self) { try Self.resolve(box, "HEAD") }
    #expect(none?.kind == .notARepository)
    try box.sh("git init -q --object-format=sha256")
    let other = #expect(throws: GitError.self) { try Self.resolve(box, "HEAD") }
    #expect(other?.kind == .unsupportedFormat)
  }

  @Test func `a damaged object is told apart from a missing one`() throws {
    let box = try Sandbox.started()
    try box.sh(
      """
      git init -q; echo 1 > f; git add f; git commit -qm one; o=$(git rev-parse HEAD:f)
      echo 2 > g; p=$(git hash-object -w g); d() { echo .git/objects/$1 | sed 's,/\\(..\\)\\([^/]*\\)$,/\\1/\\2,'; }
      chmod u+w $(d $o); cp $(d $p) $(d $o)
      """)
    let id = try #require(GitObjectID(hexadecimal: box.sh("git rev-parse HEAD:f")))
    let damaged = #expect(throws: GitError.self) { try Self.read(box, id) }
    #expect(damaged?.kind == .damagedObject)
    let missing = #expect(throws: GitError.self) { try Self.read(box, .zero) }
    #expect(missing?.kind == .missingObject(.zero, incomplete: false))
  }

  /// Git writes such trees only when it is told to look away.
  @Test(arguments: [
    "", "100644", "100644 ", #"100644 \0aaaaaaaaaaaaaaaaaaaa"#, #"100644 f\0aaaaaaaaaaaaaaaaaaa"#,
    #" f\0aaaaaaaaaaaaaaaaaaaa"#, #"100844 f\0aaaaaaaaaaaaaaaaaaaa"#,
    #"1000000 f\0aaaaaaaaaaaaaaaaaaaa"#, #"100644 f\0aaaaaaaaaaaaaaaaaaaax"#,
    "+100644 f\\0aaaaaaaaaaaaaaaaaaaa",
  ])
  func `a malformed tree is damaged, never short`(content: String) throws {
    let box = try Sandbox.started()
    let id = try box.sh(
      "git init -q; printf '\(content)' | git hash-object --literally -w -t tree --stdin")
    let repository = try Repository(environment: box.environment())
    let tree = try #require(GitObjectID(hexadecimal: id))
    if content.isEmpty {
      #expect(try repository.listing(of: tree).count == 0)
    } else {
      let error = #expect(throws: GitError.self) { _ = try repository.listing(of: tree) }
      #expect(error?.kind == .damagedObject)
    }
  }

  static func read(_ box: Sandbox, _ id: GitObjectID) throws -> [UInt8] {
    let repository = try Repository(environment: box.environment())
    return try repository.read(id)
  }
}
