/// The words that an enumerated field may hold.
struct Words: Sendable {
  let words: [StaticString]

  init(_ words: StaticString...) { self.words = words }

  func contains(_ field: Field) -> Bool {
    for word in words where field.equals(word) { return true }
    return false
  }

  func contains(_ bytes: ArraySlice<UInt8>) -> Bool {
    words.contains { $0.withUTF8Buffer { bytes.elementsEqual($0) } }
  }

  /// `"TCP", "UDP"`.
  var text: String {
    words.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
