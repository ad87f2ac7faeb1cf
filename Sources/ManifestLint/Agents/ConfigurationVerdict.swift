public import YAML

/// What the agent's server makes of one config.yaml, and all that is to be said about it.
public struct ConfigurationVerdict: Sendable {
  /// The station of the server at which the file fails.
  public enum Refusal: String, Sendable, CaseIterable {
    /// Larger than the server reads.
    case size
    /// YAML to JSON.
    case yaml
    /// JSON to the message.
    case json
    /// The validation of the message.
    case validation = "validate"
  }

  public var tree: Tree
  public var configuration: AgentConfiguration
  /// The contract by which the file was judged.
  public var version: GitLabVersion
  /// Nil when the server takes the file.
  public var refusal: Refusal?
  /// The server takes the file and the agent then refuses it (log level, cadence).
  public var isRefusedByAgent: Bool
  /// The decoded message as JSON: the schema's names, sorted keys, defaults left out. Nil when the
  /// file is refused.
  public var decodedJSON: [UInt8]?
  /// Those of the YAML layer first.
  public var diagnostics: [Diagnostic]
  /// More may be wrong: `ReadLimits.diagnostics` keeps no more, or aliases made the file too large.
  public var hasMoreFindings = false

  /// The server's verdict alone.
  public var isRefused: Bool { refusal != nil }
}

/// Judges the bytes of a config.yaml as kas and agentk of a GitLab version do.
///
/// A pure function of its arguments: what depends on other projects is `checkProjects`.
///
/// - Parameters:
///   - version: Nil takes 16.11 for a file with `gitops`, the newest known version otherwise.
///   - maximumSize: kas's `agent.configuration.max_configuration_file_size`, in bytes.
public func readConfiguration(
  _ source: [UInt8], version: GitLabVersion?, limits: ReadLimits = ReadLimits(),
  maximumSize: Int = 131_072
) -> ConfigurationVerdict {
  var verdict = judgeConfiguration(
    readYAML(source, as: .configuration, limits: limits), version: version,
    findingLimit: limits.diagnostics)
  if source.count > maximumSize {
    verdict.refusal = .size
    verdict.decodedJSON = nil
    verdict.diagnostics.insert(
      Diagnostic(
        AgentRules.configTooLarge, at: SourceRange(start: 0, end: 0),
        "the file has \(source.count) bytes; the server reads at most \(maximumSize)"),
      at: 0)
  }
  return verdict
}

/// The same for a tree that was read as a configuration.
private func judgeConfiguration(
  _ tree: Tree, version: GitLabVersion?, findingLimit: Int
) -> ConfigurationVerdict {
  let document = tree.documents.first
  let isBroken = document?.isBroken ?? tree.diagnostics.contains { $0.severity == .error }
  let root = isBroken ? nil : document?.root
  let hasGitops = root.map { root in
    tree.configurationMembers(of: root).contains { $0.name.elementsEqual("gitops".utf8) }
  }
  let contract = version ?? (hasGitops == true ? .lastWithGitops : .newestKnown)
  var verdict = ConfigurationVerdict(
    tree: tree, configuration: AgentConfiguration(), version: contract, refusal: nil,
    isRefusedByAgent: false, decodedJSON: nil,
    diagnostics: UnquotedGlob.explained(in: tree) + ConfigurationMeaning.credentials(in: tree))
  if isBroken { verdict.refusal = .yaml }
  if let pointer = LFSPointer.range(in: tree.source) {
    verdict.refusal = verdict.refusal ?? .json
    verdict.diagnostics = [
      Diagnostic(
        AgentRules.notRegularFile, at: pointer,
        "the file is a Git LFS pointer: the server reads the pointer, not the content")
    ]
    return verdict
  }
  guard let root, !tree.resolvesToNull(root) else {
    if !isBroken { verdict.judgeEmpty(contract) }
    return verdict
  }

  let findings = ConfigurationFindings(
    tree: tree, document: document?.index ?? 0, limit: findingLimit)
  var decoder = ConfigurationDecoder(tree: tree, version: contract, findings: findings)
  guard let message = decoder.decode(root: root) else {
    verdict.refusal = .json
    verdict.diagnostics += decoder.findings.diagnostics
    return verdict
  }
  verdict.configuration = AgentConfiguration(message, tree: tree)
  var validator = ConfigurationValidator(
    tree: tree, version: contract, findings: decoder.findings)
  validator.validate(message)
  var meaning = ConfigurationMeaning(
    tree: tree, version: contract, isVersionGiven: version != nil, findings: validator.findings)
  meaning.check(message)
  verdict.drop(surprisesAt: decoder.booleans, meaning.findings.diagnostics)
  verdict.diagnostics += meaning.findings.diagnostics
  verdict.hasMoreFindings = meaning.findings.hasMore || decoder.isCut
  if decoder.isRefused {
    verdict.refusal = .json
  } else if validator.isRefused {
    verdict.refusal = .validation
  }
  guard verdict.refusal == nil else { return verdict }
  verdict.isRefusedByAgent = decoder.isRefusedByAgent || meaning.isRefusedByAgent
  verdict.decodedJSON = ConfigurationJSON(message, tree: tree, version: contract).bytes
  return verdict
}

extension ConfigurationVerdict {
  /// What YAML does to a value is no news where the schema wants it so (`prune: no`), or where a
  /// finding of the decoding tells the same.
  fileprivate mutating func drop(
    surprisesAt booleans: Set<SourceRange>, _ told: [Diagnostic]
  ) {
    let ranges = booleans.union(told.lazy.filter { $0.severity == .error }.map(\.range))
    diagnostics.removeAll {
      $0.severity < .error && $0.rule.category == "yaml" && ranges.contains($0.range)
    }
  }

  /// 13.7 decodes JSON's null, and fails; later versions take it for an empty configuration.
  fileprivate mutating func judgeEmpty(_ version: GitLabVersion) {
    let range = tree.documents.first?.root.map { tree[$0].range } ?? SourceRange(start: 0, end: 0)
    if version < "13.8" {
      refusal = .json
      diagnostics.append(
        Diagnostic(
          AgentRules.configEmpty, severity: .error, at: range,
          "the configuration is empty, which GitLab 13.7 refuses; write a section"))
    } else {
      decodedJSON = Array("{}".utf8)
      diagnostics.append(
        Diagnostic(AgentRules.configEmpty, at: range, "the configuration is empty"))
    }
  }
}

/// The text that Git LFS commits in the place of a file.
enum LFSPointer {
  static func range(in source: [UInt8]) -> SourceRange? {
    let start = Array("version https://git-lfs.github.com/spec/".utf8)
    guard source.starts(with: start) else { return nil }
    return SourceRange(0..<(source.firstIndex(of: 0x0A) ?? source.count))
  }
}
