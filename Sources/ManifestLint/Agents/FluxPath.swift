import YAML

/// What becomes of a glob in Flux, where a Kustomization takes a folder with every `.yaml` and
/// `.yml` file below it.
enum FluxPath {
  /// How the nearest `spec.path` differs from the glob; nil when it selects the same files.
  static func difference(from glob: String) -> Message? {
    let pattern = glob.hasPrefix("/") ? glob.dropFirst() : glob[...]
    let special: (Character) -> Bool = { "*?[]{}\\".contains($0) }
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    let literal = parts.prefix { !$0.contains(where: special) }
    let rest = parts.dropFirst(literal.count)
    if rest.isEmpty {
      let folder = path(literal.dropLast())
      return
        "a single file is listed as a resource in a kustomization.yaml of \(folder)"
    }
    let folder = path(literal)
    guard rest.count <= 2, let file = rest.last, rest.count == 1 || rest.first == "**" else {
      return "path \(folder) takes all files below it, not only those of the pattern"
    }
    let isRecursive = rest.count == 2
    let endings = endings(of: file)
    guard let endings else {
      return "path \(folder) takes all files below it, not only those of the pattern"
    }
    let yaml: Set<Substring> = ["yaml", "yml"]
    if !isRecursive { return "path \(folder) also takes what lies in folders below it" }
    if endings.contains("json") {
      return "path \(folder) leaves .json files out; list them in a kustomization.yaml"
    }
    if endings != yaml {
      let others = Message.all(yaml.subtracting(endings).map { ".\($0)" }.sorted())
      return "path \(folder) also takes \(others) files"
    }
    return nil
  }

  private static func path(_ parts: ArraySlice<Substring>) -> String {
    quoted("./" + parts.joined(separator: "/"))
  }

  /// The endings of `*.yaml` or `*.{yaml,yml}`; nil for another pattern.
  private static func endings(of file: Substring) -> Set<Substring>? {
    guard file.hasPrefix("*.") else { return nil }
    var rest = file.dropFirst(2)
    if rest.hasPrefix("{"), rest.hasSuffix("}") { rest = rest.dropFirst().dropLast() }
    let endings = Set(rest.split(separator: ",", omittingEmptySubsequences: false))
    return endings.isSubset(of: ["yaml", "yml", "json"]) ? endings : nil
  }
}
