import YAML

/// Defaults in a custom resource's schema must be values that the schema allows.
extension ObjectCheck {
  mutating func defaultValue(_ value: Field, _ schema: Field) {
    if hasUnknownFields(value, schema) {
      report(ObjectRules.crdDefault, at: value, "must not have unknown fields")
      return
    }
    guard let fault = SchemaValue.fault(of: value, schema) else { return }
    report(ObjectRules.crdDefault, at: value, "is no value that the schema allows: \(fault)")
  }

  private func hasUnknownFields(_ value: Field, _ schema: Field) -> Bool {
    guard !schema.xKubernetesPreserveUnknownFields.isTrue || !schema.properties.isEmpty else {
      return false
    }
    if value.isList {
      return schema.items.isMapping
        && value.elements.contains { hasUnknownFields($0, schema.items) }
    }
    guard value.isMapping, schema.type.equals("object") else { return false }
    return value.entries.contains { key, member in
      let property = schema.properties[key.bytes]
      if property.exists { return hasUnknownFields(member, property) }
      let extra = schema.additionalProperties
      if extra.isMapping { return hasUnknownFields(member, extra) }
      if schema.xKubernetesEmbeddedResource.isTrue,
        key.equals("apiVersion") || key.equals("kind") || key.equals("metadata")
      {
        return false
      }
      return !extra.isTrue && !schema.xKubernetesPreserveUnknownFields.isTrue
    }
  }
}

/// Validation of a value by a schema, as far as the keywords that need no regular expression go.
enum SchemaValue {
  /// What is wrong first; nil when nothing is.
  static func fault(of value: Field, _ schema: Field) -> Message? {
    guard value.exists else {
      return schema.nullable.isTrue || schema.type.isEmpty ? nil : "null is not allowed"
    }
    if let fault = typeFault(value, schema) { return fault }
    if schema.enum.size > 0, value.isScalar,
      !schema.enum.elements.contains(where: { $0.bytes == value.bytes && $0.isText == value.isText }
      )
    {
      return "supported values: \(schema.enum.elements.map(\.text).joined(separator: ", "))"
    }
    if let fault = boundsFault(value, schema) { return fault }
    for name in schema.required.elements where value.isMapping {
      let isGiven = value.entries.contains { $0.key.bytes == name.bytes }
      if !isGiven, !schema.properties[name.bytes].default.exists {
        return "\(name.text) is required"
      }
    }
    if schema.items.isMapping {
      for element in value.elements {
        if let fault = fault(of: element, schema.items) { return fault }
      }
    }
    for (key, member) in value.entries {
      let property = schema.properties[key.bytes]
      let own = property.exists ? property : schema.additionalProperties
      if own.isMapping, let fault = fault(of: member, own) { return fault }
    }
    return nil
  }

  private static func typeFault(_ value: Field, _ schema: Field) -> Message? {
    let type = schema.type
    if schema.xKubernetesIntOrString.isTrue {
      return value.isText || value.integer != nil ? nil : "must be of type integer or string"
    }
    let isGood: Bool
    switch type.text {
    case "object": isGood = value.isMapping
    case "array": isGood = value.isList
    case "string": isGood = value.isText
    case "integer": isGood = value.isScalar && value.integer != nil
    case "number": isGood = number(value) != nil
    case "boolean":
      isGood =
        value.scalar == .bool(true) || value.scalar == .bool(false)
    default: isGood = true
    }
    return isGood ? nil : "must be of type \(type.text)"
  }

  private static func number(_ field: Field) -> Double? {
    switch field.scalar {
    case .integer(let value): return Double(value)
    case .unsigned(let value): return Double(value)
    case .float(let value): return value
    default: return nil
    }
  }

  private static func boundsFault(_ value: Field, _ schema: Field) -> Message? {
    if let found = number(value) {
      if let least = number(schema.minimum),
        schema.exclusiveMinimum.isTrue ? found <= least : found < least
      {
        return "should be greater than or equal to \(schema.minimum.text)"
      }
      if let most = number(schema.maximum),
        schema.exclusiveMaximum.isTrue ? found >= most : found > most
      {
        return "should be less than or equal to \(schema.maximum.text)"
      }
    }
    let length: Int
    let least: Field
    let most: Field
    if value.isText {
      length = value.text.unicodeScalars.count
      (least, most) = (schema.minLength, schema.maxLength)
    } else if value.isList {
      length = value.size
      (least, most) = (schema.minItems, schema.maxItems)
    } else if value.isMapping {
      length = value.size
      (least, most) = (schema.minProperties, schema.maxProperties)
    } else {
      return nil
    }
    if least.exists, let bound = least.integer, length < bound { return "it is too short" }
    if most.exists, let bound = most.integer, length > bound { return "it is too long" }
    return nil
  }
}
