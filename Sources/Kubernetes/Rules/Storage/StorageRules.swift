public import YAML

/// Volumes.
extension ObjectRules {
  public static let volumeSource = Rule(
    "object/volume-source", .error,
    "A volume does not have exactly one source",
    why: """
      The server refuses the object: `may not specify more than 1 volume type`, `must specify a \
      volume type`.
      """,
    remedy: "Keep one source.",
    bad: Example.pod(
      """
      containers:
        - name: web
          image: nginx:1.27
      volumes:
        - name: data
          emptyDir: {}
          configMap:
            name: settings
      """),
    good: Example.pod(
      """
      containers:
        - name: web
          image: nginx:1.27
      volumes:
        - name: data
          configMap:
            name: settings
      """),
    source: "pkg/apis/core/validation validateVolumeSource, ValidatePersistentVolumeSpec")

  public static let volumeDetail = Rule(
    "object/volume-detail", .error,
    "A volume's source is described in a form that is not allowed",
    why: """
      The server refuses the object: `must be valid format starting with iqn, eui, or naa`, a \
      disk's address of the wrong kind, and the like.
      """,
    remedy: "Correct the value as the message says.",
    bad: Example.pod(
      """
      containers:
        - name: web
          image: nginx:1.27
      volumes:
        - name: disk
          iscsi:
            targetPortal: 10.0.0.1
            iqn: disk
            lun: 0
      """),
    good: Example.pod(
      """
      containers:
        - name: web
          image: nginx:1.27
      volumes:
        - name: disk
          iscsi:
            targetPortal: 10.0.0.1
            iqn: iqn.2001-04.com.example:disk
            lun: 0
      """),
    source: "pkg/apis/core/validation validateISCSIVolumeSource, validateAzureDisk")

  public static let accessModes = Rule(
    "object/access-modes", .error,
    "The access modes of a volume or claim cannot be used",
    why: """
      The server refuses the object: `at least 1 access mode is required`, or a mode that it does \
      not know.
      """,
    remedy: """
      Write one or more of ReadWriteOnce, ReadOnlyMany and ReadWriteMany, or ReadWriteOncePod \
      alone.
      """,
    bad: Example.spec(
      "v1", "PersistentVolumeClaim",
      """
      resources:
        requests:
          storage: 1Gi
      """),
    good: Example.spec(
      "v1", "PersistentVolumeClaim",
      """
      accessModes: [ReadWriteOnce]
      resources:
        requests:
          storage: 1Gi
      """),
    source: "pkg/apis/core/validation ValidatePersistentVolumeClaimSpec")

  public static let storageRequest = Rule(
    "object/storage-request", .error,
    "A claim does not say how much it needs",
    why: "The server refuses the claim: `spec.resources[storage]: Required value`.",
    remedy: "Write spec.resources.requests.storage.",
    bad: Example.spec(
      "v1", "PersistentVolumeClaim",
      """
      accessModes: [ReadWriteOnce]
      """),
    good: Example.spec(
      "v1", "PersistentVolumeClaim",
      """
      accessModes: [ReadWriteOnce]
      resources:
        requests:
          storage: 1Gi
      """),
    source: "pkg/apis/core/validation ValidatePersistentVolumeClaimSpec")

  public static let dataSource = Rule(
    "object/data-source", .error,
    "What a claim is filled from cannot be used",
    why: """
      The server refuses the claim: without apiGroup the source must be another claim, and \
      dataSource and dataSourceRef must agree.
      """,
    remedy: "Name apiGroup, kind and name of the source once.",
    bad: Example.spec(
      "v1", "PersistentVolumeClaim",
      """
      accessModes: [ReadWriteOnce]
      resources:
        requests:
          storage: 1Gi
      dataSourceRef:
        kind: VolumeSnapshot
        name: last
      """),
    good: Example.spec(
      "v1", "PersistentVolumeClaim",
      """
      accessModes: [ReadWriteOnce]
      resources:
        requests:
          storage: 1Gi
      dataSourceRef:
        apiGroup: snapshot.storage.k8s.io
        kind: VolumeSnapshot
        name: last
      """),
    source: "pkg/apis/core/validation validateDataSourceRef")
}
