import ManifestLint
import YAML

extension Command {
  static let manifests = Command(
    name: "manifests", summary: "Check manifest files, without repository and agent",
    operands: "[PATH...|-]",
    options: [
      .stdinFilename, .kubernetesVersion, .applyMode, .rule, .limit, .crd, .schemaLocation,
      .ignoreMissingSchemas,
      .requireChecked, .noInlineSuppressions, .jobs, .deadline,
    ] + Presentation.options
  ) { invocation in
    let view = try invocation.namedFiles(suffixes: [".yaml", ".yml", ".json"])
    return try invocation.lintFiles { options in
      try lintManifests(view, toolVersion: Version.number, options: options)
    }
  }

  static let config = Command(
    name: "config", summary: "Check agent configuration files, by their bytes alone",
    operands: "[PATH...|-]",
    options: [
      .decoded, .listProjects, .stdinFilename, .gitlabVersion, .project, .projectVisibility,
      .projects, .rule, .limit, .noInlineSuppressions,
    ] + Presentation.options
  ) { invocation in
    let view = try invocation.namedFiles(suffixes: ["/config.yaml"])
    if invocation.arguments.has(.decoded) { return try invocation.decode(view) }
    if invocation.arguments.has(.listProjects) { return try invocation.listProjects(view) }
    return try invocation.lintFiles { options in
      try lintConfigurations(view, toolVersion: Version.number, options: options)
    }
  }
}

extension Invocation {
  /// The files that the operands name; without operands, what is below the current directory.
  func namedFiles(suffixes: [String]) throws -> DiskView {
    let name = arguments.bytes(.stdinFilename) ?? Array("<stdin>".utf8)
    let paths = arguments.operands.isEmpty ? [Array(".".utf8)] : arguments.operands
    return try DiskView(paths, suffixes: suffixes, standardInputPath: name)
  }

  func lintFiles(_ run: (LintOptions) throws -> Report) throws -> ExitStatus {
    let start = Clock.seconds()
    let presentation = try Presentation(self)
    var options = try lintOptions(originURL: nil)
    let progress = progress
    defer { progress?.end() }
    if let progress { options.progress = { progress.tell($0, of: $1) } }
    let report = try run(options)
    progress?.end()
    return try presentation.show(report, seconds: Clock.seconds() - start, self)
  }

  /// What kas decodes; its verdict is the exit status, other findings go to standard error.
  func decode(_ view: DiskView) throws -> ExitStatus {
    let options = try lintOptions(originURL: nil)
    var status = ExitStatus.clean
    for entry in 0..<view.listing.count {
      let verdict = readConfiguration(
        try view.read(entry: entry), version: options.gitLabVersion,
        limits: options.limits.reading, maximumSize: options.limits.configurationSize)
      if verdict.isRefused {
        status = .findings
      } else if let decoded = verdict.decodedJSON {
        output.write(decoded)
        output.write("\n")
      }
    }
    let report = try lintConfigurations(view, toolVersion: Version.number, options: options)
    render(report, as: .text, options: textOptions) { errors.write($0) }
    return status
  }

  func listProjects(_ view: DiskView) throws -> ExitStatus {
    let options = try lintOptions(originURL: nil)
    var configurations: [AgentConfiguration] = []
    for entry in 0..<view.listing.count {
      configurations.append(
        readConfiguration(
          try view.read(entry: entry), version: options.gitLabVersion,
          limits: options.limits.reading, maximumSize: options.limits.configurationSize
        ).configuration)
    }
    for id in otherProjects(namedBy: configurations, in: options.projects) {
      output.write(id + "\n")
    }
    return .clean
  }
}
