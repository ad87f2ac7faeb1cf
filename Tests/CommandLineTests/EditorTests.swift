import Foundation
import TestSupport
import Testing

/// `check --stdin-filename`, and the recipes of docs/editors.md.
@Suite struct EditorTests {
  // MARK: Unsaved files

  private static let misspelt = "sed 's/containers:/contianers:/' deployment/deployment.yaml"

  @Test(arguments: [
    // a file that the agent selects, by every way to write its path
    (misspelt, "deployment/deployment.yaml", "manifest/unknown-field"),
    (misspelt, "./deployment/deployment.yaml", "manifest/unknown-field"),
    (misspelt, "$PWD/deployment/../deployment/deployment.yaml", "manifest/unknown-field"),
    // a new file
    (misspelt, "deployment/new.yaml", "manifest/unknown-field"),
    // the configuration, and what it selects
    ("echo 'gitop: {}'", ".gitlab/agents/gitops/config.yaml", "agent/unknown-field"),
    (
      "sed 's/glob: .*/glob: nowhere\\/*.yaml/' .gitlab/agents/gitops/config.yaml",
      ".gitlab/agents/gitops/config.yaml", "glob/"
    ),
    // a configuration in a place where nobody reads it
    ("echo 'ci_access: {}'", ".gitlab/agents/gitops/config.yml", "agent/config-path"),
  ])
  func `what an editor holds is judged in the tree around it`(
    text: String, path: String, rule: String
  ) throws {
    let outcome = try Sandbox.withExample().work(
      "\(text) | manifest-lint check --format text --stdin-filename \"\(path)\" || true")
    #expect(outcome.output.contains(" \(rule)"), "\(outcome.text)")
    let name = path.split(separator: "/").last ?? ""
    for line in outcome.output.split(separator: "\n") {
      #expect(line.prefix { $0 != ":" }.hasSuffix(name), "\(line)")
    }
  }

  @Test func `the file on disk does not count, and other files are not told of`() throws {
    let outcome = try Sandbox.withExample().work(
      """
      cp deployment/deployment.yaml good; cp good deployment/second.yaml
      sed -i 's/containers:/contianers:/' deployment/deployment.yaml
      sed -i 's/image:/imge:/; s/nginx-deployment/other/' deployment/second.yaml
      manifest-lint check --stdin-filename deployment/deployment.yaml < good
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.isEmpty, "\(outcome.text)")
    #expect(outcome.errors.contains("1 file, 1 object"), "\(outcome.text)")
  }

  @Test func `kinds that the tree defines are known, and what is no manifest is left alone`() throws
  {
    let box = try Sandbox.withExample()
    try box.sh("cp '\(Sandbox.package)/Tests/Fixtures/editors/crd.yaml' work/deployment/")
    let outcome = try box.work(
      """
      printf 'apiVersion: example.com/v1\\nkind: Backup\\nmetadata: {name: a}\\nspec: {copies: x}\\n' |
        manifest-lint check --format text --stdin-filename deployment/backup.yaml || true
      echo 'stages: [test' | manifest-lint check --stdin-filename .gitlab-ci.yml
      echo '# Title: [' | manifest-lint check --stdin-filename README.md
      """)
    #expect(
      outcome.output.contains("backup.yaml:4:16: error manifest/wrong-type"), "\(outcome.text)")
    #expect(outcome.output.split(separator: "\n").count == 1, "\(outcome.text)")
  }

  @Test func `--fix prints the mended text, and a path outside is wrong usage`() throws {
    let outcome = try Sandbox.withExample().work(
      """
      \(Self.misspelt) | manifest-lint check --fix --stdin-filename deployment/deployment.yaml > fixed
      cmp fixed deployment/deployment.yaml
      manifest-lint check --fix --stdin-filename deployment/deployment.yaml < fixed | cmp - fixed
      manifest-lint check --stdin-filename /etc/hosts < fixed || echo "status $?"
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output == "status 2\n", "\(outcome.text)")
  }

  // MARK: Recipes

  private static func page(_ name: String) throws -> String {
    try String(contentsOfFile: "\(Sandbox.package)/docs/\(name)", encoding: .utf8)
  }

  /// The blocks of code in a language, in order.
  private static func blocks(_ language: String, of page: String) -> [String] {
    page.components(separatedBy: "```").enumerated()
      .filter { !$0.offset.isMultiple(of: 2) && $0.element.hasPrefix("\(language)\n") }
      .map { String($0.element.dropFirst(language.count + 1)) }
  }

  private static func isThere(_ program: String) -> Bool {
    (try? Sandbox().run("command -v \(program)").status) == 0
  }

  @Test func `the recipes are the same in both languages`() throws {
    let english = try Self.page("editors.md").components(separatedBy: "```")
    let chinese = try Self.page("zh/editors.md").components(separatedBy: "```")
    #expect(english.count == chinese.count && english.count >= 15)
    for number in stride(from: 1, to: min(english.count, chinese.count), by: 2) {
      #expect(english[number] == chinese[number])
    }
  }

  /// Text output with names and messages that a pattern may stumble over.
  private static func text() throws -> String {
    let outcome = try Sandbox.withExample().work(
      """
      mkdir 'deployment/a b: 1'; \(misspelt) > 'deployment/a b: 1/web.yaml'
      sed -i 's/replicas: .*/replicas: "a: 1:2: error x"/' deployment/deployment.yaml
      manifest-lint check --format text || true
      """)
    #expect(outcome.output.split(separator: "\n").count >= 3, "\(outcome.text)")
    return outcome.output
  }

  private static func pattern() throws -> String {
    let tasks = try #require(try blocks("json", of: page("editors.md")).last)
    let object = try JSONSerialization.jsonObject(with: Data(tasks.utf8)) as? [String: Any]
    let task = try #require((object?["tasks"] as? [[String: Any]])?.first)
    let matcher = try #require(task["problemMatcher"] as? [String: Any])
    let pattern = try #require(matcher["pattern"] as? [String: Any])
    for (number, name) in ["file", "line", "column", "severity", "code", "message"].enumerated() {
      #expect(pattern[name] as? Int == number + 1)
    }
    return try #require(pattern["regexp"] as? String)
  }

  @Test func `the problem matcher of VS Code reads every line`() throws {
    let expression = try NSRegularExpression(pattern: try Self.pattern())
    for line in try Self.text().split(separator: "\n").map(String.init) {
      let range = NSRange(line.startIndex..., in: line)
      let match = try #require(expression.firstMatch(in: line, range: range), "\(line)")
      let parts = (1...6).map { String(line[Range(match.range(at: $0), in: line)!]) }
      #expect(parts[0].hasSuffix(".yaml"), "\(line)")
      #expect(["error", "warning", "info"].contains(parts[3]))
      #expect(parts[4].contains("/") && !parts[5].isEmpty)
    }
  }

  @Test(.enabled(if: isThere("node")))
  func `the problem matcher is one for JavaScript, which runs it`() throws {
    let box = try Sandbox()
    try box.write("text", Self.text())
    try box.write("pattern", Self.pattern())
    let outcome = try box.run(
      """
      node -e 'const fs = require("fs"), r = new RegExp(fs.readFileSync("pattern", "utf8"));
        for (const l of fs.readFileSync("text", "utf8").trim().split("\\n"))
          if (!r.exec(l) || !r.exec(l)[1].endsWith(".yaml")) { console.log(l); process.exit(1) }'
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test(.enabled(if: isThere("vim")))
  func `vim's errorformat finds file, line, column and kind`() throws {
    let box = try Sandbox.withExample()
    try box.write("recipe.vim", try #require(Self.blocks("vim", of: Self.page("editors.md")).first))
    let outcome = try box.work(
      """
      \(Self.misspelt) > bad; mv bad deployment/deployment.yaml
      vim -N -u ../recipe.vim -es -c 'silent make!' \
        -c 'let l = map(getqflist(), "bufname(v:val.bufnr).\\"|\\".v:val.lnum.\\"|\\".v:val.col.\\"|\\".v:val.type.\\"|\\".v:val.text")' \
        -c 'call writefile(l, "found")' -c 'qa!' > /dev/null 2>&1 || true
      cat found
      """)
    #expect(
      outcome.output.contains("deployment/deployment.yaml|16|7|e|manifest/unknown-field"),
      "\(outcome.text)")
  }

  @Test(.enabled(if: isThere("nvim")))
  func `Neovim shows diagnostics with the recipe that needs no plug-in`() throws {
    let box = try Sandbox.withExample()
    let recipes = Self.blocks("lua", of: try Self.page("editors.md"))
    try box.write("init.lua", try #require(recipes.first))
    let outcome = try box.work(
      """
      \(Self.misspelt) > bad; mv bad deployment/deployment.yaml
      nvim --headless -u ../init.lua deployment/deployment.yaml \
        -c 'lua io.stdout:write(vim.fn.json_encode(vim.diagnostic.get(0)))' -c 'qa!'
      """)
    let found =
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]] ?? []
    let first = try #require(found.first, "\(outcome.text)")
    #expect(first["lnum"] as? Int == 15 && first["col"] as? Int == 6, "\(first)")
    #expect(first["end_col"] as? Int == 16 && first["severity"] as? Int == 1, "\(first)")
    #expect(first["code"] as? String == "manifest/unknown-field", "\(first)")
  }

  @Test(.enabled(if: isThere("lua")))
  func `the pattern for nvim-lint reads every line`() throws {
    let box = try Sandbox()
    let recipe = try #require(Self.blocks("lua", of: Self.page("editors.md")).last)
    let pattern = try #require(recipe.split(separator: "\n").first { $0.contains("'^(") })
      .trimmingCharacters(in: CharacterSet(charactersIn: " ,"))
    try box.write("text", Self.text())
    let outcome = try box.run(
      """
      lua -e "for l in io.lines('text') do local f, n = string.match(l, \(pattern))
        if not f or not f:match('yaml$') then print(l) os.exit(1) end end"
      """.replacing("$'", with: "\\$'").replacing("(.+)$", with: "(.+)\\$"))
    #expect(outcome.status == 0, "\(outcome.text)")
  }
}
