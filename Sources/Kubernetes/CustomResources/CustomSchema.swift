import YAML

/// The schema of one version of a custom kind: nodes that refer to each other by number, number 0
/// the root. Made once from a definition's file, of which nothing else is kept.
struct CustomSchema: Sendable {
  /// What a field that no schema names means.
  enum Dialect: Sendable {
    /// A structural schema: the server drops it, so that strict mode refuses it.
    case structural
    /// As `structural`, of a definition that keeps unknown fields everywhere (v1beta1's default).
    case preserving
    /// A JSON schema file: only `additionalProperties: false` forbids it.
    case jsonSchema
  }

  struct Types: OptionSet, Sendable {
    let rawValue: UInt8
    static let object = Types(rawValue: 1 << 0)
    static let array = Types(rawValue: 1 << 1)
    static let string = Types(rawValue: 1 << 2)
    static let integer = Types(rawValue: 1 << 3)
    static let number = Types(rawValue: 1 << 4)
    static let boolean = Types(rawValue: 1 << 5)
    static let null = Types(rawValue: 1 << 6)

    static let names: [(name: StaticString, type: Types)] = [
      ("object", .object), ("array", .array), ("string", .string), ("integer", .integer),
      ("number", .number), ("boolean", .boolean), ("null", .null),
    ]
  }

  struct Property: Sendable {
    var name: [UInt8]
    var node: Int
  }

  /// What is said of fields that are no properties.
  enum Others: Sendable {
    case unsaid
    case all
    case none
    case schema(Int)
  }

  struct Bound: Sendable {
    var value: Double
    var isExclusive: Bool
  }

  /// A range of counts: characters, items or properties.
  struct Counts: Sendable {
    var least: Int?
    var most: Int?
  }

  enum ListType: Sendable { case atomic, set, map }

  struct Node: Sendable {
    /// Empty: any.
    var types: Types = []
    var isNullable = false
    var isIntOrString = false
    var isEmbedded = false
    var preservesUnknown = false
    /// In byte order of their names.
    var properties: [Property] = []
    var patternProperties: [(pattern: RegularExpression, node: Int)] = []
    var others = Others.unsaid
    var items: Int?
    var required: [[UInt8]] = []
    /// The JSON texts of the values allowed.
    var values: [[UInt8]]? {
      didSet { if let values, values.count > 16 { valueSet = Set(values) } }
    }
    /// The same, where they are many.
    private(set) var valueSet: Set<[UInt8]> = []
    var format: ValueFormat?
    /// The expression is nil when this program does not follow it.
    var pattern: (text: String, expression: RegularExpression?)?
    var minimum: Bound?
    var maximum: Bound?
    var multipleOf: Double?
    var length = Counts()
    var itemCount = Counts()
    var propertyCount = Counts()
    var allOf: [Int] = []
    var anyOf: [Int] = []
    var oneOf: [Int] = []
    var not: Int?
    var listType = ListType.atomic
    var listKeys: [[UInt8]] = []
    /// A tree of the default value alone.
    var defaultValue: Tree?
    /// How many things the server would look at on a create and this program does not: CEL rules,
    /// and what it could not read.
    var ruleCount = 0

    /// Whether a value's JSON text is one of `values`.
    func allows(_ json: [UInt8]) -> Bool {
      valueSet.isEmpty ? values?.contains(json) == true : valueSet.contains(json)
    }

    func property(_ name: ArraySlice<UInt8>) -> Int? {
      var low = 0
      var high = properties.count
      while low < high {
        let middle = (low + high) / 2
        let candidate = properties[middle].name
        if candidate.elementsEqual(name) { return properties[middle].node }
        if candidate.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
      }
      return nil
    }

    /// The schema of a member, which is nil where none is given.
    func member(_ name: ArraySlice<UInt8>) -> Int? {
      if let node = property(name) { return node }
      if let found = patternProperties.first(where: { $0.pattern.matches(name) == true }) {
        return found.node
      }
      if case .schema(let node) = others { return node }
      return nil
    }
  }

  var dialect: Dialect
  var nodes: [Node] = []

  subscript(node: Int) -> Node { nodes[node] }
}
