import Kubernetes
import YAML

/// One object of a verdict as its bytes have it: numbers, and where its texts stand.
struct ObjectRecord {
  var scope: ManifestObject.Scope
  var notChecked: ManifestObject.NotChecked?
  var holdsSecrets: Bool
  /// One more than the number of a built-in kind. Else 0, and the texts say which it is.
  var kindNumber: Int
  var apiVersion: Range<Int>
  var kind: Range<Int>
  var document: Int
  var pointer: Range<Int>
  var range: SourceRange
  var namespace: Range<Int>?
  var name: Range<Int>
  var generateName: Range<Int>?
  var unevaluatedRules: Int

  /// Beside the scope, and one more than the reason for which an object was not checked.
  private enum Flag {
    static let namespace: UInt8 = 16
    static let generateName: UInt8 = 32
    static let secrets: UInt8 = 64
    static let unevaluated: UInt8 = 128
  }

  @inline(__always)
  init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    let flags = try reader.byte()
    guard let scope = ManifestObject.Scope(rawValue: flags & 3) else {
      throw ByteReader.Malformed()
    }
    self.scope = scope
    let reason = flags >> 2 & 3
    notChecked = reason == 0 ? nil : ManifestObject.NotChecked(rawValue: reason - 1)
    holdsSecrets = flags & Flag.secrets != 0
    kindNumber = try reader.count()
    if kindNumber == 0 {
      apiVersion = try reader.slice()
      kind = try reader.slice()
    } else {
      (apiVersion, kind) = (0..<0, 0..<0)
    }
    document = try reader.count()
    pointer = try reader.slice()
    range = try reader.range()
    namespace = flags & Flag.namespace != 0 ? try reader.slice() : nil
    name = try reader.slice()
    generateName = flags & Flag.generateName != 0 ? try reader.slice() : nil
    unevaluatedRules = flags & Flag.unevaluated != 0 ? try reader.count() : 0
  }

  func areTextsValid(in bytes: [UInt8]) -> Bool {
    if kindNumber > 0 {
      guard Catalogue.kind(number: kindNumber - 1) != nil else { return false }
    }
    // Those that stand behind each other are looked at together, with their lengths: mostly none of
    // these bytes is beyond ASCII.
    let first = namespace?.lowerBound ?? name.lowerBound
    let last = generateName?.upperBound ?? name.upperBound
    if ByteWords.isASCII(bytes, first..<last), ByteWords.isASCII(bytes, pointer),
      ByteWords.isASCII(bytes, apiVersion.lowerBound..<kind.upperBound)
    {
      return true
    }
    return [apiVersion, kind, pointer, namespace ?? 0..<0, name, generateName ?? 0..<0]
      .allSatisfy { String(validating: bytes[$0], as: UTF8.self) != nil }
  }

  fileprivate static func write(_ object: BlobVerdict.Object, to writer: inout ByteWriter) {
    let identity = object.identity
    writer.byte(
      object.scope.rawValue | (object.notChecked.map { $0.rawValue + 1 } ?? 0) << 2
        | (identity.namespace == nil ? 0 : Flag.namespace)
        | (object.generateName == nil ? 0 : Flag.generateName)
        | (object.holdsSecrets ? Flag.secrets : 0)
        | (object.unevaluatedRules == 0 ? 0 : Flag.unevaluated))
    if let kind = object.builtIn {
      writer.number(kind.number + 1)
    } else {
      writer.number(0)
      writer.text(identity.apiVersion)
      writer.text(identity.kind)
    }
    writer.number(object.document)
    writer.text(object.pointer)
    writer.range(object.range)
    if let namespace = identity.namespace { writer.text(namespace) }
    writer.text(identity.name)
    if let generateName = object.generateName { writer.text(generateName) }
    if object.unevaluatedRules != 0 { writer.number(object.unevaluatedRules) }
  }
}

extension BlobVerdict.Object {
  func write(to writer: inout ByteWriter) { ObjectRecord.write(self, to: &writer) }

  /// Makes texts of a record's places.
  init(_ record: ObjectRecord, in bytes: [UInt8]) throws(ByteReader.Malformed) {
    func text(_ range: Range<Int>) throws(ByteReader.Malformed) -> String {
      guard let text = String(validating: bytes[range], as: UTF8.self) else {
        throw ByteReader.Malformed()
      }
      return text
    }
    var builtIn: Catalogue.Kind?
    var identity = ObjectIdentity(
      apiVersion: "", kind: "", namespace: nil, name: try text(record.name))
    if record.kindNumber > 0 {
      guard let kind = Catalogue.kind(number: record.kindNumber - 1) else {
        throw ByteReader.Malformed()
      }
      builtIn = kind
      (identity.apiVersion, identity.kind) = (kind.apiVersion, kind.kind)
    } else {
      identity.apiVersion = try text(record.apiVersion)
      identity.kind = try text(record.kind)
    }
    if let namespace = record.namespace { identity.namespace = try text(namespace) }
    self.init(
      identity: identity, builtIn: builtIn, scope: record.scope, document: record.document,
      pointer: try text(record.pointer), range: record.range, notChecked: record.notChecked,
      holdsSecrets: record.holdsSecrets, unevaluatedRules: record.unevaluatedRules)
    if let prefix = record.generateName { generateName = try text(prefix) }
  }
}
