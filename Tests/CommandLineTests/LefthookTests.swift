import Foundation
import TestSupport
import Testing

/// The recipe of docs/hooks.md in lefthook itself: `pip install lefthook` puts it on PATH.
@Suite(.enabled(if: Tool.isThere("lefthook"), "lefthook is not installed"))
struct LefthookTests {
  /// The example with the recipe as the page has it.
  private func withRecipe() throws -> Sandbox {
    let page = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: Sandbox.package + "/docs/hooks.md")),
      as: UTF8.self)
    let chapter = try #require(page.split(separator: "## lefthook\n").last)
    let recipe = try #require(
      chapter.split(separator: "```yaml\n").dropFirst().first?.split(separator: "```").first)
    let box = try Sandbox.withExample()
    try box.write("work/lefthook.yml", String(recipe))
    try box.sh(
      """
      git init -q --bare server.git; cd work; git remote add origin ../server.git
      git add .; git commit -qm lefthook; lefthook install
      """)
    return box
  }

  @Test func `a bad commit is refused and a good one passes`() throws {
    let box = try withRecipe()
    let outcome = try box.work(
      """
      echo '# fine' >> deployment/deployment.yaml; git commit -qam good
      sed -i 's/containers:/contianers:/' deployment/deployment.yaml; git commit -qam bad || exit 9
      """)
    #expect(outcome.status == 9, "\(outcome.text)")
    #expect(outcome.text.contains("manifest/unknown-field"), "\(outcome.text)")
    #expect(try box.sh("git -C work rev-list --count HEAD") == "3")
  }

  @Test func `a bad branch is not pushed and a good one is`() throws {
    let box = try withRecipe()
    let outcome = try box.work(
      """
      git push -q origin HEAD:refs/heads/main
      sed -i 's/containers:/contianers:/' deployment/deployment.yaml; git commit -q --no-verify -am bad
      git push -q origin HEAD:refs/heads/main || exit 9
      """)
    #expect(outcome.status == 9, "\(outcome.text)")
    #expect(outcome.text.contains("manifest/unknown-field"), "\(outcome.text)")
    #expect(try box.sh("git -C server.git rev-list --count main") == "2")
  }
}
