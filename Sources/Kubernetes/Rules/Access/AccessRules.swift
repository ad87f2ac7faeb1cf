public import YAML

/// Roles, bindings and certificates.
extension ObjectRules {
  public static let policyRule = Rule(
    "object/policy-rule", .error,
    "A rule of a role is incomplete",
    why: """
      The server refuses the role: `verbs must contain at least one value`, `resource rules must \
      supply at least one api group`.
      """,
    remedy: """
      Give verbs, apiGroups and resources; the core group is "".
      """,
    bad: Example.object(
      "rbac.authorization.k8s.io/v1", "Role",
      """
      rules:
        - resources: [pods]
          verbs: [get]
      """),
    good: Example.object(
      "rbac.authorization.k8s.io/v1", "Role",
      """
      rules:
        - apiGroups: [""]
          resources: [pods]
          verbs: [get]
      """),
    source: "pkg/apis/rbac/validation ValidatePolicyRule")

  public static let roleReference = Rule(
    "object/role-reference", .error,
    "A binding refers to something that is no role",
    why: """
      The server refuses the binding: roleRef.kind is Role or ClusterRole, in a ClusterRoleBinding \
      only ClusterRole.
      """,
    remedy: "Correct roleRef; it cannot be changed later.",
    bad: Example.object(
      "rbac.authorization.k8s.io/v1", "ClusterRoleBinding",
      """
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: view
      """),
    good: Example.object(
      "rbac.authorization.k8s.io/v1", "ClusterRoleBinding",
      """
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      """),
    source: "pkg/apis/rbac/validation ValidateRoleBinding, ValidateClusterRoleBinding")

  public static let roleSubject = Rule(
    "object/role-subject", .error,
    "A subject of a binding is incomplete",
    why: """
      The server refuses the binding: kinds are User, Group and ServiceAccount, and a \
      ServiceAccount needs its namespace in a ClusterRoleBinding.
      """,
    remedy: "Complete the subject.",
    bad: Example.object(
      "rbac.authorization.k8s.io/v1", "ClusterRoleBinding",
      """
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: ServiceAccount
          name: web
      """),
    good: Example.object(
      "rbac.authorization.k8s.io/v1", "ClusterRoleBinding",
      """
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: web
      """),
    source: "pkg/apis/rbac/validation ValidateRoleBindingSubject")

  public static let certificateRequest = Rule(
    "object/certificate-request", .error,
    "A request for a certificate cannot be read",
    why: """
      The server refuses it: `PEM block type must be CERTIFICATE REQUEST`, or a signer without \
      domain and path.
      """,
    remedy: "Put the base64 of the whole PEM file into spec.request.",
    bad: Example.spec(
      "certificates.k8s.io/v1", "CertificateSigningRequest",
      """
      request: bm9uZQ==
      signerName: example.com/signer
      usages: [client auth]
      """),
    good: Example.spec(
      "certificates.k8s.io/v1", "CertificateSigningRequest",
      """
      request: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUFBPQotLS0tLUVORCBDRVJUSUZJQ0FURSBS\
      RVFVRVNULS0tLS0K
      signerName: example.com/signer
      usages: [client auth]
      """),
    source: "pkg/apis/certificates/validation validateCertificateSigningRequest")
}
