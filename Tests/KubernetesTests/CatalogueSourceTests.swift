import Foundation
import Testing

@testable import Kubernetes

/// Nothing is lost between the schemas of the releases and the catalogue: every type, version range,
/// list type and map key is looked up again. Runs where MANIFEST_LINT_SCHEMAS names the folder
/// `kubernetes-json-schema` of the package that the generator reads.
@Suite struct CatalogueSourceTests {
  static let folder = ProcessInfo.processInfo.environment["MANIFEST_LINT_SCHEMAS"].map {
    URL(filePath: $0)
  }

  private typealias Schema = [String: Any]

  private func definitions(_ minor: UInt8) throws -> [String: Schema] {
    let folder = try #require(Self.folder)
    let file = folder.appending(path: "v1.\(minor).0-local/_definitions.json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? Schema
    return try #require(json?["$defs"] as? [String: Schema])
  }

  @Test(.enabled(if: folder != nil), arguments: UInt8(25)...37)
  func `every field of every kind is in the catalogue as the release has it`(minor: UInt8) throws {
    let schemas = try definitions(minor)
    var roots: [String: String] = [:]
    for (name, schema) in schemas {
      for kind in schema["x-kubernetes-group-version-kind"] as? [[String: String]] ?? [] {
        let group = kind["group", default: ""]
        roots[
          (group.isEmpty ? "" : group + "/") + kind["version", default: ""] + "/"
            + kind["kind", default: ""]] = name
      }
    }
    var seen: Set<String> = []
    var queue: [(String, Definition)] = []
    for kind in Catalogue.allKinds where kind.role == .resource || kind.role == .createOnly {
      guard kind.servedSince <= minor, kind.servedUntil >= minor else { continue }
      let name = try #require(
        roots["\(kind.apiVersion)/\(kind.kind)"], "\(kind.apiVersion) \(kind.kind)")
      queue.append((name, try #require(kind.definition)))
    }
    #expect(queue.count > 60)
    while let (name, definition) = queue.popLast() {
      guard seen.insert(name).inserted else { continue }
      #expect(name.hasSuffix("." + definition.name))
      let properties = schemas[name]?["properties"] as? [String: Schema] ?? [:]
      let here = definition.fields.map(FieldRecord.init(number:)).filter {
        $0.since <= minor && $0.until >= minor
      }
      #expect(Set(here.map(\.name.text)) == Set(properties.keys), "\(name) in 1.\(minor)")
      for record in here {
        guard let schema = properties[record.name.text] else { continue }
        #expect(record.typeText == Self.type(schema), "\(name).\(record.name.text) in 1.\(minor)")
        let (relation, keys) = Self.relation(schema)
        #expect(record.relation == relation, "\(name).\(record.name.text) in 1.\(minor)")
        #expect(record.keys.map(\.text) == keys, "\(name).\(record.name.text) in 1.\(minor)")
        if let target = record.target, let reference = Self.reference(schema) {
          queue.append((reference, target))
        }
      }
    }
    #expect(seen.count > 400)
  }

  private static func plain(_ schema: Schema) -> String? {
    schema["type"] as? String ?? (schema["type"] as? [String])?.first { $0 != "null" }
  }

  private static func type(_ schema: Schema) -> String {
    switch plain(schema) {
    case "array": return "[]" + element(schema["items"] as? Schema ?? [:])
    case "object":
      guard let values = schema["additionalProperties"] as? Schema else { return element(schema) }
      if plain(values) == "array" {
        return "map[string][]" + element(values["items"] as? Schema ?? [:])
      }
      return "map[string]" + element(values)
    default: return element(schema)
    }
  }

  private static let special = [
    "RawExtension": "any object", "JSONSchemaPropsOrArray": "JSONSchemaProps or list",
    "JSONSchemaPropsOrBool": "JSONSchemaProps or boolean",
    "JSONSchemaPropsOrStringArray": "JSONSchemaProps or list of strings",
  ]

  private static func element(_ schema: Schema) -> String {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.split(separator: ".").last ?? "")
      return special[name] ?? name
    }
    switch (plain(schema), schema["format"] as? String) {
    case ("string", nil): return "string"
    case ("string", "byte"): return "bytes"
    case ("string", "date-time"): return "Time"
    case ("integer", "int32"): return "int32"
    case ("integer", _): return "int64"
    case ("number", _): return "double"
    case ("boolean", _): return "boolean"
    default: return "any object"
    }
  }

  private static func reference(_ schema: Schema) -> String? {
    var schema = schema
    while let inner = (schema["items"] ?? schema["additionalProperties"]) as? Schema {
      schema = inner
    }
    return (schema["$ref"] as? String).map { String($0.dropFirst("#/$defs/".count)) }
  }

  private static func relation(_ schema: Schema) -> (ListRelation, [String]) {
    guard plain(schema) == "array" else { return (.none, []) }
    switch schema["x-kubernetes-list-type"] as? String {
    case "set": return (.set, [])
    case "map": return (.map, schema["x-kubernetes-list-map-keys"] as? [String] ?? [])
    case "atomic": return (.atomic, [])
    default: break
    }
    let strategies = (schema["x-kubernetes-patch-strategy"] as? String ?? "").split(separator: ",")
    guard strategies.contains("merge") else { return (.atomic, []) }
    let key = schema["x-kubernetes-patch-merge-key"] as? String
    return key.map { (.map, [$0]) } ?? (.set, [])
  }
}
