/// What is known of the projects around one repository.
public struct ProjectContext: Sendable {
  /// Which project the repository is; nil when nothing tells.
  public var own: OwnProject?
  /// The visibility of the own project matters for nothing but `isHidden`.
  public var ownFacts: ProjectFacts?
  public var projects: ProjectsFile
  /// Names of the repository's branches and tags, when they are known for certain.
  public var branches: Set<String>?
  public var tags: Set<String>?

  public init(
    own: OwnProject? = nil, ownFacts: ProjectFacts? = nil, projects: ProjectsFile = ProjectsFile(),
    branches: Set<String>? = nil, tags: Set<String>? = nil
  ) {
    self.own = own
    self.ownFacts = ownFacts
    self.projects = projects
    self.branches = branches
    self.tags = tags
  }

  /// Where a manifest project's files are.
  public enum Relation: Sendable, Equatable {
    /// In this repository.
    case own
    /// Taken to be in this repository, because nothing tells otherwise.
    case assumedOwn
    case other
    /// The id finds no project.
    case nowhere
  }

  /// - Parameter id: As written; nil when it is left out.
  public func relation(ofProject id: String?) -> Relation {
    guard let id else { return .own }
    switch ProjectReference(id) {
    case .nothing: return .nowhere
    case .path(let path):
      if let ownPath { return path == ownPath ? .own : .other }
      return projects[path] == nil ? .assumedOwn : .other
    case .number(let number):
      if let ownID { return number == ownID ? .own : .other }
      if let path = projects.path(ofProject: number) {
        return ownPath.map { $0 == path ? .own : .other } ?? .other
      }
      return .assumedOwn
    }
  }

  /// Whether the project's manifests are to be looked for in this repository.
  public func isHere(_ project: ManifestProject) -> Bool {
    if project.hasUnreadableID { return false }
    return switch relation(ofProject: project.id?.value) {
    case .own, .assumedOwn: true
    case .other, .nowhere: false
    }
  }

  /// Whether the agent may read a project.
  public func access(toProject id: String?) -> ProjectAccess {
    let relation = relation(ofProject: id)
    if relation == .own { return ProjectAccess(isOwn: true, ownFacts ?? facts(ofProject: id)) }
    return ProjectAccess(isOwn: false, facts(ofProject: id))
  }

  private func facts(ofProject id: String?) -> ProjectFacts? {
    guard let id else { return ownPath.flatMap { projects[$0] } }
    switch ProjectReference(id) {
    case .nothing: return nil
    case .path(let path): return projects[path]
    case .number(let number):
      return projects.path(ofProject: number).flatMap { projects[$0] }
    }
  }

  /// The own path, by the projects file when only the number is known.
  public var ownPath: ProjectPath? {
    own?.path ?? own?.id.flatMap { projects.path(ofProject: $0) }
  }

  private var ownID: Int64? { own?.id ?? own?.path.flatMap { projects[$0]?.id } }
}

/// The ids of other projects whose visibility decides whether an agent may read them, sorted, each
/// once: what `config --list-projects` prints.
public func otherProjects(
  namedBy configurations: some Sequence<AgentConfiguration>, in context: ProjectContext
) -> [String] {
  var seen: Set<ProjectReference> = []
  var ids: [String] = []
  for configuration in configurations {
    for id in configuration.manifestProjects.compactMap({ $0.id?.value }) {
      guard [.other, .assumedOwn].contains(context.relation(ofProject: id)) else { continue }
      if seen.insert(ProjectReference(id)).inserted { ids.append(id) }
    }
  }
  return ids.sorted()
}
