import GitAccess
import ManifestLint

extension Invocation {
  static let settingsName = ".manifest-lint.yaml"

  /// Puts what the settings say below what the command line says: the repository's file lowest, then
  /// the environment. An administrator's file (`--settings` of a server hook) goes on top, in
  /// `applyServerSettings`.
  ///
  /// The repository's file is read from the tree that is checked, so that a commit is judged by its
  /// own settings and not by what lies on disk.
  mutating func applySettings(of tree: CheckedTree) throws {
    arguments.underlay(try environmentSettings())
    guard !arguments.has(.noSettings) else { return }
    if let path = arguments.bytes(.settings) {
      let source = try Files.read(environment.absolute(path), limit: 1 << 20)
      arguments.underlay(
        try SettingsFile(source, name: printable(path), isServer: true).values)
      return
    }
    let view = tree.view
    guard let entry = view.listing.index(of: Array(Self.settingsName.utf8)),
      view.listing.entries[entry].mode.isFile
    else { return }
    guard try view.size(ofEntry: entry) <= 1 << 20 else {
      throw UsageError("\(Self.settingsName) is larger than a settings file can be")
    }
    let source = try view.read(entry: entry)
    arguments.underlay(
      try SettingsFile(source, name: Self.settingsName, isServer: false).values)
  }

  /// `MANIFEST_LINT_KUBERNETES_VERSION` and so on: every setting by its name in capitals. Of a
  /// setting that takes several values, they are separated by commas.
  private func environmentSettings() throws(UsageError) -> [Option: [[UInt8]]] {
    var values: [Option: [[UInt8]]] = [:]
    for key in SettingKey.all {
      let name = "MANIFEST_LINT_" + key.name.uppercased()
      guard let value = environment.variables[name], !value.isEmpty else { continue }
      let text = String(decoding: value, as: UTF8.self)
      switch key.shape {
      case .text: values[key.option] = [value]
      case .list, .pairs:
        values[key.option] = value.split(separator: UInt8(ascii: ",")).map(Array.init)
      case .flag, .invertedFlag:
        guard ["true", "false", "1", "0"].contains(text) else {
          throw UsageError("\(name) is '\(printable(value))'; write true or false")
        }
        let isOn = text == "true" || text == "1"
        if case .flag = key.shape { if isOn { values[key.option] = [[]] } }
        if case .invertedFlag = key.shape { if !isOn { values[key.option] = [[]] } }
      }
    }
    return values
  }
}
