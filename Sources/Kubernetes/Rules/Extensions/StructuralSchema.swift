import YAML

/// The schemas of custom resources.
extension ObjectCheck {
  fileprivate enum SchemaLevel { case root, field, item }

  /// ValidateStructural (apiextensions-apiserver/pkg/apiserver/schema) and the rules about single
  /// keywords.
  mutating func rootSchema(_ schema: Field, hasStatus: Bool) {
    if schema.nullable.isTrue {
      report(ObjectRules.crdSchema, at: schema.nullable, "cannot be true at the root")
    }
    self.schema(schema, .root)
    guard hasStatus else { return }
    for (key, value) in schema.entries
    where !Words.statusRootKeywords.contains(key) && value.exists
      && value.scalar != .bool(false)
    {
      report(
        ObjectRules.crdSchema, at: key,
        "may not stand at the root of a schema with the status subresource")
    }
  }

  private mutating func schema(_ schema: Field, _ level: SchemaLevel) {
    if level != .root, isLeaf(schema) {
      if schema.type.equals("array") || schema.type.isEmpty {
        typeRules(schema, level)
      } else {
        oneOf(schema.type, .schemaTypes, ObjectRules.crdSchema)
      }
      return
    }
    keywords(schema)
    typeRules(schema, level)
    listRules(schema)
    if schema.default.exists, level != .root { defaultValue(schema.default, schema) }
    for junctor in [schema.allOf, schema.anyOf, schema.oneOf] {
      for part in junctor.elements { valueSchema(part, outer: schema) }
    }
    if schema.not.exists { valueSchema(schema.not, outer: schema) }
    validations(schema)
    for (key, property) in schema.properties.entries {
      let isEnvelope = level == .root || schema.xKubernetesEmbeddedResource.isTrue
      if isEnvelope, key.equals("metadata") {
        metadataSchema(property)
        continue
      }
      if isEnvelope, key.equals("apiVersion") || key.equals("kind"), !property.type.isEmpty,
        !property.type.equals("string")
      {
        report(ObjectRules.crdSchema, at: property.type, "\(shown(property.type)); must be string")
      }
      self.schema(property, .field)
    }
    if schema.additionalProperties.isMapping {
      self.schema(schema.additionalProperties, .field)
    }
    if schema.items.isMapping { self.schema(schema.items, .item) }
  }

  /// Most schemas name a type and describe it: nothing else is to be looked at there.
  private func isLeaf(_ schema: Field) -> Bool {
    for (key, _) in schema.entries where !Words.leafKeywords.contains(key) { return false }
    return true
  }

  /// Metadata is an object of the server's own: only its name may be restricted.
  private mutating func metadataSchema(_ schema: Field) {
    if !schema.type.equals("object") {
      report(
        schema.type.isEmpty ? ObjectRules.requiredValue : ObjectRules.crdSchema, at: schema.type,
        "\(shown(schema.type)); must be object")
    }
    for (key, _) in schema.properties.entries
    where !key.equals("name") && !key.equals("generateName") {
      report(
        ObjectRules.crdSchema, at: key,
        "is restricted; only metadata.name and metadata.generateName may be")
    }
  }

  // MARK: Keywords

  private mutating func keywords(_ schema: Field) {
    for (key, field) in schema.entries
    where Words.unsupportedKeywords.contains(key) && !field.isEmpty {
      report(ObjectRules.crdSchema, at: field, "is given; \(key.text) is not supported")
    }
    if schema.uniqueItems.isTrue {
      report(
        ObjectRules.crdSchema, at: schema.uniqueItems,
        "is true; uniqueItems cannot be set to true since the runtime complexity becomes quadratic")
    }
    if schema.items.isList {
      report(
        ObjectRules.crdSchema, at: schema.items,
        "is a list; items must be a schema object and not an array")
    }
    if schema.type.equals("null") {
      report(
        ObjectRules.crdSchema, at: schema.type,
        "is null; type cannot be set to null, use nullable as an alternative")
    } else {
      oneOf(schema.type, .schemaTypes, ObjectRules.crdSchema)
    }
    let extra = schema.additionalProperties
    if extra.exists, !schema.properties.isEmpty, !extra.isTrue {
      report(
        ObjectRules.crdSchema, at: extra,
        "is given beside properties; additionalProperties and properties are mutual exclusive")
    }
    if !schema.pattern.isEmpty, let fault = RegularExpression.fault(in: schema.pattern.text) {
      report(
        ObjectRules.crdSchema, at: schema.pattern,
        "\(shown(schema.pattern)); must be a valid regular expression, but isn't: \(fault)")
    }
  }

  private mutating func typeRules(_ schema: Field, _ level: SchemaLevel) {
    let type = schema.type
    let isIntOrString = schema.xKubernetesIntOrString.isTrue
    let preserves = schema.xKubernetesPreserveUnknownFields
    if preserves.exists, !preserves.isTrue {
      report(ObjectRules.crdSchema, at: preserves, "is false; must be true or undefined")
    }
    switch level {
    case .root:
      if type.isEmpty {
        report(ObjectRules.crdSchema, at: type, "must not be empty at the root; write object")
      } else if !type.equals("object") {
        report(ObjectRules.crdSchema, at: type, "\(shown(type)); must be object at the root")
      }
      if schema.additionalProperties.exists {
        report(
          ObjectRules.crdSchema, at: schema.additionalProperties, "must not be used at the root")
      }
    case .field, .item:
      if type.isEmpty, !isIntOrString, !preserves.isTrue {
        report(
          ObjectRules.crdSchema, at: type,
          level == .item
            ? "must not be empty for specified array items"
            : "must not be empty for specified object fields")
      }
    }
    if isIntOrString {
      for field in [preserves, schema.xKubernetesEmbeddedResource] where field.isTrue {
        report(
          ObjectRules.crdSchema, at: field,
          "is given; it must be empty if x-kubernetes-int-or-string is true")
      }
    }
    if schema.xKubernetesEmbeddedResource.isTrue {
      if !type.equals("object") {
        report(
          ObjectRules.crdSchema, at: type,
          "\(shown(type)); must be object if x-kubernetes-embedded-resource is true")
      }
      if !preserves.isTrue, schema.properties.isEmpty {
        report(
          ObjectRules.crdSchema, at: schema.properties,
          "must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields"
        )
      }
    }
    if type.equals("array"), !schema.items.exists {
      report(ObjectRules.crdSchema, at: schema.items, "must be specified for an array")
    }
  }

  // MARK: Lists and maps

  private mutating func listRules(_ schema: Field) {
    let type = schema.xKubernetesListType
    let keys = schema.xKubernetesListMapKeys
    if type.exists {
      oneOf(type, Words("atomic", "map", "set"), ObjectRules.crdListType, emptyIsAbsent: false)
      if !schema.type.equals("array") {
        report(
          ObjectRules.crdListType, at: schema.type,
          "\(shown(schema.type)); must be array if x-kubernetes-list-type is given")
      }
    }
    if type.equals("map") {
      listMap(schema, keys)
    } else if !keys.isEmpty {
      report(
        ObjectRules.crdListType, at: keys,
        "are given; they must be empty if x-kubernetes-list-type is not map")
    }
    if type.equals("set") {
      let items = schema.items
      if items.nullable.isTrue {
        report(
          ObjectRules.crdListType, at: items.nullable,
          "is true; it must not be if x-kubernetes-list-type is set")
      }
      if items.type.equals("object"), !items.xKubernetesMapType.equals("atomic") {
        report(
          ObjectRules.crdListType, at: items.xKubernetesMapType,
          "\(shown(items.xKubernetesMapType)); must be atomic as item of a list with x-kubernetes-list-type=set"
        )
      }
      if items.type.equals("array"), !items.xKubernetesListType.equals(default: "atomic") {
        report(
          ObjectRules.crdListType, at: items.xKubernetesListType,
          "\(shown(items.xKubernetesListType)); must be atomic as item of a list with x-kubernetes-list-type=set"
        )
      }
    }
    let map = schema.xKubernetesMapType
    guard map.exists else { return }
    oneOf(map, Words("atomic", "granular"), ObjectRules.crdListType, emptyIsAbsent: false)
    if !schema.type.equals("object") {
      report(
        ObjectRules.crdListType, at: schema.type,
        "\(shown(schema.type)); must be object if x-kubernetes-map-type is given")
    }
  }

  private mutating func listMap(_ schema: Field, _ keys: Field) {
    if keys.isEmpty {
      report(
        ObjectRules.crdListType, at: keys, "must not be empty if x-kubernetes-list-type is map")
      return
    }
    let items = schema.items
    unique(keys.elements, "key")
    if items.exists, !items.type.equals("object") {
      report(
        ObjectRules.crdListType, at: items.type,
        "\(shown(items.type)); must be object if the parent's x-kubernetes-list-type is map")
    }
    let needed = NameSet(items.required.elements.map(\.bytes))
    for key in keys.elements {
      let property = items.properties[key.bytes]
      guard property.exists else {
        report(
          ObjectRules.crdListType, at: key,
          "\(shown(key)); entries must all be names of item properties")
        continue
      }
      if property.type.equals("object") || property.type.equals("array") {
        report(
          ObjectRules.crdListType, at: key, "\(shown(key)), whose type must be a scalar")
      }
      if property.nullable.isTrue {
        report(ObjectRules.crdListType, at: property.nullable, "is true; a key may not be nullable")
      }
      if !property.default.exists, !needed.contains(key.bytes) {
        report(
          ObjectRules.crdListType, at: key,
          "\(shown(key)), a key that must be required or have a default")
      }
    }
  }

  // MARK: Inside allOf, anyOf, oneOf and not

  /// There only values are restricted; what exists is said outside.
  private mutating func valueSchema(_ schema: Field, outer: Field) {
    keywords(schema)
    let isIntOrString = outer.xKubernetesIntOrString.isTrue
    for (key, value) in schema.entries where Words.structuralKeywords.contains(key) && value.exists
    {
      if value.isScalar, value.isEmpty || value.scalar == .bool(false) {
        continue
      }
      if isIntOrString, key.equals("type") { continue }
      report(ObjectRules.crdSchema, at: key, "must be empty to be structural")
    }
    for (key, property) in schema.properties.entries {
      var place = outer.properties[key.bytes]
      if !place.exists { place = outer.additionalProperties }
      let isOpen = place.isTrue
      if place.exists, place.isMapping {
        valueSchema(property, outer: place)
      } else if !isOpen {
        report(
          ObjectRules.crdSchema, at: key,
          "must also be specified outside of allOf, anyOf, oneOf and not")
      }
    }
    if schema.items.isMapping {
      if outer.items.isMapping {
        valueSchema(schema.items, outer: outer.items)
      } else {
        report(
          ObjectRules.crdSchema, at: schema.items,
          "must also be specified outside of allOf, anyOf, oneOf and not")
      }
    }
    for junctor in [schema.allOf, schema.anyOf, schema.oneOf] {
      for part in junctor.elements { valueSchema(part, outer: outer) }
    }
    if schema.not.exists { valueSchema(schema.not, outer: outer) }
  }

  // MARK: CEL

  private mutating func validations(_ schema: Field) {
    let rules = schema.xKubernetesValidations
    guard rules.size > 0 else { return }
    let type = SchemaType.of(schema, depth: 0)
    for rule in rules.elements {
      let text = rule.rule
      if Bytes.trimmed(text.bytes).isEmpty {
        report(ObjectRules.requiredValue, at: text, "is required: rule is not specified")
      } else {
        expression(text, ["self": type, "oldSelf": rule.optionalOldSelf.isTrue ? .dyn : type])
      }
      validationMessage(rule)
      oneOf(
        rule.reason,
        Words(
          "FieldValueInvalid", "FieldValueForbidden", "FieldValueRequired", "FieldValueDuplicate"),
        emptyIsAbsent: false)
      if rule.fieldPath.exists { fieldPath(rule.fieldPath, schema) }
      if rule.messageExpression.exists {
        expression(rule.messageExpression, ["self": type, "oldSelf": .dyn], result: [.string])
      }
    }
  }

  private mutating func validationMessage(_ rule: Field) {
    let message = rule.message
    if message.exists, Bytes.trimmed(message.bytes).isEmpty {
      report(ObjectRules.policyText, at: message, "is blank; must be non-empty if specified")
    } else if message.bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      report(ObjectRules.policyText, at: message, "must not contain line breaks")
    } else if message.isEmpty, rule.rule.bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      let trimmed = Bytes.trimmed(rule.rule.bytes)
      guard trimmed.contains(0x0A) else { return }
      report(
        ObjectRules.policyText, at: message,
        "must be specified if rule contains line breaks")
    }
  }

  /// `.a.b` or `['a']` from the schema on.
  private mutating func fieldPath(_ path: Field, _ schema: Field) {
    var current = schema
    var rest = path.bytes
    var isGood = !rest.isEmpty
    while isGood, !rest.isEmpty {
      let name: ArraySlice<UInt8>
      if Bytes.hasPrefix(rest, "['"), let end = rest.firstIndex(of: 0x5D), end - rest.startIndex > 3
      {
        name = rest[(rest.startIndex + 2)..<(end - 1)]
        rest = rest[(end + 1)...]
      } else if rest.first == 0x2E {
        name = rest.dropFirst().prefix { $0 != 0x2E && $0 != 0x5B }
        rest = rest[name.endIndex...]
      } else {
        isGood = false
        break
      }
      let property = current.properties[name]
      current = property.exists ? property : current.additionalProperties
      isGood = current.exists
    }
    guard !isGood else { return }
    report(
      ObjectRules.jsonPath, at: path,
      "\(shown(path)); must be a valid path to a field of the schema")
  }
}

/// The type that expressions see for a schema.
enum SchemaType {
  static let maximumDepth = 32

  static func of(_ schema: Field, depth: Int) -> CELType {
    guard depth < maximumDepth, !schema.xKubernetesIntOrString.isTrue else { return .dyn }
    switch schema.type.text {
    case "string":
      switch schema.format.text {
      case "byte": return .bytes
      case "date", "date-time": return .timestamp
      case "duration": return .duration
      default: return .string
      }
    case "boolean": return .bool
    case "integer": return .int
    case "number": return .double
    case "array": return .list(of(schema.items, depth: depth + 1))
    case "object":
      if schema.additionalProperties.isMapping {
        return .map(of(schema.additionalProperties, depth: depth + 1))
      }
      guard !schema.properties.isEmpty, !schema.xKubernetesEmbeddedResource.isTrue else {
        return .dyn
      }
      var fields: [String: CELType] = [:]
      if depth == 0 { fields = ["apiVersion": .string, "kind": .string, "metadata": .dyn] }
      for (key, property) in schema.properties.entries {
        let type = of(property, depth: depth + 1)
        fields[escaped(key.text)] = type
        fields[key.text] = type
      }
      return .object(fields)
    default: return .dyn
    }
  }

  /// A property's name as an identifier (apiserver/pkg/cel/escaping.go).
  private static func escaped(_ name: String) -> String {
    let reserved: Set<String> = [
      "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function",
      "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    ]
    if reserved.contains(name) { return "__\(name)__" }
    var result = ""
    var before: Character?
    for character in name {
      switch character {
      case ".": result += "__dot__"
      case "-": result += "__dash__"
      case "/": result += "__slash__"
      case "_" where before == "_":
        result.removeLast()
        result += "__underscores__"
        before = nil
        continue
      default: result.append(character)
      }
      before = character
    }
    return result
  }
}

extension Words {
  static let schemaTypes = Words("array", "boolean", "integer", "number", "object", "string")
  static let leafKeywords = Words(
    "type", "description", "format", "title", "minimum", "maximum", "minLength", "maxLength")
  static let unsupportedKeywords = Words(
    "$ref", "definitions", "id", "additionalItems", "patternProperties", "dependencies")
  /// What may not be said inside a junctor.
  static let structuralKeywords = Words(
    "type", "additionalProperties", "default", "title", "description", "nullable",
    "x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource",
    "x-kubernetes-int-or-string", "x-kubernetes-list-type", "x-kubernetes-list-map-keys",
    "x-kubernetes-map-type", "x-kubernetes-validations")
  /// What a root schema may hold beside a status subresource.
  static let statusRootKeywords = Words(
    "description", "type", "format", "title", "maximum", "exclusiveMaximum", "minimum",
    "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems",
    "multipleOf", "required", "items", "properties", "externalDocs", "example",
    "x-kubernetes-preserve-unknown-fields", "x-kubernetes-validations")
}
