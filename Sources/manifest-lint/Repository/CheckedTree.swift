import GitAccess
import ManifestLint
import YAML

/// One tree, opened, with what the repository around it tells.
struct CheckedTree {
  let view: GitView
  let snapshot: Report.Snapshot
  let originURL: [UInt8]?
  /// What all work trees of the repository share.
  let gitDirectory: [UInt8]
  /// With a slash at its end; nil in a bare repository.
  let workTree: [UInt8]?
  /// What lies below `.gitlab/agents` in the tree that this one takes the place of.
  let replaced: Listing?

  /// Which tree a command is about.
  enum Choice {
    case workTree
    case index
    case revision([UInt8])
    /// A commit that is being pushed, and the reference that it would move.
    case pushed(GitObjectID, reference: [UInt8])
  }

  static let agentsFolder = Array(".gitlab/agents".utf8)

  /// `--worktree`, `--staged` and `--rev`: at most one of them.
  static func choice(
    _ arguments: Arguments, normally choice: Choice = .workTree
  ) throws(UsageError) -> Choice {
    let given = [Option.worktree, .staged, .rev].filter(arguments.has)
    guard given.count <= 1 else {
      throw UsageError(
        "\(Message.all(given.map { "--" + $0.name })) exclude each other")
    }
    if arguments.has(.worktree) { return .workTree }
    if arguments.has(.staged) { return .index }
    return arguments.bytes(.rev).map(Choice.revision) ?? choice
  }

  /// - Parameter old: the commit that the tree takes the place of; of the index it is `HEAD`. One
  ///   that is not here, as in a shallow clone, is none.
  init(_ choice: Choice, replacing old: GitObjectID? = nil, _ invocation: Invocation) throws {
    let repository = try Self.open(invocation)
    originURL = repository.originURL()
    workTree = repository.workTree
    gitDirectory = repository.commonDirectory
    let limits = try Self.limits(invocation.arguments)
    let listing: TreeListing
    var isWorkTree = false
    var old = old
    switch choice {
    case .workTree:
      listing = try repository.workTreeListing(limits: limits)
      isWorkTree = true
      snapshot = Report.Snapshot(kind: "worktree")
    case .index:
      listing = try repository.indexListing(limits: limits)
      snapshot = Report.Snapshot(kind: "index")
      old = try? repository.resolve(Array("HEAD".utf8))
    case .revision(let revision):
      let id = try repository.resolve(revision)
      listing = try repository.listing(of: id, limits: limits)
      snapshot = Report.Snapshot(kind: "commit", id: id.description)
    case .pushed(let id, let reference):
      listing = try repository.listing(of: id, limits: limits)
      snapshot = Report.Snapshot(kind: "push", id: id.description, ref: printable(reference))
    }
    replaced = old.flatMap { try? repository.listing(of: $0, below: Self.agentsFolder) }
      .map(Listing.init)
    view = GitView(repository, listing, isWorkTree: isWorkTree)
  }

  /// `--repo` names a repository and nothing else: the variables of a hook around it do not count.
  ///
  /// - Parameter directory: instead of `--repo`.
  static func open(_ invocation: Invocation, directory: [UInt8]? = nil) throws -> Repository {
    try GitLibrary.start()
    let environment = invocation.environment
    if let directory = directory ?? invocation.arguments.bytes(.repo) {
      return try Repository(
        environment: GitEnvironment(
          variables: [:], currentDirectory: environment.absolute(directory)),
        trusted: invocation.arguments.has(.trustRepository))
    }
    return try Repository(
      environment: GitEnvironment(
        variables: environment.variables, currentDirectory: environment.currentDirectory),
      trusted: invocation.arguments.has(.trustRepository))
  }

  static func limits(_ arguments: Arguments) throws(UsageError) -> SnapshotLimits {
    var limits = SnapshotLimits()
    for (name, value) in try arguments.limits() {
      switch name {
      case "entries": limits.entries = value
      case "depth": limits.depth = value
      case "path-bytes": limits.pathBytes = value
      default: break
      }
    }
    return limits
  }
}
