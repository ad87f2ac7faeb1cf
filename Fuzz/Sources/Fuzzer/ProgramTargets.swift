import GitAccess
import Kubernetes

@testable import ManifestLint
@testable import Program

extension Target {
  /// A settings file of a repository and of a server, and the options that it makes.
  static let settings = Target(
    name: "settings",
    seeds: {
      [
        "kubernetes_version: 1.29..1.34\nrules: {set/x: off, yaml/tab: error}\nexclude: ['**/a']\n",
        "fail_on: warning\nlimits: {file-bytes: 10, findings: 3}\ninline_suppressions: false\n",
        "project: a/b\ngitlab_version: 15.7\nrequire_checked: true\nbaseline: x.json\n",
        "on_failure: accept\naudit_log: syslog\ndeadline: 30s\ncrds: [a]\nagents: b\n",
      ].map { Array($0.utf8) }
    }
  ) { input in
    _ = try? SettingsFile(input, name: "s", isServer: true)
    guard let file = try? SettingsFile(input, name: "s", isServer: false) else { return }
    // Nothing that a repository may say opens a file.
    for option in [Option.crd, .schemaLocation, .projects, .agents, .auditLog] {
      require(file.values[option] == nil)
    }
    guard var arguments = try? Arguments([], allowed: []) else { fatalError() }
    arguments.values = [.failOn: [Array("warning".utf8)], .rule: [Array("yaml/tab=error".utf8)]]
    arguments.underlay(repository: file.values)
    let failOn = arguments.text(.failOn)
    require(failOn == "warning" || failOn == "info", "weaker than the server demands")
    let invocation = Invocation(
      environment: Environment(
        words: [], variables: [:], currentDirectory: Array("/".utf8), isTerminal: (false, false)),
      arguments: arguments, output: OutputStream(descriptor: -1),
      errors: OutputStream(descriptor: -1))
    _ = try? invocation.lintOptions(originURL: input)
  }

  /// Words of a command line, separated by NUL: ours and kubeconform's.
  static let words = Target(
    name: "words",
    seeds: {
      [
        "--format\0json\0--rule=yaml/tab=off\0a\0--\0--b", "-h",
        "--limit\0findings=3\0-q\0--jobs=2",
        "-output\0json\0-summary\0-n\u{0}4\0-skip=A,B\0x.yaml",
        "-kubernetes-version\u{0}1.30.0\0-strict",
      ].map { Array($0.utf8) }
    }
  ) { input in
    let words = input.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
    for command in Command.all {
      guard let arguments = try? Arguments(words, allowed: command.options) else { continue }
      _ = try? arguments.limits()
    }
    if KubeconformArguments.areMeant(by: words) {
      _ = try? KubeconformArguments(words, allowed: Command.manifests.options)
    }
    for word in words { _ = try? SchemaLocation(word) }
  }

  /// The lines that git gives to hooks, and ids.
  static let hook = Target(
    name: "hook",
    seeds: {
      let zero = String(repeating: "0", count: 40)
      let id = "4ec19243b234720c8c713205a04f52ca7c974b79"
      return ["\(zero) \(id) refs/heads/main\n\(id) \(zero) refs/tags/a b\n"].map { Array($0.utf8) }
    }
  ) { input in
    _ = GitObjectID(hexadecimal: input)
    guard let updates = try? ReferenceUpdate.lines(of: input) else { return }
    var again: [UInt8] = []
    for update in updates {
      again += Array("\(update.old) \(update.new) ".utf8) + update.reference + [0x0A]
    }
    let lines = input.split(separator: 0x0A).joined(separator: [0x0A])
    let expected = Array(lines) + (updates.isEmpty ? [] : [0x0A])
    // Ids are taken in either case.
    require(
      String(decoding: again, as: UTF8.self).lowercased()
        == String(decoding: expected, as: UTF8.self).lowercased())
  }

  /// Files that options name: projects, agents, baseline, schemas; URLs of remotes.
  static let projects = Target(
    name: "projects",
    seeds: {
      [
        "a/b: public\nc/d: {visibility: private, id: 5, repository: enabled}\n",
        "path,visibility,id\na/b,internal,3\n\"c,\"\"d\",public,\n",
        "[{\"name\": \"prod\", \"id\": 1}]", "prod\nstaging\n",
        "{\"version\": 1, \"findings\": [{\"fingerprint\": \"a\"}]}",
        "git@gitlab.example.com:group/project.git", "https://a:b@h:1/x/y.git?z#w",
        "{\"type\": \"object\", \"properties\": {\"a\": {\"$ref\": \"#/definitions/b\"}}}",
      ].map { Array($0.utf8) }
    }
  ) { input in
    if let file = try? ProjectsFile(parsing: input) {
      for (path, facts) in file.projects { require(file[path] == facts) }
    }
    if let agents = try? RegisteredAgents(parsing: input) {
      _ = agents.findings(for: [])
    }
    if let baseline = try? Baseline(parsing: input) {
      var report = Report(toolVersion: "0", snapshot: .init(kind: "files"))
      baseline.apply(to: &report, path: Array("b".utf8))
    }
    _ = CustomDefinition(schema: input, apiVersion: "example.com/v1", kind: "A")
    let text = String(decoding: input, as: UTF8.self)
    _ = ProjectPath(remote: text)
    _ = ProjectReference(text)
  }
}
