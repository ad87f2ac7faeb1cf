import Kubernetes
import ManifestLint
import YAML

/// The records that every format is tried on.
enum Sample: CaseIterable {
  case ordinary, empty, hostile

  var report: Report {
    switch self {
    case .ordinary: Samples.ordinary
    case .empty: Samples.empty
    case .hostile: Samples.hostile
    }
  }
}

/// Records that the tests of all formats share.
enum Samples {
  static let unknownField = Rule(
    "agent/unknown-field", .error, "Unknown key in an agent configuration file",
    why: "kas drops the key.", remedy: "Correct its spelling.",
    bad: "gitops:\n  manifest_project: []\n", good: "gitops:\n  manifest_projects: []\n",
    source: "sample")
  static let type = Rule(
    "manifest/type", .error, "The value has the wrong type", why: "The server refuses it.",
    remedy: "Write a value of the type named.", source: "sample")
  static let noAgent = Rule(
    "agent/none", .info, "No agent is configured", why: "Nothing is checked.",
    remedy: "Add .gitlab/agents/NAME/config.yaml.", source: "sample")

  /// The two findings of one agent's repository: one in its configuration (a path with a blank),
  /// one in a manifest.
  static var ordinary: Report {
    var unknown = Finding(
      unknownField,
      "unknown key \"\("manifest_project")\"; did you mean \"\("manifest_projects")\"?",
      path: Array(".gitlab/agents/prod eu/config.yaml".utf8),
      start: SourcePosition(line: 2, column: 3, offset: 10),
      end: SourcePosition(line: 2, column: 19, offset: 26))
    unknown.pointer = "/gitops/manifest_project"
    unknown.document = 0
    unknown.agents = ["prod eu"]
    unknown.keepLine("  manifest_project: []")
    unknown.fix = Diagnostic.Fix(edits: [
      Diagnostic.Fix.Edit(
        range: SourceRange(start: 10, end: 26), replacement: "manifest_projects")
    ])

    var type = Finding(
      type, severity: .warning, "spec.replicas: expected integer, got \("string")",
      path: Array("manifests/web.yaml".utf8),
      start: SourcePosition(line: 14, column: 13, offset: 200),
      end: SourcePosition(line: 14, column: 18, offset: 205))
    type.pointer = "/spec/replicas"
    type.document = 0
    type.object = web
    type.keepLine("  replicas: \"two\"")
    type.related = [
      Finding.Related(
        path: Array("manifests/crd.yaml".utf8),
        start: SourcePosition(line: 3, column: 1, offset: 30), message: "declared here")
    ]

    var known = type
    known.message = "spec.paused: expected boolean, got \("string")"
    known.pointer = "/spec/paused"
    known.suppressed = .inline(reason: "legacy chart, see issue 12")

    var report = Report(
      toolVersion: "0.1.0",
      snapshot: Report.Snapshot(
        kind: "commit", id: "4ec19243b234720c8c713205a04f52ca7c974b79"),
      agents: [
        Report.Agent(
          name: "prod eu", configuration: Array(".gitlab/agents/prod eu/config.yaml".utf8),
          selections: [
            Report.Agent.Selection(
              project: "group/project", globs: ["/manifests/**/*.yaml"], isHere: true,
              files: [Array("manifests/crd.yaml".utf8), Array("manifests/web.yaml".utf8)],
              objects: [
                Report.PlannedObject(
                  identity: widget, path: Array("manifests/crd.yaml".utf8), document: 0),
                Report.PlannedObject(
                  identity: web, path: Array("manifests/web.yaml".utf8), document: 0),
              ]),
            Report.Agent.Selection(
              project: "group/other", globs: ["/**/*.yaml"], isHere: false, files: [],
              objects: []),
          ])
      ],
      checked: [
        Report.Checked(path: Array("manifests/web.yaml".utf8), document: 0, object: web),
        Report.Checked(
          path: Array("manifests/crd.yaml".utf8), document: 0, object: widget,
          notChecked: "no schema"),
        Report.Checked(path: Array(".gitlab/agents/prod eu/config.yaml".utf8)),
      ],
      findings: [type, unknown, known])
    report.summary.files = 3
    report.summary.documents = 3
    report.summary.objects = 2
    report.summary.kubernetesVersions = ["1.36"]
    report.finish()
    return report
  }

  static let web = ObjectIdentity(
    apiVersion: "apps/v1", kind: "Deployment", namespace: "default", name: "web")
  static let widget = ObjectIdentity(
    apiVersion: "example.com/v1", kind: "Widget", namespace: "shop", name: "w1")

  static var empty: Report {
    var report = Report(toolVersion: "0.1.0", snapshot: Report.Snapshot(kind: "worktree"))
    report.finish()
    return report
  }

  /// Everything that some format has a meaning for, in every text that comes from a repository.
  static let hostileText =
    "a b#c%d:e,f\"g'h<i>&j\\k|l`m*n_[o](p)\n::error::q\r\u{1B}[31mr\u{0}s\u{202E}t\u{85}u\u{2028}"
    + "v\u{FEFF}w\u{FFFF}x\u{1F600}y]]>z--><script>alert(1)</script>\u{E0041}{0}é"

  static var hostile: Report {
    // Invalid UTF-8: a stray continuation, an overlong form, a surrogate, a cut sequence.
    let invalid: [UInt8] = [0x80, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xF0, 0x9F]
    let path = Array(hostileText.utf8) + invalid
    let object = ObjectIdentity(
      apiVersion: hostileText, kind: hostileText, namespace: hostileText, name: hostileText)
    var finding = Finding(
      type, "value \(hostileText) is wrong", path: path,
      start: SourcePosition(line: 1, column: 3, offset: 2),
      end: SourcePosition(line: 2, column: 1, offset: 40))
    finding.keepLine(path)
    finding.pointer = "/" + hostileText
    finding.document = 0
    finding.object = object
    finding.agents = [hostileText]
    finding.related = [Finding.Related(path: path, message: "see \(hostileText)")]
    finding.fix = Diagnostic.Fix(edits: [
      Diagnostic.Fix.Edit(range: SourceRange(start: 2, end: 40), replacement: hostileText)
    ])
    var suppressed = finding
    suppressed.suppressed = .inline(reason: hostileText)
    let planned = Report.PlannedObject(identity: object, path: path, document: 0)
    var report = Report(
      toolVersion: "0.1.0", snapshot: Report.Snapshot(kind: "push", id: "1", ref: hostileText),
      agents: [
        Report.Agent(
          name: hostileText, configuration: path,
          selections: [
            Report.Agent.Selection(
              project: hostileText, globs: [hostileText], isHere: true, files: [path],
              objects: [planned])
          ])
      ],
      checked: [
        Report.Checked(path: path, document: 0, object: object),
        Report.Checked(path: path, document: 1, object: object, notChecked: "\(hostileText)"),
      ],
      findings: [finding, finding, suppressed, Finding(noAgent, "no agent \(hostileText)")])
    report.finish()
    return report
  }

  /// Many findings, `perFile` in each file.
  static func large(_ count: Int, perFile: Int = 100) -> Report {
    var report = Report(toolVersion: "0.1.0", snapshot: Report.Snapshot(kind: "worktree"))
    for number in 0..<count {
      var finding = Finding(
        number % 3 == 0 ? unknownField : number % 3 == 1 ? type : noAgent,
        "spec.replicas: expected integer, got \(number)",
        path: Array("manifests/\(number / perFile).yaml".utf8),
        start: SourcePosition(line: number % perFile + 1, column: 3, offset: number % perFile * 20),
        end: SourcePosition(
          line: number % perFile + 1, column: 9, offset: number % perFile * 20 + 6))
      finding.document = number % perFile / 10
      finding.keepLine("  replicas: \"two\"")
      report.findings.append(finding)
      if number % 10 == 0 {
        report.checked.append(
          Report.Checked(path: finding.path, document: finding.document, object: web))
      }
    }
    report.finish()
    return report
  }

  static func text(
    _ report: Report, _ format: ReportFormat, _ options: RenderOptions = RenderOptions()
  ) -> String {
    String(decoding: render(report, as: format, options: options), as: UTF8.self)
  }
}

extension Finding {
  /// Keeps `text` as the line of the finding's place.
  mutating func keepLine(_ text: String) { keepLine(Array(text.utf8)) }

  mutating func keepLine(_ text: [UInt8]) {
    guard let place = start else { return }
    // A source in which that line begins where the position says.
    var index = 0
    var column = 1
    if place.line == 1, text.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while column < place.column, index < text.count {
      index += 1
      while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
      column += 1
    }
    let lines = [UInt8](repeating: 0x0A, count: place.line - 1)
    let least = lines.count + index
    if place.offset < least { start?.offset = least }
    let before = [UInt8](repeating: 0x20, count: max(place.offset, least) - least)
    keepLine(of: LineIndex(before + lines + text))
  }
}
