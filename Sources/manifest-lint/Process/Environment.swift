internal import GitAccess
internal import Glibc
internal import ManifestLint
internal import YAML

/// What the process was given: read once, at start, so that everything below is a function of values.
struct Environment {
  /// The words after the program's name.
  let words: [[UInt8]]
  /// The variables that anything here looks at.
  let variables: [String: [UInt8]]
  let currentDirectory: [UInt8]
  let isTerminal: (output: Bool, error: Bool)

  static func current() -> Environment {
    var words: [[UInt8]] = []
    for number in 1..<max(1, Int(CommandLine.argc)) {
      guard let word = CommandLine.unsafeArgv[number] else { continue }
      words.append(bytes(word))
    }
    var variables: [String: [UInt8]] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = bytes(entry)
      if let equals = text.firstIndex(of: UInt8(ascii: "=")) {
        variables[String(decoding: text[..<equals], as: UTF8.self)] = Array(text[(equals + 1)...])
      }
      next += 1
    }
    var directory: [UInt8] = Array("/".utf8)
    if let path = getcwd(nil, 0) {
      directory = bytes(path)
      free(path)
    }
    return Environment(
      words: words, variables: variables, currentDirectory: directory,
      isTerminal: (isatty(1) == 1, isatty(2) == 1))
  }

  /// The language for messages that are told before the command line is understood, and for help: as
  /// `--lang` says, else as the locale does.
  var language: Translation? { (namedLanguage ?? localeLanguage).translation }

  /// The first of the usual variables that is set says it.
  var localeLanguage: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let locale = text(name) { return Language(locale: locale) }
    }
    return .english
  }

  private var namedLanguage: Language? {
    var name = text("MANIFEST_LINT_LANG")
    for (index, word) in words.enumerated() {
      let word = String(decoding: word, as: UTF8.self)
      if word.hasPrefix("--lang=") { name = String(word.dropFirst("--lang=".count)) }
      if word == "--lang", index + 1 < words.count {
        name = String(decoding: words[index + 1], as: UTF8.self)
      }
    }
    return name.flatMap(Language.init(rawValue:))
  }

  /// Nil when unset or empty.
  func text(_ name: String) -> String? {
    guard let value = variables[name], !value.isEmpty else { return nil }
    return String(decoding: value, as: UTF8.self)
  }

  func absolute(_ path: [UInt8]) -> [UInt8] {
    path.first == UInt8(ascii: "/") ? path : currentDirectory + [UInt8(ascii: "/")] + path
  }

  private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }
}
