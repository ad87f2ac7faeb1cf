import Kubernetes
import YAML

/// What lies in one namespace, and what of it others ask for.
final class NamespaceContents {
  let namespace: String
  /// Of its name.
  let number: UInt32
  /// The cluster has objects of its own in it.
  let isOfCluster: Bool
  /// What names that are made at runtime begin with.
  private var prefixes: [Referent: Set<String>] = [:]
  var pods = PodIndex()
  var custom = CustomObjects()
  var limitRanges: [(place: AppliedObjects.Place, item: ObjectFact.LimitRangeItem)] = []
  var quotas: [(place: AppliedObjects.Place, requests: ResourceSet, limits: ResourceSet)] = []
  /// By the number of what is asked for.
  private var answers = [Answers](repeating: Answers(), count: Demand.allCases.count)

  enum Demand: Int, CaseIterable {
    case configMap, secret, volumeClaim, serviceAccount, service, role, clusterRole, scaleTarget
    case pods
  }

  /// How often something was there, and every time that it was not.
  struct Answers {
    var found = 0
    /// Each with the place of the fact that asks.
    var missing: [AppliedObjects.Place] = []

    /// A misspelt name is one of many. When more is missing than these few, and more than a fifth of
    /// what is asked for, then somebody else brings such things into the namespace too.
    static let fewMissing = 10

    var areOthersAtWork: Bool { missing.count > Self.fewMissing && missing.count * 4 > found }
  }

  init(_ namespace: String, _ number: UInt32) {
    self.namespace = namespace
    self.number = number
    isOfCluster = namespace.hasPrefix("kube-")
  }

  subscript(demand: Demand) -> Answers {
    get { answers[demand.rawValue] }
    _modify { yield &answers[demand.rawValue] }
  }

  func add(prefix: String, of referent: Referent) {
    prefixes[referent, default: []].insert(prefix)
  }

  /// Whether a name can be one that is made at runtime.
  func canBeGenerated(_ name: Range<Int>, of bytes: [UInt8], _ referent: Referent) -> Bool {
    guard !prefixes.isEmpty, let prefixes = prefixes[referent] else { return false }
    let name = String(decoding: bytes[name], as: UTF8.self)
    return name.indices.contains { prefixes.contains(String(name[...$0])) }
  }
}
