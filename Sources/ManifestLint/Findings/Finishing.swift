import YAML

extension Report {
  /// Makes the record complete and its order final: call it when all findings are in, before the
  /// baseline (which goes by fingerprint) and before any report is rendered.
  ///
  /// Who marks findings as suppressed afterwards calls `countFindings()` again.
  public mutating func finish() {
    sortFindings()
    assignFingerprints()
    countFindings()
  }

  /// Sorts findings by path, offset, rule id and message, and checked objects by path and document:
  /// the order in which work was done must never show.
  public mutating func sortFindings() {
    // Stable, and each comparison costs no more than the fields it needs.
    findings.sort { left, right in compare(left, right) < 0 }
    checked.sort { left, right in
      let order = compare(left.path, right.path)
      return order != 0 ? order < 0 : (left.document ?? -1) < (right.document ?? -1)
    }
    agents.sort { left, right in compare(left.configuration, right.configuration) < 0 }
  }

  /// Counts findings by severity, suppressed ones apart, and the objects that were not checked by
  /// reason. Files, documents and objects are counted by who checks them.
  public mutating func countFindings() {
    summary.agents = agents.count
    summary.errors = 0
    summary.warnings = 0
    summary.infos = 0
    summary.suppressed = 0
    for finding in findings {
      guard finding.suppressed == nil else {
        summary.suppressed += 1
        continue
      }
      switch finding.severity {
      case .error: summary.errors += 1
      case .warning: summary.warnings += 1
      case .info: summary.infos += 1
      }
    }
    var reasons: [Message: Int] = [:]
    for entry in checked {
      if let reason = entry.notChecked { reasons[reason, default: 0] += 1 }
    }
    summary.notChecked =
      reasons.sorted { $0.key.text < $1.key.text }.map { (reason: $0.key, count: $0.value) }
  }
}

private func compare(_ left: Finding, _ right: Finding) -> Int {
  var order = compare(left.path, right.path)
  if order == 0 { order = compare(left.start?.offset ?? -1, right.start?.offset ?? -1) }
  if order == 0 { order = compare(left.rule.id, right.rule.id) }
  if order == 0 { order = compare(left.message.template, right.message.template) }
  if order == 0 { order = compare(left.message.values.count, right.message.values.count) }
  if order == 0 {
    for (one, other) in zip(left.message.values, right.message.values) where order == 0 {
      order = compare(one, other)
    }
  }
  if order == 0 { order = compare(left.end?.offset ?? -1, right.end?.offset ?? -1) }
  if order == 0 { order = compare(left.document ?? -1, right.document ?? -1) }
  if order == 0 { order = compare(left.pointer ?? "", right.pointer ?? "") }
  return order
}

private func compare(_ left: Int, _ right: Int) -> Int { left < right ? -1 : left > right ? 1 : 0 }

private func compare(_ left: String, _ right: String) -> Int {
  if left == right { return 0 }
  return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
}

private func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
  if left == right { return 0 }
  return left.lexicographicallyPrecedes(right) ? -1 : 1
}
