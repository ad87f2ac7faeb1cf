public import YAML

/// Names, labels and what selects by them.
extension ObjectRules {
  public static let nameRequired = Rule(
    "object/name-required", .error,
    "The object has no name",
    why: "The server refuses it: `name or generateName is required`.",
    remedy: "Write metadata.name.",
    bad: """
      apiVersion: v1
      kind: ConfigMap
      metadata: {}

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "apimachinery/pkg/api/validation ValidateObjectMetaAccessorWithOpts")

  public static let nameFormat = Rule(
    "object/name-format", .error,
    "A name does not have the form that its field demands",
    why: """
      The server refuses the object: `a lowercase RFC 1123 subdomain must consist of …`. Which \
      form is demanded depends on the kind and the field.
      """,
    remedy: "Rename it: mostly lower-case letters, digits and '-' alone are allowed.",
    bad: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: App_Settings

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: app-settings

      """,
    source: "apimachinery/pkg/util/validation IsDNS1123Subdomain and its like")

  public static let labelFormat = Rule(
    "object/label-format", .error,
    "A label's key or value has a form that is not allowed",
    why: """
      The server refuses the object: `a valid label must be an empty string or consist of \
      alphanumeric characters, '-', '_' or '.'`.
      """,
    remedy: """
      Keep to letters, digits, '-', '_' and '.', at most 63, with a letter or digit at both ends.
      """,
    bad: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        labels:
          owner: team a

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        labels:
          owner: team-a

      """,
    source: "apimachinery/pkg/apis/meta/v1/validation ValidateLabels")

  public static let annotationFormat = Rule(
    "object/annotation-format", .error,
    "An annotation's key has a form that is not allowed",
    why: """
      The server refuses the object: `name part must consist of alphanumeric characters, '-', '_' \
      or '.'`.
      """,
    remedy: "Write a name, optionally behind a DNS subdomain and '/'.",
    bad: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        annotations:
          build number: one

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        annotations:
          build-number: one

      """,
    source: "apimachinery/pkg/api/validation ValidateAnnotations")

  public static let annotationValue = Rule(
    "object/annotation-value", .error,
    "An annotation that the server reads has a value that it cannot use",
    why: """
      Some annotations of pods are validated like fields: `must be a 32bit integer`, `container \
      not found`, `must be a valid seccomp profile`.
      """,
    remedy: "Write a value that the annotation allows, or use the field that replaced it.",
    bad: """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          controller.kubernetes.io/pod-deletion-cost: "1.5"
      spec:
        containers:
          - name: web
            image: nginx:1.27

      """,
    good: """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          controller.kubernetes.io/pod-deletion-cost: "1"
      spec:
        containers:
          - name: web
            image: nginx:1.27

      """,
    source: "pkg/apis/core/validation ValidatePodSpecificAnnotations")

  public static let finalizerFormat = Rule(
    "object/finalizer-format", .error,
    "A finalizer has a name that the server does not take",
    why: """
      The server refuses the object: `name is neither a standard finalizer name nor is it fully \
      qualified`.
      """,
    remedy: "Write DOMAIN/NAME, or kubernetes, orphan or foregroundDeletion.",
    bad: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        finalizers:
          - cleanup

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        finalizers:
          - example.com/cleanup

      """,
    source: "pkg/apis/core/validation ValidateFinalizerName")

  public static let ownerReference = Rule(
    "object/owner-reference", .error,
    "A reference to an owner is incomplete",
    why: """
      The server refuses the object: `must not be empty`. A reference needs the owner's uid, which \
      only a running cluster knows.
      """,
    remedy: "Take ownerReferences out of the manifest.",
    bad: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
        ownerReferences:
          - apiVersion: v1
            kind: Pod
            name: web

      """,
    good: """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings

      """,
    source: "apimachinery/pkg/api/validation validateOwnerReference")

  public static let selectorRequired = Rule(
    "object/selector-required", .error,
    "The workload has no selector",
    why: """
      The server does not fill the selector of apps/v1 in; without one, or with an empty one, the \
      object is refused.
      """,
    remedy: "Write spec.selector.matchLabels with labels of the template.",
    bad: Example.spec(
      "apps/v1", "Deployment",
      """
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
    source: "pkg/apis/apps/validation ValidateDeploymentSpec")

  public static let selectorMismatch = Rule(
    "object/selector-mismatch", .error,
    "The selector does not select the template's own pods",
    why: "The server refuses it: `selector` does not match template `labels`.",
    remedy: "Give the template the labels that the selector asks for.",
    bad: Example.spec(
      "apps/v1", "Deployment",
      """
      selector:
        matchLabels:
          app: web
      template:
        metadata:
          labels:
            app: other
        spec:
          containers:
            - name: web
              image: nginx:1.27
      """),
    good: Example.spec(
      "apps/v1", "Deployment",
      """
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
    source: "pkg/apis/apps/validation ValidatePodTemplateSpecForReplicaSet")

  public static let selectorOperator = Rule(
    "object/selector-operator", .error,
    "A selector compares in a way that the server does not know",
    why: "The server refuses the object: `not a valid selector operator`.",
    remedy: "Use In, NotIn, Exists or DoesNotExist; for nodes Gt and Lt too.",
    bad: Example.spec(
      "networking.k8s.io/v1", "NetworkPolicy",
      """
      podSelector:
        matchExpressions:
          - key: app
            operator: Equals
            values: [web]
      """),
    good: Example.spec(
      "networking.k8s.io/v1", "NetworkPolicy",
      """
      podSelector:
        matchExpressions:
          - key: app
            operator: In
            values: [web]
      """),
    source: "apimachinery/pkg/apis/meta/v1/validation ValidateLabelSelectorRequirement")
}
