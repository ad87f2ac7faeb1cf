import Foundation
import TestSupport
import Testing

@Suite struct ComfortTests {
  /// What was typed, and the name that was meant.
  @Test(arguments: [
    ("chekc", "check"), ("pre-recieve", "pre-receive"), ("help expalin", "explain"),
    ("check --stagged", "--staged"), ("check --formta text", "--format"),
    ("check --format jsno", "json"), ("check --format txet", "text"),
    ("check --report sarfi=x", "sarif"), ("check --fail-on eror", "error"),
    ("check --color allways", "always"), ("check --lang zhh", "zh"),
    ("check --apply-mode sever", "server"),
    ("check --rule manifest/unknown-filed=off", "manifest/unknown-field"),
    ("check --rule yaml/octal=of", "off"), ("check --limit file-byte=3", "file-bytes"),
    ("explain yaml/octl", "yaml/octal"), ("schema deploymnt", "deployment"),
    ("schema deployment.spec.replica", "replicas"), ("schema deploymnets", "deployment"),
    ("plan --format jsn", "json"), ("rules --format jso", "json"),
    ("schema --format texts", "text"),
    ("completions bsh", "bash"), ("install-hook pre-comit", "pre-commit"),
    ("settings --chek", "--check"),
  ])
  func `a slip of the pen is told with what was meant`(line: String, meant: String) throws {
    let outcome = try Sandbox.withExample().work("manifest-lint \(line) || exit $?")
    #expect(outcome.status == 2, "\(outcome.text)")
    #expect(
      outcome.errors.contains("did you mean \(meant)?")
        || outcome.errors.contains("did you mean '\(meant)'?"), "\(outcome.text)")
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: [
    ("kubernetes_verison: '1.30'", "kubernetes_version"), ("excludes: [a]", "exclude"),
    ("rulse: {}", "rules"),
  ])
  func `so is one in the settings`(text: String, meant: String) throws {
    let outcome = try Sandbox.withExample().work(
      "echo \"\(text)\" > .manifest-lint.yaml; manifest-lint check || exit $?")
    #expect(
      outcome.status == 2 && outcome.errors.contains("did you mean \(meant)?"), "\(outcome.text)")
  }

  @Test(arguments: [
    ("kind: Deploymnt\napiVersion: apps/v1\n", "Deployment"),
    ("kind: Deployment\napiVersion: app/v1\n", "apps/v1"),
    ("kind: Deployment\napiVersion: apps/v1\nspce: {}\n", "spec"),
  ])
  func `and one in a manifest`(text: String, meant: String) throws {
    let outcome = try Sandbox().run(
      "manifest-lint manifests --format text - || true", input: Array(text.utf8))
    #expect(outcome.output.contains("did you mean"), "\(outcome.text)")
    #expect(outcome.output.contains(meant), "\(outcome.text)")
  }

  // MARK: Progress

  /// Files, and standard input that comes after a while: a check that takes longer than the silence of
  /// the progress line on every machine.
  private static let slow =
    "(sleep 1.5; cat many/100.yaml) | manifest-lint manifests --format text - many"

  private static func files() throws -> Sandbox {
    let box = try Sandbox()
    try box.sh(
      """
      mkdir many; n=100; while [ $n -lt 300 ]; do
        echo "{apiVersion: v1, kind: Namespace, metadata: {name: n$n}}" > many/$n.yaml; n=$((n+1))
      done
      """)
    return box
  }

  /// `script` gives the program a terminal and writes what it prints there to a file.
  @Test(.enabled(if: (try? Sandbox().run("command -v script").status) == 0))
  func `a terminal is told how far a long run is, and nobody else`() throws {
    let box = try Self.files()
    func terminal(_ command: String, _ variables: [String: String] = [:]) throws -> String {
      try box.run(
        "script -qec '\(command)' typescript > /dev/null 2>&1 || true; cat typescript",
        variables: ["TERM": "xterm"].merging(variables) { $1 }
      ).output
    }
    let check = Self.slow
    let shown = try terminal(check)
    #expect(shown.contains(/checked \d+ of \d+ files/), "\(shown)")
    // The line is taken away before the summary stands there.
    #expect(shown.contains("\u{1B}[Kchecked 0 agents") || shown.contains("\r\u{1B}[K"), "\(shown)")
    #expect(try terminal(check, ["LC_ALL": "zh_CN.UTF-8"]).contains("个文件中的"))
    for (command, variables) in [
      (check + " --quiet", [:]), (check, ["TERM": "dumb"]),
      ("manifest-lint manifests --format text many/100.yaml", [:]),
    ] as [(String, [String: String])] {
      #expect(try !terminal(command, variables).contains(" of "), "\(command)")
    }
    let piped = try box.run("\(check) 2>&1")
    #expect(!piped.output.contains("\u{1B}") && !piped.output.contains(" of "), "\(piped.text)")
  }
}
