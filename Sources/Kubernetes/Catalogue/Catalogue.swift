/// The built-in kinds of all known releases: names, types and version ranges, as generated.
///
/// Nothing is parsed or allocated at start: the tables are literals, read in place.
public enum Catalogue {
  static let nameText = PackedTable(literal: CatalogueData.nameText)
  static let nameStarts = PackedTable(literal: CatalogueData.nameStarts)
  static let nameSlots = PackedTable(literal: CatalogueData.nameSlots)
  static let definitionText = PackedTable(literal: CatalogueData.definitionText)
  static let definitions = PackedTable(literal: CatalogueData.definitions)
  static let fields = PackedTable(literal: CatalogueData.fields)
  static let fieldSlots = PackedTable(literal: CatalogueData.fieldSlots)
  static let keySets = PackedTable(literal: CatalogueData.keySets)

  /// Whether the catalogue knows this field name at all, and its number.
  static func name(_ bytes: ArraySlice<UInt8>) -> FieldName? {
    name(Array(bytes), 0..<bytes.count)
  }

  /// The same for a piece of a longer text.
  static func name(_ text: [UInt8], _ range: Range<Int>) -> FieldName? {
    let words = NameWords(text, range)
    return words.first(in: nameSlots) { FieldName($0).isSame(words, text, range) }.map {
      FieldName($0)
    }
  }
}

/// The number of a field name in the catalogue; names stand in byte order.
struct FieldName: Hashable, Comparable {
  let number: UInt16

  init(_ number: Int) { self.number = UInt16(truncatingIfNeeded: number) }

  var range: Range<Int> {
    let at = Int(number) * 4
    let start = Catalogue.nameStarts.number(at: at, digits: 3)
    return start..<start + Catalogue.nameStarts.number(at: at + 3, digits: 1)
  }
  var text: String { Catalogue.nameText.text(range) }

  /// Whether it is the name that the words were made of.
  @inline(__always)
  func isSame(_ words: NameWords, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    let own = self.range
    guard own.count == words.count else { return false }
    let table = Catalogue.nameText
    guard table.word(at: own.lowerBound, bytes: own.count) == words.first else { return false }
    if own.count <= 8 { return true }
    guard table.word(at: own.upperBound - 8) == words.last else { return false }
    return own.count <= 16 || table.holds(text, range, at: own.lowerBound)
  }

  static func < (left: FieldName, right: FieldName) -> Bool { left.number < right.number }
}

/// What a value must be.
enum ValueKind: UInt8 {
  case string = 0x73  // s
  case bytes = 0x79  // y
  case int32 = 0x69  // i
  case int64 = 0x6C  // l
  case double = 0x64  // d
  case bool = 0x62  // b
  case object = 0x72  // r
  case quantity = 0x71  // q
  case intOrString = 0x78  // x
  case time = 0x74  // t
  case microTime = 0x75  // u
  case anything = 0x77  // w: RawExtension
  case fieldSet = 0x66  // f: FieldsV1
  case json = 0x6A  // j
  case schemaOrArray = 0x6B  // k
  case schemaOrBool = 0x6F  // o
  case schemaOrStrings = 0x70  // p
}

/// How many values a field holds.
enum Container: UInt8 {
  case one = 0x30
  case list = 0x31
  case map = 0x32
  case mapOfLists = 0x33
}

/// How server-side apply tells a list's items apart.
enum ListRelation: UInt8 {
  case none = 0x6E  // n
  case atomic = 0x61  // a
  case set = 0x73  // s
  case map = 0x6D  // m
}

/// One field of one definition in one range of versions.
struct FieldRecord {
  let number: Int
  /// The first eight of the record's digits.
  private let head: UInt64

  init(number: Int) {
    self.number = number
    head = Catalogue.fields.word(at: number * 11)
  }

  private var base: Int { number * 11 }

  @inline(__always)
  private func byte(_ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: head >> (index &* 8)) }
  @inline(__always)
  private func digit(_ index: UInt64) -> Int { Int(byte(index) &- 0x30) }

  var name: FieldName { FieldName(digit(0) << 6 | digit(1)) }
  var container: Container { Container(rawValue: byte(2)) ?? .one }
  var kind: ValueKind { ValueKind(rawValue: byte(3)) ?? .anything }
  /// The same questions, without making an answer of each byte.
  @inline(__always)
  func holds(_ kind: ValueKind) -> Bool { byte(3) == kind.rawValue }
  var isSingle: Bool { byte(2) == Container.one.rawValue }

  var target: Definition? {
    let number = digit(4) << 6 | digit(5)
    return number == 4095 ? nil : Definition(number: number)
  }
  var relation: ListRelation { ListRelation(rawValue: byte(6)) ?? .none }
  /// The fields that tell the items of a `.map` list apart.
  var keyNames: KeyNames { KeyNames(set: digit(7)) }
  var keys: [FieldName] { (0..<keyNames.count).map { keyNames[$0] } }
  var since: UInt8 { Catalogue.fields.byte(base + 8) &- 0x30 }
  var until: UInt8 { Catalogue.fields.byte(base + 9) &- 0x30 }
  /// As the newest schema says; the server's decoder does not ask.
  var isRequired: Bool { Catalogue.fields.byte(base + 10) == 0x31 }
}

/// One object type, `DeploymentSpec`.
struct Definition: Hashable {
  let number: Int

  /// The first definition of a name; of those that are not one to a kind there is only one.
  static func named(_ name: String) -> Definition? {
    (0..<CatalogueData.definitionsCount).lazy.map(Definition.init(number:)).first {
      $0.name == name
    }
  }

  private var base: Int { number * 10 }
  var name: String {
    let start = Catalogue.definitions.number(at: base, digits: 3)
    let end =
      number + 1 < CatalogueData.definitionsCount
      ? Catalogue.definitions.number(at: base + 10, digits: 3)
      : CatalogueData.definitionText.utf8CodeUnitCount
    return Catalogue.definitionText.text(start..<end)
  }
  var fields: Range<Int> {
    let first = Catalogue.definitions.number(at: base + 3, digits: 3)
    return first..<first + Catalogue.definitions.number(at: base + 6, digits: 2)
  }

  /// The newest record of a field.
  ///
  /// - Parameter fields: those of this definition, which need not be read again for each name.
  @inline(__always)
  func newestField(
    _ text: [UInt8], _ range: Range<Int>, among fields: Range<Int>
  ) -> FieldRecord? {
    let words = NameWords(text, range)
    let found = words.first(in: Catalogue.fieldSlots, behind: UInt64(number + 1)) {
      fields.contains($0) && FieldRecord(number: $0).name.isSame(words, text, range)
    }
    return found.map { FieldRecord(number: $0) }
  }

  /// The record of a field in the newest version of the set that has it; when none has it, the one
  /// nearest to the set.
  @inline(never)
  func record(_ newest: FieldRecord, in versions: VersionSet) -> FieldRecord {
    var best = newest
    while best.number > fields.lowerBound, best.since > versions.newest.minor {
      let before = FieldRecord(number: best.number - 1)
      guard before.name == newest.name else { break }
      best = before
    }
    return best
  }

  /// All records of a name, the oldest first: more than one where the type changed.
  func records(named name: FieldName) -> [FieldRecord] {
    fields.lazy.map(FieldRecord.init(number:)).filter { $0.name == name }
  }

  func field(_ name: ArraySlice<UInt8>, in versions: VersionSet) -> FieldRecord? {
    newestField(Array(name), 0..<name.count, among: fields).map { record($0, in: versions) }
  }
}
