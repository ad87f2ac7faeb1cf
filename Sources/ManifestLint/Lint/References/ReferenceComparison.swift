import Kubernetes
import YAML

/// Holds what each object of an agent refers to against all that the agent applies.
struct ReferenceComparison {
  let agent: String
  var applied: AppliedObjects
  private let verdicts: VerdictTable
  private var walk: VerdictTable.Walk
  private let files: SelectedFiles
  let table: ObjectTable
  /// By referent, the number of its kind in the table.
  private let kinds: [UInt32?]
  var problems = ReferenceProblems(limit: 0)
  /// Names and labels that are still compared before hints are no longer looked for, and workloads
  /// before selectors are passed over: nobody's time is spent on what is made to cost it.
  var hintsLeft = 100_000
  var workloadsLeft = 2_000_000
  /// Selectors were passed over.
  var isExhausted = false
  private var room = Room()

  /// Lists that are filled for one object after another.
  struct Room {
    var selector = PodSelector()
    var targetPorts: [TargetPort] = []
    var candidates: [Int] = []
    /// By requirement of the selector, the value that a pod's label has.
    var found: [Range<Int>?] = []
  }

  /// A port that a Service sends to by its name.
  struct TargetPort {
    var name: Range<Int>
    var range: SourceRange
    /// The workload that is looked at has it.
    var isDeclared = false
  }

  /// One object that refers to others.
  struct Subject {
    var place: AppliedObjects.Place
    var contents: NamespaceContents
  }

  init(run: LintRun, agent: String, applied: AppliedObjects) {
    verdicts = run.verdicts
    walk = run.verdicts.walk
    files = run.files
    table = run.objects
    kinds = (0...UInt8(Referent.allCases.count)).map { number in
      Referent(rawValue: number).flatMap { run.objects.kindNumber(of: $0) }
    }
    self.agent = agent
    self.applied = applied
  }

  /// - Parameter asks: the names in the object.
  mutating func check(
    _ subject: AppliedObjects.Subject, _ asks: ArraySlice<AppliedObjects.Ask>
  ) {
    guard let contents = applied.contents(of: subject.namespace), !contents.isOfCluster else {
      return
    }
    let own = Subject(place: subject.place, contents: contents)
    for ask in asks { check(ask, of: own) }
    if subject.selector > 0 { checkSelector(at: Int(subject.selector), of: own) }
    if subject.makesPods { checkResources(of: own) }
  }

  private mutating func checkSelector(at fact: Int, of subject: Subject) {
    var room = Room()
    swap(&room, &self.room)
    room.targetPorts.removeAll(keepingCapacity: true)
    var facts = facts(at: subject.place, fact: fact)
    while let fact = facts.next(), facts.object == subject.place.object {
      switch fact {
      case .selector(let range): room.selector.begin(range, in: facts.bytes)
      case .requirement, .value: room.selector.add(fact)
      case .targetPort(let name, let range):
        room.targetPorts.append(TargetPort(name: name.bytes, range: range))
      default: break
      }
    }
    check(&room, at: fact, of: subject)
    swap(&room, &self.room)
  }

  mutating func tell(
    _ rule: Rule, of subject: Subject, at range: SourceRange,
    related: AppliedObjects.Place? = nil, _ message: @escaping (String) -> Message
  ) {
    problems.add(
      ReferenceProblems.Problem(
        rule: rule, entry: subject.place.entry, object: subject.place.object, range: range,
        related: related, message: message), agent: agent)
  }

  // MARK: Names

  private mutating func check(_ ask: AppliedObjects.Ask, of subject: Subject) {
    let contents: NamespaceContents? =
      if ask.referent == .clusterRole {
        applied.cluster
      } else if ask.namespace == subject.contents.number {
        subject.contents
      } else if ask.namespace == AppliedObjects.Ask.unknown {
        nil
      } else {
        applied.contents(of: ask.namespace)
      }
    guard let contents, !contents.isOfCluster else { return }
    if let kind = kinds[Int(ask.referent.rawValue)],
      let object = applied.object(named: ask.name, kind, in: contents, table)
    {
      contents[ask.referent.demand].found += 1
      if ask.hasPort { checkPort(of: ask, in: place(of: object), subject) }
      return
    }
    var facts = facts(at: subject.place, fact: Int(ask.fact))
    guard case .reference(let reference) = facts.next() else { return }
    let (bytes, name) = (facts.bytes, reference.name.bytes)
    guard !Self.existsAnyway(ask.referent, bytes, name, in: contents.namespace),
      !contents.canBeGenerated(name, of: bytes, ask.referent),
      !applied.canBeMade(name, of: bytes, in: contents, table.names)
    else { return }
    contents[ask.referent.demand].missing.append(
      AppliedObjects.Place(
        entry: subject.place.entry, object: subject.place.object, facts: Int(ask.fact)))
  }

  private mutating func checkPort(
    of ask: AppliedObjects.Ask, in service: AppliedObjects.Place, _ subject: Subject
  ) {
    var facts = facts(at: subject.place, fact: Int(ask.fact))
    if case .reference(let reference) = facts.next(), let port = reference.port {
      check(port, in: facts.bytes, of: service, subject)
    }
  }

  private mutating func check(
    _ port: ObjectFact.Reference.Port, in bytes: [UInt8], of service: AppliedObjects.Place,
    _ subject: Subject
  ) {
    var facts = facts(at: service)
    var hasPorts = false
    while let fact = facts.next(), facts.object == service.object {
      guard case .servicePort(let number, let name) = fact else { continue }
      hasPorts = true
      switch port {
      case .number(let wanted, _): if number == wanted { return }
      case .name(let wanted, _):
        if ByteWords.equal(facts.bytes, name.bytes, bytes, wanted.bytes) { return }
      }
    }
    guard hasPorts else { return }
    missing(port, in: bytes, of: service, subject)
  }

  private mutating func missing(
    _ port: ObjectFact.Reference.Port, in bytes: [UInt8], of place: AppliedObjects.Place,
    _ subject: Subject
  ) {
    let (wanted, range): (String, SourceRange) =
      switch port {
      case .number(let number, let place): (String(number), place)
      case .name(let name, let place): (String(decoding: bytes[name.bytes], as: UTF8.self), place)
      }
    var ports: [String] = []
    var facts = facts(at: place)
    while let fact = facts.next(), facts.object == place.object {
      guard case .servicePort(let number, let name) = fact else { continue }
      let text = String(decoding: facts.bytes[name.bytes], as: UTF8.self)
      ports.append(text.isEmpty ? "\(number)" : "\(number) (\(text))")
    }
    let (list, service) = (Self.list(ports), name(of: place))
    tell(ReferenceRules.missingServicePort, of: subject, at: range, related: place) { agents in
      "Service \(service) (agent \(agents)) has no port \(wanted); it has \(list)"
    }
  }

  /// Where an object stands.
  func place(of claim: ObjectClaims.Claim) -> AppliedObjects.Place {
    let entry = Int(claim.entry)
    let first = files.verdict(entry).map { table.rows(of: $0).lowerBound } ?? 0
    return AppliedObjects.Place(
      entry: entry, object: Int(claim.row) - first, facts: applied.facts(ofService: claim.row))
  }

  /// The facts of one object, and behind them those of others.
  ///
  /// - Parameter fact: where one of them stands at which to begin; nil for the place's.
  mutating func facts(at place: AppliedObjects.Place, fact: Int? = nil) -> FactCursor {
    guard let verdict = files.verdict(place.entry), let head = walk.open(verdict) else {
      return FactCursor([], 0..<0)
    }
    return FactCursor(
      walk.bytes, (fact ?? place.facts)..<head.facts.upperBound, object: place.object)
  }

  func name(of place: AppliedObjects.Place) -> String {
    files.verdict(place.entry).flatMap { verdicts.object(place.object, of: $0) }?.identity.name
      ?? ""
  }

  // MARK: Words

  mutating func nearest(_ name: String, among names: [String]) -> String? {
    guard names.count <= hintsLeft else { return nil }
    hintsLeft -= names.count
    return NearestName.of(name, among: names)
  }

  /// The first five, and how many more.
  static func list(_ names: [String]) -> Message {
    let shown = names.prefix(5).joined(separator: ", ")
    let more = names.count - 5
    return more > 0 ? "\(shown) and \(more) more" : "\(shown)"
  }

  /// What every cluster or namespace has without anybody's doing.
  private static func existsAnyway(
    _ referent: Referent, _ bytes: [UInt8], _ name: Range<Int>, in namespace: String
  ) -> Bool {
    func isName(_ text: StaticString) -> Bool { ByteWords.equal(bytes, name, text) }
    switch referent {
    case .serviceAccount: return isName("default") || isName("builder") || isName("deployer")
    case .configMap:
      return isName("kube-root-ca.crt") || isName("openshift-service-ca.crt")
        || isName("istio-ca-root-cert")
    // What old clusters made for each account: `default-token-f9jvj`.
    case .secret:
      let mark: StaticString = "-token-"
      let start = name.upperBound - 5 - mark.utf8CodeUnitCount
      return start >= name.lowerBound
        && ByteWords.starts(bytes, start..<name.upperBound, with: mark)
    case .clusterRole:
      return isName("cluster-admin") || isName("admin") || isName("edit") || isName("view")
        || ByteWords.starts(bytes, name, with: "system:")
    case .service: return isName("kubernetes") && namespace == "default"
    default: return false
    }
  }
}

extension Referent {
  /// What an autoscaler can scale is one thing; each other kind is another.
  fileprivate var demand: NamespaceContents.Demand {
    switch self {
    case .configMap: .configMap
    case .secret: .secret
    case .volumeClaim: .volumeClaim
    case .serviceAccount: .serviceAccount
    case .service: .service
    case .role: .role
    case .clusterRole: .clusterRole
    case .deployment, .statefulSet, .replicaSet, .replicationController: .scaleTarget
    }
  }
}
