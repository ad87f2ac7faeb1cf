import Foundation

/// The string literals of Swift source: what each says, with `{0}`, `{1}`, … for interpolations, as
/// `Message` numbers them.
struct SourceLiterals {
  struct Literal {
    var text: String
    /// Scalars before it.
    var offset: Int
    /// The code before it on its line and the one above, by which its use can be told.
    var before: String
  }

  private let source: [Unicode.Scalar]
  private(set) var literals: [Literal] = []

  init(of text: String) {
    source = Array(text.unicodeScalars)
    _ = code(0, endsAtParenthesis: false)
  }

  /// All literals under `Sources`, by file.
  static func all(of package: URL) throws -> [(file: String, literals: [Literal])] {
    let root = package.appending(path: "Sources")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map { name in
        let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
        return (name, SourceLiterals(of: text).literals)
      }
  }

  private func starts(_ word: String, at index: Int) -> Bool {
    index + word.count <= source.count
      && source[index..<index + word.count].elementsEqual(word.unicodeScalars)
  }

  /// Goes over code to its end, or to the parenthesis that closes an interpolation.
  private mutating func code(_ start: Int, endsAtParenthesis: Bool) -> Int {
    var index = start
    var depth = 0
    while index < source.count {
      if starts("//", at: index) {
        while index < source.count, source[index] != "\n" { index += 1 }
        continue
      }
      if starts("/*", at: index) {
        var level = 0
        repeat {
          if starts("/*", at: index) {
            level += 1
            index += 2
          } else if starts("*/", at: index) {
            level -= 1
            index += 2
          } else {
            index += 1
          }
        } while level > 0 && index < source.count
        continue
      }
      var fence = 0
      while index + fence < source.count, source[index + fence] == "#" { fence += 1 }
      if index + fence < source.count, source[index + fence] == "\"" {
        index = literal(index, fence)
        continue
      }
      if endsAtParenthesis {
        if source[index] == "(" { depth += 1 }
        if source[index] == ")" {
          if depth == 0 { return index + 1 }
          depth -= 1
        }
      }
      index += max(1, fence)
    }
    return index
  }

  private mutating func literal(_ start: Int, _ fence: Int) -> Int {
    let hashes = String(repeating: "#", count: fence)
    var index = start + fence
    // Three quotes begin a text of several lines only when the line ends behind them.
    var after = index + 3
    while after < source.count, source[after] == " " { after += 1 }
    let isLong = starts("\"\"\"", at: index) && after < source.count && source[after] == "\n"
    let quote = isLong ? "\"\"\"" : "\""
    index = isLong ? after + 1 : index + 1
    let number = literals.count
    literals.append(Literal(text: "", offset: start, before: text(max(0, start - 60)..<start)))
    /// Lines of a long text, each with whether it goes on without a line end.
    var lines: [(text: String, isJoined: Bool)] = [("", false)]
    var places = 0
    while index < source.count, !starts(quote + hashes, at: index) {
      if starts("\\" + hashes, at: index) {
        index += 1 + fence
        switch source[index] {
        case "(":
          lines[lines.count - 1].text += "{\(places)}"
          places += 1
          index = code(index + 1, endsAtParenthesis: true)
          continue
        case "n": lines[lines.count - 1].text += "\u{E000}"
        case "t": lines[lines.count - 1].text += "\t"
        case "r": lines[lines.count - 1].text += "\r"
        case "0": lines[lines.count - 1].text += "\0"
        case "u":
          let close = source[index...].firstIndex(of: "}") ?? index
          let code = UInt32(text((index + 2)..<close), radix: 16) ?? 0
          lines[lines.count - 1].text.unicodeScalars.append(Unicode.Scalar(code) ?? "?")
          index = close
        case "\n": lines.append(("", true))
        default: lines[lines.count - 1].text.unicodeScalars.append(source[index])
        }
        index += 1
        continue
      }
      if source[index] == "\n" {
        lines.append(("", false))
      } else {
        lines[lines.count - 1].text.unicodeScalars.append(source[index])
      }
      index += 1
    }
    var result = lines[0].text
    if isLong {
      let indentation = lines[lines.count - 1].text.count
      result = ""
      for (position, line) in lines.dropLast().enumerated() {
        if position > 0, !line.isJoined { result += "\n" }
        result += line.text.dropFirst(min(indentation, line.text.prefix { $0 == " " }.count))
      }
    }
    literals[number].text = result.replacingOccurrences(of: "\u{E000}", with: "\n")
    return index + quote.count + fence
  }

  private func text(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: source[range])
    return text
  }
}
