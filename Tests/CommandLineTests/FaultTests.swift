import Foundation
import TestSupport
import Testing

/// What goes wrong around the program: every run ends in exit status 3 or in the right answer, and
/// never in a wrong "clean".
@Suite struct FaultTests {
  // MARK: Failing system calls

  struct Fault: Sendable, CustomTestStringConvertible {
    var call: String
    /// 0: the call does only a part.
    var error: Int32
    /// How many calls are tried, one after another; 0: all at once.
    var calls = 0
    var tree: String
    var testDescription: String { "\(call) \(error) \(tree)" }
  }

  static let trees = ["--worktree", "--staged", "--rev HEAD"]

  static let faults: [Fault] =
    trees.flatMap { tree in
      [
        Fault(call: "read", error: 0, tree: tree),
        Fault(call: "write", error: 0, tree: tree),
        Fault(call: "write", error: ENOSPC, calls: 3, tree: tree),
        Fault(call: "read", error: EIO, calls: 60, tree: tree),
        Fault(call: "open", error: EMFILE, calls: 60, tree: tree),
        Fault(call: "readdir", error: EIO, calls: 60, tree: tree),
        Fault(call: "stat", error: EACCES, calls: 60, tree: tree),
      ]
    } + [Fault(call: "mmap", error: ENOMEM, calls: 20, tree: "--rev HEAD")]

  private static let hasCompiler = Tool.isThere("cc")

  /// The example with a mistake in it, packed; beside it the library that makes calls fail.
  private func broken() throws -> Sandbox {
    let box = try Sandbox.withExample()
    try box.sh(
      """
      cc -shared -fPIC -O1 '\(Sandbox.package)/Tests/Programs/faults.c' -o faults.so -ldl
      cd work; sed -i 's/containers:/contianers:/' deployment/deployment.yaml
      for number in 1 2 3; do
        printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: c%d}\\n' $number > deployment/$number.yaml
      done
      git add .; git commit -qm bad; git gc -q
      """)
    return box
  }

  @Test(.enabled(if: hasCompiler, "needs a C compiler"), arguments: faults)
  func `a call that fails ends in exit status 3 or in the right answer`(fault: Fault) throws {
    let box = try broken()
    let command = "manifest-lint check --project demo/nginx --jobs 1 \(fault.tree)"
    let right = try box.work(command + " || exit $?")
    #expect(right.status == 1 && right.output.contains("manifest/unknown-field"), "\(right.text)")
    var reached = 0
    for number in fault.calls == 0 ? 0...0 : 1...fault.calls {
      let outcome = try box.work(
        "rm -f ../mark; LD_PRELOAD=../faults.so \(command) || exit $?",
        variables: [
          "FAULT_CALL": fault.call, "FAULT_AT": "\(number)", "FAULT_ERRNO": "\(fault.error)",
          "FAULT_MARK": box.path + "/mark",
        ])
      guard FileManager.default.fileExists(atPath: box.path + "/mark") else { break }
      reached += 1
      let isRight = outcome.status == 1 && outcome.output == right.output
      #expect(
        isRight || outcome.status == 3 && outcome.errors.contains("could not "),
        "call \(number): status \(outcome.status)\n\(outcome.text)")
    }
    #expect(reached > 0, "the call is never made")
  }

  @Test(.enabled(if: hasCompiler, "needs a C compiler"))
  func `without another thread to be had the work is done, and the deadline holds`() throws {
    let box = try broken()
    let outcome = try box.work(
      """
      export LD_PRELOAD=../faults.so
      timeout 20 manifest-lint check --project demo/nginx --jobs 8 || echo $?
      mkfifo ../pipe; exec 3<> ../pipe; export GIT_DIR=.git
      timeout 20 manifest-lint pre-receive --deadline 1s < ../pipe || echo $?
      """,
      variables: [
        "FAULT_CALL": "thread", "FAULT_AT": "0", "FAULT_ERRNO": "\(EAGAIN)",
        "FAULT_MARK": box.path + "/mark",
      ])
    #expect(outcome.output.contains("manifest/unknown-field"), "\(outcome.text)")
    #expect(outcome.output.hasSuffix("1\n\(128 + SIGALRM)\n"), "\(outcome.text)")
    #expect(FileManager.default.fileExists(atPath: box.path + "/mark"))
  }

  @Test(.enabled(if: hasCompiler, "needs a C compiler"))
  func `a clock that goes back changes nothing`() throws {
    let box = try broken()
    let outcome = try box.work(
      """
      git clone -q --bare . ../server.git; cd ../server.git
      line="$(printf %040d 0) $(git rev-parse main) refs/heads/main"
      export LD_PRELOAD=../faults.so
      echo "$line" | GIT_DIR=. manifest-lint pre-receive --audit-log ../log --deadline 5s || echo $?
      """, variables: ["FAULT_CALL": "clock", "FAULT_AT": "0", "FAULT_MARK": box.path + "/mark"])
    #expect(outcome.output == "1\n", "\(outcome.text)")
    #expect(FileManager.default.fileExists(atPath: box.path + "/mark"))
    #expect(try box.sh("cat log").contains("\"result\":\"refused\""))
  }

  // MARK: Where it writes

  @Test func `what cannot be written is no success`() throws {
    let box = try broken()
    let check = "manifest-lint check --project demo/nginx --rev HEAD"
    let outcome = try box.work(
      """
      \(check) > /dev/full || echo "full $?"
      \(check) --format json > /dev/full || echo "full json $?"
      \(check) >&- || echo "closed $?"
      \(check) 2>&- >../out || echo "no errors $?"
      \(check) <&- >&- 2>&- || echo "all closed $?"
      """)
    #expect(
      outcome.output == "full 3\nfull json 3\nclosed 3\nno errors 1\nall closed 3\n",
      "\(outcome.text)")
    #expect(try box.sh("cat out").contains("manifest/unknown-field"))
  }

  @Test func `a closed output is not another file that is written`() throws {
    let box = try broken()
    let outcome = try box.work(
      """
      manifest-lint check --project demo/nginx --report json=../r.json 2>&- >&- || echo $?
      id=$(git rev-parse HEAD)
      echo "$(printf %040d 0) $id refs/heads/main" |
        GIT_DIR=.git manifest-lint pre-receive --audit-log ../log >&- 2>&- || echo $?
      GIT_DIR=.git manifest-lint pre-receive <&- || echo $?
      """)
    #expect(outcome.output == "3\n1\n3\n", "\(outcome.text)")
    #expect(outcome.errors.contains("GL-HOOK-ERR: the manifest check could not run"))
    let report = try Data(contentsOf: URL(fileURLWithPath: box.path + "/r.json"))
    #expect(try JSONSerialization.jsonObject(with: report) is [String: Any])
    #expect(try box.sh("wc -l < log") == "1")
  }

  @Test func `a report that does not fit leaves no part of it`() throws {
    let box = try broken()
    let outcome = try box.work(
      """
      mkdir ../reports; trap '' XFSZ; ulimit -f 0
      manifest-lint check --project demo/nginx --report html=../reports/r.html >/dev/null 2>&1 || exit $?
      """)
    #expect(outcome.status == 3, "\(outcome.text)")
    #expect(try box.sh("ls -A reports") == "")
  }

  @Test func `a reader that goes away changes no exit status`() throws {
    let box = try broken()
    let outcome = try box.work(
      """
      for number in $(seq 3000); do echo "zz$number: 1" >> deployment/deployment.yaml; done
      { manifest-lint check --project demo/nginx --format json || echo $? > ../status; } | head -c 1
      cat ../status
      """)
    #expect(outcome.output == "{1\n", "\(outcome.text)")
  }

  @Test func `a signal ends it with the signal`() throws {
    let box = try broken()
    let outcome = try box.work(
      """
      mkfifo ../pipe; GIT_DIR=.git manifest-lint pre-receive < ../pipe & exec 3> ../pipe
      sleep 0.3; kill -TERM $!; wait $! || echo $?
      """)
    #expect(outcome.output == "143\n", "\(outcome.text)")
  }

  // MARK: Too little of everything

  @Test func `little memory never makes a mistake clean`() throws {
    let box = try broken()
    var statuses: [Int32: Int] = [:]
    for kibibytes in [8, 16, 24, 32, 48, 64, 80, 96, 128, 192, 256, 1_000].map({ $0 * 1_000 }) {
      let outcome = try box.work(
        "ulimit -v \(kibibytes); manifest-lint check --project demo/nginx --rev HEAD 2>&1 || exit $?",
        variables: ["SWIFT_BACKTRACE": "enable=no"])
      statuses[outcome.status, default: 0] += 1
      #expect(
        outcome.status == 1 && outcome.output.contains("manifest/unknown-field")
          || outcome.status == 3 || outcome.status > 100,
        "\(kibibytes) KiB: \(outcome.status) \(outcome.text)")
    }
    #expect(statuses[1, default: 0] > 0, "\(statuses)")
  }

  @Test(arguments: [64, 256, 1_024])
  func `a small stack never makes a mistake clean`(kibibytes: Int) throws {
    let box = try broken()
    let outcome = try box.work(
      """
      awk 'BEGIN { for (i = 0; i < 5000; i++) printf "[" }' > deployment/deep.yaml
      awk 'BEGIN { for (i = 0; i < 3000; i++) { printf "%*sa:\\n", i, "" } }' > deployment/deeper.yaml
      ulimit -s \(kibibytes); manifest-lint check --project demo/nginx 2>&1 || exit $?
      """, variables: ["SWIFT_BACKTRACE": "enable=no"])
    #expect(
      outcome.status == 1 && outcome.output.contains("manifest/unknown-field")
        || outcome.status == 3 || outcome.status > 100, "\(outcome.status) \(outcome.text)")
    if kibibytes >= 1_024 { #expect(outcome.status == 1, "\(outcome.text)") }
  }

  // MARK: What changes meanwhile

  /// Runs a script beside checks of the example with its mistake, and gives their exit statuses.
  private func statuses(while script: String, _ options: String) throws -> [Int32: Int] {
    let box = try broken()
    let outcome = try box.work(
      """
      cp deployment/deployment.yaml ../bad.yaml; sed 's/nginx/apache/' ../bad.yaml > ../worse.yaml
      mkfifo ../pipe
      while [ ! -e ../stop ]; do \(script); done >/dev/null 2>&1 &
      for number in $(seq 25); do
        timeout 20 manifest-lint check --project demo/nginx \(options) >../out 2>../err || echo $?
        case $(cat ../err) in *"0 errors"*) cat ../err;; esac
      done; touch ../stop; wait
      """)
    var counts: [Int32: Int] = [:]
    for line in outcome.output.split(separator: "\n") { counts[Int32(line) ?? 0, default: 0] += 1 }
    #expect(counts.keys.allSatisfy { $0 == 1 || $0 == 3 }, "\(outcome.text)")
    #expect(counts.values.reduce(0, +) == 25, "\(outcome.text)")
    return counts
  }

  @Test func `files that change during the check`() throws {
    _ = try statuses(
      while: """
        for file in bad worse; do
          cp ../$file.yaml deployment/next; mv deployment/next deployment/deployment.yaml
        done
        """, "--worktree")
  }

  @Test func `a file that a pipe, a folder and a link take the place of`() throws {
    _ = try statuses(
      while: """
        rm -rf deployment/9.yaml; ln ../pipe deployment/9.yaml; rm -f deployment/9.yaml
        cp ../bad.yaml deployment/9.yaml; rm deployment/9.yaml; mkdir deployment/9.yaml
        rmdir deployment/9.yaml; ln -s ../../bad.yaml deployment/9.yaml
        """, "--worktree")
  }

  @Test func `packs that are written anew under the reader`() throws {
    let counts = try statuses(
      while: """
        git repack -adqf; git repack -adq --window=1; git unpack-objects -q < .git/objects/pack/*.pack
        git gc -q --prune=now
        """, "--rev HEAD")
    #expect(counts[1, default: 0] > 0)
  }

  // MARK: Damage

  @Test(arguments: ["--rev HEAD", "--staged"])
  func `flipped bits in packs, their index and the index of git`(tree: String) throws {
    let box = try broken()
    let files =
      try box.sh("cd work; ls .git/objects/pack/*.pack .git/objects/pack/*.idx .git/index")
      .split(separator: "\n")
    let check = "manifest-lint check --project demo/nginx --jobs 1 \(tree)"
    let right = try box.work(check + " || exit $?")
    // A fixed row of places; another one for another MANIFEST_LINT_SEED.
    let seed = ProcessInfo.processInfo.environment["MANIFEST_LINT_SEED"].flatMap { UInt64($0) }
    var state = seed ?? 20_261_128
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var statuses: [Int32: Int] = [:]
    for file in files {
      let url = URL(fileURLWithPath: box.path + "/work/" + file)
      let whole = try Data(contentsOf: url)
      try box.sh("chmod u+w 'work/\(file)'")
      for _ in 0..<40 {
        var damaged = whole
        let place = random(below: whole.count)
        damaged[place] ^= 1 << UInt8(random(below: 8))
        try damaged.write(to: url)
        let outcome = try box.work(check + " || exit $?")
        statuses[outcome.status, default: 0] += 1
        #expect(
          outcome.status == 3 || outcome.status == 1 && outcome.output == right.output,
          "\(file) byte \(place): \(outcome.status)\n\(outcome.text)")
      }
      try whole.write(to: url)
    }
    #expect(statuses[3, default: 0] > 0, "\(statuses)")
  }
}
