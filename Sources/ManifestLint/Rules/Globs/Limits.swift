public import YAML

/// The agent's limits. What goes over one takes more files than an example should have.
extension GlobRules {
  public static let tooManyPaths = Rule(
    "glob/too-many-paths", .error, "A manifest project has more globs than the agent takes",
    why: """
      The request is refused: `maximum number of GitOps paths per manifest project is 100, but … was \
      requested`. Nothing is applied.
      """,
    remedy: """
      Join globs with `{a,b}` and `**`, or have max_number_of_paths raised in the server's \
      configuration.
      """,
    source: "gitops agent and server, max_number_of_paths; agent-config 5.1, 5.4")

  public static let tooManyFiles = Rule(
    "glob/too-many-files", .error, "The globs make the agent look at more files than it takes",
    why: """
      The sync ends with `maximum number of files limit reached: 1000` and nothing is applied. Every \
      file that is looked at counts, whether it matches or not, over all globs together: a recursive \
      glob counts all files below its literal directory.
      """,
    remedy: """
      Put the manifests into a directory of their own and name it in the glob, before the first `*`; \
      or have max_number_of_files raised in the server's configuration.
      """,
    source: "gitops server, entry count visitor; agent-config 5.3, 5.4")

  public static let fileTooLarge = Rule(
    "glob/file-too-large", .error, "A selected file is larger than the agent takes",
    why: """
      The sync ends with `FileTooBig: TreeEntry: file is too big` and nothing is applied.
      """,
    remedy: """
      Split the file, leave it out of the globs, or have max_manifest_file_size raised in the \
      server's configuration.
      """,
    source: "gitops server, max_manifest_file_size; agent-config 5.4")

  public static let totalTooLarge = Rule(
    "glob/total-too-large", .error, "The selected files together are larger than the agent takes",
    why: """
      The sync ends with `FileTooBig: TreeEntry: file is too big` at the file that no longer fits, or \
      with `unexpected negative remaining total file size`, and nothing is applied.
      """,
    remedy: """
      Select fewer files, spread them over several agents, or have max_total_manifest_file_size \
      raised in the server's configuration.
      """,
    source: "gitops server, max_total_manifest_file_size; agent-config 5.4")
}
