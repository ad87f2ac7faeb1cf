public import YAML

/// Selected files that hold no manifests.
extension GlobRules {
  public static let notAManifest = Rule(
    "glob/not-a-manifest", .error, "A glob selects a file that holds no Kubernetes objects",
    why: """
      The agent decodes everything that its globs select, whatever the name. One file that is no \
      Kubernetes object stops the sync: `Failed to decode manifest objects` (15.4 and later; before, \
      `Failed to decode GitOps objects`).
      """,
    remedy: """
      Keep manifests in a directory of their own and name it in the glob: `/manifests/**/*.yaml`.
      """,
    bad: example("/*.yml", "deployment.yml") + """
      === .gitlab-ci.yml
      test:
        script: make test

      """,
    good: example("/manifests/*.yml", "manifests/deployment.yml") + """
      === .gitlab-ci.yml
      test:
        script: make test

      """,
    source: "gitops agent, resource builder; agent-config 5.6")

  public static let symlink = Rule(
    "glob/symlink", .error, "A glob selects a symbolic link",
    why: """
      The agent's server does not follow links. The agent gets the text of the link's target in place \
      of a manifest, and the sync stops when it is decoded.
      """,
    remedy: "Put the file itself there, or leave the link out of the globs.",
    bad: example("/deployment/*.yaml", "base/web.yaml") + """
      === deployment/web.yaml mode=120000
      ../base/web.yaml
      """,
    good: example("/base/*.yaml", "base/web.yaml"),
    source: "gitaly GetTreeEntries, TreeEntry; agent-config 5.5")

  public static let lfsPointer = Rule(
    "glob/lfs-pointer", .error, "A glob selects a file that Git LFS keeps elsewhere",
    why: """
      The agent's server reads what git itself holds: the pointer's three lines, which are no \
      manifest. The sync stops when they are decoded.
      """,
    remedy: """
      Take the file out of Git LFS: remove its pattern from .gitattributes and add it anew with \
      `git add --renormalize`.
      """,
    bad: example("/deployment/*.yaml", "deployment/web.yaml") + """
      === deployment/large.yaml
      version https://git-lfs.github.com/spec/v1
      oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
      size 12345

      """,
    good: example("/deployment/*.yaml", "deployment/web.yaml"),
    source: "Git LFS specification; agent-config 5.5")
}
