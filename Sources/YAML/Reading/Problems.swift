/// What is found wrong behind the syntax, and in JSON, as diagnostics.
extension ProblemList {
  enum Problem {
    case unknownAlias(name: String)
    case recursiveAlias(name: String)
    case excessiveAliases
    case collectionKey(isTemplate: Bool)
    case nullKey, largeKey, notFinite
    case mergeValue
    case badBinary
    case tagMismatch(TagKind, [UInt8])
    case badSeparator(rest: String)
    case invalidUTF8
    case control(UInt32)
    case utf16
  }

  mutating func add(_ problem: Problem, at range: SourceRange) {
    let (rule, message): (Rule, Message) =
      switch problem {
      case .unknownAlias(let name):
        (
          YAMLRules.unknownAnchor,
          "unknown anchor '\(name)' referenced: no \"&\(name)\" stands before it in this document; quote the value when \"*\" is text"
        )
      case .recursiveAlias(let name):
        (
          YAMLRules.recursiveAlias,
          "anchor '\(name)' value contains itself: the alias stands inside the node that it stands for"
        )
      case .excessiveAliases:
        (YAMLRules.aliasExpansion, "document contains excessive aliasing; write the parts out")
      case .collectionKey(let isTemplate):
        (
          YAMLRules.keyKind,
          isTemplate
            ? "invalid map key: an unquoted {{ template }} is a mapping as the key of a mapping; the agent does not render templates"
            : "invalid map key: a key is a text, a number or a boolean, not a mapping or list"
        )
      case .nullKey:
        (YAMLRules.keyKind, "unsupported map key: the key is null; quote it when it is a text")
      case .largeKey:
        (
          YAMLRules.keyKind,
          "unsupported map key: the number is greater than 9223372036854775807; quote it"
        )
      case .notFinite: (YAMLRules.notFinite, "unsupported value: JSON has no infinity and no NaN")
      case .mergeValue:
        (
          YAMLRules.mergeValue,
          "map merge requires map or sequence of maps as the value of \"<<\""
        )
      case .badBinary:
        (YAMLRules.tagValue, "!!binary value contains invalid base64 data")
      case .tagMismatch(let kind, let text):
        (YAMLRules.tagValue, "cannot decode \(Excerpt.quoted(text)) as a \(kind.tagName)")
      case .badSeparator(let rest):
        (
          YAMLRules.documentSeparator,
          "invalid Yaml document separator: \(rest) behind \"---\"; put it on the next line"
        )
      case .invalidUTF8:
        (YAMLRules.character, "a byte that is no UTF-8; save the file as UTF-8")
      case .control(let value):
        (
          YAMLRules.character,
          "control characters are not allowed: U+\(Self.hexadecimal(value)); remove it, or write it as an escape in double quotes"
        )
      case .utf16: (YAMLRules.character, "incomplete UTF-16 character; save the file as UTF-8")
      }
    add(Diagnostic(rule, at: range, message, document: document))
  }

  mutating func add(_ check: CharacterCheck, _ source: Span<UInt8>) {
    for (problem, place) in check.problems {
      let character = CharacterCheck.decode(source, Int(place.start), Int(place.end))
      add(problem == .control ? .control(character?.0 ?? 0) : .invalidUTF8, at: place)
    }
  }

  static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  mutating func add(_ failure: JSONWriter.Failure, _ tree: Tree) {
    let problem: Problem =
      switch failure.problem {
      case .notFinite: .notFinite
      case .nullKey: .nullKey
      case .largeKey: .largeKey
      case .collectionKey: .collectionKey(isTemplate: false)
      }
    add(problem, at: tree[failure.node].range)
  }

  // MARK: JSON

  mutating func add(_ failure: JSONReader.Failure, _ source: Span<UInt8>) {
    let offset = min(failure.offset, source.count)
    let range = SourceRange(offset..<min(offset + 1, source.count))
    if failure.problem == .tooDeep {
      add(Diagnostic(YAMLRules.tooDeep, at: range, "exceeded max depth", document: document))
      return
    }
    let found: Message =
      offset < source.count
      ? "\(Excerpt.quoted(source, Excerpt.restOfLine(source, offset)))" : "the end of the file"
    let expected: Message =
      switch failure.problem {
      case .valueExpected: "a value is expected before \(found)"
      case .keyExpected: "a key in double quotes is expected before \(found)"
      case .colonExpected: "a colon is expected before \(found)"
      case .separatorExpected: "a comma or the closing bracket is expected before \(found)"
      case .badLiteral: "\(found) is none of true, false, null"
      case .badNumber: "\(found) begins with no JSON number"
      case .badEscape: "\(found) begins with no JSON escape"
      case .controlCharacter: "a control character in a string; write it as an escape"
      case .unclosedString: "the string is never closed"
      case .unexpectedEnd, .tooDeep: "the file ends inside a value"
      }
    add(
      Diagnostic(
        YAMLRules.jsonSyntax, at: range,
        "the file is read as JSON because it begins with \"{\", and \(expected)",
        document: document))
  }
}

extension TagKind {
  /// As people write it.
  var tagName: String {
    switch self {
    case .null: "!!null"
    case .bool: "!!bool"
    case .integer: "!!int"
    case .float: "!!float"
    case .string: "!!str"
    case .timestamp: "!!timestamp"
    case .binary: "!!binary"
    case .merge: "!!merge"
    case .nonSpecific, .custom: "!"
    }
  }
}
