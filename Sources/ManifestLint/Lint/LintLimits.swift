public import YAML

/// Every bound of a run, by the name under which `--limit NAME=VALUE` sets it. Reaching one is a
/// finding or an error of its own.
public struct Limits: Sendable {
  /// The agent's own, by the names of kas's configuration. Nil members of the defaults follow the
  /// GitLab version.
  public var agent: AgentLimits?
  /// kas: `agent.configuration.max_configuration_file_size`, in bytes.
  public var configurationSize = 131_072
  /// Bytes of one manifest file that is read.
  public var fileBytes = 64 << 20
  /// What the YAML reader takes.
  public var reading = ReadLimits()
  /// Bytes of the log in which verdicts on one repository are kept (`--verdict-cache`).
  public var cacheBytes = 32 << 20
  /// Findings that are kept of one file.
  public var findingsPerFile = 1_000
  /// What is kept of one file's references to other objects, each label and port counted.
  public var referencesPerFile = 20_000

  public init() {}

  private static let agentNames = AgentLimits.names

  /// The names of all limits with their present values, sorted by name.
  public var table: [(name: String, value: Int)] {
    let agent = agent ?? AgentLimits()
    return
      (Self.agentNames.compactMap { name in agent[name].map { (name: name, value: $0) } } + [
        (name: "max_configuration_file_size", value: configurationSize),
        (name: "cache-bytes", value: cacheBytes),
        (name: "file-bytes", value: fileBytes),
        (name: "findings", value: findingsPerFile),
        (name: "references", value: referencesPerFile),
      ]).sorted { $0.name < $1.name }
  }

  /// Sets a limit; false when there is none of that name.
  public mutating func set(_ name: String, to value: Int) -> Bool {
    switch name {
    case "max_configuration_file_size": configurationSize = value
    case "cache-bytes": cacheBytes = value
    case "file-bytes": fileBytes = value
    case "findings": findingsPerFile = value
    case "references": referencesPerFile = value
    default:
      guard Self.agentNames.contains(name) else { return false }
      var agent = agent ?? AgentLimits()
      agent[name] = value
      self.agent = agent
    }
    return true
  }

  /// kas's limits for a GitLab version, as far as the user did not set them.
  public func agentLimits(for version: GitLabVersion) -> AgentLimits {
    agent ?? AgentLimits(major: version.major, minor: version.minor)
  }
}
