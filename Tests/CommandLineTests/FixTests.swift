import Foundation
import TestSupport
import Testing

@Suite struct FixTests {
  private static let wrong = """
    # Kept as it is.
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: a}
    data:
      port: 8080   # a number
      mode: on

    """

  @Test func `certain mistakes are mended, and all else stays as it is`() throws {
    let box = try Sandbox.withExample()
    try box.write("work/deployment/a.yaml", Self.wrong)
    let outcome = try box.work(
      "chmod +x deployment/a.yaml; manifest-lint check --project demo/nginx --fix && ls -l deployment/a.yaml"
    )
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("-rwx"))
    #expect(
      try box.sh("cat work/deployment/a.yaml") == """
        # Kept as it is.
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a}
        data:
          port: "8080"   # a number
          mode: "on"
        """)
    let again = try box.work("manifest-lint check --project demo/nginx --fix; git diff --stat")
    #expect(!again.errors.contains("mended"), "\(again.text)")
  }

  @Test func `the diff is one that git applies`() throws {
    let box = try Sandbox.withExample()
    try box.write("work/deployment/a.yaml", Self.wrong)
    let outcome = try box.work(
      """
      git add .; git commit -qm wrong
      manifest-lint check --project demo/nginx --rev HEAD --diff > ../change.diff || echo "status $?"
      git apply ../change.diff; git diff --stat; manifest-lint check --project demo/nginx
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("status 1"))
    #expect(outcome.output.contains("1 file changed, 2 insertions(+), 2 deletions(-)"))
  }

  @Test func `only the work tree is written to, and only when asked`() throws {
    let box = try Sandbox.withExample()
    try box.write("work/deployment/a.yaml", Self.wrong)
    #expect(try box.work("manifest-lint check --staged --fix || exit $?").status == 2)
    _ = try box.work("manifest-lint check || true; git add .; manifest-lint pre-commit || true")
    #expect(try box.sh("cat work/deployment/a.yaml") + "\n" == Self.wrong)
  }

  @Test func `a configuration under another name is renamed, and nothing is written over`() throws {
    let box = try Sandbox.withExample()
    let outcome = try box.work(
      """
      git mv .gitlab/agents/gitops/config.yaml .gitlab/agents/gitops/config.yml; git commit -qm moved
      manifest-lint check --diff > ../change.diff || true; git apply --check ../change.diff
      manifest-lint check --fix -q --project demo/nginx; echo "there:" $(ls .gitlab/agents/gitops)
      cp .gitlab/agents/gitops/config.yaml .gitlab/agents/gitops/config.yml
      manifest-lint check --fix -q --project demo/nginx; echo "there:" $(ls .gitlab/agents/gitops)
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("there: config.yaml\n"), "\(outcome.text)")
    #expect(outcome.output.contains("there: config.yaml config.yml\n"), "\(outcome.text)")
  }

  @Test func `of fixes that do not fit together those are made that do`() throws {
    let box = try Sandbox.withExample()
    // The new version of the second document would need other fields.
    try box.write(
      "work/deployment/a.yaml",
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: a}
      data:
        a: 1
      ---
      apiVersion: autoscaling/v2beta2
      kind: HorizontalPodAutoscaler
      metadata: {name: a}
      spec: {maxReplicas: 2, scaleTargetRef: {kind: Deployment, name: a}, targets: x, tragets: y}

      """)
    let outcome = try box.work(
      "manifest-lint check --fix || true; grep -c '\"1\"' deployment/a.yaml")
    #expect(outcome.output.hasSuffix("1\n"), "\(outcome.text)")
  }
}
