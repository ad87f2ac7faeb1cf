import Kubernetes
import YAML

@testable import ManifestLint

extension Target {
  /// A record with the input's parts in every text that comes from a repository, in every format.
  static let reports = Target(
    name: "reports",
    seeds: {
      [
        "a/b.yaml\0message \u{1B}[1m \u{202E}\0name\0<a href='x'>&amp;]]>\0line",
        "::error::x%0A\0\r\n\0`|*_\0",
        "\u{FFFE}\0\u{E0001}\0ok 1 - x\n1..9\0---\n...\0\"\\\"\u{2028}",
      ].map { Array($0.utf8) } + [[0xFF, 0xC0, 0x80, 0, 0xED, 0xA0, 0x80, 0, 0x0B, 0, 0x9F]]
    }
  ) { input in
    let fields = parts(input, 6)
    let text = fields.map { String(decoding: $0, as: UTF8.self) }
    let path = fields[0].isEmpty ? [0x61] : fields[0]
    let identity = ObjectIdentity(
      apiVersion: text[1], kind: text[2], namespace: text[3], name: text[4])
    var finding = Finding(
      AgentRules.all[input.count % AgentRules.all.count],
      "the value \(text[1]) is not \(text[2])", path: path,
      start: SourcePosition(line: 1, column: 2, offset: 1),
      end: SourcePosition(line: 1, column: 4, offset: 3))
    finding.pointer = "/" + text[3]
    finding.document = 0
    finding.object = identity
    finding.agents = [text[2]]
    finding.sourceLine = fields[5]
    finding.related = [.init(path: fields[4], message: "see \(text[5])")]
    finding.fix = Diagnostic.Fix(edits: [
      .init(range: SourceRange(start: 1, end: 3), replacement: text[5])
    ])
    var silenced = finding
    silenced.severity = .warning
    silenced.suppressed = .inline(reason: text[4])
    let general = Finding(
      GitRules.all[0], severity: .info, "all of \(text[5])", path: fields[3])
    var report = Report(
      toolVersion: "0", snapshot: .init(kind: "push", id: nil, ref: text[2]),
      agents: [
        .init(
          name: text[2], configuration: path,
          selections: [
            .init(
              project: text[3], globs: [text[4]], isHere: true, files: [path],
              objects: [.init(identity: identity, path: path, document: 0, pointer: text[3])],
              matches: [1], defaultNamespace: text[5])
          ])
      ],
      checked: [
        .init(path: path, document: 0, object: identity, pointer: text[3], generateName: text[4]),
        .init(path: path, document: 1, object: identity, notChecked: "not \(text[1])"),
        .init(path: fields[4]),
      ],
      findings: [finding, silenced, general])
    report.finish()
    var options = RenderOptions()
    options.rulePages = "https://example.com/rules"
    options.blobPages = "https://example.com/blob"
    for format in ReportFormat.allCases {
      checkForm(render(report, as: format, options: options), format)
    }
    let lines = render(report, as: .text).count { $0 == 0x0A }
    require(lines == 2, "text has \(lines) lines for two findings that count")
  }
}

/// Reads a report again, as strictly as its readers may.
func checkForm(_ bytes: [UInt8], _ format: ReportFormat) {
  guard let text = String(validating: bytes, as: UTF8.self) else {
    fatalError("\(format) is no UTF-8")
  }
  for scalar in text.unicodeScalars where scalar.isHidden && scalar != "\n" {
    fatalError("\(format) has the character \(scalar.value)")
  }
  let lines = text.split(separator: "\n")
  switch format {
  case .json, .sarif, .codequality, .rdjson:
    do throws(RecordValue.Failure) { _ = try RecordValue(parsing: bytes) } catch {
      fatalError("\(format): \(error)")
    }
  case .jsonl:
    for line in lines {
      require((try? RecordValue(parsing: Array(line.utf8))) != nil, "\(line)")
    }
  case .junit, .checkstyle, .html:
    var scanner = MarkupScanner(text, isHTML: format == .html)
    if let problem = scanner.problem() { fatalError("\(format): \(problem)") }
  case .github:
    for line in lines {
      require(
        line.hasPrefix("::error ") || line.hasPrefix("::warning ") || line.hasPrefix("::notice ")
          || line.hasPrefix("::error::") || line.hasPrefix("::warning::")
          || line.hasPrefix("::notice::"), "\(line)")
    }
  case .tap:
    let tests = lines.count { $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") }
    require(lines.count { $0.hasPrefix("1..") } == 1 && lines.contains("1..\(tests)"))
  case .text, .full, .markdown: break
  }
}

/// Whether elements are closed in order, attributes quoted and references known. Goes by bytes.
struct MarkupScanner {
  private let bytes: [UInt8]
  private var position = 0
  private let isHTML: Bool

  init(_ text: String, isHTML: Bool) {
    bytes = Array(text.utf8)
    self.isHTML = isHTML
  }

  private var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private func isAhead(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  /// Moves behind the next `text`; what stands before it, or nil when there is none.
  private mutating func skip(past text: String) -> String? {
    let start = position
    while position < bytes.count {
      if isAhead(text) {
        defer { position += text.utf8.count }
        return String(decoding: bytes[start..<position], as: UTF8.self)
      }
      position += 1
    }
    return nil
  }

  private mutating func name() -> String {
    let start = position
    while byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x3A
      || byte == 0x2D || byte == 0x5F
    { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  mutating func problem() -> String? {
    var open: [String] = []
    while position < bytes.count {
      defer { if position < bytes.count, byte != 0x3C, byte != 0x26 { position += 1 } }
      if byte == 0x26 {
        position += 1
        guard let name = skip(past: ";") else { return "an open reference" }
        guard ["amp", "lt", "gt", "quot", "apos"].contains(name) || name.hasPrefix("#") else {
          return "the reference \(name.prefix(40))"
        }
        position -= 1
        continue
      }
      guard byte == 0x3C else { continue }
      if isAhead("<?") || isAhead("<!") {
        guard skip(past: ">") != nil else { return "an open declaration" }
        position -= 1
        continue
      }
      position += 1
      let closes = byte == 0x2F
      if closes { position += 1 }
      let name = name()
      guard !name.isEmpty else { return "a bare <" }
      var isVoid = isHTML && ["meta", "br", "link", "hr", "img", "wbr", "input"].contains(name)
      while true {
        while byte == 0x20 || byte == 0x0A { position += 1 }
        if isAhead("/>") {
          isVoid = true
          position += 1
          break
        }
        if byte == 0x3E { break }
        let key = self.name()
        guard !key.isEmpty, !closes else { return "a bad attribute in \(name)" }
        guard byte == 0x3D else {
          if isHTML { continue }
          return "an attribute without value in \(name)"
        }
        position += 1
        guard byte == 0x22 || byte == 0x27 else { return "no quote in \(name)" }
        let quote = byte == 0x22 ? "\"" : "'"
        position += 1
        guard let value = skip(past: quote) else { return "an open value in \(name)" }
        if value.utf8.contains(0x3C) { return "< in a value of \(name)" }
      }
      if closes {
        guard open.popLast() == name else { return "</\(name)> closes something else" }
      } else if isHTML, name == "style" {
        guard skip(past: "</style>") != nil else { return "an open style" }
        position -= 1
      } else if !isVoid {
        open.append(name)
      }
    }
    return open.isEmpty ? nil : "\(open) is not closed"
  }
}
