/// The characters that one place of a regular expression takes.
struct ScalarSet: Sendable {
  var isNegated = false
  /// A property that the standard library cannot tell, such as a script: membership is not known.
  private(set) var isUnknown = false
  private var ranges: [ClosedRange<UInt32>] = []
  /// Ranges of which everything else belongs to the set.
  private var complements: [[ClosedRange<UInt32>]] = []
  private var categories: [(members: Set<Unicode.GeneralCategory>, isNegated: Bool)] = []
  private var foldsCase = false
  /// Membership of the ASCII characters, worked out once.
  private var ascii: (low: UInt64, high: UInt64) = (0, 0)

  mutating func add(_ scalar: Unicode.Scalar, foldingCase: Bool) {
    add(scalar.value...scalar.value, foldingCase: foldingCase)
  }

  mutating func add(_ range: ClosedRange<UInt32>, foldingCase: Bool) {
    ranges.append(range)
    foldsCase = foldsCase || foldingCase
  }

  mutating func add(_ ranges: [ClosedRange<UInt32>], negated: Bool, foldingCase: Bool) {
    if negated {
      complements.append(ranges)
    } else {
      self.ranges += ranges
    }
    foldsCase = foldsCase || foldingCase
  }

  /// A general category or a script; false when there is none of that name.
  mutating func add(property name: String, negated: Bool) -> Bool {
    if name == "Any" {
      add([0...0x10FFFF], negated: negated, foldingCase: false)
      return true
    }
    if let members = Self.categories[name] {
      categories.append((members, negated))
      return true
    }
    // Which names are scripts is left to the server; they all begin so.
    guard let first = name.utf8.first, (0x41...0x5A).contains(first), name.utf8.count > 2,
      name.utf8.allSatisfy({ Bytes.isLetter($0) || $0 == 0x5F })
    else { return false }
    isUnknown = true
    return true
  }

  /// Works membership of ASCII out; to be called once nothing is added any more.
  mutating func prepare() {
    for value in 0..<UInt32(128) where search(value) {
      if value < 64 {
        ascii.low |= 1 << UInt64(value)
      } else {
        ascii.high |= 1 << UInt64(value - 64)
      }
    }
  }

  /// - Precondition: `prepare()` was called.
  @inline(__always)
  func contains(_ value: UInt32) -> Bool {
    if value < 64 { return ascii.low >> UInt64(value) & 1 == 1 }
    if value < 128 { return ascii.high >> UInt64(value - 64) & 1 == 1 }
    return search(value)
  }

  private func search(_ value: UInt32) -> Bool {
    (holds(value) || (foldsCase && Self.foldings(of: value).contains(where: holds))) != isNegated
  }

  private func holds(_ value: UInt32) -> Bool {
    if ranges.contains(where: { $0.contains(value) }) { return true }
    if complements.contains(where: { !$0.contains { $0.contains(value) } }) { return true }
    guard !categories.isEmpty, let scalar = Unicode.Scalar(value) else { return false }
    let category = scalar.properties.generalCategory
    return categories.contains { $0.members.contains(category) != $0.isNegated }
  }

  /// The other characters that differ only in case, as unicode.SimpleFold goes round them.
  private static func foldings(of value: UInt32) -> [UInt32] {
    guard let scalar = Unicode.Scalar(value) else { return [] }
    var result: [UInt32] = []
    // K and the Kelvin sign, s and the long s: what no mapping of the ASCII letter leads to.
    if value | 0x20 == 0x6B { result.append(0x212A) }
    if value | 0x20 == 0x73 { result.append(0x17F) }
    for mapped in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
      guard mapped.unicodeScalars.count == 1, let other = mapped.unicodeScalars.first else {
        continue
      }
      result.append(other.value)
      for next in [other.properties.lowercaseMapping, other.properties.uppercaseMapping]
      where next.unicodeScalars.count == 1 {
        result += next.unicodeScalars.map(\.value)
      }
    }
    return result
  }

  // MARK: Names

  private static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
  private static let space: [ClosedRange<UInt32>] = [0x09...0x0A, 0x0C...0x0D, 0x20...0x20]
  private static let word: [ClosedRange<UInt32>] = [
    0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A,
  ]

  /// Perl's classes are ASCII's in RE2.
  static let perl: [Unicode.Scalar: [ClosedRange<UInt32>]] = [
    "d": digits, "D": digits, "s": space, "S": space, "w": word, "W": word,
  ]

  static let posix: [String: [ClosedRange<UInt32>]] = [
    "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A], "alpha": [0x41...0x5A, 0x61...0x7A],
    "ascii": [0...0x7F], "blank": [0x09...0x09, 0x20...0x20],
    "cntrl": [0...0x1F, 0x7F...0x7F], "digit": digits, "graph": [0x21...0x7E],
    "lower": [0x61...0x7A], "print": [0x20...0x7E],
    "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E],
    "space": [0x09...0x0D, 0x20...0x20], "upper": [0x41...0x5A], "word": word,
    "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
  ]

  private static let categories: [String: Set<Unicode.GeneralCategory>] = {
    let single: [String: Unicode.GeneralCategory] = [
      "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter,
      "Lm": .modifierLetter, "Lo": .otherLetter, "Mn": .nonspacingMark, "Mc": .spacingMark,
      "Me": .enclosingMark, "Nd": .decimalNumber, "Nl": .letterNumber, "No": .otherNumber,
      "Pc": .connectorPunctuation, "Pd": .dashPunctuation, "Ps": .openPunctuation,
      "Pe": .closePunctuation, "Pi": .initialPunctuation, "Pf": .finalPunctuation,
      "Po": .otherPunctuation, "Sm": .mathSymbol, "Sc": .currencySymbol, "Sk": .modifierSymbol,
      "So": .otherSymbol, "Zs": .spaceSeparator, "Zl": .lineSeparator,
      "Zp": .paragraphSeparator, "Cc": .control, "Cf": .format, "Co": .privateUse,
      "Cs": .surrogate,
    ]
    var all: [String: Set<Unicode.GeneralCategory>] = [:]
    for (name, category) in single {
      all[name] = [category]
      all[String(name.prefix(1)), default: []].insert(category)
    }
    return all
  }()
}
