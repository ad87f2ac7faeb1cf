public import YAML

/// Values of the right type that the server still cannot read.
extension ManifestRules {
  public static let numberRange = Rule(
    "manifest/number-range", .error,
    "The number does not fit the field",
    why: "The server cannot decode a number that its integer type does not hold.",
    remedy: "Use a whole number within the range named.",
    bad: """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        priority: 4294967296
        containers:
          - name: web
            image: nginx:1.27

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
    source: "sigs.k8s.io/json decode.go literalStore")

  public static let badQuantity = Rule(
    "manifest/bad-quantity", .error,
    "The quantity cannot be read",
    why: """
      The server refuses the object: `quantities must match the regular expression`.
      """,
    remedy: """
      Write digits and at most one unit of n u m k M G T P E Ki Mi Gi Ti Pi Ei, without \
      spaces.
      """,
    bad: """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            image: nginx:1.27
            resources:
              limits:
                memory: 64 MB

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
            resources:
              limits:
                memory: 64Mi

      """,
    source: "apimachinery/pkg/api/resource/quantity.go ParseQuantity")

  public static let badTime = Rule(
    "manifest/bad-time", .error,
    "The time cannot be read",
    why: "The server refuses the object: `parsing time … cannot parse`.",
    remedy: """
      Write RFC 3339 with upper-case T and a zone, such as 2026-01-31T12:00:00Z.
      """,
    bad: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        creationTimestamp: 2026-01-31

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "apimachinery/pkg/apis/meta/v1/time.go UnmarshalJSON")

  public static let badBase64 = Rule(
    "manifest/bad-base64", .error,
    "The value is no base64",
    why: "The server refuses the object: `illegal base64 data`.",
    remedy: """
      Encode the bytes in standard base64 with padding; in a Secret, plain text belongs \
      under stringData.
      """,
    bad: """
      apiVersion: v1
      kind: Secret
      metadata:
        name: key
      data:
        word: not base64!

      """,
    good: """
      apiVersion: v1
      kind: Secret
      metadata:
        name: key
      stringData:
        word: plain text

      """,
    source: "encoding/base64 StdEncoding")

  public static let tooDeep = Rule(
    "manifest/too-deep", .error,
    "The object was not checked to its end",
    why: """
      Its nesting, or what its aliases expand to, is over the limit of this check; what lies \
      beyond was not looked at.
      """,
    remedy: "Flatten the object, use fewer aliases, or raise the limit.",
    source: "limits schema-depth and schema-values")
}
