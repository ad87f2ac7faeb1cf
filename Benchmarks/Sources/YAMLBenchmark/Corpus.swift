/// Files made here, the same on every run, in the mix of keys, depths and line lengths that public
/// manifests show.
struct Corpus {
  var name: String
  var files: [[UInt8]]

  var byteCount: Int { files.reduce(0) { $0 + $1.count } }

  /// Manifests of 1 to 10 KB, each a file: set-up dominates.
  static let small = Corpus(name: "small") { random in
    (0..<1500).map { number in manifest(number, &random) }
  }

  /// Definitions of custom resources of some 300 KB.
  static let large = Corpus(name: "large") { random in
    (0..<30).map { number in definition(number, properties: 1400, &random) }
  }

  /// Many small files, and seven tenths of the weight in a few large ones, as in public repositories.
  static let mixed = Corpus(name: "mixed") { random in
    (0..<2400).map { manifest($0, &random) }
      + (0..<40).map { definition($0, properties: 1400, &random) }
  }

  /// Files of one line: set-up alone.
  static let tiny = Corpus(name: "tiny") { _ in
    Array(repeating: "a: 1\n", count: 20_000)
  }

  private init(name: String, _ make: (inout Random) -> [String]) {
    var random = Random(state: 0x9E37_79B9_7F4A_7C15)
    self.name = name
    files = make(&random).map { Array($0.utf8) }
  }

  // MARK: Contents

  private static let words = [
    "the", "controller", "specifies", "whether", "container", "must", "field", "is", "optional",
    "Kubernetes", "resource", "value", "of", "this", "pod", "will", "be", "used", "to", "defaults",
    "when", "set", "a", "namespace", "immutable", "selected", "volume", "policy", "list", "and",
  ]

  private static func sentence(_ count: Int, _ random: inout Random) -> String {
    (0..<count).map { _ in words[random.next(words.count)] }.joined(separator: " ")
  }

  private static func manifest(_ number: Int, _ random: inout Random) -> String {
    var text = """
      # Copyright of the example authors
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web-\(number)
        namespace: team-\(number % 17)
        labels:
          app.kubernetes.io/name: web-\(number)
          app.kubernetes.io/part-of: shop
      spec:
        replicas: \(number % 5 + 1)
        selector:
          matchLabels:
            app.kubernetes.io/name: web-\(number)
        template:
          metadata:
            labels: {app.kubernetes.io/name: web-\(number), tier: front}
          spec:
            containers:

      """
    for container in 0..<random.next(4) + 1 {
      text += """
              - name: main-\(container)
                image: "registry.example.com/shop/web:1.\(number).\(container)"
                imagePullPolicy: IfNotPresent
                args: ["--port=8080", '--level=info', --config=/etc/web/config.yaml]
                ports:
                - containerPort: 8080
                  name: http
                  protocol: TCP
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits:
                    cpu: 500m
                    memory: 512Mi

        """
      text += "        env:\n"
      for variable in 0..<random.next(8) + 1 {
        text += "        - name: OPTION_\(variable)\n          value: \"\(random.next(1000))\"\n"
      }
    }
    text += "---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web-\(number)\ndata:\n"
    text += "  config.yaml: |\n"
    for line in 0..<random.next(30) + 2 {
      text += "    option_\(line): \(sentence(5, &random))\n"
    }
    return text
  }

  private static func definition(
    _ number: Int, properties: Int, _ random: inout Random
  ) -> String {
    var text = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things\(number).example.com
      spec:
        group: example.com
        names:
          kind: Thing
          plural: things\(number)
        scope: Namespaced
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties:

      """
    var depth = 0
    for property in 0..<properties {
      let indent = String(repeating: " ", count: 14 + 4 * depth)
      text += "\(indent)field\(property):\n"
      text += "\(indent)  description: \(sentence(8, &random))\n"
      for _ in 0..<random.next(3) { text += "\(indent)    \(sentence(10, &random))\n" }
      switch random.next(4) {
      case 0 where depth < 8:
        text += "\(indent)  type: object\n\(indent)  required:\n\(indent)  - name\n"
        text += "\(indent)  properties:\n"
        depth += 1
      case 1:
        text += "\(indent)  type: array\n\(indent)  items:\n\(indent)    type: string\n"
        depth = max(0, depth - random.next(3))
      default:
        text += "\(indent)  type: string\n"
        depth = max(0, depth - random.next(2))
      }
    }
    return text
  }
}

/// A small generator of numbers (xorshift), for the same files everywhere.
struct Random {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
