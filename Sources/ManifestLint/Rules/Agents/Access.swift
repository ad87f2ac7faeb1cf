public import YAML

/// What GitLab makes of ci_access and user_access.
extension AgentRules {
  public static let entryLimit = Rule(
    "agent/entry-limit", .warning,
    "The list has more entries than GitLab reads",
    why: "Only the first 100 entries count (500 from 17.0 on); the rest is dropped silently.",
    remedy: "Name groups instead of their projects.",
    source: "GitLab app/services/clusters/agents refresh services")

  public static let entryDuplicate = Rule(
    "agent/entry-duplicate", .warning,
    "The list has the same project or group twice",
    why: "Ids are compared without regard to case, and the last entry wins.",
    remedy: "Keep one of the entries.",
    bad: """
      ci_access:
        projects:
        - id: group/app
        - id: Group/App

      """,
    good: """
      ci_access:
        projects:
        - id: group/app

      """,
    source: "GitLab app/services/clusters/agents refresh services")

  public static let entryOtherRoot = Rule(
    "agent/entry-other-root", .warning,
    "The entry lies under another top-level group",
    why: """
      Projects and groups count only below the top-level group, or user, of the configuration's \
      own project; others are ignored silently, unless an administrator of 18.x allows them.
      """,
    remedy: "Take the entry out, or move the project below the same top-level group.",
    bad: """
      ci_access:
        projects:
        - id: elsewhere/app

      """,
    good: """
      ci_access:
        projects:
        - id: group/app

      """,
    source: "GitLab app/services/clusters/agents refresh services")

  public static let entryCovered = Rule(
    "agent/entry-covered", .info,
    "A group of the list covers the entry already",
    why: """
      Entries are not merged: for this project only its own entry counts, without the environments \
      and access_as of the group's.
      """,
    remedy: "Take the entry out unless its settings shall differ from the group's.",
    bad: """
      ci_access:
        groups:
        - id: group
        projects:
        - id: group/app

      """,
    good: """
      ci_access:
        groups:
        - id: group

      """,
    source: "GitLab documentation, CI/CD workflow of the agent")

  public static let entryOwnProject = Rule(
    "agent/entry-own-project", .info,
    "The project has access without an entry",
    why: "Jobs of the configuration's own project may always use the agent.",
    remedy: "Take the entry out unless its settings are needed.",
    bad: """
      ci_access:
        projects:
        - id: group/project

      """,
    good: """
      ci_access:
        projects:
        - id: group/app

      """,
    source: "GitLab documentation, CI/CD workflow of the agent")

  public static let entryID = Rule(
    "agent/entry-id", .warning,
    "The id is no path of a project or group",
    why: """
      GitLab looks for a project or group of exactly this full path; without one the entry is \
      ignored silently.
      """,
    remedy: "Write the full path, group/subgroup/project: no URL, no slash at an end, no wildcard.",
    bad: """
      ci_access:
        projects:
        - id: https://gitlab.example.com/group/app

      """,
    good: """
      ci_access:
        projects:
        - id: group/app

      """,
    source: "GitLab app/models/concerns/routable.rb")

  public static let environmentPattern = Rule(
    "agent/environment-pattern", .warning,
    "The environment can match no environment's name",
    why: """
      An entry matches letter by letter, and only `*` stands for any text: blanks at an end, \
      regular expressions and classes are taken as they are.
      """,
    remedy: "Write the name of the environment, or a part of it with *, such as review/*.",
    bad: """
      ci_access:
        projects:
        - id: group/app
          environments:
          - ^review/.*$

      """,
    good: """
      ci_access:
        projects:
        - id: group/app
          environments:
          - review/*

      """,
    source: "GitLab documentation, restrict access by environment")

  public static let accessAsMissing = Rule(
    "agent/access-as-missing", .warning,
    "user_access without access_as grants nothing",
    why: "The file decodes, but before 18.3 nobody gets access until access_as is there.",
    remedy: "Add `access_as: {agent: {}}`, or `{user: {}}` with Premium.",
    bad: """
      gitops: {}
      user_access:
        projects:
        - id: group/app

      """,
    good: """
      gitops: {}
      user_access:
        access_as:
          agent: {}
        projects:
        - id: group/app

      """,
    source: "GitLab documentation, user access")

  public static let accessAsTier = Rule(
    "agent/access-as-tier", .info,
    "The kind of access needs a paid tier",
    why: "On the Free tier `impersonate`, `ci_job` and `user` have no effect.",
    remedy: "Make sure that the instance has Premium, or use `agent: {}`.",
    bad: """
      ci_access:
        projects:
        - id: group/app
          access_as:
            ci_job: {}

      """,
    good: """
      ci_access:
        projects:
        - id: group/app
          access_as:
            agent: {}

      """,
    source: "GitLab documentation, CI/CD workflow of the agent")
}
