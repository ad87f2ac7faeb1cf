/// What go-yaml's scanner and parser refuse. An error in one document ends the file for the agent,
/// and with it the whole synchronisation.
extension YAMLRules {
  public static let character = Rule(
    "yaml/character", .error,
    "A byte or character that the agent's reader refuses",
    why: """
      The reader takes UTF-8 only and refuses control characters everywhere, in comments too: \
      `control characters are not allowed`, `invalid leading UTF-8 octet`.
      """,
    remedy: """
      Save the file as UTF-8; write a control character as an escape in double quotes ("\\x01").
      """,
    bad: "note: a\u{1}b\n",
    good: "note: \"a\\x01b\"\n",
    source: "go-yaml v2 readerc.go yaml_parser_update_buffer")

  public static let tabIndentation = Rule(
    "yaml/tab-indentation", .error,
    "A tab where only blanks may indent",
    why: """
      Tabs do not count as indentation: `found character that cannot start any token`, `found a \
      tab character that violates indentation`.
      """,
    remedy: "Replace the tab by blanks; in a literal block give the indentation (`|2`).",
    bad: "a:\n\tb: 1\n",
    good: "a:\n  b: 1\n",
    source: "go-yaml v2 scannerc.go yaml_parser_scan_to_next_token")

  public static let unclosedQuote = Rule(
    "yaml/unclosed-quote", .error,
    "A quote is opened and never closed",
    why: """
      Quoted text runs over line ends until its closing quote, so the rest of the document is \
      swallowed: `found unexpected end of stream`, `found unexpected document indicator`.
      """,
    remedy: "Close the quote; in single quotes a quote is written twice (`''`).",
    bad: "a: 'x\nb: 1\n",
    good: "a: 'x'\nb: 1\n",
    source: "go-yaml v2 scannerc.go yaml_parser_scan_flow_scalar")

  public static let unclosedBracket = Rule(
    "yaml/unclosed-bracket", .error,
    "A bracket or brace is opened and not closed",
    why: """
      A flow collection runs over line ends until its bracket closes: `did not find expected ',' \
      or ']'`.
      """,
    remedy: "Close it, or put quotes around a text that begins with a bracket.",
    bad: "a: [1, 2\nb: 1\n",
    good: "a: [1, 2]\nb: 1\n",
    source: "go-yaml v2 parserc.go yaml_parser_parse_flow_sequence_entry")

  public static let flowSyntax = Rule(
    "yaml/flow-syntax", .error,
    "A comma, a value or a bracket is missing inside brackets",
    why: """
      Between elements stands one comma, and a key and its colon are on one line: `did not find \
      expected node content`, `did not find expected ',' or '}'`.
      """,
    remedy: "Write one comma between two elements and quote texts with brackets or commas.",
    bad: "a: [1,, 2]\n",
    good: "a: [1, 2]\n",
    source: "go-yaml v2 parserc.go yaml_parser_parse_flow_mapping_key")

  public static let indentation = Rule(
    "yaml/indentation", .error,
    "A line stands at a column that fits nothing above it",
    why: """
      Columns decide what belongs together: `did not find expected key`, `did not find expected \
      '-' indicator`, `block sequence entries are not allowed in this context`.
      """,
    remedy: "Align the line with the entries that it belongs to.",
    bad: "a:\n    b: 1\n  c: 2\n",
    good: "a:\n    b: 1\n    c: 2\n",
    source: "go-yaml v2 parserc.go yaml_parser_parse_block_mapping_key")

  public static let nestedMapping = Rule(
    "yaml/nested-mapping", .error,
    "A second colon where a value cannot be a mapping",
    why: """
      A colon with a blank behind it makes a key, and a plain value cannot hold one: `mapping \
      values are not allowed in this context`.
      """,
    remedy: "Put quotes around the value, or write the mapping on lines of its own.",
    bad: "message: Error: it failed\n",
    good: "message: 'Error: it failed'\n",
    source: "go-yaml v2 scannerc.go yaml_parser_fetch_value")

  public static let missingColon = Rule(
    "yaml/missing-colon", .error,
    "A key without a colon and a blank behind it",
    why: """
      Among the keys of a mapping every line is `key: value`: `could not find expected ':'`. A \
      colon counts only with a blank or the line's end behind it.
      """,
    remedy: "Write `key: value` with a blank after the colon, or indent the line to continue text.",
    bad: "a: 1\nimage:nginx\nb: 2\n",
    good: "a: 1\nimage: nginx\nb: 2\n",
    source: "go-yaml v2 scannerc.go yaml_simple_key_is_valid")

  public static let trailingText = Rule(
    "yaml/trailing-text", .error,
    "Text behind a closing quote or bracket",
    why: """
      After a quoted text or a bracket the value is complete, and what follows on the line is not \
      part of it: `did not find expected key`.
      """,
    remedy: "Put the whole value in quotes.",
    bad: "glob: {a,b}/*.yaml\n",
    good: "glob: '{a,b}/*.yaml'\n",
    source: "go-yaml v2 parserc.go yaml_parser_parse_block_mapping_key")

  public static let reservedCharacter = Rule(
    "yaml/reserved-character", .error,
    "A plain text begins with a character that means something in YAML",
    why: """
      `*` begins an alias and `&` an anchor, and @ ` % may not begin a text: `did not find expected \
      alphabetic or numeric character`, `found character that cannot start any token`.
      """,
    remedy: "Put the value in quotes.",
    bad: "glob: *.yaml\n",
    good: "glob: '*.yaml'\n",
    source: "go-yaml v2 scannerc.go yaml_parser_scan_anchor, yaml_parser_fetch_next_token")

  public static let escape = Rule(
    "yaml/escape", .error,
    "An escape in double quotes that the agent does not know",
    why: """
      In double quotes a backslash begins an escape, and unlike JSON and YAML 1.2 the agent's \
      dialect has no `\\/`: `found unknown escape character`.
      """,
    remedy: "Write `\\\\` for a backslash, or use single quotes, in which it is plain text.",
    bad: "pattern: \"\\d+\"\n",
    good: "pattern: '\\d+'\n",
    source: "go-yaml v2 scannerc.go yaml_parser_scan_flow_scalar")

  public static let blockScalar = Rule(
    "yaml/block-scalar", .error,
    "Text or a wrong indicator behind `|` or `>`",
    why: """
      The header of a block scalar takes one of `+ -` and one digit from 1 to 9, then the line must \
      end: `did not find expected comment or line break`.
      """,
    remedy: "Begin the text on the next line, deeper than the key.",
    bad: "a: | text\n",
    good: "a: |\n  text\n",
    source: "go-yaml v2 scannerc.go yaml_parser_scan_block_scalar")

  public static let tag = Rule(
    "yaml/tag", .error,
    "A tag that cannot be read",
    why: """
      A word that begins with `!` is a tag, its handle must be known and a blank must follow: \
      `found undefined tag handle`, `did not find expected whitespace or line break`.
      """,
    remedy: "Put a text that begins with `!` in quotes.",
    bad: "a: !env!NAME x\n",
    good: "a: '!env!NAME x'\n",
    source: "go-yaml v2 scannerc.go yaml_parser_scan_tag")

  public static let directive = Rule(
    "yaml/directive", .error,
    "A `%` directive that the agent refuses",
    why: """
      Only `%YAML 1.1` and `%TAG` are known, and in manifests no directive works at all, because \
      the stream is cut at `---` first: `found incompatible YAML document`, `did not find expected \
      <document start>`.
      """,
    remedy: "Remove the line; nothing needs it.",
    bad: "%YAML 1.2\n---\na: 1\n",
    good: "a: 1\n",
    source: "go-yaml v2 parserc.go yaml_parser_process_directives")

  public static let documentSeparator = Rule(
    "yaml/document-separator", .error,
    "A `---` line with something behind it",
    why: """
      Since apimachinery 0.22 only blanks and a comment may follow `---` at a line's start: \
      `invalid Yaml document separator`. Older agents took such a line for text of the document \
      before it.
      """,
    remedy: "Begin the document on the next line.",
    bad: "a: 1\n--- {b: 2}\n",
    good: "a: 1\n---\n{b: 2}\n",
    source: "apimachinery/pkg/util/yaml/decoder.go YAMLReader.Read")

  public static let jsonSyntax = Rule(
    "yaml/json-syntax", .error,
    "A file that begins like JSON is no JSON",
    why: """
      When the first byte that is no blank is `{` the agent reads the file as a stream of JSON \
      objects; only newer ones try YAML when the first object fails.
      """,
    remedy: "Mend the JSON, or begin the file with `---` to have it read as YAML.",
    bad: "{\"a\": 1}\n{\"b\": 2}\n{\"c\": 3,}\n",
    good: "{\"a\": 1}\n{\"b\": 2}\n{\"c\": 3}\n",
    source: "apimachinery/pkg/util/yaml/decoder.go YAMLOrJSONDecoder.Decode")
}
