import Foundation
import ManifestLint
import Testing
import YAML

@Suite struct `The HTML report` {
  /// Walks the page with Python's parser: every element is closed in order, every reference within
  /// the page has its target, ids are unique, and nothing is loaded or executed.
  private static let walk = """
    import sys
    from html.parser import HTMLParser
    void = {"meta", "br"}
    known = void | {"html", "head", "title", "style", "body", "header", "main", "section", "h1",
        "h2", "h3", "p", "a", "code", "pre", "mark", "small", "span", "strong", "div", "ol", "ul",
        "li"}
    class Page(HTMLParser):
        open, ids, references = [], [], []
        def handle_starttag(self, tag, attributes):
            assert tag in known, tag
            if tag not in void: self.open.append(tag)
            for name, value in attributes:
                assert name in {"lang", "charset", "name", "content", "http-equiv", "class", "id",
                    "href"}, name
                if name == "id": self.ids.append(value)
                if name == "href" and value.startswith("#"): self.references.append(value[1:])
                elif name == "href": assert value.startswith("https://"), value
        def handle_endtag(self, tag):
            assert self.open and self.open.pop() == tag, tag
    page = Page(convert_charrefs=True)
    page.feed(sys.stdin.buffer.read().decode())
    page.close()
    assert not page.open, page.open
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.references) <= set(page.ids)
    print(len(page.ids))
    """

  @Test(
    .enabled(if: Program.exists(["python3", "--version"]), "python3 is not installed"),
    arguments: [(Sample.ordinary, 4), (.empty, 0), (.hostile, 4)])
  func `is a closed page without scripts`(sample: Sample, ids: Int) throws {
    var options = RenderOptions()
    options.blobPages = "https://gitlab.example.com/g/p/-/blob/main"
    options.rulePages = "https://example.com/rules"
    let page = render(sample.report, as: .html, options: options)
    let result = try #require(Program.run(["python3", "-c", Self.walk], input: page))
    #expect(result.output == "\(ids)\n")
  }

  @Test func `shows the plan from agent to object, and where it is broken`() {
    let page = Samples.text(Samples.ordinary, .html)
    for text in [
      ">prod eu<", ">group/project<", ">/manifests/**/*.yaml<", ">manifests/crd.yaml<",
      ">Deployment</span><small>default/</small>web<", "in another repository, not read here",
      "<div class=\"node warning\"><span>file</span>manifests/web.yaml<a href=\"#file-2\">",
    ] {
      #expect(page.contains(text))
    }
  }

  @Test func `marks the place in the source line`() {
    #expect(
      Samples.text(Samples.ordinary, .html).contains("replicas: <mark>&quot;two&quot;</mark></pre>")
    )
  }

  @Test func `draws no more of a large plan than fits a picture`() {
    var report = Samples.empty
    let files = (0..<1_000).map { Array("manifests/\($0).yaml".utf8) }
    let objects = files.flatMap { path in
      (0..<20).map { Report.PlannedObject(identity: Samples.web, path: path, document: $0) }
    }
    report.agents = [
      Report.Agent(
        name: "a", configuration: Array("c".utf8),
        selections: [
          Report.Agent.Selection(
            project: nil, globs: ["/**/*.yaml"], isHere: true, files: files, objects: objects)
        ])
    ]
    let page = Samples.text(report, .html)
    #expect(page.contains("940 more files"))
    #expect(page.contains("8 more objects"))
    #expect(page.utf8.count < 200_000)
  }
}
