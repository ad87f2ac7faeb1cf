/// One thing wrong in one file: a rule, a place in bytes and a message. It knows no path; a
/// `Finding` (in ManifestLint) is a diagnostic placed in a repository.
public struct Diagnostic: Sendable {
  public var rule: Rule
  public var severity: Severity
  public var message: Message
  public var range: SourceRange
  /// JSON pointer (RFC 6901) from the document's root, when there is a node.
  public var pointer: String?
  /// Counts the documents of the file from 0.
  public var document: Int?
  /// Other places of the same file that explain this one.
  public var related: [Related]
  public var fix: Fix?

  public struct Related: Sendable {
    public var range: SourceRange
    public var message: Message

    public init(range: SourceRange, message: Message) {
      self.range = range
      self.message = message
    }
  }

  /// Edits that certainly mend it: byte ranges of the file and what to put there.
  public struct Fix: Sendable {
    public var edits: [Edit]
    /// What the file should be called instead, in the same folder.
    public var newName: String?

    public struct Edit: Sendable {
      public var range: SourceRange
      public var replacement: String

      public init(range: SourceRange, replacement: String) {
        self.range = range
        self.replacement = replacement
      }
    }

    public init(edits: [Edit]) { self.edits = edits }
    public init(newName: String) {
      edits = []
      self.newName = newName
    }
  }

  public init(
    _ rule: Rule, severity: Severity? = nil, at range: SourceRange, _ message: Message,
    pointer: String? = nil, document: Int? = nil, related: [Related] = [], fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.message = message
    self.range = range
    self.pointer = pointer
    self.document = document
    self.related = related
    self.fix = fix
  }
}
