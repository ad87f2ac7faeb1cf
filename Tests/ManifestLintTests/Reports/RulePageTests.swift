import ManifestLint
import Testing
import YAML

@Suite struct `Rule pages` {
  static let rule = Rule(
    "glob/no-match", .warning, "The glob selects no file",
    why: """
      The agent takes the project to be empty and prunes what it applied before. Its log says \
      `synced` and a <revision>.
      """,
    remedy: "Correct the glob, or take it out.",
    bad: "=== .gitlab/agents/a/config.yaml\ngitops: {}\n=== x.yaml mode=120000\nkind: ```\n\n",
    good: "gitops: {}\n", source: "kas, gitops module", aliases: ["glob/empty"])

  @Test func `explain tells what, why, what to do and how to silence it`() {
    #expect(
      explainText(Self.rule) == """
        glob/no-match (warning, since 0.1.0)
        The glob selects no file

        Why
          The agent takes the project to be empty and prunes what it applied before. Its
          log says `synced` and a <revision>.

        Remedy
          Correct the glob, or take it out.

        Bad
          === .gitlab/agents/a/config.yaml
          gitops: {}
          === x.yaml mode=120000
          kind: ```

        Good
          gitops: {}

        To silence it
          # manifest-lint: disable=glob/no-match -- why it is right here
          manifest-lint check --rule glob/no-match=off

        Former names
          glob/empty

        Source
          kas, gitops module

        """)
  }

  @Test func `the page has the same, with a whole repository file by file`() {
    let page = rulePage(Self.rule)
    #expect(page.hasPrefix("# glob/no-match\n\nThe glob selects no file.\n\nSeverity: warning."))
    #expect(page.contains("says `synced` and a \\<revision\\>.\n\n## Remedy\n"))
    #expect(page.contains("`.gitlab/agents/a/config.yaml`\n\n```yaml\ngitops: {}\n```\n\n"))
    #expect(page.contains("`x.yaml mode=120000`\n\n````yaml\nkind: ```\n````\n"))
    #expect(page.hasSuffix("kas, gitops module\n"))
    #expect(!page.contains("\n\n\n"))
  }

  @Test func `a rule about git itself is silenced only as a whole`() {
    let rule = Rule("git/x", .error, "X", why: "X.", remedy: "X.", source: "X")
    #expect(!explainText(rule).contains("disable="))
    #expect(explainText(rule).contains("--rule git/x=off"))
  }

  @Test func `the index lists rules by category`() {
    #expect(
      ruleIndex([Self.rule, Samples.unknownField]) == """
        # Rules

        ## agent

        | rule | severity | |
        | --- | --- | --- |
        | [agent/unknown-field](agent/unknown-field.md) | error | Unknown key in an agent \
        configuration file |

        ## glob

        | rule | severity | |
        | --- | --- | --- |
        | [glob/no-match](glob/no-match.md) | warning | The glob selects no file |

        """)
  }

  @Test(arguments: RuleTable.all.map(\.id))
  func `every rule has an explanation and a page with each part once`(id: String) throws {
    let rule = try #require(RuleTable.rule(id))
    let page = rulePage(rule)
    let headings = page.split(separator: "\n").filter { $0.hasPrefix("## ") }
    for part in ["## Why", "## Remedy", "## To silence it", "## Source"] {
      #expect(headings.count { $0 == part } == 1)
    }
    // Of fences, each opens or closes a block of an example.
    #expect(page.split(separator: "\n").count { $0.hasPrefix("```") }.isMultiple(of: 2))
    #expect(explainText(rule).split(separator: "\n").count >= 8)
  }
}
