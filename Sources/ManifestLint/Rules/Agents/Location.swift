public import YAML

/// Where the configuration lies, and whether it can be read at all.
extension AgentRules {
  public static let configPath = Rule(
    "agent/config-path", .warning,
    "The file looks like an agent's configuration and is read by no agent",
    why: """
      The server asks for exactly `.gitlab/agents/<name>/config.yaml`, letter by letter; a missing \
      file equals an empty configuration, and nothing is logged.
      """,
    remedy: "Move the file to .gitlab/agents/<name>/config.yaml.",
    bad: """
      === .gitlab/agents/production/config.yml
      ci_access: {}

      """,
    good: """
      === .gitlab/agents/production/config.yaml
      ci_access: {}

      """,
    source: "gitlab-agent agent_configuration/server; GitLab configuration_project module")

  public static let nameInvalid = Rule(
    "agent/name-invalid", .error,
    "The folder's name cannot be the name of an agent",
    why: """
      GitLab refuses to register such an agent: `can contain only lowercase letters, digits, and \
      '-', but cannot start or end with '-'`. No agent reads the folder.
      """,
    remedy: """
      Rename the folder to 1 to 63 lower-case letters, digits and dashes, and register the agent \
      by that name.
      """,
    bad: """
      === .gitlab/agents/my_agent/config.yaml
      ci_access: {}

      """,
    good: """
      === .gitlab/agents/my-agent/config.yaml
      ci_access: {}

      """,
    source: "GitLab lib/gitlab/regex.rb, app/models/clusters/agent.rb")

  public static let notRegularFile = Rule(
    "agent/config-not-regular-file", .error,
    "The configuration is no regular file",
    why: """
      The server reads blobs only. Of a symbolic link it gets the target's path as text, of a Git \
      LFS file the pointer (`syntax error (line 1:1): unexpected token`), and a folder or a \
      submodule is `file is not a usual file`.
      """,
    remedy: "Commit the configuration itself at this path, as a regular file without Git LFS.",
    bad: """
      === .gitlab/agents/production/config.yaml mode=120000
      ../base/config.yaml
      """,
    good: """
      === .gitlab/agents/production/config.yaml
      ci_access: {}

      """,
    source: "Gitaly tree_entry.go")

  public static let configTooLarge = Rule(
    "agent/config-too-large", .error,
    "The configuration is larger than the server reads",
    why: """
      The server refuses it before reading: `FileTooBig: TreeEntry: file is too big … object size \
      (N) is bigger than the maximum allowed size (131072)`.
      """,
    remedy: """
      Make the file smaller, or let the administrator raise \
      agent.configuration.max_configuration_file_size.
      """,
    source: "gitlab-agent agent_configuration/server/defaulting.go")

  public static let configMissing = Rule(
    "agent/config-missing", .info,
    "The agent's folder has no config.yaml",
    why: """
      From 14.7 on a missing file equals an empty configuration. Before, the agent logs `agent \
      configuration file: FileNotFound` for ever.
      """,
    remedy: "Add config.yaml to the folder, or remove the folder.",
    bad: """
      === .gitlab/agents/production/README.md
      The agent of the production cluster.

      """,
    good: """
      === .gitlab/agents/production/README.md
      The agent of the production cluster.

      === .gitlab/agents/production/config.yaml
      ci_access: {}

      """,
    source: "gitlab-agent agent_configuration/server")

  public static let configEmpty = Rule(
    "agent/config-empty", .info,
    "The configuration says nothing",
    why: "An empty file is an empty configuration from 13.8 on; 13.7 refuses it.",
    remedy: """
      Write a section, or remove the file: from 14.7 on an agent without one works the same.
      """,
    bad: "# to be written\n",
    good: "ci_access: {}\n",
    source: "gitlab-agent agent_configuration/server parseYAMLToConfiguration")

  public static let configExecutable = Rule(
    "agent/config-executable", .info,
    "The configuration is marked executable",
    why: "The server reads it all the same; the mode has no effect.",
    remedy: "Take the mark off: git update-index --chmod=-x PATH.",
    bad: """
      === .gitlab/agents/production/config.yaml mode=100755
      ci_access: {}

      """,
    good: """
      === .gitlab/agents/production/config.yaml
      ci_access: {}

      """,
    source: "Gitaly tree_entry.go")

  public static let lastRemoved = Rule(
    "agent/last-removed", .warning,
    "The change takes the last agent's configuration away",
    why: """
      Since GitLab 14.7 a missing file is an empty configuration: the agent goes on without an error, \
      stops applying manifests, and nobody gets access through it. What it applied before stays in the \
      cluster and is no longer looked after. Up to 14.6 the server sends `agent configuration file: \
      FileNotFound`.
      """,
    remedy: """
      Put the file back; or, when the agent is to go, delete the agent in GitLab and what it applied \
      in the cluster.
      """,
    source: "kas agent_configuration; agent-config 2")

  public static let none = Rule(
    "agent/none", .info,
    "The repository has no agent's configuration",
    why: "There is no .gitlab/agents/<name>/config.yaml, so nothing of an agent was checked.",
    remedy: "Add the file if an agent is registered in this project.",
    bad: """
      === README.md
      Nothing yet.

      """,
    good: """
      === .gitlab/agents/production/config.yaml
      ci_access: {}

      """,
    source: "gitlab-agent agent_configuration/api.go")

  public static let notDefaultBranch = Rule(
    "agent/not-default-branch", .info,
    "The branch is not the one that the agent reads",
    why: "The server reads configurations from the project's default branch and nowhere else.",
    remedy: "Merge the branch into the default branch to bring the configuration into effect.",
    source: "gitlab-agent internal/gitaly/poller.go")

  public static let notRegistered = Rule(
    "agent/not-registered", .warning,
    "The folder belongs to no registered agent",
    why: "The server asks for the folders of registered agents only: nothing reads this one.",
    remedy: "Register an agent by this name, correct the folder's name, or remove the folder.",
    source: "gitlab-agent agent_configuration/server")

  public static let registeredWithoutFolder = Rule(
    "agent/registered-without-folder", .info,
    "A registered agent has no configuration",
    why: """
      The agent runs with an empty configuration (from 14.7 on; before, it logs `FileNotFound`). A \
      folder with a name a little different is the usual cause.
      """,
    remedy: "Add .gitlab/agents/<name>/config.yaml, or correct the folder's name.",
    source: "gitlab-agent agent_configuration/server")
}
