internal import YAML

/// Every option, once: its name, the word for its value, and what it does. The parser, `help`, the
/// completions, the manual page and the settings file are made from these values.
enum Option: String, CaseIterable {
  // Which tree
  case repo
  case worktree
  case staged
  case rev
  case shard
  case from
  case trustRepository = "trust-repository"
  // What is known around it
  case project
  case projectVisibility = "project-visibility"
  case projects
  case projectCheckout = "project-checkout"
  case agents
  case gitlabVersion = "gitlab-version"
  case kubernetesVersion = "kubernetes-version"
  case applyMode = "apply-mode"
  // Narrow and tune
  case agent
  case exclude
  case rule
  case limit
  case crd
  case schemaLocation = "schema-location"
  case ignoreMissingSchemas = "ignore-missing-schemas"
  case requireAgents = "require-agents"
  case requireChecked = "require-checked"
  case noInlineSuppressions = "no-inline-suppressions"
  case baseline
  case writeBaseline = "write-baseline"
  case settings
  case noSettings = "no-settings"
  case jobs
  case deadline
  case verdictCache = "verdict-cache"
  // How it speaks
  case format
  case report
  case failOn = "fail-on"
  case warningsExitCode = "warnings-exit-code"
  case rulePages = "rule-pages"
  case color
  case lang
  case quiet
  case verbose
  case timings
  case help
  case version
  // What a server decides
  case defaultBranch = "default-branch"
  case otherBranches = "other-branches"
  case onFailure = "on-failure"
  case repositorySettings = "repository-settings"
  case auditLog = "audit-log"
  case helpURL = "help-url"
  // Single commands
  /// `schema --diff V..V`
  case diffVersions = "diff-versions"
  case stdinFilename = "stdin-filename"
  case decoded
  case listProjects = "list-projects"
  case asRole = "as"
  case splitter
  case events
  case positions
  case match
  case batch
  case hex
  case null
  case explain
  case fix
  case diff
  case check
  case schema
  case force
  case uninstall
  case manual

  /// As it is typed, behind `--`. One word has two meanings: `check --diff` is a switch.
  var name: String { self == .diffVersions ? "diff" : rawValue }

  /// The word that stands for the value in help; nil for a switch.
  var placeholder: String? {
    switch self {
    case .repo: "DIR"
    case .rev, .from: "REV"
    case .shard: "N/M"
    case .project: "PATH"
    case .projectVisibility: "public|internal|private"
    case .projectCheckout: "PATH=DIR"
    case .projects, .agents, .baseline, .writeBaseline, .settings: "FILE"
    case .gitlabVersion, .kubernetesVersion: "V"
    case .applyMode: "create|server"
    case .agent: "NAME"
    case .exclude: "GLOB"
    case .rule: "ID=off|info|warning|error"
    case .crd: "PATH"
    case .schemaLocation: "TEMPLATE"
    case .limit: "NAME=VALUE"
    case .jobs: "N"
    case .deadline: "SECONDS"
    case .verdictCache: "DIR"
    case .format: "FORMAT"
    case .report: "FORMAT=PATH"
    case .failOn: "error|warning|info|never"
    case .warningsExitCode: "N"
    case .color: "auto|always|never"
    case .lang: "en|zh"
    case .defaultBranch, .otherBranches: "refuse|warn|ignore"
    case .onFailure: "refuse|accept"
    case .repositorySettings: "honour|ignore"
    case .auditLog: "FILE"
    case .helpURL, .rulePages: "URL"
    case .diffVersions: "V..V"
    case .stdinFilename: "PATH"
    case .asRole: "config|manifest"
    case .splitter: "0.21|0.32|0.34"
    default: nil
    }
  }

  /// One letter that means the same.
  var short: Character? {
    switch self {
    case .help: "h"
    case .quiet: "q"
    case .verbose: "v"
    case .null: "z"
    default: nil
    }
  }

  /// Whether each use adds a value; else the last one counts.
  var isRepeatable: Bool {
    switch self {
    case .agent, .projectCheckout, .exclude, .rule, .limit, .report, .crd, .schemaLocation: true
    default: false
    }
  }

  var help: Message {
    switch self {
    case .repo: "the repository (default: the one around the current directory)"
    case .worktree: "check what is on disk (the default of check)"
    case .staged: "check what the next commit would hold: the index"
    case .rev: "check a commit, branch or tag"
    case .shard: "judge only the Nth of M parts of the files, for `merge`"
    case .from: "compare with this commit: what is created, changed and pruned"
    case .trustRepository: "read a repository that belongs to somebody else"
    case .project: "the full path of this project"
    case .projectVisibility: "the visibility of this project"
    case .projects: "what is known of other projects (YAML, JSON or CSV)"
    case .projectCheckout:
      "a local clone of another project, whose manifests are checked too; repeatable"
    case .agents: "the registered agents: names, one a line, or GitLab's JSON"
    case .gitlabVersion: "whose contract for config.yaml holds, such as 15.7"
    case .kubernetesVersion: "1.36, a list 1.29,1.31 or a range 1.29..1.34 (default: the newest)"
    case .applyMode: "whether what only server-side apply refuses is a warning or an error"
    case .agent: "only this agent; repeatable"
    case .exclude: "pass over files that match; repeatable"
    case .rule:
      "change the severity of a rule, or of all of a category, or switch it off; repeatable"
    case .limit: "set a limit by its name; repeatable"
    case .crd: "CustomResourceDefinitions in a file or folder define their kinds; repeatable"
    case .schemaLocation: "schema files of other kinds, by kubeconform's templates; repeatable"
    case .ignoreMissingSchemas: "say nothing about kinds whose schema is not known"
    case .requireAgents: "a repository without any agent is an error"
    case .requireChecked: "an object that could not be checked is an error"
    case .noInlineSuppressions: "comments in files do not silence findings"
    case .baseline: "do not count the findings listed in this file"
    case .writeBaseline: "write the present findings to this file and exit 0"
    case .settings: "the settings file (default: .manifest-lint.yaml of the checked tree)"
    case .noSettings: "read no settings file"
    case .jobs: "how many threads check files (default: one a processor)"
    case .deadline: "give up after so long, such as 30s, with exit status 3"
    case .verdictCache: "keep verdicts on files in this folder, so that each is judged once"
    case .format: "what goes to standard output (default: text)"
    case .report: "also write this report; repeatable"
    case .failOn: "the least severity that makes exit status 1 (default: error)"
    case .warningsExitCode: "exit so (4 to 125) when all findings are below the threshold"
    case .rulePages: "where the rules' pages are, for links: URL/CATEGORY/NAME.md"
    case .color: "colours in text (default: auto)"
    case .lang: "the language of messages (default: as LC_ALL, LC_MESSAGES or LANG say)"
    case .quiet: "no summary line"
    case .verbose: "say more about the run"
    case .timings: "say where the time went"
    case .help: "show help"
    case .version: "show the version"
    case .defaultBranch: "what findings on the default branch do to a push (default: refuse)"
    case .otherBranches: "what findings on another branch do to a push (default: warn)"
    case .onFailure: "what happens to a push that could not be checked (default: refuse)"
    case .repositorySettings: "whether the repository's own settings count (default: honour)"
    case .auditLog: "append one JSON line for every push to this file, or to `syslog`"
    case .helpURL: "where the pusher reads on; shown below the findings"
    case .diffVersions: "what changes between two releases, such as 1.29..1.34"
    case .stdinFilename: "the name under which standard input is judged"
    case .decoded: "print what kas decodes, as JSON; the exit status is kas's verdict"
    case .listProjects: "print the ids of the other projects that are named"
    case .asRole: "how the agent reads the file (default: manifest)"
    case .splitter: "the generation of the stream splitter (default: the newest)"
    case .events: "print the parser's events"
    case .positions: "with --events: where each one is"
    case .match: "match paths against one bare pattern"
    case .batch: "match PATTERN<TAB>PATH lines of standard input"
    case .hex: "with --batch: the fields are hexadecimal"
    case .null: "end each path with NUL instead of a line feed"
    case .explain: "say for every other file why it is not selected"
    case .schema: "print the JSON Schema of the settings file"
    case .fix: "write what certainly mends findings to the files of the work tree"
    case .diff: "show as a diff what --fix would write"
    case .check: "validate the settings only"
    case .force: "replace a hook that somebody else wrote"
    case .uninstall: "remove the hook"
    case .manual: "print the manual page, for man"
    }
  }
}
