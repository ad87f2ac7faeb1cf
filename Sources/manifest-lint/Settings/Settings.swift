import GitAccess
import ManifestLint
import YAML

extension Invocation {
  /// The second is for projects whose globs select files at the top: the agent takes no file from a
  /// hidden directory, but `/**/*.yaml` selects `.manifest-lint.yaml` and its sync then fails.
  static let settingsNames = [".manifest-lint.yaml", ".gitlab/manifest-lint.yaml"]

  /// Puts what the settings say below what the command line says: the environment's variables, and
  /// below them the file that `--settings` names, else the repository's own.
  mutating func applySettings(of tree: CheckedTree) throws {
    arguments.underlay(try environmentSettings())
    guard !arguments.has(.noSettings) else { return }
    if let file = try namedSettings() {
      arguments.underlay(file.values)
    } else if let file = try Self.repositorySettings(of: tree) {
      arguments.underlay(file.values)
    }
  }

  /// The file that `--settings` names: a server's, or a user's own.
  func namedSettings() throws -> SettingsFile? {
    guard let path = arguments.bytes(.settings) else { return nil }
    let source = try Files.read(environment.absolute(path), limit: 1 << 20)
    return try SettingsFile(source, name: printable(path), isServer: true)
  }

  /// The repository's file is read from the tree that is checked, so that a commit is judged by its
  /// own settings and not by what lies on disk.
  static func repositorySettings(of tree: CheckedTree) throws -> SettingsFile? {
    let view = tree.view
    let present = settingsNames.compactMap { name in
      view.listing.index(of: Array(name.utf8)).map { (name: name, entry: $0) }
    }.filter { view.listing.entries[$0.entry].mode.isFile }
    guard let file = present.first else { return nil }
    guard present.count == 1 else {
      throw UsageError(
        "there are two settings files, \(Message.all(settingsNames)); keep one")
    }
    guard try view.size(ofEntry: file.entry) <= 1 << 20 else {
      throw UsageError("\(file.name) is larger than a settings file can be")
    }
    return try SettingsFile(
      try view.read(entry: file.entry), name: file.name, isServer: false)
  }

  /// `MANIFEST_LINT_KUBERNETES_VERSION` and so on: every setting by its name in capitals. Of a
  /// setting that takes several values, they are separated by commas.
  func environmentSettings() throws(UsageError) -> [Option: [[UInt8]]] {
    var values: [Option: [[UInt8]]] = [:]
    for key in SettingKey.all {
      let name = "MANIFEST_LINT_" + key.name.uppercased()
      guard let value = environment.variables[name], !value.isEmpty else { continue }
      switch key.shape {
      case .text: values[key.option] = [value]
      case .list, .pairs:
        values[key.option] = value.split(separator: UInt8(ascii: ",")).map(Array.init)
      case .flag, .invertedFlag:
        let text = String(decoding: value, as: UTF8.self)
        guard ["true", "false", "1", "0"].contains(text) else {
          throw UsageError("\(name) is '\(printable(value))'; write true or false")
        }
        let isOn = text == "true" || text == "1"
        let isInverted = if case .invertedFlag = key.shape { true } else { false }
        if isOn != isInverted { values[key.option] = [[]] }
      }
    }
    return values
  }
}

extension Arguments {
  /// Puts a repository's settings below a server's, which are here: what the server demands, the
  /// repository can only make stricter.
  mutating func underlay(repository values: [Option: [[UInt8]]]) {
    var values = values
    if let own = values[.failOn]?.last, let demanded = bytes(.failOn) {
      let order = ["never", "error", "warning", "info"].map { Array($0.utf8) }
      let rank = { (word: [UInt8]) in order.firstIndex(of: word) ?? 0 }
      if rank(own) > rank(demanded) { self.values[.failOn] = [own] }
    }
    // Of two severities for one rule the last counts: the server's stand last, unless the
    // repository's is the higher one.
    let demanded = Self.severities(all(.rule))
    values[.rule] = values[.rule]?.flatMap(Self.ruleByRule).filter { entry in
      guard let (name, severity) = Self.severities([entry]).first, let least = demanded[name] else {
        return true
      }
      if severity > least { self.values[.rule]?.append(entry) }
      return false
    }
    underlay(values)
  }

  /// Ranks by rule: 0 is off.
  private static func severities(_ entries: [[UInt8]]) -> [String: Int] {
    var result: [String: Int] = [:]
    for entry in entries {
      let parts = String(decoding: entry, as: UTF8.self).split(separator: "=")
      guard parts.count == 2 else { continue }
      for rule in RuleTable.rules(named: String(parts[0])) {
        result[rule.id] = Severity(name: String(parts[1])).map { Int($0.rawValue) + 1 } ?? 0
      }
    }
    return result
  }

  /// `CATEGORY=SEVERITY` written out for each rule of the category.
  private static func ruleByRule(_ entry: [UInt8]) -> [[UInt8]] {
    let parts = String(decoding: entry, as: UTF8.self).split(separator: "=")
    let rules = parts.first.map { RuleTable.rules(named: String($0)) } ?? []
    guard parts.count == 2, rules.count > 1 else { return [entry] }
    return rules.map { Array("\($0.id)=\(parts[1])".utf8) }
  }
}
