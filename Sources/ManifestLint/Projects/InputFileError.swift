/// A file that the user gave (`--projects`, `--agents`) cannot be used: wrong usage, exit status 2.
public struct InputFileError: Error, Sendable, Equatable {
  public var message: String
  /// Counts from 1.
  public var line: Int?

  public init(_ message: String, line: Int? = nil) {
    self.message = message
    self.line = line
  }
}
