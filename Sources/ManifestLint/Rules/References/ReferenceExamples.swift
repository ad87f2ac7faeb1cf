/// Repositories around the few lines that an example of a rule about references is about.
extension ReferenceRules {
  /// An agent that applies these objects, each a document, to namespace web.
  static func example(_ objects: String...) -> String {
    """
    === .gitlab/agents/gitops/config.yaml
    gitops:
      manifest_projects:
        - id: group/project
          default_namespace: web
          paths:
            - glob: /apps/*.yaml
    === apps/web.yaml

    """ + objects.joined(separator: "\n---\n") + "\n"
  }

  static func configMap(_ name: String) -> String {
    object("v1", "ConfigMap", name, "data:\n  greeting: hello")
  }

  static func secret(_ name: String) -> String {
    object("v1", "Secret", name, "type: Opaque")
  }

  static func serviceAccount(_ name: String) -> String {
    object("v1", "ServiceAccount", name, "automountServiceAccountToken: false")
  }

  static func claim(_ name: String) -> String {
    object(
      "v1", "PersistentVolumeClaim", name,
      """
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 1Gi
      """)
  }

  /// A Pod with the label `app: web`.
  static func pod(_ fields: String = "", beside: String = "") -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
      labels:
        app: web
    spec:
    """ + indented(beside, by: 2) + "\n  containers:\n    - name: web\n      image: nginx:1.27"
      + indented(fields, by: 6)
  }

  static func volume(_ claim: String) -> String {
    pod(
      beside: """
        volumes:
          - name: data
            persistentVolumeClaim:
              claimName: \(claim)
        """)
  }

  static func deployment() -> String {
    object(
      "apps/v1", "Deployment", "web",
      """
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
      """)
  }

  static func service(selector: String = "app: web", targetPort: String = "80") -> String {
    object(
      "v1", "Service", "web",
      """
      spec:
        selector:
          \(selector)
        ports:
          - port: 80
            targetPort: \(targetPort)
      """)
  }

  static func ingress(_ service: String, _ port: Int) -> String {
    object(
      "networking.k8s.io/v1", "Ingress", "web",
      """
      spec:
        defaultBackend:
          service:
            name: \(service)
            port:
              number: \(port)
      """)
  }

  static func autoscaler(_ deployment: String) -> String {
    object(
      "autoscaling/v2", "HorizontalPodAutoscaler", "web",
      """
      spec:
        maxReplicas: 3
        scaleTargetRef:
          apiVersion: apps/v1
          kind: Deployment
          name: \(deployment)
      """)
  }

  static func role(_ name: String) -> String {
    object(
      "rbac.authorization.k8s.io/v1", "Role", name,
      """
      rules:
        - apiGroups: [""]
          resources: [pods]
          verbs: [get]
      """)
  }

  static func binding(_ role: String) -> String {
    object(
      "rbac.authorization.k8s.io/v1", "RoleBinding", "web",
      """
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: \(role)
      subjects:
        - kind: ServiceAccount
          name: default
          namespace: web
      """)
  }

  static let quota = object(
    "v1", "ResourceQuota", "web",
    """
    spec:
      hard:
        limits.memory: 1Gi
    """)

  private static func object(
    _ apiVersion: String, _ kind: String, _ name: String, _ fields: String
  ) -> String {
    "apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata:\n  name: \(name)\n\(fields)"
  }

  private static func indented(_ text: String, by count: Int) -> String {
    text.split(separator: "\n").map { "\n" + String(repeating: " ", count: count) + $0 }.joined()
  }
}
