/// The texts of fields seen so far, which are all of one tree, each with a small number. The first few
/// are kept in place and looked through one by one: most lists of an object are as short.
struct TextSet {
  private var texts = InlineArray<8, UInt32>(repeating: 0)
  private var numbers = InlineArray<8, UInt8>(repeating: 0)
  private var count = 0
  /// All of a longer list.
  private var many: [ArraySlice<UInt8>: UInt8]?

  init() {}

  init(_ texts: some Sequence<Field>) {
    for text in texts { insert(text) }
  }

  /// The number of a text; nil for one that has not been seen.
  subscript(text: Field) -> UInt8? {
    if count > texts.count { return many?[text.bytes] }
    for index in 0..<count where text.isSameText(as: texts[index]) { return numbers[index] }
    return nil
  }

  func contains(_ text: Field) -> Bool { self[text] != nil }

  /// Whether the text is new; a known one keeps its number.
  @discardableResult
  mutating func insert(_ text: Field, _ number: UInt8 = 0) -> Bool {
    if self[text] != nil { return false }
    if count < texts.count {
      texts[count] = text.textIndex
      numbers[count] = number
    } else {
      if count == texts.count {
        many = [:]
        for index in 0..<count { many?[text.bytes(of: texts[index])] = numbers[index] }
      }
      many?[text.bytes] = number
    }
    count += 1
    return true
  }
}
