import Testing

@testable import ManifestLint

@Suite struct GlobMatchTests {
  /// `true`, `false` or `error`.
  private func verdict(_ pattern: String, _ path: String) -> String {
    let path = Array(path.utf8)
    return (try? Glob(Array(pattern.utf8)).matches(path[...])).map { "\($0)" } ?? "error"
  }

  private func check(
    _ pattern: String, matches: [String] = [], not: [String] = [], errs: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (paths, expected) in [(matches, "true"), (not, "false"), (errs, "error")] {
      for path in paths {
        #expect(
          verdict(pattern, path) == expected, "\(pattern) on \(path)",
          sourceLocation: sourceLocation)
      }
    }
  }

  @Test func `a star and a question mark stay in one component`() {
    check("*.yaml", matches: ["a.yaml", ".yaml"], not: ["d/a.yaml", "a.yml"])
    check("d/*", matches: ["d/a", "d/.a"], not: ["d", "d/a/b"])
    check("?.yaml", matches: ["a.yaml", "é.yaml", "😀.yaml"], not: [".yaml", "ab.yaml"])
    check("a*c*e", matches: ["abcde", "ace", "acce"], not: ["abcd", "acd/e"])
  }

  @Test func `two stars are special as a whole component only`() {
    check("**/x", matches: ["x", "a/x", "a/b/x"], not: ["ax", "a/x/b"])
    check("a/**/x", matches: ["a/x", "a/b/x", "a/b/c/x"], not: ["x", "b/a/x"])
    check("a/**", matches: ["a/b", "a/b/c"], not: ["a", "ab/c"])
    check("**.yaml", matches: ["a.yaml"], not: ["d/a.yaml"])
    check("a**", matches: ["a", "ab"], not: ["a/b"])
    check("\\**/x", matches: ["*/x", "*a/x"], not: ["a/x", "x", "a/b/x"])
  }

  @Test func `three stars at the end need a character`() {
    check("a**", matches: ["a"])
    check("a***", matches: ["ab"], not: ["a"])
  }

  @Test func `a class negates with a caret only`() {
    check("[^a]", matches: ["b", "!"], not: ["a", ""])
    check("[!a]", matches: ["a", "!"], not: ["b"])
    check("[z-a]", not: ["z", "a", "m"])
    check("[a\\-z]", matches: ["a", "-", "z"], not: ["b"])
    check("[^]", matches: ["a"], not: [""])
    check("[α-ω]", matches: ["λ"], not: ["l"])
  }

  @Test func `alternatives nest, may be empty and may hold components`() {
    check("x{,.bak}", matches: ["x", "x.bak"], not: ["x."])
    check("{a,b{c,d}}", matches: ["a", "bc", "bd"], not: ["b", "ac"])
    check("{a/b,c}/d", matches: ["a/b/d", "c/d"], not: ["a/d", "b/d"])
    check("{**/,}*.yml", matches: ["d/a.yml"], not: ["a.yml", "d/e/a.yml"])
    check("{a/**,b}", matches: ["a/x/y", "b"])
    check("a}", matches: ["a}"])
  }

  @Test func `an alternative that ends does not count beside one that goes on`() {
    check("{a,a/b}", matches: ["a/b"], not: ["a"])
  }

  @Test func `a malformed part errs only when matching comes to it`() {
    check("b[", not: ["a", "b"], errs: ["bc"])
    check("a\\", not: ["a", "b"], errs: ["ab"])
    check("{a", errs: ["a", "b", ""])
    check("[]", errs: ["a"])
    check("[a-]", errs: ["a", "b"])
    check("a/[", not: ["b/c", "a"], errs: ["a/c"])
    check("a{/b,}", not: ["b"], errs: ["a", "a/b"])
  }

  @Test func `an error behind two stars is no match`() {
    check("**/[", not: ["a", "a/b"])
    check("a/**/[", not: ["a/b", "a/b/c"])
  }

  @Test func `an error stops the alternatives behind it`() {
    check("{[,a}", errs: ["a"])
    check("{a,[}", errs: ["a"])
  }

  @Test func `a backslash hides the slash behind it`() {
    check("a\\/b", not: ["a/b"])
    check("*", matches: ["a\\/b"])
    check("[\\\\]", errs: ["\\"])
  }

  @Test func `no path of a repository matches an empty component`() {
    check("", matches: [""], not: ["a"])
    check("a/", matches: ["a/"], not: ["a", "a/b"])
    check("/a", matches: ["/a"], not: ["a"])
    check("a//b", matches: ["a//b"], not: ["a/b"])
    check("**/", matches: ["a/"], not: ["a", "a/b"])
  }

  @Test func `invalid bytes are one character each, and all the same one`() throws {
    func matches(_ pattern: [UInt8], _ path: [UInt8]) throws -> Bool {
      try Glob(pattern).matches(path[...])
    }
    try #expect(matches([0xFF], [0xFE]))
    try #expect(matches([0xFF], Array("\u{FFFD}".utf8)))
    try #expect(matches(Array("??".utf8), [0xE3, 0x81]))
    #expect(throws: GlobSyntaxError.malformed) { try matches([0x5C, 0xFF], [0xFF]) }
    // The bytes of one character on both sides of a group's end.
    try #expect(matches([0x7B, 0xE3, 0x7D, 0x81, 0x82], Array("あ".utf8)))
  }

  @Test(arguments: [
    (String(repeating: "{a,b}", count: 1000) + "c", String(repeating: "a", count: 1000)),
    (String(repeating: "*a", count: 200) + "b", String(repeating: "a", count: 2000)),
    (String(repeating: "**/", count: 500) + "b", String(repeating: "a/", count: 1000) + "a"),
    (String(repeating: "**/a/", count: 200) + "b", String(repeating: "a/", count: 1000) + "a"),
    (
      String(repeating: "{a/,", count: 300) + "b" + String(repeating: "}", count: 300),
      String(repeating: "a/", count: 300) + "a"
    ),
  ])
  func `time does not grow with the number of ways to match`(pattern: String, path: String) {
    // A matcher that tries the ways one by one would not end.
    #expect(verdict(pattern, path) == "false")
  }

  @Test func `a pattern that would need endless memory is refused`() {
    let pattern =
      String(repeating: "{x[,y}{a]b", count: 40) + String(repeating: ",c}", count: 40)
    #expect(throws: GlobSyntaxError.tooComplex) {
      try Glob(Array(pattern.utf8)).matches([UInt8(ascii: "y")])
    }
    let deep = String(repeating: "{", count: 2_000) + "a" + String(repeating: "}", count: 2_000)
    #expect(verdict(deep, "a") == "true")
  }
}
