import Testing
import YAML

/// Where errors are told and by which rule: `line:column rule`, several in one file.
@Suite struct ErrorPlaceTests {
  private func places(_ text: String, _ role: FileRole = .configuration) -> [String] {
    let bytes = Array(text.utf8)
    let lines = LineIndex(bytes)
    return readYAML(bytes, as: role).diagnostics.map {
      let position = lines.position(of: $0.range.start)
      return "\(position.line):\(position.column) \($0.rule.id)"
    }
  }

  @Test(arguments: [
    (
      "a:\n  b: 1\n c: 2\nd: [1, 2\ne: 3\nf: \"x\ng: h\n",
      ["3:2 yaml/indentation", "4:4 yaml/unclosed-bracket", "6:4 yaml/unclosed-quote"]
    ),
    (
      "metadata:\n  name:foo\n  labels:\n    a: b\nspec: @x\nglob: **/*.yaml\nx: {a,b}/*.yaml\n",
      [
        "2:7 yaml/missing-colon", "5:7 yaml/reserved-character", "6:7 yaml/reserved-character",
        "7:9 yaml/trailing-text",
      ]
    ),
    (
      "a: b: c\nd:\n\te: 1\nf: |\n\tx\ng: *h\ni: !!int j\nk: {{ .l }}\nm: \"\\d\"\n",
      [
        "1:5 yaml/nested-mapping", "3:1 yaml/tab-indentation", "5:1 yaml/tab-indentation",
        "6:4 yaml/unknown-anchor", "7:10 yaml/tag-value", "8:4 yaml/key-kind",
        "9:5 yaml/escape",
      ]
    ),
    (
      "a: 1\nfoo\nb: - 1\nc: ]\nd: [a,,b]\ne: |x\n  y\n",
      [
        "2:1 yaml/missing-colon", "3:4 yaml/indentation", "4:4 yaml/flow-syntax",
        "5:7 yaml/flow-syntax", "6:5 yaml/block-scalar",
      ]
    ),
    ("a: 1\nb: 2\na: 3\n---\nc: 1\n", ["3:1 yaml/duplicate-key", "5:1 yaml/ignored-content"]),
  ])
  func `every mistake is told once, at its place`(text: String, expected: [String]) {
    #expect(places(text) == expected)
  }

  @Test func `an error in one document does not hide those of the next`() {
    let text = "a: 'x\n---\nb: @y\n---\nc: 1\n"
    #expect(
      places(text, .manifests(.v0_34)) == [
        "1:4 yaml/unclosed-quote", "3:4 yaml/reserved-character",
      ])
  }

  @Test func `a quoted key behind a plain value is no continuation of it`() {
    #expect(places("a: b\n'c': 'd\n") == ["2:6 yaml/unclosed-quote"])
    #expect(places("k: a b\n'm': 'x': 'i'\n") == ["2:9 yaml/nested-mapping"])
  }
}
