import Kubernetes
import YAML

extension LintRun {
  /// Judges files again whose objects are of kinds that other files define: only once all have been
  /// read is it known which kinds there are. Every verdict stays a function of the file's bytes and
  /// the options, of which the definitions are a part.
  mutating func judgeCustomResources() throws(RepositoryError) {
    var own = CustomDefinitions()
    try compareDefinitions()
    for index in verdicts.indices {
      for definition in verdicts[index].definitions { own.add(definition) }
      verdicts[index].definitions = []
    }
    var known = own
    known.add(options.kubernetes.definitions)
    try addExternalDefinitions(to: &known)
    guard !known.isEmpty else { return }
    let wanted = verdicts.indices.filter { index in
      verdicts[index].objects.contains { object in
        let (apiVersion, kind) = (object.identity.apiVersion, object.identity.kind)
        // What the options' definitions know has been judged by them, unless the tree says otherwise.
        return own.knows(apiVersion: apiVersion, kind: kind)
          || object.notChecked == .noSchema
            && (known.knows(apiVersion: apiVersion, kind: kind)
              || known.isNear(apiVersion: apiVersion, kind: kind))
      }
    }
    guard !wanted.isEmpty else { return }
    var entries: [Int: Int] = [:]
    for (entry, file) in files { if let number = file.verdict { entries[number] = entry } }
    var options = options
    options.kubernetes.definitions = known
    let queue = JudgingQueue(options, files: wanted.count)
    var chunk = JudgingQueue.Chunk()
    do throws(RepositoryError) {
      for number in wanted {
        if options.isOverdue() {
          throw RepositoryError("the time is up (--deadline) while custom resources are checked")
        }
        guard let entry = entries[number] else { continue }
        chunk.add(number, try trees.read(entry))
        if chunk.isFull {
          queue.add(chunk)
          chunk = JudgingQueue.Chunk()
        }
      }
    } catch {
      queue.abandon()
      throw error
    }
    queue.add(chunk)
    for (number, verdict) in queue.finish() {
      verdicts[number] = verdict
      verdicts[number].definitions = []
    }
    lap("judging")
  }

  /// One kind that two definitions give to one agent, or to one run without agents: which of them the
  /// server follows depends on which came first.
  private mutating func compareDefinitions() throws(RepositoryError) {
    guard verdicts.contains(where: { !$0.definitions.isEmpty }) else { return }
    var first: [String: (place: ObjectPlace, agents: [Int])] = [:]
    for (entry, file) in files {
      guard let number = file.verdict else { continue }
      for definition in verdicts[number].definitions {
        let object = verdicts[number].objects.first {
          $0.identity.kind == "CustomResourceDefinition"
            && $0.identity.name == definition.objectName
        }
        guard let object else { continue }
        let place = ObjectPlace(entry: entry, object: object)
        let key = "\(definition.group)/\(definition.kind)"
        guard let other = first[key] else {
          first[key] = (place, file.agents)
          continue
        }
        // The same object written twice is told as that.
        let shared = file.agents.filter(other.agents.contains)
        guard other.place.object.identity.name != object.identity.name,
          !shared.isEmpty || file.agents.isEmpty && other.agents.isEmpty
        else { continue }
        let (start, end) = try positions(of: other.place)
        var finding = try finding(
          SetRules.kindDefinedTwice, at: place,
          "\(object.identity.name) defines the kind \(definition.kind) of \(definition.group), which \(other.place.object.identity.name) defines too (\(String(decoding: path(other.place.entry), as: UTF8.self)):\(start.line)); the server accepts the names of one of them only"
        )
        finding.related = [
          .init(
            path: path(other.place.entry), start: start, end: end, message: "the other definition")
        ]
        add(finding, agents: shared.map { agents[$0].name })
      }
    }
  }

  /// Asks for the kinds that nothing defines where the user said that schemas are to be found.
  private func addExternalDefinitions(
    to known: inout CustomDefinitions
  ) throws(RepositoryError) {
    guard let external = options.externalDefinition else { return }
    var missing: Set<[String]> = []
    for verdict in verdicts {
      for object in verdict.objects where object.notChecked == .noSchema {
        missing.insert([object.identity.apiVersion, object.identity.kind])
      }
    }
    for name in missing.sorted(by: { $0.lexicographicallyPrecedes($1) })
    where !known.knows(apiVersion: name[0], kind: name[1]) {
      if let definition = try external(name[0], name[1]) { known.add(definition) }
    }
  }
}
