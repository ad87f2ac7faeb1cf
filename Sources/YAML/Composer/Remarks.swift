/// What the agent takes in another way than it looks (yaml-semantics, section 11), found while the
/// nodes are written.
extension Composer {
  mutating func remark(_ rule: Rule, _ node: UInt32, _ message: Message) {
    problems.add(
      Diagnostic(
        rule, at: builder.nodes[Int(node)].range, message, document: problems.document))
  }

  // MARK: Values

  /// Looks at a plain value that begins like a number or a word of YAML.
  mutating func inspectValue(_ node: UInt32, _ source: Span<UInt8>) {
    guard Self.needsLook(source, builder.nodes[Int(node)].text.bytes) else { return }
    let text = text(node, source)
    switch PlainScalar.resolve(text[...]) {
    case .null: break
    case .bool(let value):
      remark(
        YAMLRules.wordBoolean, node,
        "\(Excerpt.quoted(text)) is the boolean \(value ? "true" : "false"); write that, or quote the word"
      )
    case .integer(let value): inspectInteger(node, text, "\(value)", value.magnitude, source)
    case .unsigned(let value): inspectInteger(node, text, "\(value)", value, source)
    case .float(let value):
      guard value.isFinite else {
        withoutJSON.append((problems.document ?? 0, NodeID(node)))
        return
      }
      inspectFloat(node, text, value, source)
    case .string:
      if Self.isSexagesimal(text) {
        remark(
          YAMLRules.sexagesimal, node,
          "other readers take \(Excerpt.quoted(text)) for a number to base 60; quote it")
      }
    }
  }

  /// Whether there may be something to tell of a plain value. Most are long words, usual numbers,
  /// `true` or `false`, and need no resolving.
  static func needsLook(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let first = source[range.lowerBound]
    guard ByteClass.startsNoText(first), range.count <= 1000 else { return false }
    if first < 0x3A {
      return !isHarmlessNumber(source, range) && mayBeNumber(source, range)
    }
    // The only words so long that begin with t or f.
    let isTrueOrFalse = range.count >= 4 && (first | 0x20 == 0x74 || first | 0x20 == 0x66)
    return !isTrueOrFalse && PlainScalar.isWord(source, range)
  }

  /// Decimal digits without leading zeros, below 2^53.
  private static func isHarmlessNumber(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count < 16 else { return false }
    var start = range.lowerBound
    if source[start] == 0x2D { start += 1 }
    guard start < range.upperBound, source[start] != 0x30 || range.upperBound - start == 1 else {
      return false
    }
    for offset in start..<range.upperBound where source[offset] &- 0x30 > 9 { return false }
    return true
  }

  /// Only characters of numbers, or of a sexagesimal; `100m` and `1Gi` have others.
  private static func mayBeNumber(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    // Digits to base 16, the signs of a base, `inf`, `nan` and `_`.
    let letters: UInt32 =
      0b111_1110 | 1 << 9 | 1 << 14 | 1 << 15 | 1 << 24 | 1 << 31
    var points = 0
    for offset in range {
      let byte = source[offset]
      if byte >= 0x40 {
        if byte >= 0x80 || letters & (1 << UInt32(byte & 31)) == 0 { return false }
      } else if byte == 0x2E {
        points += 1
      } else if byte &- 0x30 > 10 && byte != 0x2B && byte != 0x2D {
        return false
      }
    }
    return points < 2
  }

  private mutating func inspectInteger(
    _ node: UInt32, _ text: [UInt8], _ value: String, _ magnitude: UInt64,
    _ source: Span<UInt8>
  ) {
    let digits = text.first == 0x2D || text.first == 0x2B ? text.dropFirst() : text[...]
    if text.contains(0x5F) {
      remark(
        YAMLRules.numberChanged, node,
        "\(Excerpt.quoted(text)) is the number \(value): \"_\" is dropped; quote it when it is a text"
      )
    } else if digits.count > 1, digits.first == 0x30, digits.allSatisfy({ $0 &- 0x30 < 10 }) {
      if magnitude == 0 || isModeKey(source) { return }
      remark(
        YAMLRules.octal, node,
        "\(Excerpt.quoted(text)) is octal, the number \(value); quote it when it is a text")
    } else if magnitude > 1 << 53 {
      remark(
        YAMLRules.numberChanged, node,
        "\(value) is greater than 2^53, beyond which many JSON readers lose digits; quote it when it is a text"
      )
    }
  }

  private mutating func inspectFloat(
    _ node: UInt32, _ text: [UInt8], _ value: Double, _ source: Span<UInt8>
  ) {
    let json = NumberText.json(value)
    let digits = text.filter { $0 &- 0x30 < 10 }
    let isDigitsOnly = digits.count == text.count
    if isDigitsOnly, text.first == 0x30 {
      remark(
        YAMLRules.octal, node,
        "\(Excerpt.quoted(text)) looks octal and is read as the decimal number \(json); quote it when it is a text"
      )
      return
    }
    let fraction = text.split(separator: 0x2E, omittingEmptySubsequences: false)
    let losesZero =
      fraction.count == 2 && fraction[1].last == 0x30 && fraction[1].count > 1
      && digits.count == text.count - 1 && isVersionKey(source)
    let looksLikeHash =
      digits.count == text.count - 1 && text.contains(where: { $0 | 0x20 == 0x65 })
      && digits.count >= 6
    if losesZero || looksLikeHash || digits.count > 17 || text.contains(0x5F) {
      remark(
        YAMLRules.numberChanged, node,
        "\(Excerpt.quoted(text)) is the number \(json); quote it when it is a text")
    }
  }

  /// `[1-9][0-9_]*(:[0-5]?[0-9])+`, what YAML 1.1 says of base 60.
  private static func isSexagesimal(_ text: [UInt8]) -> Bool {
    let parts = text.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts[0].first, first &- 0x31 < 9 else { return false }
    return parts[0].allSatisfy { $0 &- 0x30 < 10 }
      && parts.dropFirst().allSatisfy { part in
        guard let digit = part.first, part.count <= 2 else { return false }
        return part.allSatisfy { $0 &- 0x30 < 10 } && (part.count == 1 || digit < 0x36)
      }
  }

  /// The key of the innermost mapping, which a value or its list belongs to.
  private func enclosingKey(_ source: Span<UInt8>) -> [UInt8] {
    guard let frame = builder.frames.last(where: { $0.isMapping }) else { return [] }
    return builder.nodes[Int(frame.key)].kind == .scalar ? text(frame.key, source) : []
  }

  /// `defaultMode: 0644` is meant as it is read.
  private func isModeKey(_ source: Span<UInt8>) -> Bool {
    let key = enclosingKey(source)
    return key.count >= 4 && key.suffix(4).map { $0 | 0x20 } == Array("mode".utf8)
  }

  private func isVersionKey(_ source: Span<UInt8>) -> Bool {
    let key = String(decoding: enclosingKey(source), as: UTF8.self).lowercased()
    return ["version", "versions", "tag", "tags", "revision", "release", "ref", "branch"]
      .contains { key.hasSuffix($0) }
  }

  mutating func checkSeparation(_ node: UInt32, _ source: Span<UInt8>) {
    guard builder.depth > 0, builder.top.isMapping else { return }
    let start = builder.nodes[Int(builder.top.key)].range.end
    let end = builder.nodes[Int(node)].range.start
    guard start < end, end - start < 1000 else { return }
    for offset in start..<end {
      if source[Int(offset)] == 0x0A || source[Int(offset)] == 0x23 { return }
      if source[Int(offset)] == 0x09 {
        problems.add(
          Diagnostic(
            YAMLRules.tabSeparation, at: SourceRange(start: offset, end: offset + 1),
            "a tab stands between the key and its value; use a blank",
            document: problems.document,
            fix: .init(edits: [
              .init(range: SourceRange(start: offset, end: offset + 1), replacement: " ")
            ])))
        return
      }
    }
  }

  // MARK: Tags

  mutating func remarkTag(_ name: [UInt8], _ range: SourceRange, _ source: Span<UInt8>) {
    let prefix = Array("tag:yaml.org,2002:".utf8)
    if name == prefix + Array("map".utf8) || name == prefix + Array("seq".utf8) { return }
    problems.add(
      Diagnostic(
        YAMLRules.customTag, at: range,
        "the tag \(Excerpt.quoted(source, range.bytes)) does nothing: a text behind it becomes a string, an empty value the empty string; quote the value or remove the tag",
        document: problems.document))
  }

  // MARK: Keys

  mutating func remarkKey(_ key: UInt32, _ written: [UInt8], _ text: [UInt8]) {
    remark(
      YAMLRules.keyNotText, key,
      "the key \(Excerpt.quoted(written)) is read as \(Excerpt.quoted(text)); quote it")
  }

  mutating func remarkRepeatedKey(
    _ name: [UInt8], at range: SourceRange, first: SourceRange, isSame: Bool,
    _ source: Span<UInt8>
  ) {
    let line = problems.line(source, Int(first.start))
    problems.add(
      Diagnostic(
        isSame ? YAMLRules.duplicateKey : YAMLRules.ambiguousKey,
        severity: isConfiguration ? .warning : .error, at: range,
        isSame
          ? "key \(Excerpt.quoted(name)) already set in map: line \(line) has it too, and the agent keeps the last; remove one of the two"
          : "key \(Excerpt.quoted(name)) has the same JSON text as the one on line \(line); which value the agent keeps is random, remove one of the two",
        document: problems.document,
        related: [.init(range: first, message: "the first one")],
        fix: isSame ? removal(of: range, equalTo: first, source) : nil))
  }

  /// Takes the line of a key out when it says the same, letter for letter, as the line of the first:
  /// key and value on one line, and nothing of the value behind it.
  private func removal(
    of range: SourceRange, equalTo first: SourceRange, _ source: Span<UInt8>
  ) -> Diagnostic.Fix? {
    let start = Int(range.start)
    let lineStart = Excerpt.lineStart(source, start)
    guard Excerpt.firstText(source, lineOf: start) == start else { return nil }
    let rest = Excerpt.restOfLine(source, start)
    let other = Excerpt.restOfLine(source, Int(first.start))
    guard rest.count == other.count, rest.count < 1_000 else { return nil }
    for (left, right) in zip(rest, other) where source[left] != source[right] { return nil }
    // A value that goes on below, or that has a name others use, is none of one line.
    let value = rest.dropFirst(Int(range.end - range.start)).drop {
      source[$0] == 0x3A || source[$0] == 0x20
    }
    guard let begin = value.first, let last = rest.last,
      !"|>&*!\"'[{#".utf8.contains(source[begin])
        || source[begin] == source[last] && value.count > 1
          && (source[begin] == 0x22 || source[begin] == 0x27)
    else { return nil }
    var end = last + 1
    while end < source.count, source[end] != 0x0A {
      // A comment is nobody's to drop.
      guard source[end] == 0x20 || source[end] == 0x0D else { return nil }
      end += 1
    }
    let next = min(end + 1, source.count)
    var indentation = next
    while indentation < source.count, source[indentation] == 0x20 { indentation += 1 }
    let isBlank = indentation == source.count || source[indentation] == 0x0A
    guard isBlank || indentation - next <= start - lineStart else { return nil }
    return .init(edits: [.init(range: SourceRange(lineStart..<next), replacement: "")])
  }

  /// Keys before `<<` that the merged mappings take back.
  mutating func remarkMerge(
    _ merge: UInt32, over earlier: inout [[UInt8]: UInt32], _ source: Span<UInt8>
  ) {
    let value = builder.nodes[Int(merge)].next
    var merged = [value]
    if builder.nodes[Int(value)].kind == .sequence {
      merged = []
      var child = value + 1
      while child < builder.nodes[Int(value)].next {
        merged.append(child)
        child = builder.nodes[Int(child)].next
      }
    }
    for node in merged {
      let target =
        builder.nodes[Int(node)].kind == .alias ? builder.nodes[Int(node)].text.start : node
      guard builder.nodes[Int(target)].kind == .mapping, !builder.isOpen(target) else { continue }
      guard mergeComparisons > 0 else { return }
      mergeComparisons -= Int(builder.nodes[Int(target)].text.start)
      var found: [(key: UInt32, name: [UInt8])] = []
      forEachKey(of: target, before: builder.nodes[Int(target)].next) { key in
        let name = text(key, source)
        if let own = earlier.removeValue(forKey: name) { found.append((own, name)) }
      }
      for (key, name) in found {
        remark(
          YAMLRules.mergeOverrides, key,
          "the merge on line \(problems.line(source, Int(builder.nodes[Int(merge)].range.start))) takes back the value of \(Excerpt.quoted(name)); write \"<<\" first"
        )
      }
    }
  }

  private func forEachKey(
    of mapping: UInt32, before end: UInt32, _ body: (UInt32) -> Void
  ) {
    var key = mapping + 1
    while key < end {
      if builder.nodes[Int(key)].kind == .scalar { body(key) }
      let value = builder.nodes[Int(key)].next
      guard value < builder.nodes.count else { return }
      key = builder.nodes[Int(value)].next
    }
  }
}
