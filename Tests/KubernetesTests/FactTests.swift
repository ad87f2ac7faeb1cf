import Kubernetes
import Testing
import YAML

/// What is kept of objects for those that refer to them.
@Suite struct FactTests {
  private static func verdict(_ source: String, maximum: Int = 1_000) -> FileVerdict {
    checkManifests(readYAML(Array(source.utf8), as: .manifests(.v0_34)), maximumFacts: maximum)
  }

  private static let source = """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: a}
    data: {a: b}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web}
    spec:
      selector: {app: web}
      ports: [{port: 80, name: http, targetPort: web}]
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: web, labels: {app: web}}
    spec:
      containers:
        - name: web
          image: web:1
          ports: [{name: web, containerPort: 8080}]
          resources: {limits: {memory: 1Gi}, requests: {cpu: 1}}
          env: [{name: A, valueFrom: {secretKeyRef: {name: token, key: a}}}]
    ---
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata: {name: web}
    spec:
      maxReplicas: 2
      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: web}
    spec:
      defaultBackend: {service: {name: web, port: {number: 80}}}
      rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: b, port: {name: c}}}}]}}]
    """

  /// A fact without its places, which are looked at in what they lead to.
  private static func word(_ fact: ObjectFact, _ list: FactList) -> String {
    switch fact {
    case .reference(let reference):
      let port: String =
        switch reference.port {
        case .number(let number, _): ":\(number)"
        case .name(let name, _): ":\(list.text(name))"
        case nil: ""
        }
      return "\(reference.referent.kind) \(list.text(reference.name))\(port)"
    case .container(let name, _, let requests, let limits):
      return "container \(list.text(name)) \(requests.names) \(limits.names)"
    case .selector: return "selector"
    case .targetPort(let name, _): return "targetPort \(list.text(name))"
    case .requirement(let key, let kind): return "\(list.text(key)) \(kind)"
    case .value(let value): return "value \(list.text(value))"
    case .servicePort(let number, let name): return "port \(number) \(list.text(name))"
    case .label(let key, let value): return "label \(list.text(key))=\(list.text(value))"
    case .portName(let name): return "portName \(list.text(name))"
    default: return "\(fact)"
    }
  }

  @Test func `facts are those of the kinds that others depend on, in the order of the file`() {
    let list = Self.verdict(Self.source).facts
    let facts = list.map { "\($0.object) \(Self.word($0.fact, list))" }
    #expect(
      facts == [
        "1 selector", "1 app in", "1 value web", "1 targetPort web", "1 port 80 http", "2 pods",
        "2 label app=web", #"2 container web ["cpu", "memory"] ["memory"]"#, "2 portName web",
        "2 Secret token",
        "3 Deployment web", "4 Service web:80", "4 Service b:c",
      ])
  }

  @Test func `the place of a reference is its name`() throws {
    let verdict = Self.verdict(Self.source)
    for (_, fact) in verdict.facts {
      guard case .reference(let reference) = fact else { continue }
      #expect(
        String(decoding: verdict.tree.source[reference.range.bytes], as: UTF8.self)
          == verdict.facts.text(reference.name))
    }
  }

  @Test func `nothing is kept when nobody asks`() {
    #expect(Self.verdict(Self.source, maximum: 0).facts.isEmpty)
    #expect(Self.verdict(Self.source, maximum: 0).completeness == .complete)
  }

  @Test func `a limit ends the list, and the verdict says so`() {
    let verdict = Self.verdict(Self.source, maximum: 3)
    #expect(verdict.completeness == .tooManyFacts)
    #expect(Array(verdict.facts).count == 3)
  }

  @Test(arguments: [
    ("", Completeness.complete), ("# nothing\n---\n", .complete),
    ("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: 1\n", .complete),
    ("a: [", .partial), ("text", .partial), ("kind: Pod\n", .partial),
    ("apiVersion: v1\nkind: List\nitems: [1]\n", .partial),
  ])
  func `what is no object makes a file partly known`(source: String, expected: Completeness) {
    #expect(Self.verdict(source).completeness == expected)
  }

  /// Of a list that was cut off or changed on its way nothing is read that is not there, and no
  /// reading fails.
  @Test func `any bytes can be read as facts`() {
    let bytes = Self.verdict(Self.source).facts.bytes
    for count in 0..<bytes.count {
      #expect(Array(FactList(bytes: Array(bytes[..<count]))).count <= count)
    }
    for place in bytes.indices {
      for value: UInt8 in [0, 1, 2, 7, 0x7F, 0x80, 0xFF] {
        var changed = bytes
        changed[place] = value
        #expect(Array(FactList(bytes: changed)).count <= bytes.count)
      }
    }
  }

  /// Aliases must not let a small file become a large list.
  @Test func `facts of aliases are counted every time`() {
    let item =
      "&p {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: a}]}}"
    let source =
      "apiVersion: v1\nkind: List\nitems:\n- \(item)\n"
      + String(repeating: "- *p\n", count: 2_000)
    let verdict = Self.verdict(source)
    #expect(verdict.completeness == .tooManyFacts)
    #expect(verdict.facts.bytes.count < 20_000)
  }
}
