import YAML

/// The findings that were there when somebody began to check: they are known and do not count.
///
/// The file is JSON with one finding a line, sorted, so that a change of it reads well. Findings are
/// told apart by their fingerprints, which survive shifts of lines.
public struct Baseline: Sendable {
  private let fingerprints: Set<String>

  public init(parsing source: [UInt8]) throws(InputFileError) {
    let tree = readYAML(source, as: .configuration)
    guard !tree.diagnostics.contains(where: { $0.severity == .error }),
      let root = tree.documents.first?.root, tree[root].kind == .mapping,
      let list = tree.effectiveMembers(root).last(where: { tree.text($0.key, equals: "findings") })?
        .value, tree[list].kind == .sequence
    else {
      throw InputFileError("a baseline is a JSON object with a list `findings`; write it anew")
    }
    var fingerprints: Set<String> = []
    for entry in tree.children(list) {
      guard tree[entry].kind == .mapping,
        let value = tree.effectiveMembers(entry)
          .last(where: { tree.text($0.key, equals: "fingerprint") })?.value
      else { throw InputFileError("an entry of the baseline has no fingerprint; write it anew") }
      fingerprints.insert(tree.text(tree.target(value)))
    }
    self.fingerprints = fingerprints
  }

  /// Marks the report's findings that are listed, and adds one for the entries that match nothing.
  public func apply(to report: inout Report, path: [UInt8]) {
    var unused = fingerprints
    for index in report.findings.indices {
      let fingerprint = report.findings[index].fingerprint
      guard fingerprints.contains(fingerprint) else { continue }
      unused.remove(fingerprint)
      if report.findings[index].suppressed == nil {
        report.findings[index].suppressed = .baseline
      }
    }
    if !unused.isEmpty {
      report.findings.append(
        Finding(
          SuppressionRules.staleBaseline,
          "\(unused.count) entries of the baseline match no finding any more; write it anew with --write-baseline",
          path: path))
    }
    report.finish()
  }

  /// The present findings as a baseline.
  public static func text(of report: Report) -> [UInt8] {
    let bytes = Output.collect { output in
      let json = JSONWriter(output)
      json.object(lines: true) {
        json.key("version")
        json.value(fingerprintVersion)
        json.key("findings")
        json.array(lines: true) {
          for finding in report.findings where finding.suppressed != .baseline {
            json.object {
              json.key("rule")
              json.value(finding.rule.id)
              json.key("path")
              json.value(finding.path)
              json.key("fingerprint")
              json.value(finding.fingerprint)
              json.key("message")
              json.value(finding.message.text)
            }
          }
        }
      }
    }
    return bytes
  }
}
