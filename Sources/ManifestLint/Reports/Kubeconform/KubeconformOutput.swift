import YAML

/// Writes a report of manifests in the shapes of kubeconform, so that what reads that tool's output
/// goes on to work.
///
/// - Returns: whether that tool would exit with 0.
public func renderAsKubeconform(
  _ report: Report, options: KubeconformOptions, to sink: @escaping (ArraySlice<UInt8>) -> Void
) -> Bool {
  var results = report.kubeconformResults(options)
  if options.exitsOnError,
    let first = results.firstIndex(where: { $0.status == .error || $0.status == .invalid })
  {
    results.removeSubrange((first + 1)...)
  }
  let output = Output(in: nil, sink)
  let writer = KubeconformWriter(results: results, options: options, output: output)
  switch options.format {
  case .text: writer.text()
  case .pretty: writer.pretty()
  case .tap: writer.tap()
  case .json: writer.json()
  case .junit: writer.junit()
  }
  output.flush()
  return !results.contains { $0.status == .error || $0.status == .invalid }
}

private struct KubeconformWriter {
  let results: [KubeconformResult]
  let options: KubeconformOptions
  let output: Output

  private func count(_ status: KubeconformResult.Status) -> Int {
    results.count { $0.status == status }
  }

  private func line(_ path: [UInt8], _ text: String) {
    output.write(visible(path))
    output.write(visible(text))
    output.write("\n")
  }

  // MARK: Lines

  func text() {
    for result in results {
      let subject = "\(result.kind) \(result.name)"
      switch result.status {
      case .valid:
        if options.isVerbose { line(result.path, " - \(subject) is valid") }
      case .invalid: line(result.path, " - \(subject) is invalid: \(result.message)")
      case .error:
        let isNamed = !result.kind.isEmpty && !result.name.isEmpty
        line(
          result.path,
          " - \(isNamed ? subject + " " : "")failed validation: \(result.message)")
      case .skipped:
        // The name stands before the kind here.
        if options.isVerbose { line(result.path, " - \(result.name) \(result.kind) skipped") }
      case .empty: break
      }
    }
    summary()
  }

  func pretty() {
    let (green, red, yellow, plain) = ("\u{1B}[32m", "\u{1B}[31m", "\u{1B}[33m", "\u{1B}[0m")
    func line(_ color: String, _ mark: String, _ result: KubeconformResult, _ text: String) {
      output.write("\(color)\(mark)\(plain) ")
      output.write(visible(result.path))
      output.write(": \(color)")
      output.write(visible(text))
      output.write("\(plain)\n")
    }
    for result in results {
      let subject = "\(result.kind) \(result.name)"
      switch result.status {
      case .valid:
        if options.isVerbose { line(green, "\u{2714}", result, "\(subject) is valid") }
      case .invalid: line(red, "\u{2716}", result, "\(subject) is invalid: \(result.message)")
      case .error:
        line(red, "\u{2716}", result, "\(subject) failed validation: \(result.message)")
      case .skipped:
        if options.isVerbose { line(yellow, "-", result, "\(subject) skipped") }
      case .empty: break
      }
    }
    summary()
  }

  private func summary() {
    guard options.hasSummary else { return }
    let resources = results.count { $0.status != .empty }
    let files = Set(results.map(\.path)).count
    let place =
      options.readsStandardInput
      ? "parsing stdin" : "in \(files) file\(files > 1 ? "s" : "")"
    output.write(
      "Summary: \(resources) resource\(resources > 1 ? "s" : "") found \(place) - Valid: \(count(.valid)), Invalid: \(count(.invalid)), Errors: \(count(.error)), Skipped: \(count(.skipped))\n"
    )
  }

  func tap() {
    for (index, result) in results.enumerated() {
      if index == 0 { output.write("TAP version 13\n") }
      let isGood = result.status != .invalid && result.status != .error
      let name =
        "\(result.apiVersion)/\(result.kind)/\(result.namespace)/\(result.name)"
      output.write("\(isGood ? "ok" : "not ok") \(index + 1) - ")
      let text =
        switch result.status {
        case .valid: " (\(name))"
        case .invalid: " (\(name)): \(result.message)"
        case .empty: " (empty)"
        case .error: ": \(result.message)"
        case .skipped: " (\(name)) # skip"
        }
      line(result.path, text)
    }
    output.write("1..\(results.count)\n")
  }

  // MARK: Documents

  /// As encoding/json's MarshalIndent lays it out.
  func json() {
    let shown = results.filter {
      options.isVerbose || $0.status == .invalid || $0.status == .error
    }
    output.write("{\n  \"resources\": [")
    for (index, result) in shown.enumerated() {
      output.write(index == 0 ? "\n    {\n" : ",\n    {\n")
      var members: [(String, [UInt8])] = [
        ("filename", result.path), ("kind", Array(result.kind.utf8)),
        ("name", Array(result.name.utf8)), ("version", Array(result.apiVersion.utf8)),
        ("status", Array(result.status.rawValue.utf8)), ("msg", Array(result.message.utf8)),
      ]
      let last = members.removeLast()
      for (name, value) in members { member(name, value, indent: 6, ",\n") }
      member(last.0, last.1, indent: 6, result.errors.isEmpty ? "\n" : ",\n")
      if !result.errors.isEmpty {
        output.write("      \"validationErrors\": [")
        for (index, error) in result.errors.enumerated() {
          output.write(index == 0 ? "\n        {\n" : ",\n        {\n")
          member("path", Array(error.pointer.utf8), indent: 10, ",\n")
          member("msg", Array(error.message.utf8), indent: 10, "\n")
          output.write("        }")
        }
        output.write("\n      ]\n")
      }
      output.write("    }")
    }
    output.write(shown.isEmpty ? "]" : "\n  ]")
    if options.hasSummary {
      output.write(
        ",\n  \"summary\": {\n    \"valid\": \(count(.valid)),\n    \"invalid\": \(count(.invalid)),\n    \"errors\": \(count(.error)),\n    \"skipped\": \(count(.skipped))\n  }"
      )
    }
    output.write("\n}\n")
  }

  private func member(_ name: String, _ value: [UInt8], indent: Int, _ end: String) {
    output.write(String(repeating: " ", count: indent) + "\"\(name)\": \"")
    output.write(Self.escaped(value))
    output.write("\"" + end)
  }

  /// With the characters escaped that Go's encoder escapes for the sake of HTML.
  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in String(decoding: bytes, as: UTF8.self).utf8 {
      switch byte {
      case 0x22, 0x5C: result += [0x5C, byte]
      case 0x0A: result += "\\n".utf8
      case 0x0D: result += "\\r".utf8
      case 0x09: result += "\\t".utf8
      case ..<0x20, 0x26, 0x3C, 0x3E, 0x7F:
        result += "\\u00".utf8
        result += [hexadecimalDigit(byte >> 4), hexadecimalDigit(byte & 15)]
      default: result.append(byte)
      }
    }
    return result
  }

  func junit() {
    let xml = XMLWriter(output)
    func number(_ count: Int) -> [UInt8] { Array(String(count).utf8) }
    var suites: [(path: [UInt8], results: [KubeconformResult])] = []
    for result in results {
      if suites.last?.path != result.path { suites.append((result.path, [])) }
      if result.status != .empty { suites[suites.count - 1].results.append(result) }
    }
    xml.element(
      "testsuites",
      [
        ("name", Array("kubeconform".utf8)), ("time", number(0)),
        ("tests", number(results.count { $0.status != .empty })),
        ("failures", number(count(.invalid))), ("disabled", number(count(.skipped))),
        ("errors", number(count(.error))),
      ]
    ) {
      for (index, suite) in suites.enumerated() {
        func count(_ status: KubeconformResult.Status) -> [UInt8] {
          number(suite.results.count { $0.status == status })
        }
        xml.element(
          "testsuite",
          [
            ("name", suite.path), ("id", number(index + 1)),
            ("tests", number(suite.results.count)), ("failures", count(.invalid)),
            ("errors", count(.error)), ("disabled", number(0)), ("skipped", count(.skipped)),
          ]
        ) {
          for result in suite.results { testCase(result, xml) }
        }
      }
    }
  }

  private func testCase(_ result: KubeconformResult, _ xml: XMLWriter) {
    let name =
      result.namespace.isEmpty ? result.name : "\(result.namespace)/\(result.name)"
    let attributes: XMLWriter.Attributes = [
      ("name", Array(name.utf8)),
      ("classname", Array("\(result.kind)@\(result.apiVersion)".utf8)),
    ]
    let message: XMLWriter.Attributes = [("message", Array(result.message.utf8))]
    switch result.status {
    case .valid, .empty: xml.element("testcase", attributes)
    case .skipped: xml.element("testcase", attributes) { xml.element("skipped", message) }
    case .invalid:
      xml.element("testcase", attributes) { xml.element("failure", message + [("type", [])]) }
    case .error:
      xml.element("testcase", attributes) { xml.element("error", message + [("type", [])]) }
    }
  }
}
