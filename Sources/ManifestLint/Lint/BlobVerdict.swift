import Kubernetes
import YAML

/// All that one manifest file's bytes tell, without the file's path and without its tree: what is
/// kept of every file until the report, and what may be kept beyond a run under the blob's id.
struct BlobVerdict: Sendable {
  struct Object: Sendable {
    var identity: ObjectIdentity
    var scope: ManifestObject.Scope
    var document: Int
    /// JSON pointer from the document's root; empty unless the object is an item of a list.
    var pointer: String
    /// Where a person looks for the object: its name, else its first key.
    var start: SourcePosition
    var end: SourcePosition
    var notChecked: ManifestObject.NotChecked?
    /// A Secret with values in it.
    var holdsSecrets: Bool
    var generateName: String?
    /// Rules of its kind that were not evaluated.
    var unevaluatedRules = 0
  }

  var documentCount: Int
  var objects: [Object]
  /// The custom kinds that the file defines, until they have been put together.
  var definitions: [CustomDefinition] = []
  /// Without paths.
  var findings: [Finding]
  /// The comments that silence findings, of this file and of those that need all files.
  var suppressions: InlineSuppressions?
  /// How many more there were than the limit lets through.
  var droppedFindings = 0

  init(documentCount: Int = 0, objects: [Object] = [], findings: [Finding] = []) {
    self.documentCount = documentCount
    self.objects = objects
    self.findings = findings
  }
}

/// Judges one manifest file: a pure function of its bytes and the options.
func judge(_ source: [UInt8], options: LintOptions) -> BlobVerdict {
  let tree = readYAML(source, as: .manifests(options.splitter), limits: options.limits.reading)
  let verdict = checkManifests(tree, options: options.kubernetes)
  let lines = LineIndex(source)
  var result = BlobVerdict(documentCount: verdict.documentCount)
  result.objects = verdict.objects.map { object in
    let range = place(of: object, in: tree)
    return BlobVerdict.Object(
      identity: object.identity, scope: object.scope, document: object.document,
      pointer: object.pointer, start: lines.position(of: range.start),
      end: lines.position(of: range.end), notChecked: object.notChecked,
      holdsSecrets: holdsSecrets(object, in: tree),
      generateName: object.generateName, unevaluatedRules: object.unevaluatedRules)
  }
  result.definitions = verdict.definitions
  var findings: [Finding] = []
  for diagnostic in verdict.diagnostics {
    guard let severity = options.severity(of: diagnostic.rule, normally: diagnostic.severity)
    else { continue }
    if findings.count >= options.limits.findingsPerFile {
      result.droppedFindings += 1
      continue
    }
    var finding = Finding(diagnostic, lines: lines)
    finding.severity = severity
    finding.object = owner(of: diagnostic, among: verdict.objects)
    findings.append(finding)
  }
  if options.honoursInlineSuppressions {
    result.suppressions = InlineSuppressions(tree: tree, lines: lines)
  }
  result.findings = findings
  return result
}

extension Tree {
  /// A member of a mapping; nil for anything else.
  fileprivate func member(_ node: NodeID, _ name: StaticString) -> NodeID? {
    guard self[target(node)].kind == .mapping else { return nil }
    return effectiveMembers(node).last { text(target($0.key), equals: name) }?.value
  }
}

private func holdsSecrets(_ object: ManifestObject, in tree: Tree) -> Bool {
  guard object.identity.kind == "Secret", object.identity.apiVersion == "v1" else { return false }
  let values = [tree.member(object.node, "data"), tree.member(object.node, "stringData")]
  return values.compactMap(\.self).contains { !tree.effectiveMembers($0).isEmpty }
}

/// The value of `metadata.name`, else the first key of the object.
private func place(of object: ManifestObject, in tree: Tree) -> SourceRange {
  if let name = tree.member(object.node, "metadata").flatMap({ tree.member($0, "name") }) {
    return tree[name].range
  }
  var children = tree.children(tree.target(object.node))
  return tree[children.next() ?? object.node].range
}

/// The object in which a diagnostic lies: of those in its document, the one deepest above it.
private func owner(of diagnostic: Diagnostic, among objects: [ManifestObject]) -> ObjectIdentity? {
  guard let document = diagnostic.document else { return nil }
  let pointer = diagnostic.pointer ?? ""
  return
    objects
    .filter {
      $0.document == document
        && ($0.pointer.isEmpty || pointer == $0.pointer || pointer.hasPrefix($0.pointer + "/"))
    }
    .max { $0.pointer.utf8.count < $1.pointer.utf8.count }?.identity
}
