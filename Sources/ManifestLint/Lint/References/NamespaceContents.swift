import Kubernetes
import YAML

/// What lies in one namespace, and what of it others ask for.
final class NamespaceContents {
  let namespace: String
  private var names = [[String: AppliedObjects.Place]](
    repeating: [:], count: Referent.allCases.count + 1)
  /// What names that are made at runtime begin with.
  private var prefixes: [Referent: Set<String>] = [:]
  /// The facts of each place begin behind `pods`.
  var workloads: [AppliedObjects.Place] = []
  var labels = LabelIndex()
  var custom = CustomObjects()
  var limitRanges: [(place: AppliedObjects.Place, item: ObjectFact.LimitRangeItem)] = []
  var quotas: [(place: AppliedObjects.Place, requests: ResourceSet, limits: ResourceSet)] = []
  /// By what is asked for.
  var demands: [Demand: Answers] = [:]

  enum Demand: Hashable, CaseIterable {
    case configMap, secret, volumeClaim, serviceAccount, service, role, clusterRole, scaleTarget
    case pods
  }

  /// How often something was there, and every time that it was not.
  struct Answers {
    var found = 0
    var missing: [Missing] = []

    /// A misspelt name is one of many. When more is missing than these few, and more than a fifth of
    /// what is asked for, then somebody else brings such things into the namespace too.
    static let fewMissing = 10

    var areOthersAtWork: Bool { missing.count > Self.fewMissing && missing.count * 4 > found }
  }

  /// A name or selector that led to nothing.
  struct Missing {
    var entry: Int
    var object: Int
    var range: SourceRange
    enum Wanted {
      case name(Referent, String)
      case pods(PodSelector)
    }
    var wanted: Wanted
  }

  init(_ namespace: String) { self.namespace = namespace }

  func objects(of referent: Referent) -> [String: AppliedObjects.Place] {
    names[Int(referent.rawValue)]
  }

  /// Of two objects of one name, the first counts.
  func add(_ name: String, _ referent: Referent, _ place: AppliedObjects.Place) {
    let number = Int(referent.rawValue)
    if names[number][name] == nil { names[number][name] = place }
  }

  func add(prefix: String, of referent: Referent) {
    prefixes[referent, default: []].insert(prefix)
  }

  /// Whether a name can be one that is made at runtime.
  func canBeGenerated(_ name: String, of referent: Referent) -> Bool {
    guard let prefixes = prefixes[referent] else { return false }
    return name.indices.contains { prefixes.contains(String(name[...$0])) }
  }
}
