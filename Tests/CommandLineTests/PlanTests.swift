import Foundation
import TestSupport
import Testing

@Suite struct PlanTests {
  private func withChange() throws -> Sandbox {
    let box = try Sandbox.withExample()
    try box.write(
      "work/deployment/more.yaml",
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: web}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: old, namespace: web}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: same}
      data: {a: b}

      """)
    try box.sh("cd work; git add .; git commit -qm base")
    try box.write(
      "work/deployment/more.yaml",
      """
      # written another way
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: same
      data:
        a: "b"
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: new}

      """)
    try box.sh(
      "cd work; sed -i 's/replicas: 1/replicas: 3/; s/nginx:1.27/nginx:1.28/' deployment/deployment.yaml"
    )
    return box
  }

  @Test func `a change is told as what it creates, changes and prunes`() throws {
    let box = try withChange()
    let plan = try box.work("manifest-lint plan --from HEAD --project demo/nginx")
    #expect(plan.status == 0, "\(plan.text)")
    #expect(
      plan.output == """
        agent gitops: 1 to create, 1 to change, 2 to prune, 1 unchanged
          create default/ConfigMap/new (v1) from deployment/more.yaml#1
          change gitlab-kubernetes-agent/Deployment/nginx-deployment (apps/v1) from deployment/deployment.yaml#0
              /spec/replicas
              /spec/template/spec/containers/0/image
          prune  Namespace/web (v1) from deployment/more.yaml#0
          prune  web/ConfigMap/old (v1) from deployment/more.yaml#1

        """, "\(plan.text)")
    #expect(plan.errors.contains("warning set/dangerous-prune"))
    #expect(plan.errors.contains("everything in the namespace"))
  }

  @Test func `the same change as JSON and Markdown`() throws {
    let box = try withChange()
    let json = try box.work("manifest-lint plan --from HEAD --project demo/nginx --format json")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let agent = try #require((object["agents"] as? [[String: Any]])?.first)
    #expect((agent["create"] as? [Any])?.count == 1)
    #expect((agent["prune"] as? [[String: Any]])?.map { $0["name"] as? String } == ["web", "old"])
    let markdown = try box.work(
      "manifest-lint plan --from HEAD --project demo/nginx --format markdown")
    #expect(markdown.output.contains("- **prune** `Namespace/web`"))
  }

  @Test func `what is not pruned is told as kept`() throws {
    let box = try withChange()
    let plan = try box.work(
      """
      sed -i 's,id: demo/nginx,&\\n      prune: false,' .gitlab/agents/gitops/config.yaml
      manifest-lint plan --from HEAD --project demo/nginx
      """)
    #expect(plan.output.contains("0 to prune"), "\(plan.text)")
    #expect(plan.output.contains("keep   Namespace/web"))
    #expect(!plan.errors.contains("set/dangerous-prune"))
  }
}
