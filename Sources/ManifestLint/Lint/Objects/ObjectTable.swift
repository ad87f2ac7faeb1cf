import Kubernetes

/// The objects of all verdicts as numbers, for those who compare them.
struct ObjectTable {
  /// One object.
  struct Row {
    /// The number of its type, above a bit for Secrets with values and two for the scope.
    private var word: UInt32
    /// The number of the namespace's name as written.
    private var writtenNamespace: UInt32
    /// The number of its name; `NameTable.empty` when it has none.
    var name: UInt32

    init(
      type: UInt32, _ scope: ManifestObject.Scope, holdsSecrets: Bool, namespace: UInt32?,
      name: UInt32
    ) {
      word = type << 3 | (holdsSecrets ? 4 : 0) | UInt32(scope.rawValue)
      writtenNamespace = namespace ?? ObjectTable.noNamespace
      self.name = name
    }

    var type: Int { Int(word >> 3) }
    var holdsSecrets: Bool { word & 4 != 0 }
    var isNamespaced: Bool {
      word & 3 == UInt32(ManifestObject.Scope.namespaced.rawValue)
    }

    /// The number of the namespace that the object gets, `noNamespace` where it gets none: the agent
    /// fills its default in where a namespaced object names none. Of a kind that nobody knows, what
    /// is written counts.
    func namespace(default number: UInt32) -> UInt32 {
      switch word & 3 {
      case UInt32(ManifestObject.Scope.cluster.rawValue): ObjectTable.noNamespace
      case UInt32(ManifestObject.Scope.namespaced.rawValue):
        writtenNamespace == ObjectTable.noNamespace ? number : writtenNamespace
      default: writtenNamespace
      }
    }
  }

  /// What objects of one apiVersion and kind have in common.
  struct ObjectType {
    var group: String
    var kind: String
    var isNamespace: Bool
    /// What others refer to objects of this type as.
    var referent: Referent?
    /// Equal for types whose objects the API server tells apart by their names only: the version of
    /// an API plays no part.
    var kindNumber: UInt32
  }

  static let noNamespace = UInt32.max

  private(set) var rows: [Row] = []
  private(set) var types: [ObjectType] = []
  /// Names of objects and of namespaces, and whatever else is to be compared with them.
  var names = NameTable()
  /// By verdict, the number of its first object's row; and the count of all rows.
  private var starts: [UInt32] = []
  /// By the number of a built-in kind, one more than the type's number.
  private var builtInTypes: [UInt32] = []
  private struct TypeName: Hashable { var apiVersion, kind: UInt32 }
  private var otherTypes: [TypeName: UInt32] = [:]
  private var kindNumbers: [String: UInt32] = [:]
  /// By referent, the number of its kind.
  private var referentKinds: [Referent: UInt32] = [:]

  /// None have been taken up.
  init() {}

  var isEmpty: Bool { starts.isEmpty }

  init(_ verdicts: VerdictTable) {
    var walk = verdicts.walk
    starts.reserveCapacity(verdicts.count + 1)
    for number in verdicts.indices {
      starts.append(UInt32(rows.count))
      guard let head = walk.open(number) else { continue }
      for _ in 0..<head.objectCount {
        guard let object = walk.nextObject() else { break }
        add(object, walk.bytes)
      }
    }
    starts.append(UInt32(rows.count))
  }

  /// The rows of a verdict's objects.
  func rows(of verdict: Int) -> Range<Int> {
    Int(starts[verdict])..<Int(starts[verdict + 1])
  }

  private mutating func add(_ object: ObjectRecord, _ bytes: [UInt8]) {
    let type =
      object.kindNumber > 0 ? builtIn(object.kindNumber - 1) : otherType(object, bytes)
    rows.append(
      Row(
        type: type, object.scope, holdsSecrets: object.holdsSecrets,
        namespace: object.namespace.map { names.number(of: bytes, $0) },
        name: names.number(of: bytes, object.name)))
  }

  private mutating func builtIn(_ number: Int) -> UInt32 {
    if number < builtInTypes.count, builtInTypes[number] > 0 { return builtInTypes[number] - 1 }
    if number >= builtInTypes.count {
      builtInTypes += repeatElement(0, count: number + 1 - builtInTypes.count)
    }
    let kind = Catalogue.kind(number: number)
    let type = newType(kind?.apiVersion ?? "", kind?.kind ?? "")
    builtInTypes[number] = type + 1
    return type
  }

  private mutating func otherType(_ object: ObjectRecord, _ bytes: [UInt8]) -> UInt32 {
    let name = TypeName(
      apiVersion: names.number(of: bytes, object.apiVersion),
      kind: names.number(of: bytes, object.kind))
    if let known = otherTypes[name] { return known }
    let type = newType(names[name.apiVersion], names[name.kind])
    otherTypes[name] = type
    return type
  }

  private mutating func newType(_ apiVersion: String, _ kind: String) -> UInt32 {
    let identity = ObjectIdentity(apiVersion: apiVersion, kind: kind, namespace: nil, name: "")
    // No group has a slash.
    let key = "\(identity.group)/\(kind)"
    let number = kindNumbers[key] ?? UInt32(kindNumbers.count)
    kindNumbers[key] = number
    let referent = Referent(group: identity.group, kind: kind)
    if let referent { referentKinds[referent] = number }
    types.append(
      ObjectType(
        group: String(identity.group), kind: kind,
        isNamespace: kind == "Namespace" && apiVersion == "v1",
        referent: referent, kindNumber: number))
    return UInt32(types.count - 1)
  }

  /// The `kindNumber` of what others refer to so; nil when there is no such object.
  func kindNumber(of referent: Referent) -> UInt32? { referentKinds[referent] }
}
