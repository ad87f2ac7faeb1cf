import Kubernetes

/// What one agent applies, by namespace, as far as other objects ask for it: names, labels of pods,
/// limits. Built in one walk over the objects and facts of all its files.
struct AppliedObjects {
  /// One object, and where in the bytes of its file's verdict some of its facts begin.
  struct Place: Hashable {
    private var words: (UInt32, UInt32, UInt32)

    var entry: Int { Int(words.0) }
    /// Number in its file's verdict.
    var object: Int { Int(words.1) }
    var facts: Int { Int(words.2) }

    init(entry: Int, object: Int, facts: Int) {
      words = (UInt32(entry), UInt32(object), UInt32(facts))
    }

    static func == (left: Place, right: Place) -> Bool { left.words == right.words }

    func hash(into hasher: inout Hasher) {
      hasher.combine(words.0)
      hasher.combine(words.1)
      hasher.combine(words.2)
    }
  }

  /// An object that names or selects others, or makes pods.
  struct Subject {
    var place: Place
    /// The number of its namespace's name.
    var namespace: UInt32
    /// Where its last name of another object stands in `asks`.
    var asksEnd: UInt32
    /// Where its selector's fact stands; 0 when it has none.
    var selector: UInt32
    var makesPods: Bool
  }

  /// A name of another object.
  struct Ask {
    /// The number of the name; `unknown` when nothing has it.
    var name: UInt32
    /// The number of the name of the namespace that is asked about; `unknown` when nothing lies in it.
    var namespace: UInt32
    /// Where the fact stands.
    var fact: UInt32
    var referent: Referent
    var hasPort: Bool

    static let unknown = UInt32.max - 1
  }

  /// By the numbers of their names.
  private(set) var namespaces: [UInt32: NamespaceContents] = [:]
  /// What lies in no namespace.
  let cluster = NamespaceContents("", ObjectTable.noNamespace)
  /// Custom objects that may be at work in every namespace.
  private(set) var everywhere = CustomObjects()
  /// In the order of the files.
  private(set) var subjects: [Subject] = []
  private(set) var asks: [Ask] = []
  /// References of the object that is taken up.
  private var references: [ObjectFact.Reference] = []
  /// A name that stands in an object again is told once, if it is among the first so many.
  private static let comparedReferences = 64
  /// Of two objects of one name, the first counts.
  private var named: ObjectClaims
  /// All objects are in `named` already.
  private let isNamed: Bool
  /// By the row of a Service, where its facts begin.
  private var services: [UInt32: UInt32] = [:]
  let secret = ByteWords.secret
  /// Places in `named`, those of one namespace and kind behind each other, once somebody wants to know
  /// all of them.
  private var sorted: [UInt32] = []
  /// Most objects lie in the namespace of the one before.
  private var latest: NamespaceContents?

  /// - Parameters:
  ///   - known: all objects, when somebody has them.
  ///   - count: how many there may be.
  init(known: ObjectClaims?, count: Int) {
    named = known ?? ObjectClaims(count: count)
    isNamed = known != nil
  }

  // MARK: Filling

  private mutating func made(_ namespace: UInt32, _ names: NameTable) -> NamespaceContents {
    if let latest, latest.number == namespace { return latest }
    let contents = namespaces[namespace] ?? NamespaceContents(names[namespace], namespace)
    namespaces[namespace] = contents
    latest = contents
    return contents
  }

  /// Takes up one file.
  ///
  /// - Parameters:
  ///   - facts: all of the file.
  ///   - fallback: the number of the name of the namespace in which objects lie that name none.
  ///   - object: reads an object of the file, if texts of it are wanted that the table does not have.
  ///   - isWatched: whether the agent looks after an object.
  mutating func add(
    _ verdict: Int, entry: Int, _ facts: consuming FactCursor, _ table: inout ObjectTable,
    default fallback: UInt32, object: (Int) -> BlobVerdict.Object?,
    isWatched: (ObjectTable.ObjectType) -> Bool
  ) {
    let bytes = facts.bytes
    var start = facts.place
    var upcoming = facts.next()
    let rows = table.rows(of: verdict)
    for number in rows {
      let row = table.rows[number]
      let namespace = row.namespace(default: fallback)
      let contents =
        namespace == ObjectTable.noNamespace ? nil : made(namespace, table.names)
      let place = Place(entry: entry, object: number - rows.lowerBound, facts: start)
      var isCustom = false
      var subject = Subject(
        place: place, namespace: namespace, asksEnd: 0, selector: 0, makesPods: false)
      references.removeAll(keepingCapacity: true)
      while let fact = upcoming, facts.object <= place.object {
        if facts.object == place.object {
          switch fact {
          case .reference(let reference): add(reference, start, bytes, namespace, table.names)
          case .selector: subject.selector = UInt32(start)
          case .mention, .mentionsAnything:
            if let contents { contents.custom.add(fact) } else { everywhere.add(fact) }
            isCustom = true
          case .pods:
            subject.makesPods = true
            contents?.pods.add(
              Place(entry: entry, object: place.object, facts: facts.place))
          case .label(let key, let value):
            contents?.pods.addLabel(bytes, key: key, value: value, secret)
          case .portName(let name): contents?.pods.addPort(bytes, name: name, secret)
          case .claimPrefix(let prefix):
            contents?.add(
              prefix: String(decoding: bytes[prefix.bytes], as: UTF8.self), of: .volumeClaim)
          case .limitRange(let item): contents?.limitRanges.append((place, item))
          case .quota(let requests, let limits):
            contents?.quotas.append((place, requests, limits))
          default: break
          }
        }
        start = facts.place
        upcoming = facts.next()
      }
      if !references.isEmpty || subject.selector > 0 || subject.makesPods {
        if isWatched(table.types[row.type]) {
          subject.asksEnd = UInt32(asks.count)
          subjects.append(subject)
        } else {
          asks.removeSubrange(Int(subjects.last?.asksEnd ?? 0)...)
        }
      }
      if isCustom {
        let kind = table.names.number(of: table.types[row.type].kind.lowercased())
        if let contents {
          contents.custom.add(name: row.name, kind: kind)
        } else {
          everywhere.add(name: row.name, kind: kind)
        }
      }
      guard let referent = table.types[row.type].referent else { continue }
      if row.name != NameTable.empty {
        if referent == .service { services[UInt32(number)] = UInt32(place.facts) }
        if isNamed { continue }
        _ = named.add(
          ObjectClaims.Claim(
            agent: 0, entry: UInt32(entry), row: UInt32(number), namespace: namespace), table)
      } else if let prefix = object(place.object)?.generateName {
        (contents ?? cluster).add(prefix: prefix, of: referent)
      }
    }
  }

  private mutating func add(
    _ reference: ObjectFact.Reference, _ fact: Int, _ bytes: [UInt8], _ own: UInt32,
    _ names: NameTable
  ) {
    let isTold = references.prefix(Self.comparedReferences).contains {
      reference.isLike($0, in: bytes)
    }
    if isTold { return }
    references.append(reference)
    let namespace =
      reference.namespace.map { names.find(bytes, $0.bytes) ?? Ask.unknown } ?? own
    asks.append(
      Ask(
        name: names.find(bytes, reference.name.bytes) ?? Ask.unknown, namespace: namespace,
        fact: UInt32(fact), referent: reference.referent, hasPort: reference.port != nil))
  }

  /// To be called when all files have been taken up.
  func finish() {
    for contents in namespaces.values { contents.pods.sort() }
  }

  // MARK: Asking

  /// What is in a namespace; nil when the agent applies nothing to it. An empty name is none.
  func contents(of namespace: UInt32) -> NamespaceContents? {
    namespace == ObjectTable.noNamespace || namespace == NameTable.empty
      ? cluster : namespaces[namespace]
  }

  /// - Parameter name: its number.
  func object(
    named name: UInt32, _ kind: UInt32, in contents: NamespaceContents, _ table: ObjectTable
  ) -> ObjectClaims.Claim? {
    named.find(name: name, kind: kind, namespace: contents.number, table)
  }

  /// Where the facts of a Service begin.
  func facts(ofService row: UInt32) -> Int { Int(services[row] ?? 0) }

  /// The numbers of the names of all objects of one kind in a namespace, in no order.
  mutating func names(
    of kind: UInt32, in contents: NamespaceContents, _ table: ObjectTable
  ) -> [UInt32] {
    func row(_ claim: UInt32) -> ObjectTable.Row {
      table.rows[Int(named.claims[Int(claim)].row)]
    }
    // Equal for objects of one namespace and kind.
    func shelf(_ claim: UInt32) -> UInt64 {
      UInt64(named.claims[Int(claim)].namespace) << 32
        | UInt64(table.types[row(claim).type].kindNumber)
    }
    if sorted.count < named.claims.count {
      sorted = named.claims.indices.map { UInt32($0) }.sorted { shelf($0) < shelf($1) }
    }
    let wanted = UInt64(contents.number) << 32 | UInt64(kind)
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if shelf(sorted[middle]) < wanted { low = middle + 1 } else { high = middle }
    }
    return sorted[low...].prefix { shelf($0) == wanted }.map { row($0).name }
  }

  /// Whether a controller of some custom object may make what has this name, or this label.
  func canBeMade(
    _ name: Range<Int>, of bytes: [UInt8], in contents: NamespaceContents, _ names: NameTable
  ) -> Bool {
    contents.custom.canMake(name, of: bytes, names)
      || everywhere.canMake(name, of: bytes, names)
  }
}

extension ObjectFact.Reference {
  /// Whether both, of one file, ask for the same thing.
  fileprivate func isLike(_ other: ObjectFact.Reference, in bytes: [UInt8]) -> Bool {
    func isSame(_ own: FactText, _ other: FactText) -> Bool {
      ByteWords.equal(bytes, own.bytes, bytes, other.bytes)
    }
    guard referent == other.referent, isSame(name, other.name) else { return false }
    switch (namespace, other.namespace) {
    case (nil, nil): break
    case (let own?, let other?): if !isSame(own, other) { return false }
    default: return false
    }
    switch (port, other.port) {
    case (nil, nil): return true
    case (.number(let own, _), .number(let other, _)): return own == other
    case (.name(let own, _), .name(let other, _)): return isSame(own, other)
    default: return false
    }
  }
}
