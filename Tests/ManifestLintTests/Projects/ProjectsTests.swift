import Testing
import YAML

@testable import ManifestLint

@Suite struct `Which projects an agent may read` {
  /// The table of the rule, every cell: facts, access as the own project, as another one.
  static let cells: [(facts: ProjectFacts?, own: ProjectAccess, other: ProjectAccess)] = [
    (ProjectFacts(visibility: .public, repository: .enabled), .allowed, .allowed),
    (ProjectFacts(visibility: .public), .allowed, .allowed),
    (
      ProjectFacts(visibility: .public, repository: .private), .allowed,
      .repositoryRestricted(.private)
    ),
    (
      ProjectFacts(visibility: .public, repository: .disabled), .allowed,
      .repositoryRestricted(.disabled)
    ),
    (ProjectFacts(visibility: .internal), .allowed, .notPublic(.internal)),
    (
      ProjectFacts(visibility: .internal, repository: .enabled), .allowed, .notPublic(.internal)
    ),
    (ProjectFacts(visibility: .private), .allowed, .notPublic(.private)),
    (ProjectFacts(visibility: .private, repository: .private), .allowed, .notPublic(.private)),
    (ProjectFacts(visibility: .public, isHidden: true), .hidden, .hidden),
    (ProjectFacts(visibility: .private, isHidden: true), .hidden, .hidden),
    (ProjectFacts(repository: .private), .allowed, .repositoryRestricted(.private)),
    (ProjectFacts(repository: .enabled), .allowed, .unknown),
    (ProjectFacts(), .allowed, .unknown),
    (nil, .allowed, .unknown),
  ]

  @Test(arguments: cells)
  func `the rule has this cell`(facts: ProjectFacts?, own: ProjectAccess, other: ProjectAccess) {
    #expect(ProjectAccess(isOwn: true, facts) == own)
    #expect(ProjectAccess(isOwn: false, facts) == other)
  }

  @Test(arguments: cells, ["g/own", "G/Own", "7", nil])
  func `the cell decides the finding for the own project`(
    cell: (facts: ProjectFacts?, own: ProjectAccess, other: ProjectAccess), id: String?
  ) {
    let rules = Self.rules(id: id, facts: cell.facts, listing: nil)
    #expect(rules == (cell.own == .hidden && id != nil ? ["project/not-public"] : []))
  }

  @Test(arguments: cells)
  func `the cell decides the finding for another project`(
    cell: (facts: ProjectFacts?, own: ProjectAccess, other: ProjectAccess)
  ) {
    let expected: [String] =
      switch cell.other {
      case .allowed: []
      case .hidden, .notPublic: ["project/not-public"]
      case .repositoryRestricted: ["project/repository-restricted"]
      case .unknown: ["project/visibility-unknown"]
      }
    #expect(Self.rules(id: "g/other", facts: nil, listing: cell.facts) == expected)
  }

  private static func rules(id: String?, facts: ProjectFacts?, listing: ProjectFacts?) -> [String] {
    var projects = ProjectsFile()
    if let listing { projects.add(ProjectPath("g/other"), listing) }
    let context = ProjectContext(
      own: OwnProject(path: ProjectPath("g/own"), id: 7, source: .option), ownFacts: facts,
      projects: projects)
    let member = id.map { "id: '\($0)'" } ?? "prune: true"
    let verdict = readConfiguration(
      Array("gitops: {manifest_projects: [{\(member)}]}".utf8), version: "16.5")
    return checkProjects(of: verdict, in: context).filter { $0.severity > .info }.map(\.rule.id)
  }
}

@Suite struct `Ids of projects` {
  @Test(arguments: [
    ("myproject", nil), ("https://gitlab.com/g/a", "g/a"), ("https://gitlab.com/g/a.git", "g/a"),
    ("git@gitlab.com:g/s/a.git", "g/s/a"), ("/g/a", "g/a"), ("g/a/", "g/a"), ("g/a.git", "g/a"),
    (" g/a", "g/a"), ("g/ app", "g/app"), ("g//a", "g/a"), ("g/*", nil), ("*", nil),
    ("g/a:agent", "g/a"), ("g/a\n", "g/a"), ("<group>/<project>", nil), ("g/ä", nil),
    ("99999999999999999999", nil),
  ])
  func `that find no project are refused, with the one that is meant`(
    id: String, proposal: String?
  ) throws {
    guard case .nothing(let fault) = ProjectReference(id) else {
      Issue.record("\(id) was taken")
      return
    }
    #expect(fault.proposal == proposal)
  }

  @Test(arguments: ["g/a", "group/sub-group/app.v2", "G_1/a"])
  func `that are full paths are taken`(id: String) {
    #expect(ProjectReference(id) == .path(ProjectPath(id)))
  }

  @Test func `are equal when they differ in case only`() {
    #expect(ProjectPath("Group/App") == ProjectPath("group/app"))
    #expect(ProjectPath("group/app").isBelow(ProjectPath("Group")))
    #expect(!ProjectPath("group2/app").isBelow(ProjectPath("group")))
  }

  @Test(arguments: [
    ("https://gitlab.example.com/g/a.git", "g/a"), ("https://u:p@host:8443/g/s/a", "g/s/a"),
    ("git@host:g/a.git", "g/a"), ("ssh://git@host:22/g/a.git/", "g/a"), ("host:g/a", "g/a"),
    ("/srv/git/a.git", nil), ("../a.git", nil), ("file:///srv/a.git", nil), ("C:/git/a", nil),
    ("https://host/a", nil), ("", nil),
  ])
  func `are guessed from a remote's URL`(url: String, path: String?) {
    #expect(ProjectPath(remote: url)?.text == path)
  }
}

@Suite struct `Which project this is` {
  typealias Candidates = OwnProject.Candidates

  @Test func `is told by the first that knows`() {
    var candidates = Candidates()
    #expect(OwnProject.identify(candidates) == nil)
    candidates.originURL = "git@host:g/origin.git"
    #expect(
      OwnProject.identify(candidates) == OwnProject(path: ProjectPath("g/origin"), source: .remote))
    candidates.pipelinePath = "fork/pipeline"
    candidates.pipelineID = "3"
    #expect(
      OwnProject.identify(candidates)
        == OwnProject(path: ProjectPath("fork/pipeline"), id: 3, source: .pipeline))
    candidates.mergeRequestTargetPath = "g/target"
    #expect(
      OwnProject.identify(candidates)
        == OwnProject(path: ProjectPath("g/target"), source: .pipeline))
    candidates.hookPath = "g/hook"
    candidates.hookRepository = "project-9"
    #expect(
      OwnProject.identify(candidates)
        == OwnProject(path: ProjectPath("g/hook"), id: 9, source: .serverHook))
    candidates.settings = "g/settings"
    #expect(
      OwnProject.identify(candidates)
        == OwnProject(path: ProjectPath("g/settings"), source: .settings))
    candidates.option = "g/option"
    #expect(
      OwnProject.identify(candidates) == OwnProject(path: ProjectPath("g/option"), source: .option))
    candidates.option = ""
    #expect(OwnProject.identify(candidates)?.source == .settings)
  }

  @Test func `is assumed for unlisted projects when nothing tells`() {
    var context = ProjectContext()
    context.projects.add(ProjectPath("g/listed"), ProjectFacts(visibility: .public, id: 4))
    #expect(context.relation(ofProject: nil) == .own)
    #expect(context.relation(ofProject: "g/a") == .assumedOwn)
    #expect(context.relation(ofProject: "G/Listed") == .other)
    #expect(context.relation(ofProject: "4") == .other)
    #expect(context.relation(ofProject: "5") == .assumedOwn)
    #expect(context.relation(ofProject: "nonsense") == .nowhere)
  }

  @Test func `is known by number and by path`() {
    var context = ProjectContext(own: OwnProject(path: nil, id: 4, source: .option))
    context.projects.add(ProjectPath("g/own"), ProjectFacts(visibility: .private, id: 4))
    #expect(context.relation(ofProject: "g/own") == .own)
    #expect(context.relation(ofProject: "4") == .own)
    #expect(context.relation(ofProject: "g/a") == .other)
    context.own = OwnProject(path: ProjectPath("g/own"), source: .option)
    #expect(context.relation(ofProject: "4") == .own)
    #expect(context.relation(ofProject: "5") == .other)
  }

  @Test func `other projects are listed once each, and this one is not`() {
    let verdict = readConfiguration(
      Array(
        """
        gitops:
          manifest_projects:
          - id: g/own
          - id: g/b
          - id: G/B
          - id: g/a
          - id: nonsense
          - prune: true
        """.utf8), version: "16.5")
    let context = ProjectContext(own: OwnProject(path: ProjectPath("g/own"), source: .option))
    #expect(otherProjects(namedBy: [verdict.configuration], in: context) == ["g/a", "g/b"])
  }
}

@Suite struct `The projects file` {
  static let expected: [(String, ProjectFacts)] = [
    ("g/a", ProjectFacts(visibility: .public, repository: .private, id: 7)),
    ("g/b", ProjectFacts(visibility: .internal)),
  ]

  @Test(arguments: [
    "g/a:\n  visibility: public\n  repository: private\n  id: 7\ng/b: internal\n",
    "{\"g/a\": {\"visibility\": \"public\", \"repository\": \"private\", \"id\": 7}, \"g/b\": \"internal\"}",
    "path,visibility,repository,id\ng/a,public,private,7\ng/b,internal,,\n",
    "\"id\",\"path\",\"visibility\",\"repository\"\r\n7,\"g/a\",public,private\r\n,g/b,internal\r\n",
  ])
  func `is YAML, JSON or CSV`(source: String) throws {
    let file = try ProjectsFile(parsing: Array(source.utf8))
    #expect(file.projects.map(\.path.text) == Self.expected.map(\.0))
    #expect(file.projects.map(\.facts) == Self.expected.map(\.1))
    #expect(file[ProjectPath("G/A")]?.id == 7)
    #expect(file.path(ofProject: 7)?.text == "g/a")
  }

  @Test(arguments: [
    ("g/a: open\n", 1), ("g/b: public\ng/a: {visibility: public, size: 3}\n", 2),
    ("- g/a\n", 1), ("g/a: public\nG/A: public\n", 2), ("app: public\n", 1), ("g/a: {id: x}\n", 1),
    ("g/a: [public]\n", 1), ("path,visibility\ng/a,public\ng/b,everyone\n", 3),
    ("path,visibility\ng/a,public,7\n", 2), ("path,colour\ng/a,red\n", 2), ("g/a: {\n", nil),
  ])
  func `is refused with the line of the fault`(source: String, line: Int?) {
    let error = #expect(throws: InputFileError.self) {
      try ProjectsFile(parsing: Array(source.utf8))
    }
    if let line { #expect(error?.line == line) }
  }

  @Test func `may be empty`() throws {
    #expect(try ProjectsFile(parsing: []).projects.isEmpty)
    #expect(try ProjectsFile(parsing: Array("# none\n".utf8)).projects.isEmpty)
  }
}

@Suite struct `What is said of projects` {
  private func rules(
    _ source: String, version: GitLabVersion? = "16.5", own: String? = "g/own",
    branches: Set<String>? = nil
  ) -> [String] {
    let verdict = readConfiguration(Array(source.utf8), version: version)
    let context = ProjectContext(
      own: own.map { OwnProject(path: ProjectPath($0), source: .option) }, branches: branches)
    return checkProjects(of: verdict, in: context).map(\.rule.id)
  }

  @Test(arguments: [
    ("13.7", "[{id: g/own}, {id: g/own, paths: [{glob: a}]}]", 1),
    ("13.10", "[{id: g/own}, {id: g/own, paths: [{glob: a}]}]", 0),
    ("13.10", "[{id: g/own}, {id: g/own, default_namespace: b}]", 1),
    ("13.12", "[{id: g/own}, {id: g/own, default_namespace: b}]", 0),
    ("13.12", "[{id: g/own}, {id: g/own, default_namespace: default}]", 1),
    ("14.0", "[{id: g/own}, {id: g/own, default_namespace: b}]", 1),
    ("16.5", "[{id: g/own}, {prune: false}]", 1), ("16.5", "[{}, {prune: false}]", 1),
  ])
  func `a project may be listed once, as the version compares`(
    version: String, list: String, count: Int
  ) {
    let found = rules("gitops: {manifest_projects: \(list)}", version: GitLabVersion(version))
    #expect(found.count { $0 == "project/duplicate" } == count)
  }

  @Test func `ids that differ in case are two workers over one project`() {
    #expect(
      rules("gitops: {manifest_projects: [{id: g/own}, {id: G/Own}]}")
        == ["project/duplicate-case"])
  }

  @Test(arguments: [
    ("branch: main", [String]()), ("branch: topic", ["project/ref-missing"]),
    ("branch: refs/heads/main", ["project/ref-format"]), ("branch: a..b", ["project/ref-format"]),
    ("tag: refs/tags/v1", ["project/ref-format"]), ("tag: v1", []),
    ("commit: 0123456789abcdef0123456789abcdef01234567", []),
    ("commit: 'abc1234'", ["project/ref-format"]),
  ])
  func `a reference is a short name or a full id`(member: String, expected: [String]) {
    let source = "gitops: {manifest_projects: [{id: g/own, ref: {\(member)}}]}"
    #expect(rules(source, branches: ["main"]) == expected)
  }

  @Test func `findings of one file are bounded`() {
    let entries = (0..<5000).map { "{id: x/p\($0)}" }.joined(separator: ",")
    #expect(rules("ci_access: {projects: [\(entries)]}").count == ProjectChecks.maximumFindings)
  }

  @Test func `a project whose id cannot be read is nobody's`() throws {
    let verdict = readConfiguration(
      Array("gitops: {manifest_projects: [{id: 5}, {id: [a]}, {prune: true}]}".utf8),
      version: "16.5")
    let context = ProjectContext()
    #expect(
      verdict.configuration.manifestProjects.map { context.isHere($0) } == [false, false, true])
    #expect(checkProjects(of: verdict, in: context).isEmpty)
  }

  @Test func `an unknown own project is told once`() {
    #expect(
      rules("gitops: {manifest_projects: [{id: g/a}, {id: g/b}]}", own: nil)
        == ["project/own-unknown"])
  }

  @Test func `nothing is said of manifest projects from 17.0 on`() {
    #expect(rules("gitops: {manifest_projects: [{id: g/x}, {id: g/x}]}", version: "17.0") == [])
  }

  @Test(arguments: [
    ("projects: [{id: g/a}, {id: G/A}]", ["agent/entry-duplicate"]),
    ("projects: [{id: other/a}]", ["agent/entry-other-root"]),
    ("groups: [{id: g}], projects: [{id: g/s/a}]", ["agent/entry-covered"]),
    ("projects: [{id: g/own}]", ["agent/entry-own-project"]),
    ("projects: [{id: /g/a}]", ["agent/entry-id"]), ("groups: [{id: 'g/*'}]", ["agent/entry-id"]),
    ("projects: [{id: a}]", ["agent/entry-id"]), ("groups: [{id: g}]", []),
    ("projects: [{id: path/to/project}]", ["project/sample-id"]),
    ("projects: [{id: g/a, environments: ['review/*', prod]}]", []),
    ("projects: [{id: g/a, environments: ['^prod']}]", ["agent/environment-pattern"]),
    ("projects: [{id: g/a, environments: ['review/.*']}]", ["agent/environment-pattern"]),
    ("projects: [{id: g/a, environments: [' ']}]", ["agent/environment-pattern"]),
    ("projects: [{id: g/a, access_as: {agent: {}}}]", []),
    ("projects: [{id: g/a, access_as: {ci_job: {}}}]", ["agent/access-as-tier"]),
  ])
  func `entries of ci_access are read as GitLab reads them`(members: String, expected: [String]) {
    #expect(rules("ci_access: {\(members)}") == expected)
  }

  @Test(arguments: [("15.5", ["agent/entry-other-root"]), ("15.6", [])])
  func `before 15.6 the own group is the root of entries`(version: String, expected: [String]) {
    #expect(
      rules(
        "ci_access: {projects: [{id: g/a}, {id: g/s/b}]}", version: GitLabVersion(version),
        own: "g/s/own") == expected)
  }

  @Test(arguments: [("16.11", 100), ("17.0", 500)])
  func `entries beyond the limit are dropped`(version: String, limit: Int) {
    let entries = (0...limit).map { "{id: g/p\($0)}" }
    let version = GitLabVersion(version)
    #expect(
      rules("ci_access: {projects: [\(entries.joined(separator: ", "))]}", version: version)
        == ["agent/entry-limit"])
    #expect(
      rules(
        "ci_access: {projects: [\(entries.dropLast().joined(separator: ", "))]}", version: version)
        == [])
  }

  @Test(arguments: [("18.2", ["agent/access-as-missing"]), ("18.3", [])])
  func `user_access needs access_as before 18.3`(version: String, expected: [String]) {
    #expect(
      rules("user_access: {projects: [{id: g/a}]}", version: GitLabVersion(version)) == expected)
  }
}
