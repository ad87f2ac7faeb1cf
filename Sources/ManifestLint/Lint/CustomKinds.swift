import Kubernetes
import YAML

extension LintRun {
  /// Judges files again whose objects are of kinds that other files define: only once all have been
  /// read is it known which kinds there are. Every verdict stays a function of the file's bytes and
  /// the options, of which the definitions are a part.
  mutating func judgeCustomResources() throws(RepositoryError) {
    var own = CustomDefinitions()
    try compareDefinitions()
    for (_, definitions) in verdicts.definitions.sorted(by: { $0.key < $1.key }) {
      for definition in definitions { own.add(definition) }
    }
    verdicts.forgetDefinitions()
    var known = own
    known.add(options.kubernetes.definitions)
    try addExternalDefinitions(to: &known)
    guard !known.isEmpty else { return }
    let wanted = verdictsWithObjects { apiVersion, kind, isWithoutSchema in
      // What the options' definitions know has been judged by them, unless the tree says otherwise.
      own.knows(apiVersion: apiVersion, kind: kind)
        || isWithoutSchema
          && (known.knows(apiVersion: apiVersion, kind: kind)
            || known.isNear(apiVersion: apiVersion, kind: kind))
    }
    guard !wanted.isEmpty else { return }
    var entries: [Int: Int] = [:]
    for (entry, number) in files { if let number { entries[number] = entry } }
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
    for judged in queue.finish() { verdicts.add(judged) }
    verdicts.forgetDefinitions()
    lap("judging")
  }

  /// One kind that two definitions give to one agent, or to one run without agents: which of them the
  /// server follows depends on which came first.
  private mutating func compareDefinitions() throws(RepositoryError) {
    let definitions = verdicts.definitions
    if definitions.isEmpty { return }
    var first: [String: (place: ObjectPlace, agents: [Int])] = [:]
    for (entry, number) in files {
      guard let number, let own = definitions[number] else { continue }
      let (objects, selectedBy) = (verdicts[number].objects, files.agents(of: entry))
      for definition in own {
        let object = objects.first {
          $0.identity.kind == "CustomResourceDefinition"
            && $0.identity.name == definition.objectName
        }
        guard let object else { continue }
        let place = ObjectPlace(entry: entry, object: object)
        let key = "\(definition.group)/\(definition.kind)"
        guard let other = first[key] else {
          first[key] = (place, selectedBy)
          continue
        }
        // The same object written twice is told as that.
        let shared = selectedBy.filter(other.agents.contains)
        guard other.place.object.identity.name != object.identity.name,
          !shared.isEmpty || selectedBy.isEmpty && other.agents.isEmpty
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

  /// The verdicts that have an object of which something is true. Each kind is asked about once.
  private func verdictsWithObjects(
    _ condition: (_ apiVersion: String, _ kind: String, _ isWithoutSchema: Bool) -> Bool
  ) -> [Int] {
    struct Kind: Hashable {
      var number: Int
      var texts: [ArraySlice<UInt8>]
      var isWithoutSchema: Bool
    }
    var answers: [Kind: Bool] = [:]
    var walk = verdicts.walk
    return verdicts.indices.filter { index in
      guard let head = walk.open(index) else { return false }
      var isFound = false
      for _ in 0..<head.objectCount {
        guard let object = walk.nextObject() else { break }
        let bytes = walk.bytes
        let kind = Kind(
          number: object.kindNumber,
          texts: object.kindNumber > 0 ? [] : [bytes[object.apiVersion], bytes[object.kind]],
          isWithoutSchema: object.notChecked == .noSchema)
        if let known = answers[kind] {
          if known { isFound = true }
          continue
        }
        let builtIn = Catalogue.kind(number: object.kindNumber - 1)
        let answer = condition(
          builtIn?.apiVersion ?? String(decoding: bytes[object.apiVersion], as: UTF8.self),
          builtIn?.kind ?? String(decoding: bytes[object.kind], as: UTF8.self),
          kind.isWithoutSchema)
        answers[kind] = answer
        if answer { isFound = true }
      }
      return isFound
    }
  }

  /// Asks for the kinds that nothing defines where the user said that schemas are to be found.
  private func addExternalDefinitions(
    to known: inout CustomDefinitions
  ) throws(RepositoryError) {
    guard let external = options.externalDefinition else { return }
    var missing: Set<[String]> = []
    _ = verdictsWithObjects { apiVersion, kind, isWithoutSchema in
      if isWithoutSchema { missing.insert([apiVersion, kind]) }
      return false
    }
    for name in missing.sorted(by: { $0.lexicographicallyPrecedes($1) })
    where !known.knows(apiVersion: name[0], kind: name[1]) {
      if let definition = try external(name[0], name[1]) { known.add(definition) }
    }
  }
}
