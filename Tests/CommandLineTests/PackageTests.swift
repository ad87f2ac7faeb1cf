import Foundation
import TestSupport
import Testing

/// What a package holds. The program in it is the one of this build: that of a release takes minutes.
@Suite struct PackageTests {
  private static let canPack =
    Tool.isThere("dpkg-deb") && (try? Sandbox().sh("id -u")) == "0"

  @Test(.enabled(if: canPack, "needs dpkg and root"))
  func
    `the Debian package installs into an empty root, runs there, and is removed without a trace`()
    throws
  {
    let box = try Sandbox()
    let outcome = try box.run(
      """
      build() { '\(Sandbox.package)/scripts/build-deb' --program "$(command -v manifest-lint)" --output $1; }
      build one >/dev/null 2>&1; sleep 1; build two >/dev/null 2>&1; cmp one/*.deb two/*.deb; echo same
      mkdir -p root/var/lib/dpkg/info root/var/lib/dpkg/updates; touch root/var/lib/dpkg/status
      do() { dpkg --root="$PWD/root" --log=/dev/null --force-script-chrootless "$@" >/dev/null; }
      do --install one/*.deb; root/usr/bin/manifest-lint version | head -1
      gzip -dc root/usr/share/man/man1/manifest-lint.1.gz | head -1
      find root/usr -type f | wc -l; find root/usr ! -user root -o -perm /022 ! -type l
      do --purge manifest-lint; find root/usr root/etc 2>/dev/null | wc -l
      """.replacing("do()", with: "pack()").replacing("\ndo ", with: "\npack "))
    #expect(outcome.status == 0, "\(outcome.text)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 5, "\(outcome.text)")
    #expect(lines.first == "same" && lines.last == "0", "\(outcome.text)")
    #expect(lines[1].hasPrefix("manifest-lint "), "\(outcome.text)")
    #expect(lines[2].hasPrefix(".TH MANIFEST-LINT 1"))
  }

  private static let hasSchema = (try? Sandbox().run("python3 -c 'import cyclonedx'").status) == 0

  @Test(.enabled(if: Tool.isThere("dpkg-query"), "needs dpkg"))
  func `the list of parts is the same each time and names what is linked`() throws {
    let box = try Sandbox()
    let outcome = try box.run(
      """
      list() { '\(Sandbox.package)/scripts/make-sbom' --program "$(command -v manifest-lint)" --output $1; }
      list one.json; list two.json; cmp one.json two.json
      """)
    #expect(outcome.status == 0, "\(outcome.text)")
    let data = try Data(contentsOf: URL(fileURLWithPath: box.path + "/one.json"))
    let list = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let parts = try #require(list["components"] as? [[String: Any]])
    for name in ["libgit2", "mbedcrypto", "pcre2", "zlib", "glibc", "swift-runtime"] {
      let part = parts.first { $0["name"] as? String == name }
      #expect((part?["version"] as? String)?.first?.isNumber == true, "\(name)")
    }
  }

  @Test(.enabled(if: hasSchema, "needs cyclonedx-python-lib[json-validation]"))
  func `the list of parts is valid CycloneDX`() throws {
    let outcome = try Sandbox().run(
      """
      '\(Sandbox.package)/scripts/make-sbom' --program "$(command -v manifest-lint)" --output s.json
      python3 -c '
      from cyclonedx.schema import SchemaVersion
      from cyclonedx.validation.json import JsonStrictValidator
      print(JsonStrictValidator(SchemaVersion.V1_5).validate_str(open("s.json").read()))'
      """)
    #expect(outcome.output.hasSuffix("None\n"), "\(outcome.text)")
  }

  @Test func `the manual page names every command and every option`() throws {
    let box = try Sandbox()
    let page = try box.sh("manifest-lint help --manual").replacing("\\-", with: "-")
    let commands = try box.sh("manifest-lint help").split(separator: "\n")
      .filter { $0.hasPrefix("  ") }.compactMap { $0.split(separator: " ").first }
    for command in commands {
      #expect(page.contains("\n.B \(command)"), "\(command)")
      let help = try box.sh("manifest-lint help \(command)")
      for option in help.split(separator: "\n").compactMap({ line in
        line.split(separator: " ").first { $0.hasPrefix("--") }
      }) {
        #expect(page.contains("\(option)"), "\(option)")
      }
    }
  }

  @Test(.enabled(if: Tool.isThere("groff"), "groff is not installed"))
  func `the manual page is one that roff understands`() throws {
    let outcome = try Sandbox().run(
      "manifest-lint help --manual | groff -man -ww -Tutf8 -rCHECKSTYLE=0 2>&1 >/dev/null")
    #expect(outcome.output.isEmpty, "\(outcome.output)")
  }
}
