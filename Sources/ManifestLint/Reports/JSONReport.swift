import Kubernetes
import YAML

/// Changes when a field changes its meaning (docs/report.schema.json); new fields leave it as it is.
let recordVersion = 1

/// The record itself.
func writeJSON(_ report: Report, _ options: RenderOptions, to output: Output) {
  let json = JSONWriter(output)
  json.object(lines: true) {
    writeRun(report, options, to: json)
    if let record = report.shard { write(record, to: json) }
    json.array("agents", lines: true) {
      for agent in report.agents { write(agent, to: json) }
    }
    json.array("checked", lines: true) {
      for entry in report.checked { write(entry, to: json) }
    }
    json.array("findings", lines: true) {
      for finding in report.findings { write(finding, to: json) }
    }
  }
}

/// Who speaks, and of what.
func writeHead(_ report: Report, to json: JSONWriter) {
  json.member("schema_version", recordVersion)
  json.object("tool") {
    json.member("name", toolName)
    json.member("version", report.toolVersion)
  }
  json.object("snapshot") {
    json.member("kind", report.snapshot.kind)
    json.member("id", report.snapshot.id)
    json.member("ref", report.snapshot.ref)
  }
}

/// What is known of the run besides agents, checked objects and findings.
private func writeRun(_ report: Report, _ options: RenderOptions, to json: JSONWriter) {
  writeHead(report, to: json)
  let summary = report.summary
  json.object("summary") {
    json.member("agents", summary.agents)
    json.member("files", summary.files)
    json.member("documents", summary.documents)
    json.member("objects", summary.objects)
    json.object("findings") {
      json.member("error", summary.errors)
      json.member("warning", summary.warnings)
      json.member("info", summary.infos)
      json.member("suppressed", summary.suppressed)
    }
    json.array("not_checked") {
      for entry in summary.notChecked {
        json.object {
          json.member("reason", visible(json.words(entry.reason)))
          json.member("count", entry.count)
        }
      }
    }
    if summary.unevaluated > 0 { json.member("rules_not_evaluated", summary.unevaluated) }
    json.array("kubernetes_versions") {
      for version in summary.kubernetesVersions { json.value(version) }
    }
    if let seconds = options.seconds {
      json.key("seconds")
      json.value(number: decimal(seconds, digits: 3))
    }
  }
}

func write(_ agent: Report.Agent, to json: JSONWriter) {
  json.object {
    json.member("name", agent.name)
    writePath("configuration", agent.configuration, to: json)
    json.array("selections", lines: true) {
      for selection in agent.selections {
        json.object {
          json.member("project", selection.project)
          json.member("here", selection.isHere)
          json.member("default_namespace", selection.defaultNamespace)
          json.array("globs") {
            for (number, glob) in selection.globs.enumerated() {
              json.object {
                json.member("glob", glob)
                if selection.matches.indices.contains(number) {
                  json.member("files", selection.matches[number])
                }
              }
            }
          }
          if !selection.options.isEmpty {
            json.key("options")
            json.object {
              for option in selection.options { json.member(option.name, option.value) }
            }
          }
          if !selection.fluxNotes.isEmpty {
            json.array("flux") { for note in selection.fluxNotes { json.value(json.words(note)) } }
          }
          json.array("files") {
            for file in selection.files {
              json.object { writePath("path", file, to: json) }
            }
          }
          json.array("objects", lines: true) {
            for object in selection.objects {
              json.object {
                writeMembers(object.identity, to: json)
                writePath("path", object.path, to: json)
                json.member("document", object.document)
                if object.isNamespaceDefault { json.member("namespace_defaulted", true) }
              }
            }
          }
        }
      }
    }
  }
}

private func write(_ entry: Report.Checked, to json: JSONWriter) {
  json.object {
    writePath("path", entry.path, to: json)
    json.member("document", entry.document)
    if let object = entry.object { json.object("object") { writeMembers(object, to: json) } }
    if let reason = entry.notChecked { json.member("not_checked", visible(json.words(reason))) }
  }
}

func write(_ finding: Finding, to json: JSONWriter) {
  json.object { writeMembers(finding, to: json) }
}

func writeMembers(_ finding: Finding, to json: JSONWriter) {
  json.member("rule", finding.rule.id)
  json.member("severity", finding.severity.name)
  // A message is text to be shown: what is hostile in its values is made visible here, so that a
  // script may print it.
  json.member("message", visible(json.words(finding.message)))
  if !finding.path.isEmpty { writePath("path", finding.path, to: json) }
  writePosition("start", finding.start, to: json)
  writePosition("end", finding.end, to: json)
  json.member("pointer", finding.pointer)
  json.member("document", finding.document)
  if let object = finding.object { json.object("object") { writeMembers(object, to: json) } }
  if !finding.agents.isEmpty {
    json.array("agents") { for agent in finding.agents { json.value(agent) } }
  }
  if !finding.related.isEmpty {
    json.array("related") {
      for related in finding.related {
        json.object {
          writePath("path", related.path, to: json)
          writePosition("start", related.start, to: json)
          writePosition("end", related.end, to: json)
          json.member("message", visible(json.words(related.message)))
        }
      }
    }
  }
  if let fix = finding.fix {
    json.object("fix") {
      json.member("rename", fix.newName)
      json.array("edits") {
        for edit in fix.edits {
          json.object {
            json.member("start", Int(edit.range.start))
            json.member("end", Int(edit.range.end))
            json.member("replacement", edit.replacement)
          }
        }
      }
    }
  }
  json.member("fingerprint", finding.fingerprint)
  switch finding.suppressed {
  case nil: break
  case .baseline?: json.object("suppressed") { json.member("kind", "baseline") }
  case .inline(let reason)?:
    json.object("suppressed") {
      json.member("kind", "inline")
      json.member("reason", visible(reason))
    }
  }
  if let line = finding.sourceLine {
    json.member("source_line", line)
    if finding.sourceColumn > 1 { json.member("source_column", finding.sourceColumn) }
  }
}

private func writeMembers(_ object: ObjectIdentity, to json: JSONWriter) {
  json.member("apiVersion", object.apiVersion)
  json.member("kind", object.kind)
  json.member("namespace", object.namespace)
  json.member("name", object.name)
}

/// The path as text, and its bytes when they are no UTF-8 and the text therefore not exact.
private func writePath(_ name: String, _ path: [UInt8], to json: JSONWriter) {
  json.member(name, path)
  if !isUTF8(path) { json.member("\(name)_bytes", hexadecimal(path)) }
}

private func writePosition(_ name: String, _ position: SourcePosition?, to json: JSONWriter) {
  guard let position else { return }
  json.object(name) {
    json.member("line", position.line)
    json.member("column", position.column)
    json.member("offset", position.offset)
  }
}
