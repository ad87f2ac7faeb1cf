/// What a user of kubeconform asks of a run, by that tool's flags.
public struct KubeconformOptions: Sendable {
  public enum Format: String, Sendable, CaseIterable { case json, junit, pretty, tap, text }

  public var format = Format.text
  /// `-summary`: one line, or one member, of counts.
  public var hasSummary = false
  /// `-verbose`: what is valid or skipped is told too.
  public var isVerbose = false
  /// `-strict`: fields that the kind does not have, and keys written twice, are errors.
  public var isStrict = false
  /// `-ignore-missing-schemas`: objects of unknown kinds are skipped.
  public var ignoresMissingSchemas = false
  /// `-exit-on-error`: nothing is told after the first error.
  public var exitsOnError = false
  /// `-skip` and `-reject`: kinds, or `group/version/Kind`.
  public var skippedKinds: Set<String> = []
  public var rejectedKinds: Set<String> = []
  /// The summary says `parsing stdin` in place of the number of files.
  public var readsStandardInput = false
  /// Files that could not be opened, with the reason.
  public var missingFiles: [(path: [UInt8], reason: String)] = []

  public init() {}
}
