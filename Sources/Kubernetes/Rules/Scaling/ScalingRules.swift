public import YAML

/// Autoscaling, budgets, limits and priorities.
extension ObjectRules {
  public static let scaleTarget = Rule(
    "object/scale-target", .error,
    "The target of an autoscaler names no API group",
    why: """
      The server refuses the autoscaler from 1.34 on: `apiVersion must specify API group`; before, \
      scaling failed in the controller.
      """,
    remedy: "Write apiVersion: apps/v1.",
    bad: Example.spec(
      "autoscaling/v2", "HorizontalPodAutoscaler",
      """
      scaleTargetRef:
        kind: Deployment
        name: web
      maxReplicas: 3
      """),
    good: Example.spec(
      "autoscaling/v2", "HorizontalPodAutoscaler",
      """
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: web
      maxReplicas: 3
      """),
    source: "pkg/apis/autoscaling/validation ValidateCrossVersionObjectReference")

  public static let replicaBounds = Rule(
    "object/replica-bounds", .error,
    "The bounds of an autoscaler exclude every number",
    why: """
      The server refuses it: `must be greater than or equal to minReplicas`, `must be set and \
      greater than 0`.
      """,
    remedy: "Let 1 ≤ minReplicas ≤ maxReplicas hold.",
    bad: Example.spec(
      "autoscaling/v2", "HorizontalPodAutoscaler",
      """
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: web
      minReplicas: 5
      maxReplicas: 3
      """),
    good: Example.spec(
      "autoscaling/v2", "HorizontalPodAutoscaler",
      """
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: web
      minReplicas: 1
      maxReplicas: 3
      """),
    source: "pkg/apis/autoscaling/validation validateHorizontalPodAutoscalerSpec")

  public static let metric = Rule(
    "object/metric", .error,
    "A metric of an autoscaler is incomplete",
    why: """
      The server refuses it: `must populate information for the given metric source`, `must \
      specify a metric target type`.
      """,
    remedy: "Give the block that the metric's type names, with one target.",
    bad: Example.spec(
      "autoscaling/v2", "HorizontalPodAutoscaler",
      """
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: web
      maxReplicas: 3
      metrics:
        - type: Resource
          pods: {}
      """),
    good: Example.spec(
      "autoscaling/v2", "HorizontalPodAutoscaler",
      """
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: web
      maxReplicas: 3
      metrics:
        - type: Resource
          resource:
            name: cpu
            target:
              type: Utilization
              averageUtilization: 80
      """),
    source: "pkg/apis/autoscaling/validation validateMetricSpec")

  public static let disruptionBudget = Rule(
    "object/disruption-budget", .error,
    "A disruption budget says two things",
    why: "The server refuses it: `minAvailable and maxUnavailable cannot be both set`.",
    remedy: "Keep one of the two.",
    bad: Example.spec(
      "policy/v1", "PodDisruptionBudget",
      """
      minAvailable: 1
      maxUnavailable: 1
      """),
    good: Example.spec(
      "policy/v1", "PodDisruptionBudget",
      """
      minAvailable: 1
      """),
    source: "pkg/apis/policy/validation ValidatePodDisruptionBudgetSpec")

  public static let limitRange = Rule(
    "object/limit-range", .error,
    "The bounds of a LimitRange contradict each other",
    why: """
      The server refuses it: `min value 2 is greater than max value 1`, and the defaults must lie \
      between the two.
      """,
    remedy: "Let min ≤ defaultRequest ≤ default ≤ max hold.",
    bad: Example.spec(
      "v1", "LimitRange",
      """
      limits:
        - type: Container
          min:
            cpu: 2
          max:
            cpu: 1
      """),
    good: Example.spec(
      "v1", "LimitRange",
      """
      limits:
        - type: Container
          min:
            cpu: 1
          max:
            cpu: 2
      """),
    source: "pkg/apis/core/validation ValidateLimitRange")

  public static let quotaScope = Rule(
    "object/quota-scope", .error,
    "A quota's scope does not fit what it counts",
    why: """
      The server refuses the quota: `unsupported scope applied to resource`, `conflicting scopes`.
      """,
    remedy: "Count only pods, cpu and memory in a quota with scopes.",
    bad: Example.spec(
      "v1", "ResourceQuota",
      """
      hard:
        cpu: 1
      scopes: [BestEffort]
      """),
    good: Example.spec(
      "v1", "ResourceQuota",
      """
      hard:
        pods: 1
      scopes: [BestEffort]
      """),
    source: "pkg/apis/core/validation validateResourceQuotaScopes")

  public static let priorityClass = Rule(
    "object/priority-class", .error,
    "A priority is reserved for the system",
    why: """
      The server refuses the class: `maximum allowed value of a user defined priority is \
      1000000000`, and names that begin with system- are its own.
      """,
    remedy: "Use a value up to 1000000000 and another name.",
    bad: Example.object(
      "scheduling.k8s.io/v1", "PriorityClass",
      """
      value: 2000000000
      """),
    good: Example.object(
      "scheduling.k8s.io/v1", "PriorityClass",
      """
      value: 1000000
      """),
    source: "pkg/apis/scheduling/validation ValidatePriorityClass")
}
