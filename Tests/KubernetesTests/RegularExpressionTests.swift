import Testing

@testable import Kubernetes

@Suite struct RegularExpressionTests {
  private func matches(_ pattern: String, _ text: String) throws -> Bool? {
    try RegularExpression(checking: pattern).matches(Array(text.utf8)[...])
  }

  @Test(arguments: [
    ("abc", "xabcx", true), ("^abc$", "xabc", false), ("^$", "", true), ("", "x", true),
    ("^a*$", "aaaa", true), ("^a+$", "", false), ("^a?b$", "b", true), ("^(a|b)*c$", "ababc", true),
    ("^a{2,3}$", "a", false), ("^a{2,3}$", "aaa", true), ("^a{2,3}$", "aaaa", false),
    ("^a{2,}$", "aaaaa", true), ("^a{2}$", "aa", true), ("a{,2}", "a{,2}", true),
    ("^[a-c]+$", "abcd", false), ("^[^a-c]+$", "xyz\n", true), ("^[]a]+$", "]a", true),
    (#"^[\d-]+$"#, "1-2", true), (#"^\d+$"#, "\u{0661}", false), (#"^\pN+$"#, "\u{0661}", true),
    (#"^\w+$"#, "a_1", true), (#"^\W$"#, "é", true), (#"^\s$"#, "\u{B}", false),
    ("^[[:space:]]$", "\u{B}", true), ("^[[:^alpha:]]$", "1", true), ("^.$", "\n", false),
    ("(?s)^.$", "\n", true), ("a$", "a\n", false), ("(?m)^b$", "a\nb\nc", true),
    ("(?i)straße", "STRAßE", true), ("(?i)k", "\u{212A}", true), ("(?i)[a-z]", "\u{17F}", true),
    ("(?i)[^k]", "\u{212A}", false), ("(?i:a)b", "Ab", true), ("(?i:a)b", "AB", false),
    ("a(?i)b|c", "C", true), (#"\bfoo\b"#, "a foo b", true), (#"\bfoo\b"#, "afoo", false),
    (#"^\x41\x{1F600}\101$"#, "A\u{1F600}A", true), (#"^\Qa.b\E+$"#, "a.bb", true),
    ("^(?:[a-z]|[0-9]){3}$", "a1b", true), ("^(a*)*$", "aaa", true), ("^(|a)+$", "aa", true),
    ("^\\p{Lu}\\p{^Lu}$", "Éé", true), ("x|", "y", true), ("^é$", "é", true),
  ])
  func `texts match as in Go`(pattern: String, text: String, isMatch: Bool) throws {
    #expect(try matches(pattern, text) == isMatch)
  }

  @Test(arguments: [
    #"[\b]"#, #"\E"#, "(a{100}){100}", "(?-)", "(?P<a>x)(?P<a>y)", "[a-\\d]", #"\C"#, #"\Z"#,
    "(?i", "a{2,1}", #"\p{nothing}"#, #"\x{110000}"#, "[[:foo:]]", "(?P=a)", "|*", "(*)", #"\8"#,
  ])
  func `what Go refuses is refused`(pattern: String) {
    #expect(RegularExpression.fault(in: pattern) != nil)
  }

  @Test func `patterns that ruin a backtracking engine take linear time`() throws {
    let text = String(repeating: "a", count: 20_000)
    #expect(try matches("^(a+)+$", text + "b") == false)
    #expect(try matches("^(a|a)*$", text) == true)
    #expect(try matches("^(a?){500}a{500}$", String(repeating: "a", count: 500)) == true)
  }

  @Test func `what is too large for the engine is not guessed`() throws {
    #expect(try matches("(a?){1000}$", String(repeating: "a", count: 100_000) + "b") == nil)
    #expect(throws: RegularExpression.Refusal.self) {
      try RegularExpression(checking: "(" + String(repeating: "abcdefghij", count: 100) + "){100}")
    }
    #expect(throws: RegularExpression.Refusal.self) {
      try RegularExpression(checking: #"\p{Greek}"#)
    }
    #expect(RegularExpression.fault(in: #"\p{Greek}"#) == nil)
    #expect(RegularExpression.fault(in: String(repeating: "(", count: 100_000)) != nil)
  }
}
