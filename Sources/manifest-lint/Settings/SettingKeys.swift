import YAML

/// The keys of a settings file. Each stands for an option of the command line, so that both say the
/// same and one table explains both.
struct SettingKey {
  enum Shape {
    /// One value.
    case text
    /// `true` or `false`; the option is a switch.
    case flag
    /// A switch that the option turns off: `inline_suppressions: false`.
    case invertedFlag
    /// A list of values, the option is repeatable.
    case list
    /// A mapping; each pair becomes `KEY=VALUE` of a repeatable option.
    case pairs
  }

  let name: String
  let option: Option
  let shape: Shape
  /// Whether the repository's own file may say it, or only a file that an administrator names.
  var isServerOnly = false

  /// What it does, in the words of the option's help.
  var summary: Message {
    if case .invertedFlag = shape { return "false: \(option.help)" }
    return option.help
  }

  static let all: [SettingKey] = [
    SettingKey(name: "agents", option: .agents, shape: .text, isServerOnly: true),
    SettingKey(name: "apply_mode", option: .applyMode, shape: .text),
    SettingKey(name: "audit_log", option: .auditLog, shape: .text, isServerOnly: true),
    SettingKey(name: "baseline", option: .baseline, shape: .text),
    // Paths of the disk: what a pushed file says must not open them.
    SettingKey(name: "crds", option: .crd, shape: .list, isServerOnly: true),
    SettingKey(name: "deadline", option: .deadline, shape: .text, isServerOnly: true),
    SettingKey(name: "default_branch", option: .defaultBranch, shape: .text, isServerOnly: true),
    SettingKey(name: "exclude", option: .exclude, shape: .list),
    SettingKey(name: "fail_on", option: .failOn, shape: .text),
    SettingKey(name: "gitlab_version", option: .gitlabVersion, shape: .text),
    SettingKey(name: "help_url", option: .helpURL, shape: .text, isServerOnly: true),
    SettingKey(
      name: "ignore_missing_schemas", option: .ignoreMissingSchemas, shape: .flag),
    SettingKey(
      name: "inline_suppressions", option: .noInlineSuppressions, shape: .invertedFlag),
    SettingKey(name: "kubernetes_version", option: .kubernetesVersion, shape: .text),
    SettingKey(name: "lang", option: .lang, shape: .text),
    SettingKey(name: "limits", option: .limit, shape: .pairs),
    SettingKey(name: "on_failure", option: .onFailure, shape: .text, isServerOnly: true),
    SettingKey(name: "other_branches", option: .otherBranches, shape: .text, isServerOnly: true),
    SettingKey(name: "project", option: .project, shape: .text),
    SettingKey(name: "project_visibility", option: .projectVisibility, shape: .text),
    SettingKey(name: "projects", option: .projects, shape: .text, isServerOnly: true),
    SettingKey(
      name: "repository_settings", option: .repositorySettings, shape: .text, isServerOnly: true),
    SettingKey(name: "require_agents", option: .requireAgents, shape: .flag),
    SettingKey(name: "require_checked", option: .requireChecked, shape: .flag),
    SettingKey(name: "rule_pages", option: .rulePages, shape: .text),
    SettingKey(name: "rules", option: .rule, shape: .pairs),
    SettingKey(
      name: "schema_locations", option: .schemaLocation, shape: .list, isServerOnly: true),
    SettingKey(name: "verdict_cache", option: .verdictCache, shape: .text, isServerOnly: true),
  ]
}
