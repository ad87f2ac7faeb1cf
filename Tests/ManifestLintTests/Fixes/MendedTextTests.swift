import Kubernetes
import ManifestLint
import Testing
import YAML

/// What the offered fixes make of a file.
@Suite struct MendedTextTests {
  /// The text with all fixes made; nil when none is offered.
  static func mended(_ text: String, config: Bool = false) throws -> String? {
    let path = config ? ".gitlab/agents/a/config.yaml" : "a.yaml"
    var options = LintOptions()
    options.kubernetes.versions = try #require(.init("1.36"))
    options.gitLabVersion = "16.0"
    let tree = MemoryTree([MemoryTree.File(path, text)])
    let report =
      try config
      ? lintConfigurations(tree, toolVersion: "0", options: options)
      : lintManifests(tree, toolVersion: "0", options: options)
    guard let fixes = FileFixes.all(in: report).first, !fixes.edits.isEmpty else { return nil }
    return fixes.applied(to: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func pod(_ spec: String) -> String {
    "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n\(spec)"
  }

  private static func deployment(_ spec: String) -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: a}
    spec:
      selector: {matchLabels: {a: b}}
      template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: b:1}]}}
      \(spec)

    """
  }

  private static func map(_ data: String) -> String {
    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n\(data)"
  }

  @Test(arguments: [
    // a misspelt key with one near name
    (
      pod("  contianers: [{name: a, image: b:1}]\n"), pod("  containers: [{name: a, image: b:1}]\n")
    ),
    (
      pod("  Containers: [{name: a, image: b:1}]\n"), pod("  containers: [{name: a, image: b:1}]\n")
    ),
    // quoted numbers and booleans where the bare ones are wanted
    (deployment("replicas: \"2\"  # two"), deployment("replicas: 2  # two")),
    (deployment("replicas: '-1'"), deployment("replicas: -1")),
    (deployment("paused: 'true'"), deployment("paused: true")),
    // and the reverse
    (
      map("  port: 8080 # a number\n  on: yes\n"),
      map("  port: \"8080\" # a number\n  on: \"yes\"\n")
    ),
    // tabs
    (map("  a:\t'1'\n"), map("  a: '1'\n")),
    (
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n\tname: a\ndata:\n\ta: b\n",
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  a: b\n"
    ),
    // a blank is missing after the colon
    (map("  a:b\n  c: d\n"), map("  a: b\n  c: d\n")),
    // the same key twice with the same value
    (map("  a: b\n  c: d\n  a: b\n"), map("  a: b\n  c: d\n")),
    (map("  a: \"b\"\n  a: \"b\"\n"), map("  a: \"b\"\n")),
    // an API version whose successor is the same
    (
      "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\n",
      "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\n"
    ),
    (
      "apiVersion: 'rbac.authorization.k8s.io/v1beta1'\nkind: Role\nmetadata: {name: a}\nrules: []\n",
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a}\nrules: []\n"
    ),
  ])
  func `what is certain is mended, and all else stays`(wrong: String, right: String) throws {
    #expect(try Self.mended(wrong) == right)
  }

  @Test(arguments: [
    // two near names, or the right one is there already
    pod("  hostPIC: true\n  containers: [{name: a, image: b:1}]\n"),
    pod("  contianers: []\n  containers: [{name: a, image: b:1}]\n"),
    // no number of the field, or one that is written in another way than it would be read
    deployment("replicas: \"two\""), deployment("replicas: \"1e3\""),
    deployment("replicas: \"007\""),
    deployment("replicas: \"99999999999\""), deployment("paused: \"yes\""),
    // another value, a value that goes on, a comment that would be lost
    map("  a: b\n  a: c\n"), map("  a: |\n    x\n  a: |\n    x\n"), map("  a: b\n  a: b # kept\n"),
    map("  a: b\n  a: b\n    c\n"), map("  a: &x b\n  a: &x b\n"),
    // tabs and blanks mixed, tabs in a text
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  \tname: a\n",
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n\tname: a\ndata:\n  a: |\n\tx\n",
    // other fields, another meaning
    "apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\nmetadata: {name: a}\n",
    "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\n",
  ])
  func `what is not certain is left alone`(text: String) throws {
    #expect(try Self.mended(text) == nil)
  }

  @Test(arguments: [
    ("gitops:\n  manifest_project: []\n", "gitops:\n  manifest_projects: []\n"),
    ("observability:\n  logging: {level: WARN}\n", "observability:\n  logging: {level: warn}\n"),
    (
      "gitops:\n  manifest_projects:\n    - id: a/b\n      prune_timeout: 3600\n",
      "gitops:\n  manifest_projects:\n    - id: a/b\n      prune_timeout: 3600s\n"
    ),
  ])
  func `configurations are mended too`(wrong: String, right: String) throws {
    #expect(try Self.mended(wrong, config: true) == right)
  }
}
