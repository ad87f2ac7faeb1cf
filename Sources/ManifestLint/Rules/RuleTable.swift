import Kubernetes
public import YAML

/// All rules, sorted by id.
public enum RuleTable {
  public static let all: [Rule] =
    (YAMLRules.all + ManifestRules.all + ObjectRules.all
    + AgentRules.all + ProjectRules.all + GlobRules.all + GitRules.all + SetRules.all
    + SuppressionRules.all).sorted { $0.id < $1.id }

  private static let byName: [String: Rule] = {
    var table: [String: Rule] = [:]
    for rule in all {
      for name in [rule.id] + rule.aliases { table[name] = rule }
    }
    return table
  }()

  /// The rule of an id, or of one that it had before.
  public static func rule(_ name: String) -> Rule? { byName[name] }

  /// `; did you mean …?`, or nothing.
  public static func hint(_ name: String) -> String {
    NearestName.of(name, among: all.map(\.id)).map { "; did you mean \($0)?" } ?? ""
  }
}
