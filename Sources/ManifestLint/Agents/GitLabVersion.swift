/// A GitLab release by major and minor number: the patch level never changes the contract.
public struct GitLabVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var major: Int
  public var minor: Int

  public init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads `16.5`, `v16.5.2`, `16.5.0-ee` or `17` (17.0); nil for anything else.
  public init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    if rest.hasPrefix("v") { rest.removeFirst() }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard let major = Self.number(parts[0]), parts.count <= 3 else { return nil }
    var minor = 0
    if parts.count > 1 {
      let digits = parts.count == 2 ? parts[1].prefix { $0 != "-" } : parts[1]
      guard let number = Self.number(digits) else { return nil }
      minor = number
    }
    if parts.count == 3, Self.number(parts[2].prefix { $0 != "-" && $0 != "+" }) == nil {
      return nil
    }
    self.init(major: major, minor: minor)
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  public static func < (left: GitLabVersion, right: GitLabVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }

  public var description: String { "\(major).\(minor)" }

  /// The first release whose server read the file.
  public static let first: GitLabVersion = "13.7"
  /// The last release with `gitops`: the contract of a file that has the section.
  public static let lastWithGitops: GitLabVersion = "16.11"
  /// The newest release of which a key is known.
  public static let newestKnown: GitLabVersion = "18.4"
  /// The newest release whose decoding was executed; younger keys are known by documentation only.
  public static let newestExecuted: GitLabVersion = "16.5"
}

extension GitLabVersion: ExpressibleByStringLiteral {
  /// For versions written in the program's own tables.
  /// - Precondition: the literal is a version.
  public init(stringLiteral text: String) {
    guard let version = GitLabVersion(text) else { preconditionFailure("no version: \(text)") }
    self = version
  }
}
