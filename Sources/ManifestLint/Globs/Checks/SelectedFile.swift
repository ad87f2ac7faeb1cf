import YAML

/// What a selected file is when it certainly holds no manifests: told by its mode, its first bytes or
/// its name. Nil for every other file.
///
/// The problem names no glob: any that selects the file may be narrowed. The findings that the file's
/// content would have as a manifest have the same cause and should be left out.
public func problem(
  ofSelected entry: Int, in listing: Listing, content: [UInt8]
) -> GlobSelection.Problem? {
  // Asked of every selected file: a text is made of the path only for a finding.
  var path: String { String(decoding: listing.path(entry), as: UTF8.self) }
  if listing.entries[entry].mode == .symlink {
    return GlobSelection.Problem(
      GlobRules.symlink, glob: nil, entry: entry,
      """
      `\(path)` is a symbolic link: the agent gets the text `\(firstLine(content))` in place of a \
      manifest; put the file itself there or leave it out of the globs
      """)
  }
  if content.first == UInt8(ascii: "v"),
    content.starts(with: "version https://git-lfs.github.com/spec/v1\n".utf8)
  {
    return GlobSelection.Problem(
      GlobRules.lfsPointer, glob: nil, entry: entry,
      "`\(path)` is a Git LFS pointer: the agent gets its text, not the file that it stands for")
  }
  guard ForeignFile.isPossible(path: listing.path(entry)) else { return nil }
  let name = path
  guard let kind = ForeignFile(name: name[...], content: content) else { return nil }
  return GlobSelection.Problem(
    GlobRules.notAManifest, glob: nil, entry: entry,
    """
    `\(name)` is \(kind.what) and holds no Kubernetes objects: the agent fails to decode it and \
    applies nothing; narrow the glob to a directory that holds manifests only
    """)
}

private func firstLine(_ content: [UInt8]) -> String {
  String(decoding: content.prefix { $0 != UInt8(ascii: "\n") }.prefix(200), as: UTF8.self)
}

/// Files of other programs that broad globs often select.
enum ForeignFile: CaseIterable {
  case ownSettings, gitLabCI, helmValues, helmChart, kustomization, compose, package, text

  var what: Message {
    switch self {
    case .ownSettings:
      "a settings file of manifest-lint (.gitlab/manifest-lint.yaml is never selected)"
    case .gitLabCI: "a GitLab CI configuration"
    case .helmValues: "a values file of Helm"
    case .helmChart: "the description of a Helm chart"
    case .kustomization: "an input of Kustomize, which the agent does not run,"
    case .compose: "a Docker Compose file"
    case .package: "a file of a package manager"
    case .text: "a text document"
    }
  }

  /// How the YAML files among them begin.
  private static let beginnings = [
    ".manifest-lint", ".gitlab-ci", "Chart", "kustomization", "pnpm-lock", "values",
    "docker-compose", "compose",
  ].map { Array($0.utf8) }

  /// Whether a closer look at the name is worth while: of nearly no file that ends in `.yaml`.
  static func isPossible(path: ArraySlice<UInt8>) -> Bool {
    guard path.suffix(5).elementsEqual(".yaml".utf8) else { return true }
    let name = path[((path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex - 1) + 1)...]
    return beginnings.contains { name.starts(with: $0) }
  }

  /// Nil unless the name is one of a file of another program. A file of such a name that has a
  /// `kind` at its top is a manifest all the same, except for Kustomize's.
  init?(name path: Substring, content: [UInt8]) {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isYAML = parts.count > 1 && (parts.last == "yaml" || parts.last == "yml")
    switch name {
    case ".manifest-lint.yaml": self = .ownSettings
    case ".gitlab-ci.yml", ".gitlab-ci.yaml": self = .gitLabCI
    case "Chart.yaml", "Chart.lock", "requirements.lock": self = .helmChart
    case "kustomization.yaml", "kustomization.yml", "Kustomization": self = .kustomization
    case "package.json", "package-lock.json", "composer.json", "tsconfig.json", "pnpm-lock.yaml":
      self = .package
    case "LICENSE", "Makefile", "Dockerfile": self = .text
    default:
      let stem = parts[0]
      if isYAML, stem == "values" || stem.hasPrefix("values-") || stem.hasPrefix("values_") {
        self = .helmValues
      } else if isYAML,
        ["docker-compose", "compose"].contains(where: { stem == $0 || stem.hasPrefix($0 + "-") })
      {
        self = .compose
      } else if parts.count > 1, let last = parts.last,
        ["md", "txt", "rst", "adoc", "sh", "tf", "py", "go", "png", "tpl"].contains(last)
      {
        self = .text
      } else {
        return nil
      }
    }
    if self != .kustomization, Self.hasKind(content) { return nil }
  }

  /// Whether a line begins with `kind:`, or the text has JSON's `"kind"`.
  private static func hasKind(_ content: [UInt8]) -> Bool {
    let plain = Array("kind:".utf8)
    let quoted = Array("\"kind\"".utf8)
    if content.first == UInt8(ascii: "{") {
      return content.indices.contains { content[$0...].starts(with: quoted) }
    }
    return content.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: plain) }
  }
}
