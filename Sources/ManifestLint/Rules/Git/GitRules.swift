public import YAML

/// The rules about what could be read at all, whatever stands in it.
public enum GitRules {
  public static let fileTooLarge = Rule(
    "git/file-too-large", .error,
    "A selected file is too large to be checked",
    why: """
      The check reads every selected file as a whole. One that is larger than the limit \
      `file-bytes` is not read.
      """,
    remedy: "Split the file, or raise the limit with `--limit file-bytes=N`.",
    source: "manifest-lint")

  public static let tooManyFindings = Rule(
    "git/too-many-findings", .error,
    "A file has more findings than are kept",
    why: """
      A file that is wrong all over would fill every report; after the limit `findings` of one \
      file the rest is only counted.
      """,
    remedy: "Mend what is shown and check again, or raise the limit with `--limit findings=N`.",
    source: "manifest-lint")

  public static let notChecked = Rule(
    "git/not-checked", .error,
    "An object was not checked although all were to be",
    why: """
      With `--require-checked` nothing may pass that was not looked at: an object of a kind whose \
      schema is not known, or one behind a limit.
      """,
    remedy: "Give the kind's CustomResourceDefinition, or drop `--require-checked`.",
    source: "manifest-lint")

  public static let all = [fileTooLarge, tooManyFindings, notChecked]
}
