public import YAML

/// All rules with all that is said of them, as one JSON array.
public func rulesAsJSON(_ rules: [Rule], in language: Translation? = nil) -> [UInt8] {
  let bytes = Output.collect(in: language) { output in
    let json = JSONWriter(output)
    json.array(lines: true) {
      for rule in rules {
        json.object {
          for (key, value) in [
            ("id", rule.id), ("severity", rule.severity.name),
            ("title", output.words(rule, \.title)),
            ("why", output.words(rule, \.why)),
            ("remedy", output.words(rule, \.remedy)), ("bad", rule.bad), ("good", rule.good),
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
