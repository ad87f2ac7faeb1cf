/// Dates and times as go-yaml takes them: `YYYY-M-D`, alone or with a time of day after `T`, `t` or
/// a blank (yaml-semantics, section 4).
enum Timestamp {
  static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    guard let year = number(&rest, 4...4), skip(&rest, 0x2D),
      let month = number(&rest, 1...2), skip(&rest, 0x2D), let day = number(&rest, 1...2),
      (1...12).contains(month), (1...days(month, year)).contains(day)
    else { return false }
    guard let separator = rest.first else { return true }
    rest.removeFirst()
    guard separator == 0x54 || separator == 0x74 || separator == 0x20,
      let hour = number(&rest, 1...2), hour < 24, skip(&rest, 0x3A),
      let minute = number(&rest, 1...2), minute < 60, skip(&rest, 0x3A),
      let second = number(&rest, 1...2), second < 60
    else { return false }
    if rest.first == 0x2E || rest.first == 0x2C {
      rest.removeFirst()
      guard number(&rest, 1...Int.max) != nil else { return false }
    }
    // With a blank the time is taken as it is, with a letter it needs its zone.
    return separator == 0x20 ? rest.isEmpty : isZone(rest)
  }

  private static func isZone(_ text: ArraySlice<UInt8>) -> Bool {
    if text.elementsEqual([0x5A]) { return true }
    var rest = text
    guard skip(&rest, 0x2B) || skip(&rest, 0x2D), let hours = number(&rest, 2...2), hours <= 24,
      skip(&rest, 0x3A), let minutes = number(&rest, 2...2), minutes <= 60
    else { return false }
    return rest.isEmpty
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, _ lengths: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }.prefix(lengths.upperBound)
    guard digits.count >= lengths.lowerBound else { return nil }
    rest.removeFirst(digits.count)
    return digits.suffix(9).reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private static func skip(_ rest: inout ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }

  private static func days(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
