public import YAML

/// A language that this program speaks. Rule ids, severities in `text` and everything that a machine
/// reads are the same in all.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh"

  /// Nil for English, in which everything is written.
  public var translation: Translation? {
    switch self {
    case .english: nil
    case .chinese: Translation(language: rawValue) { Chinese.words[$0] }
    }
  }

  /// The language of a locale such as `zh_CN.UTF-8`, as `LC_ALL` has it.
  public init(locale: String) {
    let name = locale.prefix { $0.isASCII && $0.isLetter }.lowercased()
    self = Language(rawValue: name) ?? .english
  }
}
