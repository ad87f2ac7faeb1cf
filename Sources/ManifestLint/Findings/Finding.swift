public import Kubernetes
public import YAML

/// One thing wrong, placed in a repository. The record behind every report (interface.md, Records).
public struct Finding: Sendable {
  public var rule: Rule
  public var severity: Severity
  public var message: Message
  /// Relative to the repository's root, exact bytes; empty when the finding is about no file.
  public var path: [UInt8]
  /// First character and one past the last; nil when there is no place in a file's text.
  public var start: SourcePosition?
  public var end: SourcePosition?
  public var pointer: String?
  public var document: Int?
  public var object: ObjectIdentity?
  /// The agents that it concerns, sorted.
  public var agents: [String] = []
  public var related: [Related] = []
  public var fix: Diagnostic.Fix?
  /// Survives line shifts: a hash of rule, path, anchor and the message's template, never of the
  /// line. Unique within a report. Set by `Report`.
  public var fingerprint = ""
  /// Why the finding does not count, when it was suppressed.
  public var suppressed: Suppression?
  /// The line of `start`, without its line end, for reports that show it; of a very long line only
  /// the part around the place, and then with its column. `keepLine` sets both.
  public var sourceLine: [UInt8]?
  /// The column of the first character of `sourceLine`: 1 unless it is a part of its line.
  public var sourceColumn = 1

  public struct Related: Sendable {
    public var path: [UInt8]
    public var start: SourcePosition?
    public var end: SourcePosition?
    public var message: Message

    public init(
      path: [UInt8], start: SourcePosition? = nil, end: SourcePosition? = nil, message: Message
    ) {
      self.path = path
      self.start = start
      self.end = end
      self.message = message
    }
  }

  public enum Suppression: Sendable, Hashable {
    /// A comment in the file, with its reason.
    case inline(reason: String)
    /// Listed in the baseline.
    case baseline
  }

  public init(
    _ rule: Rule, severity: Severity? = nil, _ message: Message, path: [UInt8] = [],
    start: SourcePosition? = nil, end: SourcePosition? = nil
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.message = message
    self.path = path
    self.start = start
    self.end = end
  }

  /// Bytes of a line that are kept before and after the place of the finding. Files of one line
  /// exist; a line must not be kept whole for each of its findings.
  static let keptBefore = 200
  static let keptAfter = 600

  /// Takes the line of `start` over from the source that the positions belong to.
  public mutating func keepLine(of lines: LineIndex) {
    guard let start else { return }
    let line = lines.line(start.line)
    // Slices keep the numbering of their source, so this is where the finding begins.
    let place = min(max(start.offset, line.startIndex), line.endIndex)
    var first = max(line.startIndex, place - Self.keptBefore)
    while first < place, first > line.startIndex, line[first] & 0xC0 == 0x80 { first += 1 }
    var last = min(line.endIndex, place + Self.keptAfter)
    while last > place, last < line.endIndex, line[last] & 0xC0 == 0x80 { last -= 1 }
    sourceLine = Array(line[first..<last])
    sourceColumn = 1
    if first > line.startIndex {
      let between = line[first..<place].count { $0 & 0xC0 != 0x80 }
      sourceColumn = max(1, start.column - between)
    }
  }
}
