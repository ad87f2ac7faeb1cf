import Foundation
import GitAccess
import Testing

/// A temporary directory in which the real git works, untouched by the user's configuration.
final class Sandbox {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "git-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try GitLibrary.start()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  struct CommandFailed: Error { var text: String }

  /// Runs a shell script in the directory and gives what it prints, without the last line feed.
  @discardableResult
  func sh(_ script: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-ec", script]
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path,
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com",
      "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com",
      "GIT_AUTHOR_DATE": "1700000000 +0000", "GIT_COMMITTER_DATE": "1700000000 +0000",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CommandFailed(text: script) }
    return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
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
