/// One thing that is another in a newer release.
public struct SchemaChange: Sendable {
  public enum Event: String, Sendable {
    case added, removed, changed
    /// Served without being switched on.
    case onByDefault = "on-by-default"
    case deprecated
  }

  public var event: Event
  /// The first release in which it is so.
  public var version: KubernetesVersion
  /// `apps/v1 Deployment` for a kind, `spec.template.spec.resources` or `PodSpec.resources` for a
  /// field.
  public var subject: String
  public var isField: Bool
  /// The type, or what replaces it.
  public var detail: String
  /// The kinds in which the field is, as far as more than one was asked for.
  public var kinds: [String]
}

extension Catalogue {
  /// What changes from one release to a later one: kinds and fields that come, go, become another
  /// type, are served by default or deprecated; sorted by release and name.
  ///
  /// - Parameter question: a kind, as in `describe`; nil: all.
  public static func changes(
    from old: KubernetesVersion, to new: KubernetesVersion, of question: String? = nil
  ) throws(SchemaQueryFailure) -> [SchemaChange] {
    var changes: [SchemaChange] = []
    if let question {
      let answer = try describe(question, in: VersionSet(new))
      guard let kind = kind(apiVersion: answer.kind.apiVersion, kind: answer.kind.kind) else {
        return []
      }
      changes = lifeChanges(of: kind, old, new)
      for (definition, path) in definitions(below: kind, old, new) {
        changes += fieldChanges(of: definition, old, new).map { change in
          var change = change
          change.subject = (path + [change.subject]).joined(separator: ".")
          return change
        }
      }
    } else {
      var users: [Definition: Set<String>] = [:]
      for kind in allKinds where kind.role == .resource {
        changes += lifeChanges(of: kind, old, new)
        guard kind.servedSince <= old.minor, kind.servedUntil >= new.minor else { continue }
        for (definition, _) in definitions(below: kind, old, new) {
          users[definition, default: []].insert(kind.kind)
        }
      }
      for definition in users.keys.sorted(by: { $0.number < $1.number }) {
        changes += fieldChanges(of: definition, old, new).map { change in
          var change = change
          change.subject = "\(definition.name).\(change.subject)"
          change.kinds = (users[definition] ?? []).sorted()
          return change
        }
      }
    }
    return changes.enumerated().sorted {
      ($0.element.version, $0.element.isField ? 1 : 0, $0.element.subject, $0.offset)
        < ($1.element.version, $1.element.isField ? 1 : 0, $1.element.subject, $1.offset)
    }.map(\.element)
  }

  private static func lifeChanges(
    of kind: Kind, _ old: KubernetesVersion, _ new: KubernetesVersion
  ) -> [SchemaChange] {
    var changes: [SchemaChange] = []
    let life = lifecycle(apiVersion: kind.apiVersion, kind: kind.kind)
    let replacement = life.map { $0.replacement.isEmpty ? "" : "use \($0.replacement)" } ?? ""
    func add(_ event: SchemaChange.Event, _ minor: UInt8, _ detail: String = "") {
      guard minor > old.minor, minor <= new.minor else { return }
      changes.append(
        SchemaChange(
          event: event, version: .init(minor: minor),
          subject: "\(kind.apiVersion) \(kind.kind)", isField: false, detail: detail, kinds: []))
    }
    add(.added, kind.servedSince)
    if let on = kind.onByDefault { add(.onByDefault, on.lowerBound) }
    if let since = life?.deprecatedIn { add(.deprecated, since, replacement) }
    add(.removed, kind.servedUntil + 1, replacement)
    return changes
  }

  /// Named by the field alone.
  private static func fieldChanges(
    of definition: Definition, _ old: KubernetesVersion, _ new: KubernetesVersion
  ) -> [SchemaChange] {
    var records: [[FieldRecord]] = []
    for record in definition.fields.lazy.map(FieldRecord.init(number:)) {
      if records.last?.first?.name == record.name {
        records[records.count - 1].append(record)
      } else {
        records.append([record])
      }
    }
    var changes: [SchemaChange] = []
    for versions in records {
      func record(at minor: UInt8) -> FieldRecord? {
        versions.first { $0.since <= minor && $0.until >= minor }
      }
      func add(_ event: SchemaChange.Event, _ minor: UInt8, _ detail: String) {
        changes.append(
          SchemaChange(
            event: event, version: .init(minor: minor), subject: versions[0].name.text,
            isField: true, detail: detail, kinds: []))
      }
      switch (record(at: old.minor), record(at: new.minor)) {
      case (nil, let now?): add(.added, now.since, now.typeText)
      case (let before?, nil): add(.removed, before.until + 1, before.typeText)
      case (let before?, let now?) where before.typeText != now.typeText:
        add(.changed, now.since, "\(before.typeText), now \(now.typeText)")
      default: break
      }
    }
    return changes
  }

  /// Every definition in a kind with the shortest way to it, through fields that both releases have:
  /// of a field that comes or goes, what is in it goes without saying.
  private static func definitions(
    below kind: Kind, _ old: KubernetesVersion, _ new: KubernetesVersion
  ) -> [(Definition, [String])] {
    guard let root = kind.definition else { return [] }
    var found: [(definition: Definition, path: [String])] = [(root, [])]
    var seen: Set<Definition> = [root]
    var next = 0
    while next < found.count {
      let (definition, path) = found[next]
      next += 1
      for record in definition.fields.lazy.map(FieldRecord.init(number:))
      where record.since <= old.minor && record.until >= new.minor {
        guard let target = record.target, seen.insert(target).inserted else { continue }
        found.append((target, path + [record.name.text]))
      }
    }
    return found.map { ($0.definition, $0.path) }
  }
}
