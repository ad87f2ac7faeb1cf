public import YAML

/// The kinds that others refer to by name.
public enum Referent: UInt8, Sendable, Hashable, CaseIterable {
  case configMap = 1
  case secret, volumeClaim, serviceAccount, service, role, clusterRole
  case deployment, statefulSet, replicaSet, replicationController

  /// As manifests write it.
  public var kind: String {
    switch self {
    case .configMap: "ConfigMap"
    case .secret: "Secret"
    case .volumeClaim: "PersistentVolumeClaim"
    case .serviceAccount: "ServiceAccount"
    case .service: "Service"
    case .role: "Role"
    case .clusterRole: "ClusterRole"
    case .deployment: "Deployment"
    case .statefulSet: "StatefulSet"
    case .replicaSet: "ReplicaSet"
    case .replicationController: "ReplicationController"
    }
  }

  public var group: String {
    switch self {
    case .role, .clusterRole: "rbac.authorization.k8s.io"
    case .deployment, .statefulSet, .replicaSet: "apps"
    default: ""
    }
  }

  private static let byKind = Dictionary(uniqueKeysWithValues: allCases.map { ($0.kind, $0) })

  /// Nil for a kind that nothing here refers to.
  public init?(group: Substring, kind: String) {
    guard let found = Self.byKind[kind], found.group == group else { return nil }
    self = found
  }
}

/// A text of a fact: the place of its UTF-8 in the bytes that the fact was read from. It may hold
/// anything.
public struct FactText: Sendable, Hashable {
  public let start: UInt32
  public let count: UInt32

  init(start: Int, count: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.count = UInt32(truncatingIfNeeded: count)
  }

  public var bytes: Range<Int> { Int(start)..<Int(start) + Int(count) }
  public var isEmpty: Bool { count == 0 }
}

/// One thing that an object tells about others: what it refers to, what it selects, and what others
/// look for in it.
///
/// Facts are flat: those that belong together follow each other, as told at each.
public enum ObjectFact: Sendable, Hashable {
  case reference(Reference)
  /// The object makes pods, or is one. Labels and port names of the pods follow.
  case pods
  /// A label of the pods.
  case label(key: FactText, value: FactText)
  /// The name of a port that a container of the pods declares.
  case portName(FactText)
  /// A container: which of the resources it requests and limits.
  case container(name: FactText, range: SourceRange, requests: ResourceSet, limits: ResourceSet)
  /// What the pods as a whole request and limit.
  case podResources(requests: ResourceSet, limits: ResourceSet)
  /// The object selects pods. Requirements follow, to all of which a pod must come up; the range is
  /// the selector's.
  case selector(SourceRange)
  /// The values of a requirement follow it.
  case requirement(key: FactText, SelectorOperator)
  case value(FactText)
  /// A port of a Service; the name is empty when it has none.
  case servicePort(number: UInt32, name: FactText)
  /// A Service sends to the port of this name.
  case targetPort(name: FactText, range: SourceRange)
  /// Claims are made whose names begin with this.
  case claimPrefix(FactText)
  case limitRange(LimitRangeItem)
  /// A quota without scopes counts these.
  case quota(requests: ResourceSet, limits: ResourceSet)
  /// Of a kind that is not built in: a text somewhere in the object, as `textHash` has it.
  case mention(UInt32)
  /// Of a kind that is not built in: the object is too large to say what it mentions.
  case mentionsAnything

  /// A name of another object.
  public struct Reference: Sendable, Hashable {
    public var referent: Referent
    public var name: FactText
    /// Where the object lies, when that is not the namespace of the object that refers to it.
    public var namespace: FactText?
    public var range: SourceRange
    /// The port of the Service that is asked for.
    public var port: Port?

    public enum Port: Sendable, Hashable {
      case number(UInt32, SourceRange)
      case name(FactText, SourceRange)
    }
  }

  public enum SelectorOperator: UInt8, Sendable, Hashable {
    case `in` = 1
    case notIn, exists, doesNotExist
  }

  /// What one item of a LimitRange comes to, the server's defaults filled in.
  public struct LimitRangeItem: Sendable, Hashable {
    /// For each container, or for the pod as a whole.
    public var isForPods: Bool
    public var defaultRequests: ResourceSet = []
    public var defaultLimits: ResourceSet = []
    public var minimum: ResourceSet = []
    public var maximum: ResourceSet = []
    public var ratio: ResourceSet = []
  }

  /// The 32-bit FNV-1a hash of a text's bytes.
  public static func textHash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var hash = CatalogueHash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}

/// The resources that quotas and limit ranges mostly speak of.
public struct ResourceSet: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let cpu = ResourceSet(rawValue: 1)
  public static let memory = ResourceSet(rawValue: 2)
  public static let ephemeralStorage = ResourceSet(rawValue: 4)

  /// In this order, as manifests write them.
  public var names: [String] {
    [(Self.cpu, "cpu"), (.memory, "memory"), (.ephemeralStorage, "ephemeral-storage")]
      .compactMap { contains($0.0) ? $0.1 : nil }
  }
}
