import YAML

/// Writes JSON as it goes: members keep the order in which they are written.
///
/// A container with `lines: true` has each of its members on a line of its own, every other one
/// lies on one line: a report that is compact and still can be read and compared line by line.
final class JSONWriter {
  private let output: Output
  /// One entry an open container: whether it has members already, whether each gets a line.
  private var open: [(isEmpty: Bool, lines: Bool)] = []
  private var afterKey = false

  init(_ output: Output) { self.output = output }

  /// What a message says, in the language of the report.
  func words(_ message: Message) -> [UInt8] { output.words(message) }

  /// A text of a rule, in the language of the report.
  func words(_ rule: Rule, _ text: KeyPath<Rule, String>) -> String { output.words(rule, text) }

  func object(lines: Bool = false, _ body: () -> Void) {
    container(UInt8(ascii: "{"), UInt8(ascii: "}"), lines, body)
  }

  func array(lines: Bool = false, _ body: () -> Void) {
    container(UInt8(ascii: "["), UInt8(ascii: "]"), lines, body)
  }

  /// The name is ours and plain ASCII.
  func key(_ name: String) {
    beginValue()
    output.write("\"")
    output.write(name)
    output.write("\": ")
    afterKey = true
  }

  func value(_ text: String) { value(Array(text.utf8)) }

  /// A string; bytes that are no UTF-8 become U+FFFD.
  func value(_ bytes: [UInt8]) {
    beginValue()
    quote(bytes)
  }

  func value(_ number: Int) {
    beginValue()
    output.write(number)
  }

  func value(_ flag: Bool) {
    beginValue()
    output.write(flag ? "true" : "false")
  }

  /// A number in a form that is JSON already.
  func value(number: String) {
    beginValue()
    output.write(number)
  }

  private func container(_ first: UInt8, _ last: UInt8, _ lines: Bool, _ body: () -> Void) {
    beginValue()
    output.write(byte: first)
    open.append((isEmpty: true, lines: lines))
    body()
    let closed = open.removeLast()
    if closed.lines, !closed.isEmpty { newLine() }
    output.write(byte: last)
    if open.isEmpty { output.write("\n") }
  }

  private func beginValue() {
    if afterKey {
      afterKey = false
      return
    }
    guard let container = open.last else { return }
    if !container.isEmpty { output.write(container.lines ? "," : ", ") }
    if container.lines { newLine() }
    open[open.count - 1].isEmpty = false
  }

  private func newLine() {
    output.write(byte: 0x0A)
    for _ in 0..<open.count { output.write("  ") }
  }

  private func quote(_ bytes: [UInt8]) {
    if isPrintableASCII(bytes), !bytes.contains(where: { $0 == 0x22 || $0 == 0x5C }) {
      output.write("\"")
      output.write(bytes)
      output.write("\"")
      return
    }
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    quoted.reserveCapacity(bytes.count + 2)
    var index = 0
    while index < bytes.count {
      let start = index
      guard let scalar = nextScalar(bytes, &index) else {
        quoted.append(contentsOf: "\u{FFFD}".utf8)
        continue
      }
      switch scalar {
      case "\"": quoted.append(contentsOf: "\\\"".utf8)
      case "\\": quoted.append(contentsOf: "\\\\".utf8)
      case "\n": quoted.append(contentsOf: "\\n".utf8)
      case "\r": quoted.append(contentsOf: "\\r".utf8)
      case "\t": quoted.append(contentsOf: "\\t".utf8)
      default:
        if scalar.isHidden {
          // The value stays exact, and a report that is printed does nothing to the terminal.
          for unit in UTF16.encode(scalar)! {
            quoted.append(contentsOf: "\\u".utf8)
            for shift in [12, 8, 4, 0] {
              quoted.append(hexadecimalDigit(UInt8(truncatingIfNeeded: unit >> shift) & 0x0F))
            }
          }
        } else {
          quoted.append(contentsOf: bytes[start..<index])
        }
      }
    }
    quoted.append(UInt8(ascii: "\""))
    output.write(quoted)
  }
}

extension JSONWriter {
  func member(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  func member(_ name: String, _ bytes: [UInt8]) {
    key(name)
    value(bytes)
  }

  func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// Left out when there is no value: records have no nulls.
  func member(_ name: String, _ text: String?) {
    if let text { member(name, text) }
  }

  func member(_ name: String, _ number: Int?) {
    if let number { member(name, number) }
  }

  func object(_ name: String, lines: Bool = false, _ body: () -> Void) {
    key(name)
    object(lines: lines, body)
  }

  func array(_ name: String, lines: Bool = false, _ body: () -> Void) {
    key(name)
    array(lines: lines, body)
  }
}

/// A text as a JSON string, for callers that write lines of their own.
public func jsonText(_ text: String) -> String {
  let bytes = Output.collect { output in
    JSONWriter(output).value(text)
  }
  return String(decoding: bytes, as: UTF8.self)
}
