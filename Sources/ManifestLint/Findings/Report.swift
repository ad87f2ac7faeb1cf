public import Kubernetes
public import YAML

/// What one run found: the one record of which every format is a pure function.
public struct Report: Sendable {
  public struct Snapshot: Sendable {
    /// `worktree`, `index`, `commit`, `push` or `files`.
    public var kind: String
    /// Commit or tree id, when there is one.
    public var id: String?
    /// The ref that a push would move, when it is one.
    public var ref: String?

    public init(kind: String, id: String? = nil, ref: String? = nil) {
      self.kind = kind
      self.id = id
      self.ref = ref
    }
  }

  /// What one agent would take from this snapshot.
  public struct Agent: Sendable {
    public var name: String
    public var configuration: [UInt8]
    public var selections: [Selection]

    /// How an entry wants its objects applied.
    public struct Option: Sendable {
      public var name: String
      /// In force: the agent's default where the entry says nothing.
      public var value: String
      public var isWritten: Bool

      public init(name: String, value: String, isWritten: Bool) {
        self.name = name
        self.value = value
        self.isWritten = isWritten
      }
    }

    /// One entry of `manifest_projects`.
    public struct Selection: Sendable {
      /// As written, or nil when absent (15.7: the configuration project).
      public var project: String?
      public var globs: [String]
      /// False when the project is another one: its files are not here.
      public var isHere: Bool
      /// In the order in which the agent gets them.
      public var files: [[UInt8]]
      public var objects: [PlannedObject]
      /// How many files each of `globs` selects; empty when that is not known.
      public var matches: [Int]
      /// Empty before 14.0.
      public var options: [Option] = []
      /// What a move to Flux must take along; empty before 17.0.
      public var fluxNotes: [Message] = []
      /// Whether the agent removes from the cluster what is no longer selected.
      public var prunes: Bool
      /// The entry's `default_namespace`, or what the agent takes without one.
      public var defaultNamespace: String?

      public init(
        project: String?, globs: [String], isHere: Bool, files: [[UInt8]],
        objects: [PlannedObject], matches: [Int] = [], defaultNamespace: String? = nil,
        prunes: Bool = true
      ) {
        self.prunes = prunes
        self.project = project
        self.globs = globs
        self.isHere = isHere
        self.files = files
        self.objects = objects
        self.matches = matches
        self.defaultNamespace = defaultNamespace
      }
    }

    public init(name: String, configuration: [UInt8], selections: [Selection]) {
      self.name = name
      self.configuration = configuration
      self.selections = selections
    }
  }

  /// One object that an agent would apply.
  public struct PlannedObject: Sendable, Hashable {
    /// With the namespace that it gets: the default one where the manifest names none.
    public var identity: ObjectIdentity
    public var path: [UInt8]
    /// Counts documents of the file from 0.
    public var document: Int
    /// JSON pointer from the document's root; empty unless the object is an item of a list.
    public var pointer: String
    /// Whether the namespace is the default one, not the manifest's own.
    public var isNamespaceDefault: Bool

    public init(
      identity: ObjectIdentity, path: [UInt8], document: Int, pointer: String = "",
      isNamespaceDefault: Bool = false
    ) {
      self.pointer = pointer
      self.identity = identity
      self.path = path
      self.document = document
      self.isNamespaceDefault = isNamespaceDefault
    }
  }

  /// A checked object or file, for reports that list what passed too (JUnit, TAP).
  public struct Checked: Sendable {
    public var path: [UInt8]
    public var document: Int?
    public var object: ObjectIdentity?
    /// Why it was not checked, when it was not.
    public var notChecked: Message?
    /// JSON pointer of the object in its document; empty unless it is an item of a list.
    public var pointer: String
    /// `metadata.generateName`, when it has one.
    public var generateName: String?

    public init(
      path: [UInt8], document: Int? = nil, object: ObjectIdentity? = nil,
      notChecked: Message? = nil, pointer: String = "", generateName: String? = nil
    ) {
      self.pointer = pointer
      self.generateName = generateName
      self.path = path
      self.document = document
      self.object = object
      self.notChecked = notChecked
    }
  }

  public struct Summary: Sendable {
    public var agents = 0
    public var files = 0
    public var documents = 0
    public var objects = 0
    public var errors = 0
    public var warnings = 0
    public var infos = 0
    public var suppressed = 0
    /// How many objects were not checked, by reason, sorted by reason.
    public var notChecked: [(reason: Message, count: Int)] = []
    /// Objects whose kind has rules (CEL) that were not evaluated: the server may refuse them still.
    public var unevaluated = 0
    public var kubernetesVersions: [String] = []

    public init() {}
  }

  public var toolVersion: String
  public var snapshot: Snapshot
  public var agents: [Agent]
  public var checked: [Checked]
  /// Sorted by path, offset, rule id, message; suppressed ones included.
  public var findings: [Finding]
  public var summary: Summary
  /// What the merge needs of a shard; nil for a whole run.
  public var shard: ShardRecord?
  /// How long the stations took, when that was asked for. Never part of a machine-readable report:
  /// the same input gives the same bytes.
  public var timings: [(station: String, seconds: Double)] = []

  public init(
    toolVersion: String, snapshot: Snapshot, agents: [Agent] = [], checked: [Checked] = [],
    findings: [Finding] = [], summary: Summary = Summary()
  ) {
    self.toolVersion = toolVersion
    self.snapshot = snapshot
    self.agents = agents
    self.checked = checked
    self.findings = findings
    self.summary = summary
  }
}
