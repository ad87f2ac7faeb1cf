extension Catalogue {
  static let kindText = PackedTable(literal: CatalogueData.kindText)
  static let kinds = PackedTable(literal: CatalogueData.kinds)
  static let lifecycleText = PackedTable(literal: CatalogueData.lifecycleText)
  static let lifecycles = PackedTable(literal: CatalogueData.lifecycles)

  static let kindSlots = PackedTable(literal: CatalogueData.kindSlots)

  /// A built-in kind, whatever release serves it; nil when no known release does.
  public static func kind(apiVersion: String, kind: String) -> Kind? {
    let apiVersion = Array(apiVersion.utf8)
    let kind = Array(kind.utf8)
    return self.kind(apiVersion, 0..<apiVersion.count, kind, 0..<kind.count)
  }

  /// The same for pieces of longer texts.
  static func kind(
    _ versionText: [UInt8], _ apiVersion: Range<Int>, _ kindText: [UInt8], _ kind: Range<Int>
  ) -> Kind? {
    let words = NameWords(kindText, kind)
    let version = NameWords(versionText, apiVersion).hash
    return words.first(in: kindSlots, behind: version) {
      let key = Kind(number: $0).key
      return key.count == apiVersion.count + 1 + kind.count
        && self.kindText.holds(versionText, apiVersion, at: key.lowerBound)
        && self.kindText.byte(key.lowerBound + apiVersion.count) == 0x2F
        && self.kindText.holds(kindText, kind, at: key.upperBound - kind.count)
    }.map { Kind(number: $0) }
  }

  /// The kind of a number; nil when there is none.
  public static func kind(number: Int) -> Kind? {
    (0..<CatalogueData.kindsCount).contains(number) ? Kind(number: number) : nil
  }

  /// When an API was deprecated and removed, if it was.
  public static func lifecycle(apiVersion: String, kind: String) -> Lifecycle? {
    let key = Array("\(apiVersion)/\(kind)".utf8)
    guard
      let number = find(
        key[...], count: CatalogueData.lifecyclesCount, { Lifecycle(number: $0).key },
        in: lifecycleText)
    else { return nil }
    return Lifecycle(number: number)
  }

  /// Every built-in kind, in byte order of `group/version/Kind`.
  public static var allKinds: [Kind] { (0..<CatalogueData.kindsCount).map(Kind.init(number:)) }

  private static func find(
    _ key: ArraySlice<UInt8>, count: Int, _ range: (Int) -> Range<Int>,
    in text: PackedTable = kindText
  ) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let order = text.compare(range(middle), with: key)
      if order == 0 { return middle }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Something for each kind, by the kind's number, of rows that name groups and kinds, whatever the
  /// version; nil where no row names a kind, and the first row where several do.
  // Made at every start that meets an object, so that rows are found by a hash of their names alone: no
  // two kinds of the catalogue have the same, as a test says.
  static func byNumber<Row>(_ rows: [Row], _ names: (Row) -> (group: String, kind: String))
    -> [Row?]
  {
    // At most half full.
    var size = 2
    while size < 2 * rows.count { size *= 2 }
    var slots = [(hash: UInt32, row: Int)](repeating: (0, -1), count: size)
    for (number, row) in rows.enumerated() {
      let (group, kind) = names(row)
      let hash = Kind.hash(group: group, kind: kind)
      var slot = hash.place(among: size)
      while slots[slot].row >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (hash.value, number)
    }
    return (0..<CatalogueData.kindsCount).map { number in
      let hash = Kind(number: number).hashOfNames
      var slot = hash.place(among: size)
      while slots[slot].row >= 0 {
        if slots[slot].hash == hash.value { return rows[slots[slot].row] }
        slot = (slot + 1) & (size - 1)
      }
      return nil
    }
  }

  /// Whether a group is Kubernetes' own: then a kind that it lacks is a mistake, no custom resource.
  static func isBuiltIn(group: Substring) -> Bool {
    group.isEmpty || group == "core" || !group.contains(".")
      || allKinds.contains { $0.group == group }
      || (0..<CatalogueData.lifecyclesCount).contains {
        Lifecycle(number: $0).apiVersion.hasPrefix("\(group)/")
      }
  }

  /// One `group/version/Kind` row.
  public struct Kind: Sendable {
    /// Tells it from every other kind, in this build of the program.
    public let number: Int

    /// What can be done with a kind.
    public enum Role: UInt8, Sendable {
      case resource = 0x72
      case list = 0x6C
      case subresource = 0x73
      case meta = 0x6D
      /// The server answers a create and stores nothing (reviews, bindings).
      case createOnly = 0x63
    }

    private var base: Int { number * 17 }
    var key: Range<Int> {
      let start = Catalogue.kinds.number(at: base, digits: 3)
      return start..<start + Catalogue.kinds.number(at: base + 3, digits: 2)
    }
    private func minor(_ offset: Int) -> UInt8 {
      UInt8(Catalogue.kinds.number(at: base + offset, digits: 1))
    }
    private var keyText: String { Catalogue.kindText.text(key) }

    /// `apps/v1`, or `v1`.
    public var apiVersion: String {
      String(keyText[..<(keyText.lastIndex(of: "/") ?? keyText.startIndex)])
    }
    public var group: Substring {
      let text = apiVersion
      guard let slash = text.firstIndex(of: "/") else { return "" }
      return text[..<slash]
    }
    public var kind: String {
      keyText.lastIndex(of: "/").map { String(keyText[keyText.index(after: $0)...]) } ?? keyText
    }
    /// Over the bytes of the group and of the kind.
    var hashOfNames: CatalogueHash {
      let key = key
      // `group/version/Kind`, or `version/Kind` of the core group.
      var hash = CatalogueHash()
      Catalogue.kindText.read(key) { text in
        var first = 0
        while text[first] != 0x2F { first += 1 }
        var last = text.count - 1
        while text[last] != 0x2F { last -= 1 }
        if first < last { for index in 0..<first { hash.add(text[index]) } }
        for index in last + 1..<text.count { hash.add(text[index]) }
      }
      return hash
    }
    /// The same of names that are written apart.
    static func hash(group: String, kind: String) -> CatalogueHash {
      var hash = CatalogueHash()
      for byte in group.utf8 { hash.add(byte) }
      for byte in kind.utf8 { hash.add(byte) }
      return hash
    }
    public var plural: String {
      let count = Catalogue.kinds.number(at: base + 5, digits: 2)
      return Catalogue.kindText.text(key.upperBound..<key.upperBound + count)
    }
    /// Nil where the question makes no sense.
    public var isNamespaced: Bool? {
      switch Catalogue.kinds.byte(base + 7) {
      case 0x30: false
      case 0x31: true
      default: nil
      }
    }
    /// First and last minor release in the catalogue that has the API.
    public var servedSince: UInt8 { minor(8) }
    public var servedUntil: UInt8 { minor(9) }
    /// First and last minor release that serves it unless switched off; nil when none does.
    public var onByDefault: ClosedRange<UInt8>? { minor(10) == 0 ? nil : minor(10)...minor(11) }
    public var role: Role { Role(rawValue: Catalogue.kinds.byte(base + 12)) ?? .meta }
    var definition: Definition? {
      let number = Catalogue.kinds.number(at: base + 13, digits: 2)
      return number == 4095 ? nil : Definition(number: number)
    }
    /// When it was deprecated and removed, if it was.
    var lifecycle: Lifecycle? {
      let number = Catalogue.kinds.number(at: base + 15, digits: 2)
      return number == 4095 ? nil : Lifecycle(number: number)
    }
  }

  /// The end of an API's life.
  public struct Lifecycle: Sendable {
    let number: Int
    private var base: Int { number * 9 }
    var key: Range<Int> {
      let start = Catalogue.lifecycles.number(at: base, digits: 3)
      return start..<start + Catalogue.lifecycles.number(at: base + 3, digits: 2)
    }
    public var apiVersion: String {
      let text = Catalogue.lifecycleText.text(key)
      return String(text[..<(text.lastIndex(of: "/") ?? text.startIndex)])
    }
    private func minor(_ offset: Int) -> UInt8? {
      let value = UInt8(Catalogue.lifecycles.number(at: base + offset, digits: 1))
      return value == 0 ? nil : value
    }
    public var deprecatedIn: UInt8? { minor(7) }
    /// The first release without it.
    public var removedIn: UInt8? { minor(8) }
    /// `apps/v1 Deployment`; empty when there is none.
    public var replacement: String {
      let count = Catalogue.lifecycles.number(at: base + 5, digits: 2)
      return Catalogue.lifecycleText.text(key.upperBound..<key.upperBound + count)
    }
  }
}
