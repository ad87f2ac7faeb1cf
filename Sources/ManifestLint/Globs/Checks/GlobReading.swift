import YAML

/// What a pattern's own text tells, before any path is held against it: what is malformed, and what
/// the matcher reads otherwise than people mean it.
struct GlobReading {
  /// A malformed part. The matcher reports it only when a path leads it there.
  struct Fault {
    /// Where it begins, in bytes.
    var offset: Int
    var message: Message
    /// The whole pattern as it was probably meant.
    var suggestion: [UInt8]?
  }

  /// The first malformed part.
  private(set) var fault: Fault?
  /// Classes that begin with `!`, from `[` to behind `]`.
  private(set) var exclamationClasses: [Range<Int>] = []
  /// Runs of two and more `*` that are not a whole component, with the place of the group whose
  /// alternative they begin, if they begin one.
  private(set) var plainStars: [(run: Range<Int>, group: Int?)] = []
  /// The `/` that parts no components because a `\` stands before it.
  private(set) var escapedSlash: Int?

  private let pattern: [UInt8]
  private let braces: Braces

  init(_ pattern: [UInt8]) {
    self.pattern = pattern
    braces = Braces(pattern)
    read()
  }

  private mutating func read() {
    var position = 0
    var componentStart = 0
    var open: [Int] = []
    while position < pattern.count {
      switch pattern[position] {
      case .backslash:
        guard position + 1 < pattern.count else {
          return note(
            position, "the `\\` at the end quotes nothing", Array(pattern.dropLast()))
        }
        if pattern[position + 1] == .slash, escapedSlash == nil { escapedSlash = position + 1 }
        position += 2
      case .openBracket:
        guard let end = readClass(position) else { return }
        position = end
      case .openBrace:
        let end = Int(braces.closing[position])
        guard end >= 0 else {
          return note(
            position, "the `{` is never closed; write `\\{` for the character itself", nil)
        }
        if position > componentStart, braces.hasSlash(position..<end) {
          return note(
            position,
            """
            a group with `/` in it stands behind other characters of a component; write one glob \
            for each alternative
            """, nil)
        }
        open.append(position)
        position += 1
      case .closeBrace:
        if let last = open.last, Int(braces.closing[last]) == position { open.removeLast() }
        position += 1
      case .slash:
        position += 1
        if open.isEmpty { componentStart = position }
      case .star:
        let end = pattern[position...].firstIndex { $0 != .star } ?? pattern.count
        if end - position > 1 { readStars(position..<end, group: open.last) }
        position = end
      default: position += 1
      }
    }
  }

  private mutating func note(_ offset: Int, _ message: Message, _ suggestion: [UInt8]?) {
    fault = Fault(offset: offset, message: message, suggestion: suggestion)
  }

  /// The place behind the class that begins here; nil when it is malformed.
  private mutating func readClass(_ start: Int) -> Int? {
    let content = pattern[(start + 1)...]
    guard
      let end = content.indices.first(where: {
        pattern[$0] == .closeBracket && ($0 == start + 1 || pattern[$0 - 1] != .backslash)
      })
    else {
      note(
        start, "the `[` is never closed; write `\\[` for the character itself",
        pattern[..<start] + [.backslash] + pattern[start...])
      return nil
    }
    if end == start + 1 {
      note(start, "the class `[]` is empty; write `\\[` or `\\]` for a bracket itself", nil)
      return nil
    }
    guard CharacterClass(Array(pattern[(start + 1)..<end])) != nil else {
      note(
        start,
        """
        the class `\(text(start..<end + 1))` has a `-` that is no range's, or a `\\` that quotes \
        nothing; write `\\-` for a hyphen itself
        """, quotingHyphens(in: start + 1..<end))
      return nil
    }
    if pattern[start + 1] == UInt8(ascii: "!") { exclamationClasses.append(start..<end + 1) }
    return end + 1
  }

  /// The pattern with the hyphens at both ends of a class quoted.
  private func quotingHyphens(in content: Range<Int>) -> [UInt8]? {
    let hyphen = UInt8(ascii: "-")
    var first = content.lowerBound
    if pattern[first] == UInt8(ascii: "^") { first += 1 }
    var inside = Array(pattern[first..<content.upperBound])
    if inside.last == hyphen { inside.insert(.backslash, at: inside.count - 1) }
    if inside.first == hyphen { inside.insert(.backslash, at: 0) }
    guard CharacterClass(pattern[content.lowerBound..<first] + inside) != nil else { return nil }
    return pattern[..<first] + inside + pattern[content.upperBound...]
  }

  private mutating func readStars(_ run: Range<Int>, group: Int?) {
    let before = run.lowerBound == 0 ? nil : pattern[run.lowerBound - 1]
    let behind = run.upperBound == pattern.count ? nil : pattern[run.upperBound]
    let endsComponent =
      behind == nil || behind == .slash
      || group != nil && (behind == .comma || behind == .closeBrace)
    if run.count == 2, endsComponent, before == nil || before == .slash { return }
    let beginsAlternative = group != nil && (before == .openBrace || before == .comma)
    plainStars.append((run, beginsAlternative ? group : nil))
  }

  func text(_ range: Range<Int>) -> String { String(decoding: pattern[range], as: UTF8.self) }

  // MARK: What was meant

  /// The pattern with `[^…]` for each `[!…]`.
  var withCarets: [UInt8] {
    var mended = pattern
    for range in exclamationClasses { mended[range.lowerBound + 1] = UInt8(ascii: "^") }
    return mended
  }

  /// The pattern with the first `**` made a component of its own: `**.yaml` becomes `**/*.yaml`,
  /// `a**/b` becomes `a*/**/b`, `{**/,}x` becomes `**/x`. Nil where no such form is sure.
  var withWholeStars: [UInt8]? {
    guard let (run, group) = plainStars.first else { return nil }
    if let group {
      let end = Int(braces.closing[group])
      let inside = text(group + 1..<end)
      guard inside == "**/," || inside == ",**/", group == 0 || pattern[group - 1] == .slash else {
        return nil
      }
      return pattern[..<group] + [.star, .star, .slash] + pattern[(end + 1)...]
    }
    guard !pattern[..<run.lowerBound].contains(.openBrace) else { return nil }
    let stars: [UInt8] = [.star, .star]
    let isFirst = run.lowerBound == 0 || pattern[run.lowerBound - 1] == .slash
    let isLast = run.upperBound == pattern.count || pattern[run.upperBound] == .slash
    return pattern[..<run.lowerBound] + (isFirst ? stars : [.star, .slash] + stars)
      + (isLast ? [] : [.slash, .star]) + pattern[run.upperBound...]
  }

  /// The pattern without what keeps it from matching any path of a repository: blanks at its ends,
  /// empty components, `.`; with everything below the directory in place of a `/` at its end. Nil
  /// when nothing of that is in it.
  var withoutOddities: [UInt8]? {
    let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n")]
    var text = pattern[...]
    while let first = text.first, blanks.contains(first) { text.removeFirst() }
    while let last = text.last, blanks.contains(last) { text.removeLast() }
    let isRooted = text.first == .slash
    if isRooted { text.removeFirst() }
    let components = text.split(separator: .slash, omittingEmptySubsequences: false)
    guard !text.isEmpty, !components.contains([.dot, .dot]) else { return nil }
    var kept = components.filter { !$0.isEmpty && $0 != [.dot] }
    if components.last == [] || components.last == [.dot] {
      if kept.last != [.star, .star] { kept.append([.star, .star]) }
      kept.append(Array("*.{yaml,yml,json}".utf8)[...])
    }
    let mended = (isRooted ? [.slash] : []) + kept.joined(separator: [.slash])
    return mended == pattern ? nil : mended
  }
}
