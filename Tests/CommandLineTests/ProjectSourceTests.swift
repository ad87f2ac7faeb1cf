import Foundation
import TestSupport
import Testing

/// Manifests that are not in the checked tree.
@Suite struct ProjectSourceTests {
  private static func config(_ entry: String) -> String {
    "gitops:\n  manifest_projects:\n  - \(entry)\n"
  }

  @Test func `a clone of another project is checked like the own one`() throws {
    let box = try Sandbox.withExample()
    try box.write(
      "other/deploy/x.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndatta: {}\n")
    try box.write("projects.yaml", "demo/other: public\n")
    try box.sh("cd other; git init -qb main; git add .; git commit -qm x")
    try box.write("work/\(Sandbox.config)", Self.config("id: demo/other"))
    let blind = try box.work("manifest-lint check --project demo/nginx --projects ../projects.yaml")
    #expect(blind.status == 0 && blind.errors.contains("0 files"), "\(blind.text)")
    let check = try box.work(
      """
      manifest-lint check --project demo/nginx --projects ../projects.yaml \
        --project-checkout demo/other=../other || exit $?
      """)
    #expect(check.status == 1, "\(check.text)")
    #expect(check.output.contains("../other/deploy/x.yaml:4:1: error manifest/unknown-field"))
  }

  @Test func `an entry with a ref is checked at that ref, or told as not checked`() throws {
    let box = try Sandbox.withExample()
    try box.write("work/\(Sandbox.config)", Self.config("{id: demo/nginx, ref: {tag: v1}}"))
    let check = "manifest-lint check --project demo/nginx"
    let missing = try box.work(check)
    #expect(missing.output.contains("info project/ref-elsewhere"), "\(missing.text)")
    let tagged = try box.work(
      """
      git commit -qam config
      sed -i 's/containers:/contianers:/' deployment/*; git commit -qam bad; git tag v1
      git revert --no-edit HEAD >/dev/null; \(check) || exit $?
      """)
    #expect(tagged.status == 1, "\(tagged.text)")
    #expect(tagged.output.contains("v1:deployment/deployment.yaml:16:7: error"))
  }
}
