public import YAML

/// What kas's decoder and validation refuse, and what they take without a word.
extension AgentRules {
  public static let rootNotMapping = Rule(
    "agent/root-not-mapping", .error,
    "The file is no mapping",
    why: """
      The whole configuration is refused, `protojson.Unmarshal: proto: syntax error (line 1:1): \
      unexpected token`; the agent keeps running with the last good one.
      """,
    remedy: "Start the file with a section such as `ci_access:`, and put a blank behind the colon.",
    bad: "ci_access:{}\n",
    good: "ci_access: {}\n",
    source: "gitlab-agent agent_configuration/server parseYAMLToConfiguration")

  public static let unquotedGlob = Rule(
    "agent/unquoted-glob", .error,
    "A glob without quotes is read as YAML syntax",
    why: """
      An unquoted text that begins with `*` is an alias, with `!` a tag, with `{` or `[` a \
      collection: the file is refused, `YAMLToJSON: yaml: … did not find expected alphabetic or \
      numeric character`, or the glob is empty.
      """,
    remedy: "Put the glob in single quotes.",
    bad: """
      gitops:
        manifest_projects:
        - id: group/app
          paths:
          - glob: !x/*.yaml

      """,
    good: """
      gitops:
        manifest_projects:
        - id: group/app
          paths:
          - glob: '!x/*.yaml'

      """,
    source: "yaml.v2 scannerc.go; agentcfg.proto PathCF")

  public static let unknownField = Rule(
    "agent/unknown-field", .error,
    "No version of the agent knows this key",
    why: """
      The server refuses the whole file, the other sections too: `protojson.Unmarshal: proto: \
      (line 1:2): unknown field "X"`. It names only the first one, and the agent keeps running \
      with the last good configuration.
      """,
    remedy: """
      Correct the name (lower case, underscores, exact), move the key to the section where it \
      belongs, or take it out. Keys that only hold anchors are unknown keys as well.
      """,
    bad: """
      ci_access:
        projects:
        - id: group/app
          defaultNamespace: web

      """,
    good: """
      ci_access:
        projects:
        - id: group/app
          default_namespace: web

      """,
    source: "protobuf-go encoding/protojson decode.go unmarshalMessage")

  public static let fieldNotInVersion = Rule(
    "agent/field-not-in-version", .error,
    "The GitLab version does not know this key",
    why: """
      To a server that is too old, or too new, for the key it is an unknown field, and the whole \
      file is refused: `unknown field "X"`.
      """,
    remedy: """
      Check against the version that the instance runs (--gitlab-version), or leave the key out \
      until it does.
      """,
    bad: """
      starboard:
        cadence: '0 0 * * *'

      """,
    good: """
      container_scanning:
        cadence: '0 0 * * *'

      """,
    source: "agentcfg.proto of the releases")

  public static let wrongType = Rule(
    "agent/wrong-type", .error,
    "The value has the wrong type",
    why: """
      The server refuses the whole file: `invalid value for string type: 12345`, or `syntax error \
      (line 1:C): unexpected token` where a mapping or list is expected.
      """,
    remedy: """
      Write a value of the expected type. Numbers and words such as yes or on need quotes where \
      text is wanted.
      """,
    bad: """
      ci_access:
        projects:
        - id: 12345

      """,
    good: """
      ci_access:
        projects:
        - id: group/app

      """,
    source: "protobuf-go encoding/protojson decode.go unmarshalScalar")

  public static let enumValue = Rule(
    "agent/enum-value", .error,
    "The value is none of the names that are allowed",
    why: """
      The server refuses the whole file: `invalid value for enum type: "warning"`. Names count \
      letter by letter; `off` is the boolean false in YAML.
      """,
    remedy: "Write one of the names of the list.",
    bad: """
      observability:
        logging:
          level: warning

      """,
    good: """
      observability:
        logging:
          level: warn

      """,
    source: "protobuf-go encoding/protojson decode.go unmarshalEnum; agentcfg.proto log_level_enum")

  public static let enumNumber = Rule(
    "agent/enum-number", .warning,
    "A number stands where a name is meant",
    why: """
      The server takes any number. One without a name makes the agent refuse the configuration: \
      `Failed to apply configuration … log level: unrecognized level: "99"`.
      """,
    remedy: "Write the name.",
    bad: """
      observability:
        logging:
          level: 1

      """,
    good: """
      observability:
        logging:
          level: debug

      """,
    source: "protobuf-go encoding/protojson decode.go unmarshalEnum; agentk observability module")

  public static let duration = Rule(
    "agent/duration", .error,
    "The duration cannot be read",
    why: """
      The server refuses the whole file: `invalid google.protobuf.Duration value "60m"`, or \
      `unexpected token 3600` for a number.
      """,
    remedy: "Write seconds with an s behind, such as 3600s or 1.5s; no other unit is known.",
    bad: """
      gitops:
        manifest_projects:
        - id: group/app
          reconcile_timeout: 1h

      """,
    good: """
      gitops:
        manifest_projects:
        - id: group/app
          reconcile_timeout: 3600s

      """,
    source: "protobuf-go encoding/protojson well_known_types.go parseDuration")

  public static let durationNegative = Rule(
    "agent/duration-negative", .warning,
    "The duration is negative",
    why: "The server takes it, and the agent then waits for a time that has passed.",
    remedy: "Write a positive number of seconds; 0s means not to wait.",
    bad: """
      gitops:
        manifest_projects:
        - id: group/app
          reconcile_timeout: -1s

      """,
    good: """
      gitops:
        manifest_projects:
        - id: group/app
          reconcile_timeout: 0s

      """,
    source: "agentcfg.proto ManifestProjectCF")

  public static let oneofConflict = Rule(
    "agent/oneof-conflict", .error,
    "Two keys exclude each other",
    why: """
      The server refuses the whole file: `error parsing "tag", oneof \
      gitlab.agent.agentcfg.GitRefCF.ref is already set`.
      """,
    remedy: "Keep one of the keys. A key without a value does not count.",
    bad: """
      ci_access:
        projects:
        - id: group/app
          access_as:
            agent: {}
            ci_job: {}

      """,
    good: """
      ci_access:
        projects:
        - id: group/app
          access_as:
            ci_job: {}

      """,
    source: "protobuf-go encoding/protojson decode.go unmarshalMessage")

  public static let required = Rule(
    "agent/required", .error,
    "A value is missing or empty that must be there",
    why: """
      The server refuses the whole file: `value length must be at least 1 bytes`, `value is \
      required` or `value must contain at least 1 item(s)`.
      """,
    remedy: """
      Write the value. A key with nothing behind it is absent: an empty choice is written \
      `agent: {}`.
      """,
    bad: """
      ci_access:
        projects:
        - id: group/app
          access_as:
            agent:

      """,
    good: """
      ci_access:
        projects:
        - id: group/app
          access_as:
            agent: {}

      """,
    source: "agentcfg.proto (validate.rules)")

  public static let notInList = Rule(
    "agent/not-in-list", .error,
    "The text is none of those that are allowed",
    why: """
      The server refuses the whole file: `value must be in list [ none client server]`. The words \
      count letter by letter.
      """,
    remedy: "Write one of the words of the list.",
    bad: """
      gitops:
        manifest_projects:
        - id: group/app
          inventory_policy: MustMatch

      """,
    good: """
      gitops:
        manifest_projects:
        - id: group/app
          inventory_policy: must_match

      """,
    source: "agentcfg.proto ManifestProjectCF (validate.rules)")
}
