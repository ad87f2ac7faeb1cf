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
    heading("What each agent applies", class: "plan")
    if report.agents.isEmpty {
      output.write("<p>")
      output.say("No agent is configured.")
      output.write("</p>\n")
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
    node("project") { text(output.words(selection.shownProject)) }
    output.write("<ul><li>")
    node("globs") {
      for (number, glob) in selection.globs.enumerated() {
        if number > 0 { output.write("<br>") }
        text(glob)
        if selection.matches.indices.contains(number) {
          output.write(" <small>")
          output.say(Message.files(selection.matches[number]))
          output.write("</small>")
        }
      }
    }
    children(if: true) {
      if selection.isHere {
        writeFiles(of: selection)
      } else {
        output.write("<li>")
        node("files") { output.say("in another repository, not read here") }
        output.write("</li>\n")
      }
    }
    output.write("</li></ul></li>\n")
  }

  private func writeFiles(of selection: Report.Agent.Selection) {
    if selection.files.isEmpty {
      output.write("<li>")
      node("files") { output.say("none") }
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
          node("\(identity.kind)") {
            if let namespace = identity.namespace {
              output.write("<small>")
              text(namespace)
              output.write("/</small>")
            }
            text(identity.name)
          }
          output.write("</li>\n")
        }
        let more = identities.count - Self.mostObjects
        self.more(more, Message.moreObjects(more))
      }
      output.write("</li>\n")
    }
    let more = selection.files.count - Self.mostFiles
    self.more(more, Message.moreFiles(more))
  }

  private func more(_ count: Int, _ words: Message) {
    guard count > 0 else { return }
    output.write("<li>")
    node("and") { output.say(words) }
    output.write("</li>\n")
  }

  /// A box with what it is in small letters; a file's box shows its worst finding and leads to it.
  private func node(_ label: Message, file: [UInt8]? = nil, _ body: () -> Void) {
    let found = file.flatMap { files[$0] }
    output.write("<div class=\"node\(found.map { " \($0.worst.name)" } ?? "")\"><span>")
    text(output.words(label))
    output.write("</span>")
    body()
    if let found {
      output.write("<a href=\"#file-\(found.number)\">")
      output.say(Message.findings(found.count))
      output.write("</a>")
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
