public import YAML

/// Patterns that are malformed, or read otherwise than they are meant.
extension GlobRules {
  public static let syntax = Rule(
    "glob/syntax", .error, "A glob is malformed",
    why: """
      When a file leads the matcher to the malformed part, the sync ends with `glob … match failed: \
      syntax error in pattern` and nothing is applied. Until then, and behind `**/`, the glob \
      silently matches less than it says.
      """,
    remedy: """
      Close every `[` and `{`, write `\\-` for a hyphen in a class, and put a `\\` before `[`, `{` \
      and `\\` that stand for themselves.
      """,
    bad: example("/deployment/[a-.yaml", "deployment/a.yaml"),
    good: example("/deployment/[a-z].yaml", "deployment/a.yaml"),
    source: "doublestar v2.0.4 matchComponent; gitops server; agent-config 6")

  public static let neverMatches = Rule(
    "glob/never-matches", .warning, "A glob cannot match any file of a repository",
    why: """
      Paths are compared as git writes them, without `.`, `..`, empty components, or `/` at the end. \
      One `/` at the beginning of a glob is taken off; blanks are part of it.
      """,
    remedy: "Write the path as `git ls-files` prints it, with one `/` before it at most.",
    bad: example("./deployment/*.yaml", "deployment/web.yaml"),
    good: example("/deployment/*.yaml", "deployment/web.yaml"),
    source: "gitops server; doublestar v2.0.4; agent-config 5.3, 6")

  public static let negatedClass = Rule(
    "glob/negated-class", .warning, "A class begins with `!`, which does not negate it",
    why: """
      The agent's matcher knows only `[^…]`. `[!a]` matches `!` and `a`: the very files that were to \
      be left out.
      """,
    remedy: "Write `[^…]`; put the `!` elsewhere in the class where it stands for itself.",
    bad: example("/envs/[!d]*/*.yaml", "envs/dev/web.yaml", "envs/prod/web.yaml"),
    good: example("/envs/[^d]*/*.yaml", "envs/dev/web.yaml", "envs/prod/web.yaml"),
    source: "doublestar v2.0.4 matchComponent; agent-config 6")

  public static let doublestarNotComponent = Rule(
    "glob/doublestar-not-component", .warning, "`**` is not a whole component and means `*`",
    why: """
      Only a component that is exactly `**` matches any number of directories. In `**.yaml`, `a**` or \
      `{**/,}` it is a plain `*` and stays in one directory.
      """,
    remedy: "Set `**` between slashes: `/**/*.yaml`.",
    bad: example("/deployment/**.yaml", "deployment/web.yaml"),
    good: example("/deployment/**/*.yaml", "deployment/web.yaml"),
    source: "doublestar v2.0.4 doMatching; agent-config 6")
}
