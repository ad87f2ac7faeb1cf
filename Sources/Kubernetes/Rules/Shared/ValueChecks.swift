import YAML

/// Checks of single values that most kinds need.
///
/// Most fields are absent: for those most asked for that is seen without a call.
extension ObjectCheck {
  /// Whether the field holds something; a finding when it does not.
  @discardableResult
  mutating func required(
    _ field: Field, _ rule: @autoclosure () -> Rule = ObjectRules.requiredValue,
    because reason: @autoclosure () -> Message = ""
  ) -> Bool {
    guard field.isEmpty else { return true }
    report(
      rule(), at: field,
      field.exists ? "is empty, but required\(reason())" : "is required\(reason())")
    return false
  }

  /// The value, when there is one, is one of the words. An empty text counts as none: the server
  /// fills such fields in before it looks.
  @inline(__always)
  mutating func oneOf(
    _ field: Field, _ words: @autoclosure () -> Words,
    _ rule: @autoclosure () -> Rule = ObjectRules.unsupportedValue, emptyIsAbsent: Bool = true
  ) {
    if field.exists { given(field, isOneOf: words(), rule, emptyIsAbsent: emptyIsAbsent) }
  }

  private mutating func given(
    _ field: Field, isOneOf words: Words, _ rule: () -> Rule, emptyIsAbsent: Bool
  ) {
    guard !(emptyIsAbsent && field.isEmpty), !words.contains(field) else { return }
    report(rule(), at: field, "\(shown(field)); supported values: \(words.text)")
  }

  /// Each item of a list is one of the words; null counts as the empty text.
  mutating func eachOneOf(
    _ list: Field, _ words: Words, _ rule: @autoclosure () -> Rule = ObjectRules.unsupportedValue
  ) {
    for item in list.elements where !words.contains(item) {
      report(rule(), at: item, "\(shown(item)); supported values: \(words.text)")
    }
  }

  /// As `oneOf`, for fields that have no default.
  mutating func requiredOneOf(
    _ field: Field, _ words: Words, _ rule: @autoclosure () -> Rule = ObjectRules.unsupportedValue
  ) {
    if field.isEmpty {
      report(
        ObjectRules.requiredValue, at: field, "is required; supported values: \(words.text)")
    } else {
      oneOf(field, words, rule())
    }
  }

  /// The text, when there is one, has the form.
  @inline(__always)
  @discardableResult
  mutating func form(
    _ field: Field, _ form: NameForm, _ rule: @autoclosure () -> Rule = ObjectRules.nameFormat
  ) -> Bool {
    !field.exists || given(field, has: form, rule)
  }

  private mutating func given(_ field: Field, has form: NameForm, _ rule: () -> Rule) -> Bool {
    guard !field.isEmpty, !form.accepts(field) else { return true }
    report(rule(), at: field, "\(shown(field)); it must be \(form.meaning)")
    return false
  }

  @discardableResult
  mutating func requiredForm(
    _ field: Field, _ form: NameForm, _ rule: @autoclosure () -> Rule = ObjectRules.nameFormat
  ) -> Bool {
    required(field) && self.form(field, form, rule())
  }

  /// A number, when there is one, within the bounds.
  @inline(__always)
  mutating func within(
    _ field: Field, _ bounds: ClosedRange<Int64>,
    _ rule: @autoclosure () -> Rule = ObjectRules.numberRange
  ) {
    if field.exists { given(field, isWithin: bounds, rule) }
  }

  private mutating func given(
    _ field: Field, isWithin bounds: ClosedRange<Int64>, _ rule: () -> Rule
  ) {
    guard let number = field.integer, !bounds.contains(number) else { return }
    outOfBounds(field, bounds, rule())
  }

  /// As `within`, where an absent number counts as 0.
  mutating func requiredWithin(
    _ field: Field, _ bounds: ClosedRange<Int64>,
    _ rule: @autoclosure () -> Rule = ObjectRules.numberRange
  ) {
    guard let number = field.integer, !bounds.contains(number) else { return }
    outOfBounds(field, bounds, rule())
  }

  private mutating func outOfBounds(_ field: Field, _ bounds: ClosedRange<Int64>, _ rule: Rule) {
    if bounds.upperBound == .max {
      report(
        rule, at: field, "\(shown(field)); must be greater than or equal to \(bounds.lowerBound)")
    } else {
      report(
        rule, at: field,
        "\(shown(field)); must be between \(bounds.lowerBound) and \(bounds.upperBound), inclusive")
    }
  }

  mutating func notNegative(
    _ first: Field, _ second: Field? = nil, _ third: Field? = nil, _ fourth: Field? = nil
  ) {
    within(first, 0...Int64.max)
    if let second { within(second, 0...Int64.max) }
    if let third { within(third, 0...Int64.max) }
    if let fourth { within(fourth, 0...Int64.max) }
  }

  mutating func positive(_ field: Field) { within(field, 1...Int64.max) }

  @inline(__always)
  mutating func forbidden(_ field: Field, _ reason: @autoclosure () -> Message) {
    guard field.exists else { return }
    report(ObjectRules.forbiddenField, at: field, "may not be set\(reason()); take it out")
  }

  mutating func noLongerThan(
    _ limit: Int, _ field: Field, _ rule: @autoclosure () -> Rule = ObjectRules.tooLong
  ) {
    guard field.byteCount > limit else { return }
    report(rule(), at: field, "has \(field.byteCount) bytes; may not be more than \(limit) bytes")
  }

  mutating func noMoreThan(_ limit: Int, in field: Field) {
    guard field.size > limit else { return }
    report(ObjectRules.tooLong, at: field, "has \(field.size) items; must have at most \(limit)")
  }

  /// Each text stands once; the second of two alike is reported.
  mutating func unique(_ fields: some Sequence<Field>, _ what: @autoclosure () -> Message = "value")
  {
    var seen = TextSet()
    for field in fields where !field.isEmpty && !seen.insert(field) {
      duplicate(field, what())
    }
  }

  mutating func duplicate(_ field: Field, _ what: @autoclosure () -> Message = "value") {
    report(
      ObjectRules.duplicateValue, at: field,
      "\(shown(field)), the same \(what()) as one before it; each may stand only once")
  }

  /// Exactly one member of a union is given. They are looked at in the server's order.
  mutating func exactlyOne(
    _ first: Field, _ second: Field, _ third: Field? = nil, _ fourth: Field? = nil,
    _ fifth: Field? = nil, of parent: Field, _ rule: @autoclosure () -> Rule,
    _ names: @autoclosure () -> Message,
    noneIsAllowed: Bool = false
  ) {
    var isFound = false
    func look(_ alternative: Field?, _ check: inout ObjectCheck) {
      guard let alternative, alternative.exists else { return }
      if isFound {
        check.report(
          rule(), at: alternative, "is given beside another; keep exactly one of \(names())")
      }
      isFound = true
    }
    look(first, &self)
    look(second, &self)
    look(third, &self)
    look(fourth, &self)
    look(fifth, &self)
    if !isFound, !noneIsAllowed {
      report(rule(), at: parent, "names none of \(names()); write exactly one of them")
    }
  }

  /// A whole number that is not negative, or a percentage.
  mutating func countOrPercent(_ field: Field, upTo100: Bool = false) {
    guard field.exists else { return }
    if field.isText {
      guard form(field, .percent, ObjectRules.percentage), upTo100,
        amount(field) > 100
      else { return }
      report(ObjectRules.percentage, at: field, "\(shown(field)); must not be greater than 100%")
    } else {
      within(field, 0...Int64.max)
    }
  }

  /// The number of a count or a percentage; 0 when it is none.
  func amount(_ field: Field) -> Int64 {
    guard field.isText else { return field.integer ?? 0 }
    return field.withText { text in
      let isPercent = !text.isEmpty && text[text.count - 1] == 0x25
      return Int64(Bytes.number(text.extracting(0..<text.count - (isPercent ? 1 : 0))) ?? 0)
    }
  }

  /// A path below some folder: relative, without `..`.
  mutating func pathInside(_ field: Field) {
    if field.hasPrefix("/") {
      report(ObjectRules.pathFormat, at: field, "\(shown(field)); must be a relative path")
    }
    noParentSegments(field)
  }

  mutating func noParentSegments(_ field: Field) {
    guard field.withText(Self.hasParentSegment) else { return }
    report(ObjectRules.pathFormat, at: field, "\(shown(field)); must not contain '..'")
  }

  private static func hasParentSegment(_ path: Span<UInt8>) -> Bool {
    var start = 0
    for index in 0...path.count where index == path.count || path[index] == 0x2F {
      if index - start == 2, path[start] == 0x2E, path[start + 1] == 0x2E { return true }
      start = index + 1
    }
    return false
  }
}
