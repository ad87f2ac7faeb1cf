public import Kubernetes
import YAML

/// What a change from one tree to another does in the clusters: per agent, what it would create,
/// change and prune.
public struct PlanChanges: Sendable {
  public struct Change: Sendable {
    public var before: Report.PlannedObject
    public var after: Report.PlannedObject
    /// JSON pointers of what differs, in document order; cut off at `PlanChanges.mostFields`.
    public var fields: [String]
    public var hasMoreFields = false
  }

  public struct Pruned: Sendable {
    public var object: Report.PlannedObject
    /// Whether it is the workload that the agent itself runs in, told by its image.
    public var isAgent: Bool
    /// False when the entry says `prune: false`: the object stays in the cluster, without an owner.
    public var isPruned: Bool
  }

  public struct Agent: Sendable {
    public var name: String
    public var created: [Report.PlannedObject] = []
    public var changed: [Change] = []
    public var pruned: [Pruned] = []
    public var unchanged = 0
  }

  public var agents: [Agent] = []
  public static let mostFields = 20
}

/// What tells objects of one agent apart: an inventory is kept for each manifest project, so that an
/// object that moves from one entry to another is pruned there and created here.
private struct Slot: Hashable {
  var agent: String
  var project: String
  var group: String
  var kind: String
  var namespace: String?
  var name: String

  init(_ agent: String, _ selection: Report.Agent.Selection, _ identity: ObjectIdentity) {
    self.agent = agent
    project = selection.project ?? ""
    group = String(identity.group)
    kind = identity.kind
    namespace = identity.namespace
    name = identity.name
  }
}

/// Compares what two reports plan. The views must be those from which the reports were made.
public func compare(
  _ old: Report, in oldView: some RepositoryView, with new: Report, in newView: some RepositoryView,
  options: LintOptions = LintOptions()
) throws(RepositoryError) -> PlanChanges {
  var before: [Slot: (object: Report.PlannedObject, prunes: Bool)] = [:]
  var order: [Slot] = []
  for agent in old.agents {
    for selection in agent.selections {
      for object in selection.objects {
        let slot = Slot(agent.name, selection, object.identity)
        if before.updateValue((object, selection.prunes), forKey: slot) == nil {
          order.append(slot)
        }
      }
    }
  }
  // Whether an entry prunes is asked of the new configuration, which is what the agent then has.
  var prunes: [String: Bool] = [:]
  var changes: [String: PlanChanges.Agent] = [:]
  var oldObjects = ObjectReader(view: oldView, options: options)
  var newObjects = ObjectReader(view: newView, options: options)
  var seen: Set<Slot> = []
  for agent in new.agents {
    var result = PlanChanges.Agent(name: agent.name)
    for selection in agent.selections {
      prunes["\(agent.name) \(selection.project ?? "")"] = selection.prunes
      for object in selection.objects {
        let slot = Slot(agent.name, selection, object.identity)
        guard seen.insert(slot).inserted else { continue }
        guard let previous = before[slot]?.object else {
          result.created.append(object)
          continue
        }
        if try oldObjects.isSameBlob(previous, newView, object) {
          result.unchanged += 1
          continue
        }
        let difference = Difference(
          try oldObjects.node(of: previous), try newObjects.node(of: object))
        if difference.fields.isEmpty {
          result.unchanged += 1
        } else {
          result.changed.append(
            PlanChanges.Change(
              before: previous, after: object, fields: difference.fields,
              hasMoreFields: difference.isCutOff))
        }
      }
    }
    changes[agent.name] = result
  }
  for slot in order where !seen.contains(slot) {
    guard let (object, oldPrunes) = before[slot] else { continue }
    let isPruned = prunes["\(slot.agent) \(slot.project)"] ?? oldPrunes
    let isAgent =
      slot.kind == "Deployment" || slot.kind == "StatefulSet"
      ? try oldObjects.runsAgent(object) : false
    changes[slot.agent, default: PlanChanges.Agent(name: slot.agent)].pruned.append(
      PlanChanges.Pruned(object: object, isAgent: isAgent, isPruned: isPruned))
  }
  return PlanChanges(
    agents: changes.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
}

/// Finds the nodes of planned objects, reading each file once in a row.
private struct ObjectReader<View: RepositoryView> {
  let view: View
  let options: LintOptions
  private var path: [UInt8]?
  private var tree: Tree?
  private var objects: [ManifestObject] = []

  init(view: View, options: LintOptions) {
    self.view = view
    self.options = options
  }

  /// Whether two objects stand at the same place of equal blobs.
  func isSameBlob(
    _ object: Report.PlannedObject, _ otherView: some RepositoryView, _ other: Report.PlannedObject
  ) throws(RepositoryError) -> Bool {
    guard object.document == other.document, object.pointer == other.pointer,
      let left = view.listing.index(of: object.path),
      let right = otherView.listing.index(of: other.path)
    else {
      // In neither tree: it comes from another project or commit, which stays as it is.
      return object.path == other.path && view.listing.index(of: object.path) == nil
        && otherView.listing.index(of: other.path) == nil
    }
    return view.listing.entries[left].id == otherView.listing.entries[right].id
  }

  mutating func node(
    of object: Report.PlannedObject
  ) throws(RepositoryError) -> (tree: Tree, node: NodeID)? {
    if object.path != path {
      guard let entry = view.listing.index(of: object.path) else { return nil }
      let tree = readYAML(
        try view.read(entry: entry), as: .manifests(options.splitter),
        limits: options.limits.reading)
      path = object.path
      self.tree = tree
      objects = checkManifests(tree, options: options.kubernetes).objects
    }
    guard let tree,
      let found = objects.first(where: {
        $0.document == object.document && $0.pointer == object.pointer
      })
    else { return nil }
    return (tree, found.node)
  }
}

extension ObjectReader {
  /// GitLab's images of the agent are called `…/agentk`.
  fileprivate mutating func runsAgent(
    _ object: Report.PlannedObject
  ) throws(RepositoryError) -> Bool {
    guard let (tree, node) = try node(of: object), let text = tree.json(node) else { return false }
    return String(decoding: text, as: UTF8.self).contains("/agentk")
  }
}

/// The places at which two values differ, as the API server would see them.
private struct Difference {
  private(set) var fields: [String] = []
  private(set) var isCutOff = false
  /// Aliases can make a small file a huge value.
  private var budget = 1_000_000

  init(_ left: (tree: Tree, node: NodeID)?, _ right: (tree: Tree, node: NodeID)?) {
    guard let left, let right else {
      fields = [""]
      return
    }
    compare(left.tree, left.node, right.tree, right.node, "", depth: 0)
  }

  private mutating func add(_ pointer: String) {
    if fields.count < PlanChanges.mostFields { fields.append(pointer) } else { isCutOff = true }
  }

  private mutating func compare(
    _ left: Tree, _ a: NodeID, _ right: Tree, _ b: NodeID, _ pointer: String, depth: Int
  ) {
    let a = left.target(a)
    let b = right.target(b)
    budget -= 1
    if budget < 0 { isCutOff = true }
    guard !isCutOff else { return }
    // Deeper than any built-in kind: what differs there is told as a whole.
    guard depth < 100, left[a].kind == right[b].kind, left[a].kind != .scalar else {
      if left.json(a) != right.json(b) { add(pointer) }
      return
    }
    if left[a].kind == .mapping {
      let old = members(left, a)
      let new = members(right, b)
      for (name, value) in new {
        let inner = pointer + "/" + escaped(name)
        if let previous = old.first(where: { $0.name == name })?.value {
          compare(left, previous, right, value, inner, depth: depth + 1)
        } else {
          add(inner)
        }
      }
      for (name, _) in old where !new.contains(where: { $0.name == name }) {
        add(pointer + "/" + escaped(name))
      }
    } else {
      let old = Array(left.children(a))
      let new = Array(right.children(b))
      for index in 0..<min(old.count, new.count) {
        compare(left, old[index], right, new[index], "\(pointer)/\(index)", depth: depth + 1)
      }
      for index in min(old.count, new.count)..<max(old.count, new.count) {
        add("\(pointer)/\(index)")
      }
    }
  }

  private func members(_ tree: Tree, _ node: NodeID) -> [(name: String, value: NodeID)] {
    tree.effectiveMembers(node).map { (tree.text(tree.target($0.key)), $0.value) }
  }

  private func escaped(_ name: String) -> String {
    name.replacing("~", with: "~0").replacing("/", with: "~1")
  }
}
