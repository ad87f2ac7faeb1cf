import YAML

/// Text from the repository as inline code: markup in it stays text, and GitLab looks in code for
/// neither mentions, references nor quick actions.
func codeSpan(_ text: [UInt8]) -> [UInt8] {
  let shown = visible(text)
  var longest = 0
  var run = 0
  for byte in shown {
    run = byte == UInt8(ascii: "`") ? run + 1 : 0
    longest = max(longest, run)
  }
  let fence = [UInt8](repeating: UInt8(ascii: "`"), count: longest + 1)
  // One blank on each side is taken off again; without them a backtick or a blank of the text would
  // be taken for the fence's.
  let edges: [UInt8?] = [UInt8(ascii: "`"), UInt8(ascii: " ")]
  let needsPadding = shown.isEmpty || edges.contains(shown.first) || edges.contains(shown.last)
  let padding: [UInt8] = needsPadding ? [UInt8(ascii: " ")] : []
  return fence + padding + shown + padding + fence
}

func codeSpan(_ text: String) -> [UInt8] { codeSpan(Array(text.utf8)) }

private let markdownSpecial = Array("\\*_{}[]<>|~$#&@".utf8)

/// Words of our own as Markdown: what would be markup is escaped, except code in backticks.
func markdownProse(_ text: String) -> [UInt8] {
  var result: [UInt8] = []
  for (number, part) in text.utf8.split(
    separator: UInt8(ascii: "`"), omittingEmptySubsequences: false
  )
  .enumerated() {
    if number > 0 { result.append(UInt8(ascii: "`")) }
    if number.isMultiple(of: 2) {
      result += escapedMarkdown(part, special: markdownSpecial)
    } else {
      result += part
    }
  }
  return result
}

private func escapedMarkdown(_ text: some Sequence<UInt8>, special: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  for byte in text {
    if special.contains(byte) { result.append(UInt8(ascii: "\\")) }
    result.append(byte)
  }
  return result
}

/// A message: its words as prose, its values as code.
func markdownMessage(_ message: Message, in language: Translation? = nil) -> [UInt8] {
  var result: [UInt8] = []
  for piece in message.pieces(in: language) {
    switch piece {
    // A message has no markup of its own: backticks in it are plain characters.
    case .text(let text): result += escapedMarkdown(text.utf8, special: markdownSpecial + "`".utf8)
    case .value(let value): result += codeSpan(value)
    }
  }
  return result
}

extension Output {
  /// A block of code as it is; the fence is longer than any in the text.
  func writeFenced(_ text: String, language: String) {
    var longest = 2
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    write("\(fence)\(language)\n\(text)")
    if !text.hasSuffix("\n") { write("\n") }
    write("\(fence)\n")
  }
}
