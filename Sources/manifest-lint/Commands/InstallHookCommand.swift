import GitAccess
import Glibc
import YAML

extension Command {
  static let installHook = Command(
    name: "install-hook", summary: "Write the hook file where git runs it",
    operands: "[\(HookFile.names.joined(separator: "|"))]", options: [.repo, .force, .uninstall]
  ) { invocation in
    try invocation.arguments.operands(atMost: 1)
    let word = invocation.arguments.operands.first.map { String(decoding: $0, as: UTF8.self) }
    guard let hook = HookFile(name: word ?? "pre-commit") else {
      throw UsageError(
        "there are hooks \(HookFile.names.joined(separator: ", ")); '\(printable((word ?? "").utf8))' is none\(nearest(to: word ?? "", among: HookFile.names))"
      )
    }
    let repository = try CheckedTree.open(invocation)
    let folder = try repository.hooksDirectory()
    let path = folder + Array("/\(hook.name)".utf8)
    let present = try? Files.read(path, limit: 1 << 20)
    let isOurs = present.map(HookFile.isOurs) ?? true
    if !isOurs, !invocation.arguments.has(.force) {
      throw CheckFailure(
        "'\(printable(path))' is there and was not written by manifest-lint; look at it, then use --force to replace it, or call `manifest-lint \(hook.name)` from it"
      )
    }
    if invocation.arguments.has(.uninstall) {
      guard present != nil else {
        invocation.note("there is no hook '\(printable(path))'")
        return .clean
      }
      guard path.withCString(unlink) == 0 else {
        throw CheckFailure.system("cannot remove", path.map { CChar(bitPattern: $0) } + [0])
      }
      invocation.note("removed '\(printable(path))'")
      return .clean
    }
    _ = folder.withCString { mkdir($0, 0o777) }
    try Files.write(path) { $0.write(hook.text) }
    guard path.withCString({ chmod($0, 0o755) }) == 0 else {
      throw CheckFailure.system("cannot make executable", path.map { CChar(bitPattern: $0) } + [0])
    }
    invocation.note("wrote '\(printable(path))'")
    return .clean
  }
}

/// A hook that starts this program. The files in `hooks/` say the same, with installation notes; a
/// test compares them.
struct HookFile {
  let name: String
  private static let mark = "written by manifest-lint install-hook"

  /// pre-merge-commit is what `git merge` runs in the place of pre-commit.
  static let names = ["pre-commit", "pre-merge-commit", "pre-push", "pre-receive"]

  init?(name: String) {
    guard Self.names.contains(name) else { return nil }
    self.name = name
  }

  static func isOurs(_ content: [UInt8]) -> Bool {
    String(decoding: content, as: UTF8.self).contains(mark)
  }

  var text: String {
    let prefix = name == "pre-receive" ? "GL-HOOK-ERR" : name
    let settings =
      name == "pre-receive"
      ? """
      settings=$(dirname "$0")/manifest-lint.yaml
      [ ! -e "$settings" ] || exec "$program" pre-receive --settings "$settings"

      """ : ""
    return """
      #!/bin/sh
      # \(Self.mark); `manifest-lint install-hook \(name) --uninstall` removes it.
      program=${MANIFEST_LINT:-manifest-lint}
      command -v "$program" >/dev/null 2>&1 || {
        echo "\(prefix): '$program' is not there, so nothing was checked." >&2
        exit 3
      }
      \(settings)exec "$program" \(name == "pre-merge-commit" ? "pre-commit" : name)

      """
  }
}

extension [UInt8] {
  /// The bytes as a C string.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let characters = map { CChar(bitPattern: $0) } + [0]
    return body(characters)
  }
}
