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

  public static let dangerousPrune = Rule(
    "set/dangerous-prune", .warning,
    "A change prunes what holds other things",
    why: """
      The agent deletes from the cluster what is no longer selected (`prune`, on by default from \
      14.0). With a Namespace goes everything in it, with a CustomResourceDefinition every object of \
      its kind, with a volume claim its data; an agent that prunes itself never comes back.
      """,
    remedy: """
      Keep it selected, or annotate it with `cli-utils.sigs.k8s.io/on-remove: keep` in a commit \
      before this one.
      """,
    source: "cli-utils pkg/apply prune; told by `plan --from`")

  public static let agentWithoutEffect = Rule(
    "set/agent-without-effect", .info,
    "An agent's configuration gives it nothing to do",
    why: """
      With nothing but `observability` the agent connects and logs: it synchronises nothing, and no \
      job and no user may reach the cluster through it.
      """,
    remedy: "Add the section that is meant: gitops, ci_access or user_access.",
    bad: """
      === .gitlab/agents/gitops/config.yaml
      observability:
        logging:
          level: debug
      """,
    good: """
      === .gitlab/agents/gitops/config.yaml
      observability:
        logging:
          level: debug
      ci_access:
        projects:
          - id: group/project
      """,
    source: "gitlab-agent modules")

  public static let namespaceNotMade = Rule(
    "set/namespace-not-made", .info,
    "An object lies in a namespace that no selected file makes",
    why: """
      The server refuses an object whose namespace does not exist: `namespaces "x" not found`. Told \
      only where the agent makes other namespaces; this one may be made by somebody else.
      """,
    remedy: "Correct the name, or add a manifest of the namespace.",
    bad: """
      === .gitlab/agents/gitops/config.yaml
      gitops:
        manifest_projects:
          - id: group/project
            paths:
              - glob: /apps/*.yaml
      === apps/a.yaml
      apiVersion: v1
      kind: Namespace
      metadata:
        name: web
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        namespace: wbe
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
      kind: Namespace
      metadata:
        name: web
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        namespace: web
      """,
    source: "kube-apiserver admission NamespaceLifecycle")

  public static let secretInRepository = Rule(
    "set/secret-in-repository", .info,
    "A selected Secret holds its values in the repository",
    why: """
      Base64 hides nothing: everybody who reads the repository, its clones and its history reads the \
      values. In a public project that is everybody, and the finding is a warning.
      """,
    remedy: """
      Let an operator make the Secret in the cluster (External Secrets, Sealed Secrets), and change \
      the values that were published.
      """,
    bad: """
      === .gitlab/agents/gitops/config.yaml
      gitops:
        manifest_projects:
          - id: group/project
            paths:
              - glob: /apps/*.yaml
      === apps/a.yaml
      apiVersion: v1
      kind: Secret
      metadata:
        name: token
      stringData:
        token: changeit
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
      kind: Secret
      metadata:
        name: token
      """,
    source: "Kubernetes documentation, Good practices for Secrets")

  public static let manifestNotSelected = Rule(
    "set/manifest-not-selected", .info,
    "A manifest beside selected files is selected by no agent",
    why: """
      The agent applies what its globs select and says nothing of the rest: a file with another \
      ending is overlooked without a word.
      """,
    remedy: "Widen the glob, for example `*.{yaml,yml}`, or rename the file.",
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
        name: a
      === apps/b.yml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: b
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
        name: a
      === apps/b.yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: b
      """,
    source: "gitlab-agent internal/module/gitops/server")

  public static let kindDefinedTwice = Rule(
    "set/kind-defined-twice", .warning,
    "Two CustomResourceDefinitions define the same kind",
    why: """
      In one API group a kind belongs to the definition whose names were accepted first. The other \
      one gets the condition `NamesAccepted: False` with the reason `KindConflict`, is never \
      established, and its resources are not served. Which one is first depends on the order in \
      which they reach the server.
      """,
    remedy: "Keep one of the two, or give one another kind.",
    bad: kindTwice("Gadget", "Gadget"), good: kindTwice("Gadget", "Device"),
    source:
      "apiextensions-apiserver, pkg/controller/status/naming_controller.go, calculateNamesAndConditions"
  )

  private static func kindTwice(_ first: String, _ second: String) -> String {
    func definition(_ name: String, kind: String) -> String {
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: \(name)s.example.com
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: \(name)s, singular: \(name), kind: \(kind)}
        versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object}}
      """
    }
    return """
      === .gitlab/agents/gitops/config.yaml
      gitops:
        manifest_projects:
          - id: group/project
            paths:
              - glob: /crds/*.yaml
      === crds/first.yaml
      \(definition("gadget", kind: first))
      === crds/second.yaml
      \(definition("device", kind: second))
      """
  }

  public static let all = [
    duplicateObject, objectOfTwoAgents, dangerousPrune, agentWithoutEffect, namespaceNotMade,
    secretInRepository, manifestNotSelected, kindDefinedTwice,
  ]
}
