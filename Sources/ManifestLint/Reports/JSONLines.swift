/// The record's findings, each a line of its own: for editors and for tools that read as it comes.
func writeJSONLines(_ report: Report, to output: Output) {
  for finding in report.findings { write(finding, to: JSONWriter(output)) }
}
