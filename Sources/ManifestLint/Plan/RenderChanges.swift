import Kubernetes
import YAML

/// Writes what a change of the tree does, in the forms of `plan`.
public func renderChanges(
  _ changes: PlanChanges, as format: PlanFormat, options: RenderOptions = RenderOptions(),
  to sink: (ArraySlice<UInt8>) -> Void
) {
  Output.stream(in: options.language, to: sink) { output in
    switch format {
    case .text: writeText(changes, TextStyle(color: options.color), to: output)
    case .json: writeJSON(changes, to: output)
    case .markdown: writeMarkdown(changes, options, to: output)
    }
  }
}

extension PlanChanges.Agent {
  /// `1 to create, 2 to change, 0 to prune, 5 unchanged`.
  fileprivate var outcome: Message {
    "\(created.count) to create, \(changed.count) to change, \(pruned.filter(\.isPruned).count) to prune, \(unchanged) unchanged"
  }
}

private func writeText(_ changes: PlanChanges, _ style: TextStyle, to output: Output) {
  for (number, agent) in changes.agents.enumerated() {
    if number > 0 { output.write("\n") }
    output.write(style.bold)
    output.say("agent ")
    output.write(visible(agent.name))
    output.write("\(style.plain): ")
    output.say(agent.outcome)
    output.write("\n")
    func line(_ mark: Message, _ object: Report.PlannedObject) {
      output.write("  ")
      output.say(mark)
      output.write(" ")
      output.write(visible(object.planned))
      output.write(" \(style.dim)(")
      output.write(visible(object.identity.apiVersion))
      output.write(")\(style.plain)")
      output.say(" from ")
      output.write(visible(object.path))
      output.write("#\(object.document)")
    }
    for object in agent.created {
      line("create", object)
      output.write("\n")
    }
    for change in agent.changed {
      line("change", change.after)
      output.write("\n")
      for field in change.fields {
        output.write("      ")
        output.write(visible(field.isEmpty ? "/" : field))
        output.write("\n")
      }
      if change.hasMoreFields {
        output.write("      ")
        output.say("and more")
        output.write("\n")
      }
    }
    for pruned in agent.pruned {
      line(pruned.isPruned ? "prune " : "keep  ", pruned.object)
      if !pruned.isPruned { output.say(", prune is off") }
      output.write("\n")
    }
  }
}

private func writeJSON(_ changes: PlanChanges, to output: Output) {
  let json = JSONWriter(output)
  func write(_ object: Report.PlannedObject) {
    json.member("apiVersion", object.identity.apiVersion)
    json.member("kind", object.identity.kind)
    if let namespace = object.identity.namespace { json.member("namespace", namespace) }
    json.member("name", object.identity.name)
    json.member("path", object.path)
    json.member("document", object.document)
  }
  json.object(lines: true) {
    json.key("agents")
    json.array(lines: true) {
      for agent in changes.agents {
        json.object(lines: true) {
          json.member("name", agent.name)
          json.member("unchanged", agent.unchanged)
          json.key("create")
          json.array(lines: true) { for object in agent.created { json.object { write(object) } } }
          json.key("change")
          json.array(lines: true) {
            for change in agent.changed {
              json.object {
                write(change.after)
                json.key("fields")
                json.array { for field in change.fields { json.value(field) } }
                if change.hasMoreFields { json.member("more_fields", true) }
              }
            }
          }
          json.key("prune")
          json.array(lines: true) {
            for pruned in agent.pruned {
              json.object {
                write(pruned.object)
                json.member("pruned", pruned.isPruned)
              }
            }
          }
        }
      }
    }
  }
}

private func writeMarkdown(_ changes: PlanChanges, _ options: RenderOptions, to output: Output) {
  output.write("# ")
  output.say("What changes in the clusters")
  output.write("\n")
  for agent in changes.agents {
    output.write("\n## ")
    output.say("Agent ")
    output.write(codeSpan(agent.name))
    output.write("\n\n")
    output.say("\(agent.outcome).")
    output.write("\n")
    func line(_ word: Message, _ object: Report.PlannedObject, isStrong: Bool = false) {
      output.write(isStrong ? "- **" : "- ")
      output.say(word)
      output.write(isStrong ? "** " : " ")
      output.write(codeSpan(object.planned))
      output.say(" from ")
      output.write(markdownPath(object.path, line: nil, options))
    }
    if !(agent.created.isEmpty && agent.changed.isEmpty && agent.pruned.isEmpty) {
      output.write("\n")
    }
    for object in agent.created {
      line("create", object)
      output.write("\n")
    }
    for change in agent.changed {
      line("change", change.after)
      output.write(": ")
      for (number, field) in change.fields.enumerated() {
        if number > 0 { output.write(", ") }
        output.write(codeSpan(field.isEmpty ? "/" : field))
      }
      if change.hasMoreFields { output.say(" and more") }
      output.write("\n")
    }
    for pruned in agent.pruned {
      line(pruned.isPruned ? "prune" : "keep", pruned.object, isStrong: pruned.isPruned)
      if !pruned.isPruned { output.say(" (prune is off)") }
      output.write("\n")
    }
  }
}
