import YAML

/// API versions whose successor has the same fields with the same meaning, so that the version is all
/// that has to change. The others' fields moved, or mean something else: PodDisruptionBudget's empty
/// selector, Ingress's backends.
enum Renewal {
  static let mechanical: Set<String> = [
    "apps/v1beta2 DaemonSet", "apps/v1beta2 Deployment", "apps/v1beta2 ReplicaSet",
    "apps/v1beta2 StatefulSet", "autoscaling/v2beta2 HorizontalPodAutoscaler",
    "batch/v1beta1 CronJob", "coordination.k8s.io/v1beta1 Lease",
    "extensions/v1beta1 NetworkPolicy", "networking.k8s.io/v1beta1 IngressClass",
    "node.k8s.io/v1beta1 RuntimeClass", "rbac.authorization.k8s.io/v1beta1 ClusterRole",
    "rbac.authorization.k8s.io/v1beta1 ClusterRoleBinding",
    "rbac.authorization.k8s.io/v1beta1 Role", "rbac.authorization.k8s.io/v1beta1 RoleBinding",
    "scheduling.k8s.io/v1beta1 PriorityClass", "storage.k8s.io/v1beta1 CSIDriver",
    "storage.k8s.io/v1beta1 CSINode", "storage.k8s.io/v1beta1 CSIStorageCapacity",
    "storage.k8s.io/v1beta1 StorageClass", "storage.k8s.io/v1beta1 VolumeAttachment",
    "admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicy",
    "admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicyBinding",
    "flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema",
    "flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema",
  ]

  /// The new version in the place of the old one.
  ///
  /// - Parameters:
  ///   - name: `apiVersion kind`.
  ///   - replacement: `apiVersion kind`, as the catalogue has it.
  static func fix(
    _ name: String, to replacement: String, at node: NodeID, in tree: Tree
  ) -> Diagnostic.Fix? {
    guard mechanical.contains(name), tree[node].kind == .scalar,
      !tree[node].flags.contains(.properties),
      let version = replacement.split(separator: " ").first
    else { return nil }
    return .init(edits: [.init(range: tree[node].range, replacement: String(version))])
  }
}
