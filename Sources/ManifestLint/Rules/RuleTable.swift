import Kubernetes
public import YAML

/// All rules, sorted by id.
public enum RuleTable {
  public static let all: [Rule] =
    (YAMLRules.all + ManifestRules.all + ObjectRules.all
    + AgentRules.all + ProjectRules.all + GlobRules.all + GitRules.all + SetRules.all
    + ReferenceRules.all + SuppressionRules.all).sorted { $0.id < $1.id }

  private static let byName: [String: Rule] = {
    var table: [String: Rule] = [:]
    for rule in all {
      for name in [rule.id] + rule.aliases { table[name] = rule }
    }
    return table
  }()

  /// The rule of an id, or of one that it had before.
  public static func rule(_ name: String) -> Rule? { byName[name] }

  /// What a word stands for that names a rule or a whole category.
  public static func rules(named name: String) -> [Rule] {
    rule(name).map { [$0] } ?? all.filter { $0.category == name }
  }

  /// `; did you mean …?`, or nothing.
  public static func hint(_ name: String) -> Message {
    NearestName.of(name, among: Set(all.map { String($0.category) }).sorted() + all.map(\.id)).map {
      "; did you mean \($0)?"
    } ?? ""
  }
}
