public import YAML

/// The last line of every run, for standard error, without a line end:
///
///     checked 3 agents, 214 files, 611 objects against Kubernetes 1.36 in 0.04 s: 2 errors,
///     1 warning, 4 suppressed; 6 objects not checked (no schema)
///
/// Printed also when nothing was found: what was not looked at must be seen.
public func summaryLine(_ summary: Report.Summary, seconds: Double? = nil) -> Message {
  let versions: Message =
    summary.kubernetesVersions.isEmpty
    ? "" : " against Kubernetes \(summary.kubernetesVersions.joined(separator: ", "))"
  let time: Message = seconds.map { " in \(decimal($0, digits: 2)) s" } ?? ""
  let infos: Message = summary.infos > 0 ? ", \(Message.infos(summary.infos))" : ""
  let suppressed: Message = summary.suppressed > 0 ? ", \(summary.suppressed) suppressed" : ""
  let counts: Message =
    "\(Message.errors(summary.errors)), \(Message.warnings(summary.warnings))\(infos)\(suppressed)"
  let rules: Message =
    summary.unevaluated > 0
    ? "; rules (CEL) of \(Message.objects(summary.unevaluated)) not evaluated" : ""
  return
    "checked \(Message.agents(summary.agents)), \(Message.files(summary.files)), \(Message.objects(summary.objects))\(versions)\(time): \(counts)\(notChecked(summary))\(rules)"
}

private func notChecked(_ summary: Report.Summary) -> Message {
  let entries = summary.notChecked.filter { $0.count > 0 }
  guard !entries.isEmpty else { return "" }
  let total = entries.reduce(0) { $0 + $1.count }
  let reasons = entries.map { entry -> Message in
    // A reason may quote the repository.
    let reason = String(decoding: visible(entry.reason.text), as: UTF8.self)
    let shown: Message = reason == entry.reason.text ? entry.reason : "\(reason)"
    return entries.count == 1 ? shown : "\(entry.count) \(shown)"
  }
  return "; \(Message.objects(total)) not checked (\(Message.list(reasons)))"
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
