import Kubernetes
import YAML

/// All that one manifest file's bytes tell, without the file's path and without its tree. It is kept
/// as bytes (`VerdictTable`): of every file until the report, and perhaps beyond a run under the
/// blob's id.
struct BlobVerdict: Sendable {
  struct Object: Sendable {
    var identity: ObjectIdentity
    /// Nil for a kind that is not built in.
    var builtIn: Catalogue.Kind?
    var scope: ManifestObject.Scope
    var document: Int
    /// JSON pointer from the document's root; empty unless the object is an item of a list.
    var pointer: String
    /// Where a person looks for the object: its name, else its first key.
    var range: SourceRange
    var notChecked: ManifestObject.NotChecked?
    /// A Secret with values in it.
    var holdsSecrets: Bool
    var generateName: String?
    /// Rules of its kind that were not evaluated.
    var unevaluatedRules = 0
  }

  var documentCount: Int
  var objects: [Object]
  /// What the objects tell about others, by their numbers in `objects`.
  var facts = FactList()
  /// Whether `objects` and `facts` are all that the file holds.
  var completeness = Completeness.complete
  /// The custom kinds that the file defines, until they have been put together.
  var definitions: [CustomDefinition] = []
  /// Without paths.
  var findings: [Finding]
  /// The comments that silence findings, of this file and of those that need all files.
  var suppressions: InlineSuppressions?
  /// How many more there were than the limit lets through.
  var droppedFindings = 0

  /// Whether all rules were asked about all objects.
  var areObjectsChecked: Bool {
    objects.allSatisfy { $0.notChecked == nil && $0.unevaluatedRules == 0 }
  }

  init(documentCount: Int = 0, objects: [Object] = [], findings: [Finding] = []) {
    self.documentCount = documentCount
    self.objects = objects
    self.findings = findings
  }
}

/// Judges one manifest file: a pure function of its bytes and the options.
func judge(_ source: [UInt8], options: LintOptions) -> BlobVerdict {
  let tree = readYAML(source, as: .manifests(options.splitter), limits: options.limits.reading)
  let verdict = checkManifests(
    tree, options: options.kubernetes, maximumFacts: options.maximumFacts)
  var result = BlobVerdict(documentCount: verdict.documentCount)
  result.objects = verdict.objects.map { object in
    BlobVerdict.Object(
      identity: object.identity, builtIn: object.builtIn, scope: object.scope,
      document: object.document,
      pointer: object.pointer, range: place(of: object, in: tree), notChecked: object.notChecked,
      holdsSecrets: holdsSecrets(object, in: tree), generateName: object.generateName,
      unevaluatedRules: object.unevaluatedRules)
  }
  result.facts = verdict.facts
  result.completeness = verdict.completeness
  result.definitions = verdict.definitions
  let isSpokenTo = options.honoursInlineSuppressions && InlineSuppressions.isPossible(in: tree)
  // Lines are counted only where something is to be told of them.
  if verdict.diagnostics.isEmpty && !isSpokenTo { return result }
  let lines = LineIndex(source)
  let owners = ObjectOwners(verdict.objects)
  // A word that YAML reads as something else, in a field that takes no such thing: one cause.
  let misread = Set(
    verdict.diagnostics.filter { $0.rule == ManifestRules.wrongType }.map(\.range))
  var findings: [Finding] = []
  for diagnostic in verdict.diagnostics {
    guard let severity = options.severity(of: diagnostic.rule, normally: diagnostic.severity),
      diagnostic.rule.category != "yaml" || diagnostic.severity == .error
        || !misread.contains(diagnostic.range)
    else { continue }
    if findings.count >= options.limits.findingsPerFile {
      result.droppedFindings += 1
      continue
    }
    var finding = Finding(diagnostic, lines: lines)
    finding.severity = severity
    finding.object = owners.owner(of: diagnostic)
    findings.append(finding)
  }
  if isSpokenTo { result.suppressions = InlineSuppressions(tree: tree, lines: lines) }
  result.findings = findings
  return result
}

private func holdsSecrets(_ object: ManifestObject, in tree: Tree) -> Bool {
  guard object.identity.kind == "Secret", object.identity.apiVersion == "v1" else { return false }
  let values = [tree.member("data", of: object.node), tree.member("stringData", of: object.node)]
  return values.compactMap(\.self).contains { !tree.effectiveMembers($0).isEmpty }
}

/// The value of `metadata.name`, else the first key of the object.
private func place(of object: ManifestObject, in tree: Tree) -> SourceRange {
  if let name = tree.member("metadata", of: object.node).flatMap({ tree.member("name", of: $0) }) {
    return tree[name].range
  }
  var children = tree.children(tree.target(object.node))
  return tree[children.next() ?? object.node].range
}

/// Finds the object in which a diagnostic lies.
private struct ObjectOwners {
  private struct Place: Hashable {
    var document: Int
    var pointer: Substring
  }

  private var objects: [Place: ObjectIdentity] = [:]

  init(_ objects: [ManifestObject]) {
    for object in objects {
      self.objects[Place(document: object.document, pointer: object.pointer[...])] =
        object.identity
    }
  }

  /// Of the objects at and above the diagnostic's place, the nearest.
  func owner(of diagnostic: Diagnostic) -> ObjectIdentity? {
    guard let document = diagnostic.document else { return nil }
    var pointer = (diagnostic.pointer ?? "")[...]
    while true {
      if let found = objects[Place(document: document, pointer: pointer)] { return found }
      guard let slash = pointer.lastIndex(of: "/") else { return nil }
      pointer = pointer[..<slash]
    }
  }
}
