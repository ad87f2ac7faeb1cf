import Kubernetes
import YAML

/// Verdicts as bytes: how they are kept in a run, in the cache, and in the reports of shards. What
/// comes in from outside is looked at once, by `skip`. A change of anything that is written needs a
/// new `VerdictCoding.version`.
///
/// First come numbers and what the objects tell about others, then the objects, then what most files
/// have none of: findings, comments, and how many findings were dropped.
enum VerdictCoding {
  static let version = 3

  /// Reads a verdict without making anything of it. What this takes, all others take.
  static func skip(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    let head = try VerdictHead(from: &reader)
    for _ in 0..<head.objectCount {
      let object = try ObjectRecord(from: &reader)
      guard object.areTextsValid(in: reader.bytes) else { throw ByteReader.Malformed() }
    }
    if head.tells {
      var verdict = BlobVerdict()
      try verdict.readRest(from: &reader)
    }
  }
}

/// What stands first in the bytes of a verdict.
struct VerdictHead {
  var documentCount: Int
  var completeness: Completeness
  /// There are findings or comments.
  var tells: Bool
  /// There is an object that was not checked, or not by all rules.
  var hasUnchecked: Bool
  var objectCount: Int
  /// Where the facts stand.
  var facts: Range<Int>

  private static let tellsFlag: UInt8 = 4
  private static let uncheckedFlag: UInt8 = 8

  @inline(__always)
  init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    documentCount = try reader.count()
    let flags = try reader.byte()
    guard let completeness = Completeness(rawValue: flags & 3), flags < 16 else {
      throw ByteReader.Malformed()
    }
    self.completeness = completeness
    tells = flags & Self.tellsFlag != 0
    hasUnchecked = flags & Self.uncheckedFlag != 0
    objectCount = try reader.count()
    facts = try reader.slice()
  }

  fileprivate static func write(_ verdict: BlobVerdict, to writer: inout ByteWriter) {
    writer.number(verdict.documentCount)
    writer.byte(
      verdict.completeness.rawValue | (verdict.tells ? tellsFlag : 0)
        | (verdict.areObjectsChecked ? 0 : uncheckedFlag))
    writer.number(verdict.objects.count)
    writer.data(verdict.facts.bytes)
  }
}

extension BlobVerdict {
  fileprivate var tells: Bool {
    !findings.isEmpty || suppressions != nil || droppedFindings > 0
  }

  func write(to writer: inout ByteWriter) {
    VerdictHead.write(self, to: &writer)
    for object in objects { object.write(to: &writer) }
    guard tells else { return }
    writer.list(findings) { $1.write(to: &$0) }
    writer.optional(suppressions) { $1.write(to: &$0) }
    writer.number(droppedFindings)
  }

  init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    let head = try VerdictHead(from: &reader)
    self.init(documentCount: head.documentCount)
    facts = FactList(bytes: Array(reader.bytes[head.facts]))
    completeness = head.completeness
    for _ in 0..<head.objectCount {
      let record = try ObjectRecord(from: &reader)
      objects.append(try Object(record, in: reader.bytes))
    }
    if head.tells { try readRest(from: &reader) }
  }

  fileprivate mutating func readRest(
    from reader: inout ByteReader
  ) throws(ByteReader.Malformed) {
    findings = try reader.list { reader throws(ByteReader.Malformed) in
      try Finding(from: &reader)
    }
    suppressions = try reader.optional { reader throws(ByteReader.Malformed) in
      try InlineSuppressions(from: &reader)
    }
    droppedFindings = try reader.count()
  }
}

extension ObjectIdentity {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.text(apiVersion)
    writer.text(kind)
    writer.optional(namespace) { $0.text($1) }
    writer.text(name)
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    let apiVersion = try reader.word()
    let kind = try reader.word()
    let namespace = try reader.optional { reader throws(ByteReader.Malformed) in
      try reader.word()
    }
    self.init(
      apiVersion: apiVersion, kind: kind, namespace: namespace, name: try reader.text())
  }
}

extension Finding {
  /// Without what the report adds: path, agents, fingerprint, suppression.
  func write(to writer: inout ByteWriter) {
    writer.text(rule.id)
    writer.byte(severity.rawValue)
    writer.message(message)
    writer.optional(start) { $0.position($1) }
    writer.optional(end) { $0.position($1) }
    writer.optional(pointer) { $0.text($1) }
    writer.optional(document) { $0.number($1) }
    writer.optional(object) { $1.write(to: &$0) }
    writer.list(related) { writer, related in
      writer.optional(related.start) { $0.position($1) }
      writer.optional(related.end) { $0.position($1) }
      writer.message(related.message)
    }
    writer.optional(fix) { writer, fix in
      writer.list(fix.edits) { writer, edit in
        writer.range(edit.range)
        writer.text(edit.replacement)
      }
    }
    writer.optional(sourceLine) { $0.data($1) }
    writer.number(sourceColumn)
  }

  init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    guard let rule = RuleTable.rule(try reader.word()) else { throw ByteReader.Malformed() }
    let severity = try reader.value(Severity.self)
    self.init(rule, severity: severity, try reader.message())
    start = try reader.optionalPosition()
    end = try reader.optionalPosition()
    pointer = try reader.optional { reader throws(ByteReader.Malformed) in try reader.text() }
    document = try reader.optional { reader throws(ByteReader.Malformed) in try reader.count() }
    object = try reader.optional { reader throws(ByteReader.Malformed) in
      try ObjectIdentity(from: &reader)
    }
    related = try reader.list { reader throws(ByteReader.Malformed) in
      let start = try reader.optionalPosition()
      let end = try reader.optionalPosition()
      return Related(path: [], start: start, end: end, message: try reader.message())
    }
    fix = try reader.optional { reader throws(ByteReader.Malformed) in
      Diagnostic.Fix(
        edits: try reader.list { reader throws(ByteReader.Malformed) in
          let range = try reader.range()
          return .init(range: range, replacement: try reader.text())
        })
    }
    sourceLine = try reader.optional { reader throws(ByteReader.Malformed) in try reader.data() }
    sourceColumn = try reader.count()
  }
}

extension ByteWriter {
  mutating func range(_ range: SourceRange) {
    number(Int(range.start))
    number(Int(range.end) - Int(range.start))
  }

  mutating func position(_ position: SourcePosition) {
    number(position.line)
    number(position.column)
    number(position.offset)
  }

  mutating func message(_ message: Message) {
    text(message.pattern)
    list(message.values) { $0.text($1) }
  }
}

extension ByteReader {
  /// A case of an enumeration.
  mutating func value<Value: RawRepresentable<UInt8>>(
    _ type: Value.Type
  ) throws(Malformed) -> Value {
    guard let value = Value(rawValue: try byte()) else { throw Malformed() }
    return value
  }

  mutating func range() throws(Malformed) -> SourceRange {
    let start = try count()
    let length = try count()
    guard let first = UInt32(exactly: start), let end = UInt32(exactly: start &+ length) else {
      throw Malformed()
    }
    return SourceRange(start: first, end: end)
  }

  mutating func optionalPosition() throws(Malformed) -> SourcePosition? {
    try optional { reader throws(Malformed) in
      let line = try reader.count()
      let column = try reader.count()
      return SourcePosition(line: line, column: column, offset: try reader.count())
    }
  }

  mutating func message() throws(Malformed) -> Message {
    let pattern = try word()
    return Message(
      pattern: pattern,
      values: try list { reader throws(Malformed) in try reader.text() })
  }
}
