/// The limits of the agent's server on what one manifest project may hold. An administrator may have
/// changed them (section `agent.gitops` of the server's own configuration).
///
/// Source: gitlab-agent internal/module/gitops/server/defaulting.go.
public struct AgentLimits: Sendable, Hashable {
  /// Globs of one manifest project.
  public var maximumPaths = 100
  /// Files that are looked at in one sync, whether they match or not.
  public var maximumFiles = 1000
  /// Bytes of one selected file.
  public var maximumFileSize = 5 * 1024 * 1024
  /// Bytes of all selected files together.
  public var maximumTotalSize = 20 * 1024 * 1024

  /// The defaults since GitLab 13.9.
  public init() {}

  /// The defaults of a GitLab version: before 13.9 the sizes were 1 MiB and 2 MiB.
  public init(major: Int, minor: Int) {
    guard (major, minor) < (13, 9) else { return }
    maximumFileSize = 1024 * 1024
    maximumTotalSize = 2 * 1024 * 1024
  }

  /// The names by which the server's configuration knows them, in the order of the members.
  public static let names = [
    "max_number_of_paths", "max_number_of_files", "max_manifest_file_size",
    "max_total_manifest_file_size",
  ]

  /// A limit by its name in the server's configuration; nil for a name that is none, and setting
  /// that does nothing.
  public subscript(name: String) -> Int? {
    get { Self.member(name).map { self[keyPath: $0] } }
    set {
      guard let member = Self.member(name), let newValue else { return }
      self[keyPath: member] = newValue
    }
  }

  private static func member(_ name: String) -> WritableKeyPath<AgentLimits, Int>? {
    switch name {
    case "max_number_of_paths": \.maximumPaths
    case "max_number_of_files": \.maximumFiles
    case "max_manifest_file_size": \.maximumFileSize
    case "max_total_manifest_file_size": \.maximumTotalSize
    default: nil
    }
  }
}

/// How the agent's server goes from globs to files, by the GitLab version that began it.
public enum SelectionGeneration: Sendable, Comparable, CaseIterable {
  /// 13.7 to 13.11: the literal directory is cut off the glob and not off the path, and a file that
  /// two globs select is sent twice.
  case stripsPrefix
  /// 13.12 to 16.2: the whole glob is matched, a file selected twice ends the sync.
  case matchesWholePath
  /// From 16.3 on: a literal directory that is not in the repository ends the sync too.
  case requiresPrefix

  public init(major: Int, minor: Int) {
    if (major, minor) < (13, 12) {
      self = .stripsPrefix
    } else if (major, minor) < (16, 3) {
      self = .matchesWholePath
    } else {
      self = .requiresPrefix
    }
  }
}
