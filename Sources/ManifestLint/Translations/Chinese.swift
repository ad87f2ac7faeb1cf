/// The Chinese catalogue: what is written in the source in English, and what it is in Chinese.
///
/// Each subject is one text: a line in English as it stands in the source, with `{0}`, `{1}`, … for
/// what is interpolated, and below it the line in Chinese; empty lines between the pairs. `\n` is a
/// line end. Nothing is read before Chinese is asked for.
public enum Chinese {
  static let subjects = [
    yaml, manifest, object, agent, project, glob, set, report, command, option,
    yamlRules, manifestRules, objectRules, agentRules, projectRules, globRules, setRules,
  ]

  static let words: [String: String] = {
    var words: [String: String] = [:]
    words.reserveCapacity(2_500)
    for subject in subjects {
      for (english, chinese) in pairs(of: subject) { words[english] = chinese }
    }
    return words
  }()

  /// Everything that is translated, in order.
  public static var pairs: [(english: String, chinese: String)] {
    subjects.flatMap { pairs(of: $0) }
  }

  private static func pairs(of text: String) -> [(english: String, chinese: String)] {
    var pairs: [(english: String, chinese: String)] = []
    var english: String?
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let line = unescaped(line)
      if let first = english {
        pairs.append((english: first, chinese: line))
        english = nil
      } else {
        english = line
      }
    }
    return pairs
  }

  /// `\n` is a line end. A message may begin or end with a blank, which no line of the source can:
  /// a `␣` stands for it.
  private static func unescaped(_ line: Substring.UTF8View) -> String {
    let text = String(Substring(line))
    guard text.utf8.contains(UInt8(ascii: "\\")) || text.unicodeScalars.contains("␣") else {
      return text
    }
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\\", rest.first == "n" {
        rest.removeFirst()
        result += "\n"
      } else if scalar == "␣" {
        result += " "
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
