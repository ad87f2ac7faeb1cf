public import YAML

/// The rules about manifests before their meaning: recognition, shape and readable values.
public enum ManifestRules {}

/// What kind an object is and whether the server serves it.
extension ManifestRules {
  public static let notAnObject = Rule(
    "manifest/not-an-object", .error,
    "A document is no Kubernetes object",
    why: """
      The agent reads every document of a manifest file as one object; a list or a scalar \
      stops the sync with a decode error.
      """,
    remedy: """
      Make the document a mapping with apiVersion, kind and metadata, or move the file out \
      of the globs.
      """,
    bad: """
      - one
      - two

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "apimachinery/pkg/runtime/serializer/json/meta.go Interpret")

  public static let missingKind = Rule(
    "manifest/missing-kind", .error,
    "The document names no kind",
    why: """
      Without kind the server cannot tell what the object is: `Object 'Kind' is missing`.
      """,
    remedy: "Write `kind`, in exactly these letters, with a text as its value.",
    bad: """
      apiVersion: v1
      metadata:
        name: settings

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "apimachinery/pkg/apis/meta/v1/unstructured UnstructuredJSONScheme")

  public static let missingAPIVersion = Rule(
    "manifest/missing-api-version", .error,
    "The document names no apiVersion",
    why: """
      Without apiVersion the server cannot tell which API is meant: `Object 'apiVersion' is \
      missing`.
      """,
    remedy: """
      Write `apiVersion`, in exactly these letters, for instance `v1` or `apps/v1`.
      """,
    bad: """
      kind: ConfigMap
      metadata:
        name: settings

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "apimachinery/pkg/apis/meta/v1/unstructured UnstructuredJSONScheme")

  public static let unknownKind = Rule(
    "manifest/unknown-kind", .error,
    "The kind is not known",
    why: """
      The server answers `no matches for kind`. A kind of a foreign group may be a custom \
      resource whose definition was not given; then nothing of it was checked.
      """,
    remedy: "Correct apiVersion or kind, or give the CustomResourceDefinition.",
    bad: """
      apiVersion: v1
      kind: Deployment
      metadata:
        name: web

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "apiserver discovery; client-go restmapper NoKindMatchError")

  public static let removedAPI = Rule(
    "manifest/removed-api", .error,
    "The API version is no longer served",
    why: """
      From the release named on the server answers `no matches for kind`: the object can be \
      neither created nor updated.
      """,
    remedy: "Move to the replacement; fields may differ.",
    bad: """
      apiVersion: policy/v1beta1
      kind: PodDisruptionBudget
      metadata:
        name: web

      """,
    good: """
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        name: web

      """,
    source: "apiserver/pkg/server/deleted_kinds.go ShouldServeForVersion")

  public static let deprecatedAPI = Rule(
    "manifest/deprecated-api", .warning,
    "The API version is deprecated",
    why: """
      The server still takes the object and warns on every apply; a later release will \
      refuse it.
      """,
    remedy: "Move to the replacement while both are served.",
    bad: """
      apiVersion: v1
      kind: Endpoints
      metadata:
        name: web

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "apiserver/pkg/endpoints/deprecation/deprecation.go WarningMessage")

  public static let apiOffByDefault = Rule(
    "manifest/api-off-by-default", .error,
    "The API version is not served unless the cluster switches it on",
    why: """
      Alpha APIs, and beta APIs since 1.24, are off: without `--runtime-config` the server \
      answers `no matches for kind`.
      """,
    remedy: """
      Use a stable version of the kind, or switch this rule off when the cluster enables the \
      API.
      """,
    bad: """
      apiVersion: admissionregistration.k8s.io/v1alpha1
      kind: MutatingAdmissionPolicy
      metadata:
        name: web

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "pkg/controlplane/instance.go DefaultAPIResourceConfigSource")

  public static let notAppliable = Rule(
    "manifest/not-appliable-kind", .warning,
    "The kind cannot be kept in a repository",
    why: """
      The server answers such a request and stores nothing, or takes it only below another \
      object, so applying it again and again does not work.
      """,
    remedy: "Take the document out of the agent's globs.",
    bad: """
      apiVersion: authentication.k8s.io/v1
      kind: TokenReview
      spec:
        token: none

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "resources with the verb create alone")

  public static let listItem = Rule(
    "manifest/list-item", .error,
    "An item of a list is no object",
    why: """
      A list is taken apart before it is applied; every item must be an object of its own.
      """,
    remedy: "Give every item apiVersion, kind and metadata.",
    bad: """
      apiVersion: v1
      kind: List
      items:
        - only a text

      """,
    good: """
      apiVersion: v1
      kind: List
      items:
        - apiVersion: v1
          kind: ConfigMap
          metadata:
            name: settings

      """,
    source: "apimachinery/pkg/apis/meta/v1/unstructured decodeToList")
}
