import Kubernetes
import YAML

extension PlanChanges {
  /// A warning for every pruned object whose end takes other things with it.
  public var findings: [Finding] {
    agents.flatMap { agent in
      agent.pruned.compactMap { pruned -> Finding? in
        guard pruned.isPruned, let loss = Self.loss(pruned) else { return nil }
        let identity = pruned.object.identity
        var finding = Finding(
          SetRules.dangerousPrune,
          "agent \(agent.name) would prune \(identity.kind) \(pruned.object.planned), and with it \(loss)",
          path: pruned.object.path)
        finding.object = identity
        finding.document = pruned.object.document
        finding.agents = [agent.name]
        return finding
      }
    }
  }

  private static func loss(_ pruned: Pruned) -> Message? {
    if pruned.isAgent { return "the agent itself: nothing is synchronised after that" }
    switch (pruned.object.identity.group, pruned.object.identity.kind) {
    case ("", "Namespace"): return "everything in the namespace"
    case ("apiextensions.k8s.io", "CustomResourceDefinition"): return "every object of its kind"
    case ("", "PersistentVolumeClaim"), ("", "PersistentVolume"):
      return "the data of the volume, where its reclaim policy is Delete"
    default: return nil
    }
  }
}
