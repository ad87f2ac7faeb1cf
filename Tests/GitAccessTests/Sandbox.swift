import GitAccess
import TestSupport

/// The git variables of a hook in a sandbox, and libgit2 started.
extension Sandbox {
  static func started() throws -> Sandbox {
    try GitLibrary.start()
    return try Sandbox()
  }

  func environment(
    _ variables: [String: String] = [:], directory: String = ""
  ) -> GitEnvironment {
    GitEnvironment(
      variables: variables.mapValues { Array($0.utf8) },
      currentDirectory: Array((directory.isEmpty ? path : path + "/" + directory).utf8))
  }
}

func text(_ listing: TreeListing) -> [String] {
  (0..<listing.count).map { String(decoding: listing.path($0), as: UTF8.self) }
}
