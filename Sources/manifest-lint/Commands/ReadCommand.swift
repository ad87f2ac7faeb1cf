import ManifestLint
import YAML

extension Command {
  static let read = Command(
    name: "read", summary: "Print what the agent reads from a YAML file, as JSON",
    operands: "[FILE|-]", options: [.asRole, .splitter, .events, .positions]
  ) { invocation in
    let arguments = invocation.arguments
    try arguments.operands(atMost: 1)
    let splitter = try arguments.choice(.splitter, SplitterGeneration.init(rawValue:)) ?? .v0_34
    let role = try arguments.choice(.asRole) { word -> FileRole? in
      switch word {
      case "config": .configuration
      case "manifest": .manifests(splitter)
      default: nil
      }
    }
    let name = arguments.operands.first ?? Array("-".utf8)
    let isStandardInput = name == Array("-".utf8)
    let source = try isStandardInput ? Files.readStandardInput() : Files.read(name)
    let path = isStandardInput ? Array("<stdin>".utf8) : name
    if arguments.has(.events) {
      let events = yamlEvents(source, positions: arguments.has(.positions))
      invocation.output.write(events.text)
      return invocation.tell(events.diagnostics, isBroken: events.isBroken, source, path)
    }
    let tree = readYAML(source, as: role ?? .manifests(splitter))
    let documents: [[UInt8]]
    let isBroken: Bool
    if role == .configuration {
      let json = tree.configurationJSON()
      documents = json.map { [$0] } ?? []
      isBroken = json == nil
    } else {
      let stream = tree.manifestStream()
      documents = stream.documents
      isBroken = stream.endsInError
    }
    for document in documents {
      invocation.output.write(document)
      invocation.output.write("\n")
    }
    return invocation.tell(tree.diagnostics, isBroken: isBroken, tree.source, path)
  }
}

extension Invocation {
  /// Why the agent cannot read it all: on standard error, and in the exit status.
  fileprivate func tell(
    _ diagnostics: [Diagnostic], isBroken: Bool, _ source: [UInt8], _ path: [UInt8]
  ) -> ExitStatus {
    guard isBroken else { return .clean }
    output.flush()
    let lines = LineIndex(source)
    var report = Report(toolVersion: Version.number, snapshot: Report.Snapshot(kind: "files"))
    report.findings = diagnostics.filter { $0.severity == .error }
      .map { Finding($0, lines: lines, path: path) }
    report.finish()
    render(report, as: .text, options: textOptions) { errors.write($0) }
    return .findings
  }
}
