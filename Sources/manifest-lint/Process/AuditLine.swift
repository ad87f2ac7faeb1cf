import GitAccess
import Glibc
import ManifestLint
import Synchronization
import YAML

/// What is recorded of one push, as one line of JSON.
struct AuditLine: Sendable {
  var updates: [String] = []
  var findings = 0
  var failure: String?
  fileprivate var status = ExitStatus.clean
  fileprivate var seconds = 0.0

  /// Sends the line in one piece, so that pushes at the same time do not mix.
  ///
  /// - Parameter place: a file, or `syslog`, or `syslog:` and another socket than `/dev/log`; nil:
  ///   nothing is recorded.
  func append(to place: [UInt8]?, _ environment: Environment) throws(CheckFailure) {
    guard let place else { return }
    let line = text(environment)
    if place == Array("syslog".utf8) {
      try SystemLog.send(line, to: Array("/dev/log".utf8))
    } else if place.starts(with: "syslog:".utf8) {
      try SystemLog.send(line, to: Array(place.dropFirst("syslog:".utf8.count)))
    } else {
      try Files.append(line + [UInt8(ascii: "\n")], to: environment.absolute(place))
    }
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
    return Array("{\(text)}".utf8)
  }
}

/// The line of a check in progress: also the thread that ends the check at its deadline writes it.
final class AuditRecord: Sendable {
  let start: Double
  private let line = Mutex(AuditLine())

  init(start: Double) { self.start = start }

  func update(_ change: (inout AuditLine) -> Void) { line.withLock { change(&$0) } }

  func line(_ status: ExitStatus, end: Double) -> AuditLine {
    line.withLock { line in
      line.status = status
      line.seconds = end - start
      return line
    }
  }
}

/// The log of the system, by its socket: unlike `syslog(3)` it tells when nobody listens.
enum SystemLog {
  static func send(_ line: [UInt8], to path: [UInt8]) throws(CheckFailure) {
    let name = path.map { CChar(bitPattern: $0) } + [0]
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    guard name.count <= MemoryLayout.size(ofValue: address.sun_path) else {
      throw CheckFailure("'\(printable(path))' is too long for the name of a socket")
    }
    withUnsafeMutableBytes(of: &address.sun_path) { space in
      name.withUnsafeBytes { space.copyMemory(from: $0) }
    }
    // 30: facility daemon, severity informational.
    let message = Array("<30>manifest-lint[\(getpid())]: ".utf8) + line
    let end = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard end >= 0 else { throw CheckFailure.system("cannot write to", name) }
    defer { close(end) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let sent = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(end, message, message.count, Int32(MSG_DONTWAIT), $0, length)
      }
    }
    guard sent == message.count else { throw CheckFailure.system("cannot write to", name) }
  }
}
