import YAML

/// Every key of config.yaml, once: the decoder, the JSON Schema and the reference page are made of
/// this table.
///
/// Keys up to 16.5 are the schema that the server of that release decodes with; younger ones are
/// what GitLab documents, and marked so. Within a message the fields stand in the schema's order.
public enum ConfigurationTable {
  public static let root = ConfigurationMessage(
    "ConfigurationFile",
    [
      .message(
        "gitops", gitops, since: "13.7",
        "Projects whose manifests the agent applies. Without effect from 17.0 on."
      ).deprecated(since: "16.2").withoutEffect(since: "17.0"),
      .message(
        "observability", observability, since: "13.7",
        "Logging and profiling of the agent itself."),
      .message("cilium", cilium, since: "13.8", "Network policy alerts from Cilium.")
        .removed(in: "15.0"),
      .message(
        "ci_access", ciAccess, since: "14.3",
        "Projects and groups whose CI/CD jobs may use the agent's connection."
      ).alsoWritten("ci", "cicd", "ci_cd", "access"),
      .message(
        "starboard", starboard, since: "14.5",
        "Vulnerability scanning of the cluster's images; became `container_scanning`."
      ).removed(in: "16.0").deprecated(since: "15.4"),
      .message(
        "container_scanning", containerScanning, since: "15.4",
        "Vulnerability scanning of the cluster's images."
      ).tier("Ultimate"),
      .message(
        "user_access", userAccess, since: "15.10",
        "Projects and groups whose members may use the cluster with their GitLab identity."),
      .message(
        "remote_development", remoteDevelopment, since: "15.11", "Workspaces in this cluster."
      ).alsoWritten("workspaces").tier("Premium"),
      .message("flux", flux, since: "16.1", "How the agent tells Flux of pushes."),
    ])

  // MARK: gitops

  static let gitops = ConfigurationMessage(
    "GitopsCF",
    [
      .messages(
        "manifest_projects", manifestProject, since: "13.7", "One entry a project with manifests."
      ).alsoWritten("projects", "project", "manifests")
        .inFlux("a GitRepository source and a Kustomization for each entry"),
      .messages(
        "charts", chart, since: "15.4", "Helm charts to install (an experiment)."
      ).removed(in: "16.3").inFlux("a HelmRelease for each entry"),
    ])

  static let manifestProject = ConfigurationMessage(
    "ManifestProjectCF",
    [
      .string(
        "id", since: "13.7",
        "Full path of the project, `group/subgroup/project`. From 15.7 on it may be left out: the project of this file is meant then."
      ).check(.notEmpty).explicitPresence(since: "15.7")
        .alsoWritten("project", "project_id", "name", "url")
        .inFlux("`spec.url` of the GitRepository"),
      .messages(
        "resource_inclusions", resourceFilter, since: "13.7",
        "The only object types that the agent watches, beyond its own rules."
      ).removed(in: "14.0"),
      .messages(
        "resource_exclusions", resourceFilter, since: "13.7",
        "Object types that the agent leaves alone."
      ).removed(in: "14.0"),
      .string(
        "default_namespace", since: "13.7",
        "Namespace of objects that name none, and of the inventory object."
      ).defaulting(to: "default").alsoWritten("namespace")
        .inFlux(
          "`spec.targetNamespace` of the Kustomization, which also overrides a namespace that is written"
        ),
      .messages("paths", path, since: "13.7", "Which files are manifests.")
        .defaulting(to: "one glob `**/*.{yaml,yml,json}`")
        .alsoWritten("path", "glob", "globs", "files", "file")
        .inFlux("`spec.path` of the Kustomization: one folder, taken with all below it"),
      .duration(
        "reconcile_timeout", since: "14.0", "How long to wait until applied objects are ready."
      ).defaulting(to: "3600s").inFlux("`spec.wait` and `spec.timeout` of the Kustomization"),
      .string("dry_run_strategy", since: "14.0", "Whether changes are only tried.")
        .check(.oneOf(["none", "client", "server"])).defaulting(to: "none").alsoWritten("dry_run")
        .inFlux("nothing; `flux diff kustomization` shows what would change"),
      .bool(
        "prune", since: "14.0", "Whether objects are deleted whose manifest is gone."
      ).member(of: "prune_oneof").defaulting(to: "true")
        .inFlux("`spec.prune` of the Kustomization, which has no default"),
      .duration(
        "prune_timeout", since: "14.0", "How long to wait until pruned objects are gone."
      ).defaulting(to: "3600s").inFlux("`spec.timeout` of the Kustomization"),
      .string("prune_propagation_policy", since: "14.0", "How dependents of a pruned object go.")
        .check(.oneOf(["orphan", "background", "foreground"])).defaulting(to: "foreground")
        .alsoWritten("propagation_policy")
        .inFlux("nothing; the annotation `kustomize.toolkit.fluxcd.io/prune` keeps one object"),
      .string(
        "inventory_policy", since: "14.0",
        "Whether objects may be taken over that another inventory, or none, owns."
      ).check(.oneOf(["must_match", "adopt_if_no_inventory", "adopt_all"]))
        .defaulting(to: "must_match")
        .inFlux("nothing; a Kustomization takes objects over when it applies them"),
      .message("ref", reference, since: "15.7", "Which commit is read.")
        .defaulting(to: "the default branch")
        .inFlux("`spec.ref` of the GitRepository"),
    ])

  static let resourceFilter = ConfigurationMessage(
    "ResourceFilterCF",
    [
      .strings(
        "api_groups", since: "13.7", "API groups; empty text is the core group, `*` every group."
      ).removed(in: "14.0").check(.atLeastOneItem),
      .strings("kinds", since: "13.7", "Kinds; `*` is every kind.").removed(in: "14.0")
        .check(.atLeastOneItem).check(.itemsNotEmpty),
    ])

  static let path = ConfigurationMessage(
    "PathCF",
    [
      .string(
        "glob", since: "13.7",
        "Pattern of the whole path from the repository's root (doublestar). Directories that begin with a dot are never entered."
      ).check(.notEmpty, since: "13.8")
        .alsoWritten("path", "file", "files", "pattern", "paths", "globs")
        .inFlux("`spec.path` of the Kustomization, a folder; single files by a kustomization.yaml")
    ])

  static let reference = ConfigurationMessage(
    "GitRefCF", requiredOneof: "ref",
    [
      .string("tag", since: "15.4", "Name of a tag, without `refs/tags/`.")
        .member(of: "ref").check(.notEmpty),
      .string("branch", since: "15.4", "Name of a branch, without `refs/heads/`.")
        .member(of: "ref").check(.notEmpty),
      .string("commit", since: "15.4", "Full id of a commit; it is read once and never again.")
        .member(of: "ref").check(.notEmpty).alsoWritten("sha", "revision"),
    ])

  static let chart = ConfigurationMessage(
    "ChartCF",
    [
      .string("release_name", since: "15.4", "Name of the Helm release.").check(.notEmpty),
      .message("source", chartSource, since: "15.4", "Where the chart lies.").check(.required),
      .messages("values", chartValues, since: "15.4", "Values of the chart, later ones win."),
      .string("namespace", since: "15.4", "Namespace of the release.").check(.notEmpty)
        .explicitPresence(),
      .integer("max_history", bits: 32, since: "15.4", "How many revisions Helm keeps.")
        .check(.positive).explicitPresence(),
    ])

  static let chartSource = ConfigurationMessage(
    "ChartSourceCF", requiredOneof: "source",
    [
      .message("project", chartProject, since: "15.4", "A project with the chart.")
        .member(of: "source")
    ])

  static let chartProject = ConfigurationMessage(
    "ChartProjectSourceCF",
    [
      .string("id", since: "15.4", "Full path of the project.").check(.notEmpty),
      .string("path", since: "15.4", "The chart's folder."),
      .message("ref", reference, since: "15.4", "Which commit is read."),
    ])

  static let chartValues = ConfigurationMessage(
    "ChartValuesCF", requiredOneof: "from",
    [
      ConfigurationField("inline", .anyMapping, since: "15.4", "The values themselves.")
        .member(of: "from"),
      .message("file", chartValuesFile, since: "15.4", "A file with values.").member(of: "from"),
    ])

  static let chartValuesFile = ConfigurationMessage(
    "ChartValuesFileCF",
    [
      .string("project_id", since: "15.4", "Full path of the project; the chart's when left out.")
        .check(.notEmpty).explicitPresence(),
      .message("ref", reference, since: "15.4", "Which commit is read."),
      .string("file", since: "15.4", "Path of the file.").check(.notEmpty),
    ])

  // MARK: observability

  static let logLevel = ConfigurationEnum(
    name: "log_level_enum", values: ["info", "debug", "warn", "error"])

  static let observability = ConfigurationMessage(
    "ObservabilityCF",
    [
      .message("logging", logging, since: "13.7", "What the agent logs."),
      .message("google_profiler", googleProfiler, since: "16.5", "Google Cloud Profiler."),
    ])

  static let logging = ConfigurationMessage(
    "LoggingCF",
    [
      ConfigurationField(
        "level", .enumeration(logLevel), since: "13.7", "Least level of the agent's messages."
      ).defaulting(to: "info").alsoWritten("log_level"),
      ConfigurationField(
        "grpc_level", .enumeration(logLevel), since: "15.1", "Least level of gRPC's messages."
      ).defaulting(to: "error").explicitPresence(),
    ])

  static let googleProfiler = ConfigurationMessage(
    "GoogleProfilerCF",
    [
      .bool("enabled", since: "16.5", "Whether the agent is profiled.").defaulting(to: "false"),
      .string("project_id", since: "16.5", "Google Cloud project."),
      .string("credentials_file", since: "16.5", "Path of a credentials file in the agent's pod."),
      .bool("debug_logging", since: "16.5", "Whether the profiler logs.").defaulting(to: "false"),
    ])

  static let cilium = ConfigurationMessage(
    "CiliumCF",
    [
      .string("hubble_relay_address", since: "13.8", "Host and port of the Hubble relay.")
        .removed(in: "15.0").check(.notEmpty)
    ])

  // MARK: ci_access

  static let ciAccess = ConfigurationMessage(
    "CiAccessCF",
    [
      .messages(
        "projects", accessEntry("CiAccessProjectCF", "project"), since: "14.4",
        "Projects whose jobs get a kubectl context."
      ).alsoWritten("project"),
      .messages(
        "groups", accessEntry("CiAccessGroupCF", "group"), since: "14.3",
        "Groups; all projects below them are meant."
      ).alsoWritten("group"),
      .message(
        "instance", accessInstance, since: "17.11",
        "Every project of the instance, where an administrator allows it."
      ).documentedOnly(),
    ])

  private static func accessEntry(_ name: String, _ subject: String) -> ConfigurationMessage {
    ConfigurationMessage(
      name,
      [
        .string("id", since: "14.3", "Full path of the \(subject).").check(.notEmpty)
          .alsoWritten("project", "group", "name", "path")
      ] + accessOptions)
  }

  static let accessInstance = ConfigurationMessage(
    "CiAccessInstanceCF", accessOptions.map { $0.documentedOnly() })

  private static let accessOptions: [ConfigurationField] = [
    .string("default_namespace", since: "14.3", "Namespace of the kubectl context.")
      .alsoWritten("namespace"),
    .message("access_as", accessAs, since: "14.4", "Whose permissions the jobs have.")
      .defaulting(to: "`agent`"),
    .strings(
      "environments", since: "15.7",
      "Only jobs with one of these environments; `*` stands for any text."
    ).check(.itemsNotEmpty).alsoWritten("environment"),
    .bool("protected_branches_only", since: "17.3", "Only jobs on protected refs.")
      .defaulting(to: "false").documentedOnly(),
    .message(
      "resource_management", resourceManagement, since: "17.9",
      "Kubernetes resources that GitLab makes for each environment."
    ).documentedOnly(),
  ]

  static let resourceManagement = ConfigurationMessage(
    "ResourceManagementCF",
    [
      .bool("enabled", since: "17.9", "Whether resources are managed.").defaulting(to: "false")
        .documentedOnly()
    ])

  static let accessAs = ConfigurationMessage(
    "CiAccessAsCF", requiredOneof: "as",
    [
      .message("agent", ConfigurationMessage("CiAccessAsAgentCF"), since: "14.4", "The agent's.")
        .member(of: "as"),
      .message(
        "impersonate", impersonate, since: "14.4", "Those of the user and groups named here."
      ).member(of: "as").tier("Premium"),
      .message(
        "ci_job", ConfigurationMessage("CiAccessAsCiJobCF"), since: "14.5",
        "Those of a user made up of the job's project, environment and so on."
      ).member(of: "as").tier("Premium"),
    ])

  static let impersonate = ConfigurationMessage(
    "CiAccessAsImpersonateCF",
    [
      .string("username", since: "14.4", "Name of the user.").check(.notEmpty)
        .alsoWritten("user", "name"),
      .strings("groups", since: "14.4", "Groups of the user.").check(.itemsNotEmpty),
      .string("uid", since: "14.4", "Id of the user; a number needs quotes."),
      .messages("extra", extra, since: "14.4", "More about the user."),
    ])

  static let extra = ConfigurationMessage(
    "ExtraKeyValCF",
    [
      .string("key", since: "14.4", "Name of the attribute.").check(.notEmpty),
      .strings("val", since: "14.4", "Its values.").check(.atLeastOneItem).check(.itemsNotEmpty)
        .alsoWritten("value", "values"),
    ])

  // MARK: user_access

  static let userAccess = ConfigurationMessage(
    "UserAccessCF",
    [
      .message(
        "access_as", userAccessAs, since: "15.10",
        "Whose permissions the users have. Needed before 18.3; from then on `agent` is the default."
      ),
      .messages(
        "projects", userAccessEntry("UserAccessProjectCF", "project"), since: "15.10",
        "Projects whose members (Developer or more) may use the cluster."
      ).alsoWritten("project"),
      .messages(
        "groups", userAccessEntry("UserAccessGroupCF", "group"), since: "15.10",
        "Groups whose members (Developer or more) may use the cluster."
      ).alsoWritten("group"),
    ])

  private static func userAccessEntry(_ name: String, _ subject: String) -> ConfigurationMessage {
    ConfigurationMessage(
      name,
      [
        .string("id", since: "15.10", "Full path of the \(subject).").check(.notEmpty)
          .alsoWritten("project", "group", "name", "path")
      ])
  }

  static let userAccessAs = ConfigurationMessage(
    "UserAccessAsCF", requiredOneof: "as",
    [
      .message("agent", ConfigurationMessage("UserAccessAsAgentCF"), since: "15.10", "The agent's.")
        .member(of: "as"),
      .message(
        "user", ConfigurationMessage("UserAccessAsUserCF"), since: "15.10",
        "The user's own, by impersonation."
      ).member(of: "as").tier("Premium"),
    ])

  // MARK: scanning

  static let starboard = ConfigurationMessage(
    "StarboardCF",
    [
      .message(
        "vulnerability_report", starboardReport, since: "14.5", "What is scanned."
      )
      .removed(in: "16.0"),
      .string("cadence", since: "15.0", "When to scan, as a cron expression.")
        .removed(in: "16.0").check(.notEmpty),
    ])

  static let starboardReport = ConfigurationMessage(
    "VulnerabilityReport",
    [
      .strings("namespaces", since: "14.5", "Namespaces to scan."),
      .messages("filters", scanningFilter(since: "14.5"), since: "14.5", "What to scan."),
    ])

  private static func scanningFilter(since: GitLabVersion) -> ConfigurationMessage {
    ConfigurationMessage(
      since < "15.4" ? "StarboardFilter" : "ContainerScanningFilter",
      [
        .strings("namespaces", since: since, "Namespaces."),
        .strings("resources", since: since, "Names of resources."),
        .strings("containers", since: since, "Names of containers."),
        .strings("kinds", since: since, "Kinds of resources."),
      ])
  }

  static let containerScanning = ConfigurationMessage(
    "ContainerScanningCF",
    [
      .message("vulnerability_report", scanningReport, since: "15.4", "What is scanned."),
      .string("cadence", since: "15.4", "When to scan, as a cron expression.").check(.notEmpty)
        .alsoWritten("schedule", "cron"),
      .message(
        "resource_requirements", resourceRequirements, since: "16.1",
        "CPU and memory of the scanner's pods."
      ).alsoWritten("resources"),
      .message("trivy_k8s_wrapper_image", wrapperImage, since: "17.0", "The scanner's image.")
        .documentedOnly(),
      .duration("scanner_timeout", since: "17.7", "How long one scan may take.")
        .documentedOnly(),
      .integer("report_max_size", since: "17.7", "Largest report in bytes.").documentedOnly(),
      .bool("delete_report_artifact", since: "17.9", "Whether the report is deleted after use.")
        .defaulting(to: "true").documentedOnly(),
      .string("severity_threshold", since: "18.4", "Least severity that is reported.")
        .later(.oneOf(["UNKNOWN", "LOW", "MEDIUM", "HIGH", "CRITICAL"])).documentedOnly(),
    ])

  static let scanningReport = ConfigurationMessage(
    "VulnerabilityReport",
    [
      .strings("namespaces", since: "15.4", "Namespaces to scan.").alsoWritten("namespace"),
      .messages("filters", scanningFilter(since: "15.4"), since: "15.4", "What to scan."),
      .strings("resource_types", since: "17.9", "Kinds of workloads to scan.")
        .later(
          .oneOf([
            "Pod", "ReplicaSet", "ReplicationController", "StatefulSet", "DaemonSet", "CronJob",
            "Job", "Deployment",
          ])
        ).documentedOnly(),
    ])

  static let wrapperImage = ConfigurationMessage(
    "TrivyK8sWrapperImage",
    [.string("repository", since: "17.0", "Repository of the image.").documentedOnly()])

  static let resourceRequirements = ConfigurationMessage(
    "ResourceRequirements",
    [
      .message("limits", scanningResource, since: "16.1", "Upper bounds.")
        .defaulting(to: "500m CPU, 500Mi memory, 3Gi ephemeral storage"),
      .message("requests", scanningResource, since: "16.1", "What is reserved.")
        .defaulting(to: "100m CPU, 100Mi memory, 1Gi ephemeral storage"),
    ])

  static let scanningResource = ConfigurationMessage(
    "Resource",
    [
      .string("cpu", since: "16.1", "A quantity; a number needs quotes."),
      .string("memory", since: "16.1", "A quantity."),
      .string("ephemeral_storage", since: "16.9", "A quantity.").documentedOnly(),
    ])

  // MARK: remote_development

  static let remoteDevelopment = ConfigurationMessage(
    "RemoteDevelopmentCF",
    [
      .bool("enabled", since: "15.11", "Whether workspaces may run here.").defaulting(to: "false"),
      .string("dns_zone", since: "15.11", "Domain under which workspaces are reached.")
        .later(.domainName),
      .duration("partial_sync_interval", since: "15.11", "Time between partial updates.")
        .removed(in: "17.0").check(.positive).defaulting(to: "10s"),
      .duration("full_sync_interval", since: "15.11", "Time between full updates.")
        .removed(in: "17.0").check(.positive).defaulting(to: "3600s"),
      .message(
        "gitlab_workspaces_proxy", workspacesProxy, since: "16.3", "The proxy in the cluster."),
      .message("network_policy", networkPolicy, since: "16.3", "Firewall of the workspaces."),
      .message(
        "default_resources_per_workspace_container", workspaceResources, since: "16.8",
        "Resources of a container that names none."
      ).documentedOnly(),
      .message(
        "max_resources_per_workspace", workspaceResources, since: "16.8",
        "Most resources of one workspace."
      ).documentedOnly(),
      .integer("workspaces_quota", since: "16.9", "Most workspaces; -1 is no limit.")
        .defaulting(to: "-1").later(.range(-1...Int64.max)).documentedOnly(),
      .integer("workspaces_per_user_quota", since: "16.9", "Most workspaces of a user.")
        .defaulting(to: "-1").later(.range(-1...Int64.max)).documentedOnly(),
      .bool("use_kubernetes_user_namespaces", since: "17.4", "Whether user namespaces are used.")
        .defaulting(to: "false").documentedOnly(),
      .string("default_runtime_class", since: "17.4", "RuntimeClass of the workspaces.")
        .later(.domainName).documentedOnly(),
      .bool(
        "allow_privilege_escalation", since: "17.4",
        "Whether a process may gain privileges; needs user namespaces or a runtime class."
      ).defaulting(to: "false").documentedOnly(),
      .messages(
        "image_pull_secrets", imagePullSecret, since: "17.6", "Secrets for private images."
      ).documentedOnly(),
      .stringMap("annotations", since: "17.4", "Annotations of the objects.").documentedOnly(),
      .stringMap("labels", since: "17.4", "Labels of the objects.").documentedOnly(),
      .integer(
        "max_active_hours_before_stop", since: "17.6", "Hours until a workspace is stopped."
      ).defaulting(to: "36").later(.range(1...8760)).documentedOnly(),
      .integer(
        "max_stopped_hours_before_termination", since: "17.6",
        "Hours until a stopped workspace is deleted."
      ).defaulting(to: "744").later(.range(1...8760)).documentedOnly(),
      .string("shared_namespace", since: "18.0", "One namespace for all workspaces.")
        .documentedOnly(),
    ])

  static let workspacesProxy = ConfigurationMessage(
    "GitLabWorkspacesProxy",
    [
      .string("namespace", since: "16.3", "Namespace of the proxy.")
        .defaulting(to: "gitlab-workspaces")
    ])

  static let networkPolicy = ConfigurationMessage(
    "WorkspaceNetworkPolicy",
    [
      .bool("enabled", since: "16.3", "Whether the firewall is on.").defaulting(to: "true")
        .explicitPresence(),
      .messages("egress", egress, since: "16.7", "Where workspaces may connect to.")
        .defaulting(to: "0.0.0.0/0 without the private networks").documentedOnly(),
    ])

  static let egress = ConfigurationMessage(
    "NetworkPolicyEgress",
    [
      .string("allow", since: "16.7", "Addresses in CIDR notation.").later(.present).later(.cidr)
        .documentedOnly(),
      .strings("except", since: "16.7", "Addresses taken out of them.").later(.cidr)
        .documentedOnly(),
    ])

  static let workspaceResources = ConfigurationMessage(
    "ServiceResources",
    [
      .message("limits", workspaceResource, since: "16.8", "Upper bounds.").later(.present)
        .documentedOnly(),
      .message("requests", workspaceResource, since: "16.8", "What is reserved.").later(.present)
        .documentedOnly(),
    ])

  static let workspaceResource = ConfigurationMessage(
    "ServiceResource",
    [
      .string("cpu", since: "16.8", "A quantity; a number needs quotes.").later(.present)
        .documentedOnly(),
      .string("memory", since: "16.8", "A quantity.").later(.present).documentedOnly(),
    ])

  static let imagePullSecret = ConfigurationMessage(
    "ImagePullSecret",
    [
      .string("name", since: "17.6", "Name of the Secret.").later(.present).documentedOnly(),
      .string("namespace", since: "17.6", "Its namespace.").later(.present).documentedOnly(),
    ])

  // MARK: flux

  static let flux = ConfigurationMessage(
    "FluxCF",
    [
      .string(
        "webhook_receiver_url", since: "16.1",
        "Address of Flux's notification receiver; a service proxy path goes to the Kubernetes API."
      ).defaulting(to: "http://webhook-receiver.flux-system.svc.cluster.local")
    ])
}
