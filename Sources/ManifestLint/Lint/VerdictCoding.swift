import Kubernetes
import YAML

/// Verdicts as bytes, for the cache. What a verdict holds is written in the order in which the types
/// declare it; a change of any of them needs a new `VerdictCoding.version`.
enum VerdictCoding {
  static let version = 1

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
    guard let completeness = Completeness(rawValue: try reader.byte()) else {
      throw ByteReader.Malformed()
    }
    self.completeness = completeness
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
    writer.number(scope.code)
    writer.number(document)
    writer.text(pointer)
    writer.range(range)
    writer.number(notChecked?.code ?? 0)
    writer.flag(holdsSecrets)
    writer.optional(generateName) { $0.text($1) }
    writer.number(unevaluatedRules)
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    identity = try ObjectIdentity(from: &reader)
    scope = try ManifestObject.Scope(code: reader.number())
    document = try reader.count()
    pointer = try reader.text()
    range = try reader.range()
    let code = try reader.number()
    notChecked = code == 0 ? nil : try ManifestObject.NotChecked(code: code)
    holdsSecrets = try reader.flag()
    generateName = try reader.optional { reader throws(ByteReader.Malformed) in
      try reader.text()
    }
    unevaluatedRules = try reader.count()
  }
}

extension ManifestObject.Scope {
  fileprivate var code: Int {
    switch self {
    case .cluster: 0
    case .namespaced: 1
    case .unknown: 2
    }
  }

  fileprivate init(code: Int) throws(ByteReader.Malformed) {
    switch code {
    case 0: self = .cluster
    case 1: self = .namespaced
    case 2: self = .unknown
    default: throw ByteReader.Malformed()
    }
  }
}

extension ManifestObject.NotChecked {
  fileprivate var code: Int {
    switch self {
    case .noSchema: 1
    case .notServed: 2
    case .limit: 3
    }
  }

  fileprivate init(code: Int) throws(ByteReader.Malformed) {
    switch code {
    case 1: self = .noSchema
    case 2: self = .notServed
    case 3: self = .limit
    default: throw ByteReader.Malformed()
    }
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
    writer.number(severity.code)
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
    let severity = try Severity(code: reader.number())
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

extension Severity {
  fileprivate var code: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }

  fileprivate init(code: Int) throws(ByteReader.Malformed) {
    switch code {
    case 0: self = .info
    case 1: self = .warning
    case 2: self = .error
    default: throw ByteReader.Malformed()
    }
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
