import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func `the reference names every command`(file: String) throws {
    let text = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: "\(Sandbox.package)/\(file)")),
      as: UTF8.self)
    let help = try Sandbox().run("manifest-lint help").output
    let commands = help.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first }
    #expect(commands.count > 10)
    for command in commands {
      #expect(text.contains("`\(command)") || text.contains("`\(command)`"), "\(command)")
    }
  }

  @Test func `the hook files of the package and of install-hook start the same program`() throws {
    let box = try Sandbox()
    try box.sh("git init -q work")
    for name in ["pre-commit", "pre-push", "pre-receive"] {
      let installed = try box.run(
        "cd work; manifest-lint install-hook \(name); cat .git/hooks/\(name)")
      #expect(installed.status == 0, "\(installed.text)")
      let shipped = try box.sh("cat '\(Sandbox.package)/hooks/\(name)'")
      for line in ["program=${MANIFEST_LINT:-manifest-lint}", "exec \"$program\" \(name)"] {
        #expect(installed.output.contains(line) && shipped.contains(line), "\(name): \(line)")
      }
    }
    let foreign = try box.run(
      """
      cd work; echo '#!/bin/sh' > .git/hooks/pre-commit
      manifest-lint install-hook || echo refused
      manifest-lint install-hook --force; manifest-lint install-hook --uninstall
      [ ! -e .git/hooks/pre-commit ]
      """)
    #expect(foreign.status == 0, "\(foreign.text)")
    #expect(foreign.output.contains("refused"))
  }
}
