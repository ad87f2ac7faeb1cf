public import YAML

/// The rules about globs and the files that they select.
public enum GlobRules {
  /// Every rule of the category `glob`, in the order of the documentation.
  public static let all: [Rule] = [
    syntax, neverMatches, negatedClass, doublestarNotComponent,
    noMatch, prefixMissing, hiddenDirectory, prefixStripped, letterCase, overlap,
    tooManyPaths, tooManyFiles, fileTooLarge, totalTooLarge,
    notAManifest, symlink, lfsPointer,
  ]

  /// A repository whose agent has one manifest project with one glob.
  static func example(_ glob: String, _ files: String...) -> String {
    """
    === .gitlab/agents/production/config.yaml
    gitops:
      manifest_projects:
        - paths:
            - glob: '\(glob)'

    """ + files.map { "=== \($0)\n" + manifest }.joined()
  }

  private static let manifest = """
    apiVersion: v1
    kind: Namespace
    metadata:
      name: web

    """
}
