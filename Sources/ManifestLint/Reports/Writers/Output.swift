import YAML

/// Where a report is written: collects bytes and hands them on in pieces, so that no report is held
/// whole in memory.
///
/// A class because the writers above it (JSON, XML) share one; it never leaves `render`.
final class Output {
  /// Pieces are at least this long, except the last. Bytes.
  static let pieceSize = 1 << 16

  private var buffer: [UInt8] = []
  private let sink: (ArraySlice<UInt8>) -> Void
  /// The language of messages and of our own words; nil is English.
  let language: Translation?

  init(in language: Translation?, _ sink: @escaping (ArraySlice<UInt8>) -> Void) {
    self.sink = sink
    self.language = language
    buffer.reserveCapacity(Self.pieceSize + 4096)
  }

  /// Lets `body` write to `sink`, to the last byte.
  static func stream(
    in language: Translation? = nil, to sink: (ArraySlice<UInt8>) -> Void, _ body: (Output) -> Void
  ) {
    withoutActuallyEscaping(sink) { sink in
      let output = Output(in: language, sink)
      body(output)
      output.flush()
    }
  }

  /// All that `body` writes, for what is small enough to be held whole.
  static func collect(in language: Translation? = nil, _ body: (Output) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    stream(in: language, to: { bytes.append(contentsOf: $0) }, body)
    return bytes
  }

  /// Our own text, as it is.
  func write(_ text: String) { write(text.utf8) }

  func write(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.pieceSize { flush() }
  }

  func write(byte: UInt8) {
    buffer.append(byte)
    if buffer.count >= Self.pieceSize { flush() }
  }

  func write(_ number: Int) { write(String(number)) }

  /// What a message says, in the language of the report.
  func words(_ message: Message) -> [UInt8] { Array(message.text(in: language).utf8) }

  /// A text of a rule, in the language of the report.
  func words(_ rule: Rule, _ text: KeyPath<Rule, String>) -> String {
    language.flatMap { $0.translated(rule[keyPath: text]) } ?? rule[keyPath: text]
  }

  /// Our own words, which name nothing of the repository.
  func say(_ message: Message) { write(words(message)) }

  func flush() {
    guard !buffer.isEmpty else { return }
    sink(buffer[...])
    buffer.removeAll(keepingCapacity: true)
  }
}
