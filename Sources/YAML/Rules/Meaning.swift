/// What parses and is refused when the agent turns it into JSON, and our own bounds.
extension YAMLRules {
  public static let unknownAnchor = Rule(
    "yaml/unknown-anchor", .error,
    "An alias whose anchor is not known",
    why: """
      `*name` stands for the node that `&name` marked before it in the same document: `unknown \
      anchor 'name' referenced`.
      """,
    remedy: "Set the anchor before the alias, or quote a text that begins with `*`.",
    bad: "a: *base\n",
    good: "base: &base 1\na: *base\n",
    source: "go-yaml v2 decode.go parser.alias")

  public static let recursiveAlias = Rule(
    "yaml/recursive-alias", .error,
    "An alias inside the node that it stands for",
    why: "Such a value would have no end: `anchor 'x' value contains itself`.",
    remedy: "Move the alias out of the anchored node.",
    bad: "a: &x\n  b: *x\n",
    good: "a: &x\n  b: 1\nc: *x\n",
    source: "go-yaml v2 decode.go decoder.alias")

  public static let aliasExpansion = Rule(
    "yaml/alias-expansion", .error,
    "Aliases that expand to too much",
    why: """
      The agent counts the nodes that it visits through aliases against all: `document contains \
      excessive aliasing`.
      """,
    remedy: "Write the repeated parts out, or split the document.",
    bad: """
      a: &a [x,x,x,x,x,x,x,x,x,x]
      b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]
      c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]
      d: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]

      """,
    good: "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: [*a,*a]\n",
    source: "go-yaml v2 decode.go allowedAliasRatio")

  public static let mergeValue = Rule(
    "yaml/merge-value", .error,
    "The value of `<<` is no mapping",
    why: """
      A merge takes a mapping, an alias to one, or a list of those: `map merge requires map or \
      sequence of maps as the value`.
      """,
    remedy: "Let the alias stand for a mapping, or put the key in quotes.",
    bad: "a: &a [1]\nb:\n  <<: *a\n",
    good: "a: &a {x: 1}\nb:\n  <<: *a\n",
    source: "go-yaml v2 decode.go decoder.merge")

  public static let keyKind = Rule(
    "yaml/key-kind", .error,
    "A key that cannot be a JSON key",
    why: """
      Keys are texts, numbers or booleans: `invalid map key` for a mapping or list (an unquoted \
      `{{ template }}` is one), `unsupported map key of type` for null and huge numbers.
      """,
    remedy: "Quote the key; render templates before they are committed.",
    bad: "name: {{ .Values.name }}\n",
    good: "name: '{{ .Values.name }}'\n",
    source: "sigs.k8s.io/yaml yaml.go convertToJSONableObject")

  public static let tagValue = Rule(
    "yaml/tag-value", .error,
    "A value that does not fit its tag",
    why: """
      `!!int`, `!!float`, `!!bool`, `!!null`, `!!timestamp` and `!!binary` are demands: `cannot \
      decode !!str as a !!int`.
      """,
    remedy: "Remove the tag, or write a value of that kind.",
    bad: "a: !!int abc\n",
    good: "a: !!int 12\n",
    source: "go-yaml v2 resolve.go resolve")

  public static let notFinite = Rule(
    "yaml/not-finite", .error,
    "Infinity or NaN as a value",
    why: "JSON has no such number: `json: unsupported value: +Inf`.",
    remedy: "Write a number, or quote the word.",
    bad: "a: .inf\n",
    good: "a: '.inf'\n",
    source: "encoding/json floatEncoder")

  public static let tooDeep = Rule(
    "yaml/too-deep", .error,
    "Nested deeper than the agent reads",
    why: """
      10,000 levels of brackets, of indentation, or of JSON are the most: `exceeded max depth of \
      10000`.
      """,
    remedy: "Nest less.",
    source: "go-yaml v2 scannerc.go max_flow_level, max_indents; encoding/json maxNestingDepth")

  public static let tooLarge = Rule(
    "yaml/too-large", .error,
    "The file is beyond a limit of this check",
    why: """
      A file is read within bounds of bytes, documents and nodes, so that no input can exhaust a \
      hook's machine. What lies beyond was not checked.
      """,
    remedy: "Split the file, or raise the limit that the message names.",
    source: "manifest-lint ReadLimits")
}
