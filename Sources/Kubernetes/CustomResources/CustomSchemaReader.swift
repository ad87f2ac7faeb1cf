import YAML

/// Makes a `CustomSchema` of what stands in a file. What is wrong with the file is not its business:
/// it takes what can be understood.
struct CustomSchemaReader {
  /// How deep schemas may be nested in one another.
  static let maximumDepth = 100
  /// Schemas in one schema, aliases and references counted once.
  static let maximumNodes = 200_000

  private let root: Field
  private var schema: CustomSchema
  /// Equal places of the file are one schema, which also ends the recursion of references.
  private var known: [NodeID: Int] = [:]

  static func read(_ root: Field, dialect: CustomSchema.Dialect) -> CustomSchema {
    var reader = CustomSchemaReader(root: root, schema: CustomSchema(dialect: dialect))
    if reader.node(root, depth: 0) == nil { _ = reader.anything() }
    return reader.schema
  }

  private init(root: Field, schema: CustomSchema) {
    self.root = root
    self.schema = schema
  }

  /// The number of a schema; nil where there is none to be had.
  private mutating func node(_ field: Field, depth: Int) -> Int? {
    guard let place = field.node, field.isMapping else { return nil }
    if let number = known[place] { return number }
    guard depth < Self.maximumDepth, schema.nodes.count < Self.maximumNodes else {
      return anything()
    }
    if schema.dialect == .jsonSchema, field.ref.isText {
      guard let target = reference(field.ref.bytes) else { return anything() }
      return node(target, depth: depth + 1)
    }
    let number = schema.nodes.count
    known[place] = number
    schema.nodes.append(CustomSchema.Node())
    var node = CustomSchema.Node()
    types(of: field, &node)
    structure(of: field, &node, depth: depth)
    values(of: field, &node)
    node.allOf = alternatives(field.allOf, depth: depth)
    node.anyOf = alternatives(field.anyOf, depth: depth)
    node.oneOf = alternatives(field.oneOf, depth: depth)
    node.not = self.node(field.not, depth: depth + 1)
    node.ruleCount += field.xKubernetesValidations.elements.count { rule in
      // A rule that looks at the old object never runs on a create.
      rule.optionalOldSelf.isTrue || !Bytes.contains(rule.rule.bytes, "oldSelf")
    }
    schema.nodes[number] = node
    return number
  }

  private mutating func alternatives(_ list: Field, depth: Int) -> [Int] {
    list.elements.map { node($0, depth: depth + 1) ?? anything() }
  }

  /// A schema that could not be read takes every value, and counts as not evaluated.
  private mutating func anything() -> Int {
    var node = CustomSchema.Node()
    node.preservesUnknown = true
    node.ruleCount = 1
    schema.nodes.append(node)
    return schema.nodes.count - 1
  }

  /// `#/definitions/name`: a place of the same file.
  private func reference(_ text: ArraySlice<UInt8>) -> Field? {
    guard Bytes.hasPrefix(text, "#") else { return nil }
    var field = root
    for step in text.dropFirst().split(separator: 0x2F) {
      field = field[Self.unescaped(step)]
    }
    return field.exists ? field : nil
  }

  /// A step of a JSON pointer: `~1` is a slash, `~0` a tilde.
  private static func unescaped(_ step: ArraySlice<UInt8>) -> [UInt8] {
    var name: [UInt8] = []
    var rest = step
    while let byte = rest.popFirst() {
      if byte == 0x7E, let mark = rest.popFirst() {
        name.append(mark == 0x31 ? 0x2F : 0x7E)
      } else {
        name.append(byte)
      }
    }
    return name
  }

  // MARK: Keywords

  private func types(of field: Field, _ node: inout CustomSchema.Node) {
    for name in field.type.isList ? Array(field.type.elements) : [field.type] {
      for (word, type) in CustomSchema.Types.names where name.exists && name.equals(word) {
        node.types.insert(type)
      }
    }
    node.isNullable = field.nullable.isTrue || node.types.contains(.null)
    node.isIntOrString =
      field.xKubernetesIntOrString.isTrue || field.format.equals("int-or-string")
    if node.isIntOrString { node.types = [.integer, .string] }
    node.isEmbedded = field.xKubernetesEmbeddedResource.isTrue
    node.preservesUnknown = field.xKubernetesPreserveUnknownFields.isTrue
  }

  private mutating func structure(
    of field: Field, _ node: inout CustomSchema.Node, depth: Int
  ) {
    for (key, value) in field.properties.entries {
      // A property without a schema to be had is still a property.
      let number = self.node(value, depth: depth + 1) ?? anything()
      node.properties.append(.init(name: Array(key.bytes), node: number))
    }
    node.properties.sort { $0.name.lexicographicallyPrecedes($1.name) }
    let others = field.additionalProperties
    if let number = self.node(others, depth: depth + 1) {
      node.others = .schema(number)
    } else if others.isTrue || others.isMapping {
      node.others = .all
    } else if others.exists {
      node.others = .none
    }
    if schema.dialect == .jsonSchema {
      for (key, value) in field.patternProperties.entries {
        guard let pattern = RegularExpression(key.text),
          let number = self.node(value, depth: depth + 1)
        else {
          node.ruleCount += 1
          node.others = .all
          continue
        }
        node.patternProperties.append((pattern, number))
      }
    }
    node.items = self.node(field.items, depth: depth + 1)
    node.required = field.required.elements.map { Array($0.bytes) }
    if field.xKubernetesListType.equals("set") { node.listType = .set }
    if field.xKubernetesListType.equals("map") { node.listType = .map }
    node.listKeys = field.xKubernetesListMapKeys.elements.map { Array($0.bytes) }
    if field.default.exists, let json = field.default.json {
      node.defaultValue = readYAML(json, as: .manifests(.v0_34))
    }
  }

  private mutating func values(of field: Field, _ node: inout CustomSchema.Node) {
    let constant = field["const"]
    if field.enum.isList, field.enum.size > 0 {
      node.values = field.enum.elements.map { $0.json ?? Self.null }
    } else if schema.dialect == .jsonSchema, constant.exists {
      node.values = constant.json.map { [$0] }
    }
    if field.format.isText { node.format = ValueFormat(field.format.bytes) }
    if field.pattern.isText, !field.pattern.isEmpty {
      node.pattern = (field.pattern.text, RegularExpression(field.pattern.text))
    }
    node.minimum = bound(field.minimum, field.exclusiveMinimum)
    node.maximum = bound(field.maximum, field.exclusiveMaximum)
    node.multipleOf = field.multipleOf.double
    node.length = counts(field.minLength, field.maxLength)
    node.itemCount = counts(field.minItems, field.maxItems)
    node.propertyCount = counts(field.minProperties, field.maxProperties)
  }

  private static let null = Array("null".utf8)

  /// A bound with OpenAPI's `exclusive…: true` beside it, or JSON schema's exclusive bound itself.
  private func bound(_ inclusive: Field, _ exclusive: Field) -> CustomSchema.Bound? {
    if let value = exclusive.double { return .init(value: value, isExclusive: true) }
    return inclusive.double.map { .init(value: $0, isExclusive: exclusive.isTrue) }
  }

  private func counts(_ least: Field, _ most: Field) -> CustomSchema.Counts {
    func count(_ field: Field) -> Int? {
      field.exists ? field.integer.flatMap { Int(exactly: $0) } : nil
    }
    return .init(least: count(least), most: count(most))
  }
}

extension Field {
  /// A number of any kind; nil when absent or something else.
  var double: Double? {
    switch scalar {
    case .integer(let value): return Double(value)
    case .unsigned(let value): return Double(value)
    case .float(let value): return value
    default: return nil
    }
  }
}
