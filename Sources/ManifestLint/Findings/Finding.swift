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
  /// The line of `start`, without its line end, for reports that show it.
  public var sourceLine: [UInt8]?

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
}
