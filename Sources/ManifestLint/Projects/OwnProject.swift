/// The project to which the repository belongs: the agent may read it whatever its visibility.
public struct OwnProject: Sendable, Equatable {
  public enum Source: Sendable, Equatable {
    case option
    case settings
    /// `GL_PROJECT_PATH`, `GL_REPOSITORY` of a server hook.
    case serverHook
    /// `CI_PROJECT_PATH`, `CI_PROJECT_ID`, or the target of a merge request pipeline.
    case pipeline
    /// The URL of `origin`: a guess.
    case remote
  }

  public var path: ProjectPath?
  public var id: Int64?
  public var source: Source

  public init(path: ProjectPath?, id: Int64? = nil, source: Source) {
    self.path = path
    self.id = id
    self.source = source
  }

  /// What may tell which project this is, as plain texts; empty texts count as absent.
  public struct Candidates: Sendable {
    public var option: String?
    public var settings: String?
    /// `GL_PROJECT_PATH`.
    public var hookPath: String?
    /// `GL_REPOSITORY`, `project-<id>`.
    public var hookRepository: String?
    /// `CI_MERGE_REQUEST_PROJECT_PATH`: the target's, while `CI_PROJECT_PATH` may be a fork.
    public var mergeRequestTargetPath: String?
    /// `CI_MERGE_REQUEST_PROJECT_ID`.
    public var mergeRequestTargetID: String?
    /// `CI_PROJECT_PATH`.
    public var pipelinePath: String?
    /// `CI_PROJECT_ID`.
    public var pipelineID: String?
    /// The URL of `origin`.
    public var originURL: String?

    public init() {}
  }

  /// The first that tells, in the order of the fields of `Candidates`.
  public static func identify(_ candidates: Candidates) -> OwnProject? {
    func filled(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
    for (text, source) in [(candidates.option, Source.option), (candidates.settings, .settings)] {
      guard let text = filled(text) else { continue }
      if let id = Int64(text) { return OwnProject(path: nil, id: id, source: source) }
      return OwnProject(path: ProjectPath(text), source: source)
    }
    let hookID = filled(candidates.hookRepository).flatMap { name in
      name.hasPrefix("project-") ? Int64(name.dropFirst(8)) : nil
    }
    if let path = filled(candidates.hookPath) {
      return OwnProject(path: ProjectPath(path), id: hookID, source: .serverHook)
    }
    if let hookID { return OwnProject(path: nil, id: hookID, source: .serverHook) }
    if let path = filled(candidates.mergeRequestTargetPath) {
      return OwnProject(
        path: ProjectPath(path), id: filled(candidates.mergeRequestTargetID).flatMap { Int64($0) },
        source: .pipeline)
    }
    if let path = filled(candidates.pipelinePath) {
      return OwnProject(
        path: ProjectPath(path), id: filled(candidates.pipelineID).flatMap { Int64($0) },
        source: .pipeline)
    }
    return filled(candidates.originURL).flatMap { ProjectPath(remote: $0) }.map {
      OwnProject(path: $0, source: .remote)
    }
  }
}
