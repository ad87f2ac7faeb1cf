import YAML

/// Checkstyle's XML, which Jenkins, reviewdog and many editors read.
func writeCheckstyle(_ report: Report, to output: Output) {
  let xml = XMLWriter(output)
  xml.element("checkstyle", [("version", Array("4.3".utf8))]) {
    report.forEachFile { _, range in
      let open = report.findings[range].lazy.filter { $0.suppressed == nil }
      guard let first = open.first else { return }
      xml.element("file", [("name", first.pathOrRoot)]) {
        for finding in open {
          xml.element(
            "error",
            [
              ("line", Array("\(finding.start?.line ?? 1)".utf8)),
              ("column", Array("\(finding.start?.column ?? 1)".utf8)),
              ("severity", Array(finding.severity.name.utf8)),
              ("message", output.words(finding.message)),
              ("source", Array("\(toolName).\(finding.rule.id)".utf8)),
            ])
        }
      }
    }
  }
}
