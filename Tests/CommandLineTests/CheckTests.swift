import TestSupport
import Testing

@Suite struct CheckTests {
  @Test func `the example is clean and plans one Deployment`() throws {
    let box = try Sandbox.withExample()
    let check = try box.work("manifest-lint check --project demo/nginx --gitlab-version 15.7")
    #expect(check.status == 0, "\(check.text)")
    #expect(check.output == "")
    #expect(check.errors.contains("checked 1 agent, 1 file, 1 object against Kubernetes"))
    let plan = try box.work("manifest-lint plan --project demo/nginx")
    #expect(plan.status == 0)
    #expect(plan.output.contains("gitlab-kubernetes-agent"))
    #expect(plan.output.contains("nginx-deployment"))
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var title: String
    var edit: String
    /// How the line of the finding begins.
    var finding: String
    var options = "--project demo/nginx"
    var testDescription: String { title }
  }

  @Test(arguments: [
    Mistake(
      title: "indentation", edit: "sed -i 's/^  replicas: 1/   replicas: 1/' deployment/*.yaml",
      finding: "deployment/deployment.yaml:8:3: error yaml/"),
    Mistake(
      title: "a text for a number",
      edit: "sed -i 's/replicas: 1/replicas: \"two\"/' deployment/*.yaml",
      finding: "deployment/deployment.yaml:7:13: error manifest/wrong-type"),
    Mistake(
      title: "a misspelt field", edit: "sed -i 's/containers:/contianers:/' deployment/*.yaml",
      finding: "deployment/deployment.yaml:16:7: error manifest/unknown-field"),
    Mistake(
      title: "a wrong path of the agent", edit: "git mv .gitlab/agents .gitlab/agent",
      finding: ".gitlab/agent/gitops/config.yaml:1:1: warning agent/config-path"),
    Mistake(
      title: "a private project",
      edit: "sed -i 's,demo/nginx,demo/secret,' .gitlab/agents/*/config.yaml",
      finding: ".gitlab/agents/gitops/config.yaml:3:11: error project/not-public",
      options: "--project demo/nginx --projects ../projects.yaml"),
  ])
  func `a mistake is found where it is`(mistake: Mistake) throws {
    let box = try Sandbox.withExample()
    try box.write("projects.yaml", "demo/secret: private\n")
    let check = try box.work("\(mistake.edit)\nmanifest-lint check \(mistake.options) || exit $?")
    let isError = mistake.finding.contains(": error ")
    #expect(check.status == (isError ? 1 : 0), "\(check.text)")
    #expect(
      check.output.split(separator: "\n").contains { $0.hasPrefix(mistake.finding) },
      "\(check.text)")
  }

  @Test func `the three trees are told apart`() throws {
    let box = try Sandbox.withExample()
    _ = try box.work(
      """
      sed -i 's/containers:/contianers:/' deployment/deployment.yaml; git add .
      git checkout -q HEAD -- deployment; echo '{' > deployment/deployment.yaml
      """)
    func status(_ options: String) throws -> Int32 {
      try box.work("manifest-lint check --project demo/nginx \(options)").status
    }
    #expect(try status("--rev HEAD") == 0)
    #expect(try status("--staged") == 0)
    #expect(try status("--worktree") == 1)
    #expect(try status("") == 1)
    #expect(try status("--staged --worktree") == 2)
  }

  @Test func `what cannot be checked is never clean`() throws {
    let box = try Sandbox.withExample()
    func outcome(_ script: String) throws -> Sandbox.Outcome { try box.work(script) }
    #expect(try box.run("manifest-lint check").status == 3)
    #expect(try outcome("manifest-lint check --rev nothing").status == 3)
    #expect(try outcome("manifest-lint check --repo /nonexistent").status == 3)
    #expect(try outcome("manifest-lint check --report json=/nonexistent/x").status == 3)
    let lost = try outcome(
      """
      id=$(git rev-parse HEAD:deployment/deployment.yaml)
      rm -f .git/objects/$(echo $id | cut -c1-2)/$(echo $id | cut -c3-)
      manifest-lint check --rev HEAD
      """)
    #expect(lost.status == 3, "\(lost.text)")
    #expect(lost.errors.contains("could not check: 'deployment/deployment.yaml'"))
    #expect(!lost.errors.contains("checked 1 agent"))
  }

  @Test func `wrong words get exit status 2 and the nearest right one`() throws {
    let box = try Sandbox()
    let command = try box.run("manifest-lint chekc")
    #expect(command.status == 2)
    #expect(command.errors.contains("did you mean check?"))
    let option = try box.run("manifest-lint check --formta json")
    #expect(option.status == 2)
    #expect(option.errors.contains("did you mean --format?"))
    #expect(try box.run("manifest-lint check --help").status == 0)
    #expect(try box.run("manifest-lint help pre-receive").status == 0)
  }

  @Test func `bad files are findings and never end the program`() throws {
    let box = try Sandbox.withExample()
    let check = try box.work(
      """
      printf '\\377\\376\\000' > deployment/a.yaml
      : > deployment/b.yaml
      head -c 100000000 /dev/zero > deployment/c.yaml
      mkdir deployment/d.yaml
      ln -s nowhere deployment/e.yaml
      manifest-lint check --project demo/nginx || exit $?
      """)
    #expect(check.status == 1, "\(check.text)")
    #expect(check.output.contains("deployment/a.yaml:"))
    #expect(!check.output.contains("deployment/b.yaml:"))
    #expect(check.output.contains("deployment/c.yaml"))
    #expect(!check.output.contains("deployment/d.yaml"))
    #expect(check.output.contains("deployment/e.yaml:"))
  }

  @Test func `the same tree gives the same bytes, whatever the number of threads`() throws {
    let box = try Sandbox.withExample()
    for number in 0..<40 {
      try box.write(
        "work/deployment/\(number).yaml", "kind: ConfigMap\nmetadata: {name: \(number)}\n")
    }
    let one = try box.work("manifest-lint check --format json --jobs 1")
    let two = try box.work("manifest-lint check --format json --jobs 4")
    #expect(one.output == two.output)
    #expect(one.output.contains("manifest/missing-api-version"))
  }
}
