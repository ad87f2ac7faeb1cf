import Foundation
import TestSupport
import Testing

/// Pushes of every kind into a bare repository with the hook.
@Suite struct PushTests {
  private static let misspell =
    "sed -i 's/containers:/contianers:/' deployment/deployment.yaml; git commit -qam bad"
  private static let mend =
    "sed -i 's/contianers:/containers:/' deployment/deployment.yaml; git commit -qam good"

  // MARK: References

  @Test func `a tag is judged when an agent's ref names it, by the agents that do`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      sed -i 's/id: demo.nginx/&\\n      ref: {tag: v1}/' .gitlab/agents/gitops/config.yaml
      git commit -qam 'read a tag'; git push -q origin main
      \(Self.misspell); git tag v0; git tag -a -m v1 v1
      git push -q origin v0; echo other
      git push -q origin v1 || echo refused
      """)
    #expect(outcome.output == "other\nrefused\n", "\(outcome.text)")
    #expect(outcome.errors.contains("GL-HOOK-ERR: refs/tags/v1: 1 finding"), "\(outcome.text)")
    let mended = try box.work(
      "git checkout -q main; \(Self.mend); git tag -f v1; git push -q origin v1")
    #expect(mended.status == 0, "\(mended.text)")
  }

  @Test
  func `the configuration that names a tag may come in the same push, and the tag needs none`()
    throws
  {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      sed -i 's/id: demo.nginx/&\\n      ref: {tag: v1}/' .gitlab/agents/gitops/config.yaml
      git commit -qam 'read a tag'
      git checkout -q --detach; git rm -qr .gitlab; \(Self.misspell); git tag v1
      git push -q origin main v1 || exit 9
      """)
    #expect(outcome.status == 9, "\(outcome.text)")
    #expect(outcome.errors.contains("refs/tags/v1: 1 finding"), "\(outcome.text)")
  }

  @Test func `a branch that an agent's ref names is told of as such`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      sed -i 's/id: demo.nginx/&\\n      ref: {branch: live}/' .gitlab/agents/gitops/config.yaml
      git commit -qam 'read a branch'; git push -q origin main
      git checkout -qb live; \(Self.misspell); git push -q origin live
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors.contains("although the agent gitops reads this reference"))
  }

  @Test(arguments: [
    "refs/notes/commits", "refs/meta/config", "refs/keep-around/x", "refs/merge-requests/1/head",
    "refs/pipelines/1", "refs/environments/production/deployments/1", "refs/tags/v1",
  ])
  func `a reference that no agent reads passes, whatever it holds`(reference: String) throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work("\(Self.misspell); git push -q origin HEAD:\(reference)")
    #expect(outcome.status == 0 && outcome.text.isEmpty, "\(outcome.text)")
  }

  @Test func `a tag of a blob or a tree passes`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      git tag blob HEAD:deployment/deployment.yaml; git tag -a -m x tree HEAD^{tree}
      git push -q origin main blob tree
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test func `two hundred branches in one push are all judged`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      for number in $(seq 200); do
        echo "# $number" >> deployment/deployment.yaml
        git commit -qam $number; git branch b$number
      done
      \(Self.misspell); git branch bad; git push origin --all
      """)
    #expect(outcome.status == 1, "\(outcome.text)")
    #expect(outcome.errors.contains("GL-HOOK-ERR: refs/heads/main: 1 finding"))
    let accepted = try box.work("\(Self.mend); git push -q origin --all")
    #expect(
      accepted.status == 0 && accepted.errors.contains("refs/heads/bad: 1 finding"),
      "\(accepted.text)")
    #expect(try box.sh("git -C server.git for-each-ref | wc -l") == "202")
  }

  @Test func `force pushes and rewinds are judged by where they end`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      git push -q origin main; \(Self.misspell); \(Self.mend); git push -q origin main; echo 1
      git push -qf origin HEAD^:main || echo 2
      git push -qf origin HEAD^^:main; echo 3
      git checkout -q --orphan other; \(Self.misspell); git push -qf origin other:main || echo 4
      """)
    #expect(outcome.status == 0 && outcome.output == "1\n2\n3\n4\n", "\(outcome.text)")
  }

  @Test func `deletions pass, also of the default branch`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      git -C ../server.git config receive.denyDeleteCurrent ignore
      git push -q origin main main:side; git push -q origin :side; git push -q origin :main
      \(Self.misspell); git push -q origin main || echo refused
      """)
    #expect(outcome.status == 0 && outcome.output == "refused\n", "\(outcome.text)")
  }

  @Test func `a push that takes the last configuration away is told so and passes`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      "git push -q origin main; git rm -qr .gitlab; git commit -qm x; git push -q origin main")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors.contains("warning agent/last-removed"), "\(outcome.text)")
    #expect(!outcome.errors.contains("GL-HOOK-ERR"))
  }

  // MARK: Object stores

  @Test func `objects of a pool are read through relative alternates`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      git push -q origin main; mkdir ../pools; cp -R ../server.git ../pools/pool.git
      rm -r ../server.git/objects/??; echo ../../pools/pool.git/objects > ../server.git/objects/info/alternates
      echo x > x.txt; git add .; git commit -qm x; git push -q origin main; echo pushed
      \(Self.misspell); git push -q origin main || echo refused
      """)
    #expect(outcome.status == 0 && outcome.output == "pushed\nrefused\n", "\(outcome.text)")
  }

  @Test func `a large push arrives as a pack and is judged alike`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      for number in $(seq 150); do
        printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: c%s}\\n' $number > deployment/$number.yaml
      done
      git add .; git commit -qm many; git push -q origin main; echo pushed
      \(Self.misspell); git push -q origin main || echo refused
      """)
    #expect(outcome.status == 0 && outcome.output == "pushed\nrefused\n", "\(outcome.text)")
  }

  @Test(arguments: ["a:b", "a\"b", "a b", "a'b", "ü\u{1}b"])
  func `the path of a repository may hold any character`(name: String) throws {
    let box = try Sandbox.withServer()
    try FileManager.default.createDirectory(
      atPath: box.path + "/" + name, withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      atPath: box.path + "/server.git", toPath: box.path + "/\(name)/server.git")
    let outcome = try box.work(
      """
      git remote set-url origin "$PWD/../$NAME/server.git"
      git push -q origin main; echo x > x.txt; git add .; git commit -qm x; git push -q origin main
      \(Self.misspell); git push -q origin main || echo refused
      """, variables: ["NAME": name])
    #expect(outcome.status == 0 && outcome.output == "refused\n", "\(outcome.text)")
    #expect(outcome.errors.contains("GL-HOOK-ERR: refs/heads/main: 1 finding"), "\(outcome.text)")
  }

  @Test func `missing and damaged objects refuse the push and are named`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      git push -q origin main; id=$(git rev-parse HEAD:deployment/deployment.yaml)
      file=../server.git/objects/$(echo $id | cut -c1-2)/$(echo $id | cut -c3-)
      mv $file ../kept; echo x > x.txt; git add .; git commit -qm x
      git push -q origin main || echo missing
      echo garbage > $file; git push -q origin main || echo damaged
      mv -f ../kept $file; git push -q origin main
      """)
    #expect(outcome.status == 0 && outcome.output == "missing\ndamaged\n", "\(outcome.text)")
    #expect(outcome.errors.contains("is not in the repository"), "\(outcome.text)")
    #expect(outcome.errors.contains("Nothing was checked, so the push is refused"))
  }

  @Test func `a quarantine that is not there refuses`() throws {
    let box = try Sandbox.withServer()
    try box.work("git push -q origin main")
    let id = try box.sh("git -C work rev-parse HEAD")
    let outcome = try box.run(
      "cd server.git; echo \(id) \(id) refs/heads/main | manifest-lint pre-receive || exit $?",
      variables: ["GIT_DIR": ".", "GIT_OBJECT_DIRECTORY": "/no/such/place"])
    #expect(
      outcome.status == 3 && outcome.errors.contains("GIT_OBJECT_DIRECTORY"), "\(outcome.text)")
  }

  // MARK: Ways to push

  @Test func `push options change nothing`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      git -C ../server.git config receive.advertisePushOptions true
      git push -q -o ci.skip -o 'manifest-lint=off' origin main
      \(Self.misspell); git push -q -o ci.skip origin main || echo refused
      """)
    #expect(outcome.status == 0 && outcome.output == "refused\n", "\(outcome.text)")
  }

  @Test func `a push from a shallow clone is judged`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      git commit -q --allow-empty -m x; git push -q origin main
      git clone -q --depth 1 "file://$PWD/../server.git" ../shallow; cd ../shallow
      echo x > x.txt; git add .; git commit -qm x; git push -q origin main; echo pushed
      \(Self.misspell); git push -q origin main || echo refused
      """)
    #expect(outcome.status == 0 && outcome.output == "pushed\nrefused\n", "\(outcome.text)")
  }

  @Test func `the update hook refuses the one reference that is bad`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      rm ../server.git/hooks/pre-receive
      printf '#!/bin/sh\\nexec manifest-lint update "$@"\\n' > ../server.git/hooks/update
      chmod +x ../server.git/hooks/update
      git branch good; \(Self.misspell); git push -q origin main good || echo refused
      git -C ../server.git for-each-ref --format='%(refname)'
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output == "refused\nrefs/heads/good\n", "\(outcome.text)")
  }

  @Test func `eight pushes at once are judged each for itself, and each has its line in the log`()
    throws
  {
    let box = try Sandbox.withServer(settings: "audit_log: ../audit.jsonl\nother_branches: refuse")
    let outcome = try box.work(
      """
      git push -q origin main
      for number in 1 2 3 4 5 6 7 8; do
        git checkout -qb b$number main; echo "# $number" >> deployment/deployment.yaml
        [ $number -gt 4 ] || sed -i 's/containers:/contianers:/' deployment/deployment.yaml
        git commit -qam $number
      done
      for number in 1 2 3 4 5 6 7 8; do git push -q origin b$number 2>/dev/null & done; wait
      git -C ../server.git for-each-ref --format='%(refname:short)'
      """)
    #expect(outcome.output == "b5\nb6\nb7\nb8\nmain\n", "\(outcome.text)")
    let lines = try box.sh("cat audit.jsonl").split(separator: "\n")
    let results = try lines.map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }.map { $0["result"] as? String }
    #expect(results.filter { $0 == "accepted" }.count == 5 && results.count == 9)
  }

  @Test(.enabled(if: Tool.isThere("python3"), "python3 is not installed"))
  func `a push over smart HTTP is judged`() throws {
    let box = try Sandbox.withServer()
    let outcome = try box.work(
      """
      mkfifo ../hold; sleep 100 > ../hold & hold=$!
      '\(Sandbox.package)/Tests/Programs/git-http-server' .. < ../hold > ../port & server=$!
      trap 'kill $hold $server' EXIT
      while [ ! -s ../port ]; do sleep 0.05; done
      git -C ../server.git config http.receivepack true
      git remote set-url origin "http://127.0.0.1:$(cat ../port)/server.git"
      git push -q origin main; echo pushed
      \(Self.misspell); git push origin main || echo refused
      \(Self.mend); head -c 3000000 /dev/urandom > large.bin; git add .; git commit -qm large
      git push -q origin main; echo large
      """)
    #expect(outcome.status == 0 && outcome.output == "pushed\nrefused\nlarge\n", "\(outcome.text)")
    #expect(outcome.errors.contains("remote: GL-HOOK-ERR: refs/heads/main: 1 finding"))
  }

  // MARK: When the hook fails

  @Test(arguments: [
    ("", true), ("fail_on: warning", false), ("rules: {set/duplicate-object: error}", false),
    ("rules: {set: error}", false), ("fail_on: never", true),
    ("fail_on: warning\nrules: {set/duplicate-object: false}", true),
  ])
  func `what all files show counts when it is at the threshold`(
    settings: String, isAccepted: Bool
  ) throws {
    let box = try Sandbox.withServer(settings: settings)
    let outcome = try box.work(
      """
      cp deployment/deployment.yaml deployment/again.yaml; git add .; git commit -qm again
      git push -q origin main && echo accepted || echo refused
      """)
    #expect(outcome.output == (isAccepted ? "accepted\n" : "refused\n"), "\(outcome.text)")
    #expect(outcome.errors.contains("set/duplicate-object") == !isAccepted, "\(outcome.text)")
  }

  @Test(arguments: [
    "kill -9 $$", "kill -SEGV $$", "ulimit -v 1000; exec manifest-lint \"$@\"", "exit 7",
  ])
  func `a program that dies refuses the push`(death: String) throws {
    let box = try Sandbox.withServer()
    try box.write("program", "#!/bin/sh\n\(death)\n")
    let outcome = try box.work(
      "chmod +x ../program; git push -q origin main || exit 9",
      variables: ["MANIFEST_LINT": box.path + "/program"])
    #expect(outcome.status == 9, "\(outcome.text)")
    #expect(try box.sh("git -C server.git for-each-ref") == "")
  }

  @Test func `a push that cannot be recorded is refused, unless failures are accepted`() throws {
    for log in ["/dev/full", "/no/such/folder/log", "syslog:/no/such/socket", "../link"] {
      let box = try Sandbox.withServer(settings: "audit_log: \(log)")
      try box.sh("ln -s server.git/description link")
      let outcome = try box.work("git push -q origin main || exit 9")
      #expect(outcome.status == 9 && outcome.errors.contains("cannot write"), "\(outcome.text)")
      let open = try Sandbox.withServer(settings: "audit_log: \(log)\non_failure: accept")
      try open.sh("ln -s server.git/description link")
      #expect(try open.work("git push -q origin main").status == 0)
    }
  }

  @Test(.enabled(if: Tool.isThere("python3"), "python3 is not installed"))
  func `the system's log gets the line as one message`() throws {
    let box = try Sandbox.withServer(settings: "audit_log: syslog:../log.socket")
    let outcome = try box.work(
      """
      cat > ../listen.py <<'END'
      import signal, socket
      signal.alarm(60)
      log = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); log.bind("log.socket")
      print(log.recv(65536).decode())
      END
      (cd ..; python3 listen.py > received) & while [ ! -S ../log.socket ]; do sleep 0.05; done
      git push -q origin main; wait; cat ../received
      """)
    #expect(outcome.output.hasPrefix("<30>manifest-lint["), "\(outcome.text)")
    #expect(outcome.output.hasSuffix("}\n") && outcome.output.contains("\"result\":\"accepted\""))
  }

  @Test func `the deadline holds also while one file keeps the check busy`() throws {
    let box = try Sandbox.withServer(settings: "deadline: 0.3s\naudit_log: ../audit.jsonl")
    let outcome = try box.work(
      """
      awk 'BEGIN { print "apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: c}\\ndata:"
        for (i = 0; i < 900000; i++) print "  key" i ": \\"value\\"" }' > deployment/large.yaml
      git add .; git commit -qm large; git push -q origin main || exit 9
      """)
    #expect(outcome.status == 9 && outcome.errors.contains("the time is up"), "\(outcome.text)")
    let line = try JSONSerialization.jsonObject(with: Data(box.sh("cat audit.jsonl").utf8))
    let record = try #require(line as? [String: Any])
    #expect(record["result"] as? String == "failed")
    let milliseconds = try #require(record["milliseconds"] as? Int)
    // The upper bound leaves room for a machine that is busy with other things.
    #expect(milliseconds >= 300 && milliseconds < 1_800, "\(milliseconds) ms")
  }

  @Test(arguments: ["nonsense", "1 2 refs/heads/main", String(repeating: "0", count: 200)])
  func `lines that git never writes refuse`(line: String) throws {
    let box = try Sandbox.withServer()
    let outcome = try box.run(
      "cd server.git; GIT_DIR=. manifest-lint pre-receive || exit $?",
      input: Array((line + "\n").utf8))
    #expect(outcome.status == 3 && outcome.errors.contains("GL-HOOK-ERR:"), "\(outcome.text)")
  }
}
