internal import GitAccess
internal import Glibc
internal import YAML

/// A buffered stream over a file descriptor.
final class OutputStream {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// `errno` of the first write that failed; what comes after it is dropped.
  private(set) var failure: Int32 = 0

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The reader went away: nobody is left to be told.
  var isClosedByReader: Bool { failure == EPIPE }

  func write(_ text: String) { write(Array(text.utf8)[...]) }

  func write(_ bytes: some Collection<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 65_536 { flush() }
  }

  func flush() {
    var rest = buffer[...]
    while !rest.isEmpty, failure == 0 {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno != EINTR {
        failure = errno
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Reads files that the user names, and writes those that he asks for.
enum Files {
  /// - Parameter limit: a larger file is refused, so that a device without end cannot fill memory.
  static func read(_ path: [UInt8], limit: Int = 1 << 30) throws(CheckFailure) -> [UInt8] {
    var path = path.map { CChar(bitPattern: $0) }
    path.append(0)
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw CheckFailure.system("cannot read", path) }
    defer { close(file) }
    return try read(descriptor: file, limit: limit, name: path)
  }

  static func exists(_ path: [UInt8]) -> Bool {
    access(path.map { CChar(bitPattern: $0) } + [0], F_OK) == 0
  }

  static func readStandardInput(limit: Int = 1 << 30) throws(CheckFailure) -> [UInt8] {
    try read(descriptor: 0, limit: limit, name: Array("standard input\0".utf8.map { CChar($0) }))
  }

  private static func read(
    descriptor: Int32, limit: Int, name: [CChar]
  ) throws(CheckFailure) -> [UInt8] {
    var status = stat()
    // A byte more than there should be, so that the end is seen at once. What is no file says 0.
    let expected = fstat(descriptor, &status) == 0 ? Int(status.st_size) + 1 : 0
    var content: [UInt8] = []
    content.reserveCapacity(min(expected, limit))
    var buffer = [UInt8](repeating: 0, count: min(max(expected, 4_096), 65_536))
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw CheckFailure.system("cannot read", name) }
      if count == 0 { return content }
      content += buffer[..<count]
      if content.count > limit {
        throw CheckFailure("\(shown(name)) is larger than \(limit) bytes")
      }
    }
  }

  /// The names in a folder, sorted.
  static func names(in folder: [UInt8]) throws(CheckFailure) -> [[UInt8]] {
    let path = folder.map { CChar(bitPattern: $0) } + [0]
    guard let stream = opendir(path) else { throw CheckFailure.system("cannot read", path) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      // The end and a failure look the same but for this.
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw CheckFailure.system("cannot read", path) }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        let start = UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)
        return Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
      }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
  }

  /// Writes a file as a whole or not at all: to a temporary name beside it, then renamed.
  static func write(
    _ path: [UInt8], mode: mode_t = 0o666, _ produce: (OutputStream) -> Void
  ) throws(CheckFailure) {
    let name = path.map { CChar(bitPattern: $0) } + [0]
    var temporary = (path + Array(".XXXXXX".utf8)).map { CChar(bitPattern: $0) } + [0]
    let file = mkstemp(&temporary)
    guard file >= 0 else { throw CheckFailure.system("cannot write", name) }
    let stream = OutputStream(descriptor: file)
    produce(stream)
    stream.flush()
    // mkstemp makes it private; a report is read by others, such as the runner's uploader.
    let mask = umask(0)
    umask(mask)
    fchmod(file, mode & ~mask)
    if stream.failure == 0, close(file) == 0, rename(temporary, name) == 0 { return }
    let code = stream.failure == 0 ? errno : stream.failure
    unlink(temporary)
    errno = code
    throw CheckFailure.system("cannot write", name)
  }

  /// Appends to a file in one write; makes the file, for the owner and his group, when it is not
  /// there. A symbolic link is not followed: who may write in the folder must not choose the file.
  static func append(_ content: [UInt8], to path: [UInt8]) throws(CheckFailure) {
    let name = path.map { CChar(bitPattern: $0) } + [0]
    let file = open(name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
    guard file >= 0 else { throw CheckFailure.system("cannot write", name) }
    defer { close(file) }
    let count = content.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    guard count == content.count else { throw CheckFailure.system("cannot write", name) }
  }

  private static func shown(_ name: [CChar]) -> String {
    printable(name.dropLast().map { UInt8(bitPattern: $0) })
  }
}

/// The check itself could not be done: exit status 3, never shown as clean.
struct CheckFailure: Error {
  var message: Message

  init(_ message: Message) { self.message = message }

  static func system(_ what: Message, _ name: [CChar]) -> CheckFailure {
    let reason = String(cString: strerror(errno))
    return CheckFailure(
      "\(what) '\(printable(name.dropLast().map { UInt8(bitPattern: $0) }))': \(reason)")
  }
}
