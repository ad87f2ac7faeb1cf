public import YAML

/// The cluster's own objects.
extension ObjectRules {
  public static let eventNamespace = Rule(
    "object/event-namespace", .error,
    "An event lies in another namespace than its subject",
    why: """
      The server refuses the event: `does not match event.namespace`. Events do not belong in a \
      repository at all.
      """,
    remedy: "Take the event out.",
    bad: """
      apiVersion: v1
      kind: Event
      metadata:
        name: web
        namespace: web
      involvedObject:
        kind: Pod
        name: web
        namespace: other

      """,
    good: """
      apiVersion: v1
      kind: Event
      metadata:
        name: web
        namespace: web
      involvedObject:
        kind: Pod
        name: web
        namespace: web

      """,
    source: "pkg/apis/core/validation ValidateEventCreate")

  public static let flowControl = Rule(
    "object/flow-control", .error,
    "A flow schema or priority level cannot be applied",
    why: """
      The server refuses it: `must be 'Exempt' if and only if name is 'exempt'`, paths that do not \
      begin with /, more hands than queues.
      """,
    remedy: "Correct the field as the message says.",
    bad: Example.spec(
      "flowcontrol.apiserver.k8s.io/v1", "PriorityLevelConfiguration",
      """
      type: Exempt
      exempt: {}
      """),
    good: Example.spec(
      "flowcontrol.apiserver.k8s.io/v1", "PriorityLevelConfiguration",
      """
      type: Limited
      limited:
        limitResponse:
          type: Reject
      """),
    source: "pkg/apis/flowcontrol/validation")
}
