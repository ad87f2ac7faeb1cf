/// Values by the texts of fields, which are all of one tree. The first few are kept in place and
/// looked through one by one: most lists of an object are as short.
struct TextMap<Value> {
  private var texts = InlineArray<8, UInt32>(repeating: 0)
  private var values = InlineArray<8, Value?>(repeating: nil)
  private var count = 0
  /// Of longer lists.
  private var many: NameMap<Value>?

  subscript(text: Field) -> Value? {
    if let many { return many[text.bytes] }
    for index in 0..<count where text.isSameText(as: texts[index]) { return values[index] }
    return nil
  }

  /// Whether the text is new; a known one keeps its value.
  @discardableResult
  mutating func insert(_ text: Field, _ value: Value) -> Bool {
    if many == nil {
      for index in 0..<count where text.isSameText(as: texts[index]) { return false }
      guard count == texts.count else {
        texts[count] = text.textIndex
        values[count] = value
        count += 1
        return true
      }
      var all = NameMap<Value>()
      for index in 0..<count {
        if let value = values[index] { all.insert(text.bytes(of: texts[index]), value) }
      }
      many = all
    }
    return many?.insert(text.bytes, value) ?? false
  }
}

/// The texts seen so far.
typealias TextSet = TextMap<Void>

extension TextSet {
  init(_ texts: some Sequence<Field>) {
    for text in texts { insert(text) }
  }

  func contains(_ text: Field) -> Bool { self[text] != nil }

  /// Whether it is new.
  @discardableResult
  mutating func insert(_ text: Field) -> Bool { insert(text, ()) }
}
