public import YAML

/// The rules of the projects that a configuration names: ids, visibility, references.
public enum ProjectRules {
  public static let all: [Rule] = [
    idFormat, idNumeric, sampleID, duplicate, duplicateCase, notPublic, repositoryRestricted,
    visibilityUnknown, ownUnknown, refFormat, refMissing, refElsewhere,
  ]
}

extension ProjectRules {
  public static let idFormat = Rule(
    "project/id-format", .error,
    "The id is no full path of a project",
    why: """
      GitLab looks an id up as a number or as a full path with a slash, and finds nothing else: \
      `GetObjectsToSynchronize.Recv failed … code = NotFound desc = project not found`. Before \
      14.2 the agent logs nothing at all.
      """,
    remedy: "Write group/subgroup/project: no URL, no slash at an end, no .git, no blanks.",
    bad: """
      gitops:
        manifest_projects:
        - id: https://gitlab.example.com/group/app.git

      """,
    good: """
      gitops:
        manifest_projects:
        - id: group/app

      """,
    source: "GitLab REST API project lookup; concerns/routable.rb")

  public static let idNumeric = Rule(
    "project/id-numeric", .info,
    "The id is a project's number",
    why: """
      It is found, but a push is compared with the path: changes wait for the next poll, up to five \
      minutes.
      """,
    remedy: "Write the full path.",
    bad: """
      gitops:
        manifest_projects:
        - id: '12345'

      """,
    good: """
      gitops:
        manifest_projects:
        - id: group/app

      """,
    source: "gitlab-agent gitops/server")

  public static let sampleID = Rule(
    "project/sample-id", .warning,
    "The id is sample text of the documentation",
    why: "There is no such project: `project not found`, or the entry is ignored silently.",
    remedy: "Write the full path of your project or group.",
    bad: """
      ci_access:
        projects:
        - id: path/to/project

      """,
    good: """
      ci_access:
        projects:
        - id: group/app

      """,
    source: "GitLab documentation, agent configuration")

  public static let duplicate = Rule(
    "project/duplicate", .error,
    "A manifest project stands in the list twice",
    why: """
      The agent applies nothing of the section: `Failed to apply manifest projects configuration … \
      duplicate source id: X`. A left-out id is this project's.
      """,
    remedy: "Put all globs under one entry. Only 13.10 to 13.12 allow entries that differ.",
    bad: """
      gitops:
        manifest_projects:
        - id: group/app
          paths:
          - glob: /base/*.yaml
        - id: group/app
          paths:
          - glob: /web/*.yaml

      """,
    good: """
      gitops:
        manifest_projects:
        - id: group/app
          paths:
          - glob: /base/*.yaml
          - glob: /web/*.yaml

      """,
    source: "gitlab-agent gitops/agent module.go")

  public static let duplicateCase = Rule(
    "project/duplicate-case", .warning,
    "Two ids differ in upper and lower case only",
    why: """
      The agent takes them for two projects and starts two workers over one: each prunes what the \
      other applies.
      """,
    remedy: "Keep one entry, written as the project's path is.",
    bad: """
      gitops:
        manifest_projects:
        - id: group/app
        - id: Group/App

      """,
    good: """
      gitops:
        manifest_projects:
        - id: group/app

      """,
    source: "gitlab-agent gitops/agent module.go")

  public static let notPublic = Rule(
    "project/not-public", .error,
    "The agent may not read the manifest project",
    why: """
      Only the configuration's own project, or a project that anonymous visitors may download, is \
      read: `GetObjectsToSynchronize.Recv failed … desc = project not found`. Internal is not \
      enough, and membership never helps.
      """,
    remedy: """
      Keep the manifests in the project of the configuration, or make their project public.
      """,
    source: "GitLab internal API, lib/api/internal/kubernetes.rb project_info")

  public static let repositoryRestricted = Rule(
    "project/repository-restricted", .error,
    "The manifest project is public, its repository is not",
    why: """
      An anonymous visitor may not download the code, so the agent may not: `project not found`.
      """,
    remedy: """
      Open the repository to everyone (Settings, Visibility), or keep the manifests in the project \
      of the configuration.
      """,
    source: "GitLab internal API, lib/api/internal/kubernetes.rb project_info")

  public static let visibilityUnknown = Rule(
    "project/visibility-unknown", .warning,
    "Nothing is known of the manifest project's visibility",
    why: "If it is not public, the agent does not read it: `project not found`.",
    remedy: """
      List the project in the projects file (--projects); ci-templates/fetch-projects.sh writes one.
      """,
    bad: """
      gitops:
        manifest_projects:
        - id: group/app

      """,
    good: """
      gitops:
        manifest_projects:
        - id: group/project

      """,
    source: "GitLab internal API, lib/api/internal/kubernetes.rb project_info")

  public static let ownUnknown = Rule(
    "project/own-unknown", .info,
    "It is not known which project this repository is",
    why: """
      Whether a manifest project is this one decides if it may be private. Every one that the \
      projects file does not list is taken to be this repository.
      """,
    remedy: "Name the project: --project group/project, or `project:` in the settings.",
    bad: """
      gitops:
        manifest_projects:
        - id: group/app

      """,
    good: """
      gitops:
        manifest_projects:
        - paths:
          - glob: /**/*.yaml

      """,
    source: "manifest-lint")

  public static let refFormat = Rule(
    "project/ref-format", .error,
    "The reference cannot be the name of a branch, tag or commit",
    why: """
      `refs/heads/` or `refs/tags/` is put in front, and the result is not found: `GitOps: \
      repository poll failed: NotFound`. A commit must be a full id.
      """,
    remedy: "Write the short name of the branch or tag, or the full id of the commit.",
    bad: """
      gitops:
        manifest_projects:
        - id: group/app
          ref:
            branch: refs/heads/main

      """,
    good: """
      gitops:
        manifest_projects:
        - id: group/app
          ref:
            branch: main

      """,
    source: "gitlab-agent gitops/rpc/rpc_extra.go")

  public static let refElsewhere = Rule(
    "project/ref-elsewhere", .info,
    "The manifests of an entry are in another branch, tag or commit",
    why: """
      From 15.7 on an entry may name a `ref`; the agent then applies what that commit holds. A check \
      of another tree says nothing of it.
      """,
    remedy: "Check that commit too: `manifest-lint check --rev REF`.",
    bad: """
      gitops:
        manifest_projects:
        - id: group/project
          ref:
            tag: v1

      """,
    good: """
      gitops:
        manifest_projects:
        - id: group/project

      """,
    source: "gitlab-agent pkg/agentcfg GitRefCF")

  public static let refMissing = Rule(
    "project/ref-missing", .error,
    "The repository has no such branch or tag",
    why: """
      `GitOps: repository poll failed: NotFound: InfoRefsUploadPack: file/directory/ref not found` \
      (15.8 and later; before, the agent tries again in silence).
      """,
    remedy: "Correct the name, or push the branch or tag first.",
    source: "gitlab-agent gitops/server/server.go")
}
