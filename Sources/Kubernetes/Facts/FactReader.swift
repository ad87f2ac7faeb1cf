import YAML

/// Reads the facts of one file's objects, no more than a limit lets through.
struct FactReader {
  private(set) var list = FactList()
  /// There were more facts than the limit; those of the object at which it was reached may be half.
  private(set) var isFull = false
  private let isAsked: Bool
  private var left: Int
  private var object = 0
  private var toldObject: Int?

  /// - Parameter maximum: 0 when nobody asks for facts.
  init(maximum: Int) {
    left = maximum
    isAsked = maximum > 0
  }

  /// Reads one object's facts, where its kind has any.
  ///
  /// - Parameters:
  ///   - kind: nil for a kind that is not built in.
  ///   - number: of the object in its file.
  ///   - numbers: of the object's keys.
  mutating func read(
    _ root: NodeID, in tree: Tree, _ numbers: FieldNumbers, kind: Catalogue.Kind?, number: Int
  ) {
    guard isAsked else { return }
    object = number
    guard let kind else {
      mentions(of: root, in: tree)
      return
    }
    guard let subject = FactSubject.of(kind) else { return }
    Field.read(root, in: tree, numbers: numbers) { read($0, subject) }
  }

  private mutating func read(_ object: Field, _ subject: FactSubject) {
    switch subject {
    case .pod: pods(labels: object.metadata.labels, object.spec)
    case .workload: pods(template: object.spec.template)
    case .statefulSet:
      reference(.service, object.spec.serviceName)
      pods(template: object.spec.template)
      claims(of: object)
    case .cronJob: pods(template: object.spec.jobTemplate.spec.template)
    case .service: service(object.spec)
    case .ingress: ingress(object.spec)
    case .networkPolicy: selector(object.spec.podSelector)
    case .disruptionBudget: selector(object.spec.selector)
    case .autoscaler: scaleTarget(object.spec.scaleTargetRef)
    case .binding: binding(object)
    case .limitRange: limitRange(object.spec)
    case .quota: quota(object.spec)
    }
  }

  // MARK: Writing

  /// Takes a fact up; false when there is no room for it.
  mutating func begin(_ tag: FactList.Tag) -> Bool {
    guard left > 0 else {
      isFull = true
      return false
    }
    left -= 1
    if toldObject != object {
      list.bytes.append(FactList.Tag.object.rawValue)
      write(UInt32(clamping: object))
      toldObject = object
    }
    list.bytes.append(tag.rawValue)
    return true
  }

  mutating func write(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      list.bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    list.bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func write(_ text: ArraySlice<UInt8>) {
    write(UInt32(clamping: text.count))
    list.bytes += text
  }

  mutating func write(rangeOf field: Field) {
    let range = field.sourceRange
    write(range.start)
    write(range.end - range.start)
  }

  mutating func write(byte: UInt8) { list.bytes.append(byte) }

  /// Whether a text can be the name of an object, or a label, at all: what the server refuses for its
  /// length is told by other rules, and is not kept.
  static func isShort(_ text: ArraySlice<UInt8>) -> Bool { !text.isEmpty && text.count <= 317 }

  /// A name of another object, where one is written.
  mutating func reference(
    _ referent: Referent, _ name: Field, namespace: Field? = nil, port: Field? = nil
  ) {
    guard name.isText, Self.isShort(name.bytes) else { return }
    if let namespace, !Self.isShort(namespace.bytes) { return }
    guard begin(.reference) else { return }
    write(byte: referent.rawValue)
    write(name.bytes)
    write(rangeOf: name)
    // What is no number, or too large for one, is no port.
    let number = port?.number.integer.flatMap(UInt32.init(exactly:)) ?? 0
    let hasName = number == 0 && port.map { Self.isShort($0.name.bytes) } == true
    write(
      byte: (namespace == nil ? 0 : FactList.Part.namespace)
        | (number == 0 ? 0 : FactList.Part.portNumber)
        | (hasName ? FactList.Part.portName : 0))
    if let namespace { write(namespace.bytes) }
    guard let port else { return }
    if number != 0 {
      write(number)
      write(rangeOf: port.number)
    } else if hasName {
      write(port.name.bytes)
      write(rangeOf: port.name)
    }
  }
}

/// How an object of a built-in kind is read.
enum FactSubject: Sendable {
  case pod, workload, statefulSet, cronJob, service, ingress, networkPolicy, disruptionBudget
  case autoscaler, binding, limitRange, quota

  private static let all: [(group: String, kind: String, subject: FactSubject)] = [
    ("", "Pod", .pod),
    ("", "ReplicationController", .workload),
    ("apps", "Deployment", .workload),
    ("apps", "ReplicaSet", .workload),
    ("apps", "DaemonSet", .workload),
    ("apps", "StatefulSet", .statefulSet),
    ("batch", "Job", .workload),
    ("batch", "CronJob", .cronJob),
    ("", "Service", .service),
    ("networking.k8s.io", "Ingress", .ingress),
    ("networking.k8s.io", "NetworkPolicy", .networkPolicy),
    ("policy", "PodDisruptionBudget", .disruptionBudget),
    ("autoscaling", "HorizontalPodAutoscaler", .autoscaler),
    ("rbac.authorization.k8s.io", "RoleBinding", .binding),
    ("rbac.authorization.k8s.io", "ClusterRoleBinding", .binding),
    ("", "LimitRange", .limitRange),
    ("", "ResourceQuota", .quota),
  ]

  private static let byNumber = Catalogue.byNumber(all) { ($0.group, $0.kind) }
    .map { $0?.subject }

  static func of(_ kind: Catalogue.Kind) -> FactSubject? { byNumber[kind.number] }
}
