public import YAML

/// A file that the user gave (`--projects`, `--agents`) cannot be used: wrong usage, exit status 2.
public struct InputFileError: Error, Sendable, Equatable {
  public var message: Message
  /// Counts from 1.
  public var line: Int?

  public init(_ message: Message, line: Int? = nil) {
    self.message = message
    self.line = line
  }
}
