import Kubernetes
import YAML

/// The picture of the plan: agents → projects → globs → files → objects, a tree that grows to the
/// right on a wide screen and downwards on a narrow one. It is a nested list, so that it can be
/// read aloud and printed too.
extension HTMLPage {
  /// A picture shows a shape; whole inventories are what `plan` is for.
  private static let mostFiles = 60
  private static let mostObjects = 12

  func writePlan() {
    output.write("<section class=\"plan\">\n<h2>What each agent applies</h2>\n")
    if report.agents.isEmpty {
      output.write("<p>No agent is configured.</p>\n")
    } else {
      output.write("<ul class=\"tree\">\n")
      for agent in report.agents { write(agent) }
      output.write("</ul>\n")
    }
    output.write("</section>\n")
  }

  private func write(_ agent: Report.Agent) {
    output.write("<li>")
    node("agent", file: agent.configuration) { text(agent.name) }
    children(if: !agent.selections.isEmpty) {
      for selection in agent.selections { write(selection) }
    }
    output.write("</li>\n")
  }

  private func write(_ selection: Report.Agent.Selection) {
    output.write("<li>")
    node("project") { text(selection.shownProject) }
    output.write("<ul><li>")
    node("globs") {
      for (number, glob) in selection.globs.enumerated() {
        if number > 0 { output.write("<br>") }
        text(glob)
        if selection.matches.indices.contains(number) {
          output.write(" <small>\(counted(selection.matches[number], "file"))</small>")
        }
      }
    }
    children(if: true) {
      if selection.isHere {
        writeFiles(of: selection)
      } else {
        output.write("<li>")
        node("files") { text("in another repository, not read here") }
        output.write("</li>\n")
      }
    }
    output.write("</li></ul></li>\n")
  }

  private func writeFiles(of selection: Report.Agent.Selection) {
    if selection.files.isEmpty {
      output.write("<li>")
      node("files") { text("none") }
      output.write("</li>\n")
    }
    let shown = selection.files.prefix(Self.mostFiles)
    var objects: [[UInt8]: [ObjectIdentity]] = [:]
    for path in shown { objects[path] = [] }
    for object in selection.objects { objects[object.path]?.append(object.identity) }
    for path in shown {
      output.write("<li>")
      node("file", file: path) { text(path) }
      let identities = objects[path] ?? []
      children(if: !identities.isEmpty) {
        for identity in identities.prefix(Self.mostObjects) {
          output.write("<li>")
          node(identity.kind) {
            if let namespace = identity.namespace {
              output.write("<small>")
              text(namespace)
              output.write("/</small>")
            }
            text(identity.name)
          }
          output.write("</li>\n")
        }
        more(identities.count - Self.mostObjects, "object")
      }
      output.write("</li>\n")
    }
    more(selection.files.count - Self.mostFiles, "file")
  }

  private func more(_ count: Int, _ noun: String) {
    guard count > 0 else { return }
    output.write("<li>")
    node("and") { text(counted(count, "more \(noun)")) }
    output.write("</li>\n")
  }

  /// A box with what it is in small letters; a file's box shows its worst finding and leads to it.
  private func node(_ label: String, file: [UInt8]? = nil, _ body: () -> Void) {
    let found = file.flatMap { files[$0] }
    output.write("<div class=\"node\(found.map { " \($0.worst.name)" } ?? "")\"><span>")
    text(label)
    output.write("</span>")
    body()
    if let found {
      output.write("<a href=\"#file-\(found.number)\">\(counted(found.count, "finding"))</a>")
    }
    output.write("</div>")
  }

  private func children(if hasAny: Bool, _ body: () -> Void) {
    guard hasAny else { return }
    output.write("<ul>\n")
    body()
    output.write("</ul>")
  }
}
