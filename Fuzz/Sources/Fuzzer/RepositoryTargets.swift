import Kubernetes
import YAML

@testable import ManifestLint

private let agentPath = ".gitlab/agents/a/config.yaml"

/// A report as every format, each read again as far as its form is checked here.
private func renderAll(_ report: Report) {
  for format in ReportFormat.allCases { checkForm(render(report, as: format), format) }
}

extension Target {
  /// An agent's configuration, by the contracts of three versions of GitLab.
  static let configuration = Target(
    name: "configuration", seeds: { examples("agent", "project", "glob") }
  ) { input in
    let tree = MemoryTree([MemoryTree.File(path: Array(agentPath.utf8), content: input)])
    for version in ["13.12", "16.11", "17.5"] {
      var options = LintOptions()
      options.gitLabVersion = GitLabVersion(version)
      guard let report = try? lintConfigurations(tree, toolVersion: "0", options: options) else {
        fatalError("a tree in memory cannot fail")
      }
      check(report, [Array(agentPath.utf8): input.count])
      let verdict = readConfiguration(input, version: options.gitLabVersion)
      require((verdict.decodedJSON == nil) == verdict.isRefused)
      if let json = verdict.decodedJSON {
        require((try? RecordValue(parsing: json)) != nil, "what kas decodes is no JSON")
      }
      _ = otherProjects(namedBy: [verdict.configuration], in: options.projects)
    }
  }

  /// Pattern, then paths, separated by NUL.
  static let glob = Target(
    name: "glob",
    seeds: {
      [
        "**/*.{yaml,yml}\0a/b.yaml\0c.yml", "/a/[a-z]?{b,c*}\\*/**\0a/xyb*/d\0.a/b",
        "{a,{b,c}}[^!x]/*\0b/y/z", "**\0",
        "manifests/**/*.yaml\0manifests/a.yaml\0Manifests/b.yaml",
      ].map { Array($0.utf8) }
    }
  ) { input in
    let fields = input.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
    let pattern = fields[0]
    let glob = Glob(pattern)
    for path in fields.dropFirst().prefix(8) {
      let first = try? glob.matches(path[...])
      require(first == (try? glob.matches(path[...])), "asked twice it answers differently")
    }
    let paths = Set(fields.dropFirst().filter { !$0.isEmpty && $0.first != 0x2F }).prefix(20)
    let tree = MemoryTree(paths.map { MemoryTree.File(path: $0, content: [1, 2]) })
    for generation in [SelectionGeneration.matchesWholePath, .requiresPrefix] {
      let selection = try? selectFiles(
        globs: [pattern, pattern], in: tree.listing, generation: generation
      ) { entry throws(RepositoryError) in try tree.size(ofEntry: entry) }
      guard let selection else { fatalError("a tree in memory cannot fail") }
      let told = explainUnselected(
        selection, globs: [pattern, pattern], in: tree.listing, generation: generation)
      require(told.count == tree.listing.count - Set(selection.files).count)
    }
    var batch = GlobBatch(isHexadecimal: input.first == 0x30)
    _ = try? batch.answer(input[...])
  }

  /// Manifests, by several versions and both ways of applying; also by one thread and by several.
  static let manifest = Target(name: "manifest", seeds: { examples("manifest", "object") }) {
    input in
    for (versions, mode) in [
      ("1.36", CheckOptions.ApplyMode.create), ("1.25..1.37", .server), ("1.25,1.30", .create),
    ] {
      var options = LintOptions()
      options.kubernetes.versions = VersionSet(versions) ?? .newest
      options.kubernetes.applyMode = mode
      lintOne(input, options)
    }
  }

  /// Definitions and objects of their kinds in one file.
  static let definitions = Target(
    name: "definitions",
    seeds: {
      examples("manifest").filter { $0.contains(array: "CustomResourceDefinition") }
        + [Array(definition.utf8)]
    }
  ) { input in lintOne(input, LintOptions()) }

  /// What stands behind `# manifest-lint:`, at the end of a line, alone on one, and at the top.
  static let suppressions = Target(
    name: "suppressions",
    seeds: {
      ["disable=manifest/missing-kind -- known", "disable-file=yaml/tab,set/x --r", "disable="].map
      {
        Array($0.utf8)
      }
    }
  ) { input in
    let comment = Array("# manifest-lint: ".utf8) + input
    lintOne(comment + Array("\napiVersion: v1 ".utf8) + comment, LintOptions())
    lintOne(Array("kind: 1\n".utf8) + comment + Array("\nmetadata: []\n".utf8), LintOptions())
  }

  /// A whole repository, written as the examples of the rules are: `=== PATH` above each file.
  static let lint = Target(
    name: "lint", seeds: { examples().filter { $0.starts(with: "=== ".utf8) } }
  ) { input in
    var files: [[UInt8]: [UInt8]] = [:]
    var path: [UInt8] = Array(agentPath.utf8)
    for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "=== ".utf8) {
        path = Array(line.dropFirst(4))
        files[path] = []
      } else {
        files[path, default: []] += Array(line) + [0x0A]
      }
    }
    files[[]] = nil
    let tree = MemoryTree(files.map { MemoryTree.File(path: $0.key, content: $0.value) })
    var options = LintOptions()
    options.projects.own = OwnProject(path: ProjectPath("group/project"), source: .option)
    options.requiresChecked = true
    func run() -> Report? {
      try? ManifestLint.lint(
        tree, snapshot: .init(kind: "commit"), toolVersion: "0", options: options)
    }
    guard let report = run() else { fatalError("a tree in memory cannot fail") }
    check(report, files.mapValues(\.count))
    renderAll(report)
    options.jobs = 4
    require(render(run() ?? report, as: .json) == render(report, as: .json))
  }

  private static func lintOne(_ input: [UInt8], _ options: LintOptions) {
    let path = Array("m.yaml".utf8)
    let tree = MemoryTree([MemoryTree.File(path: path, content: input)])
    guard let report = try? lintManifests(tree, toolVersion: "0", options: options) else {
      fatalError("a tree in memory cannot fail")
    }
    check(report, [path: input.count])
  }

  private static let definition = """
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
            required: [spec]
            properties:
              spec:
                type: object
                x-kubernetes-validations: [{rule: "self.size > 1 && has(self.name)"}]
                properties:
                  size: {type: integer, minimum: 1, maximum: 3, multipleOf: 2, default: 2}
                  name: {type: string, pattern: "^[a-z]+$", format: date-time, maxLength: 5}
                  port: {x-kubernetes-int-or-string: true}
                  list:
                    type: array
                    x-kubernetes-list-type: map
                    x-kubernetes-list-map-keys: [a]
                    items: {type: object, required: [a], properties: {a: {type: string}}}
                  any: {type: object, x-kubernetes-preserve-unknown-fields: true, nullable: true}
                anyOf: [{required: [size]}, {required: [name]}]
                not: {required: [z]}
    ---
    apiVersion: example.com/v1
    kind: Widget
    metadata: {name: a}
    spec: {size: 2, name: "2020-01-01T00:00:00Z", port: 1, list: [{a: b}], any: null, extra: 1}
    """
}

extension [UInt8] {
  fileprivate func contains(array word: String) -> Bool {
    String(decoding: self, as: UTF8.self).contains(word)
  }
}
