import Kubernetes
import YAML

extension ManifestProject {
  /// How the agent of a version applies and prunes, as far as the entry can say it: every option with
  /// its value in force. From 14.0 on; before it there is nothing to say.
  func planOptions(for version: GitLabVersion) -> [Report.Agent.Option] {
    guard version >= "14.0" else { return [] }
    let written = Set(keys.map(\.value))
    return [
      ("dry_run_strategy", dryRunStrategy), ("inventory_policy", inventoryPolicy),
      ("prune", prune ? "true" : "false"),
      ("prune_propagation_policy", prunePropagationPolicy),
      ("prune_timeout", pruneTimeout.description),
      ("reconcile_timeout", reconcileTimeout.description),
    ].map { name, value in
      Report.Agent.Option(name: name, value: value, isWritten: written.contains(name))
    }
  }
}

extension Report.Agent.Selection {
  /// What somebody who moves this entry to Flux has to take along, since from GitLab 17.0 on nothing
  /// of it is synchronised.
  func notesForFlux() -> [Message] {
    var notes: [Message] = []
    let count = objects.count(where: \.isNamespaceDefault)
    if count > 0, let namespace = defaultNamespace ?? objects.first?.identity.namespace {
      notes.append(
        "\(count) objects get the namespace \(namespace) from default_namespace: set spec.targetNamespace of the Kustomization, which also overrides namespaces that are written"
      )
    }
    for glob in globs {
      if let difference = FluxPath.difference(from: glob) {
        notes.append("glob \(glob): \(difference)")
      }
    }
    notes.append(
      prunes
        ? "objects are pruned: set spec.prune: true, because Flux asks for it"
        : "nothing is pruned: set spec.prune: false")
    for option in options where option.isWritten {
      switch option.name {
      case "inventory_policy":
        notes.append(
          "inventory_policy \(option.value) has no counterpart: Flux takes objects over that exist")
      case "reconcile_timeout", "prune_timeout":
        notes.append("\(option.name) \(option.value): set spec.timeout and spec.wait: true")
      case "dry_run_strategy" where option.value != "none":
        notes.append(
          "dry_run_strategy \(option.value) has no counterpart: spec.suspend: true stops it")
      case "prune_propagation_policy" where option.value != "foreground":
        notes.append(
          "prune_propagation_policy \(option.value): set spec.deletionPolicy, where that fits")
      default: break
      }
    }
    return notes
  }
}
