/// How the document splitter of `k8s.io/apimachinery` behaves, by its version (yaml-semantics,
/// section 3).
public enum SplitterGeneration: String, Sendable, CaseIterable {
  /// Up to 0.21: a comment on a `---` line keeps it from separating.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case v0_21 = "0.21"
  /// 0.22 to 0.32: other text on a `---` line is an error.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case v0_32 = "0.32"
  /// From 0.33: a file that began as JSON may go on as YAML.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case v0_34 = "0.34"
}

/// In which role the agent reads a file.
public enum FileRole: Sendable, Hashable {
  /// The agent's configuration: one document, what follows it is not read.
  case configuration
  /// Manifests: a stream of documents, or of JSON objects.
  case manifests(SplitterGeneration)
}

/// Bounds of one reading. The defaults are not stricter than the agent's own.
public struct ReadLimits: Sendable {
  /// Offsets are 32 bits.
  public var bytes: Int
  public var documents: Int
  /// Nodes of one file: bounds the tree's memory.
  public var nodes: Int
  /// Nesting of JSON objects and arrays (`encoding/json`). YAML's own bounds, 10,000 flow levels
  /// and 10,000 indentations, are the dialect's and stand in the scanner.
  public var jsonDepth: Int
  /// Problems that are told for one file.
  public var diagnostics: Int

  public init(
    bytes: Int = 1 << 31 - 16, documents: Int = 1_000_000, nodes: Int = 200_000_000,
    jsonDepth: Int = 10_000, diagnostics: Int = 200
  ) {
    self.bytes = bytes
    self.documents = documents
    self.nodes = nodes
    self.jsonDepth = jsonDepth
    self.diagnostics = diagnostics
  }
}
