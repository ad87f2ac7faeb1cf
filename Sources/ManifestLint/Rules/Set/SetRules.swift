public import YAML

/// The rules that need all files of all agents.
public enum SetRules {
  public static let duplicateObject = Rule(
    "set/duplicate-object", .warning,
    "One agent gets the same object twice",
    why: """
      The agent applies all selected files as one set; of two manifests of one object the later \
      one overwrites the earlier at every sync, and which one is later follows the files' names.
      """,
    remedy: "Keep one of the two, or give one another name or namespace.",
    bad: """
      === .gitlab/agents/gitops/config.yaml
      gitops:
        manifest_projects:
          - id: group/project
            paths:
              - glob: /apps/*.yaml
      === apps/a.yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        namespace: web
      === apps/b.yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        namespace: web
      """,
    good: """
      === .gitlab/agents/gitops/config.yaml
      gitops:
        manifest_projects:
          - id: group/project
            paths:
              - glob: /apps/*.yaml
      === apps/a.yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        namespace: web
      === apps/b.yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        namespace: other
      """,
    source: "cli-utils, one inventory a manifest project")

  public static let objectOfTwoAgents = Rule(
    "set/object-of-two-agents", .warning,
    "Two agents apply the same object",
    why: """
      In one cluster the second agent finds the object with the other's inventory: with the \
      default `inventory_policy: must_match` it logs `inventory policy prevented actuation`, with \
      `adopt_all` the two take it from each other. Agents of different clusters do not meet.
      """,
    remedy: "Let one agent apply it, or switch the rule off where each agent has its own cluster.",
    bad: """
      === .gitlab/agents/blue/config.yaml
      gitops:
        manifest_projects:
          - id: group/project
            paths:
              - glob: /blue/*.yaml
      === .gitlab/agents/green/config.yaml
      gitops:
        manifest_projects:
          - id: group/project
            paths:
              - glob: /green/*.yaml
      === blue/settings.yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
      === green/settings.yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
      """,
    good: """
      === .gitlab/agents/blue/config.yaml
      gitops:
        manifest_projects:
          - id: group/project
            paths:
              - glob: /blue/*.yaml
      === .gitlab/agents/green/config.yaml
      gitops:
        manifest_projects:
          - id: group/project
            paths:
              - glob: /green/*.yaml
      === blue/settings.yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
      === green/settings.yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        namespace: green
      """,
    source: "gitlab-agent inventory_policy; cli-utils pkg/inventory policy.go")

  public static let all = [duplicateObject, objectOfTwoAgents]
}
