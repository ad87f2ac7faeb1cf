import Kubernetes
import YAML

/// A selector of pods: to all requirements a pod's labels must come up.
struct PodSelector {
  struct Requirement {
    var key: String
    var kind: ObjectFact.SelectorOperator
    var values: [String] = []
  }

  var range: SourceRange
  var requirements: [Requirement] = []

  /// The labels that must be there, as far as they stand in a pod template.
  var demands: [Requirement] {
    requirements.filter { ($0.kind == .in || $0.kind == .exists) && !Self.isSetLater($0.key) }
  }

  func selects(_ labels: [(key: String, value: String)]) -> Bool {
    requirements.allSatisfy { requirement in
      let value = labels.last { $0.key == requirement.key }?.value
      switch requirement.kind {
      case .in:
        return value.map(requirement.values.contains) ?? Self.isSetLater(requirement.key)
      case .notIn: return value.map { !requirement.values.contains($0) } ?? true
      case .exists: return value != nil || Self.isSetLater(requirement.key)
      case .doesNotExist: return value == nil
      }
    }
  }

  /// `app=web, tier in (front, back)`.
  var text: String {
    requirements.prefix(8).map { requirement in
      let values = requirement.values.prefix(4).joined(separator: ", ")
      switch requirement.kind {
      case .in:
        return requirement.values.count == 1
          ? "\(requirement.key)=\(values)" : "\(requirement.key) in (\(values))"
      case .notIn: return "\(requirement.key) notin (\(values))"
      case .exists: return requirement.key
      case .doesNotExist: return "!\(requirement.key)"
      }
    }.joined(separator: ", ")
  }

  /// Labels that controllers give to pods, and those that the program in the pod gives itself: which
  /// one leads, or is ready for something.
  static func isSetLater(_ key: String) -> Bool {
    if setByControllers.contains(key) { return true }
    var name = Array(key.utf8)[...]
    if let slash = name.lastIndex(of: UInt8(ascii: "/")) { name = name[(slash + 1)...] }
    return wordsOfState.contains { word in
      name.indices.contains { start in
        name[start...].starts(with: word) { ($0 | 0x20) == $1 }
      }
    }
  }

  private static let wordsOfState = [
    "role", "active", "leader", "master", "primary", "initialized", "sealed", "standby", "hash",
  ].map { Array($0.utf8) }

  private static let setByControllers: Set<String> = [
    "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index", "pod-template-hash",
    "controller-revision-hash", "pod-template-generation", "job-name", "controller-uid",
    "batch.kubernetes.io/job-name", "batch.kubernetes.io/controller-uid",
    "batch.kubernetes.io/job-completion-index", "topology.kubernetes.io/zone",
    "topology.kubernetes.io/region",
  ]
}
