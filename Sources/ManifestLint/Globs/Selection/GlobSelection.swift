public import YAML

/// What the globs of one manifest project come to.
public struct GlobSelection: Sendable {
  /// The selected entries by number, each once, in the order in which the agent would get them: also
  /// those that it never gets because the sync ends before them.
  public var files: [Int] = []
  /// What the agent gets before the sync ends or breaks off. Before 13.12 an entry that two globs
  /// select is in it twice.
  public var sent: [Int] = []
  /// How many blobs the agent's server looks at before the sync ends or breaks off.
  public var visited = 0
  /// What breaks the sync off: the agent then applies nothing at all. Nil when it goes through.
  public var stop: Stop?
  /// By glob.
  public var tallies: [Tally] = []
  public var problems: [Problem] = []

  /// Why the agent's server ends the sync with an error.
  public struct Stop: Sendable {
    public enum Reason: Sendable {
      case tooManyPaths, tooManyFiles, malformedGlob, visitedTwice, fileTooLarge, totalTooLarge
      case prefixMissing
    }

    public var reason: Reason
    /// The error in the server's words. They may hold bytes of paths that are no UTF-8.
    public var text: [UInt8]
    public var globIndex: Int?
    public var entry: Int?
  }

  /// What one glob alone comes to.
  public struct Tally: Sendable {
    /// Blobs that the agent's server would look at for it.
    public var visited = 0
    /// Entries that it matches, those in hidden directories included.
    public var matched = 0
    public var hidden = 0
    /// Entries that it is the first to select.
    public var selected = 0
    /// The literal directory that it names and the tree does not have.
    public var missingPrefix: [UInt8]?
    /// The first entry that brings a syntax error up.
    public var malformedAt: Int?
  }

  /// Something wrong with a glob, to be placed at the glob's text, or with all of them when it has no
  /// number.
  public struct Problem: Sendable {
    public var rule: Rule
    public var severity: Severity
    public var globIndex: Int?
    /// The entry that it is about, if it is about one.
    public var entry: Int?
    public var message: Message
    /// The globs that take part in it besides.
    public var relatedGlobs: [Int] = []

    public init(
      _ rule: Rule, severity: Severity? = nil, glob: Int?, entry: Int? = nil, _ message: Message,
      related: [Int] = []
    ) {
      self.rule = rule
      self.severity = severity ?? rule.severity
      globIndex = glob
      self.entry = entry
      self.message = message
      relatedGlobs = related
    }
  }
}
