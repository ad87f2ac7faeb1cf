import Kubernetes
import YAML

/// For people: each finding with its source line, a caret under the place, the object, what else
/// explains it and what to do about it.
///
///     manifests/web.yaml:14:13: error manifest/type: …
///        |
///     14 |   replicas: "two"
///        |             ^^^^^
///        = in apps/v1 Deployment shop/web, /spec/replicas
///        = help: …
///        = see: manifest-lint explain manifest/type
func writeFullText(_ report: Report, _ options: RenderOptions, to output: Output) {
  let style = TextStyle(color: options.color)
  var isFirst = true
  for finding in report.openFindings {
    if !isFirst { output.write("\n") }
    isFirst = false
    writeHeadline(finding, style, to: output)
    let gutter = String(repeating: " ", count: finding.start.map { String($0.line).count } ?? 0)
    if let excerpt = Excerpt(finding) {
      let number = finding.start.map { String($0.line) } ?? ""
      output.write("\(style.dim)\(gutter) |\(style.plain)\n\(style.dim)\(number) |\(style.plain) ")
      output.write(excerpt.before + excerpt.marked + excerpt.after)
      output.write("\n\(style.dim)\(gutter) |\(style.plain) ")
      output.write(String(repeating: " ", count: excerpt.indentation))
      output.write(style.severity(finding.severity))
      output.write(String(repeating: "^", count: excerpt.width))
      output.write("\(style.plain)\n")
    }
    func note(_ label: Message, _ text: [UInt8]) {
      output.write("\(gutter) \(style.dim)=\(style.plain) ")
      output.say(label)
      output.write(visible(text))
      output.write("\n")
    }
    let place = placeInDocument(finding)
    if !place.isEmpty { note("in ", Array(place.utf8)) }
    if !finding.agents.isEmpty {
      let label: Message = finding.agents.count == 1 ? "agent: " : "agents: "
      note(label, Array(finding.agents.joined(separator: ", ").utf8))
    }
    for related in finding.related {
      var text = related.path
      if let start = related.start { text += Array(":\(start.line):\(start.column)".utf8) }
      note("related: ", text + Array(": ".utf8) + output.words(related.message))
    }
    note("help: ", Array(output.words(finding.rule, \.remedy).utf8))
    note("see: ", Array("\(toolName) explain \(finding.rule.id)".utf8))
  }
}

/// `apps/v1 Deployment shop/web, /spec/replicas`; empty when the finding has neither.
func placeInDocument(_ finding: Finding) -> String {
  let pointer = finding.pointer.flatMap { $0.isEmpty ? nil : $0 }
  return [finding.object?.label, pointer].compactMap(\.self).joined(separator: ", ")
}

extension ObjectIdentity {
  /// `apps/v1 Deployment shop/web`.
  var label: String {
    let name = namespace.map { "\($0)/\(self.name)" } ?? self.name
    return [apiVersion, kind, name].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
