import GitAccess
import Kubernetes
import ManifestLint
import YAML

/// The words of a command line as kubeconform's users write them: its flags with one dash or two,
/// and the options of `manifests` with two.
struct KubeconformArguments {
  private enum Flag: String, CaseIterable {
    case cache
    case debug
    case exitOnError = "exit-on-error"
    case ignoreFilenamePattern = "ignore-filename-pattern"
    case ignoreMissingSchemas = "ignore-missing-schemas"
    case insecureSkipTLSVerify = "insecure-skip-tls-verify"
    case kubernetesVersion = "kubernetes-version"
    case workers = "n"
    case output
    case reject
    case schemaLocation = "schema-location"
    case skip
    case strict
    case summary
    case version = "v"
    case verbose

    var isSwitch: Bool {
      switch self {
      case .debug, .exitOnError, .ignoreMissingSchemas, .insecureSkipTLSVerify, .strict, .summary,
        .version, .verbose:
        true
      default: false
      }
    }

    /// Whether `manifests` has an option of this name anyway: then two dashes tell nothing.
    var isShared: Bool { Option(rawValue: rawValue) != nil }
  }

  /// A command line that kubeconform would refuse too.
  struct Refusal: Error {
    var message: String
  }

  private(set) var options = KubeconformOptions()
  private(set) var showsVersion = false
  /// As in the templates of `-schema-location`: `1.30.0` or `master`.
  private(set) var version = "master"
  private(set) var ignoredNames: [RegularExpression] = []
  /// The rest, in the options of `manifests`.
  private(set) var words: [[UInt8]] = []
  private(set) var operands: [[UInt8]] = []
  /// What the user should know although nothing is wrong.
  private(set) var notes: [String] = []

  /// Whether a command line of `manifests` is one of kubeconform's: a flag with a single dash, or one
  /// that only that tool has.
  static func areMeant(by words: some Collection<[UInt8]>) -> Bool {
    for word in words.prefix(while: { $0 != Array("--".utf8) }) {
      guard let (name, dashes, _) = split(word), let flag = Flag(rawValue: name) else { continue }
      // `-v` alone asks for the version; beside files it makes the program talk.
      if flag == .version, dashes == 1, words.count > 1 { continue }
      if dashes == 1 || !flag.isShared { return true }
    }
    return false
  }

  private static func split(
    _ word: [UInt8]
  ) -> (name: String, dashes: Int, value: [UInt8]?)? {
    let dashes = word.prefix { $0 == UInt8(ascii: "-") }.count
    guard (1...2).contains(dashes), word.count > dashes else { return nil }
    let rest = word[dashes...]
    let equals = rest.firstIndex(of: UInt8(ascii: "=")) ?? rest.endIndex
    return (
      String(decoding: rest[..<equals], as: UTF8.self), dashes,
      equals < rest.endIndex ? Array(rest[(equals + 1)...]) : nil
    )
  }

  init(_ words: some Collection<[UInt8]>, allowed: [Option]) throws(Refusal) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      if word == Array("--".utf8) {
        operands += rest
        break
      }
      guard let (name, dashes, given) = Self.split(word) else {
        operands.append(word)
        continue
      }
      if let flag = Flag(rawValue: name) {
        if flag.isSwitch {
          try turn(flag, given)
        } else {
          guard let value = given ?? rest.popFirst() else {
            throw Refusal(message: "flag needs an argument: -\(name)")
          }
          try set(flag, value)
        }
      } else if dashes == 2, let option = Option(rawValue: name), allowed.contains(option) {
        self.words.append(word)
        if option.placeholder != nil, given == nil, let value = rest.popFirst() {
          self.words.append(value)
        }
      } else {
        let names = Flag.allCases.map { "-\($0.rawValue)" } + allowed.map { "--\($0.rawValue)" }
        let near = NearestName.of("-\(name)", among: names).map { "; did you mean \($0)?" } ?? ""
        throw Refusal(
          message: "flag provided but not defined: -\(printable(name.utf8))\(near)")
      }
    }
    if operands.isEmpty { operands = [Array("-".utf8)] }
    options.readsStandardInput = operands == [Array("-".utf8)]
  }

  private mutating func turn(_ flag: Flag, _ value: [UInt8]?) throws(Refusal) {
    let text = value.map { String(decoding: $0, as: UTF8.self) } ?? "true"
    let isOn = ["1", "t", "T", "true", "TRUE", "True"].contains(text)
    guard isOn || ["0", "f", "F", "false", "FALSE", "False"].contains(text) else {
      throw Refusal(
        message:
          "invalid boolean value \"\(printable(text.utf8))\" for -\(flag.rawValue): parse error")
    }
    switch flag {
    case .exitOnError: options.exitsOnError = isOn
    case .ignoreMissingSchemas:
      options.ignoresMissingSchemas = isOn
      if isOn { words.append(Array("--ignore-missing-schemas".utf8)) }
    case .strict: options.isStrict = isOn
    case .summary: options.hasSummary = isOn
    case .verbose: options.isVerbose = isOn
    case .version: showsVersion = isOn
    // Nothing is fetched, so there is nothing to be told of it.
    default: break
    }
  }

  private mutating func set(_ flag: Flag, _ value: [UInt8]) throws(Refusal) {
    let text = String(decoding: value, as: UTF8.self)
    func invalid(_ reason: String) -> Refusal {
      Refusal(
        message: "invalid value \"\(printable(value))\" for flag -\(flag.rawValue): \(reason)")
    }
    switch flag {
    case .kubernetesVersion: try setVersion(text, invalid)
    case .output:
      guard let format = KubeconformOptions.Format(rawValue: text) else {
        let names = KubeconformOptions.Format.allCases.map(\.rawValue).joined(separator: ", ")
        throw invalid("it must be one of \(names)")
      }
      options.format = format
    case .skip: options.skippedKinds.formUnion(text.split(separator: ",").map(String.init))
    case .reject: options.rejectedKinds.formUnion(text.split(separator: ",").map(String.init))
    case .schemaLocation: words += [Array("--schema-location".utf8), value]
    case .workers:
      guard let count = Int(text), count > 0 else { throw invalid("parse error") }
      words += [Array("--jobs".utf8), Array(String(min(count, 1_024)).utf8)]
    case .ignoreFilenamePattern:
      guard let pattern = RegularExpression(text) else { throw invalid("no regular expression") }
      ignoredNames.append(pattern)
    default: break
    }
  }

  private mutating func setVersion(
    _ text: String, _ invalid: (String) -> Refusal
  ) throws(Refusal) {
    guard text != "master" else { return }
    guard let versions = VersionSet(text) else {
      throw invalid(
        "\(printable(text.utf8)) is not a valid version. Valid values are \"master\" (default) or full version x.y.z (e.g. \"1.27.2\")"
      )
    }
    for missing in versions.outsideCatalogue {
      notes.append(
        "Kubernetes \(missing) is not in the catalogue; checked against \(versions.description)")
    }
    let isFull = text.split(separator: ".").count == 3 && !text.contains("..")
    version = isFull ? text : "\(versions.newest).0"
    words += [
      Array("--kubernetes-version".utf8),
      Array(versions.versions.map(\.description).joined(separator: ",").utf8),
    ]
  }
}
