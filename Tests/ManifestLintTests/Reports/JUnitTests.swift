import Foundation
import FoundationXML
import ManifestLint
import Testing
import YAML

@Suite struct `The JUnit report` {
  private func root(_ report: Report, failOn: Severity? = .error) throws -> XMLElement {
    var options = RenderOptions()
    options.failOn = failOn
    let bytes = render(report, as: .junit, options: options)
    return try #require(try XMLDocument(data: Data(bytes)).rootElement())
  }

  private func cases(_ report: Report, failOn: Severity? = .error) throws -> [XMLElement] {
    try root(report, failOn: failOn).elements(forName: "testsuite").flatMap {
      $0.elements(forName: "testcase")
    }
  }

  /// The elements and attributes of the JUnit dialect that Jenkins' schema and GitLab share, with
  /// the children that each may have.
  @Test(arguments: Sample.allCases)
  func `has only what its readers know`(sample: Sample) throws {
    let allowed: [String: (attributes: Set<String>, children: Set<String>)] = [
      "testsuites": (["name", "tests", "failures", "errors", "time"], ["testsuite"]),
      "testsuite": (["name", "tests", "failures", "errors", "skipped", "time"], ["testcase"]),
      "testcase": (
        ["classname", "name", "file", "time"], ["failure", "skipped", "system-out"]
      ),
      "failure": (["type", "message"], []), "skipped": (["message"], []), "system-out": ([], []),
    ]
    func check(_ element: XMLElement) throws {
      let name = try #require(element.name)
      let rule = try #require(allowed[name], "element \(name)")
      #expect(rule.attributes.isSuperset(of: (element.attributes ?? []).compactMap(\.name)))
      for child in (element.children ?? []).compactMap({ $0 as? XMLElement }) {
        #expect(rule.children.contains(child.name ?? ""))
        try check(child)
      }
    }
    try check(root(sample.report))
  }

  @Test func `one case for each checked object, with all its findings in one failure`() throws {
    let cases = try cases(Samples.ordinary, failOn: .warning)
    #expect(
      cases.map { $0.attribute(forName: "classname")?.stringValue } == [
        ".gitlab/agents/prod eu/config.yaml",
        "manifests/crd.yaml", "manifests/web.yaml",
      ])
    let web = cases[2]
    #expect(web.attribute(forName: "name")?.stringValue == "apps/v1 Deployment default/web")
    #expect(web.attribute(forName: "file")?.stringValue == "manifests/web.yaml")
    let failure = try #require(web.elements(forName: "failure").first)
    #expect(failure.attribute(forName: "type")?.stringValue == "manifest/type")
    #expect(
      failure.stringValue
        == "manifests/web.yaml:14:13: warning manifest/type: spec.replicas: expected integer, got string"
    )
    #expect(
      cases[1].elements(forName: "skipped").first?.attribute(forName: "message")?.stringValue
        == "no schema")
  }

  @Test func `a finding below the threshold fails no case and is told all the same`() throws {
    let web = try #require(try cases(Samples.ordinary).last)
    #expect(web.elements(forName: "failure").isEmpty)
    #expect(
      web.elements(forName: "system-out").first?.stringValue?.contains("manifest/type") == true)
    #expect(
      try cases(Samples.ordinary, failOn: nil).allSatisfy {
        $0.elements(forName: "failure").isEmpty
      })
  }

  @Test(arguments: Sample.allCases)
  func `the numbers in the head are those of the cases`(sample: Sample) throws {
    let root = try root(sample.report)
    let cases = try cases(sample.report)
    func number(_ name: String) -> Int? {
      root.attribute(forName: name)?.stringValue.flatMap { Int($0) }
    }
    #expect(number("tests") == cases.count)
    #expect(number("failures") == cases.filter { !$0.elements(forName: "failure").isEmpty }.count)
    #expect(cases.count > 0)
  }

  @Test func `names are unique within a file, because GitLab drops the second of two`() throws {
    let cases = try cases(Samples.hostile)
    let names = cases.map {
      "\($0.attribute(forName: "classname")?.stringValue ?? "") \($0.attribute(forName: "name")?.stringValue ?? "")"
    }
    #expect(Set(names).count == names.count)
    #expect(names.contains { $0.hasSuffix(" #2") })
  }

  @Test func `the time is there only when asked for`() throws {
    #expect(!Samples.text(Samples.ordinary, .junit).contains("time="))
    var options = RenderOptions()
    options.seconds = 0.4125
    #expect(Samples.text(Samples.ordinary, .junit, options).contains("time=\"0.413\""))
  }
}
