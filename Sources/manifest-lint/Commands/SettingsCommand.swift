import GitAccess
import ManifestLint
import YAML

extension Command {
  static let settings = Command(
    name: "settings", summary: "Tell the settings in force and where each comes from",
    options: Option.treeChoice + Option.linting + [.failOn, .check, .schema]
  ) { invocation in
    try invocation.arguments.operands(atMost: 0)
    if invocation.arguments.has(.schema) {
      invocation.output.write(SettingsSchema.text())
      return .clean
    }
    let layers = try invocation.settingsLayers()
    for layer in layers.dropFirst() { invocation.arguments.underlay(layer.values) }
    // What is understood one by one may still name a rule or a version that there is not.
    _ = try invocation.lintOptions(originURL: nil)
    if invocation.arguments.has(.check) {
      invocation.note("the settings are right")
      return .clean
    }
    for key in SettingKey.all {
      for layer in layers {
        guard let values = layer.values[key.option], !values.isEmpty else { continue }
        let shown = key.text(values)
        invocation.output.write("\(key.name): \(shown)  # \(layer.name)\n")
        if !key.option.isRepeatable { break }
      }
    }
    return .clean
  }
}

extension Invocation {
  /// Where settings come from, the one that counts most first.
  fileprivate func settingsLayers() throws -> [(name: String, values: [Option: [[UInt8]]])] {
    var layers = [
      (name: "command line", values: arguments.values),
      (name: "environment", values: try environmentSettings()),
    ]
    if arguments.has(.noSettings) { return layers }
    if let file = try namedSettings() {
      layers.append((printable(arguments.bytes(.settings) ?? []), file.values))
    } else {
      let tree = try CheckedTree(CheckedTree.choice(arguments), self)
      if let file = try Self.repositorySettings(of: tree) {
        layers.append((file.name, file.values))
      }
    }
    return layers
  }
}

extension SettingKey {
  /// The values as the settings file has them.
  fileprivate func text(_ values: [[UInt8]]) -> String {
    switch shape {
    case .text: printable(values.last ?? [])
    case .flag: "true"
    case .invertedFlag: "false"
    case .list: "[" + values.map { jsonText(printable($0)) }.joined(separator: ", ") + "]"
    case .pairs:
      "{"
        + values.map { value in
          printable(value).split(separator: "=", maxSplits: 1).joined(separator: ": ")
        }.joined(separator: ", ") + "}"
    }
  }
}

/// The JSON Schema of the settings file, from the same table.
enum SettingsSchema {
  static func text() -> String {
    let properties = SettingKey.all.map { key in
      let note = key.isServerOnly ? " (in a server's settings only)" : ""
      let about = jsonText(key.summary.text + note)
      return "    \(jsonText(key.name)): {\"description\": \(about), \(type(of: key))}"
    }.joined(separator: ",\n")
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of manifest-lint",
        "type": ["object", "null"],
        "additionalProperties": false,
        "properties": {
      \(properties)
        }
      }

      """
  }

  private static func type(of key: SettingKey) -> String {
    switch key.shape {
    case .text:
      if let words = key.option.placeholder, words.contains("|") {
        let list = words.split(separator: "|").map { jsonText(String($0)) }
        return "\"enum\": [\(list.joined(separator: ", "))]"
      }
      return "\"type\": [\"string\", \"number\"]"
    case .flag, .invertedFlag: return "\"type\": \"boolean\""
    case .list: return "\"type\": \"array\", \"items\": {\"type\": \"string\"}"
    case .pairs:
      return key.option == .rule
        ? "\"type\": \"object\", \"additionalProperties\": "
          + "{\"enum\": [false, \"off\", \"info\", \"warning\", \"error\"]}"
        : "\"type\": \"object\", \"additionalProperties\": {\"type\": \"integer\", \"minimum\": 0}"
    }
  }
}
