import Foundation
import TestSupport
import Testing

/// Which language who hears: people that of their locale or of `--lang`, machines English unless asked.
@Suite struct LanguageTests {
  private static let manifest =
    "printf 'apiVersion: v1\\nkind: Pod\\nmetadata: {name: a}\\nspec: {containers: 5}\\n' > a.yaml; "

  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test(
    arguments: [
      // format, variables, options, Chinese on output, Chinese on errors
      ("text", ["LANG": "zh_CN.UTF-8"], "", true, true),
      ("full", ["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], "", true, true),
      ("text", ["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], "", false, false),
      ("text", ["LANG": "zh_CN.UTF-8"], "--lang en", false, false),
      ("markdown", ["LC_MESSAGES": "zh_TW"], "", true, true),
      ("html", [:], "--lang=zh", true, true),
      ("json", ["LANG": "zh_CN.UTF-8"], "", false, true),
      ("json", [:], "--lang zh", true, true),
      ("sarif", ["LANG": "zh_CN.UTF-8"], "", false, true),
      ("junit", ["MANIFEST_LINT_LANG": "zh"], "", true, true),
      ("codequality", [:], "--lang zh", true, true),
      ("text", [:], "", false, false),
    ] as [(String, [String: String], String, Bool, Bool)])
  func `people hear their language, machines English unless asked`(
    format: String, variables: [String: String], options: String, output: Bool, errors: Bool
  ) throws {
    let outcome = try Sandbox().run(
      Self.manifest + "manifest-lint manifests --format \(format) \(options) a.yaml || true",
      variables: variables)
    #expect(Self.isChinese(outcome.output) == output, "\(outcome.text)")
    #expect(Self.isChinese(outcome.errors) == errors, "\(outcome.text)")
  }

  @Test func `wrong usage, help and rules speak it too`() throws {
    let outcome = try Sandbox().run(
      """
      manifest-lint chek || manifest-lint check --lang || manifest-lint check --lang xx || true
      manifest-lint help; manifest-lint help check; manifest-lint check --help
      manifest-lint rules | head -3; manifest-lint explain manifest/wrong-type
      """, variables: ["LANG": "zh_CN.UTF-8"])
    for text in [
      "未知命令“chek”；是否想写 check？", "--lang 需要一个值", "“xx”无法理解；请写 en|zh",
    ] {
      #expect(outcome.errors.contains(text), "\(text)\n\(outcome.errors)")
    }
    for text in ["用法：manifest-lint 命令 [选项]", "检查一棵树", "原因", "办法", "依据"] {
      #expect(outcome.output.contains(text), "\(text)\n\(outcome.output)")
    }
  }

  @Test func `fingerprints are the same in both languages, so one baseline holds for both`() throws
  {
    let outcome = try Sandbox().run(
      Self.manifest
        + """
        for lang in en zh; do
          manifest-lint manifests --format json --lang $lang a.yaml |
            grep -o '"fingerprint": "[0-9a-f]*"' > $lang || true
        done
        [ -s en ] && cmp en zh
        """)
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test func `a server speaks as its settings say, whatever its locale`() throws {
    let box = try Sandbox.withServer(settings: "lang: zh")
    let outcome = try box.work(
      """
      sed -i 's/containers:/contianers:/' deployment/deployment.yaml; git add .; git commit -qm bad
      git push -q origin main || true
      """)
    #expect(outcome.errors.contains("GL-HOOK-ERR: 推送被拒绝"), "\(outcome.text)")
    #expect(outcome.errors.contains("未知字段"), "\(outcome.text)")
  }
}
