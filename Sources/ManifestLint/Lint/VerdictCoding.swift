import Kubernetes
import YAML

/// Verdicts as bytes, for the cache. What a verdict holds is written in the order in which the types
/// declare it; a change of any of them needs a new `VerdictCoding.version`.
enum VerdictCoding {
  static let version = 2

  /// Custom definitions are not written: a file that has some is judged anew each time.
  static func canWrite(_ verdict: BlobVerdict) -> Bool { verdict.definitions.isEmpty }
}

extension BlobVerdict {
  func write(to writer: inout ByteWriter) {
    writer.number(documentCount)
    writer.list(objects) { $1.write(to: &$0) }
    writer.data(facts.bytes)
    writer.byte(completeness.rawValue)
    writer.list(findings) { $1.write(to: &$0) }
    writer.optional(suppressions) { $1.write(to: &$0) }
    writer.number(droppedFindings)
  }

  init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(documentCount: try reader.count())
    objects = try reader.list { reader throws(ByteReader.Malformed) in try Object(from: &reader) }
    facts = FactList(bytes: try reader.data())
    completeness = try reader.value(Completeness.self)
    findings = try reader.list { reader throws(ByteReader.Malformed) in
      try Finding(from: &reader)
    }
    suppressions = try reader.optional { reader throws(ByteReader.Malformed) in
      try InlineSuppressions(from: &reader)
    }
    droppedFindings = try reader.count()
  }
}

extension BlobVerdict.Object {
  fileprivate func write(to writer: inout ByteWriter) {
    identity.write(to: &writer)
    writer.byte(scope.rawValue)
    writer.number(document)
    writer.text(pointer)
    writer.range(range)
    writer.optional(notChecked) { $0.byte($1.rawValue) }
    writer.flag(holdsSecrets)
    writer.optional(generateName) { $0.text($1) }
    writer.number(unevaluatedRules)
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    identity = try ObjectIdentity(from: &reader)
    scope = try reader.value(ManifestObject.Scope.self)
    document = try reader.count()
    pointer = try reader.text()
    range = try reader.range()
    notChecked = try reader.optional { reader throws(ByteReader.Malformed) in
      try reader.value(ManifestObject.NotChecked.self)
    }
    holdsSecrets = try reader.flag()
    generateName = try reader.optional { reader throws(ByteReader.Malformed) in
      try reader.text()
    }
    unevaluatedRules = try reader.count()
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
