/// What the agent takes and people do not mean.
extension YAMLRules {
  public static let duplicateKey = Rule(
    "yaml/duplicate-key", .error,
    "A key stands twice in one mapping",
    why: """
      The agent keeps the last value and drops the others without a word, so the API server never \
      sees them. In config.yaml this is a warning.
      """,
    remedy: "Remove one of the two.",
    bad: "a: 1\nb: 2\na: 3\n",
    good: "a: 3\nb: 2\n",
    source: "go-yaml v2 decode.go decoder.setMapIndex; key already set in map in strict mode")

  public static let ambiguousKey = Rule(
    "yaml/ambiguous-key", .error,
    "Two keys that differ in YAML and are equal in JSON",
    why: """
      `1` and `"1"`, or `true` and `"true"`, become one JSON key, and which value survives is \
      random from run to run (Go's map order).
      """,
    remedy: "Remove one of the two.",
    bad: "1: a\n'1': b\n",
    good: "1: a\n",
    source: "sigs.k8s.io/yaml yaml.go convertToJSONableObject")

  public static let keyNotText = Rule(
    "yaml/key-not-text", .warning,
    "A key that is read as another text than the written one",
    why: """
      Plain keys are resolved like values: `on`, `y` and `yes` become the key "true", `1.10` \
      becomes "1.1", `0644` becomes "420".
      """,
    remedy: "Quote the key.",
    bad: "on: push\n",
    good: "'on': push\n",
    source: "sigs.k8s.io/yaml yaml.go convertToJSONableObject")

  public static let wordBoolean = Rule(
    "yaml/word-boolean", .warning,
    "A word that is read as a boolean",
    why: """
      In YAML 1.1, which the agent reads, `yes`, `no`, `on`, `off`, `y` and `n` are booleans.
      """,
    remedy: "Write true or false when a boolean is meant, else quote the word.",
    bad: "country: no\n",
    good: "country: 'no'\n",
    source: "go-yaml v2 resolve.go resolveMap")

  public static let octal = Rule(
    "yaml/octal", .warning,
    "A number with leading zeros",
    why: """
      A leading 0 makes an octal number (`010` is 8), but with an 8 or 9 in it the number is \
      decimal (`0189` is 189). Quoted it stays what it is. File modes are not reported.
      """,
    remedy: "Quote it when it is a text (a code, a phone number), else drop the zeros.",
    bad: "code: 01234\n",
    good: "code: '01234'\n",
    source: "go-yaml v2 resolve.go resolve; strconv.ParseInt with base 0")

  public static let numberChanged = Rule(
    "yaml/number-changed", .warning,
    "A number that is not kept as written",
    why: """
      Plain numbers become JSON numbers: a commit id such as `1234567e8` becomes 123456700000000, \
      `1_000` becomes 1000, a version `1.10` becomes 1.1, digits beyond the precision of a 64-bit \
      float are lost.
      """,
    remedy: "Quote it when it is a text.",
    bad: "commit: 1234567e8\n",
    good: "commit: '1234567e8'\n",
    source: "go-yaml v2 resolve.go resolve; encoding/json floatEncoder")

  public static let sexagesimal = Rule(
    "yaml/sexagesimal", .info,
    "A text that other readers take for a number to base 60",
    why: """
      The agent reads `22:30` as a text, but other YAML 1.1 readers (PyYAML, Ruby) make 1350 of it.
      """,
    remedy: "Quote it, then all agree.",
    bad: "time: 22:30\n",
    good: "time: '22:30'\n",
    source: "yaml.org/type/int; go-yaml v2 resolve.go resolve")

  public static let mergeOverrides = Rule(
    "yaml/merge-overrides", .warning,
    "A merge key takes back a value written before it",
    why: """
      The agent merges in place: keys before `<<` are overwritten by the merged ones, only keys \
      after it win. Other readers let every written key win.
      """,
    remedy: "Write `<<` first in the mapping.",
    bad: "base: &base {a: 1}\nb:\n  a: 2\n  <<: *base\n",
    good: "base: &base {a: 1}\nb:\n  <<: *base\n  a: 2\n",
    source: "go-yaml v2 decode.go decoder.mapping, decoder.merge")

  public static let ignoredContent = Rule(
    "yaml/ignored-content", .warning,
    "Content that the agent never reads",
    why: """
      Of config.yaml, and of each part of a manifest file between `---` lines, only the first \
      document is read. What follows `...`, a complete bracket or quote, or a line that is \
      indented less than the first is dropped without an error.
      """,
    remedy: "Separate manifests by `---`; keep one document in config.yaml.",
    bad: "a: 1\n...\nb: 2\n",
    good: "a: 1\n---\nb: 2\n",
    source: "sigs.k8s.io/yaml yaml.go yamlToJSON; go-yaml v2 yaml.go unmarshal")

  public static let separatorComment = Rule(
    "yaml/separator-comment", .info,
    "A comment on a `---` line",
    why: """
      Agents with apimachinery up to 0.21 do not take such a line for a separator: the document \
      behind it is lost without an error. For them this is a warning.
      """,
    remedy: "Put the comment on a line of its own.",
    bad: "a: 1\n--- # second\nb: 2\n",
    good: "a: 1\n---\n# second\nb: 2\n",
    source: "apimachinery/pkg/util/yaml/decoder.go YAMLReader.Read")

  public static let separatorInBlock = Rule(
    "yaml/separator-in-block", .warning,
    "A `---` line cuts a block of text",
    why: """
      The stream is cut at every line that begins with `---`, before YAML is looked at. A block \
      scalar ends there, and its other lines become a document of their own.
      """,
    remedy: "Indent the `---` as the text around it.",
    bad: "a: |\n  one\n---\n  two\n",
    good: "a: |\n  one\n  ---\n  two\n",
    source: "apimachinery/pkg/util/yaml/decoder.go YAMLReader.Read")

  public static let invisibleBreak = Rule(
    "yaml/invisible-break", .warning,
    "A line break that editors do not show",
    why: """
      NEL (U+0085), LS (U+2028) and PS (U+2029) end a line for the agent, also a comment: what \
      looks like a part of it is read as YAML.
      """,
    remedy: "Replace it by a line end, or by an escape in double quotes.",
    bad: "# note\u{2028}a: 1\n",
    good: "# note\na: 1\n",
    source: "go-yaml v2 yamlprivateh.go is_break")

  public static let loneCarriageReturn = Rule(
    "yaml/lone-carriage-return", .warning,
    "A carriage return without a line feed",
    why: """
      YAML ends a line at a lone CR, the document splitter does not: a `---` behind it separates \
      nothing.
      """,
    remedy: "Save the file with LF line ends.",
    bad: "a: 1\r---\rb: 2\r",
    good: "a: 1\n---\nb: 2\n",
    source: "go-yaml v2 yamlprivateh.go is_break; bufio.Reader.ReadLine")

  public static let invisibleBlank = Rule(
    "yaml/invisible-blank", .warning,
    "A character that looks like a blank, or like nothing, and is text",
    why: """
      A no-break space (U+00A0), an ideographic space or a zero-width character separates nothing: \
      `a:` with a no-break space behind it is no key.
      """,
    remedy: "Replace it by a blank, or write it as an escape in double quotes.",
    bad: "a: \u{A0}x\n",
    good: "a: x\n",
    source: "go-yaml v2 yamlprivateh.go is_blank")

  public static let byteOrderMark = Rule(
    "yaml/byte-order-mark", .warning,
    "A byte order mark inside the text",
    why: """
      The reader drops U+FEFF only where an input begins; elsewhere it is part of a key or value, \
      and nothing shows it.
      """,
    remedy: "Remove it.",
    bad: "a: 1\n\u{FEFF}b: 2\n",
    good: "a: 1\nb: 2\n",
    source: "go-yaml v2 readerc.go yaml_parser_determine_encoding")

  public static let bidirectional = Rule(
    "yaml/bidirectional", .warning,
    "A character that turns the direction of the text",
    why: """
      Bidirectional controls (U+202A to U+202E, U+2066 to U+2069) make a line look other than it \
      is read: reviewers see another manifest than the one that is applied.
      """,
    remedy: "Remove it, or write it as an escape in double quotes.",
    bad: "a: x\u{202E}y\n",
    good: "a: \"x\\u202Ey\"\n",
    source: "Unicode Technical Report 36; CVE-2021-42574")

  public static let customTag = Rule(
    "yaml/custom-tag", .warning,
    "A tag that the agent does not know",
    why: """
      Tags such as `!Ref` or `!secret` do nothing: the text behind one becomes a string, with \
      nothing behind it the empty string, and on mappings and lists every tag is ignored.
      """,
    remedy: "Quote a text that begins with `!`; otherwise remove the tag.",
    bad: "password: !secret\n",
    good: "password: '!secret'\n",
    source: "go-yaml v2 resolve.go resolvableTag")

  public static let binary = Rule(
    "yaml/binary", .warning,
    "`!!binary` data that JSON cannot carry",
    why: """
      The agent decodes the base64 and puts the bytes into a JSON string; bytes that are no UTF-8 \
      become U+FFFD.
      """,
    remedy: "Remove the tag: a Secret's data and a ConfigMap's binaryData take base64 as it is.",
    bad: "data: !!binary //79\n",
    good: "data: //79\n",
    source: "go-yaml v2 decode.go decoder.scalar; encoding/json appendString")

  public static let utf16 = Rule(
    "yaml/utf-16", .warning,
    "The file is in UTF-16",
    why: "The agent reads config.yaml in UTF-16, but git shows it as binary and others fail.",
    remedy: "Save the file as UTF-8.",
    source: "go-yaml v2 readerc.go yaml_parser_determine_encoding")

  public static let tabSeparation = Rule(
    "yaml/tab-separation", .info,
    "A tab between a key and its value",
    why: "Here a tab is taken as a blank; at a line's start the same tab is an error.",
    remedy: "Use a blank.",
    bad: "a:\tb\n",
    good: "a: b\n",
    source: "go-yaml v2 scannerc.go yaml_parser_scan_to_next_token")

  public static let finalNewline = Rule(
    "yaml/final-newline", .info,
    "The last line of a block of text has no line end",
    why: """
      In config.yaml the text then ends without a line end, although `|` and `>` keep one \
      otherwise; in manifests the agent adds it.
      """,
    remedy: "End the file with a line end.",
    bad: "=== .gitlab/agents/a/config.yaml\na: |\n  text",
    good: "=== .gitlab/agents/a/config.yaml\na: |\n  text\n",
    source: "go-yaml v2 scannerc.go yaml_parser_scan_block_scalar")
}
