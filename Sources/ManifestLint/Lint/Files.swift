import YAML

/// Checks every file of a view as a manifest, whatever its path and without any agent.
public func lintManifests(
  _ view: some RepositoryView, toolVersion: String, options: LintOptions = LintOptions()
) throws(RepositoryError) -> Report {
  var options = options
  // Without an agent nobody knows what belongs together.
  options.comparesReferences = false
  var run = LintRun(view: view, options: options)
  for entry in 0..<view.listing.count { run.files.select(entry, agent: nil) }
  try run.judgeFiles()
  return try run.report(snapshot: Report.Snapshot(kind: "files"), toolVersion: toolVersion)
}

/// Checks every file of a view as an agent's configuration: its bytes alone, wherever it lies.
public func lintConfigurations(
  _ view: some RepositoryView, toolVersion: String, options: LintOptions = LintOptions()
) throws(RepositoryError) -> Report {
  var run = LintRun(view: view, options: options)
  for entry in 0..<view.listing.count {
    let path = run.path(entry)
    let (verdict, lines) = run.judgeConfigurationFile(
      try view.read(entry: entry), path: path, agent: nil)
    run.agents.append(
      .init(name: agentName(path), path: path, configuration: verdict, lines: lines))
  }
  var report = try run.report(snapshot: Report.Snapshot(kind: "files"), toolVersion: toolVersion)
  report.summary.files = view.listing.count
  return report
}

/// The folder's name, where the file lies as an agent's configuration does; else the path itself.
private func agentName(_ path: [UInt8]) -> String {
  let parts = path.split(separator: UInt8(ascii: "/"))
  let name =
    parts.last == Array("config.yaml".utf8)[...] && parts.count > 1
    ? parts[parts.count - 2] : path[...]
  return String(decoding: name, as: UTF8.self)
}
