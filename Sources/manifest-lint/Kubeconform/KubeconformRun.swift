import GitAccess
import Glibc
import Kubernetes
import ManifestLint
import YAML

extension Program {
  /// `manifests` for a user of kubeconform: that tool's flags, shapes and exit status, which is 1 for
  /// everything that is not right. With `--format` the report is in our own formats.
  static func runAsKubeconform(
    _ words: some Collection<[UInt8]>, _ environment: Environment, output: OutputStream,
    errors: OutputStream
  ) -> ExitStatus {
    do {
      let flags = try KubeconformArguments(words, allowed: Command.manifests.options)
      if flags.showsVersion {
        output.write("v\(Version.number)\n")
        return .clean
      }
      for note in flags.notes { errors.write("manifest-lint: \(note)\n") }
      let invocation = Invocation(
        environment: environment,
        arguments: try Arguments(flags.words, allowed: Command.manifests.options), output: output,
        errors: errors)
      return try invocation.runAsKubeconform(flags)
    } catch let error as KubeconformArguments.Refusal {
      errors.write("\(error.message)\n\(Help.page(.manifests, in: environment.language))")
    } catch let error as UsageError {
      errors.write("failed initialising: \(error.message.text)\n")
    } catch {
      errors.write("manifest-lint: could not check: \(message(of: error).text)\n")
    }
    return .findings
  }
}

extension Invocation {
  fileprivate func runAsKubeconform(_ flags: KubeconformArguments) throws -> ExitStatus {
    let presentation = try Presentation(self)
    var options = try lintOptions(originURL: nil)
    var shape = flags.options
    options.externalDefinition = try externalDefinition(
      version: flags.version, strictness: [shape.isStrict])
    func isIgnored(_ path: [UInt8]) -> Bool {
      flags.ignoredNames.contains { $0.matches(path[...]) == true }
    }
    var operands: [[UInt8]] = []
    for path in flags.operands {
      if path == Array("-".utf8) || Files.exists(environment.absolute(path)) {
        operands.append(path)
      } else if !isIgnored(path) {
        // One error among the results, not the end of the run.
        let reason = String(cString: strerror(errno)).lowercased()
        shape.missingFiles.append((path, "lstat \(printable(path)): \(reason)"))
      }
    }
    let view = try DiskView(
      operands, suffixes: [".yaml", ".yml", ".json"],
      standardInputPath: arguments.bytes(.stdinFilename) ?? Array("stdin".utf8),
      isIgnored: isIgnored)
    let start = Clock.seconds()
    let report = try lintManifests(view, toolVersion: Version.number, options: options)
    if arguments.has(.format) {
      return try presentation.show(report, seconds: Clock.seconds() - start, self)
    }
    try presentation.writeFiles(report)
    let isGood = renderAsKubeconform(report, options: shape) { output.write($0) }
    return isGood ? .clean : .findings
  }
}
