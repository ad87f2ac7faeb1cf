public import YAML

/// What decodes, and then does not do what it says.
extension AgentRules {
  public static let namespaceName = Rule(
    "agent/namespace-name", .warning,
    "The default namespace cannot be the name of a namespace",
    why: """
      The server does not look at it. Every object without a namespace, and the inventory, then \
      fails in the cluster: `a lowercase RFC 1123 label must consist of lower case alphanumeric \
      characters or '-'`.
      """,
    remedy: "Write 1 to 63 lower-case letters, digits and dashes, a dash neither first nor last.",
    bad: """
      gitops:
        manifest_projects:
        - id: group/app
          default_namespace: My_Apps

      """,
    good: """
      gitops:
        manifest_projects:
        - id: group/app
          default_namespace: my-apps

      """,
    source: "apimachinery pkg/util/validation IsDNS1123Label")

  public static let cadence = Rule(
    "agent/cadence", .error,
    "The cadence is no cron expression",
    why: "The agent refuses the configuration when it applies it: `cadence is invalid`.",
    remedy: """
      Write five fields (minute, hour, day, month, weekday 0 to 6), or @daily and its like, in \
      quotes.
      """,
    bad: """
      container_scanning:
        cadence: '0 25 * * *'

      """,
    good: """
      container_scanning:
        cadence: '0 5 * * *'

      """,
    source: "gitlab-agent starboard_vulnerability/agent; robfig/cron v3 parser.go")

  public static let laterCheck = Rule(
    "agent/setting-invalid", .warning,
    "GitLab does not take the setting's value",
    why: """
      The file decodes, and GitLab's own check refuses the value later. For remote_development no \
      setting of the section can change until it is mended.
      """,
    remedy: "Write a value as the documentation of the setting asks.",
    bad: """
      remote_development:
        enabled: true
        dns_zone: workspaces.example.com
        max_active_hours_before_stop: 0

      """,
    good: """
      remote_development:
        enabled: true
        dns_zone: workspaces.example.com
        max_active_hours_before_stop: 36

      """,
    source: "GitLab documentation, workspace settings and operational container scanning")

  public static let gitopsDeprecated = Rule(
    "agent/gitops-deprecated", .info,
    "The agent's own GitOps is on its way out",
    why: """
      Deprecated in 16.2; from 17.0 on nothing is synchronised any more, and what was applied \
      stays in the cluster unwatched.
      """,
    remedy: """
      Move to Flux: a GitRepository and a Kustomization take the place of each manifest project. \
      Use --gitlab-version to name the version that the instance runs.
      """,
    bad: """
      gitops:
        manifest_projects:
        - id: group/app

      """,
    good: """
      ci_access:
        projects:
        - id: group/app

      """,
    source: "GitLab documentation, deprecations 17.0")

  public static let credential = Rule(
    "agent/credential", .error,
    "The configuration holds a credential",
    why: """
      Everyone who can read the repository can use it, now and in the history. The agent needs \
      none: no key of the file takes a token or a private key.
      """,
    remedy: "Revoke the credential, then take it out of the file.",
    bad: """
      ci_access: {}
      # token: glpat-aaaaaaaaaaaaaaaaaaaa

      """,
    good: """
      ci_access: {}

      """,
    source: "manifest-lint")

  public static let fluxGlob = Rule(
    "agent/flux-glob", .info,
    "No path of a Flux Kustomization selects what the glob selects",
    why: """
      A Kustomization takes one folder and every .yaml and .yml file below it, or what a \
      kustomization.yaml in the folder lists.
      """,
    remedy: "Move the files to a folder of their own, or list them in a kustomization.yaml.",
    source: "Flux documentation, Kustomization")
}
