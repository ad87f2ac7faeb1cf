public import Kubernetes
import YAML

// The pages of `schema`: what the catalogue knows, as text or JSON.

// MARK: Kinds

public func kindsAsText(_ kinds: [KindDescription]) -> String {
  table(
    kinds.map { kind in
      [
        kind.apiVersion, kind.kind, kind.plural, scope(kind), span(kind.served),
        availability(kind),
      ]
    })
}

public func kindsAsJSON(_ kinds: [KindDescription]) -> [UInt8] {
  document { json in
    json.object(lines: true) {
      json.key("versions")
      json.array {
        let versions = VersionSet("\(KubernetesVersion.oldest)..\(KubernetesVersion.newest)")
        for version in versions?.versions ?? [] { json.value(version.description) }
      }
      json.key("kinds")
      json.array(lines: true) { for kind in kinds { write(kind, to: json) } }
    }
  }
}

private func scope(_ kind: KindDescription) -> String {
  kind.isNamespaced.map { $0 ? "namespaced" : "cluster" } ?? "-"
}

private func span(_ range: ClosedRange<KubernetesVersion>) -> String {
  range.lowerBound == range.upperBound
    ? range.lowerBound.description : "\(range.lowerBound)..\(range.upperBound)"
}

/// When it is on, and what becomes of it.
private func availability(_ kind: KindDescription) -> String {
  var words: [String] = []
  switch kind.onByDefault {
  case nil: words.append("off by default")
  case kind.served?: break
  case let range?: words.append("on by default \(span(range))")
  }
  if let version = kind.deprecatedIn { words.append("deprecated from \(version) on") }
  if let version = kind.removedIn { words.append("removed in \(version)") }
  if let replacement = kind.replacement { words.append("use \(replacement)") }
  return words.joined(separator: ", ")
}

private func write(_ kind: KindDescription, to json: JSONWriter) {
  json.object {
    json.member("apiVersion", kind.apiVersion)
    json.member("kind", kind.kind)
    json.member("plural", kind.plural)
    if kind.isNamespaced != nil { json.member("scope", scope(kind)) }
    json.member("served", span(kind.served))
    if let range = kind.onByDefault { json.member("on_by_default", span(range)) }
    if let version = kind.deprecatedIn { json.member("deprecated_in", version.description) }
    if let version = kind.removedIn { json.member("removed_in", version.description) }
    if let replacement = kind.replacement { json.member("replacement", replacement) }
  }
}

// MARK: One kind or field

public func schemaAsText(_ answer: SchemaAnswer) -> String {
  let kind = answer.kind
  var text =
    "\(kind.apiVersion) \(kind.kind) (\(kind.plural), \(scope(kind))), served \(span(kind.served))"
  let life = availability(kind)
  text += (life.isEmpty ? "" : ", \(life)") + "\n"
  if !answer.others.isEmpty {
    let names = answer.others.map { "\($0.apiVersion) \($0.kind)" }.joined(separator: ", ")
    text += "also: \(names)\n"
  }
  if let field = answer.field {
    text += "\n\(answer.path.joined(separator: ".")): \(field.type)"
    let notes = notes(field)
    text += (notes.isEmpty ? "" : ", \(notes)") + "\n"
  }
  guard !answer.fields.isEmpty else { return text }
  return text + "\n" + table(answer.fields.map { ["  " + $0.name, $0.type, notes($0)] })
}

public func schemaAsJSON(_ answer: SchemaAnswer) -> [UInt8] {
  document { json in
    json.object(lines: true) {
      json.key("kind")
      write(answer.kind, to: json)
      if !answer.others.isEmpty {
        json.key("others")
        json.array(lines: true) { for kind in answer.others { write(kind, to: json) } }
      }
      if let field = answer.field {
        json.member("path", answer.path.joined(separator: "."))
        json.key("field")
        write(field, to: json)
      }
      json.key("fields")
      json.array(lines: true) { for field in answer.fields { write(field, to: json) } }
    }
  }
}

/// What is said of a field behind its type.
private func notes(_ field: FieldDescription) -> String {
  var words: [String] = []
  if field.isRequired { words.append("required") }
  if let value = field.defaultValue { words.append("default \(value)") }
  switch field.listType {
  case "map"?: words.append("one item a \(field.listKeys.joined(separator: " and "))")
  case "set"?: words.append("a set")
  default: break
  }
  if field.since > .oldest { words.append("since \(field.since)") }
  if field.until < .newest { words.append("until \(field.until)") }
  return words.joined(separator: ", ")
}

private func write(_ field: FieldDescription, to json: JSONWriter) {
  json.object {
    json.member("name", field.name)
    json.member("type", field.type)
    json.key("required")
    json.value(field.isRequired)
    if let value = field.defaultValue { json.member("default", value) }
    if let type = field.listType { json.member("list_type", type) }
    if !field.listKeys.isEmpty {
      json.key("list_keys")
      json.array { for key in field.listKeys { json.value(key) } }
    }
    json.member("since", field.since.description)
    json.member("until", field.until.description)
  }
}

// MARK: Differences

public func changesAsText(_ changes: [SchemaChange]) -> String {
  table(
    changes.map { change in
      var detail = change.detail
      if !change.kinds.isEmpty {
        let shown = change.kinds.prefix(4).joined(separator: ", ")
        let more = change.kinds.count > 4 ? " and \(change.kinds.count - 4) more" : ""
        detail += "  (\(shown)\(more))"
      }
      return [change.version.description, change.event.rawValue, change.subject, detail]
    })
}

public func changesAsJSON(_ changes: [SchemaChange]) -> [UInt8] {
  document { json in
    json.array(lines: true) {
      for change in changes {
        json.object {
          json.member("version", change.version.description)
          json.member("event", change.event.rawValue)
          json.member(change.isField ? "field" : "kind", change.subject)
          if !change.detail.isEmpty { json.member("detail", change.detail) }
          if !change.kinds.isEmpty {
            json.key("kinds")
            json.array { for kind in change.kinds { json.value(kind) } }
          }
        }
      }
    }
  }
}

// MARK: Layout

/// Columns as wide as their widest text, two spaces between; nothing behind the last text.
private func table(_ rows: [[String]]) -> String {
  let columns = rows.map(\.count).max() ?? 0
  let widths = (0..<columns).map { column in
    // A single long text does not push the others out of sight.
    rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.filter { $0 <= 48 }.max() ?? 0
  }
  return rows.map { row in
    var line = ""
    for (column, text) in row.enumerated() {
      line += text
      if column + 1 < row.count {
        line += String(repeating: " ", count: max(0, widths[column] - text.count) + 2)
      }
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }.joined()
}

private func document(_ body: (JSONWriter) -> Void) -> [UInt8] {
  var bytes = Output.collect { output in
    body(JSONWriter(output))
  }
  if bytes.last != 0x0A { bytes.append(0x0A) }
  return bytes
}
