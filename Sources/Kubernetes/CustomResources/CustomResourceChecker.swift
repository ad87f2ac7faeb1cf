import YAML

/// What the checker of a custom resource keeps while it walks.
struct CustomProgress {
  /// Alternatives that are being tried: then failures are counted, and nothing is told.
  var probes = 0
  var failures = 0
  /// Schemas within schemas at this moment.
  var depth = 0
  /// Length of the path to the object itself.
  var base = 0
  /// The server resets `status` before it validates.
  var passesOverStatus = false
  /// CEL rules, and what else the server looks at and this program does not.
  var unevaluated = 0

  /// Bounds the stack: schemas that refer to themselves have no depth of their own.
  static let maximumDepth = 300
}

/// A value of the object, or of a default that the server fills in.
private struct CustomValue {
  let tree: Tree
  /// No alias.
  let node: NodeID

  init(_ node: NodeID, in tree: Tree) {
    self.tree = tree
    self.node = tree.target(node)
  }

  var kind: YAML.Node.Kind { tree[node].kind }
  var scalar: Scalar? { kind == .scalar ? tree.resolved(node) : nil }
  var isNull: Bool { scalar == .null }
}

/// The pipeline of the server for a custom resource (customresource_handler.go, validator.go).
extension SchemaChecker {
  static let objectMetadata = Definition.named("ObjectMeta")

  mutating func customResource(_ root: NodeID, _ version: CustomDefinition.Version) {
    custom = CustomProgress()
    custom.base = path.count
    custom.passesOverStatus = version.hasStatus
    if let (key, value) = member(root, "metadata") { metadata(key, value) }
    guard let schema = version.schema, !hitLimit else { return }
    if schema.dialect == .structural { prune(root, 0, schema) }
    guard !hitLimit else { return }
    validate(CustomValue(root, in: tree), at: root, 0, schema, structural: 0)
    if !hitLimit { replicas(root, version.replicasPath) }
  }

  private mutating func metadata(_ key: NodeID, _ value: NodeID) {
    guard let definition = Self.objectMetadata else { return }
    path.append(.key(key))
    structure(value, definition)
    path.removeLast()
  }

  private func isEnvelope(_ name: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual("apiVersion".utf8) || name.elementsEqual("kind".utf8)
      || name.elementsEqual("metadata".utf8)
  }

  // MARK: Unknown fields (schema/pruning/algorithm.go)

  private mutating func prune(_ value: NodeID, _ number: Int?, _ schema: CustomSchema) {
    let target = tree.target(value)
    let node = number.map { schema[$0] }
    switch tree[target].kind {
    case .mapping:
      // A mapping where none may be is told as such.
      if let node, !node.types.isEmpty, !node.types.contains(.object) { return }
      let isEnvelope = path.count == custom.base || node?.isEmbedded == true
      for (key, member) in tree.effectiveMembers(target) {
        guard spend(member) else { return }
        let name = tree.keyBytes(of: key)
        if isEnvelope, self.isEnvelope(name) {
          if path.count > custom.base, name.elementsEqual("metadata".utf8) {
            metadata(key, member)
          }
          continue
        }
        path.append(.key(key))
        if let inner = node?.member(name) {
          prune(member, inner, schema)
        } else if node?.preservesUnknown != true, !(node.map(Self.allowsOthers) ?? false) {
          unknownCustom(key, in: node)
        }
        path.removeLast()
        if hitLimit { return }
      }
    case .sequence:
      guard let node, node.types.isEmpty || node.types.contains(.array),
        node.items != nil || !node.preservesUnknown
      else { return }
      for (index, element) in tree.children(target).enumerated() {
        guard spend(element) else { return }
        path.append(.index(UInt32(index)))
        prune(element, node.items, schema)
        path.removeLast()
        if hitLimit { return }
      }
    default: return
    }
  }

  private static func allowsOthers(_ node: CustomSchema.Node) -> Bool {
    if case .all = node.others { true } else { false }
  }

  private mutating func unknownCustom(_ key: NodeID, in node: CustomSchema.Node?) {
    let name = tree.text(tree.target(key))
    let names = node?.properties.lazy.map { String(decoding: $0.name, as: UTF8.self) }
    let near = names.flatMap { NearestName.of(name, among: $0) }
    let hint: Message =
      near.map { "; did you mean \(quoted($0))?" } ?? "; take it out, or correct the name"
    report(
      ManifestRules.unknownField, at: key,
      "unknown field \(quoted(fieldPath())): the definition of the kind has no \(quoted(name)) here\(hint)",
      fix: names.flatMap { NearestName.only(name, among: $0) }.flatMap { rename(key, to: $0) })
  }

  // MARK: Values (kube-openapi/pkg/validation/validate)

  /// Counts a failure while alternatives are tried, else tells it.
  private mutating func fail(
    _ rule: Rule, at place: NodeID, _ message: (SchemaChecker) -> Message
  ) {
    custom.failures += 1
    guard custom.probes == 0 else { return }
    report(rule, at: place, message(self))
  }

  /// - Parameters:
  ///   - place: where a finding is shown.
  ///   - structural: the schema outside of all alternatives for this value: it decides what a null
  ///     means and which defaults are filled in.
  private mutating func validate(
    _ value: CustomValue, at place: NodeID, _ number: Int, _ schema: CustomSchema,
    structural: Int?
  ) {
    guard spend(place), custom.depth < CustomProgress.maximumDepth else {
      custom.unevaluated += 1
      return
    }
    custom.depth += 1
    defer { custom.depth -= 1 }
    let node = schema[number]
    if number == structural, custom.probes == 0 { custom.unevaluated += node.ruleCount }
    guard isOfType(value, at: place, node) else { return }
    if let values = node.values {
      let json = value.tree.json(value.node)
      if json.map(node.allows) != true {
        fail(ManifestRules.customValue, at: place) {
          $0.unsupported(value, values)
        }
        return
      }
    }
    switch value.kind {
    case .mapping: object(value, at: place, node, schema, structural: structural)
    case .sequence: list(value, at: place, node, schema, structural: structural)
    default:
      switch value.scalar {
      case .string: text(value, at: place, node)
      case .integer(let whole): size(Double(whole), whole, at: place, node)
      case .unsigned(let whole): size(Double(whole), nil, at: place, node)
      case .float(let number): size(number, Int64(exactly: number), at: place, node)
      default: break
      }
    }
    alternatives(of: node, value, at: place, schema, structural: structural)
  }

  private mutating func isOfType(
    _ value: CustomValue, at place: NodeID, _ node: CustomSchema.Node
  ) -> Bool {
    let types = node.types
    let isGood: Bool
    if types.isEmpty {
      isGood = true
    } else {
      switch value.kind {
      case .mapping: isGood = types.contains(.object)
      case .sequence: isGood = types.contains(.array)
      default:
        switch value.scalar {
        case .null: isGood = node.isNullable
        case .bool: isGood = types.contains(.boolean)
        case .integer: isGood = !types.isDisjoint(with: [.integer, .number])
        case .float(let number):
          // Whole numbers that a double holds exactly are integers.
          let isWhole = number.rounded() == number && abs(number) <= 9_007_199_254_740_991
          isGood = types.contains(.number) || isWhole && types.contains(.integer)
        case .unsigned: isGood = types.contains(.number)
        case .string, nil: isGood = types.contains(.string)
        }
      }
    }
    guard !isGood else { return true }
    custom.failures += 1
    guard custom.probes == 0 else { return false }
    let names = CustomSchema.Types.names.filter { types.contains($0.type) && $0.type != .null }
    let expected = Message.oneOf(names.map { String(describing: $0.name) })
    let isScalar = value.kind == .scalar
    var replacement: String?
    if value.scalar == .string {
      let text = value.tree.text(value.node)
      let isNumber = types == .integer && Int64(text).map(String.init) == text
      let isWord = types == .boolean && (text == "true" || text == "false")
      if isNumber || isWord { replacement = text }
    }
    wrongType(
      place, "a value of type \(expected)", quote: types == .string && isScalar && !value.isNull,
      replacement: replacement)
    return false
  }

  private func unsupported(_ value: CustomValue, _ values: [[UInt8]]) -> Message {
    let shown = values.prefix(20).map { String(decoding: $0, as: UTF8.self) }
    let more = values.count > shown.count ? ", …" : ""
    return
      "\(fieldPath()) is \(describe(value.node, in: value.tree)); supported values: \(shown.joined(separator: ", ") + more)"
  }

  private mutating func text(_ value: CustomValue, at place: NodeID, _ node: CustomSchema.Node) {
    let bytes = value.tree.bytes(value.node)
    if node.length.least != nil || node.length.most != nil {
      let count = String(decoding: bytes, as: UTF8.self).unicodeScalars.count
      counts(count, node.length, "characters", at: place)
    }
    if let pattern = node.pattern {
      var steps = 0
      let isMatch = pattern.expression?.matches(bytes, steps: &steps)
      charge(steps / 4)
      switch isMatch {
      case true?: break
      case false?:
        fail(ManifestRules.customPattern, at: place) {
          "\($0.fieldPath()) is \($0.describe(value.node, in: value.tree)); it should match '\(pattern.text)'"
        }
      default: if custom.probes == 0 { custom.unevaluated += 1 }
      }
    }
    if let format = node.format, options.versions.newest.minor >= format.since,
      !format.accepts(bytes)
    {
      fail(ManifestRules.customFormat, at: place) {
        "\($0.fieldPath()) is \($0.describe(value.node, in: value.tree)); it must be of type \(format.name)"
      }
    }
  }

  private mutating func size(
    _ value: Double, _ whole: Int64?, at place: NodeID, _ node: CustomSchema.Node
  ) {
    if node.format == .int32 || node.format == .int64, value.rounded() == value,
      whole == nil || node.format == .int32 && Int32(exactly: whole ?? 0) == nil
    {
      custom.failures += 1
      if custom.probes == 0 { outOfRange(place, is32: node.format == .int32) }
      return
    }
    // For whole numbers the server cuts the fraction of a bound off.
    func bound(_ bound: CustomSchema.Bound) -> Double {
      whole == nil ? bound.value : bound.value.rounded(.towardZero)
    }
    if let minimum = node.minimum,
      minimum.isExclusive ? value <= bound(minimum) : value < bound(minimum)
    {
      fail(ManifestRules.customBounds, at: place) {
        minimum.isExclusive
          ? "\($0.fieldPath()) is \($0.shown(value)); it should be greater than \($0.shown(minimum.value))"
          : "\($0.fieldPath()) is \($0.shown(value)); it should be greater than or equal to \($0.shown(minimum.value))"
      }
    }
    if let maximum = node.maximum,
      maximum.isExclusive ? value >= bound(maximum) : value > bound(maximum)
    {
      fail(ManifestRules.customBounds, at: place) {
        maximum.isExclusive
          ? "\($0.fieldPath()) is \($0.shown(value)); it should be less than \($0.shown(maximum.value))"
          : "\($0.fieldPath()) is \($0.shown(value)); it should be less than or equal to \($0.shown(maximum.value))"
      }
    }
    if let factor = node.multipleOf, factor > 0 {
      let quotient = value / factor
      if quotient.rounded() != quotient {
        fail(ManifestRules.customBounds, at: place) {
          "\($0.fieldPath()) is \($0.shown(value)); it should be a multiple of \($0.shown(factor))"
        }
      }
    }
  }

  private func shown(_ value: Double) -> String {
    Int64(exactly: value).map { String($0) } ?? "\(value)"
  }

  private mutating func counts(
    _ count: Int, _ bounds: CustomSchema.Counts, _ what: Message, at place: NodeID
  ) {
    if let least = bounds.least, count < least {
      fail(ManifestRules.customBounds, at: place) {
        "\($0.fieldPath()) has \(count) \(what); at least \(least) are required"
      }
    }
    if let most = bounds.most, count > most {
      fail(ManifestRules.customBounds, at: place) {
        "\($0.fieldPath()) has \(count) \(what); at most \(most) are allowed"
      }
    }
  }

  // MARK: Lists

  private mutating func list(
    _ value: CustomValue, at place: NodeID, _ node: CustomSchema.Node, _ schema: CustomSchema,
    structural: Int?
  ) {
    let elements = Array(value.tree.children(value.node))
    let isOwn = value.tree === tree
    counts(elements.count, node.itemCount, "items", at: keyPlace(place))
    let outer = structural.flatMap { schema[$0].items }
    if let items = node.items {
      for (index, element) in elements.enumerated() {
        if isOwn { path.append(.index(UInt32(index))) }
        var item = CustomValue(element, in: value.tree)
        if item.isNull, let outer, !schema[outer].isNullable, let tree = schema[outer].defaultValue,
          let root = tree.documents.first?.root
        {
          item = CustomValue(root, in: tree)
        }
        validate(
          item, at: isOwn ? element : place, items, schema,
          structural: outer ?? (schema.dialect == .jsonSchema ? items : nil))
        if isOwn { path.removeLast() }
        if hitLimit { return }
      }
    }
    if node.listType != .atomic, isOwn { uniqueItems(elements, node, schema, outer) }
  }

  /// schema/listtype/validation.go
  private mutating func uniqueItems(
    _ elements: [NodeID], _ node: CustomSchema.Node, _ schema: CustomSchema, _ outer: Int?
  ) {
    var seen: Set<[UInt8]> = []
    for (index, element) in elements.enumerated() {
      let item = CustomValue(element, in: tree)
      var identity: [UInt8] = []
      if node.listType == .set {
        guard let json = tree.json(element) else { continue }
        identity = json
      } else {
        guard item.kind == .mapping else { continue }
        let members = members(of: item, schema, outer)
        for name in node.listKeys {
          identity += members[name].flatMap { $0.value.tree.json($0.value.node) } ?? []
          identity.append(0)
        }
      }
      guard !seen.insert(identity).inserted else { continue }
      path.append(.index(UInt32(index)))
      let keys = node.listKeys.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
      let what: Message =
        node.listType == .set ? "value" : "combination of \(keys)"
      fail(ManifestRules.duplicateItem, at: element) {
        "\($0.fieldPath()) is a duplicate: the list holds an item with this \(what) already"
      }
      path.removeLast()
    }
  }

  // MARK: Objects

  /// Members in their order, with a way to each that stays quick when there are thousands.
  private struct Members {
    private(set) var list: [Member] = []
    private var numbers: [ArraySlice<UInt8>: Int] = [:]

    subscript(name: some Collection<UInt8>) -> Member? {
      if numbers.isEmpty { return list.first { $0.name.elementsEqual(name) } }
      return numbers[Array(name)[...]].map { list[$0] }
    }

    mutating func append(_ member: Member) {
      list.append(member)
      if !numbers.isEmpty {
        numbers[member.name] = list.count - 1
      } else if list.count == 16 {
        for (number, member) in list.enumerated() { numbers[member.name] = number }
      }
    }
  }

  private struct Member {
    var name: ArraySlice<UInt8>
    /// Nil for a default that is filled in.
    var key: NodeID?
    var place: NodeID?
    var value: CustomValue
  }

  /// The members as they are once nulls are dropped and defaults filled in
  /// (schema/defaulting/algorithm.go, prunenulls.go).
  private func members(
    of value: CustomValue, _ schema: CustomSchema, _ structural: Int?
  ) -> Members {
    let node = structural.map { schema[$0] }
    var members = Members()
    for (key, place) in value.tree.effectiveMembers(value.node) {
      let name = value.tree.keyBytes(of: key)
      var member = Member(
        name: name, key: key, place: place, value: CustomValue(place, in: value.tree))
      if member.value.isNull, let number = node?.member(name), !schema[number].isNullable {
        guard let filled = Self.defaultValue(schema[number]) else { continue }
        member.value = filled
      }
      members.append(member)
    }
    for property in node?.properties ?? [] {
      guard let filled = Self.defaultValue(schema[property.node]), members[property.name] == nil
      else { continue }
      members.append(Member(name: property.name[...], value: filled))
    }
    return members
  }

  private static func defaultValue(_ node: CustomSchema.Node) -> CustomValue? {
    guard let tree = node.defaultValue, let root = tree.documents.first?.root else { return nil }
    return CustomValue(root, in: tree)
  }

  private mutating func object(
    _ value: CustomValue, at place: NodeID, _ node: CustomSchema.Node, _ schema: CustomSchema,
    structural: Int?
  ) {
    let isOwn = value.tree === tree
    let isRoot = isOwn && path.count == custom.base
    let members = members(of: value, schema, structural)
    let here = keyPlace(place)
    counts(members.list.count, node.propertyCount, "properties", at: here)
    for name in node.required where members[name] == nil {
      // The envelope has rules of its own.
      if isRoot, isEnvelope(name[...]) { continue }
      absentName = String(decoding: name, as: UTF8.self)
      path.append(.absent)
      fail(ManifestRules.customRequired, at: here) {
        "\($0.fieldPath()) is required"
      }
      path.removeLast()
    }
    let isEmbedded = structural.map { schema[$0].isEmbedded } ?? false
    if isEmbedded, node.isEmbedded { embedded(members, at: here) }
    for member in members.list {
      if isRoot, custom.passesOverStatus, member.name.elementsEqual("status".utf8) { continue }
      let isOwnMember = isOwn && member.value.tree === tree
      if isOwnMember, let key = member.key { path.append(.key(key)) }
      defer { if isOwnMember, member.key != nil { path.removeLast() } }
      let at = isOwnMember ? member.place ?? here : here
      if isRoot || isEmbedded, member.name.elementsEqual("metadata".utf8) {
        restrictedMetadata(member.value, at: at, node.property(member.name), schema)
        continue
      }
      guard let inner = node.member(member.name) else {
        if schema.dialect == .jsonSchema, case .none = node.others, let key = member.key,
          !((isRoot || isEmbedded) && isEnvelope(member.name))
        {
          custom.failures += 1
          if custom.probes == 0, isOwn { unknownCustom(key, in: node) }
        }
        continue
      }
      let outer = structural.flatMap { schema[$0].member(member.name) }
      validate(
        member.value, at: at, inner, schema,
        structural: outer ?? (schema.dialect == .jsonSchema ? inner : nil))
      if hitLimit { return }
    }
  }

  /// Metadata is the server's own: a definition may only say more about the name.
  private mutating func restrictedMetadata(
    _ metadata: CustomValue, at place: NodeID, _ number: Int?, _ schema: CustomSchema
  ) {
    guard let number, metadata.kind == .mapping, metadata.tree === tree else { return }
    for (key, value) in tree.effectiveMembers(metadata.node) {
      let name = tree.keyBytes(of: key)
      guard name.elementsEqual("name".utf8) || name.elementsEqual("generateName".utf8),
        let inner = schema[number].property(name)
      else { continue }
      path.append(.key(key))
      validate(CustomValue(value, in: tree), at: value, inner, schema, structural: inner)
      path.removeLast()
    }
  }

  /// schema/objectmeta/validation.go
  private mutating func embedded(_ members: Members, at place: NodeID) {
    for name in ["apiVersion", "kind"] {
      let member = members[name.utf8]
      let isGiven = member.map { $0.value.scalar == .string } ?? false
      let text = member.map { $0.value.tree.bytes($0.value.node) } ?? []
      absentName = name
      path.append(.absent)
      if !isGiven || text.isEmpty {
        fail(ManifestRules.embeddedResource, at: member?.place ?? place) {
          "\($0.fieldPath()) must be a text that is not empty"
        }
      } else if name == "kind", !NameForm.rfc1035LabelAnyCase.accepts(text) {
        fail(ManifestRules.embeddedResource, at: member?.place ?? place) {
          "\($0.fieldPath()) is \($0.quoted(String(decoding: text, as: UTF8.self))); it must be \(NameForm.rfc1035LabelAnyCase.meaning)"
        }
      }
      path.removeLast()
    }
  }

  /// The key of a mapping or list: the whole of it is no place to look at.
  private func keyPlace(_ place: NodeID) -> NodeID {
    let target = tree.target(place)
    guard tree[target].kind == .mapping || tree[target].kind == .sequence else { return place }
    if path.count > custom.base, case .key(let key)? = path.last { return key }
    return tree.children(target).first { _ in true } ?? place
  }

  // MARK: Alternatives

  private mutating func alternatives(
    of node: CustomSchema.Node, _ value: CustomValue, at place: NodeID, _ schema: CustomSchema,
    structural: Int?
  ) {
    for branch in node.allOf {
      validate(value, at: place, branch, schema, structural: structural)
    }
    guard !node.anyOf.isEmpty || !node.oneOf.isEmpty || node.not != nil, !hitLimit else { return }
    if !node.anyOf.isEmpty {
      let failures = node.anyOf.map { probe(value, at: place, $0, schema, structural) }
      if !failures.contains(0) {
        none(
          of: node.anyOf, failures, "at least one schema (anyOf)", value, at: place, schema,
          structural)
      }
    }
    if !node.oneOf.isEmpty {
      let failures = node.oneOf.map { probe(value, at: place, $0, schema, structural) }
      let fitting = failures.count { $0 == 0 }
      if fitting == 0 {
        none(
          of: node.oneOf, failures, "one and only one schema (oneOf)", value, at: place, schema,
          structural)
      } else if fitting > 1 {
        fail(ManifestRules.customAlternatives, at: keyPlace(place)) {
          "\($0.subject()) must validate one and only one schema (oneOf); it validates \(fitting) of \(failures.count)"
        }
      }
    }
    if let not = node.not, probe(value, at: place, not, schema, structural) == 0, !hitLimit {
      fail(ManifestRules.customAlternatives, at: keyPlace(place)) {
        "\($0.subject()) must not validate the schema (not)"
      }
    }
  }

  /// How many failures a value has in an alternative.
  private mutating func probe(
    _ value: CustomValue, at place: NodeID, _ branch: Int, _ schema: CustomSchema,
    _ structural: Int?
  ) -> Int {
    let before = custom.failures
    custom.probes += 1
    custom.failures = 0
    validate(value, at: place, branch, schema, structural: structural)
    let failures = custom.failures
    custom.probes -= 1
    custom.failures = before
    return failures
  }

  /// Tells that no alternative fits, and what is wrong with the nearest.
  private mutating func none(
    of branches: [Int], _ failures: [Int], _ words: Message, _ value: CustomValue,
    at place: NodeID, _ schema: CustomSchema, _ structural: Int?
  ) {
    guard !hitLimit else { return }
    guard custom.probes == 0, let least = failures.min(),
      let nearest = failures.firstIndex(of: least)
    else {
      custom.failures += 1
      return
    }
    let count = diagnostics.count
    validate(value, at: place, branches[nearest], schema, structural: structural)
    let reason: Message =
      diagnostics.count > count ? "; for one of them, \(diagnostics[count].message)" : ""
    diagnostics.removeSubrange(count...)
    fail(ManifestRules.customAlternatives, at: keyPlace(place)) {
      "\($0.subject()) must validate \(words)\(reason)"
    }
  }

  private func subject() -> Message {
    let path = fieldPath()
    return path.isEmpty ? "the object" : "\(path)"
  }

  // MARK: Scale

  /// The count of the scale subresource (validator.go ValidateScaleSpec).
  private mutating func replicas(_ root: NodeID, _ steps: [[UInt8]]) {
    guard !steps.isEmpty else { return }
    var place = root
    let count = path.count
    defer { path.removeLast(path.count - count) }
    for step in steps {
      let found = tree.effectiveMembers(place).last {
        tree.keyBytes(of: $0.key).elementsEqual(step)
      }
      guard let found else { return }
      path.append(.key(found.key))
      place = found.value
    }
    guard case .integer(let value) = tree.resolved(place), tree[tree.target(place)].kind == .scalar,
      !(0...Int64(Int32.max)).contains(value)
    else { return }
    report(
      ManifestRules.customBounds, at: place,
      "\(fieldPath()) is \(value), the count of the scale subresource; it must be from 0 to \(Int32.max)"
    )
  }
}
