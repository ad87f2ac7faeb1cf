import Foundation
import Testing
import YAML

@testable import ManifestLint

/// The Chinese catalogue holds all that people read, and nothing else.
@Suite struct TranslationTests {
  static let chinese = Chinese.words
  static let literals: [(file: String, literals: [SourceLiterals.Literal])] =
    (try? SourceLiterals.all(of: GeneratedFilesTests.package)) ?? []

  /// Two words that stand side by side make it a text for people, most likely.
  private static func hasWords(_ text: String) -> Bool {
    text.contains(/[a-z]{2,}[^A-Za-z]* [a-z]{2,}/)
  }

  @Test func `every text of the source is translated, or listed as none for people`() {
    #expect(Self.literals.count > 200)
    var missing: [String] = []
    for (file, literals) in Self.literals
    where !Untranslated.files.contains(where: { file.contains($0) }) {
      for literal in literals
      where Self.hasWords(literal.text) && Self.chinese[literal.text] == nil
        && !Untranslated.texts.contains(literal.text) && !Untranslated.isExample(literal)
      {
        missing.append("\(file): \(literal.text)")
      }
    }
    #expect(
      missing.isEmpty,
      "translate it in Sources/ManifestLint/Translations, or list it in Untranslated.swift")
  }

  @Test func `every text of every rule is translated`() {
    for rule in RuleTable.all {
      for text in [rule.title, rule.why, rule.remedy] {
        #expect(Self.chinese[text] != nil, "\(rule.id): \(text)")
      }
    }
  }

  @Test(arguments: RuleTable.all.filter { !$0.bad.isEmpty })
  func `every message of a rule's example is translated, in all its parts`(rule: Rule) throws {
    for finding in try RuleExampleTests.findings(rule.bad, of: rule) {
      for message in [finding.message] + finding.related.map(\.message) {
        for literal in message.literals where literal.contains(/[A-Za-z]{2}/) {
          #expect(Self.chinese[literal] != nil, "\(finding.rule.id): \(literal)")
        }
      }
    }
  }

  @Test func `nothing is translated that the source does not say`() {
    var known: Set<String> = []
    for (file, literals) in Self.literals where !file.contains("/Translations/") {
      for literal in literals { known.insert(literal.text) }
    }
    for (english, _) in Chinese.pairs {
      // Not in the expectation itself, which would print all that the source says.
      let isKnown = known.contains(english)
      #expect(isKnown, "no source says: \(english)")
    }
  }

  @Test func `a translation is Chinese, has the same places and is the only one`() {
    var seen: [String: String] = [:]
    for (english, chinese) in Chinese.pairs {
      #expect(!chinese.isEmpty && chinese != english, "\(english)")
      func places(_ text: String) -> Set<Substring> { Set(text.matches(of: /{\d+}/).map(\.output)) }
      #expect(places(english) == places(chinese), "\(english): \(chinese)")
      #expect(seen.updateValue(chinese, forKey: english) == nil, "twice: \(english)")
      let hasIdeograph = chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      #expect(hasIdeograph || !Self.hasWords(english) || english.hasPrefix("the "), "\(english)")
      #expect(!chinese.contains(#/\p{Han}[,;?!]|\p{Han}: /#), "half-width punctuation: \(chinese)")
    }
  }

  @Test func `what rules quote in backticks is quoted in Chinese too`() {
    func quotes(_ text: String) -> [Substring] {
      text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map(\.element).sorted()
    }
    let reworded: Set<String> = ["lint/suppression-malformed", "yaml/reserved-character"]
    for rule in RuleTable.all where !reworded.contains(rule.id) {
      for text in [rule.title, rule.why, rule.remedy] {
        #expect(quotes(text) == quotes(Self.chinese[text] ?? ""), "\(rule.id): \(text)")
      }
    }
  }

  @Test func `parts are put together in Chinese, and values stay values`() {
    let inner: Message = "; did you mean \("image")?"
    let message: Message = "unknown field \("imge"): \("Container") has no \("imge")\(inner)"
    #expect(message.text == "unknown field imge: Container has no imge; did you mean image?")
    let chinese = Language.chinese.translation
    #expect(message.text(in: chinese) == "未知字段 imge：Container 没有 imge；是否想写 image？")
    #expect(
      message.pieces(in: chinese).filter { if case .value = $0 { true } else { false } }.count == 4)
    let hostile: Message = "unknown anchor '\("{1}")' referenced: no \"&\("{0}")\" stands before it"
    #expect(hostile.text.contains("'{1}'"))
  }

  @Test(arguments: [
    ("zh_CN.UTF-8", Language.chinese), ("zh", .chinese), ("zh-TW", .chinese), ("en_US", .english),
    ("C", .english), ("", .english), ("zhx", .english),
  ])
  func `a locale names a language`(locale: String, language: Language) {
    #expect(Language(locale: locale) == language)
  }

  @Test(arguments: ReportFormat.allCases)
  func `a report in Chinese is the same record in other words`(format: ReportFormat) throws {
    let rule = try #require(RuleTable.rule("manifest/wrong-type"))
    var report = Report(toolVersion: "0", snapshot: .init(kind: "files"))
    report.findings = try RuleExampleTests.findings(rule.bad, of: rule)
    report.finish()
    var options = RenderOptions()
    let english = String(decoding: render(report, as: format, options: options), as: UTF8.self)
    options.language = Language.chinese.translation
    let chinese = String(decoding: render(report, as: format, options: options), as: UTF8.self)
    #expect(english != chinese)
    #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(!english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    let print = try #require(report.findings.first?.fingerprint)
    #expect(english.contains(print) == chinese.contains(print))
  }
}
