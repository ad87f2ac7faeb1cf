/// Who may see a project.
public enum ProjectVisibility: String, Sendable, CaseIterable {
  case `public`
  case `internal`
  case `private`
}

/// Who may see a project's repository (`repository_access_level`).
public enum RepositoryAccess: String, Sendable, CaseIterable {
  /// Everyone who sees the project.
  case enabled
  /// Only members.
  case `private`
  case disabled
}

/// What is known of a project.
public struct ProjectFacts: Sendable, Equatable {
  public var visibility: ProjectVisibility?
  public var repository: RepositoryAccess?
  public var id: Int64?
  /// Waiting for its deletion, or hidden by an administrator.
  public var isHidden: Bool

  public init(
    visibility: ProjectVisibility? = nil, repository: RepositoryAccess? = nil, id: Int64? = nil,
    isHidden: Bool = false
  ) {
    self.visibility = visibility
    self.repository = repository
    self.id = id
    self.isHidden = isHidden
  }
}

/// Whether an agent may read a project's manifests.
public enum ProjectAccess: Sendable, Equatable {
  case allowed
  /// Deleted or hidden: not even the agent's own project is found then.
  case hidden
  /// Another project, and not public.
  case notPublic(ProjectVisibility)
  /// Another project, public, whose repository is not open to everyone.
  case repositoryRestricted(RepositoryAccess)
  /// Another project of which too little is known.
  case unknown

  /// The rule of GitLab's internal API: an anonymous visitor may download the code, or it is the
  /// agent's own project (lib/api/internal/kubernetes.rb project_info; the same from 13.7 on).
  public init(isOwn: Bool, _ facts: ProjectFacts?) {
    if facts?.isHidden == true {
      self = .hidden
    } else if isOwn {
      self = .allowed
    } else if let visibility = facts?.visibility {
      switch (visibility, facts?.repository) {
      case (.internal, _), (.private, _): self = .notPublic(visibility)
      case (.public, .private?): self = .repositoryRestricted(.private)
      case (.public, .disabled?): self = .repositoryRestricted(.disabled)
      case (.public, .enabled?), (.public, nil): self = .allowed
      }
    } else if let repository = facts?.repository, repository != .enabled {
      // Whoever sees the project, nobody from outside sees its code.
      self = .repositoryRestricted(repository)
    } else {
      self = .unknown
    }
  }
}
