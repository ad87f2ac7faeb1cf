internal import GitAccess
internal import YAML

/// The words of a command line, sorted into options and operands. Values stay bytes: a path need not
/// be UTF-8.
struct Arguments {
  var values: [Option: [[UInt8]]] = [:]
  private(set) var operands: [[UInt8]] = []

  /// Options may stand before or after operands; `--` ends them. `--name value` and `--name=value`
  /// are the same.
  ///
  /// - Parameter allowed: the options of the command.
  init(_ words: some Collection<[UInt8]>, allowed: [Option]) throws(UsageError) {
    var words = Array(words)[...]
    var isOpen = true
    while let word = words.popFirst() {
      guard isOpen, word.first == UInt8(ascii: "-"), word.count > 1 else {
        operands.append(word)
        continue
      }
      if word == Array("--".utf8) {
        isOpen = false
        continue
      }
      var name = word.drop { $0 == UInt8(ascii: "-") }
      let option: Option
      var value: [UInt8]?
      if word.starts(with: "--".utf8) {
        if let equals = name.firstIndex(of: UInt8(ascii: "=")) {
          value = Array(name[(equals + 1)...])
          name = name[..<equals]
        }
        let text = String(decoding: name, as: UTF8.self)
        guard let found = allowed.first(where: { $0.name == text }) else {
          throw UsageError.unknownOption("--" + text, among: allowed)
        }
        option = found
      } else {
        let text = String(decoding: name, as: UTF8.self)
        guard let found = allowed.first(where: { $0.short.map(String.init) == text }) else {
          throw UsageError.unknownOption("-" + text, among: allowed)
        }
        option = found
      }
      if let placeholder = option.placeholder {
        guard let given = value ?? words.popFirst() else {
          throw UsageError(
            "--\(option.name) needs a value: --\(option.name) \(placeholder)")
        }
        value = given
      } else if value != nil {
        throw UsageError("--\(option.name) takes no value")
      }
      set(option, value ?? [])
    }
  }

  private mutating func set(_ option: Option, _ value: [UInt8]) {
    if option.isRepeatable {
      values[option, default: []].append(value)
    } else {
      values[option] = [value]
    }
  }

  /// Puts values of a lower rank below those that are here: they count only where the command line
  /// is silent. Those of repeatable options stand before the command line's own.
  mutating func underlay(_ lower: [Option: [[UInt8]]]) {
    for (option, given) in lower {
      if option.isRepeatable {
        values[option] = given + (values[option] ?? [])
      } else if values[option] == nil {
        values[option] = given
      }
    }
  }

  func has(_ option: Option) -> Bool { values[option] != nil }
  func bytes(_ option: Option) -> [UInt8]? { values[option]?.last }
  func all(_ option: Option) -> [[UInt8]] { values[option] ?? [] }

  func text(_ option: Option) -> String? {
    bytes(option).map { String(decoding: $0, as: UTF8.self) }
  }

  /// One of a few words.
  func choice<Value>(_ option: Option, _ read: (String) -> Value?) throws(UsageError) -> Value? {
    guard let text = text(option) else { return nil }
    guard let value = read(text) else {
      let words = (option.placeholder ?? "").split(separator: "|").map(String.init)
      throw UsageError(
        "--\(option.name) '\(printable(text.utf8))' is not understood; write \(option.placeholder ?? "")\(nearest(to: text, among: words))"
      )
    }
    return value
  }

  func number(_ option: Option, _ range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = text(option) else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw UsageError(
        "--\(option.name) '\(printable(text.utf8))' is no number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return value
  }

  /// Refuses operands where a command takes none, or more than it takes.
  func operands(atMost most: Int) throws(UsageError) {
    if operands.count > most {
      let word = printable(operands[most])
      throw UsageError("'\(word)' is one word too many")
    }
  }
}

/// The command line or the settings ask for something that there is not: exit status 2.
struct UsageError: Error {
  var message: Message

  init(_ message: Message) { self.message = message }

  static func unknownOption(_ word: String, among options: [Option]) -> UsageError {
    let names = options.map { "--" + $0.name }
    return UsageError("unknown option '\(printable(word.utf8))'\(nearest(to: word, among: names))")
  }
}

/// `; did you mean …?`, when one of the names is that near.
func nearest(to word: String, among names: some Sequence<String>) -> Message {
  NearestName.of(word, among: names).map { "; did you mean \($0)?" } ?? ""
}
