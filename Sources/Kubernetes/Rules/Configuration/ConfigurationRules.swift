public import YAML

/// ConfigMaps and Secrets.
extension ObjectRules {
  public static let configKey = Rule(
    "object/config-key", .error,
    "A key of a ConfigMap or Secret is not allowed",
    why: """
      The server refuses the object: `a valid config key must consist of alphanumeric characters, \
      '-', '_' or '.'`.
      """,
    remedy: "Rename the key; paths belong into the volume's items.",
    bad: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
      data:
        conf/app: one

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
      data:
        app.conf: one

      """,
    source: "apimachinery/pkg/util/validation IsConfigMapKey")

  public static let secretData = Rule(
    "object/secret-data", .error,
    "A Secret lacks what its type promises",
    why: """
      The server refuses the Secret: `data[tls.crt]: Required value` and its like, or logins that \
      are no JSON object.
      """,
    remedy: "Add the keys of the type, or use type Opaque.",
    bad: """
      apiVersion: v1
      kind: Secret
      metadata:
        name: web
      type: kubernetes.io/tls
      stringData:
        tls.crt: none

      """,
    good: """
      apiVersion: v1
      kind: Secret
      metadata:
        name: web
      type: kubernetes.io/tls
      stringData:
        tls.crt: none
        tls.key: none

      """,
    source: "pkg/apis/core/validation ValidateSecret")
}
