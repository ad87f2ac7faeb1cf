import YAML

/// From the tree to messages, as strict protobuf JSON decoding does it (protobuf-go
/// encoding/protojson decode.go), but with all that is wrong instead of the first.
struct ConfigurationDecoder {
  let tree: Tree
  let version: GitLabVersion
  private(set) var findings: ConfigurationFindings
  /// The server's decoder refuses the file.
  private(set) var isRefused = false
  /// The server takes the file, and the agent refuses to apply it.
  private(set) var isRefusedByAgent = false
  /// Where the schema wants a boolean and has one.
  private(set) var booleans: Set<SourceRange> = []

  private var visits = 0
  /// Values looked at, aliases counted every time. A file of the permitted size that the YAML
  /// library takes stays far below.
  static let maximumVisits = 2_000_000
  /// The bound was reached: not all of the file was judged.
  var isCut: Bool { visits >= Self.maximumVisits }

  init(tree: Tree, version: GitLabVersion, findings: ConfigurationFindings) {
    self.tree = tree
    self.version = version
    self.findings = findings
  }

  /// Decodes the document's root; nil when it is no mapping.
  mutating func decode(root: NodeID) -> DecodedMessage? {
    guard tree[tree.target(root)].kind == .mapping else {
      refuse(
        AgentRules.rootNotMapping, at: root,
        "the file is \(tree.described(root)); a mapping with sections such as ci_access or observability is expected"
      )
      return nil
    }
    return decode(message: ConfigurationTable.root, root)
  }

  private mutating func refuse(
    _ rule: Rule, at node: NodeID, _ message: Message, fix: Diagnostic.Fix? = nil
  ) {
    isRefused = true
    findings.report(rule, at: node, message, fix: fix)
  }

  // MARK: Messages

  private mutating func decode(message schema: ConfigurationMessage, _ node: NodeID)
    -> DecodedMessage
  {
    var decoded = DecodedMessage(schema: schema, node: tree.target(node))
    var slots = [DecodedField?](repeating: nil, count: schema.fields.count)
    var oneofs: [String: EffectiveMember] = [:]
    visits += 1
    let members = tree.configurationMembers(of: node)
    let isObject = findings.depth == 0 && reportKubernetesObject(members)
    for member in members where visits < Self.maximumVisits {
      findings.enter(.key(member.name))
      defer { findings.leave() }
      guard let index = schema.field(member.name, in: version) else {
        isRefused = true
        decoded.hasUnknownKeys = true
        if !isObject { findings.unknownField(member, in: schema, version: version) }
        continue
      }
      let field = schema.fields[index]
      if tree.resolvesToNull(member.value) {
        decoded.nullKeys[field.name] = member.key
        continue
      }
      if let oneof = field.oneof, !field.isList {
        if let other = oneofs[oneof] {
          refuse(
            AgentRules.oneofConflict, at: member.key,
            "\(quoted(member.name)) and \(quoted(other.name)) exclude each other; keep one of them"
          )
        } else {
          oneofs[oneof] = member
        }
      }
      let value =
        field.hasEffect(in: version)
        ? decode(field: field, member.value) : decodeLeftOver(field, member.value)
      slots[index] = DecodedField(
        schema: field, key: member.key, node: member.value, value: value)
    }
    decoded.fields = slots.compactMap { $0 }
    return decoded
  }

  /// A section that nothing reads any more: what is wrong in it is no error. It is decoded by its
  /// last contract for those who ask what it meant.
  private mutating func decodeLeftOver(_ field: ConfigurationField, _ node: NodeID) -> DecodedValue
  {
    var decoder = ConfigurationDecoder(
      tree: tree, version: .lastWithGitops, findings: ConfigurationFindings(tree: tree, document: 0)
    )
    decoder.visits = visits
    let value = decoder.decode(field: field, node)
    visits = decoder.visits
    booleans.formUnion(decoder.booleans)
    return value
  }

  /// A manifest or a kubeconfig in the place of a configuration is one fault, not one a key.
  private mutating func reportKubernetesObject(_ members: [EffectiveMember]) -> Bool {
    guard let kind = members.first(where: { $0.name.elementsEqual("kind".utf8) }),
      members.contains(where: { $0.name.elementsEqual("apiVersion".utf8) })
    else { return false }
    findings.enter(.key(kind.name))
    let name = tree.shown(kind.value)
    let what: Message =
      name == "Config" ? "a kubeconfig" : "a Kubernetes object of the kind \(name)"
    refuse(
      AgentRules.unknownField, at: kind.key,
      "unknown field \"kind\": the file is \(what), not a configuration of an agent")
    findings.leave()
    return true
  }

  private mutating func decode(field: ConfigurationField, _ node: NodeID) -> DecodedValue {
    guard field.isList else { return decode(single: field, node) }
    let target = tree.target(node)
    guard tree[target].kind == .sequence else {
      refuse(
        AgentRules.wrongType, at: node,
        "\(findings.fieldPath) is \(tree.described(node)); a list is expected\(listAdvice(field, target))"
      )
      return .unreadable
    }
    var elements: [DecodedElement] = []
    for (index, element) in tree.children(target).enumerated() where visits < Self.maximumVisits {
      findings.enter(.index(index))
      elements.append(
        DecodedElement(node: element, value: decode(single: field, element)))
      findings.leave()
    }
    return .list(elements)
  }

  private func listAdvice(_ field: ConfigurationField, _ target: NodeID) -> Message {
    switch tree[target].kind {
    case .mapping: ": put \"- \" before its first key"
    case .scalar where !tree.resolvesToNull(target): ": write [\(tree.shown(target))]"
    default: ""
    }
  }

  private mutating func decode(single field: ConfigurationField, _ node: NodeID) -> DecodedValue {
    visits += 1
    let target = tree.target(node)
    switch field.type {
    case .message(let schema):
      guard tree[target].kind == .mapping else { return wrongMessage(schema, node) }
      return .message(decode(message: schema, node))
    case .string: return decode(string: node, of: field)
    case .bool: return decode(bool: node)
    case .integer(let bits): return decode(integer: node, bits: bits)
    case .enumeration(let type): return decode(type, node)
    case .duration: return decode(duration: node)
    case .stringMap: return decode(stringMap: node)
    case .anyMapping:
      guard tree[target].kind == .mapping else { return wrongType(node, "a mapping") }
      return .any(node)
    }
  }

  private mutating func wrongMessage(_ schema: ConfigurationMessage, _ node: NodeID)
    -> DecodedValue
  {
    let target = tree.target(node)
    let known = schema.fields.filter { $0.isKnown(in: version) }
    guard let first = known.first else { return wrongType(node, "{}") }
    let texts = known.filter { if case .string = $0.type { !$0.isList } else { false } }
    guard tree[target].kind == .scalar, tree.resolved(target) == .string,
      let field = texts.first(where: { $0.name == "branch" }) ?? texts.first
    else { return wrongType(node, "a mapping with the key \(quoted(first.name))") }
    return wrongType(
      node,
      "a mapping; if this text is meant as \(field.name), write \"\(field.name): \(tree.shown(target))\""
    )
  }

  private mutating func wrongType(
    _ node: NodeID, _ expected: Message, fix: Diagnostic.Fix? = nil
  ) -> DecodedValue {
    refuse(
      AgentRules.wrongType, at: node,
      "\(findings.fieldPath) is \(tree.described(node)); expected is \(expected)", fix: fix)
    return .unreadable
  }

  // MARK: Scalars

  private mutating func decode(string node: NodeID, of field: ConfigurationField? = nil)
    -> DecodedValue
  {
    let target = tree.target(node)
    guard tree[target].kind == .scalar else { return wrongType(node, "text") }
    switch tree.resolved(target) {
    case .string: return .text(node)
    case .null:
      return wrongType(node, "text; null is not allowed as an item of a list, write \"\" for empty")
    case .bool, .integer, .unsigned, .float:
      // Quotes would do for the decoder, and the number would still be no path.
      if field?.name == "id" {
        return wrongType(node, "text, the full path such as \"group/subgroup/project\"")
      }
      return wrongType(
        node, "text: put quotes around it, \"\(tree.written(target))\"", fix: tree.quoting(target))
    }
  }

  private mutating func decode(bool node: NodeID) -> DecodedValue {
    let target = tree.target(node)
    guard tree[target].kind == .scalar else { return wrongType(node, "true or false") }
    switch tree.resolved(target) {
    case .bool(let value):
      booleans.insert(tree[target].range)
      return .bool(value)
    case .string:
      let word = tree.text(target).lowercased()
      guard ["true", "false", "yes", "no", "on", "off"].contains(word) else {
        return wrongType(node, "true or false")
      }
      return wrongType(node, "true or false without quotes")
    default: return wrongType(node, "true or false")
    }
  }

  /// A number that protobuf JSON takes as an integer: any that has no fraction.
  private func integer(_ scalar: Scalar, bits: Int) -> Int64? {
    let value: Int64
    switch scalar {
    case .integer(let number): value = number
    case .float(let number):
      guard let exact = Int64(exactly: number) else { return nil }
      value = exact
    default: return nil
    }
    return bits == 32 && Int32(exactly: value) == nil ? nil : value
  }

  private mutating func decode(integer node: NodeID, bits: Int) -> DecodedValue {
    let target = tree.target(node)
    guard tree[target].kind == .scalar else { return wrongType(node, "a whole number") }
    let scalar = tree.resolved(target)
    if let value = integer(scalar, bits: bits) { return .integer(value) }
    if scalar == .string, let number = JSONText.number(tree.bytes(target)),
      let value = integer(number, bits: bits)
    {
      return .integer(value)
    }
    return wrongType(node, "a whole number of \(bits) bits")
  }

  private mutating func decode(_ type: ConfigurationEnum, _ node: NodeID) -> DecodedValue {
    let target = tree.target(node)
    let names = alternatives(type.values)
    guard tree[target].kind == .scalar else { return wrongType(node, "one of \(names)") }
    let scalar = tree.resolved(target)
    if scalar == .string {
      let text = tree.text(target)
      if let number = type.values.firstIndex(of: text) { return .enumeration(Int32(number)) }
      let nearest = ConfigurationAdvice.enumValue(text, of: type)
      refuse(
        AgentRules.enumValue, at: node,
        "\(findings.fieldPath) is \(quoted(text)); expected is one of \(names)\(didYouMean(nearest))",
        fix: nearest.map { tree.replacing(target, by: $0) })
      return .unreadable
    }
    guard let number = integer(scalar, bits: 32) else {
      let advice: Message =
        scalar == .bool(false) && tree.written(target).lowercased() == "off"
        ? "; there is no level that turns logging off, \"error\" is the quietest" : ""
      refuse(
        AgentRules.enumValue, at: node,
        "\(findings.fieldPath) is \(tree.described(node)); expected is one of \(names)\(advice)")
      return .unreadable
    }
    // The server takes any number; the agent refuses one that has no name.
    if type.values.indices.contains(Int(number)) {
      let name = type.values[Int(number)]
      findings.report(
        AgentRules.enumNumber, at: node,
        "\(findings.fieldPath) is the number \(number), which stands for \(quoted(name)); write the name",
        fix: tree.replacing(target, by: name))
    } else {
      isRefusedByAgent = true
      findings.report(
        AgentRules.enumNumber, severity: .error, at: node,
        "\(findings.fieldPath) is the number \(number), which has no name; write one of \(names)")
    }
    return .enumeration(Int32(number))
  }

  private mutating func decode(duration node: NodeID) -> DecodedValue {
    let target = tree.target(node)
    let form: Message = "write seconds with an s behind, such as \"3600s\""
    guard tree[target].kind == .scalar, tree.resolved(target) == .string else {
      let number = integer(tree.resolved(target), bits: 64)
      refuse(
        AgentRules.duration, at: node,
        "\(findings.fieldPath) is \(tree.described(node)); a duration is text: \(form)",
        fix: number.map { tree.replacing(target, by: "\($0)s") })
      return .unreadable
    }
    do throws(ConfigurationDuration.ParseError) {
      let duration = try ConfigurationDuration(parsing: tree.bytes(target))
      if duration.isNegative {
        findings.report(
          AgentRules.durationNegative, at: node,
          "\(findings.fieldPath) is \(quoted(tree.text(target))): nothing can take a negative time")
      }
      return .duration(duration)
    } catch {
      let text = tree.text(target)
      switch error {
      case .outOfRange:
        refuse(
          AgentRules.duration, at: node,
          "\(findings.fieldPath) is \(quoted(text)); at most \(ConfigurationDuration.maximumSeconds)s are allowed"
        )
      case .form:
        let seconds = ConfigurationAdvice.seconds(text)
        refuse(
          AgentRules.duration, at: node,
          "\(findings.fieldPath) is \(quoted(text)), which is no duration; \(form)\(didYouMean(seconds))",
          fix: seconds.map { tree.replacing(target, by: $0) })
      }
      return .unreadable
    }
  }

  private mutating func decode(stringMap node: NodeID) -> DecodedValue {
    guard tree[tree.target(node)].kind == .mapping else { return wrongType(node, "a mapping") }
    var members: [(name: ArraySlice<UInt8>, value: NodeID)] = []
    for member in tree.configurationMembers(of: node) {
      findings.enter(.key(member.name))
      if case .text(let value) = decode(string: member.value) {
        members.append((member.name, value))
      }
      findings.leave()
    }
    return .map(members)
  }
}
