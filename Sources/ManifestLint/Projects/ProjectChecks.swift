public import YAML

/// What a configuration says of projects and groups, judged with what is known of them: ids,
/// duplicates, visibility, references, and the entries of ci_access and user_access.
public func checkProjects(of verdict: ConfigurationVerdict, in context: ProjectContext)
  -> [Diagnostic]
{
  var checks = ProjectChecks(verdict: verdict, context: context)
  // From 17.0 on nothing is synchronised, and one finding says so.
  if verdict.version < "17.0" { checks.manifestProjects() }
  checks.access(verdict.configuration.ciAccess, "ci_access")
  checks.access(verdict.configuration.userAccess, "user_access")
  return checks.diagnostics
}

struct ProjectChecks {
  let verdict: ConfigurationVerdict
  let context: ProjectContext
  var diagnostics: [Diagnostic] = []
  /// How many findings of one file are kept, as in reading it.
  static let maximumFindings = ReadLimits().diagnostics
  private var version: GitLabVersion { verdict.version }

  init(verdict: ConfigurationVerdict, context: ProjectContext) {
    self.verdict = verdict
    self.context = context
  }

  mutating func report(
    _ rule: Rule, severity: Severity? = nil, at range: SourceRange, pointer: String,
    _ message: Message, related: [Diagnostic.Related] = [], fix: Diagnostic.Fix? = nil
  ) {
    guard diagnostics.count < Self.maximumFindings else { return }
    diagnostics.append(
      Diagnostic(
        rule, severity: severity, at: range, message, pointer: pointer,
        document: verdict.tree.documents.first?.index, related: related, fix: fix))
  }

  // MARK: Manifest projects

  mutating func manifestProjects() {
    var isOwnUnknownTold = false
    for (index, project) in verdict.configuration.manifestProjects.enumerated() {
      let pointer = "/gitops/manifest_projects/\(index)"
      if project.hasUnreadableID { continue }
      guard let id = project.id else {
        reference(project, pointer)
        continue
      }
      if id.value.isEmpty { continue }
      if SampleText.matches(id.value) {
        sample(id, pointer)
        continue
      }
      switch ProjectReference(id.value) {
      case .nothing(let fault):
        idFormat(id, fault, pointer)
        continue
      case .number:
        report(
          ProjectRules.idNumeric, at: id.range, pointer: pointer + "/id",
          "\(quoted(id.value)) is a project's number: pushes do not reach the agent at once, write the full path"
        )
      case .path: break
      }
      let relation = context.relation(ofProject: id.value)
      if relation == .assumedOwn, context.ownPath != nil {
        unknownNumber(id, pointer)
      } else if relation == .assumedOwn {
        if !isOwnUnknownTold { ownUnknown(id, pointer) }
        isOwnUnknownTold = true
      } else {
        visibility(id, pointer)
      }
      reference(project, pointer)
    }
    duplicates()
  }

  private mutating func idFormat(
    _ id: Located<String>, _ fault: ProjectReference.Fault, _ pointer: String
  ) {
    report(
      ProjectRules.idFormat, at: id.range, pointer: pointer + "/id",
      "no project has the id \(quoted(id.value)): \(fault.reason)\(didYouMean(fault.proposal))")
  }

  private mutating func sample(_ id: Located<String>, _ pointer: String) {
    report(
      ProjectRules.sampleID, at: id.range, pointer: pointer + "/id",
      "\(quoted(id.value)) is sample text; write the full path of your project or group")
  }

  private mutating func ownUnknown(_ id: Located<String>, _ pointer: String) {
    report(
      ProjectRules.ownUnknown, at: id.range, pointer: pointer + "/id",
      "\(quoted(id.value)) is taken to be this repository; name this repository's project with --project"
    )
  }

  private mutating func unknownNumber(_ id: Located<String>, _ pointer: String) {
    report(
      ProjectRules.visibilityUnknown, at: id.range, pointer: pointer + "/id",
      "nothing tells which project has the number \(id.value); it is taken to be this repository, write the full path"
    )
  }

  private mutating func visibility(_ id: Located<String>, _ pointer: String) {
    let remedy: Message = "keep the manifests in the configuration's project, or make theirs public"
    switch context.access(toProject: id.value) {
    case .allowed: break
    case .hidden:
      report(
        ProjectRules.notPublic, at: id.range, pointer: pointer + "/id",
        "project \(quoted(id.value)) is hidden or about to be deleted: no agent can read it")
    case .notPublic(let visibility):
      report(
        ProjectRules.notPublic, at: id.range, pointer: pointer + "/id",
        "project \(quoted(id.value)) is \(visibility.rawValue) and not the configuration's own: the agent may not read it (project not found); \(remedy)"
      )
    case .repositoryRestricted(let access):
      let state: Message = access == .disabled ? "disabled" : "open to members only"
      report(
        ProjectRules.repositoryRestricted, at: id.range, pointer: pointer + "/id",
        "the repository of project \(quoted(id.value)) is \(state): the agent may not read it (project not found); open it to everyone"
      )
    case .unknown:
      report(
        ProjectRules.visibilityUnknown, at: id.range, pointer: pointer + "/id",
        "nothing is known of project \(quoted(id.value)): unless it is public, the agent may not read it; list it in the projects file"
      )
    }
  }

  // MARK: References

  private mutating func reference(_ project: ManifestProject, _ pointer: String) {
    guard let reference = project.reference, !reference.name.value.isEmpty else { return }
    let name = reference.name
    let pointer = pointer + "/ref"
    switch reference {
    case .commit:
      let count = name.value.utf8.count
      let isHexadecimal = name.value.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
      }
      if !isHexadecimal || (count != 40 && count != 64) {
        report(
          ProjectRules.refFormat, at: name.range, pointer: pointer + "/commit",
          "\(quoted(name.value)) is no full commit id: 40 hexadecimal digits in lower case are expected"
        )
      }
    case .branch, .tag:
      let isBranch = if case .branch = reference { true } else { false }
      let kind: Message = isBranch ? "branch" : "tag"
      let key = "\(pointer)/\(kind.text)"
      let prefix = isBranch ? "refs/heads/" : "refs/tags/"
      if name.value.hasPrefix("refs/") {
        let short = name.value.hasPrefix(prefix) ? String(name.value.dropFirst(prefix.count)) : nil
        report(
          ProjectRules.refFormat, at: name.range, pointer: key,
          "\(quoted(name.value)) is looked for as \(quoted(prefix + name.value)); write the \(kind)'s short name\(didYouMean(short))",
          fix: short.map { verdict.tree.replacing(name.node, by: $0) })
      } else if !GitName.isValid(name.value) {
        report(
          ProjectRules.refFormat, at: name.range, pointer: key,
          "git allows no \(kind) with the name \(quoted(name.value))")
      } else if context.relation(ofProject: project.id?.value) == .own,
        let names = isBranch ? context.branches : context.tags, !names.contains(name.value)
      {
        report(
          ProjectRules.refMissing, at: name.range, pointer: key,
          "this repository has no \(kind) \(quoted(name.value))\(didYouMean(NearestName.of(name.value, among: names.sorted())))"
        )
      }
    }
  }

  // MARK: Duplicates

  private mutating func duplicates() {
    let own = version >= "15.7" ? context.ownPath?.text ?? "\u{0}own" : nil
    var first: [ManifestProjectKey: ManifestProject] = [:]
    var folded: [ProjectPath: ManifestProject] = [:]
    for (index, project) in verdict.configuration.manifestProjects.enumerated() {
      guard let id = project.id?.value ?? own, !id.isEmpty, !project.hasUnreadableID
      else { continue }
      let pointer = "/gitops/manifest_projects/\(index)/id"
      let range = project.id?.range ?? range(of: project)
      let key = ManifestProjectKey(project, id: id, version: version)
      if let other = first[key] {
        let name: Message =
          (project.id?.value ?? context.ownPath?.text).map { "\(quoted($0))" } ?? "of this project"
        report(
          ProjectRules.duplicate, at: range, pointer: pointer,
          "duplicate source id \(name): the agent applies nothing of gitops; put all paths under one entry",
          related: [.init(range: other.id?.range ?? self.range(of: other), message: "listed first")]
        )
        continue
      }
      first[key] = project
      if let other = folded[ProjectPath(id)], (other.id?.value ?? own) != id {
        report(
          ProjectRules.duplicateCase, at: range, pointer: pointer,
          "\(quoted(id)) and \(quoted(other.id?.value ?? id)) are one project to GitLab and two to the agent; keep one",
          related: [.init(range: other.id?.range ?? self.range(of: other), message: "listed first")]
        )
      } else {
        folded[ProjectPath(id)] = project
      }
    }
  }

  private func range(of project: ManifestProject) -> SourceRange {
    ConfigurationFindings(tree: verdict.tree, document: 0).place(project.node)
  }
}

/// What the agent of a version compares to find an entry twice.
private struct ManifestProjectKey: Hashable {
  private var parts: [[UInt8]]

  init(_ project: ManifestProject, id: String, version: GitLabVersion) {
    parts = [Array(id.utf8)]
    guard version >= "13.10", version < "14.0" else { return }
    parts += project.globs.map(\.value)
    guard version >= "13.12" else { return }
    parts.append(Array((project.defaultNamespace?.value ?? "default").utf8))
    for filter in project.resourceInclusions + project.resourceExclusions {
      parts.append(Array("\(filter.groups)\(filter.kinds)".utf8))
    }
    parts.append([UInt8(truncatingIfNeeded: project.resourceInclusions.count)])
  }
}

/// Names of branches and tags (git check-ref-format).
enum GitName {
  static func isValid(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard !bytes.isEmpty, name != "@", !name.hasPrefix("-"), !name.hasSuffix("."),
      !name.contains(".."), !name.contains("@{")
    else { return false }
    guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !"~^:?*[\\".utf8.contains($0) }) else {
      return false
    }
    return name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix(".lock")
    }
  }
}

/// Ids that stand in GitLab's documentation for the reader's own.
enum SampleText {
  static func matches(_ id: String) -> Bool {
    let text = id.lowercased()
    return text.hasPrefix("path/to/") || text.hasPrefix("path/to-") || text.hasPrefix("path-to/")
      || text.hasPrefix("your-namespace/") || text.hasPrefix("your-group/")
      || text.hasSuffix("/your-project") || (text.contains("<") && text.contains(">"))
  }
}
