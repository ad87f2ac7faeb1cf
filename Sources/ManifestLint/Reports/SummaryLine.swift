/// The last line of every run, for standard error, without a line end:
///
///     checked 3 agents, 214 files, 611 objects against Kubernetes 1.36 in 0.04 s: 2 errors,
///     1 warning, 4 suppressed; 6 objects not checked (no schema)
///
/// Printed also when nothing was found: what was not looked at must be seen.
public func summaryLine(_ summary: Report.Summary, seconds: Double? = nil) -> String {
  var line = "checked \(counted(summary.agents, "agent")), \(counted(summary.files, "file"))"
  line += ", \(counted(summary.objects, "object"))"
  if !summary.kubernetesVersions.isEmpty {
    line += " against Kubernetes \(summary.kubernetesVersions.joined(separator: ", "))"
  }
  if let seconds { line += " in \(decimal(seconds, digits: 2)) s" }
  line += ": \(counted(summary.errors, "error")), \(counted(summary.warnings, "warning"))"
  if summary.infos > 0 { line += ", \(counted(summary.infos, "info"))" }
  if summary.suppressed > 0 { line += ", \(summary.suppressed) suppressed" }
  let notChecked = summary.notChecked.filter { $0.count > 0 }
  if !notChecked.isEmpty {
    let total = notChecked.reduce(0) { $0 + $1.count }
    let reasons = notChecked.map {
      (notChecked.count == 1 ? "" : "\($0.count) ")
        + String(decoding: visible($0.reason), as: UTF8.self)
    }
    line += "; \(counted(total, "object")) not checked (\(reasons.joined(separator: ", ")))"
  }
  if summary.unevaluated > 0 {
    line += "; rules (CEL) of \(counted(summary.unevaluated, "object")) not evaluated"
  }
  return line
}

/// `1 file`, `2 files`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// A decimal fraction, rounded half up; what is no time of a run (negative, endless) counts as 0.
func decimal(_ value: Double, digits: Int) -> String {
  var scale = 1
  for _ in 0..<digits { scale *= 10 }
  let scaled = value * Double(scale)
  let units = scaled > 0 && scaled < 1e15 ? Int(scaled.rounded()) : 0
  let fraction = String(units % scale)
  let zeros = String(repeating: "0", count: digits - fraction.count)
  return "\(units / scale).\(zeros)\(fraction)"
}
