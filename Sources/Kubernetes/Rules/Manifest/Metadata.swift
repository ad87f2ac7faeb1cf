public import YAML

/// Metadata that the server takes and an apply does not.
extension ManifestRules {
  public static let generateName = Rule(
    "manifest/generate-name-with-apply", .warning,
    "The object has a generateName and no name",
    why: """
      It can be created, again and again under new names, but not applied: `cannot use \
      generate name with apply`.
      """,
    remedy: "Give it a metadata.name.",
    bad: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        generateName: settings-

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "kubectl apply; apiserver patch handler")

  public static let serverFields = Rule(
    "manifest/server-fields", .warning,
    "The manifest holds metadata that belongs to the server",
    why: """
      uid and resourceVersion make an apply fail or conflict, and managedFields must be \
      empty in server-side apply. They come from an exported object.
      """,
    remedy: "Take the field out of the manifest.",
    bad: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        uid: 8d6f6c1e-0000-4000-8000-000000000000

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "apiserver/pkg/endpoints/handlers/patch.go; registry store Create")

  public static let namespaceOnClusterScoped = Rule(
    "manifest/namespace-on-cluster-scoped", .warning,
    "A cluster-scoped kind is given a namespace",
    why: """
      The server clears it on create; clients may refuse it, and it misleads the reader.
      """,
    remedy: "Take metadata.namespace out.",
    bad: """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: web
        namespace: web

      """,
    good: """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: web

      """,
    source: """
      apiserver/pkg/registry/rest/meta.go EnsureObjectNamespaceMatchesRequestNamespace
      """)
}
