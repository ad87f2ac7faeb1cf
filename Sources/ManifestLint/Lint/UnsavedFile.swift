/// Checks one file as an editor holds it, in the tree around it: what the agents of the tree make of
/// it, with the kinds that the tree defines. Only what is said of this file is told.
///
/// - Parameters:
///   - path: relative to the root of the tree; the file need not be there.
///   - name: what the report calls it.
/// - Returns: nothing about a file that no agent reads and that is no manifest.
public func lintUnsaved(
  _ content: [UInt8], path: [UInt8], reportedAs name: [UInt8], in view: some RepositoryView,
  snapshot: Report.Snapshot, toolVersion: String, options: LintOptions = LintOptions(),
  elsewhere: (any ManifestSource)? = nil
) throws(RepositoryError) -> Report {
  var report = try lint(
    OverlaidView(view, path: path, content: content), snapshot: snapshot,
    toolVersion: toolVersion, options: options, elsewhere: elsewhere)
  let isRead = report.checked.contains { $0.path == path }
  if !isRead, looksLikeManifest(content, path) {
    let file = MemoryTree.File(path: path, content: content)
    let alone = try lintManifests(MemoryTree([file]), toolVersion: toolVersion, options: options)
    report.checked += alone.checked
    report.findings += alone.findings
    report.finish()
  }
  report.keepOnly(path, reportedAs: name)
  return report
}

/// Half a manifest is one too: whoever writes it wants to be told.
private func looksLikeManifest(_ content: [UInt8], _ path: [UInt8]) -> Bool {
  let endings = [".yaml", ".yml", ".json"].map { Array($0.utf8) }
  guard endings.contains(where: { path.suffix($0.count).elementsEqual($0) }) else { return false }
  return content.split(separator: 0x0A).contains { line in
    let text = line.drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x7B }
    return text.starts(with: "apiVersion".utf8)
  }
}

extension Report {
  /// Drops what is about other files.
  fileprivate mutating func keepOnly(_ path: [UInt8], reportedAs name: [UInt8]) {
    findings.removeAll { $0.path != path }
    checked.removeAll { $0.path != path }
    agents.removeAll { agent in
      agent.configuration != path && !agent.selections.contains { $0.files.contains(path) }
    }
    for index in findings.indices {
      findings[index].path = name
      for related in findings[index].related.indices
      where findings[index].related[related].path == path {
        findings[index].related[related].path = name
      }
    }
    for index in checked.indices { checked[index].path = name }
    summary.files = checked.isEmpty ? 0 : 1
    summary.documents = Set(checked.compactMap(\.document)).count
    summary.objects = checked.count { $0.object != nil }
    countFindings()
  }
}
