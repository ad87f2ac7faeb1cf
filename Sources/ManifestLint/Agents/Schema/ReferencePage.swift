import YAML

/// The table as a page for people (Markdown).
public enum ConfigurationReferencePage {
  public static func text() -> String {
    var page = """
      # config.yaml: every key

      The keys of `.gitlab/agents/<name>/config.yaml`, by section. *Since* is the GitLab version \
      that first knows a key; to any other version it is an unknown field, and the whole file is \
      refused. Keys that are younger than GitLab \(GitLabVersion.newestExecuted.description) are \
      known from GitLab's documentation only and marked with a dagger (†). `null` behind a key \
      means that the key is absent.

      This page is made of the table in `Sources/ManifestLint/Agents/Schema`; so is \
      `config.schema.json`, for editors that read a JSON Schema.

      """
    for field in ConfigurationTable.root.fields {
      guard case .message(let message) = field.type else { continue }
      page += "\n## \(field.name)\n\n\(field.meaning)\(standing(field))\n\n"
      page += "| key | type | default | since | meaning |\n| --- | --- | --- | --- | --- |\n"
      page += rows(message, below: "")
    }
    return page
  }

  private static func standing(_ field: ConfigurationField) -> String {
    var facts = ["Since \(field.since.description)"]
    if let deprecated = field.deprecated { facts.append("deprecated in \(deprecated.description)") }
    if let removed = field.removed { facts.append("removed in \(removed.description)") }
    if let gone = field.withoutEffectSince {
      facts.append("without effect from \(gone.description)")
    }
    if let tier = field.tier { facts.append(tier) }
    return " \(facts.joined(separator: ", "))."
  }

  private static func rows(_ message: ConfigurationMessage, below prefix: String) -> String {
    var text = ""
    for field in message.fields {
      let key = prefix + field.name
      var since = field.since.description + (field.isDocumentedOnly ? " †" : "")
      if let removed = field.removed { since += ", removed in \(removed.description)" }
      var meaning = field.meaning
      let checks = field.checks.compactMap { describe($0.check, since: $0.since, of: field) }
      if !checks.isEmpty { meaning += " " + checks.joined(separator: ", ").capitalizedFirst + "." }
      if let oneof = field.oneof, message.requiredOneof == oneof {
        meaning += " One of \(members(of: oneof, message)) must be there."
      }
      if let tier = field.tier { meaning += " \(tier)." }
      if let replacement = field.fluxReplacement { meaning += " In Flux: \(replacement.text)." }
      let cells = [
        "`\(key)`", type(of: field), field.defaultText.map(code) ?? "", since, meaning,
      ]
      text += "| \(cells.map(escaped).joined(separator: " | ")) |\n"
      if case .message(let inner) = field.type {
        text += rows(inner, below: key + (field.isList ? "[]." : "."))
      }
    }
    return text
  }

  private static func members(of oneof: String, _ message: ConfigurationMessage) -> String {
    message.fields.filter { $0.oneof == oneof }.map { "`\($0.name)`" }.joined(separator: ", ")
  }

  /// A single word is code; a phrase has its own marks.
  private static func code(_ text: String) -> String {
    text.contains(" ") || text.contains("`") ? text : "`\(text)`"
  }

  /// A bar would end the cell, also in code.
  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private static func type(of field: ConfigurationField) -> String {
    let name: String
    switch field.type {
    case .string: name = "text"
    case .bool: name = "true or false"
    case .integer: name = "whole number"
    case .enumeration(let type):
      name = type.values.map { "`\($0)`" }.joined(separator: ", ")
    case .duration: name = "duration, `3600s`"
    case .message: name = "mapping"
    case .stringMap: name = "mapping of text"
    case .anyMapping: name = "any mapping"
    }
    return field.isList ? "list of \(name)" : name
  }

  private static func describe(
    _ check: ConfigurationField.Check, since: GitLabVersion, of field: ConfigurationField
  ) -> String? {
    let from = since > .first ? " (from \(since.description))" : ""
    switch check {
    case .notEmpty:
      if let optional = field.explicitPresenceSince {
        return optional > .first
          ? "required until \(optional.description), never empty" : "never empty"
      }
      return field.oneof == nil ? "required\(from)" : "never empty"
    case .required: return "required\(from)"
    case .atLeastOneItem: return "at least one item"
    case .itemsNotEmpty: return "no empty items"
    case .oneOf(let names): return "one of \(names.map { "`\($0)`" }.joined(separator: ", "))"
    case .positive: return "greater than zero"
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
