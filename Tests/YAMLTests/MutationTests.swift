import Foundation
import Testing

@testable import YAML

/// Inputs made by mutation, the same on every run: none may crash, every tree must be sound, and
/// reading by lines must give what reading by tokens gives.
@Suite struct MutationTests {
  static let seeds: [String] =
    YAMLRules.all.flatMap { [$0.bad, $0.good] }.filter { !$0.isEmpty } + [
      "a:\n- b: 1\n  c:\n  - d\n  - - e\n    - f: g\n-  h\n",
      "a: &x {b: [1, 'two', \"th\\tree\"], ? c : d}\n<<: *x\ne: |+\n  text\n\n  more\nf: >-\n  x\n",
      "k: a b\n  c\n\n  d # e\nl: \"x\n  y\\\n  z\"\nm: 'it''s'\n",
      "? complex\n: value\n? - a\n: - b\n",
      "%TAG !e! tag:example.com,2000:\n--- !e!x\n- !!int 3\n- !!binary aGk=\n- ! x\n...\n",
      "{\"a\": [1, 2.5e3, null, true, \"\\u00e9\\ud83d\\ude00\"]}\n{\"b\": {}}\n",
      "---\r\na: 1\r\n---\r\nb:\r\n  - c\r\n",
      "apiVersion: v1\nkind: List\nitems:\n- kind: A\n  metadata: {name: x, labels: {a: b}}\n- kind: B\n",
      "a: 1\n---  \nb: 2\n--- # c\nc: 3\n---\n\n---\nd: ~\n",
      "a: b\n'c': 'd\n",
      "a: {b: c d, 'e': 1, \"f\": -g}\nh: [x, --y, http://z:1/, true, 'it']  # i\nj: {}\n- []\n- {k: |}\n",
      "- {<<: a, yes: b}\n- [a: b, 0644, on, c:d, e :f, {g: h}]\n- |\n  i\n- >2\n\n    j\n   k\n",
      "- -x\n- --y\n- -1\n- - - z\n-\n  a: b\n- !t\n",
      "a: &x\n  b: c\nd: *x\ne:\n  - &y\n    f: g\n  - *y\n  - *x # t\nh: &z\n- 1\n- 2\ni: *z\n",
      "a: &x b\nc: &y {d: e}\nf: &z\ng: *x\nh: [*y]\n- &u v\n- &v w: x\n",
      "a: 1\na: 2\nb: {c: 1, c: 2}\n\"d\": 1\nd: 2\n1: x\n0x1: y\n~: z\n!!binary aGk=: 1\nhi: 2\n",
      "a: # c\n  b: # d\n  - e # f\n  # g\n  - h\n# i\nj: |  # k\n  l\n # m\nn: 1\n",
      "? a\n  b: c\n  d: e\n: f: g\n  h: i\nj: k\n",
      "a: |\n  x\n   y\n\n  z\n\n\nb: |-\n    q\nc: |+\n  r\n\nd: |2\n   s\ne: >\n  t\n  u\n",
      "a:\n  - b\n  -   c: d\n      e: f\n  - - g\n    - h\n  -\n    i: j\nk: - l\nm: -\n",
      "a: \u{4E2D}\u{6587}\nb: \u{201C}x\u{201D} y\n\u{952E}: v\nc: \u{E9}: 1\nd: e\u{85}f\n",
      "a: [[b], {c: [d, {e: f}]}, []]\ng: {h: {i: {j: {k: {l: {m: {n: {o: p}}}}}}}}\n",
    ]

  static let pieces: [[UInt8]] = [
    ": ", ":\n", "- ", "- - ", "\n", "\n  ", "*a\n", "&a\n", " # c\n", "[a, b]", "{a: {b: c}}",
    "|-\n", "yes", "\t", "#", " #", "\"", "'", "[", "]", "{", "}", ",", "&a ",
    "*a", "!!str ", "|\n", ">\n", "? ", "---\n", "...\n", "%", "\\", "\r\n", "\r", "\u{85}",
    "\u{2028}", "\u{FEFF}", "\u{A0}", "<<: ", "~", "0", "x", "  ", " ",
  ].map { Array($0.utf8) }

  @Test func `mutated inputs are read soundly, and by lines as by tokens`() throws {
    // A longer run, or another one, is asked for by FUZZ_SECONDS and FUZZ_SEED.
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? 0x2545_F491_4F6C_DD1D
    let seconds = environment["FUZZ_SECONDS"].flatMap { Int($0) } ?? 3
    var random = Random(state: seed)
    let seeds = Self.seeds.map { Array($0.utf8) }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var count = 0
    while clock.now < end {
      let input = Self.mutate(seeds, &random)
      for role in [FileRole.configuration, .manifests(.v0_21), .manifests(.v0_34)] {
        try check(input, role)
      }
      _ = yamlEvents(input, positions: true)
      count += 1
    }
    #expect(count > 0)
  }

  @Test func `every seed is read by lines as by tokens`() throws {
    for seed in Self.seeds {
      for role in [FileRole.configuration, .manifests(.v0_32)] { try check(Array(seed.utf8), role) }
    }
  }

  private func check(_ input: [UInt8], _ role: FileRole) throws {
    let tree = readYAML(input, as: role)
    let slow = readYAML(input, as: role, usingLines: false)
    let shown = String(decoding: input, as: UTF8.self).debugDescription
    try #require(
      tree.documents.map(\.isBroken) == slow.documents.map(\.isBroken), "verdicts of \(shown)")
    // After an error the two may go on at different lines: the first one must be the same.
    let isBroken = tree.documents.contains(where: \.isBroken)
    func told(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
      isBroken ? Array(diagnostics.filter { $0.severity == .error }.prefix(1)) : diagnostics
    }
    try #require(
      told(tree.diagnostics).map(Self.description) == told(slow.diagnostics).map(Self.description),
      "diagnostics of \(shown)")
    for (document, other) in zip(tree.documents, slow.documents) where !document.isBroken {
      let (json, otherJSON) = (document.root.map(tree.json), other.root.map(slow.json))
      try #require(json == otherJSON, "values of \(shown)")
    }
    if !isBroken {
      try #require(
        tree.nodes.map(Self.description) == slow.nodes.map(Self.description), "nodes of \(shown)")
      try #require(tree.comments == slow.comments, "comments of \(shown)")
    }
    try #require(Self.fault(of: tree) == nil, "structure of \(shown)")
  }

  private static func description(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.rule.id) \(diagnostic.range) \(diagnostic.message.text)"
  }

  private static func description(_ node: Node) -> String {
    "\(node.kind) \(node.style) \(node.flags.rawValue) \(node.range) \(node.text) \(node.next)"
  }

  /// Subtrees nest, texts lie in their buffers, aliases point back.
  private static func fault(of tree: Tree) -> String? {
    for (index, node) in tree.nodes.enumerated() {
      guard Int(node.next) > index, Int(node.next) <= tree.nodes.count,
        node.range.start <= node.range.end, Int(node.range.end) <= tree.source.count
      else { return "node \(index) \(description(node))" }
      switch node.kind {
      case .scalar:
        let buffer = node.flags.contains(.decoded) ? tree.decoded.count : tree.source.count
        guard node.text.start <= node.text.end, Int(node.text.end) <= buffer else {
          return "content of node \(index) \(description(node))"
        }
      case .alias:
        guard Int(node.text.start) < index else {
          return "content of node \(index) \(description(node))"
        }
      case .mapping, .sequence:
        var count = 0
        var last = index + 1
        for child in tree.children(NodeID(index)) {
          count += 1
          last = Int(tree[child].next)
        }
        guard count == Int(node.text.start), last == Int(node.next),
          node.kind == .sequence || count % 2 == 0
        else { return "content of node \(index) \(description(node))" }
      }
    }
    let wrong = tree.diagnostics.first {
      $0.range.start > $0.range.end || Int($0.range.end) > tree.source.count
    }
    return wrong.map { "place of \($0.rule.id) \($0.range)" }
  }

  static func mutate(_ seeds: [[UInt8]], _ random: inout Random) -> [UInt8] {
    var input = seeds[random.next(seeds.count)]
    for _ in 0...random.next(4) {
      let place = random.next(input.count + 1)
      switch random.next(6) {
      case 0: input.insert(contentsOf: pieces[random.next(pieces.count)], at: place)
      case 1: input.removeSubrange(place..<min(input.count, place + random.next(6)))
      case 2: if place < input.count { input[place] = UInt8(random.next(256)) }
      case 3:
        let other = seeds[random.next(seeds.count)]
        input.insert(contentsOf: other[random.next(other.count + 1)...], at: place)
      case 4: input.removeSubrange(place...)
      default:
        let length = min(random.next(12), input.count - place)
        input.insert(contentsOf: input[place..<place + length], at: random.next(input.count + 1))
      }
    }
    return input
  }
}

/// Numbers that are the same on every run (xorshift).
struct Random {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
