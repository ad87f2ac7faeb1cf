public import YAML

/// The rules about what objects mean, first those of workloads and their pods.
public enum ObjectRules {
  public static let selectorMismatch = Rule(
    "object/selector-mismatch", .error,
    "The selector does not select the template's own pods",
    why: """
      The server refuses it: `selector` does not match template `labels`.
      """,
    remedy: "Give the template the labels that the selector asks for.",
    bad: """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
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

      """,
    good: """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
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

      """,
    source: "pkg/apis/apps/validation ValidatePodTemplateSpecForReplicaSet")

  public static let selectorRequired = Rule(
    "object/selector-required", .error,
    "The workload has no selector",
    why: """
      The server does not fill the selector of apps/v1 in; without one the object is refused.
      """,
    remedy: "Write spec.selector.matchLabels with labels of the template.",
    bad: """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.27

      """,
    good: """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
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

      """,
    source: "pkg/apis/apps/validation ValidateDeploymentSpec")

  public static let portRange = Rule(
    "object/port-range", .error,
    "A port number is out of range",
    why: """
      The server refuses it: must be between 1 and 65535, inclusive.
      """,
    remedy: "Use a port from 1 to 65535.",
    bad: """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            image: nginx:1.27
            ports:
              - containerPort: 70000

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
            ports:
              - containerPort: 8080

      """,
    source: "pkg/apis/core/validation validateContainerPorts")

  public static let duplicateContainerName = Rule(
    "object/duplicate-container-name", .error,
    "Two containers of a pod have one name",
    why: """
      The server refuses the pod: Duplicate value. Init containers count too.
      """,
    remedy: "Give each container a name of its own.",
    bad: """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            image: nginx:1.27
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
    source: "pkg/apis/core/validation validateContainers, validateInitContainers")

  public static let all: [Rule] = [
    selectorMismatch, selectorRequired, portRange, duplicateContainerName,
  ]
}
