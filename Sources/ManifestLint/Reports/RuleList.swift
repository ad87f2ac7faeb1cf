public import YAML

/// All rules with all that is said of them, as one JSON array.
public func rulesAsJSON(_ rules: [Rule]) -> [UInt8] {
  let bytes = Output.collect { output in
    let json = JSONWriter(output)
    json.array(lines: true) {
      for rule in rules {
        json.object {
          for (key, value) in [
            ("id", rule.id), ("severity", rule.severity.name), ("title", rule.title),
            ("why", rule.why), ("remedy", rule.remedy), ("bad", rule.bad), ("good", rule.good),
            ("source", rule.source), ("since", rule.since),
          ] where !value.isEmpty {
            json.key(key)
            json.value(value)
          }
          if !rule.aliases.isEmpty {
            json.key("aliases")
            json.array { for alias in rule.aliases { json.value(alias) } }
          }
        }
      }
    }
  }
  return bytes
}
