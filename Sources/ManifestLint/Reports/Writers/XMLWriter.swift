import YAML

/// Writes XML 1.0 as it goes. What XML has no form for (control characters, invalid UTF-8) is made
/// visible first; markup characters are escaped in attributes and text alike.
final class XMLWriter {
  private let output: Output
  /// Names of the open elements, and whether each has child elements already.
  private var open: [(name: String, hasChildren: Bool)] = []

  init(_ output: Output) {
    self.output = output
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// What a message says, in the language of the report.
  func words(_ message: Message) -> [UInt8] { output.words(message) }

  typealias Attributes = [(name: String, value: [UInt8])]

  func element(_ name: String, _ attributes: Attributes, _ body: () -> Void) {
    startTag(name, attributes)
    output.write(">")
    open.append((name: name, hasChildren: false))
    body()
    let closed = open.removeLast()
    if closed.hasChildren { newLine() }
    output.write("</\(name)>")
    if open.isEmpty { output.write("\n") }
  }

  func element(_ name: String, _ attributes: Attributes) {
    startTag(name, attributes)
    output.write("/>")
  }

  /// An element whose content is lines of text.
  func element(_ name: String, _ attributes: Attributes, lines: [[UInt8]]) {
    startTag(name, attributes)
    output.write(">")
    for (number, line) in lines.enumerated() {
      if number > 0 { output.write("\n") }
      output.write(escapedMarkup(visible(line)))
    }
    output.write("</\(name)>")
  }

  private func startTag(_ name: String, _ attributes: Attributes) {
    if !open.isEmpty {
      open[open.count - 1].hasChildren = true
      newLine()
    }
    output.write("<\(name)")
    for attribute in attributes {
      output.write(" \(attribute.name)=\"")
      output.write(escapedMarkup(visible(attribute.value)))
      output.write("\"")
    }
  }

  private func newLine() {
    output.write("\n")
    for _ in open { output.write("  ") }
  }
}

/// `&`, `<`, `>` and both quotes as references: right in XML and in HTML, text and attributes.
func escapedMarkup(_ text: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  for byte in text {
    switch byte {
    case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): result.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): result.append(contentsOf: "&#39;".utf8)
    default: result.append(byte)
    }
  }
  return result
}
