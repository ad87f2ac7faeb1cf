import Kubernetes
import YAML

/// One line of kubeconform: an object, or a document or file that is none.
struct KubeconformResult {
  enum Status: String {
    case valid = "statusValid"
    case invalid = "statusInvalid"
    case error = "statusError"
    case skipped = "statusSkipped"
    /// Counts the file and nothing else.
    case empty = "statusEmpty"
  }

  var path: [UInt8]
  var status: Status
  var kind = ""
  var apiVersion = ""
  var namespace = ""
  var name = ""
  var message = ""
  var errors: [(pointer: String, message: String)] = []
}

extension Report {
  /// The findings, sorted out to objects as kubeconform sees them.
  func kubeconformResults(_ options: KubeconformOptions) -> [KubeconformResult] {
    var byPath: [[UInt8]: [Finding]] = [:]
    for finding in findings where counts(finding, options) {
      byPath[finding.path, default: []].append(finding)
    }
    var results = options.missingFiles.map {
      KubeconformResult(path: $0.path, status: .error, message: $0.reason)
    }
    var next = 0
    while next < checked.count {
      let path = checked[next].path
      var entries: [Checked] = []
      while next < checked.count, checked[next].path == path {
        entries.append(checked[next])
        next += 1
      }
      results += self.results(path, entries, byPath.removeValue(forKey: path) ?? [], options)
    }
    for path in byPath.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      results += self.results(path, [], byPath[path] ?? [], options)
    }
    return results
  }

  private func counts(_ finding: Finding, _ options: KubeconformOptions) -> Bool {
    guard finding.severity == .error, finding.suppressed == nil else { return false }
    let isLenient =
      finding.rule == ManifestRules.unknownField || finding.rule == ManifestRules.fieldNotInVersion
      || finding.rule.id == "yaml/duplicate-key"
    return options.isStrict || !isLenient
  }

  private func results(
    _ path: [UInt8], _ entries: [Checked], _ findings: [Finding], _ options: KubeconformOptions
  ) -> [KubeconformResult] {
    var found = [[Finding]](repeating: [], count: entries.count)
    var loose: [Finding] = []
    for finding in findings {
      let owner = entries.indices.last { index in
        let entry = entries[index]
        return entry.object != nil && entry.object == finding.object
          && entry.document == finding.document
          && (entry.pointer.isEmpty || (finding.pointer ?? "").hasPrefix(entry.pointer + "/"))
      }
      if let owner { found[owner].append(finding) } else { loose.append(finding) }
    }
    var results: [KubeconformResult] = []
    for (entry, findings) in zip(entries, found) where entry.object != nil {
      results.append(result(entry, findings, options))
    }
    // What is about no object: one result a document.
    var document: Int?
    for (index, finding) in loose.enumerated() where index == 0 || finding.document != document {
      document = finding.document
      results.append(
        KubeconformResult(path: path, status: .error, message: Self.unreadable(finding)))
    }
    return results.isEmpty ? [KubeconformResult(path: path, status: .empty)] : results
  }

  private func result(
    _ entry: Checked, _ findings: [Finding], _ options: KubeconformOptions
  ) -> KubeconformResult {
    let object = entry.object ?? ObjectIdentity(apiVersion: "", kind: "", namespace: nil, name: "")
    var result = KubeconformResult(
      path: entry.path, status: .valid, kind: object.kind, apiVersion: object.apiVersion,
      namespace: object.namespace ?? "", name: object.name)
    if let prefix = entry.generateName { result.name = prefix + "{{ generateName }}" }
    let names = [object.kind, "\(object.apiVersion)/\(object.kind)"]
    if names.contains(where: options.skippedKinds.contains) {
      result.status = .skipped
    } else if names.contains(where: options.rejectedKinds.contains) {
      result.status = .error
      result.message = "prohibited resource kind \(object.kind)"
    } else if let unreadable = findings.first(where: { $0.rule.category == "yaml" }) {
      result.status = .error
      result.message = Self.unreadable(unreadable)
    } else if let missing = findings.first(where: { Self.kindRules.contains($0.rule) }) {
      result.status = .error
      result.message = "could not find schema for \(object.kind): \(missing.message.text)"
    } else if !findings.isEmpty {
      result.status = .invalid
      result.errors = findings.map { finding in
        (
          pointer: String((finding.pointer ?? "").dropFirst(entry.pointer.count)),
          message: "\(finding.message.text) [\(finding.rule.id)]"
        )
      }
      let list = result.errors.map { " - at '\($0.pointer)': \($0.message)" }.joined()
      result.message = "problem validating schema. Check JSON formatting:\(list)"
    } else if entry.notChecked != nil {
      result.status = options.ignoresMissingSchemas ? .skipped : .error
      if result.status == .error { result.message = "could not find schema for \(object.kind)" }
    }
    return result
  }

  private static let kindRules: Set<Rule> = [
    ManifestRules.unknownKind, ManifestRules.removedAPI, ManifestRules.apiOffByDefault,
    ManifestRules.notAppliable,
  ]

  private static func unreadable(_ finding: Finding) -> String {
    switch finding.rule {
    case ManifestRules.missingKind: "error while parsing: missing 'kind' key"
    case ManifestRules.missingAPIVersion: "error while parsing: missing 'apiVersion' key"
    case let rule where rule.category == "yaml":
      "error unmarshalling resource: error converting YAML to JSON: yaml: \(place(finding))\(finding.message.text)"
    default: "error while parsing: \(finding.message.text)"
    }
  }

  private static func place(_ finding: Finding) -> String {
    finding.start.map { "line \($0.line): " } ?? ""
  }
}
