/// Another language: what its words are for an English literal (`Message.literals`).
public struct Translation: Sendable {
  /// A language tag, such as `zh`.
  public let language: String
  /// Whether a blank stands between its letters and Latin ones.
  let separatesScripts: Bool
  private let find: @Sendable (String) -> String?

  public init(language: String, find: @escaping @Sendable (String) -> String?) {
    self.language = language
    separatesScripts = language == "zh"
    self.find = find
  }

  /// Nil when there is none; the English words are shown then.
  public func translated(_ literal: String) -> String? { find(literal) }
}
