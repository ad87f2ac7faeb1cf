/// How bad a finding is.
public enum Severity: UInt8, Sendable, Comparable, CaseIterable {
  /// Advice.
  case info
  /// The agent and the server take it, and people do not mean it.
  case warning
  /// The agent or the server would refuse it, or it would stop the sync.
  case error

  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// The word used in every report and option.
  public var name: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The same for people, in a language of theirs.
  public var word: Message {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  public init?(name: String) {
    guard let found = Severity.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}
