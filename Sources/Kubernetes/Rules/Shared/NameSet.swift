/// Values by name. Most lists are short, and looking through a few is faster than hashing.
struct NameMap<Value> {
  private var few: [(name: ArraySlice<UInt8>, value: Value)] = []
  private var many: [ArraySlice<UInt8>: Value] = [:]

  subscript(name: ArraySlice<UInt8>) -> Value? {
    guard many.isEmpty else { return many[name] }
    return few.first { $0.name.elementsEqual(name) }?.value
  }

  /// Whether the name is new; a known one keeps its value.
  @discardableResult
  mutating func insert(_ name: ArraySlice<UInt8>, _ value: Value) -> Bool {
    if self[name] != nil { return false }
    if many.isEmpty, few.count == fewest {
      for (name, value) in few { many[name] = value }
      few = []
    }
    if many.isEmpty {
      few.append((name, value))
    } else {
      many[name] = value
    }
    return true
  }
}

/// How many names are looked through one by one.
private let fewest = 12

/// The texts seen so far.
typealias NameSet = NameMap<Void>

extension NameSet {
  init(_ names: some Sequence<ArraySlice<UInt8>>) {
    for name in names { insert(name) }
  }

  func contains(_ name: ArraySlice<UInt8>) -> Bool { self[name] != nil }

  /// Whether it is new.
  @discardableResult
  mutating func insert(_ name: ArraySlice<UInt8>) -> Bool { insert(name, ()) }
}

/// The members of a map, for look-ups by keys that are data.
struct Members {
  private let field: Field
  private var index: [ArraySlice<UInt8>: Field] = [:]

  init(_ field: Field) {
    self.field = field
    guard field.size > fewest else { return }
    for (key, value) in field.entries { index[key.bytes] = value }
  }

  /// Nil when there is no such key; of a null value there is a field.
  subscript(key: ArraySlice<UInt8>) -> Field? {
    guard index.isEmpty else { return index[key] }
    for (name, value) in field.entries where name.bytes.elementsEqual(key) { return value }
    return nil
  }

  /// The same for a key that another map has.
  subscript(key: Field) -> Field? {
    guard index.isEmpty else { return index[key.bytes] }
    for (name, value) in field.entries where name.isSameText(as: key) { return value }
    return nil
  }
}
