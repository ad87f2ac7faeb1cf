public import YAML

/// What an agent's objects say of each other: names of objects that are not there, selectors that
/// select nothing. The server takes all of it, because the other object may come later; the cluster
/// then waits.
///
/// Nobody but the cluster knows all that is in a namespace. So these rules speak only where the
/// agent itself applies other objects of the kind to the namespace, and are silent when a part of what
/// it applies is not known, and when much of what is asked for there is not among it.
public enum ReferenceRules {
  public static let missingConfigMap = Rule(
    "reference/missing-config-map", .warning,
    "A pod needs a ConfigMap that the agent does not apply, while it applies others",
    why: """
      The pod is created and never starts: `CreateContainerConfigError`, `configmap "x" not found`, \
      or for a volume `MountVolume.SetUp failed`.
      """,
    remedy: """
      Correct the name, add the ConfigMap, or write `optional: true` where the pod can do without. \
      When something else makes it, switch the rule off for that line.
      """,
    bad: example(pod("envFrom:\n  - configMapRef:\n      name: setings"), configMap("settings")),
    good: example(pod("envFrom:\n  - configMapRef:\n      name: settings"), configMap("settings")),
    source: "pkg/kubelet/kubelet_pods.go makeEnvironmentVariables; pkg/volume/configmap")

  public static let missingSecret = Rule(
    "reference/missing-secret", .warning,
    "A pod needs a Secret that the agent does not apply, while it applies others",
    why: """
      The pod is created and never starts: `CreateContainerConfigError`, `secret "x" not found`, or \
      for a volume `MountVolume.SetUp failed`; an image may not be pulled.
      """,
    remedy: """
      Correct the name, add the Secret, or write `optional: true` where the pod can do without. When \
      something else makes it, switch the rule off for that line.
      """,
    bad: example(pod("envFrom:\n  - secretRef:\n      name: databse"), secret("database")),
    good: example(pod("envFrom:\n  - secretRef:\n      name: database"), secret("database")),
    source: "pkg/kubelet/kubelet_pods.go makeEnvironmentVariables; pkg/volume/secret")

  public static let missingVolumeClaim = Rule(
    "reference/missing-volume-claim", .warning,
    "A pod needs a PersistentVolumeClaim that the agent does not apply, while it applies others",
    why: "The pod stays `Pending`: `persistentvolumeclaim \"x\" not found`.",
    remedy: "Correct the name, or add the claim.",
    bad: example(volume("date"), claim("data")),
    good: example(volume("data"), claim("data")),
    source: "kube-scheduler plugin VolumeBinding")

  public static let missingServiceAccount = Rule(
    "reference/missing-service-account", .warning,
    "A ServiceAccount is named that the agent does not apply, while it applies others",
    why: """
      The server refuses every pod with it: `error looking up service account web/x: serviceaccount \
      "x" not found`. A binding to it is taken and gives rights to nobody.
      """,
    remedy: "Correct the name, or add the ServiceAccount.",
    bad: example(pod(beside: "serviceAccountName: runer"), serviceAccount("runner")),
    good: example(pod(beside: "serviceAccountName: runner"), serviceAccount("runner")),
    source: "plugin/pkg/admission/serviceaccount")

  public static let missingService = Rule(
    "reference/missing-service", .warning,
    "A Service is named that the agent does not apply, while it applies others",
    why: """
      An Ingress answers with 503 for the path; the pods of a StatefulSet get no names in the \
      cluster's DNS.
      """,
    remedy: "Correct the name, or add the Service.",
    bad: example(ingress("shop", 80), service()),
    good: example(ingress("web", 80), service()),
    source:
      "practice of Ingress controllers; Kubernetes documentation, StatefulSets, Stable Network ID")

  public static let missingServicePort = Rule(
    "reference/missing-service-port", .warning,
    "An Ingress asks for a port that its Service does not have",
    why: "The Ingress controller finds nothing to send to and answers with 503 for the path.",
    remedy: "Name one of the ports of the Service (not of the pods).",
    bad: example(ingress("web", 8080), service()),
    good: example(ingress("web", 80), service()),
    source: "practice of Ingress controllers")

  public static let missingTargetPort = Rule(
    "reference/missing-target-port", .warning,
    "A Service sends to a port by a name that none of its pods declares",
    why: """
      The Service gets no endpoint for the port, without a word: connections are refused though the \
      pods are ready.
      """,
    remedy: "Name the port in the container's `ports`, or send to its number.",
    bad: example(service(targetPort: "http"), pod("ports:\n  - name: web\n    containerPort: 80")),
    good: example(
      service(targetPort: "http"), pod("ports:\n  - name: http\n    containerPort: 80")),
    source: "pkg/api/v1/pod/util.go FindPort; endpoint slice controller")

  public static let missingScaleTarget = Rule(
    "reference/missing-scale-target", .warning,
    "An autoscaler scales a workload that the agent does not apply, while it applies others",
    why: """
      The autoscaler does nothing: `FailedGetScale`, `the HPA controller was unable to get the \
      target's current scale`.
      """,
    remedy: "Correct kind and name of `scaleTargetRef`, or add the workload.",
    bad: example(autoscaler("wbe"), deployment()),
    good: example(autoscaler("web"), deployment()),
    source: "pkg/controller/podautoscaler/horizontal.go")

  public static let missingRole = Rule(
    "reference/missing-role", .warning,
    "A binding gives a role that the agent does not apply, while it applies others",
    why: """
      Once the role is missing the binding gives no right: `RBAC: role.rbac.authorization.k8s.io \
      "x" not found` in the denial.
      """,
    remedy: "Correct the name, or add the role.",
    bad: example(binding("reder"), role("reader")),
    good: example(binding("reader"), role("reader")),
    source: "pkg/registry/rbac/validation/rule.go")

  public static let selectsNothing = Rule(
    "reference/selects-nothing", .warning,
    "A selector matches no pod of the agent's workloads in the namespace",
    why: """
      A Service without pods refuses every connection; a budget or network policy without pods \
      protects nothing. The server says nothing of it.
      """,
    remedy: "Write the labels of the workload's pod template (`spec.template.metadata.labels`).",
    bad: example(service(selector: "app: wbe"), pod()),
    good: example(service(selector: "app: web"), pod()),
    source: "endpoint slice, disruption and network policy controllers")

  public static let resourcesRequired = Rule(
    "reference/resources-required", .warning,
    "A container leaves out an amount that a quota or limit range of the namespace asks for",
    why: """
      The server refuses its pods: `failed quota: x: must specify limits.memory for: web`, \
      `maximum memory usage per Pod is 1Gi.  No limit is specified`. A Deployment is taken and has no \
      pods.
      """,
    remedy: "Write the amount, or give the namespace a LimitRange with defaults.",
    bad: example(pod(), quota),
    good: example(pod("resources:\n  limits:\n    memory: 64Mi"), quota),
    source:
      "pkg/quota/v1/evaluator/core/pods.go Constraints; plugin/pkg/admission/limitranger/admission.go"
  )

  public static let notCompared = Rule(
    "reference/not-compared", .info,
    "References between an agent's objects were not compared",
    why: """
      A file has more of them than the limit, so that what is there and what is missing is not known. \
      The rules of this category are silent for the agents that apply it.
      """,
    remedy: "Split the file, or raise the limit with `--limit references=N`.",
    source: "this program")

  public static let all = [
    missingConfigMap, missingSecret, missingVolumeClaim, missingServiceAccount, missingService,
    missingServicePort, missingTargetPort, missingScaleTarget, missingRole, selectsNothing,
    resourcesRequired, notCompared,
  ]
}
