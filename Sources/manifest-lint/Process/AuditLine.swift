import GitAccess
import Glibc
import ManifestLint

/// What is recorded of one push, as one line of JSON.
struct AuditLine {
  var updates: [String] = []
  var findings = 0
  var failure: String?
  private var status = ExitStatus.clean
  private var seconds = 0.0

  mutating func finish(_ status: ExitStatus, seconds: Double) {
    self.status = status
    self.seconds = seconds
  }

  /// Appends the line in one write, so that pushes at the same time do not mix. Nil: no file.
  func append(to path: [UInt8]?, _ environment: Environment) throws(CheckFailure) {
    guard let path else { return }
    let name = environment.absolute(path)
    let file = name.withCString { open($0, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640) }
    let characters = name.map { CChar(bitPattern: $0) } + [0]
    guard file >= 0 else { throw CheckFailure.system("cannot write", characters) }
    defer { close(file) }
    let line = text(environment)
    let count = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard count == line.count else { throw CheckFailure.system("cannot write", characters) }
  }

  private func text(_ environment: Environment) -> [UInt8] {
    let result =
      switch status {
      case .clean: failure == nil ? "accepted" : "accepted unchecked"
      case .findings: "refused"
      default: "failed"
      }
    var fields: [(String, String)] = [("time", String(time(nil))), ("result", "\"\(result)\"")]
    for (key, variable) in [
      ("project", "GL_PROJECT_PATH"), ("repository", "GL_REPOSITORY"), ("user", "GL_USERNAME"),
      ("protocol", "GL_PROTOCOL"),
    ] {
      if let value = environment.text(variable) { fields.append((key, jsonText(value))) }
    }
    fields.append(("references", "[" + updates.map(jsonText).joined(separator: ",") + "]"))
    fields.append(("findings", String(findings)))
    fields.append(("milliseconds", String(Int((seconds * 1_000).rounded()))))
    if let failure { fields.append(("failure", jsonText(failure))) }
    let text = fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
    return Array("{\(text)}\n".utf8)
  }
}
