import Foundation
import ManifestLint
import Testing
import YAML

@Suite struct `The plan` {
  private func plan(_ report: Report, _ format: PlanFormat) -> String {
    var bytes: [UInt8] = []
    renderPlan(report, as: format) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var report: Report {
    var report = Samples.ordinary
    report.agents[0].selections[0].defaultNamespace = "default"
    report.agents[0].selections[0].objects[1].isNamespaceDefault = true
    return report
  }

  @Test func `tells for every agent each object and the file and document it comes from`() {
    #expect(
      plan(report, .text) == """
        agent prod eu (.gitlab/agents/prod eu/config.yaml)
          project group/project: 2 files, 2 objects, default namespace default
            shop/Widget/w1 (example.com/v1) from manifests/crd.yaml#0
            default/Deployment/web (apps/v1) from manifests/web.yaml#0, default namespace
          project group/other: nothing here: the project is another repository

        """)
  }

  @Test func `as Markdown it is a list`() {
    let text = plan(report, .markdown)
    #expect(text.hasPrefix("# Plan\n\n## Agent `prod eu`\n"))
    #expect(
      text.contains(
        "\n- `default/Deployment/web` (`apps/v1`) from `manifests/web.yaml`, document 0, "
          + "default namespace\n"))
  }

  @Test func `as JSON it has the agents of the record`() throws {
    let record = try JSONSerialization.jsonObject(with: Data(render(report, as: .json)))
    let value = try JSONSerialization.jsonObject(with: Data(plan(report, .json).utf8))
    let agents = try #require((value as? [String: Any])?["agents"] as? NSArray)
    #expect(agents == (record as? [String: Any])?["agents"] as? NSArray)
    #expect(agents.count == 1)
  }

  @Test func `without an agent it says so`() {
    #expect(plan(Samples.empty, .text) == "no agent is configured\n")
    #expect(plan(Samples.empty, .markdown) == "# Plan\n\nNo agent is configured.\n")
  }

  @Test func `names from the repository stay in their line`() {
    let lines = plan(Samples.hostile, .text).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4)
    #expect(lines.joined().unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }
}
