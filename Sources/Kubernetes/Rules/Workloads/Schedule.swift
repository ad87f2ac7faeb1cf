import YAML

/// When a CronJob runs.
extension ObjectCheck {
  /// validateScheduleFormat (pkg/apis/batch/validation) and the standard parser of robfig/cron.
  mutating func schedule(_ field: Field) {
    let text = field.bytes
    if Bytes.contains(text, "TZ=") {
      // Before 1.29 the server only warned.
      report(
        ObjectRules.cronSchedule, includes(since: 29) ? nil : .warning, at: field,
        "\(shown(field)); cannot use TZ or CRON_TZ in schedule, use timeZone field instead")
      return
    }
    guard let fault = CronSchedule.fault(in: text) else { return }
    report(ObjectRules.cronSchedule, at: field, "\(shown(field)), which cannot be read: \(fault)")
  }

  /// validateTimeZone: a name of the time zone database, spelt as there.
  mutating func timeZone(_ field: Field) {
    let name = field.bytes
    let fault: Message? =
      name.isEmpty
      ? "timeZone must be nil or non-empty string"
      : name.map(Bytes.lowered).elementsEqual("local".utf8)
        ? "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones"
        : TimeZones.contains(name) ? nil : "unknown time zone, see https://www.iana.org/time-zones"
    if let fault { report(ObjectRules.timeZone, at: field, "\(shown(field)); \(fault)") }
  }
}

/// The five fields of a cron schedule, or a descriptor such as `@daily`.
enum CronSchedule {
  /// What the parser says, or nil when it can read the schedule.
  static func fault(in text: ArraySlice<UInt8>) -> Message? {
    if text.first == 0x40 { return descriptorFault(text) }
    let fields = text.split(whereSeparator: Bytes.isSpace)
    guard fields.count == bounds.count else {
      return fields.isEmpty
        ? "empty spec string" : "expected exactly 5 fields, found \(fields.count)"
    }
    for (field, bounds) in zip(fields, bounds) {
      for part in field.split(separator: 0x2C) {
        if let fault = fault(in: part, bounds) { return fault }
      }
    }
    return nil
  }

  struct Bounds: Sendable {
    var low: Int
    var high: Int
    var names: [StaticString] = []
  }

  private static let bounds = [
    Bounds(low: 0, high: 59),
    Bounds(low: 0, high: 23),
    Bounds(low: 1, high: 31),
    Bounds(
      low: 1, high: 12,
      names: [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
      ]),
    // Sunday is 0 alone: 7 is out of range.
    Bounds(low: 0, high: 6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
  ]

  /// `*`, `a` or `a-b`, each optionally with `/step`.
  private static func fault(in part: ArraySlice<UInt8>, _ bounds: Bounds) -> Message? {
    let steps = part.split(separator: 0x2F, omittingEmptySubsequences: false)
    guard steps.count <= 2, let range = steps.first else {
      return "too many slashes: \(String(decoding: part, as: UTF8.self))"
    }
    let ends = range.split(separator: 0x2D, omittingEmptySubsequences: false)
    var low = bounds.low
    var high = bounds.high
    if !Bytes.equal(ends[0], "*"), !Bytes.equal(ends[0], "?") {
      guard let first = number(ends[0], bounds) else { return unread(ends[0]) }
      low = first
      guard ends.count <= 2 else {
        return "too many hyphens: \(String(decoding: part, as: UTF8.self))"
      }
      high = steps.count == 2 ? bounds.high : first
      if ends.count == 2 {
        guard let last = number(ends[1], bounds) else { return unread(ends[1]) }
        high = last
      }
    }
    if steps.count == 2 {
      guard let step = Bytes.number(steps[1]) else { return unread(steps[1]) }
      if step == 0 { return "step of range should be a positive number" }
    }
    if low < bounds.low {
      return "beginning of range (\(low)) below minimum (\(bounds.low))"
    }
    if high > bounds.high { return "end of range (\(high)) above maximum (\(bounds.high))" }
    if low > high { return "beginning of range (\(low)) beyond end of range (\(high))" }
    return nil
  }

  private static func unread(_ text: ArraySlice<UInt8>) -> Message {
    "\"\(String(decoding: text, as: UTF8.self))\" is no number"
  }

  private static func number(_ text: ArraySlice<UInt8>, _ bounds: Bounds) -> Int? {
    if let place = bounds.names.firstIndex(where: { Bytes.equal(text.map(Bytes.lowered)[...], $0) })
    {
      return bounds.low + place
    }
    return Bytes.number(text.first == 0x2B ? text.dropFirst() : text)
  }

  private static let descriptors = Words(
    "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly")

  private static func descriptorFault(_ text: ArraySlice<UInt8>) -> Message? {
    if descriptors.contains(text) { return nil }
    guard Bytes.hasPrefix(text, "@every ") else {
      return "unrecognized descriptor; known are \(descriptors.text) and \"@every DURATION\""
    }
    return Duration.isDuration(text.dropFirst("@every ".utf8.count))
      ? nil : "failed to parse duration; write for instance @every 1h30m"
  }

  /// Durations as Go's time.ParseDuration reads them.
  enum Duration {
    private static let units = Words("ns", "us", "µs", "μs", "ms", "s", "m", "h")

    static func isDuration(_ text: ArraySlice<UInt8>) -> Bool {
      var rest = text
      if rest.first == 0x2D || rest.first == 0x2B { rest.removeFirst() }
      if Bytes.equal(rest, "0") { return true }
      guard !rest.isEmpty else { return false }
      while !rest.isEmpty {
        let number = rest.prefix { Bytes.isDigit($0) || $0 == 0x2E }
        guard number.contains(where: Bytes.isDigit), number.count(where: { $0 == 0x2E }) <= 1
        else { return false }
        rest = rest[number.endIndex...]
        let unit = rest.prefix { !Bytes.isDigit($0) && $0 != 0x2E }
        guard units.contains(unit) else { return false }
        rest = rest[unit.endIndex...]
      }
      return true
    }
  }
}
