import Foundation
import TestSupport
import Testing

/// Runs that are spread over machines and put together again.
@Suite struct ShardTests {
  private static let options = "--project demo/nginx --kubernetes-version 1.30..1.34"

  /// A repository in which every kind of finding needs more than one file: two agents, equal files,
  /// duplicates, definitions of custom kinds, suppressions, files that are no manifests.
  private func large() throws -> Sandbox {
    let box = try Sandbox.withExample()
    func manifest(_ number: Int, _ text: String) throws {
      try box.write("work/deployment/part-\(number).yaml", text)
    }
    for number in 0..<60 {
      switch number % 10 {
      case 0: try manifest(number, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: same}\n")
      case 1:
        try manifest(
          number, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c\(number)}\ndaat: {}\n")
      case 2:
        try manifest(
          number,
          "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w\(number)}\nspec: {size: x}\n"
        )
      case 3:
        try manifest(
          number,
          "apiVersion: v1\nkind: Service\nmetadata: {name: s\(number), namespace: web}\n"
            + "spec: {selector: {app: none}, ports: [{port: 70000}]}\n")
      case 4: try manifest(number, "a: [\n")
      case 5:
        try manifest(
          number,
          "# manifest-lint: disable-file=manifest/unknown-field -- known\napiVersion: v1\n"
            + "kind: Secret\nmetadata: {name: x\(number)}\nx: 1\nstringData: {a: b}\n")
      default:
        try manifest(
          number, "apiVersion: v1\nkind: Namespace\nmetadata: {name: n\(number % 20)}\n---\n")
      }
    }
    try box.write(
      "work/deployment/crd.yaml",
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: widgets.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: widgets, singular: widget, kind: Widget, listKind: WidgetList}
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties: {spec: {type: object, properties: {size: {type: integer}}}}

      """)
    try box.sh(
      """
      cd work; mkdir .gitlab/agents/other; cp .gitlab/agents/gitops/config.yaml .gitlab/agents/other/
      cp README.md deployment/kustomization.yaml; head -c 3000000 /dev/zero > deployment/big.yaml
      git add .; git commit -qm large
      """)
    return box
  }

  private static func shards(_ count: Int, _ tree: String, _ options: String = options) -> String {
    """
    for n in $(seq \(count)); do
      manifest-lint check \(tree) --shard $n/\(count) --format json \(options) \\
        > ../shard-$n.json 2>/dev/null || [ $? = 1 ]
    done

    """
  }

  @Test(arguments: ["--rev HEAD", "--staged", "--worktree"], [1, 4, 7])
  func `merged shards give the bytes of one run`(tree: String, count: Int) throws {
    let box = try large()
    for format in ["json", "full", "sarif"] {
      let whole = try box.work(
        "manifest-lint check \(tree) --format \(format) \(Self.options) || exit $?")
      #expect(whole.status == 1)
      let merged = try box.work(
        Self.shards(count, tree)
          + "manifest-lint merge ../shard-*.json --format \(format) \(Self.options) || exit $?")
      #expect(merged.status == 1, "\(merged.errors)")
      #expect(merged.output == whole.output)
      func summary(_ outcome: Sandbox.Outcome) -> Substring {
        outcome.errors.split(separator: "\n").last?.split(separator: " in ").last?
          .split(separator: "s: ").last ?? ""
      }
      #expect(summary(merged) == summary(whole), "\(merged.errors)\(whole.errors)")
    }
  }

  @Test func `every file is judged by one shard`() throws {
    let box = try large()
    let outcome = try box.work(
      Self.shards(4, "--rev HEAD")
        + """
        manifest-lint check --rev HEAD --format json \(Self.options) > ../whole.json 2>/dev/null || true
        python3 -c '
        import json
        parts = [json.load(open(f"../shard-{n}.json"))["summary"]["files"] for n in range(1, 5)]
        assert all(parts), parts
        assert sum(parts) == json.load(open("../whole.json"))["summary"]["files"], parts'
        """)
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test func `definitions from outside the tree count in shards too`() throws {
    let box = try large()
    let options = Self.options + " --crd ../crd.yaml"
    let outcome = try box.work(
      """
      git mv deployment/crd.yaml ../ 2>/dev/null || mv deployment/crd.yaml ..; git add -A
      git commit -qm 'no definition'
      manifest-lint check --rev HEAD --format json \(options) > ../whole.json 2>/dev/null || true
      \(Self.shards(3, "--rev HEAD", options))
      manifest-lint merge ../shard-*.json --format json \(options) > ../merged.json 2>/dev/null || true
      cmp ../whole.json ../merged.json; grep -c '"manifest/custom\\|manifest/wrong-type' ../merged.json
      echo >> ../crd.yaml; manifest-lint merge ../shard-*.json \(options) || exit $?
      """)
    #expect(outcome.status == 2, "\(outcome.text)")
    #expect(outcome.errors.contains("was made with other options"), "\(outcome.text)")
  }

  // MARK: What does not belong together

  struct Mistake: Sendable, CustomTestStringConvertible {
    var title: String
    /// Between the shards and the merge.
    var script: String
    var merge = "../shard-*.json"
    var options = ShardTests.options
    var status: Int32 = 2
    var message: String
    var testDescription: String { title }
  }

  static let mistakes = [
    Mistake(title: "missing", script: "rm ../shard-2.json", message: "shard 2 of 3 is missing"),
    Mistake(
      title: "double", script: "cp ../shard-2.json ../shard-3.json",
      message: "shard 2 of 3 is there twice: '../shard-2.json' and '../shard-3.json'"),
    Mistake(
      title: "another count",
      script:
        "manifest-lint check --rev HEAD --shard 3/4 --format json \(options) > ../shard-3.json 2>/dev/null || true",
      message: "'../shard-3.json' is one of 4 shards, and '../shard-1.json' is one of 3"),
    Mistake(
      title: "another commit",
      script:
        "git commit -q --allow-empty -m x; manifest-lint check --rev HEAD --shard 3/3 --format json \(options) > ../shard-3.json 2>/dev/null || true",
      message: "'../shard-3.json' is about "),
    Mistake(
      title: "another tree under the same name",
      script: "sed -i 's/\"tree\": \"./\"tree\": \"x/' ../shard-3.json",
      message: "is about another tree"),
    Mistake(
      title: "other options", script: "", options: "--project demo/nginx",
      message: "'../shard-1.json' was made with other options"),
    Mistake(
      title: "another selection", script: "", options: options + " --exclude '**/part-1*'",
      status: 3,
      message: "give the merge the options of the shards"),
    Mistake(
      title: "another version",
      script: "sed -i 's/\"version\": \"0/\"version\": \"9/' ../shard-3.json",
      message: "'../shard-3.json' was written by version 9"),
    Mistake(
      title: "a whole report",
      script: "manifest-lint check --rev HEAD --format json > ../shard-3.json 2>/dev/null || true",
      message: "is the report of a whole run"),
    Mistake(
      title: "no report", script: "echo '[1]' > ../shard-3.json", message: "is no JSON report of"),
    Mistake(title: "no JSON", script: "echo '{' > ../shard-3.json", message: "is no JSON report: "),
    Mistake(
      title: "cut off", script: "truncate -s 900 ../shard-3.json", message: "is no JSON report: "),
    Mistake(
      title: "not there", script: "", merge: "../nothing.json", status: 3, message: "cannot read"),
    Mistake(title: "none", script: "", merge: "", message: "merge takes the JSON reports"),
    Mistake(
      title: "damaged",
      script: "sed -i 's/\"verdicts\": \"..../\"verdicts\": \"AAAA/' ../shard-3.json", status: 3,
      message: "the verdicts in '../shard-3.json' are damaged"),
    Mistake(
      title: "no base64", script: "sed -i 's/\"verdicts\": \"/\"verdicts\": \"-/' ../shard-3.json",
      status: 3, message: "the verdicts in '../shard-3.json' are damaged"),
    Mistake(
      title: "another shard's verdicts",
      script:
        "sed -i 's/\"number\": 2, /\"number\": 3, /' ../shard-2.json; mv ../shard-2.json ../t; sed -i 's/\"number\": 3, /\"number\": 2, /' ../shard-3.json; mv ../t ../shard-2.json",
      status: 3, message: "are damaged"),
  ]

  @Test(arguments: mistakes)
  func `reports that do not belong together are refused`(mistake: Mistake) throws {
    let box = try large()
    let outcome = try box.work(
      """
      \(Self.shards(3, "--rev HEAD"))
      \(mistake.script)
      manifest-lint merge \(mistake.merge) \(mistake.options) || exit $?
      """)
    #expect(outcome.status == mistake.status, "\(outcome.text)")
    #expect(outcome.errors.contains(mistake.message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: ["0/4", "5/4", "1/0", "1/1001", "a/b", "1", "1/2/3", "-1/4", ""])
  func `a shard that there is not is wrong usage`(shard: String) throws {
    let box = try Sandbox.withExample()
    let outcome = try box.work("manifest-lint check --shard '\(shard)' || exit $?")
    #expect(outcome.status == 2 && outcome.errors.contains("--shard"), "\(outcome.text)")
  }
}
