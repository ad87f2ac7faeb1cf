import ManifestLint
import Testing
import YAML

@Suite struct `The Markdown note` {
  @Test func `tells the summary, the findings by file and what to do`() {
    #expect(
      Samples.text(Samples.ordinary, .markdown) == """
        ## manifest-lint: 1 error, 1 warning

        checked 1 agent, 3 files, 2 objects against Kubernetes 1.36: 1 error, 1 warning, \
        1 suppressed; not checked: 1 object (`no schema`)

        **`.gitlab/agents/prod eu/config.yaml`**

        - **error** 2:3 unknown key "`manifest_project`"; did you mean "`manifest_projects`"? \
        (agent/unknown-field), in `/gitops/manifest_project`

        **`manifests/web.yaml`**

        - **warning** 14:13 spec.replicas: expected integer, got `string` (manifest/type), in \
        `apps/v1 Deployment default/web, /spec/replicas`

        ### What to do

        - agent/unknown-field: Correct its spelling.
        - manifest/type: Write a value of the type named.

        """)
  }

  @Test func `links to files and rules where their pages are known`() {
    var options = RenderOptions()
    options.blobPages = "https://gitlab.example.com/g/p/-/blob/main"
    options.rulePages = "https://example.com/rules"
    let text = Samples.text(Samples.ordinary, .markdown, options)
    #expect(
      text.contains(
        "[2:3](https://gitlab.example.com/g/p/-/blob/main/.gitlab/agents/prod%20eu/config.yaml#L2)"
      ))
    #expect(text.contains("[manifest/type](https://example.com/rules/manifest/type.md)"))
  }

  @Test(arguments: [
    ("@all", "`@all`"), ("a`b", "``a`b``"), ("`a`", "`` `a` ``"), ("a``b`c", "```a``b`c```"),
    (" a", "`  a `"), ("", "`  `"), ("a\n/close", "`a\\n/close`"),
  ])
  func `a value is code, whatever it holds`(value: String, code: String) {
    var report = Samples.empty
    report.findings = [Finding(Samples.type, "a *value* of \(value)")]
    report.finish()
    let text = Samples.text(report, .markdown)
    #expect(text.contains("- **error** a \\*value\\* of \(code) (manifest/type)\n"))
  }

  @Test func `of very many findings the most severe are shown and the rest counted`() {
    let report = Samples.large(3_000)
    let text = Samples.text(report, .markdown)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("- **error**") } == 500)
    #expect(text.contains("\n2500 more findings not shown.\n"))
    #expect(text.utf8.count < 1_000_000)
  }

  @Test func `a clean run says so`() {
    #expect(Samples.text(Samples.empty, .markdown).hasPrefix("## manifest-lint: nothing found\n"))
  }
}
