public import YAML

/// Pods as a whole.
extension ObjectRules {
  public static let restartPolicy = Rule(
    "object/restart-policy", .error,
    "The restart policy does not fit the workload",
    why: """
      Jobs end, so their pods may not be restarted for ever, and Always is the default: `Required \
      value: valid values: "OnFailure", "Never"`. Deployments and their like keep pods running: \
      only Always.
      """,
    remedy: "Write OnFailure or Never in Jobs and CronJobs, and nothing in the others.",
    bad: Example.spec(
      "batch/v1", "Job",
      """
      template:
        spec:
          containers:
            - name: once
              image: busybox:1.37
      """),
    good: Example.spec(
      "batch/v1", "Job",
      """
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: once
              image: busybox:1.37
      """),
    source: "pkg/apis/batch/validation validateJobSpec; pkg/apis/apps/validation")

  public static let dnsConfig = Rule(
    "object/dns-config", .error,
    "The pod's name resolution cannot be set up",
    why: """
      The server refuses the pod: `must provide dnsConfig when dnsPolicy is None`, `must not have \
      more than 3 nameservers`.
      """,
    remedy: "Give one to three name servers with dnsPolicy None.",
    bad: Example.pod(
      """
      dnsPolicy: None
      containers:
        - name: web
          image: nginx:1.27
      """),
    good: Example.pod(
      """
      dnsPolicy: None
      dnsConfig:
        nameservers: [10.0.0.10]
      containers:
        - name: web
          image: nginx:1.27
      """),
    source: "pkg/apis/core/validation validatePodDNSConfig")

  public static let hostNamespaces = Rule(
    "object/host-namespaces", .error,
    "Settings of the host's namespaces exclude each other",
    why: """
      The server refuses the pod: `ShareProcessNamespace and HostPID cannot both be enabled`, or a \
      sysctl of a namespace that is the host's.
      """,
    remedy: "Keep one of the two.",
    bad: Example.pod(
      """
      hostPID: true
      shareProcessNamespace: true
      containers:
        - name: web
          image: nginx:1.27
      """),
    good: Example.pod(
      """
      shareProcessNamespace: true
      containers:
        - name: web
          image: nginx:1.27
      """),
    source: "pkg/apis/core/validation validatePodSpecSecurityContext")

  public static let securityProfile = Rule(
    "object/security-profile", .error,
    "A seccomp or AppArmor profile is incomplete",
    why: """
      The server refuses the pod: `must be set when seccomp type is Localhost`; the other types \
      have no profile of their own.
      """,
    remedy: "Give localhostProfile exactly with the type Localhost.",
    bad: Example.container(
      """
      securityContext:
        seccompProfile:
          type: Localhost
      """),
    good: Example.container(
      """
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      """),
    source: "pkg/apis/core/validation ValidateSeccompProfileField")

  public static let privilegeEscalation = Rule(
    "object/privilege-escalation", .error,
    "Privileges are both forbidden and given",
    why: """
      The server refuses the pod: `cannot set allowPrivilegeEscalation to false and privileged to \
      true`.
      """,
    remedy: "Take one of the two out.",
    bad: Example.container(
      """
      securityContext:
        privileged: true
        allowPrivilegeEscalation: false
      """),
    good: Example.container(
      """
      securityContext:
        allowPrivilegeEscalation: false
      """),
    source: "pkg/apis/core/validation ValidateSecurityContext")

  public static let osField = Rule(
    "object/os-field", .error,
    "A field of another operating system is set",
    why: """
      The server refuses the pod: `cannot be set for a windows pod`, `windows options cannot be \
      set for a linux pod`.
      """,
    remedy: "Take the field out, or correct spec.os.name.",
    bad: Example.pod(
      """
      os:
        name: windows
      hostPID: true
      containers:
        - name: web
          image: nginx:1.27
      """),
    good: Example.pod(
      """
      os:
        name: windows
      containers:
        - name: web
          image: nginx:1.27
      """),
    source: "pkg/apis/core/validation validateWindows, validateLinux")

  public static let hostProcess = Rule(
    "object/host-process", .error,
    "Windows host processes are not set up consistently",
    why: """
      The server refuses the pod: `hostNetwork must be true if pod contains any hostProcess \
      containers`, and all containers must be host processes or none.
      """,
    remedy: "Set hostProcess for the pod, and hostNetwork true.",
    bad: Example.pod(
      """
      securityContext:
        windowsOptions:
          hostProcess: true
      containers:
        - name: web
          image: nginx:1.27
      """),
    good: Example.pod(
      """
      securityContext:
        windowsOptions:
          hostProcess: true
      hostNetwork: true
      containers:
        - name: web
          image: nginx:1.27
      """),
    source: "pkg/apis/core/validation validateWindowsHostProcessPod")

  public static let toleration = Rule(
    "object/toleration", .error,
    "A toleration contradicts itself",
    why: """
      The server refuses the pod: `operator must be Exists when key is empty`, `value must be \
      empty when operator is 'Exists'`, `effect must be 'NoExecute' when tolerationSeconds is \
      set`.
      """,
    remedy: "Use Exists without value, Equal with key and value.",
    bad: Example.pod(
      """
      tolerations:
        - key: dedicated
          operator: Exists
          value: web
      containers:
        - name: web
          image: nginx:1.27
      """),
    good: Example.pod(
      """
      tolerations:
        - key: dedicated
          operator: Exists
      containers:
        - name: web
          image: nginx:1.27
      """),
    source: "pkg/apis/core/validation ValidateTolerations")

  public static let affinityTerm = Rule(
    "object/affinity-term", .error,
    "A term of an affinity is incomplete",
    why: """
      The server refuses the pod: `must have at least one node selector term`, `must be in the \
      range 1-100`, a topologyKey that is missing.
      """,
    remedy: "Complete the term as the message says.",
    bad: Example.pod(
      """
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms: []
      containers:
        - name: web
          image: nginx:1.27
      """),
    good: Example.pod(
      """
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
              - matchExpressions:
                  - key: disk
                    operator: Exists
      containers:
        - name: web
          image: nginx:1.27
      """),
    source: "pkg/apis/core/validation validateAffinity")

  public static let topologySpread = Rule(
    "object/topology-spread", .error,
    "A topology spread constraint cannot hold",
    why: """
      The server refuses the pod: `must be greater than zero`, `can only use minDomains if \
      whenUnsatisfiable=DoNotSchedule`.
      """,
    remedy: "Complete the constraint as the message says.",
    bad: Example.pod(
      """
      topologySpreadConstraints:
        - maxSkew: 0
          topologyKey: zone
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels:
              app: web
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
    source: "pkg/apis/core/validation validateTopologySpreadConstraints")

  public static let resourceClaim = Rule(
    "object/resource-claim", .error,
    "A claim of devices leads nowhere",
    why: """
      The server refuses the pod: `must be one of the names in pod.spec.resourceClaims`, or a \
      claim that names neither a claim nor a template.
      """,
    remedy: "Name the claim in spec.resourceClaims, with exactly one source.",
    bad: Example.container(
      """
      resources:
        claims:
          - name: gpu
      """),
    good: Example.container(
      """
      resources:
        limits:
          cpu: 1
      """),
    source: "pkg/apis/core/validation validateResourceClaimNames, validatePodResourceClaim")
}
