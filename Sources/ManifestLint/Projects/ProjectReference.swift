public import YAML

/// An `id` as GitLab looks it up (GitLab's REST API, find_project): only digits are a project's
/// number, text with a slash is a full path, and anything else finds nothing.
public enum ProjectReference: Sendable, Hashable {
  case number(Int64)
  case path(ProjectPath)
  case nothing(Fault)

  /// Why a text can be no project's id.
  public struct Fault: Sendable, Hashable {
    /// One clause, such as `it is a URL`.
    public var reason: Message
    /// The path that is probably meant.
    public var proposal: String?
  }

  public init(_ text: String) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    if !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      if let number = Int64(text) {
        self = .number(number)
      } else {
        self = .nothing(Fault(reason: "the number is too large for a project", proposal: nil))
      }
      return
    }
    if let fault = ProjectPath.fault(in: text, isProject: true) {
      self = .nothing(fault)
    } else {
      self = .path(ProjectPath(text))
    }
  }
}

/// The full path of a project or group, `group/subgroup/project`. Two paths are equal when they
/// differ in ASCII case only: GitLab keeps no two such.
public struct ProjectPath: Sendable, Hashable, CustomStringConvertible {
  public let text: String
  private let folded: String

  public init(_ text: some StringProtocol) {
    self.text = String(text)
    folded = Self.folded(text)
  }

  static func folded(_ text: some StringProtocol) -> String {
    String(
      decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  public var description: String { text }
  public static func == (left: Self, right: Self) -> Bool { left.folded == right.folded }
  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }

  /// The top-level group or user.
  public var rootNamespace: ProjectPath { ProjectPath(text.prefix { $0 != "/" }) }

  /// The group or user right above.
  public var parent: ProjectPath {
    ProjectPath(text.split(separator: "/").dropLast().joined(separator: "/"))
  }

  /// Whether it lies below a group.
  public func isBelow(_ group: ProjectPath) -> Bool { folded.hasPrefix(group.folded + "/") }

  /// What keeps a text from being a full path; nil when nothing does.
  static func fault(in text: String, isProject: Bool) -> ProjectReference.Fault? {
    let proposal = proposal(for: text, isProject: isProject)
    func fault(_ reason: Message) -> ProjectReference.Fault {
      ProjectReference.Fault(reason: reason, proposal: proposal)
    }
    if text.isEmpty { return fault("it is empty") }
    if text.contains("://") || text.hasPrefix("git@") { return fault("it is a URL") }
    if text.contains(where: \.isNewline) { return fault("it has a line break") }
    if text.contains(where: \.isWhitespace) { return fault("it has a blank") }
    if text.hasPrefix("/") { return fault("it begins with a slash") }
    if text.hasSuffix("/") { return fault("it ends in a slash") }
    if text.contains("//") { return fault("it has two slashes in a row") }
    if text.contains("*") { return fault("* stands for nothing here") }
    if text.contains("<") || text.contains(">") { return fault("it is a placeholder") }
    if text.lowercased().hasSuffix(".git") { return fault("it ends in .git") }
    let isAllowed: (UInt8) -> Bool = { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-_./".utf8.contains(byte)
    }
    if text.contains(":") { return fault("it has a colon; the agent's name is no part of it") }
    guard text.utf8.allSatisfy(isAllowed) else {
      return fault("paths have letters, digits, '-', '_' and '.' only")
    }
    if isProject, !text.contains("/") { return fault("it has no group in front") }
    return nil
  }

  /// A valid path made of a URL, or of one with slashes and endings too many.
  private static func proposal(for text: String, isProject: Bool) -> String? {
    var rest = text.split(whereSeparator: \.isWhitespace).joined()[...]
    if let path = ProjectPath(remote: String(rest)) {
      rest = path.text[...]
    } else if let colon = rest.firstIndex(of: ":") {
      rest = rest[..<colon]
    }
    if rest.hasSuffix("/*") { rest = rest.dropLast(2) }
    if rest.lowercased().hasSuffix(".git") { rest = rest.dropLast(4) }
    let parts = rest.split(separator: "/")
    let result = parts.joined(separator: "/")
    guard result != text, parts.count >= (isProject ? 2 : 1),
      !result.contains(where: { "*<>:".contains($0) })
    else { return nil }
    return result
  }

  /// The path in a remote's URL: `https://HOST/PATH.git`, `ssh://git@HOST:22/PATH`, `git@HOST:PATH`.
  /// Nil for folders and other things that name no project. A guess: an instance below a relative
  /// URL has a first part too many.
  public init?(remote url: String) {
    var path: Substring
    if let scheme = url.firstRange(of: "://") {
      guard
        ["http", "https", "ssh", "git", "git+ssh"].contains(url[..<scheme.lowerBound].lowercased())
      else { return nil }
      let rest = url[scheme.upperBound...]
      guard let slash = rest.firstIndex(of: "/"), slash != rest.startIndex else { return nil }
      path = rest[rest.index(after: slash)...]
      if let end = path.firstIndex(where: { $0 == "?" || $0 == "#" }) { path = path[..<end] }
    } else {
      guard let colon = url.firstIndex(of: ":"), !url[..<colon].contains("/"),
        url[..<colon].utf8.count > 1
      else { return nil }
      path = url[url.index(after: colon)...]
    }
    let parts = path.split(separator: "/")
    guard parts.count >= 2 else { return nil }
    var text = parts.joined(separator: "/")
    if text.lowercased().hasSuffix(".git") { text.removeLast(4) }
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x3A }) else { return nil }
    self.init(text)
  }
}

extension String {
  /// The first occurrence of a short text.
  fileprivate func firstRange(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
