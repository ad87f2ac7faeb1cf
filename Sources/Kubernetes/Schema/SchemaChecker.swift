import YAML

/// Walks one file's objects against the catalogue and says what the server's decoder would refuse.
struct SchemaChecker {
  let tree: Tree
  /// Narrowed for a while below a field that is another type in other releases.
  private(set) var options: CheckOptions
  var objects: [ManifestObject] = []
  var diagnostics: [Diagnostic] = []

  /// The custom kinds that the file defines.
  var definitions: [CustomDefinition] = []
  var facts: FactReader

  /// Where the walk is, for pointers; only turned into text for a finding.
  enum Step {
    case key(NodeID)
    case index(UInt32)
    /// A field that is not there: see `absentName`.
    case absent
  }
  var path: [Step] = []
  /// The field for which `.absent` stands; only the last step can be one.
  var absentName = ""
  private var document = 0
  private var documentRoot = NodeID(0)
  private var seen = 0
  var hitLimit = false
  /// Below `items` and its like in a JSON schema the server decodes without strict mode.
  private var lenient = 0
  /// A Secret's values are never printed.
  private var hidesValues = false
  /// For custom resources.
  var custom = CustomProgress()

  /// Of the keys that have been looked up.
  let numbers: FieldNumbers

  init(tree: Tree, options: CheckOptions, maximumFacts: Int = 0) {
    self.tree = tree
    numbers = FieldNumbers.of(tree)
    self.options = options
    facts = FactReader(maximum: maximumFacts)
    objects.reserveCapacity(tree.documents.count)
    // Deeper than most objects are.
    path.reserveCapacity(24)
  }

  private var applySeverity: Severity { options.applyMode == .server ? .error : .warning }

  // MARK: Findings

  private func pointer() -> String {
    var text = ""
    for step in path {
      text += "/"
      switch step {
      case .index(let index): text += String(index)
      case .key(let key):
        append(String(decoding: tree.keyBytes(of: key), as: UTF8.self), to: &text)
      case .absent: append(absentName, to: &text)
      }
    }
    return text
  }

  private func append(_ name: String, to pointer: inout String) {
    for character in name.unicodeScalars {
      switch character {
      case "~": pointer += "~0"
      case "/": pointer += "~1"
      default: pointer.unicodeScalars.append(character)
      }
    }
  }

  /// The path as the server writes it: `spec.containers[0].image`.
  func fieldPath() -> String {
    var text = ""
    for step in path {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key):
        if !text.isEmpty { text += "." }
        text += tree.text(tree.target(key))
      case .absent:
        if !text.isEmpty { text += "." }
        text += absentName
      }
    }
    return text
  }

  mutating func report(
    _ rule: Rule, _ severity: Severity? = nil, at node: NodeID, _ message: Message,
    fix: Diagnostic.Fix? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        rule, severity: severity, at: tree[node].range, message, pointer: pointer(),
        document: document, fix: fix))
  }

  // MARK: Envelope

  mutating func document(_ index: Int, root: NodeID) {
    document = index
    documentRoot = root
    path.removeAll(keepingCapacity: true)
    envelope(root, depth: 0)
  }

  func member(_ mapping: NodeID, _ name: StaticString) -> (key: NodeID, value: NodeID)? {
    tree.pair(name, of: mapping)
  }

  /// A value's text when it is a JSON string.
  private func string(_ node: NodeID) -> String? {
    tree.isString(node) ? tree.text(tree.target(node)) : nil
  }

  private mutating func envelope(_ node: NodeID, depth: Int) {
    let root = tree.target(node)
    guard tree[root].kind == .mapping else {
      if path.isEmpty {
        if tree[root].kind == .scalar, tree.resolved(root) == .null { return }
        report(
          ManifestRules.notAnObject, at: node,
          "the document is \(describe(root)); an object (a mapping with apiVersion and kind) is expected"
        )
      } else {
        report(
          ManifestRules.listItem, at: node,
          "this item of the list is \(describe(root)); an object with apiVersion and kind is expected"
        )
      }
      return
    }
    let keys = EnvelopeKeys(of: root, in: tree)
    let kind = header(root, keys.kind, "kind", ManifestRules.missingKind)
    let apiVersion = header(root, keys.apiVersion, "apiVersion", ManifestRules.missingAPIVersion)
    guard let kind, let apiVersion else { return }
    guard let found = tree.catalogueKind(apiVersion: apiVersion.text, kind: kind.text) else {
      foreign(root, keys, kind: kind, apiVersion: apiVersion, depth: depth)
      return
    }
    if found.role == .list, let items = member(root, "items"), depth < 16 {
      list(items, depth: depth)
      return
    }
    object(root, keys, kind: kind, apiVersion: apiVersion, found: found, definition: nil)
  }

  /// An object whose kind is not built in.
  private mutating func foreign(
    _ root: NodeID, _ keys: EnvelopeKeys, kind: Header, apiVersion: Header, depth: Int
  ) {
    let version = tree.text(apiVersion.text)
    if version.utf8.count(where: { $0 == 0x2F }) > 1 {
      path.append(.key(apiVersion.key))
      report(
        ManifestRules.unknownKind, at: apiVersion.node,
        "apiVersion \(quoted(version)) has more than one slash; write group/version")
      path.removeLast()
      return
    }
    let name = tree.text(kind.text)
    let group = version.prefix { $0 != "/" }
    let definition = options.definitions.definition(group: group, kind: name)
    if options.definitions.isList(group: group, kind: name)
      || (definition == nil && name.hasSuffix("List")),
      let items = member(root, "items"), depth < 16
    {
      list(items, depth: depth)
      return
    }
    object(root, keys, kind: kind, apiVersion: apiVersion, found: nil, definition: definition)
  }

  private struct Header {
    let key: NodeID
    let node: NodeID
    /// No alias.
    let text: NodeID
  }

  private mutating func header(
    _ root: NodeID, _ found: (key: NodeID, value: NodeID)?, _ name: StaticString,
    _ rule: @autoclosure () -> Rule
  ) -> Header? {
    guard let found else {
      let lower = String(describing: name).lowercased()
      let near = tree.effectiveMembers(root).first {
        tree.text(tree.target($0.key)).lowercased() == lower
      }
      if let near {
        report(
          rule(), at: near.key,
          "\(quoted(String(describing: name))) is missing; \(quoted(tree.text(tree.target(near.key)))) is another name, because case matters",
          fix: rename(near.key, to: String(describing: name)))
      } else {
        // The first key stands for the object: a whole document is no place to look at.
        let place = tree.effectiveMembers(root).first?.key ?? root
        report(rule(), at: place, "the object has no \(quoted(String(describing: name)))")
      }
      return nil
    }
    let text = tree.target(found.value)
    guard tree.isString(text), tree[text].text.start < tree[text].text.end else {
      path.append(.key(found.key))
      report(
        rule(), at: found.value,
        "\(quoted(String(describing: name))) is \(describe(found.value)); a text is expected")
      path.removeLast()
      return nil
    }
    return Header(key: found.key, node: found.value, text: text)
  }

  private mutating func list(_ items: (key: NodeID, value: NodeID), depth: Int) {
    let value = tree.target(items.value)
    path.append(.key(items.key))
    defer { path.removeLast() }
    if tree[value].kind == .scalar, tree.resolved(value) == .null { return }
    guard tree[value].kind == .sequence else {
      report(
        ManifestRules.wrongType, at: items.value, "items is \(describe(value)); a list is expected")
      return
    }
    for (index, item) in tree.children(value).enumerated() {
      guard spend(item) else { return }
      path.append(.index(UInt32(index)))
      envelope(item, depth: depth + 1)
      path.removeLast()
    }
  }

  private mutating func object(
    _ root: NodeID, _ keys: EnvelopeKeys, kind: Header, apiVersion: Header,
    found: Catalogue.Kind?, definition: CustomDefinition?
  ) {
    let metadata = keys.metadata.map { tree.target($0.value) }
    let scope: ManifestObject.Scope =
      switch found?.isNamespaced ?? definition?.isNamespaced {
      case .some(true): .namespaced
      case .some(false): .cluster
      case .none: .unknown
      }
    let names = metadata.map { MetadataNames(of: $0, in: tree) }
    var object = ManifestObject(
      identity: ObjectIdentity(
        apiVersion: tree.text(apiVersion.text), kind: tree.text(kind.text),
        namespace: names?.namespace.flatMap { string($0) },
        name: names?.name.flatMap { string($0) } ?? ""),
      builtIn: found, scope: scope, document: document, node: root,
      pointer: path.isEmpty ? "" : pointer(), notChecked: nil,
      generateName: names?.generateName.flatMap { string($0) })
    hidesValues = tree.text(kind.text, equals: "Secret")
    defer { hidesValues = false }
    if tree.text(kind.text, equals: "CustomResourceDefinition"),
      object.identity.group == "apiextensions.k8s.io",
      let own = Field.read(root, in: tree, { CustomDefinition($0) })
    {
      definitions.append(own)
    }
    object.notChecked =
      if let definition {
        customResource(root, definition, kind: kind, apiVersion: apiVersion, &object)
      } else {
        recognise(kind: kind, apiVersion: apiVersion, found: found)
      }
    if object.notChecked == nil || object.notChecked == .notServed, let found,
      let definition = found.definition
    {
      hitLimit = false
      let before = diagnostics.count
      structure(root, definition)
      if object.notChecked == .notServed {
        // One cause, one finding: the fields of an API that is not there are beside the point.
        diagnostics.removeSubrange(before...)
      } else if hitLimit {
        object.notChecked = .limit
      } else if !diagnostics[before...].contains(where: { $0.severity == .error }) {
        // The server decodes before it validates: a misread object has no meaning to judge.
        meaning(root, found)
      }
    }
    if let metadata, let names, names.areRemarkable || scope == .cluster {
      metadataAdvice(metadata, scope: scope)
    }
    if object.notChecked != .limit {
      facts.read(root, in: tree, numbers, kind: found, number: objects.count)
    }
    objects.append(consume object)
  }

  /// Checks a custom resource by what defines its kind.
  private mutating func customResource(
    _ root: NodeID, _ definition: CustomDefinition, kind: Header, apiVersion: Header,
    _ object: inout ManifestObject
  ) -> ManifestObject.NotChecked? {
    let written = object.identity
    let wanted = written.apiVersion.drop { $0 != "/" }.dropFirst()
    let name = "\(written.apiVersion) \(written.kind)"
    let version = definition.version(wanted)
    guard let version, version.isServed else {
      guard definition.isComplete else { return .noSchema }
      let served = definition.versions.filter(\.isServed).map(definition.apiVersion)
      path.append(.key(apiVersion.key))
      report(
        ManifestRules.unknownKind, at: apiVersion.node,
        "the definition of \(written.kind) does not serve \(quoted(String(wanted))); it serves \(served.joined(separator: ", "))"
      )
      path.removeLast()
      return .notServed
    }
    if let warning = version.deprecation {
      path.append(.key(apiVersion.key))
      report(ManifestRules.deprecatedAPI, at: apiVersion.node, "\(name): \(warning)")
      path.removeLast()
    }
    hitLimit = false
    let before = diagnostics.count
    customResource(root, version)
    object.unevaluatedRules = custom.unevaluated
    if hitLimit { return .limit }
    if !diagnostics[before...].contains(where: { $0.severity == .error }) {
      var check = ObjectCheck(
        root, in: tree, document: document, root: documentRoot, versions: options.versions)
      Field.read(root, in: tree) { object in
        check.metadata(
          object.metadata, MetadataForm(standardFinalizers: false),
          isNamespaced: definition.isNamespaced == true)
      }
      diagnostics += check.diagnostics
    }
    return version.schema == nil ? .noSchema : nil
  }

  private mutating func meaning(_ root: NodeID, _ kind: Catalogue.Kind) {
    let rules = KindRules.of(kind)
    var check = ObjectCheck(
      root, in: tree, document: document, root: documentRoot, versions: options.versions)
    Field.read(root, in: tree, numbers: numbers) { object in
      if let form = rules.metadata {
        check.metadata(object.metadata, form, isNamespaced: kind.isNamespaced == true)
      }
      rules.check(object, &check)
    }
    if check.diagnostics.isEmpty { return }
    // One cause, one finding: two containers of one name are also two list items of one key.
    let repeated = check.diagnostics.filter {
      $0.rule == ObjectRules.duplicateContainerName || $0.rule == ObjectRules.duplicateValue
    }
    if !repeated.isEmpty {
      diagnostics.removeAll { warning in
        warning.rule == ManifestRules.duplicateListKey && warning.document == document
          && repeated.contains { $0.pointer?.hasPrefix((warning.pointer ?? "") + "/") == true }
      }
    }
    diagnostics += check.diagnostics
  }

  private mutating func recognise(
    kind: Header, apiVersion: Header, found: Catalogue.Kind?
  ) -> ManifestObject.NotChecked? {
    let versions = options.versions
    // Most objects need no words.
    if let found, found.role == .resource, found.lifecycle == nil,
      versions.isWithin(found.servedSince, found.servedUntil), let on = found.onByDefault,
      versions.isWithin(on.lowerBound, on.upperBound)
    {
      return nil
    }
    let version = tree.text(apiVersion.text)
    let kindName = tree.text(kind.text)
    let name = "\(version) \(kindName)"
    let lifecycle =
      found.map(\.lifecycle) ?? Catalogue.lifecycle(apiVersion: version, kind: kindName)
    let use: Message =
      (lifecycle?.replacement).flatMap { $0.isEmpty ? nil : "; use \($0)" } ?? ""
    path.append(.key(apiVersion.key))
    defer { path.removeLast() }
    if let lifecycle, let removed = lifecycle.removedIn, versions.newest.minor >= removed {
      report(
        ManifestRules.removedAPI, at: apiVersion.node,
        "\(name) is not served from 1.\(removed) on\(use)",
        fix: Renewal.fix(name, to: lifecycle.replacement, at: apiVersion.node, in: tree))
      return .notServed
    }
    guard let found else {
      let group: Substring = version.firstIndex(of: "/").map { version[..<$0] } ?? ""
      let suggestion = nearestKind(apiVersion: version, kind: kindName)
      if Catalogue.isBuiltIn(group: group) {
        let hint: Message = suggestion.map { "; did you mean \($0)?" } ?? ""
        report(
          ManifestRules.unknownKind, at: kind.node,
          "no release from \(KubernetesVersion.oldest.description) to \(KubernetesVersion.newest.description) serves \(name)\(hint)"
        )
        return .notServed
      }
      if !options.ignoreMissingSchemas {
        let near = options.definitions.nearest(to: kindName, group: group)
        let hint: Message = near.map { "; did you mean \($0)?" } ?? ""
        report(
          ManifestRules.unknownKind, .warning, at: kind.node,
          "\(name) is no built-in kind and its CustomResourceDefinition is not known; the object was not checked\(hint)"
        )
      }
      return .noSchema
    }
    guard versions.isWithin(found.servedSince, found.servedUntil) else {
      report(
        ManifestRules.unknownKind, at: apiVersion.node,
        "\(name) is served from 1.\(found.servedSince) to 1.\(found.servedUntil); you check \(versions.description)"
      )
      return .notServed
    }
    switch found.role {
    case .resource, .createOnly:
      if let on = found.onByDefault, versions.isWithin(on.lowerBound, on.upperBound) {
        break
      }
      let when: Message =
        found.onByDefault.map { on in
          "is on by default only from 1.\(on.lowerBound) to 1.\(on.upperBound); you check \(versions.description)"
        } ?? "is off in \(versions.description) unless the cluster enables it"
      report(ManifestRules.apiOffByDefault, at: apiVersion.node, "\(name) \(when)\(use)")
      return .notServed
    case .list, .meta, .subresource:
      report(
        ManifestRules.notAppliable, .error, at: kind.node,
        "\(name) is no kind that the server creates objects of")
      return .notServed
    }
    if found.role == .createOnly {
      report(
        ManifestRules.notAppliable, applySeverity, at: kind.node,
        "\(name) can be sent to the server but is never stored, so an agent cannot keep it")
    }
    if let since = lifecycle?.deprecatedIn, versions.newest.minor >= since {
      report(
        ManifestRules.deprecatedAPI, at: apiVersion.node,
        "\(name) is deprecated from 1.\(since) on\(use)",
        fix: Renewal.fix(name, to: lifecycle?.replacement ?? "", at: apiVersion.node, in: tree))
    }
    return nil
  }

  /// `apps/v1 Deployment` for `v1 Deployment`, `apps/v1 deployment` or `apps/v1 Deploymnet`.
  private func nearestKind(apiVersion: String, kind: String) -> String? {
    let usable = Catalogue.allKinds.filter { $0.role == .resource && $0.onByDefault != nil }
    let near = NearestName.of(kind, among: usable.lazy.map(\.kind))
    let version = apiVersion.split(separator: "/").last ?? ""
    let matching = usable.filter { $0.kind == near }
    let best =
      matching.first { $0.apiVersion == apiVersion }
      ?? matching.first { $0.apiVersion.hasSuffix("/\(version)") }
      ?? matching.first { !$0.apiVersion.contains("beta") } ?? matching.first
    return best.map { "\($0.apiVersion) \($0.kind)" }
  }

  /// What is said here, `MetadataNames.areRemarkable` knows of.
  private mutating func metadataAdvice(_ metadata: NodeID, scope: ManifestObject.Scope) {
    var hasName = false
    var generateName: NodeID?
    for (key, value) in tree.effectiveMembers(metadata) {
      let word = tree.target(key)
      if tree.isNull(tree.target(value)) { continue }
      if tree.text(word, equals: "name") {
        hasName = !tree.isString(value) || tree[tree.target(value)].text.isEmpty == false
      } else if tree.text(word, equals: "generateName") {
        generateName = key
      } else if scope == .cluster, tree.text(word, equals: "namespace") {
        report(
          ManifestRules.namespaceOnClusterScoped, at: key,
          "the kind is cluster-scoped, so metadata.namespace has no effect; take it out")
      } else if tree.text(word, equals: "uid") || tree.text(word, equals: "resourceVersion")
        || tree.text(word, equals: "managedFields")
      {
        report(
          ManifestRules.serverFields, applySeverity, at: key,
          "metadata.\(tree.text(word)) belongs to the server; take it out")
      }
    }
    if let generateName, !hasName {
      report(
        ManifestRules.generateName, applySeverity, at: generateName,
        "an object with only a generateName cannot be applied; give it a name")
    }
  }

  // MARK: Values

  mutating func spend(_ node: NodeID) -> Bool {
    seen += 1
    if seen <= options.maximumValues, path.count <= options.maximumDepth { return true }
    stop(at: node)
    return false
  }

  /// The same where the path has one step already for the members of a collection.
  @inline(__always)
  private mutating func spend(inside node: NodeID) -> Bool {
    seen += 1
    if seen <= options.maximumValues, path.count &- 1 <= options.maximumDepth { return true }
    let step = path.removeLast()
    stop(at: node)
    path.append(step)
    return false
  }

  @inline(never)
  private mutating func stop(at node: NodeID) {
    guard !hitLimit else { return }
    hitLimit = true
    report(
      ManifestRules.tooDeep, at: node,
      "the object was not checked beyond this value: the limit is \(options.maximumDepth) levels and \(options.maximumValues) values a file"
    )
  }

  /// Counts work that no single value stands for.
  mutating func charge(_ steps: Int) { seen += steps }

  mutating func structure(_ node: NodeID, _ definition: Definition) {
    let target = tree.target(node)
    guard tree[target].kind == .mapping else {
      if isNull(target) { return }
      wrongType(node, "a mapping (\(definition.name))")
      return
    }
    let fields = definition.fields
    // One step for all members.
    path.append(.absent)
    defer { path.removeLast() }
    guard tree[target].flags.isDisjoint(with: [.merges, .repeatsKeys]) else {
      var names = FieldNumbers.Names()
      for (key, value) in tree.effectiveMembers(target) {
        guard member(key, value, definition, fields, &names) else { return }
      }
      return
    }
    var names = FieldNumbers.Names()
    var key = target.index + 1
    let end = tree[target].next
    while key < end {
      let value = NodeID(tree[NodeID(key)].next)
      guard member(NodeID(key), value, definition, fields, &names) else { return }
      key = tree[value].next
    }
    numbers.note(names, of: target)
  }

  /// False when a limit ends the walk.
  @inline(__always)
  private mutating func member(
    _ key: NodeID, _ value: NodeID, _ definition: Definition, _ fields: Range<Int>,
    _ names: inout FieldNumbers.Names
  ) -> Bool {
    guard spend(inside: value) else { return false }
    let target = tree.settled(value)
    guard let newest = tree.newestField(of: key, in: definition, fields) else {
      return stranger(key, target, definition, &names)
    }
    names.insert(newest.name)
    numbers.note(newest.name, of: key, value: target)
    var field = newest
    var isSame = options.versions.isWithin(field.since, field.until)
    if !isSame {
      field = definition.record(newest, in: options.versions)
      isSame = lenient > 0 || options.versions.isWithin(field.since, field.until)
    }
    // Most of all values: of these there is nothing to tell, so that nobody asks for the path.
    if isSame, field.isSingle, target == FieldNumbers.null || field.holds(.string),
      target == FieldNumbers.null || tree.isString(NodeID(target))
    {
      return true
    }
    path[path.count - 1] = .key(key)
    if isSame {
      self.field(value, target, field)
    } else {
      changing(key, value, target, field, of: definition)
    }
    return !hitLimit
  }

  /// A key that names no field of the definition.
  @inline(never)
  private mutating func stranger(
    _ key: NodeID, _ target: UInt32, _ definition: Definition,
    _ names: inout FieldNumbers.Names
  ) -> Bool {
    path[path.count - 1] = .key(key)
    if let name = tree.catalogueName(of: key) {
      names.insert(name)
      numbers.note(name, of: key, value: target)
    }
    if lenient == 0 { unknown(key, in: definition) }
    return !hitLimit
  }

  /// A field that some of the releases that are checked do not have, or have with another type.
  @inline(never)
  private mutating func changing(
    _ key: NodeID, _ value: NodeID, _ target: UInt32, _ field: FieldRecord,
    of definition: Definition
  ) {
    let versions = options.versions
    let records = definition.records(named: field.name)
    let since = records.first?.since ?? field.since
    let until = records.last?.until ?? field.until
    guard versions.isWithin(since, until) else {
      outsideVersions(key, since...until)
      return
    }
    // It became another type among them: each release asks for its own.
    let count = diagnostics.count
    for record in records.reversed() where diagnostics.count == count {
      guard let some = versions.limited(to: record.since...record.until) else { continue }
      options.versions = some
      self.field(value, target, record)
    }
    options.versions = versions
  }

  /// - Parameter target: see `Tree.settled`.
  @inline(__always)
  private mutating func field(_ value: NodeID, _ target: UInt32, _ field: FieldRecord) {
    if field.isSingle {
      self.value(value, target, field)
    } else if target != FieldNumbers.null {
      collection(value, NodeID(target), field)
    }
  }

  private mutating func collection(_ value: NodeID, _ target: NodeID, _ field: FieldRecord) {
    guard field.container != .list else {
      list(value, target, field)
      if field.relation == .map || field.relation == .set { keys(target, field) }
      return
    }
    guard tree[target].kind == .mapping else {
      wrongType(value, "a mapping")
      return
    }
    path.append(.absent)
    defer { path.removeLast() }
    for (key, member) in tree.effectiveMembers(target) {
      guard spend(inside: member) else { return }
      path[path.count - 1] = .key(key)
      let inner = tree.settled(member)
      if field.container == .map {
        self.value(member, inner, field)
      } else if inner != FieldNumbers.null {
        list(member, NodeID(inner), field)
      }
      if hitLimit { return }
    }
  }

  private mutating func list(_ value: NodeID, _ target: NodeID, _ field: FieldRecord) {
    guard tree[target].kind == .sequence else {
      wrongType(value, "a list")
      return
    }
    path.append(.absent)
    defer { path.removeLast() }
    var index: UInt32 = 0
    var element = target.index + 1
    let end = tree[target].next
    while element < end {
      guard spend(inside: NodeID(element)) else { return }
      path[path.count - 1] = .index(index)
      self.value(NodeID(element), tree.settled(NodeID(element)), field)
      if hitLimit { return }
      index += 1
      element = tree[NodeID(element)].next
    }
  }

  @inline(__always)
  private func isNull(_ target: NodeID) -> Bool { tree.isNull(target) }

  @inline(__always)
  private mutating func value(_ node: NodeID, _ target: UInt32, _ field: FieldRecord) {
    // Null is what the field has without it.
    if target == FieldNumbers.null { return }
    // These two are most of all values.
    if field.holds(.object) {
      if let definition = field.target { structure(node, definition) }
    } else if !field.holds(.string) || !tree.isString(NodeID(target)) {
      rarer(node, NodeID(target), field)
    }
  }

  /// A value that is no object and no text, or should be none.
  private mutating func rarer(_ node: NodeID, _ target: NodeID, _ field: FieldRecord) {
    let kind = field.kind
    if kind == .quantity, tree.isCommonQuantity(target) { return }
    let scalar: Scalar? = tree[target].kind == .scalar ? tree.resolved(target) : nil
    switch kind {
    case .anything, .json, .fieldSet, .object:
      return
    case .string:
      wrongType(node, "a text", quote: scalar != nil)
    case .bool:
      if case .bool = scalar { return }
      let text = scalar == .string ? tree.text(target) : ""
      wrongType(node, "true or false", replacement: ["true", "false"].first { $0 == text })
    case .int32, .int64:
      integer(node, scalar, is32: kind == .int32)
    case .double:
      switch scalar {
      case .integer, .unsigned, .float: return
      default: wrongType(node, "a number")
      }
    case .bytes:
      guard scalar == .string else {
        wrongType(node, "base64 text", quote: scalar != nil)
        return
      }
      if !TextForms.isBase64(tree.bytes(target)) {
        report(
          ManifestRules.badBase64, at: node,
          "\(fieldPath()) is no standard base64 with padding; encode the bytes anew")
      }
    case .quantity:
      switch scalar {
      case .integer, .unsigned, .float: return
      case .string:
        if !TextForms.isQuantity(tree.bytes(target)) {
          report(
            ManifestRules.badQuantity, at: node,
            "\(quoted(tree.text(target))) is no quantity; write digits and at most one unit such as m, k, M, G, Ki, Mi, Gi"
          )
        }
      default: wrongType(node, "a quantity such as 500m or 64Mi")
      }
    case .intOrString:
      if scalar != .string { integer(node, scalar, is32: true, orText: true) }
    case .time, .microTime:
      guard scalar == .string else {
        wrongType(node, "a time (RFC 3339)", quote: scalar != nil)
        return
      }
      if !TextForms.isTime(tree.bytes(target), micro: kind == .microTime) {
        report(
          ManifestRules.badTime, at: node,
          "\(quoted(tree.text(target))) is no RFC 3339 time such as 2026-01-31T12:00:00\(kind == .microTime ? ".000000Z" : "Z")"
        )
      }
    case .schemaOrArray, .schemaOrBool, .schemaOrStrings:
      nestedSchema(node, scalar, kind)
    }
  }

  /// The places of a JSON schema where something else than a schema may stand
  /// (apiextensions/v1/marshal.go); the server decodes them without strict mode.
  private mutating func nestedSchema(_ node: NodeID, _ scalar: Scalar?, _ kind: ValueKind) {
    let target = tree.target(node)
    guard let schema = Self.jsonSchema else { return }
    lenient += 1
    defer { lenient -= 1 }
    switch tree[target].kind {
    case .mapping:
      structure(node, schema)
    case .sequence where kind == .schemaOrArray:
      for (index, element) in tree.children(target).enumerated() {
        guard spend(element) else { return }
        path.append(.index(UInt32(index)))
        structure(element, schema)
        path.removeLast()
      }
    default:
      if kind == .schemaOrBool {
        if case .bool = scalar { return }
        wrongType(node, "true, false or a JSON schema")
      }
    }
  }

  private static let jsonSchema = Definition.named("JSONSchemaProps")

  private mutating func integer(
    _ node: NodeID, _ scalar: Scalar?, is32: Bool, orText: Bool = false
  ) {
    if case .integer(let value) = scalar {
      if is32, Int32(exactly: value) == nil { outOfRange(node, is32: true) }
      return
    }
    let expected: Message = orText ? "a whole number or a text" : "a whole number"
    switch scalar {
    case .unsigned:
      outOfRange(node, is32: is32)
    case .float(let value):
      // The agent's JSON writer turns 1.0 and 1e3 into 1 and 1000.
      guard value.rounded() == value else {
        wrongType(node, expected)
        return
      }
      let fits = is32 ? Int32(exactly: value) != nil : Int64(exactly: value) != nil
      if !fits || abs(value) >= 1e21 { outOfRange(node, is32: is32) }
    case .string:
      // Written as a number that the field takes, in quotes.
      let text = tree.text(tree.target(node))
      let number = is32 ? Int32(text).map(Int64.init) : Int64(text)
      wrongType(node, expected, replacement: number.map(String.init) == text ? text : nil)
    default:
      wrongType(node, expected)
    }
  }

  mutating func outOfRange(_ node: NodeID, is32: Bool) {
    report(
      ManifestRules.numberRange, at: node,
      "\(fieldPath()) is \(tree.text(tree.target(node))); the field holds whole numbers from \(is32 ? Int64(Int32.min) : Int64.min) to \(is32 ? Int64(Int32.max) : Int64.max)"
    )
  }

  /// - Parameters:
  ///   - quote: whether the text as it stands would do, in quotes.
  ///   - replacement: what it would be without quotes, when that would do.
  mutating func wrongType(
    _ node: NodeID, _ expected: Message, quote: Bool = false, replacement: String? = nil
  ) {
    let target = tree.target(node)
    let remedy: Message = quote ? "; put it in quotes" : ""
    var fix: Diagnostic.Fix?
    if quote, target == node, tree[node].kind == .scalar, !tree[node].flags.contains(.properties) {
      let text = String(decoding: tree.source[tree[node].range.bytes], as: UTF8.self)
      fix = .init(edits: [.init(range: tree[node].range, replacement: "\"\(text)\"")])
    }
    if let replacement, target == node, !tree[node].flags.contains(.properties),
      tree[node].style == .doubleQuoted || tree[node].style == .singleQuoted
    {
      fix = .init(edits: [.init(range: tree[node].range, replacement: replacement)])
    }
    report(
      ManifestRules.wrongType, at: node,
      "\(fieldPath()) is \(describe(target)); \(expected) is expected\(remedy)", fix: fix)
  }

  // MARK: Unknown fields

  private mutating func outsideVersions(_ key: NodeID, _ span: ClosedRange<UInt8>) {
    let versions = options.versions
    let range: Message =
      versions.newest.minor > span.upperBound
      ? "exists only until 1.\(span.upperBound)" : "exists since 1.\(span.lowerBound)"
    report(
      ManifestRules.fieldNotInVersion, at: key,
      "\(fieldPath()) \(range); you check \(versions.description): take the field out, or check the release that the cluster runs (--kubernetes-version)"
    )
  }

  private mutating func unknown(_ key: NodeID, in definition: Definition) {
    let name = tree.text(tree.target(key))
    let records = definition.fields.map { FieldRecord(number: $0) }
      .filter { options.versions.isWithin($0.since, $0.until) }
    let near = NearestName.of(name, among: records.lazy.map(\.name.text))
    var hint: Message = "; take it out, or correct the name"
    var fix: Diagnostic.Fix?
    if let near {
      hint = "; did you mean \(quoted(near))?"
      if NearestName.only(name, among: records.map(\.name.text)) == near {
        fix = rename(key, to: near)
      }
    } else if let inner = records.first(where: {
      $0.target?.field(tree.keyBytes(of: key), in: options.versions) != nil
        && $0.name.text != "status"
    }) {
      hint = "; \(quoted(name)) belongs under \(quoted(inner.name.text))"
    }
    report(
      ManifestRules.unknownField, at: key,
      "unknown field \(quoted(fieldPath())): \(definition.name) has no \(quoted(name))\(hint)",
      fix: fix)
  }

  /// A key under another name; nil when that name is taken.
  func rename(_ key: NodeID, to name: String) -> Diagnostic.Fix? {
    guard tree[key].kind == .scalar, tree[key].style == .plain else { return nil }
    // Nodes stand in the order of the text: the nearest before it that reaches over it holds it.
    var mapping = key.index
    repeat { mapping -= 1 } while mapping > 0 && tree[NodeID(mapping)].next <= key.index
    let isTaken = tree.effectiveMembers(NodeID(mapping)).contains {
      tree.keyBytes(of: $0.key).elementsEqual(name.utf8)
    }
    guard !isTaken else { return nil }
    return .init(edits: [.init(range: tree[key].range, replacement: name)])
  }

  // MARK: Lists that server-side apply merges

  private mutating func keys(_ list: NodeID, _ field: FieldRecord) {
    guard tree[list].kind == .sequence, tree[list].text.start > 0 else { return }
    if tree[list].text.start == 1, tree.settled(NodeID(list.index + 1)) != FieldNumbers.null {
      return
    }
    var identities = ItemIdentities(list, in: tree, numbers, field.keyNames)
    var index = -1
    var next = list.index + 1
    let end = tree[list].next
    while next < end {
      let element = NodeID(next)
      next = tree[element].next
      index += 1
      if tree.settled(element) == FieldNumbers.null {
        path.append(.index(UInt32(index)))
        report(
          ManifestRules.nullListElement, applySeverity, at: element,
          "\(fieldPath()) is null; server-side apply refuses it")
        path.removeLast()
        continue
      }
      guard let other = identities.first(like: element, at: index) else { continue }
      path.append(.index(UInt32(index)))
      diagnostics.append(
        Diagnostic(
          ManifestRules.duplicateListKey, severity: applySeverity, at: tree[element].range,
          "\(fieldPath()) has the same key (\(identities.shown(element))) as an item before it; server-side apply refuses the list",
          pointer: pointer(), document: document,
          related: [.init(range: tree[other].range, message: "the first item with this key")]))
      path.removeLast()
    }
  }

  // MARK: Words

  private func describe(_ node: NodeID) -> Message { describe(node, in: tree) }

  func describe(_ node: NodeID, in tree: Tree) -> Message {
    let target = tree.target(node)
    switch tree[target].kind {
    case .mapping: return "a mapping"
    case .sequence: return "a list"
    default: break
    }
    let resolved = tree.resolved(target)
    if hidesValues {
      switch resolved {
      case .null: return "null"
      case .bool: return "a boolean"
      case .integer, .unsigned, .float: return "a number"
      case .string: return "a text"
      }
    }
    let text = String(tree.text(target).prefix(60))
    switch resolved {
    case .null: return "null"
    case .bool: return "the boolean \(text)"
    case .integer, .unsigned, .float: return "the number \(text)"
    case .string: return "the text \(quoted(text))"
    }
  }

  func quoted(_ text: String) -> String { "\"\(text.prefix(120))\"" }
}
