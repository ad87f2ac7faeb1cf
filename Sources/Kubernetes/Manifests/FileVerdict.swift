public import YAML

/// What is asked of a file.
public struct CheckOptions: Sendable {
  public enum ApplyMode: Sendable {
    /// The server's strict create decides; what only server-side apply refuses is a warning.
    case create
    /// What server-side apply refuses is an error too.
    case server
  }

  public var versions: VersionSet
  public var applyMode: ApplyMode
  /// Kinds of foreign groups without a definition are passed over in silence.
  public var ignoreMissingSchemas: Bool
  /// Kinds that are not built in.
  public var definitions = CustomDefinitions()
  /// How deep values may be nested below an object.
  public var maximumDepth: Int
  /// How many values of one file are looked at, aliases counted every time.
  public var maximumValues: Int

  public init(
    versions: VersionSet = .newest, applyMode: ApplyMode = .create,
    ignoreMissingSchemas: Bool = false, maximumDepth: Int = 200, maximumValues: Int = 5_000_000
  ) {
    self.versions = versions
    self.applyMode = applyMode
    self.ignoreMissingSchemas = ignoreMissingSchemas
    self.maximumDepth = maximumDepth
    self.maximumValues = maximumValues
  }
}

/// One object found in a file.
public struct ManifestObject: Sendable {
  public enum Scope: UInt8, Sendable { case cluster, namespaced, unknown }

  /// Why an object was not checked.
  public enum NotChecked: UInt8, Sendable {
    /// No schema: a custom resource whose definition is not known.
    case noSchema
    /// The kind is known to be served by none of the versions; a finding says so.
    case notServed
    /// A limit of the check was reached inside it; a finding says so.
    case limit
  }

  public var identity: ObjectIdentity
  /// Nil for a kind that is not built in.
  public var builtIn: Catalogue.Kind?
  public var scope: Scope
  /// Counts from 0.
  public var document: Int
  public var node: NodeID
  /// JSON pointer from the document's root; empty unless the object is an item of a list.
  public var pointer: String
  /// Nil when it was checked.
  public var notChecked: NotChecked?
  /// `metadata.generateName`, when it has one.
  public var generateName: String?
  /// Rules that the server would evaluate and this program does not: CEL, and patterns beyond its
  /// engine. Only custom resources have any.
  public var unevaluatedRules = 0
  public var checked: Bool { notChecked == nil }
}

/// All that a file's bytes alone tell.
public struct FileVerdict: Sendable {
  public var tree: Tree
  public var documentCount: Int { tree.documents.count }
  public var objects: [ManifestObject]
  /// The custom kinds that the file defines, for a second look at files with objects of them.
  public var definitions: [CustomDefinition] = []
  /// What the objects tell about others.
  public var facts = FactList()
  /// Whether the objects and facts are all that the file holds.
  public var completeness = Completeness.complete
  /// Those of the YAML layer first, then by document in the order in which they were found.
  public var diagnostics: [Diagnostic]
}

/// How much of a file's objects is known.
public enum Completeness: UInt8, Sendable {
  case complete
  /// Something in the file could not be read as an object; a finding says so.
  case partial
  /// There are more facts than the limit lets through.
  case tooManyFacts
}

/// Checks every object of a parsed file as the API server's strict create would.
///
/// A pure function: it reads nothing but the tree, the catalogue and `options.definitions`.
///
/// - Parameter maximumFacts: how many facts are kept of the file; 0 when nobody asks for them.
public func checkManifests(
  _ tree: Tree, options: CheckOptions = CheckOptions(), maximumFacts: Int = 0
) -> FileVerdict {
  var checker = SchemaChecker(tree: tree, options: options, maximumFacts: maximumFacts)
  for document in tree.documents {
    guard let root = document.root, !document.isBroken else { continue }
    checker.document(document.index, root: root)
  }
  return FileVerdict(
    tree: tree, objects: checker.objects, definitions: checker.definitions,
    facts: checker.facts.list, completeness: checker.completeness,
    diagnostics: tree.diagnostics + checker.diagnostics)
}

extension SchemaChecker {
  /// A document that is broken, or that is no object, may be anything.
  fileprivate var completeness: Completeness {
    if facts.isFull { return .tooManyFacts }
    let isPartial =
      tree.documents.contains(where: \.isBroken)
      || objects.contains { $0.notChecked == .limit }
      || diagnostics.contains { diagnostic in
        [
          ManifestRules.notAnObject, ManifestRules.listItem, ManifestRules.missingKind,
          ManifestRules.missingAPIVersion, ManifestRules.tooDeep,
        ].contains(diagnostic.rule)
      }
    return isPartial ? .partial : .complete
  }
}
