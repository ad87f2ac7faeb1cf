import Kubernetes
import YAML

/// The forms of `plan`.
public enum PlanFormat: String, Sendable, CaseIterable {
  case text, json, markdown
}

/// Writes what each agent would apply: every object with its namespace, kind and name, and the file
/// and document (counted from 0) that it comes from, in the order in which the agent gets them.
public func renderPlan(
  _ report: Report, as format: PlanFormat, options: RenderOptions = RenderOptions(),
  to sink: (ArraySlice<UInt8>) -> Void
) {
  Output.stream(in: options.language, to: sink) { output in
    switch format {
    case .text: writePlanText(report, options, to: output)
    case .json: writePlanJSON(report, to: output)
    case .markdown: writePlanMarkdown(report, options, to: output)
    }
  }
}

private func writePlanText(_ report: Report, _ options: RenderOptions, to output: Output) {
  let style = TextStyle(color: options.color)
  if report.agents.isEmpty {
    output.say("no agent is configured")
    output.write("\n")
  }
  for (number, agent) in report.agents.enumerated() {
    if number > 0 { output.write("\n") }
    output.write(style.bold)
    output.say("agent ")
    output.write(visible(agent.name))
    output.write("\(style.plain) (")
    output.write(visible(agent.configuration))
    output.write(")\n")
    if agent.selections.isEmpty {
      output.write("  ")
      output.say("no manifest project")
      output.write("\n")
    }
    for selection in agent.selections {
      output.write("  ")
      output.say("project ")
      output.write(visible(output.words(selection.shownProject)))
      output.write(": ")
      output.say(selection.outcome)
      output.write("\n")
      let written = selection.options.filter(\.isWritten)
      if !written.isEmpty {
        output.write("    ")
        output.say("with ")
        output.write(visible(written.map { "\($0.name) \($0.value)" }.joined(separator: ", ")))
        output.write("\n")
      }
      for note in selection.fluxNotes {
        output.write("    ")
        output.say("to Flux: ")
        output.write(visible(output.words(note)))
        output.write("\n")
      }
      for object in selection.objects {
        output.write("    ")
        output.write(visible(object.planned))
        output.write(" \(style.dim)(")
        output.write(visible(object.identity.apiVersion))
        output.write(")\(style.plain)")
        output.say(" from ")
        output.write(visible(object.path))
        output.write("#\(object.document)")
        if object.isNamespaceDefault { output.say(", default namespace") }
        output.write("\n")
      }
    }
  }
}

private func writePlanJSON(_ report: Report, to output: Output) {
  let json = JSONWriter(output)
  json.object(lines: true) {
    writeHead(report, to: json)
    json.array("agents", lines: true) {
      for agent in report.agents { write(agent, to: json) }
    }
  }
}

private func writePlanMarkdown(_ report: Report, _ options: RenderOptions, to output: Output) {
  output.write("# ")
  output.say("Plan")
  output.write("\n")
  if report.agents.isEmpty {
    output.write("\n")
    output.say("No agent is configured.")
    output.write("\n")
  }
  for agent in report.agents {
    output.write("\n## ")
    output.say("Agent ")
    output.write(codeSpan(agent.name))
    output.write("\n\n")
    output.say("Configured in ")
    output.write(markdownPath(agent.configuration, line: nil, options))
    output.say(".")
    output.write("\n")
    if agent.selections.isEmpty {
      output.write("\n")
      output.say("No manifest project.")
      output.write("\n")
    }
    for selection in agent.selections {
      output.write("\n### ")
      output.say("Project ")
      output.write(codeSpan(output.words(selection.shownProject)))
      output.write("\n\n")
      if !selection.globs.isEmpty {
        output.say("Globs: ")
        for (number, glob) in selection.globs.enumerated() {
          if number > 0 { output.write(", ") }
          output.write(codeSpan(glob))
        }
        output.say(". ")
      }
      output.say("Takes \(selection.outcome).")
      output.write("\n")
      for option in selection.options where option.isWritten {
        output.write("\n")
        output.say("Option ")
        output.write(codeSpan("\(option.name): \(option.value)"))
        output.say(".")
        output.write("\n")
      }
      if !selection.fluxNotes.isEmpty {
        output.write("\n")
        output.say("To move it to Flux:")
        output.write("\n\n")
      }
      for note in selection.fluxNotes {
        output.write("- ")
        output.write(codeSpan(output.words(note)))
        output.write("\n")
      }
      if !selection.objects.isEmpty { output.write("\n") }
      for object in selection.objects {
        output.write("- ")
        output.write(codeSpan(object.planned))
        output.write(" (")
        output.write(codeSpan(object.identity.apiVersion))
        output.write(")")
        output.say(" from ")
        output.write(markdownPath(object.path, line: nil, options))
        output.say(", document \(object.document)")
        if object.isNamespaceDefault { output.say(", default namespace") }
        output.write("\n")
      }
    }
  }
}

/// A path as code, with a link to the file when pages of it are known.
func markdownPath(_ path: [UInt8], line: Int?, _ options: RenderOptions) -> [UInt8] {
  let place = line.map { Array(":\($0)".utf8) } ?? []
  guard let url = blobURL(path, line: line, options) else { return codeSpan(path + place) }
  return Array("[".utf8) + codeSpan(path + place) + Array("](".utf8) + url + Array(")".utf8)
}

/// Where a file of the snapshot can be looked at.
func blobURL(_ path: [UInt8], line: Int?, _ options: RenderOptions) -> [UInt8]? {
  guard let base = options.blobPages, !path.isEmpty else { return nil }
  let anchor = line.map { "#L\($0)" } ?? ""
  return Array("\(base)/".utf8) + percentEncoded(path) + Array(anchor.utf8)
}

extension Report.Agent.Selection {
  /// An entry without an id means the project of the configuration itself.
  var shownProject: Message { project.map { "\($0)" } ?? "of the configuration" }

  /// `2 files, 3 objects`.
  var outcome: Message {
    guard isHere else { return "nothing here: the project is another repository" }
    let counts: Message =
      "\(Message.files(files.count)), \(Message.objects(objects.count))"
    guard let defaultNamespace, objects.contains(where: \.isNamespaceDefault) else { return counts }
    let name = String(decoding: visible(defaultNamespace), as: UTF8.self)
    return "\(counts), default namespace \(name)"
  }
}

extension Report.PlannedObject {
  /// `namespace/kind/name`, without the namespace for objects of the cluster.
  var planned: String {
    [identity.namespace, identity.kind, identity.name].compactMap(\.self).joined(separator: "/")
  }
}
