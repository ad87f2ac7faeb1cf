import GitAccess
import Glibc
import ManifestLint
import YAML

extension Command {
  static let audit = Command(
    name: "audit", summary: "Check the default branch of every bare repository below a folder",
    operands: "ROOT",
    options: Option.linting.filter { $0 != .writeBaseline && $0 != .project && $0 != .timings }
      + [.failOn, .repositorySettings, .quiet]
  ) { invocation in
    guard let root = invocation.arguments.operands.first else {
      throw UsageError("audit needs the folder below which the repositories lie")
    }
    try invocation.arguments.operands(atMost: 1)
    try invocation.readServerSettings()
    return try Audit(invocation, root: invocation.environment.absolute(root)).run()
  }
}

/// A walk over the repositories of a server: what an administrator looks at before he switches the
/// hook on.
private struct Audit {
  private let invocation: Invocation
  private let root: [UInt8]
  /// Full paths of projects by where GitLab keeps them.
  private let projects: [String: String]

  /// Folders in which GitLab keeps what no agent reads: object pools, group wikis, snippets, its own.
  private static let passedOver = ["@pools", "@groups", "@snippets", "+gitaly"]

  init(_ invocation: Invocation, root: [UInt8]) throws {
    self.invocation = invocation
    self.root = root.last == UInt8(ascii: "/") ? Array(root.dropLast()) : root
    let known = try invocation.lintOptions(originURL: nil).projects.projects.projects
    projects = Dictionary(
      known.compactMap { project in
        project.facts.id.map { (HashedStorage.path(ofProject: $0), project.path.description) }
      }, uniquingKeysWith: { first, _ in first })
  }

  func run() throws -> ExitStatus {
    var results: [Line.Result: Int] = [:]
    // Children are put on the stack in reverse: the order is that of the names, level by level.
    var pending: [(path: [UInt8], depth: Int)] = [([], 0)]
    while let folder = pending.popLast() {
      let path = root + folder.path
      if isRepository(path) {
        let line = examine(folder.path)
        results[line.result, default: 0] += 1
        invocation.output.write(line.text)
        // A run over thousands of repositories is watched.
        invocation.output.flush()
        continue
      }
      guard folder.depth < 16 else { continue }
      for name in try Files.names(in: path).reversed() {
        let text = String(decoding: name, as: UTF8.self)
        let inner = folder.path + [UInt8(ascii: "/")] + name
        guard isFolder(root + inner), !Self.passedOver.contains(text), text != ".git",
          !text.hasSuffix(".wiki.git"), !text.hasSuffix(".design.git")
        else { continue }
        pending.append((inner, folder.depth + 1))
      }
    }
    guard !results.isEmpty else {
      throw CheckFailure("there is no bare repository below '\(printable(root))'")
    }
    if !invocation.arguments.has(.quiet) {
      let counts = Line.Result.allCases.map { "\(results[$0] ?? 0) \($0.rawValue)" }
      let total = results.values.reduce(0, +)
      invocation.note("\(total) repositories: \(counts.joined(separator: ", "))")
    }
    if results[.failed] != nil { return .failure }
    return results[.findings] == nil ? .clean : .findings
  }

  /// Links are not followed: they could lead out of the folder, or around in a circle.
  private func isFolder(_ path: [UInt8]) -> Bool {
    var status = stat()
    return path.withCString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func isRepository(_ path: [UInt8]) -> Bool {
    var status = stat()
    return (path + Array("/HEAD".utf8)).withCString { lstat($0, &status) } == 0
      && isFolder(path + Array("/objects".utf8)) && isFolder(path + Array("/refs".utf8))
  }

  // MARK: One repository

  private func examine(_ name: [UInt8]) -> Line {
    let relative = Array(name.drop { $0 == UInt8(ascii: "/") })
    var line = Line(repository: printable(relative.isEmpty ? [UInt8(ascii: ".")] : relative))
    do {
      try examine(root + name, &line)
    } catch {
      line.result = .failed
      line.failure = Program.message(of: error).text
    }
    return line
  }

  private func examine(_ path: [UInt8], _ line: inout Line) throws {
    // Who names the folder vouches for what is in it; hooks' variables around this run do not count.
    var variables = invocation.environment.variables.filter { name, _ in
      !name.hasPrefix("GIT_") && !name.hasPrefix("GL_") && !name.hasPrefix("CI_")
    }
    variables["GIT_DIR"] = path
    var invocation = Invocation(
      environment: Environment(
        words: [], variables: variables,
        currentDirectory: invocation.environment.currentDirectory, isTerminal: (false, false)),
      arguments: invocation.arguments, output: invocation.output, errors: invocation.errors)
    let repository = try CheckedTree.open(invocation)
    line.project =
      repository.configuration("gitlab.fullpath").map { String(decoding: $0, as: UTF8.self) }
      ?? projects[line.repository]
    if let project = line.project { invocation.arguments.values[.project] = [Array(project.utf8)] }
    guard let branch = try repository.headBranch() else { throw CheckFailure("HEAD is detached") }
    line.branch = printable(branch)
    guard try repository.hasReference(branch) else {
      line.result = .empty
      return
    }
    let tip = try repository.resolve(branch)
    line.commit = tip.description
    let tree = try CheckedTree(.pushed(tip, reference: branch), invocation)
    let verdicts = KeptVerdicts()
    defer { verdicts.save(invocation) }
    let (report, failOn) = try invocation.lintOnServer(
      tree, elsewhere: OtherTrees(invocation), verdicts: verdicts
    ) { options in options.branch = printable(branch.dropFirst("refs/heads/".utf8.count)) }
    line.summary = report.summary
    for finding in report.findings where finding.suppressed == nil {
      line.rules[finding.rule.id, default: 0] += 1
      if let failOn, finding.severity >= failOn { line.result = .findings }
    }
  }
}

/// What is told of one repository.
private struct Line {
  enum Result: String, CaseIterable {
    case clean
    /// At or above the threshold.
    case findings
    /// The default branch has no commit.
    case empty
    case failed
  }

  /// Relative to the root.
  var repository: String
  var project: String?
  var result = Result.clean
  var branch: String?
  var commit: String?
  var summary: Report.Summary?
  var rules: [String: Int] = [:]
  var failure: String?

  init(repository: String) { self.repository = repository }

  /// JSON and a line feed; a field without a value is left out.
  var text: String {
    var fields = [("repository", jsonText(repository))]
    func add(_ name: String, _ value: String?) {
      if let value { fields.append((name, jsonText(value))) }
    }
    add("project", project)
    add("result", result.rawValue)
    add("branch", branch)
    add("commit", commit)
    if let summary {
      let notChecked = summary.notChecked.reduce(0) { $0 + $1.count }
      for (name, count) in [
        ("agents", summary.agents), ("files", summary.files), ("objects", summary.objects),
        ("not_checked", notChecked), ("errors", summary.errors), ("warnings", summary.warnings),
        ("infos", summary.infos), ("suppressed", summary.suppressed),
      ] {
        fields.append((name, String(count)))
      }
      let counts = rules.sorted { $0.key < $1.key }.map { "\(jsonText($0.key)):\($0.value)" }
      fields.append(("rules", "{\(counts.joined(separator: ","))}"))
    }
    add("failure", failure)
    return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}\n"
  }
}
