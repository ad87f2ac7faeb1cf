public import YAML

/// Names of fields and the types of their values.
extension ManifestRules {
  public static let unknownField = Rule(
    "manifest/unknown-field", .error,
    "The kind has no such field",
    why: """
      The server refuses it in strict mode (`strict decoding error: unknown field`) and in \
      server-side apply (`field not declared in schema`), and otherwise drops the value \
      silently.
      """,
    remedy: "Correct the name or take the field out. Names are case-sensitive.",
    bad: """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            imagee: nginx:1.27

      """,
    good: """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            image: nginx:1.27

      """,
    source: "sigs.k8s.io/json kubernetes_patch.go saveStrictError")

  public static let fieldNotInVersion = Rule(
    "manifest/field-not-in-version", .error,
    "The field does not exist in the Kubernetes version checked",
    why: """
      A server without the field treats it as an unknown field: it refuses the object or \
      drops the value.
      """,
    remedy: """
      Check against the release that the cluster runs, or do without the field there.
      """,
    bad: """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
      status: {}

      """,
    good: """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web

      """,
    source: "schemas of the releases")

  public static let wrongType = Rule(
    "manifest/wrong-type", .error,
    "The value has the wrong type",
    why: """
      The server cannot decode the object: `cannot unmarshal … into Go struct field`. It is \
      refused whole.
      """,
    remedy: """
      Write a value of the expected type; quote numbers and words such as yes or true where \
      a text is wanted.
      """,
    bad: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
      data:
        replicas: 3

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
      data:
        replicas: "3"

      """,
    source: "sigs.k8s.io/json decode.go literalStore")
}
