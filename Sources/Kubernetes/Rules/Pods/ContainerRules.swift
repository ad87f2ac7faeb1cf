public import YAML

/// Containers.
extension ObjectRules {
  public static let duplicateContainerName = Rule(
    "object/duplicate-container-name", .error,
    "Two containers of a pod have one name",
    why: "The server refuses the pod: Duplicate value. Init containers count too.",
    remedy: "Give each container a name of its own.",
    bad: Example.pod(
      """
      containers:
        - name: web
          image: nginx:1.27
        - name: web
          image: nginx:1.27
      """),
    good: Example.pod(
      """
      containers:
        - name: web
          image: nginx:1.27
        - name: log
          image: nginx:1.27
      """),
    source: "pkg/apis/core/validation validateContainers, validateInitContainers")

  public static let imageFormat = Rule(
    "object/image-format", .error,
    "An image's name has white space around it",
    why: "The server refuses the pod: `must not have leading or trailing whitespace`.",
    remedy: "Take the white space out.",
    bad: Example.pod(
      """
      containers:
        - name: web
          image: "nginx:1.27 "
      """),
    good: Example.pod(
      """
      containers:
        - name: web
          image: nginx:1.27
      """),
    source: "pkg/apis/core/validation ValidatePodCreate")

  public static let initContainer = Rule(
    "object/init-container", .error,
    "An init container has what only running containers may have",
    why: """
      Probes and lifecycle hooks are for containers that stay: `may not be set for init containers \
      without restartPolicy=Always`.
      """,
    remedy: "Take the field out, or make the container a sidecar with restartPolicy: Always.",
    bad: Example.pod(
      """
      initContainers:
        - name: init
          image: busybox:1.37
          readinessProbe:
            exec:
              command: ["true"]
      containers:
        - name: web
          image: nginx:1.27
      """),
    good: Example.pod(
      """
      initContainers:
        - name: init
          image: busybox:1.37
      containers:
        - name: web
          image: nginx:1.27
      """),
    source: "pkg/apis/core/validation validateInitContainers")

  public static let hostPort = Rule(
    "object/host-port", .error,
    "A port of the node cannot be taken",
    why: """
      The server refuses the pod: two containers with one hostPort, or, with hostNetwork, a \
      hostPort that is not the containerPort.
      """,
    remedy: "Give each its own hostPort; with hostNetwork leave hostPort out.",
    bad: Example.pod(
      """
      hostNetwork: true
      containers:
        - name: web
          image: nginx:1.27
          ports:
            - containerPort: 80
              hostPort: 8080
      """),
    good: Example.pod(
      """
      hostNetwork: true
      containers:
        - name: web
          image: nginx:1.27
          ports:
            - containerPort: 80
      """),
    source: "pkg/apis/core/validation checkHostPortConflicts, validateHostNetwork")

  public static let resizePolicy = Rule(
    "object/resize-policy", .error,
    "A container's resize policy cannot hold",
    why: """
      The server refuses the pod: only cpu and memory can be resized, and a pod that is never \
      restarted only with NotRequired.
      """,
    remedy: "Correct resourceName or restartPolicy of the entry.",
    bad: Example.container(
      """
      resizePolicy:
        - resourceName: disk
          restartPolicy: NotRequired
      """),
    good: Example.container(
      """
      resizePolicy:
        - resourceName: cpu
          restartPolicy: NotRequired
      """),
    source: "pkg/apis/core/validation validateResizePolicy")

  public static let environmentName = Rule(
    "object/environment-name", .error,
    "An environment variable has a name that is not allowed",
    why: """
      The server refuses the pod: `a valid environment variable name must consist only of \
      printable ASCII characters other than '='`; up to 1.31 of letters, digits, '_', '-' and '.' \
      alone.
      """,
    remedy: "Rename the variable.",
    bad: Example.container(
      """
      env:
        - name: A=B
          value: one
      """),
    good: Example.container(
      """
      env:
        - name: A
          value: one
      """),
    source: "pkg/apis/core/validation ValidateEnv")

  public static let environmentSource = Rule(
    "object/environment-source", .error,
    "An environment variable has no source, or more than one",
    why: """
      The server refuses the pod: `must specify one of: fieldRef, …`, `may not be specified when \
      value is not empty`.
      """,
    remedy: "Give either value or exactly one source.",
    bad: Example.container(
      """
      env:
        - name: A
          value: one
          valueFrom:
            fieldRef:
              fieldPath: metadata.name
      """),
    good: Example.container(
      """
      env:
        - name: A
          valueFrom:
            fieldRef:
              fieldPath: metadata.name
      """),
    source: "pkg/apis/core/validation validateEnvVarValueFrom, ValidateEnvFrom")

  public static let fieldReference = Rule(
    "object/field-reference", .error,
    "A field of the pod is asked for that cannot be had",
    why: """
      The server refuses the pod: `field label not supported`, or an `Unsupported value` with the \
      fields that can be had.
      """,
    remedy: "Use one of the fields that the message lists.",
    bad: Example.container(
      """
      env:
        - name: A
          valueFrom:
            fieldRef:
              fieldPath: metadata.nam
      """),
    good: Example.container(
      """
      env:
        - name: A
          valueFrom:
            fieldRef:
              fieldPath: metadata.name
      """),
    source: """
      pkg/apis/core/validation validateObjectFieldSelector, validateContainerResourceFieldSelector
      """)

  public static let probeHandler = Rule(
    "object/probe-handler", .error,
    "A probe or hook does not do exactly one thing",
    why: """
      The server refuses the pod: `must specify a handler type` or `may not specify more than 1 \
      handler type`.
      """,
    remedy: "Keep exactly one of exec, httpGet, tcpSocket and grpc.",
    bad: Example.container(
      """
      livenessProbe:
        periodSeconds: 5
      """),
    good: Example.container(
      """
      livenessProbe:
        periodSeconds: 5
        tcpSocket:
          port: 80
      """),
    source: "pkg/apis/core/validation validateHandler")

  public static let probeNumber = Rule(
    "object/probe-number", .error,
    "A number of a probe or hook is not allowed",
    why: """
      The server refuses the pod: a liveness or startup probe succeeds after one success (`must be \
      1`), no time is negative, and readiness probes have no grace period.
      """,
    remedy: "Use a number that the message allows.",
    bad: Example.container(
      """
      livenessProbe:
        successThreshold: 2
        tcpSocket:
          port: 80
      """),
    good: Example.container(
      """
      livenessProbe:
        successThreshold: 1
        tcpSocket:
          port: 80
      """),
    source: "pkg/apis/core/validation validateProbe, validateLivenessProbe")

  public static let resourceName = Rule(
    "object/resource-name", .error,
    "A resource has a name that the server does not know",
    why: "The server refuses the object: `must be a standard resource type or fully qualified`.",
    remedy: "Use cpu, memory, ephemeral-storage or hugepages-SIZE, or a name with a domain.",
    bad: Example.container(
      """
      resources:
        limits:
          ram: 1Gi
      """),
    good: Example.container(
      """
      resources:
        limits:
          memory: 1Gi
      """),
    source: "pkg/apis/core/validation validateContainerResourceName")

  public static let requestOverLimit = Rule(
    "object/request-over-limit", .error,
    "More is requested than the limit allows",
    why: """
      The server refuses the pod: `must be less than or equal to cpu limit of …`; of devices and \
      huge pages request and limit must be the same.
      """,
    remedy: "Lower the request or raise the limit.",
    bad: Example.container(
      """
      resources:
        requests:
          cpu: 2
        limits:
          cpu: 1
      """),
    good: Example.container(
      """
      resources:
        requests:
          cpu: 1
        limits:
          cpu: 2
      """),
    source: "pkg/apis/core/validation ValidateContainerResourceRequirements")

  public static let volumeNotFound = Rule(
    "object/volume-not-found", .error,
    "A volume is used that the pod does not have",
    why: "The server refuses the pod: `Not found`.",
    remedy: "Add the volume under spec.volumes, or correct the name.",
    bad: Example.container(
      """
      volumeMounts:
        - name: data
          mountPath: /data
      """),
    good: Example.container(
      """
      workingDir: /data
      """),
    source: "pkg/apis/core/validation ValidateVolumeMounts")

  public static let mountPath = Rule(
    "object/mount-path", .error,
    "Two mounts of a container get in each other's way",
    why: """
      The server refuses the pod: `must be unique`, or a volume that is both mounted and used as a \
      device.
      """,
    remedy: "Mount each volume at a path of its own.",
    bad: Example.pod(
      """
      volumes:
        - name: a
        - name: b
      containers:
        - name: web
          image: nginx:1.27
          volumeMounts:
            - name: a
              mountPath: /data
            - name: b
              mountPath: /data
      """),
    good: Example.pod(
      """
      volumes:
        - name: a
        - name: b
      containers:
        - name: web
          image: nginx:1.27
          volumeMounts:
            - name: a
              mountPath: /a
            - name: b
              mountPath: /b
      """),
    source: "pkg/apis/core/validation ValidateVolumeMounts, ValidateVolumeDevices")

  public static let mountOption = Rule(
    "object/mount-option", .error,
    "A mount has an option that it cannot have",
    why: """
      The server refuses the pod: propagation both ways is for privileged containers, recursive \
      read-only needs readOnly, block devices need a claim.
      """,
    remedy: "Take the option out, or set what it needs.",
    bad: Example.pod(
      """
      volumes:
        - name: a
      containers:
        - name: web
          image: nginx:1.27
          volumeMounts:
            - name: a
              mountPath: /a
              mountPropagation: Bidirectional
      """),
    good: Example.pod(
      """
      volumes:
        - name: a
      containers:
        - name: web
          image: nginx:1.27
          volumeMounts:
            - name: a
              mountPath: /a
              mountPropagation: HostToContainer
      """),
    source: "pkg/apis/core/validation validateMountPropagation, validateMountRecursiveReadOnly")
}
