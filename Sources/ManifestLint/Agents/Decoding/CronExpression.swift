import YAML

/// The standard cron form as the agent's parser takes it (robfig/cron v3, ParseStandard).
enum CronExpression {
  private struct Bounds {
    var name: Message
    var range: ClosedRange<Int>
    var names: [String] = []
  }

  private static let fields = [
    Bounds(name: "minute", range: 0...59),
    Bounds(name: "hour", range: 0...23),
    Bounds(name: "day of month", range: 1...31),
    Bounds(
      name: "month", range: 1...12,
      names: [
        "", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
      ]),
    Bounds(
      name: "day of week", range: 0...6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
  ]

  private static let descriptors = [
    "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly",
  ]

  /// What is wrong with an expression; nil when the parser takes it.
  static func fault(in text: String) -> Message? {
    var rest = text[...]
    if rest.hasPrefix("TZ=") || rest.hasPrefix("CRON_TZ=") {
      guard let blank = rest.firstIndex(of: " ") else { return "nothing follows the time zone" }
      rest = rest[blank...].drop { $0 == " " }
    }
    if rest.hasPrefix("@") {
      if descriptors.contains(String(rest)) { return nil }
      if rest.hasPrefix("@every ") {
        return isGoDuration(rest.dropFirst(7)) ? nil : "\(quoted(rest.dropFirst(7))) is no duration"
      }
      return "\(quoted(rest)) is unknown; there are \(descriptors.joined(separator: ", "))"
    }
    let words = rest.split { $0.isWhitespace }
    guard words.count == fields.count else {
      return
        "it has \(words.count) fields; expected are 5: minute, hour, day of month, month, day of week"
    }
    for (word, bounds) in zip(words, fields) {
      // The parser skips empty parts between commas.
      for part in word.split(separator: ",") {
        if let fault = fault(in: part, bounds) { return fault }
      }
    }
    return nil
  }

  private static func fault(in part: Substring, _ bounds: Bounds) -> Message? {
    let steps = part.split(separator: "/", omittingEmptySubsequences: false)
    let ends = steps[0].split(separator: "-", omittingEmptySubsequences: false)
    let place: Message = "the \(bounds.name) \(quoted(part))"
    guard steps.count <= 2 else { return "\(place) has more than one /" }
    var start = bounds.range.lowerBound
    var end = bounds.range.upperBound
    if ends[0] != "*", ends[0] != "?" {
      guard ends.count <= 2 else { return "\(place) has more than one -" }
      guard let first = number(ends[0], bounds) else { return "\(place) is no number" }
      start = first
      end = first
      if ends.count == 2 {
        guard let last = number(ends[1], bounds) else { return "\(place) is no number" }
        end = last
      }
    }
    if steps.count == 2 {
      guard let step = number(steps[1], nil) else { return "\(place) has a step that is no number" }
      if ends.count == 1 { end = bounds.range.upperBound }
      if step == 0 { return "\(place) has the step 0" }
    }
    guard start >= bounds.range.lowerBound, end <= bounds.range.upperBound else {
      return
        "\(place) is out of range, \(bounds.range.lowerBound) to \(bounds.range.upperBound)"
    }
    return start <= end ? nil : "\(place) ends before it begins"
  }

  /// A number without sign, or a name of three letters.
  private static func number(_ text: Substring, _ bounds: Bounds?) -> Int? {
    if let index = bounds?.names.firstIndex(of: text.lowercased()), !text.isEmpty { return index }
    let digits = text.hasPrefix("+") ? text.dropFirst() : text
    guard (1...9).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(digits)
  }

  /// Go's time.ParseDuration: `1h30m`, `1.5h`.
  private static func isGoDuration(_ text: Substring) -> Bool {
    var rest = text
    if rest.hasPrefix("-") || rest.hasPrefix("+") { rest.removeFirst() }
    if rest == "0" { return true }
    guard !rest.isEmpty else { return false }
    while !rest.isEmpty {
      let number = rest.prefix { ($0.isASCII && $0.isNumber) || $0 == "." }
      guard number.contains(where: { $0 != "." }), number.count(where: { $0 == "." }) <= 1
      else { return false }
      rest = rest.dropFirst(number.count)
      guard let unit = ["ns", "us", "µs", "μs", "ms", "s", "m", "h"].first(where: rest.hasPrefix)
      else { return false }
      rest = rest.dropFirst(unit.count)
    }
    return true
  }
}
