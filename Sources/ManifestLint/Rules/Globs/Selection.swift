public import YAML

/// Globs that select nothing, too little, or the same twice.
extension GlobRules {
  public static let noMatch = Rule(
    "glob/no-match", .warning, "A glob selects no file",
    why: """
      The agent takes it without a word. A manifest project that selects nothing is an empty one: \
      with `prune: true`, the default since 14.0, all that was applied before is removed from the \
      cluster.
      """,
    remedy: "Correct the glob, or take it out.",
    bad: example("/deployment/*.yml", "deployment/web.yaml"),
    good: example("/deployment/*.yaml", "deployment/web.yaml"),
    source: "gitops server fetch visitors; agent-config 5.3, 5.5")

  public static let prefixMissing = Rule(
    "glob/prefix-missing", .error, "A glob names a directory that is not in the repository",
    why: """
      From 16.3 on the sync ends with `NotFound: GetTreeEntries.Recv: file/directory/ref not found`. \
      Before, the directory counts as empty, and with `prune: true` what was applied from it before \
      is removed.
      """,
    remedy: "Correct the directory, or take the glob out.",
    bad: example("/deploy/**/*.yaml", "deployment/web.yaml"),
    good: example("/deployment/**/*.yaml", "deployment/web.yaml"),
    source: "gitaly GetTreeEntries; gitops server; agent-config 5.5")

  public static let hiddenDirectory = Rule(
    "glob/hidden-directory", .warning, "A glob matches only files below a directory with a dot",
    why: """
      Files below a directory whose name begins with `.` are left out after they are matched, without \
      a word. Files whose own name begins with `.` are not.
      """,
    remedy: "Move the manifests to a directory whose name does not begin with a dot.",
    bad: example("/.kubernetes/*.yaml", ".kubernetes/web.yaml"),
    good: example("/kubernetes/*.yaml", "kubernetes/web.yaml"),
    source: "gitops server, hidden directory visitor; agent-config 5.3")

  public static let prefixStripped = Rule(
    "glob/prefix-stripped", .error,
    "The agent of 13.7 to 13.11 cuts the directory off the glob, not off the paths",
    why: """
      `/team/app/*.yaml` becomes `*.yaml` there and is compared with `team/app/web.yaml`, which it \
      does not match. Only a glob that goes on with `**/` behind its literal directories works. \
      Fixed in 13.12.
      """,
    remedy: "Write `**/` behind the directory, or move to GitLab 13.12 or later.",
    source: "gitops server of 13.7.0; agent-config 5.3")

  public static let letterCase = Rule(
    "glob/case", .info, "A glob matches nothing, but would if case did not count",
    why: "Git and the agent tell `App` from `app`, whatever the file system of the author does.",
    remedy: "Write the path in the letters that `git ls-files` prints.",
    bad: example("/deployment/*.YAML", "deployment/web.yaml"),
    good: example("/deployment/*.yaml", "deployment/web.yaml"),
    source: "doublestar v2.0.4; agent-config 6")

  public static let overlap = Rule(
    "glob/overlap", .error, "Two globs of a manifest project select the same file",
    why: """
      The sync ends with `path visited more than once` and nothing is applied. Before 13.12 the file \
      was applied twice.
      """,
    remedy: "Make the globs disjoint; mostly one of them already covers the other.",
    bad: """
      === .gitlab/agents/production/config.yaml
      gitops:
        manifest_projects:
          - paths:
              - glob: '/**/*.yaml'
              - glob: '/deployment/*.yaml'
      === deployment/web.yaml
      apiVersion: v1
      kind: Namespace
      metadata:
        name: web

      """,
    good: example("/**/*.yaml", "deployment/web.yaml"),
    source: "gitops server, duplicate path visitor; agent-config 5.3")
}
