public import YAML

extension Finding {
  /// A diagnostic with its lines and columns worked out, still without a path.
  public init(_ diagnostic: Diagnostic, lines: LineIndex, path: [UInt8] = []) {
    self.init(
      diagnostic.rule, severity: diagnostic.severity, diagnostic.message, path: path,
      start: lines.position(of: diagnostic.range.start),
      end: lines.position(of: diagnostic.range.end))
    pointer = diagnostic.pointer
    document = diagnostic.document
    fix = diagnostic.fix
    related = diagnostic.related.map {
      Related(
        path: path, start: lines.position(of: $0.range.start),
        end: lines.position(of: $0.range.end), message: $0.message)
    }
    keepLine(of: lines)
  }
}
