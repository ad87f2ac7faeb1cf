import YAML

/// A text for a message: in quotes, control characters escaped, cut when it is long. A credential
/// is never shown.
func quoted(_ text: some StringProtocol) -> String {
  if Credential.isContained(in: text) { return "\"[hidden]\"" }
  var result = "\""
  var count = 0
  for scalar in text.unicodeScalars {
    count += 1
    if count > 120 {
      result += "…"
      break
    }
    switch scalar {
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    default:
      if scalar.value < 0x20 || scalar.value == 0x7F {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + "\""
}

func quoted(_ bytes: ArraySlice<UInt8>) -> String {
  quoted(String(decoding: bytes.prefix(600), as: UTF8.self))
}

/// `"a", "b" or "c"`.
func alternatives(_ values: [String]) -> Message { .oneOf(values.map { quoted($0) }) }

func didYouMean(_ name: String?) -> Message {
  guard let name else { return "" }
  return "; did you mean \(quoted(name))?"
}

extension Tree {
  func resolvesToNull(_ node: NodeID) -> Bool {
    let target = target(node)
    return self[target].kind == .scalar && resolved(target) == .null
  }

  /// The scalar as it stands in the file, without quotes.
  func written(_ node: NodeID) -> String { text(target(node)) }

  /// The scalar's text for an example in a message.
  func shown(_ node: NodeID) -> String {
    let text = quoted(written(node))
    return String(text.dropFirst().dropLast())
  }

  /// What a node is, with its value when it is short.
  func described(_ node: NodeID) -> Message {
    let target = target(node)
    switch self[target].kind {
    case .mapping: return self[target].next == target.index + 1 ? "an empty mapping" : "a mapping"
    case .sequence: return self[target].next == target.index + 1 ? "an empty list" : "a list"
    case .alias: return "an alias"
    case .scalar:
      switch resolved(target) {
      case .null: return "null"
      case .bool(let value):
        let word = written(target)
        let name = value ? "true" : "false"
        return word == name ? "\(word)" : "\(name) (\(quoted(word)))"
      case .integer(let value):
        let word = written(target)
        return word == String(value)
          ? "the number \(word)" : "the number \(value) (\(quoted(word)))"
      case .unsigned, .float: return "the number \(shown(target))"
      case .string: return "the text \(quoted(written(target)))"
      }
    }
  }

  /// Puts a plain scalar in quotes.
  func quoting(_ node: NodeID) -> Diagnostic.Fix { replacing(node, by: "\"\(written(node))\"") }

  /// Writes another scalar in the place of one.
  func replacing(_ node: NodeID, by text: String) -> Diagnostic.Fix {
    Diagnostic.Fix(edits: [.init(range: self[target(node)].range, replacement: text)])
  }
}

/// Texts that open doors.
enum Credential {
  /// How tokens of GitLab, GitHub and AWS, JSON web tokens and private keys begin.
  private static let beginnings = [
    "glpat-", "glagent-", "gldt-", "glrt-", "glcbt-", "glptt-", "glsoat-", "glft-", "ghp_",
    "github_pat_", "AKIA", "eyJhbGciOi", "-----BEGIN ",
  ].map { Array($0.utf8) }

  static func isContained(in text: some StringProtocol) -> Bool {
    isContained(in: Array(text.utf8)[...])
  }

  static func isContained(in text: ArraySlice<UInt8>) -> Bool {
    // The shortest token has its beginning and 16 characters.
    guard text.count > 20 else { return false }
    var rest = text
    while let first = rest.first {
      if first == 0x67 || first == 0x41 || first == 0x65 || first == 0x2D,
        beginnings.contains(where: { rest.starts(with: $0) && rest.count >= $0.count + 10 })
      {
        return true
      }
      rest.removeFirst()
    }
    return false
  }
}
