public import YAML

/// Values of any field.
extension ObjectRules {
  public static let requiredValue = Rule(
    "object/required-value", .error,
    "A required field is missing or empty",
    why: "The server refuses the object: `Required value`.",
    remedy: "Write the field that the message names.",
    bad: Example.container(
      """
      env:
        - value: one
      """),
    good: Example.container(
      """
      env:
        - name: A
          value: one
      """),
    source: "field.Required in pkg/apis/*/validation")

  public static let unsupportedValue = Rule(
    "object/unsupported-value", .error,
    "A field holds a word that the server does not know",
    why: "The server refuses the object: `Unsupported value … supported values: …`. Case matters.",
    remedy: "Write one of the words that the message lists.",
    bad: Example.container(
      """
      imagePullPolicy: always
      """),
    good: Example.container(
      """
      imagePullPolicy: Always
      """),
    source: "field.NotSupported in pkg/apis/*/validation")

  public static let numberRange = Rule(
    "object/number-range", .error,
    "A number lies outside of what the field allows",
    why: """
      The server refuses the object: `must be greater than or equal to 0`, or between two bounds.
      """,
    remedy: "Use a number within the bounds named.",
    bad: Example.spec(
      "apps/v1", "Deployment",
      """
      replicas: -1
      selector:
        matchLabels:
          app: web
      template:
        metadata:
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      """),
    good: Example.spec(
      "apps/v1", "Deployment",
      """
      replicas: 1
      selector:
        matchLabels:
          app: web
      template:
        metadata:
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      """),
    source: "ValidateNonnegativeField and its like in pkg/apis/*/validation")

  public static let quantityRange = Rule(
    "object/quantity-range", .error,
    "An amount of a resource is out of range",
    why: """
      The server refuses the object: `must be greater than or equal to 0`, `must be greater than \
      zero` or `must be an integer`.
      """,
    remedy: "Write an amount that the resource can have.",
    bad: Example.container(
      """
      resources:
        limits:
          cpu: -1
      """),
    good: Example.container(
      """
      resources:
        limits:
          cpu: 1
      """),
    source: "pkg/apis/core/validation ValidateResourceQuantityValue")

  public static let forbiddenField = Rule(
    "object/forbidden-field", .error,
    "A field may not be set here",
    why: "The server refuses the object: `Forbidden`.",
    remedy: "Take the field out, or change the one that excludes it.",
    bad: Example.spec(
      "v1", "Service",
      """
      ports:
        - port: 80
          nodePort: 30080
      """),
    good: Example.spec(
      "v1", "Service",
      """
      type: NodePort
      ports:
        - port: 80
          nodePort: 30080
      """),
    source: "field.Forbidden in pkg/apis/*/validation")

  public static let duplicateValue = Rule(
    "object/duplicate-value", .error,
    "Something stands twice that must be unique",
    why: "The server refuses the object: `Duplicate value`.",
    remedy: "Take one of the two out, or give it a name of its own.",
    bad: Example.pod(
      """
      volumes:
        - name: cache
        - name: cache
      containers:
        - name: web
          image: nginx:1.27
      """),
    good: Example.pod(
      """
      volumes:
        - name: cache
        - name: store
      containers:
        - name: web
          image: nginx:1.27
      """),
    source: "field.Duplicate in pkg/apis/*/validation")

  public static let tooLong = Rule(
    "object/too-long", .error,
    "A text, a list or all data together are over their limit",
    why: "The server refuses the object: `Too long: may not be more than … bytes` or `Too many`.",
    remedy: "Shorten it, or split the object.",
    bad: Example.spec(
      "networking.k8s.io/v1", "IngressClass",
      """
      controller: example.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
      aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
      aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      """),
    good: Example.spec(
      "networking.k8s.io/v1", "IngressClass",
      """
      controller: example.com/controller
      """),
    source: "field.TooLong, field.TooMany in pkg/apis/*/validation")

  public static let percentage = Rule(
    "object/percentage", .error,
    "A count or percentage cannot be used",
    why: """
      A text must be a percentage: the server refuses "1" in quotes with `a valid percent string \
      must be a numeric string followed by an ending '%'`, and more than 100% where a share of the \
      pods is meant.
      """,
    remedy: "Write a number without quotes, or a whole number followed by %.",
    bad: Example.spec(
      "policy/v1", "PodDisruptionBudget",
      """
      minAvailable: "1"
      """),
    good: Example.spec(
      "policy/v1", "PodDisruptionBudget",
      """
      minAvailable: 50%
      """),
    source: "pkg/apis/apps/validation ValidatePositiveIntOrPercent")

  public static let pathFormat = Rule(
    "object/path-format", .error,
    "A path leads out of its folder or is of the wrong kind",
    why: """
      The server refuses the object: `must be a relative path`, `must be an absolute path` or \
      `must not contain '..'`.
      """,
    remedy: "Write a path of the kind named, without `..`.",
    bad: Example.pod(
      """
      containers:
        - name: web
          image: nginx:1.27
      volumes:
        - name: logs
          hostPath:
            path: /var/../log
      """),
    good: Example.pod(
      """
      containers:
        - name: web
          image: nginx:1.27
      volumes:
        - name: logs
          hostPath:
            path: /var/log
      """),
    source: "pkg/apis/core/validation ValidatePathNoBacksteps")

  public static let addressFormat = Rule(
    "object/address-format", .error,
    "An address or a range of addresses cannot be used",
    why: """
      The server refuses the object: `must be a valid IP address` or `must be a valid CIDR value`; \
      from 1.36 on leading zeros, IPv4-mapped addresses and bits behind the prefix are refused \
      too.
      """,
    remedy: "Write the address in its usual form.",
    bad: Example.spec(
      "networking.k8s.io/v1", "NetworkPolicy",
      """
      podSelector: {}
      ingress:
        - from:
            - ipBlock:
                cidr: 10.0.0.0
      """),
    good: Example.spec(
      "networking.k8s.io/v1", "NetworkPolicy",
      """
      podSelector: {}
      ingress:
        - from:
            - ipBlock:
                cidr: 10.0.0.0/8
      """),
    source: "apimachinery/pkg/util/validation IsValidIPForLegacyField, IsValidCIDRForLegacyField")

  public static let starNotAlone = Rule(
    "object/star-not-alone", .error,
    "A list names everything and something beside it",
    why: "The server refuses the object: `if '*' is present, must not specify other …`.",
    remedy: "Keep either `*` or the names.",
    bad: Example.object(
      "admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration",
      """
      webhooks:
        - name: check.example.com
          sideEffects: None
          admissionReviewVersions: [v1]
          clientConfig:
            url: https://example.com
          rules:
            - operations: ["*", CREATE]
              apiGroups: [""]
              apiVersions: [v1]
              resources: [pods]
      """),
    good: Example.object(
      "admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration",
      """
      webhooks:
        - name: check.example.com
          sideEffects: None
          admissionReviewVersions: [v1]
          clientConfig:
            url: https://example.com
          rules:
            - operations: ["*"]
              apiGroups: [""]
              apiVersions: [v1]
              resources: [pods]
      """),
    source: "pkg/apis/admissionregistration/validation validateRuleWithOperations")
}
