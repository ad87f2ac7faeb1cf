import Foundation

/// A temporary directory in which the real git works, untouched by the user's configuration.
public final class Sandbox {
  public let path: String

  public init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "lint-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  public struct CommandFailed: Error, CustomStringConvertible {
    public var description: String
  }

  /// What a command did.
  public struct Outcome: Sendable {
    public var status: Int32
    public var output: String
    public var errors: String
    /// Both streams, for a failed expectation to show.
    public var text: String { output + errors }
  }

  /// The directory of the built products, in which `manifest-lint` lies too.
  public static let products = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().path

  /// The folder of the package.
  public static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// Runs a shell script in the directory, whatever its exit status. `manifest-lint` is on its PATH.
  public func run(
    _ script: String, input: [UInt8] = [], variables: [String: String] = [:],
    directory: String = ""
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-ec", script]
    process.currentDirectoryURL = URL(
      fileURLWithPath: directory.isEmpty ? path : path + "/" + directory)
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = [
      "PATH": Self.products + ":" + search, "HOME": path,
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com",
      "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com",
      "GIT_AUTHOR_DATE": "1700000000 +0000", "GIT_COMMITTER_DATE": "1700000000 +0000",
    ].merging(variables) { $1 }
    // Another libgit2 than the installed one (`scripts/check-libgit2`).
    if let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
      process.environment?["LD_LIBRARY_PATH"] = libraries
    }
    // Files and no pipes: neither side can fill a pipe and wait for the other.
    let files = ["in", "out", "err"].map { path + ".\($0)" }
    defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
    try Data(input).write(to: URL(fileURLWithPath: files[0]))
    for file in files.dropFirst() { FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    process.waitUntilExit()
    func text(_ file: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
    }
    return Outcome(
      status: process.terminationStatus, output: try text(files[1]), errors: try text(files[2]))
  }

  /// Runs a shell script that must succeed and gives what it prints, without the last line feed.
  @discardableResult
  public func sh(_ script: String) throws -> String {
    let outcome = try run(script)
    guard outcome.status == 0 else {
      throw CommandFailed(description: "\(script)\n\(outcome.text)")
    }
    return outcome.output.trimmingCharacters(in: .newlines)
  }

  /// Writes a file, with the folders above it.
  public func write(_ name: String, _ content: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content.utf8).write(to: url)
  }
}
