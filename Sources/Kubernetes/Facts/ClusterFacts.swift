import YAML

/// Autoscalers, bindings, limits and quotas.
extension FactReader {
  /// What is scaled, where it is of a built-in kind.
  mutating func scaleTarget(_ target: Field) {
    let kind = target.kind.text
    let group = target.apiVersion.text.split(separator: "/", omittingEmptySubsequences: false)
    guard let referent = Referent(group: group.count == 2 ? group[0] : "", kind: kind) else {
      return
    }
    switch referent {
    case .deployment, .statefulSet, .replicaSet, .replicationController:
      reference(referent, target.name)
    default: break
    }
  }

  /// RoleBinding and ClusterRoleBinding: the role, and the accounts that get it.
  mutating func binding(_ object: Field) {
    let role = object.roleRef
    if role.kind.equals("Role") { reference(.role, role.name) }
    if role.kind.equals("ClusterRole") { reference(.clusterRole, role.name) }
    for subject in object.subjects.elements
    where subject.kind.equals("ServiceAccount") && subject.apiGroup.isEmpty {
      reference(.serviceAccount, subject.name, namespace: subject.namespace)
    }
  }

  /// SetDefaults_LimitRangeItem (pkg/apis/core/v1/defaults.go) fills the defaults of containers in
  /// from `max` and `min`, so that these alone refuse no container for what it does not say.
  mutating func limitRange(_ spec: Field) {
    for item in spec.limits.elements {
      let isForPods = item.type.equals("Pod")
      guard isForPods || item.type.equals("Container") else { continue }
      let (minimum, maximum) = (resourceSet(item.min), resourceSet(item.max))
      var limits: ResourceSet = []
      var requests: ResourceSet = []
      if !isForPods {
        limits = resourceSet(item.default).union(maximum)
        requests = resourceSet(item.defaultRequest).union(limits).union(minimum)
      }
      guard begin(.limitRange) else { return }
      write(byte: isForPods ? 1 : 0)
      for set in [requests, limits, minimum, maximum, resourceSet(item.maxLimitRequestRatio)] {
        write(byte: set.rawValue)
      }
    }
  }

  /// A quota with scopes speaks to some pods only: which, is not asked here.
  mutating func quota(_ spec: Field) {
    guard spec.scopes.isEmpty, !spec.scopeSelector.exists else { return }
    var requests: ResourceSet = []
    var limits: ResourceSet = []
    for (name, _) in spec.hard.entries {
      if name.equals("cpu") || name.equals("requests.cpu") { requests.insert(.cpu) }
      if name.equals("memory") || name.equals("requests.memory") { requests.insert(.memory) }
      if name.equals("limits.cpu") { limits.insert(.cpu) }
      if name.equals("limits.memory") { limits.insert(.memory) }
    }
    guard !requests.isEmpty || !limits.isEmpty, begin(.quota) else { return }
    write(byte: requests.rawValue)
    write(byte: limits.rawValue)
  }
}
