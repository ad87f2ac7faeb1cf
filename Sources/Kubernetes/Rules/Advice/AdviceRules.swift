public import YAML

/// What the server takes and the cluster punishes.
extension ObjectRules {
  public static let deprecatedAnnotation = Rule(
    "object/deprecated-annotation", .warning,
    "An annotation is used that a field has replaced",
    why: """
      The server warns: `deprecated since v1.30; use the "appArmorProfile" field instead`. Newer \
      releases read such annotations no more.
      """,
    remedy: "Use the field that the message names.",
    bad: """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          scheduler.alpha.kubernetes.io/critical-pod: ""
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
      spec:
        priorityClassName: system-cluster-critical
        containers:
          - name: web
            image: nginx:1.27

      """,
    source: "pkg/api/pod/warnings.go warningsForPodSpecAndMeta")

  public static let deprecatedLabel = Rule(
    "object/deprecated-label", .warning,
    "A label of nodes is asked for that is on its way out",
    why: """
      The server warns: `deprecated since v1.14; use "kubernetes.io/os" instead`. Nodes without \
      the old label are never chosen.
      """,
    remedy: "Use the label that the message names.",
    bad: Example.pod(
      """
      nodeSelector:
        beta.kubernetes.io/os: linux
      containers:
        - name: web
          image: nginx:1.27
      """),
    good: Example.pod(
      """
      nodeSelector:
        kubernetes.io/os: linux
      containers:
        - name: web
          image: nginx:1.27
      """),
    source: "pkg/api/node/warnings.go GetWarningsForNodeSelector")

  public static let volumePlugin = Rule(
    "object/volume-plugin", .warning,
    "A volume is of a kind that is no longer mounted",
    why: """
      The server takes it and warns: `deprecated …, non-functional in …`; the pod then waits for \
      its volume for ever.
      """,
    remedy: "Use a CSI driver, or for gitRepo an init container that clones.",
    bad: Example.pod(
      """
      volumes:
        - name: data
          gitRepo:
            repository: https://example.com/data.git
      containers:
        - name: web
          image: nginx:1.27
      """),
    good: Example.pod(
      """
      volumes:
        - name: data
          emptyDir: {}
      containers:
        - name: web
          image: nginx:1.27
      """),
    source: "pkg/api/pod/warnings.go; pkg/api/persistentvolume/util.go")

  public static let imageTag = Rule(
    "object/image-tag", .info,
    "An image's version is left open",
    why: """
      Without a tag, and with the tag latest, what runs depends on when the node pulled it; a \
      rollback of the repository does not bring the old image back.
      """,
    remedy: "Write a version as the tag, or a digest.",
    bad: Example.pod(
      """
      containers:
        - name: web
          image: nginx
      """),
    good: Example.pod(
      """
      containers:
        - name: web
          image: nginx:1.27
      """),
    source: "practice; kubelet pulls latest on every start")

  public static let undeclaredPort = Rule(
    "object/undeclared-port", .warning,
    "A probe asks for a port by a name that its container does not declare",
    why: """
      The server takes it; the kubelet cannot find the port, so the probe fails and the container \
      is restarted or never ready.
      """,
    remedy: "Declare the port, or use its number.",
    bad: Example.container(
      """
      livenessProbe:
        httpGet:
          port: http
      """),
    good: Example.container(
      """
      ports:
        - name: http
          containerPort: 80
      livenessProbe:
        httpGet:
          port: http
      """),
    source: "pkg/probe/util.go ResolveContainerPort")

  public static let repeatedPortName = Rule(
    "object/repeated-port-name", .warning,
    "Two containers of a pod name a port alike",
    why: """
      The server warns: `duplicate port name`; Services and probes that select the port by name \
      get the first one.
      """,
    remedy: "Give each port a name of its own.",
    bad: Example.pod(
      """
      containers:
        - name: web
          image: nginx:1.27
          ports:
            - name: http
              containerPort: 80
        - name: log
          image: fluentd:1.16
          ports:
            - name: http
              containerPort: 9880
      """),
    good: Example.pod(
      """
      containers:
        - name: web
          image: nginx:1.27
          ports:
            - name: http
              containerPort: 80
        - name: log
          image: fluentd:1.16
          ports:
            - name: input
              containerPort: 9880
      """),
    source: "pkg/api/pod/warnings.go")

  public static let fractionalBytes = Rule(
    "object/fractional-bytes", .warning,
    "An amount of memory is a fraction of a byte",
    why: """
      The server warns: `fractional byte value "128m" is invalid, must be an integer`. In \
      quantities m means thousandths.
      """,
    remedy: "Write Mi or M for millions of bytes.",
    bad: Example.container(
      """
      resources:
        limits:
          memory: 128m
      """),
    good: Example.container(
      """
      resources:
        limits:
          memory: 128Mi
      """),
    source: "pkg/api/pod/warnings.go")

  public static let matchesNothing = Rule(
    "object/matches-nothing", .warning,
    "A rule about other pods selects none",
    why: """
      The server warns: `a null labelSelector results in matching no pod`; the term or constraint \
      then has no effect, or can never hold.
      """,
    remedy: "Write a labelSelector; {} selects every pod.",
    bad: Example.pod(
      """
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: zone
          whenUnsatisfiable: DoNotSchedule
      containers:
        - name: web
          image: nginx:1.27
      """),
    good: Example.pod(
      """
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: zone
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels:
              app: web
      containers:
        - name: web
          image: nginx:1.27
      """),
    source: "pkg/api/pod/warnings.go")

  public static let ignoredField = Rule(
    "object/ignored-field", .warning,
    "A value has no effect, or is on its way out",
    why: """
      The server warns of it and does without: `spec.externalName is ignored when spec.type is not \
      "ExternalName"`.
      """,
    remedy: "Take it out, or write what the message names.",
    bad: Example.spec(
      "v1", "Service",
      """
      externalName: example.com
      ports:
        - port: 80
      """),
    good: Example.spec(
      "v1", "Service",
      """
      ports:
        - port: 80
      """),
    source: "pkg/api/service/warnings.go; pkg/api/persistentvolume/util.go")

  public static let subjectNamespace = Rule(
    "object/subject-namespace", .warning,
    "A RoleBinding's ServiceAccount has no namespace",
    why: """
      The server takes the binding, and it gives rights to nobody: the namespace of a subject is \
      not filled in.
      """,
    remedy: "Write the namespace of the ServiceAccount.",
    bad: Example.object(
      "rbac.authorization.k8s.io/v1", "RoleBinding",
      """
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: view
      subjects:
        - kind: ServiceAccount
          name: web
      """),
    good: Example.object(
      "rbac.authorization.k8s.io/v1", "RoleBinding",
      """
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: view
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: web
      """),
    source: "pkg/apis/rbac/validation ValidateRoleBindingSubject")

  public static let evictionBlocked = Rule(
    "object/eviction-blocked", .info,
    "A disruption budget lets no pod go",
    why: """
      Nodes with such pods cannot be drained: the eviction is answered with `Cannot evict pod as \
      it would violate the pod's disruption budget`.
      """,
    remedy: "Let at least one pod be away.",
    bad: Example.spec(
      "policy/v1", "PodDisruptionBudget",
      """
      maxUnavailable: 0
      """),
    good: Example.spec(
      "policy/v1", "PodDisruptionBudget",
      """
      maxUnavailable: 1
      """),
    source: "pkg/registry/core/pod/storage/eviction.go")
}
