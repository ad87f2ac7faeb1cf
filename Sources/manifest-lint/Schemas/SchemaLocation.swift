import GitAccess
import Kubernetes
import YAML

/// One `--schema-location`: where schema files of kinds lie, in the layouts and with the template
/// variables that kubeconform's users know. Only local files: the program speaks to no network.
struct SchemaLocation {
  /// What a path is made of.
  private enum Part {
    case text(String)
    case variable(Variable)
  }

  private enum Variable: String, CaseIterable {
    case normalizedKubernetesVersion = "NormalizedKubernetesVersion"
    case strictSuffix = "StrictSuffix"
    case resourceKind = "ResourceKind"
    case resourceAPIVersion = "ResourceAPIVersion"
    case group = "Group"
    case kindSuffix = "KindSuffix"
  }

  private let parts: [Part]

  /// Whether a location means the built-in catalogue, which is always there.
  static func isDefault(_ text: [UInt8]) -> Bool { text.elementsEqual("default".utf8) }

  /// A template that ends in `json`, or a folder laid out as schemas of releases are.
  init(_ text: [UInt8]) throws(UsageError) {
    var template = String(decoding: text, as: UTF8.self)
    if ["http://", "https://"].contains(where: template.hasPrefix) {
      throw UsageError(
        "--schema-location '\(printable(text))' is on a network, and this program reads local files only: download the schemas, or give the CustomResourceDefinitions with --crd"
      )
    }
    if !template.hasSuffix("json") {
      template +=
        "/{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json"
    }
    var parts: [Part] = []
    var rest = template[...]
    while let (before, after) = Self.cut(rest, at: "{{") {
      parts.append(.text(String(before)))
      guard let (inside, next) = Self.cut(after, at: "}}") else {
        throw UsageError("--schema-location '\(printable(text))': '{{' is not closed")
      }
      let name = inside.split(separator: " ").joined(separator: " ")
      guard name.hasPrefix("."), let variable = Variable(rawValue: String(name.dropFirst())) else {
        let names = Variable.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
        throw UsageError(
          "--schema-location '\(printable(text))': there is no variable '\(printable(name.utf8))'; there are \(names)"
        )
      }
      parts.append(.variable(variable))
      rest = next
    }
    parts.append(.text(String(rest)))
    self.parts = parts
  }

  private static func cut(_ text: Substring, at mark: String) -> (Substring, Substring)? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(mark) {
        return (text[..<start], text[text.index(start, offsetBy: mark.count)...])
      }
      start = text.index(after: start)
    }
    return nil
  }

  /// The file of a kind; nil for a name that could lead out of the folder.
  ///
  /// - Parameter version: `1.36.0` or `master`.
  func path(apiVersion: String, kind: String, version: String, strict: Bool) -> [UInt8]? {
    let names = apiVersion.split(separator: "/", omittingEmptySubsequences: false) + [kind[...]]
    guard
      names.allSatisfy({ name in
        !name.isEmpty && !name.hasPrefix(".")
          && name.utf8.allSatisfy { $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || isAlphanumeric($0) }
      })
    else { return nil }
    let group = String(names[0])
    let apiVersion = String(names[names.count - 2])
    let firstLabel = group.prefix { $0 != "." }.lowercased()
    let text = parts.map { part in
      switch part {
      case .text(let text): text
      case .variable(.normalizedKubernetesVersion): version == "master" ? version : "v\(version)"
      case .variable(.strictSuffix): strict ? "-strict" : ""
      case .variable(.resourceKind): kind.lowercased()
      case .variable(.resourceAPIVersion): apiVersion
      case .variable(.group): group
      case .variable(.kindSuffix):
        names.count > 2 ? "-\(firstLabel)-\(apiVersion.lowercased())" : "-\(firstLabel)"
      }
    }
    return Array(text.joined().utf8)
  }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
}
