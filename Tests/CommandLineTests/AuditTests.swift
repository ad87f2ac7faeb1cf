import Foundation
import TestSupport
import Testing

@Suite struct AuditTests {
  private static let hash =
    "@hashed/b1/7e/b17ef6d19c7a5b1ee83b907c595526dcb1eb06db8227d650d5dda0a9f4ce8cd9.git"

  /// A storage as Gitaly keeps it: two projects, an empty and a broken one, and what is passed over.
  private func storage() throws -> Sandbox {
    let box = try Sandbox.withExample()
    try box.sh(
      """
      mkdir -p storage/@hashed/b1/7e; cd storage
      git clone -q --bare ../work \(Self.hash)
      git -C \(Self.hash) config gitlab.fullpath demo/nginx
      sed -i 's/containers:/contianers:/' ../work/deployment/deployment.yaml
      git -C ../work commit -qam bad; git clone -q --bare ../work team/bad.git
      git init -q --bare team/empty.git; cp -R team/bad.git team/broken.git
      rm -r team/broken.git/objects; mkdir team/broken.git/objects
      for name in @pools/a.git team/bad.wiki.git team/bad.design.git; do
        mkdir -p $(dirname $name); cp -R team/bad.git $name
      done
      ln -s ../.. team/around; mkdir notes; echo x > notes/HEAD
      """)
    return box
  }

  private func lines(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func `every repository has its line, and what no agent reads has none`() throws {
    let outcome = try storage().run("manifest-lint audit storage || exit $?")
    #expect(outcome.status == 3, "\(outcome.text)")
    let lines = try lines(outcome.output)
    #expect(
      lines.map { "\($0["repository"] ?? "") \($0["result"] ?? "")" } == [
        "\(Self.hash) clean", "team/bad.git findings", "team/broken.git failed",
        "team/empty.git empty",
      ])
    #expect(lines[0]["project"] as? String == "demo/nginx" && lines[0]["agents"] as? Int == 1)
    #expect((lines[1]["rules"] as? [String: Int])?["manifest/unknown-field"] == 1)
    #expect(lines[1]["commit"] != nil && lines[1]["branch"] as? String == "refs/heads/main")
    #expect((lines[2]["failure"] as? String)?.contains("is not in the repository") == true)
    #expect(
      outcome.errors.contains("4 repositories: 1 clean, 1 findings, 1 empty, 1 failed"),
      "\(outcome.errors)")
  }

  @Test func `the exit status is the worst of all`() throws {
    let box = try storage()
    let outcome = try box.run(
      """
      manifest-lint audit storage/@hashed >/dev/null; echo $?
      manifest-lint audit storage/team/bad.git >/dev/null || echo $?
      manifest-lint audit --fail-on never storage/team/bad.git >/dev/null; echo $?
      manifest-lint audit storage/notes || echo $?
      manifest-lint audit || echo $?
      """)
    #expect(outcome.output == "0\n1\n0\n3\n2\n", "\(outcome.text)")
  }

  @Test func `the name of a project is found by its number when the repository does not tell`()
    throws
  {
    let box = try storage()
    try box.write("projects.csv", "path,id,visibility\ndemo/nginx,16,private\n")
    let outcome = try box.run(
      """
      git -C storage/\(Self.hash) config --unset gitlab.fullpath
      GL_PROJECT_PATH=some/other manifest-lint audit --projects projects.csv storage/
      """)
    let line = try #require(try lines(outcome.output).first)
    #expect(line["project"] as? String == "demo/nginx", "\(outcome.text)")
  }

  @Test func `two runs over the same repositories give the same bytes`() throws {
    let box = try storage()
    let once = try box.run("manifest-lint audit storage || true").output
    #expect(try box.run("manifest-lint audit storage --jobs 3 || true").output == once)
  }
}
