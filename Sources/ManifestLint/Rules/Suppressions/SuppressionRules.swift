public import YAML

/// The rules about comments and lists that silence findings.
public enum SuppressionRules {
  public static let malformed = Rule(
    "lint/suppression-malformed", .warning,
    "A comment for manifest-lint cannot be followed",
    why: """
      An instruction that cannot be read silences nothing: the finding that it was written for is \
      still told.
      """,
    remedy: "Write `# manifest-lint: disable=RULE -- reason`, with a rule that exists.",
    bad: """
      # manifest-lint: disable
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    good: """
      # manifest-lint: disable=manifest/unknown-field -- read by our own tool
      extra: 1
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "manifest-lint")

  public static let unused = Rule(
    "lint/suppression-unused", .info,
    "A comment silences a finding that is not there",
    why: """
      What it was written for has been mended; left in place, it would hide the next mistake of \
      the same kind.
      """,
    remedy: "Remove the comment.",
    bad: """
      # manifest-lint: disable=manifest/unknown-field -- read by our own tool
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "manifest-lint")

  public static let staleBaseline = Rule(
    "lint/baseline-stale", .info,
    "The baseline lists findings that are mended",
    why: """
      An entry that matches nothing hides nothing today, and would hide the same mistake when \
      somebody makes it again.
      """,
    remedy: "Write the baseline anew with `--write-baseline FILE`.",
    source: "manifest-lint")

  public static let all = [malformed, unused, staleBaseline]
}
