/// Where a report is written: collects bytes and hands them on in pieces, so that no report is held
/// whole in memory.
///
/// A class because the writers above it (JSON, XML) share one; it never leaves `render`.
final class Output {
  /// Pieces are at least this long, except the last. Bytes.
  static let pieceSize = 1 << 16

  private var buffer: [UInt8] = []
  private let sink: (ArraySlice<UInt8>) -> Void

  init(_ sink: @escaping (ArraySlice<UInt8>) -> Void) {
    self.sink = sink
    buffer.reserveCapacity(Self.pieceSize + 4096)
  }

  /// Lets `body` write to `sink`, to the last byte.
  static func stream(to sink: (ArraySlice<UInt8>) -> Void, _ body: (Output) -> Void) {
    withoutActuallyEscaping(sink) { sink in
      let output = Output(sink)
      body(output)
      output.flush()
    }
  }

  /// All that `body` writes, for what is small enough to be held whole.
  static func collect(_ body: (Output) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    stream(to: { bytes.append(contentsOf: $0) }, body)
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

  func flush() {
    guard !buffer.isEmpty else { return }
    sink(buffer[...])
    buffer.removeAll(keepingCapacity: true)
  }
}
