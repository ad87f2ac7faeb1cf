import Kubernetes
import YAML

/// What GitLab takes of a SARIF report; it drops results and refuses reports beyond these.
private enum SARIFLimits {
  /// A run's results.
  static let results = 5_000
  /// UTF-16 units of a text.
  static let text = 1_024
}

/// SARIF 2.1.0, for GitLab's and GitHub's security views and for editors.
///
/// Paths are relative to `%SRCROOT%`, which is left undefined: a hook must not tell where on the
/// server the repository lies.
func writeSARIF(_ report: Report, _ options: RenderOptions, to output: Output) {
  let rules = report.rulesFound { _ in true }
  var ruleIndex: [Rule: Int] = [:]
  for (index, rule) in rules.enumerated() { ruleIndex[rule] = index }
  var quota = FindingQuota(SARIFLimits.results, of: report)

  let json = JSONWriter(output)
  json.object(lines: true) {
    json.member(
      "$schema",
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    json.member("version", "2.1.0")
    json.array("runs") {
      json.object(lines: true) {
        json.object("tool") {
          json.object("driver", lines: true) {
            json.member("name", toolName)
            json.member("version", report.toolVersion)
            json.array("rules", lines: true) {
              for rule in rules { write(rule, options, to: json) }
            }
          }
        }
        // The category under which GitHub keeps runs apart.
        json.object("automationDetails") { json.member("id", "\(toolName)/") }
        if report.snapshot.kind == "commit", let page = options.repositoryPage {
          json.array("versionControlProvenance") {
            json.object {
              json.member("repositoryUri", page)
              json.member("revisionId", report.snapshot.id)
              json.member("branch", options.branch)
              json.object("mappedTo") { json.member("uriBaseId", "%SRCROOT%") }
            }
          }
        }
        // Code points: what our columns count.
        json.member("columnKind", "unicodeCodePoints")
        json.array("invocations") { writeInvocation(report, omitted: quota.omitted, to: json) }
        json.array("results", lines: true) {
          for finding in report.findings where quota.passes(finding) {
            write(finding, ruleIndex: ruleIndex[finding.rule] ?? 0, to: json)
          }
        }
        json.object("properties") {
          json.member("snapshot", report.snapshot.kind)
          json.member("revision", report.snapshot.id)
          json.array("kubernetesVersions") {
            for version in report.summary.kubernetesVersions { json.value(version) }
          }
        }
      }
    }
  }
}

private func write(_ rule: Rule, _ options: RenderOptions, to json: JSONWriter) {
  json.object {
    json.member("id", rule.id)
    json.member("name", identifier(of: rule))
    json.object("shortDescription") { json.member("text", shortened(json.words(rule, \.title))) }
    json.object("fullDescription") { json.member("text", shortened(json.words(rule, \.why))) }
    json.object("help") { json.member("text", shortened(json.words(rule, \.remedy))) }
    json.member("helpUri", pageURL(of: rule, base: options.rulePages))
    json.object("defaultConfiguration") { json.member("level", rule.severity.sarifLevel) }
    json.object("properties") {
      json.array("tags") { json.value(String(rule.category)) }
    }
  }
}

/// `agent/unknown-field` → `AgentUnknownField`.
private func identifier(of rule: Rule) -> String {
  rule.id.split { $0 == "/" || $0 == "-" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    .joined()
}

private func writeInvocation(_ report: Report, omitted: Int, to json: JSONWriter) {
  json.object {
    // Findings are no failure; a run that failed writes no report.
    json.member("executionSuccessful", true)
    var notifications = report.summary.notChecked.filter { $0.count > 0 }.map {
      entry -> (level: String, text: Message) in
      let objects = Message.objects(entry.count)
      return (level: "warning", text: "\(objects) not checked: \(entry.reason)")
    }
    if omitted > 0 {
      notifications.append(
        (
          level: "warning",
          text:
            "\(Message.results(omitted)) left out, the least severe ones: readers take \(SARIFLimits.results) a run"
        ))
    }
    guard !notifications.isEmpty else { return }
    json.array("toolExecutionNotifications") {
      for notification in notifications {
        json.object {
          json.member("level", notification.level)
          json.object("message") { json.member("text", shortened(json.words(notification.text))) }
        }
      }
    }
  }
}

private func write(_ finding: Finding, ruleIndex: Int, to json: JSONWriter) {
  json.object {
    json.member("ruleId", finding.rule.id)
    json.member("ruleIndex", ruleIndex)
    json.member("level", finding.severity.sarifLevel)
    json.object("message") { json.member("text", shortened(json.words(finding.message))) }
    json.array("locations") {
      json.object {
        writePhysicalLocation(finding.pathOrRoot, finding.start, finding.end, to: json)
        writeLogicalLocation(of: finding, to: json)
      }
    }
    if !finding.related.isEmpty {
      json.array("relatedLocations") {
        for related in finding.related {
          json.object {
            writePhysicalLocation(related.path, related.start, related.end, to: json)
            json.object("message") { json.member("text", shortened(json.words(related.message))) }
          }
        }
      }
    }
    json.object("partialFingerprints") {
      json.member("manifestLint/v\(fingerprintVersion)", finding.fingerprint)
    }
    switch finding.suppressed {
    case nil: break
    case .baseline?:
      json.array("suppressions") { json.object { json.member("kind", "external") } }
    case .inline(let reason)?:
      json.array("suppressions") {
        json.object {
          json.member("kind", "inSource")
          json.member("justification", shortened(reason))
        }
      }
    }
    if let fix = finding.fix, !fix.edits.isEmpty { write(fix, of: finding, to: json) }
  }
}

private func writePhysicalLocation(
  _ path: [UInt8], _ start: SourcePosition?, _ end: SourcePosition?, to json: JSONWriter
) {
  json.object("physicalLocation") {
    writeArtifactLocation(path, to: json)
    json.object("region") {
      // GitLab tells results apart by rule, file and lines: there is always a line.
      json.member("startLine", start?.line ?? 1)
      json.member("startColumn", start?.column)
      guard start != nil, let end else { return }
      json.member("endLine", end.line)
      json.member("endColumn", end.column)
    }
  }
}

private func writeArtifactLocation(_ path: [UInt8], to json: JSONWriter) {
  json.object("artifactLocation") {
    json.member("uri", percentEncoded(path))
    // An absolute path, as `manifests /tmp/x.yaml` has it, is relative to nothing.
    if path.first != UInt8(ascii: "/") { json.member("uriBaseId", "%SRCROOT%") }
  }
}

private func writeLogicalLocation(of finding: Finding, to json: JSONWriter) {
  let place = placeInDocument(finding)
  guard !place.isEmpty else { return }
  json.array("logicalLocations") {
    json.object {
      json.member("fullyQualifiedName", visible(place))
      json.member("kind", finding.pointer.map { $0.isEmpty } == false ? "member" : "object")
    }
  }
}

private func write(_ fix: Diagnostic.Fix, of finding: Finding, to json: JSONWriter) {
  json.array("fixes") {
    json.object {
      json.object("description") {
        json.member("text", shortened(json.words(finding.rule, \.remedy)))
      }
      json.array("artifactChanges") {
        json.object {
          writeArtifactLocation(finding.pathOrRoot, to: json)
          json.array("replacements") {
            for edit in fix.edits {
              json.object {
                json.object("deletedRegion") {
                  let (start, end) = (Int(edit.range.start), Int(edit.range.end))
                  if let start = finding.position(of: start), let end = finding.position(of: end) {
                    json.member("startLine", start.line)
                    json.member("startColumn", start.column)
                    json.member("endLine", end.line)
                    json.member("endColumn", end.column)
                  }
                  json.member("byteOffset", start)
                  json.member("byteLength", end - start)
                }
                json.object("insertedContent") { json.member("text", edit.replacement) }
              }
            }
          }
        }
      }
    }
  }
}

/// Text made visible and cut to what readers take.
private func shortened(_ text: String) -> [UInt8] { shortened(Array(text.utf8)) }

private func shortened(_ text: [UInt8]) -> [UInt8] {
  let shown = visible(text)
  // A byte is at least one unit's worth, so short texts need no counting.
  guard shown.count > SARIFLimits.text else { return shown }
  var units = 0
  var index = 0
  var end = 0
  while index < shown.count {
    guard let scalar = nextScalar(shown, &index) else { continue }
    units += scalar.value > 0xFFFF ? 2 : 1
    if units > SARIFLimits.text { return shown[..<end] + Array("…".utf8) }
    // One unit is kept for the ellipsis.
    if units < SARIFLimits.text { end = index }
  }
  return shown
}

extension Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
