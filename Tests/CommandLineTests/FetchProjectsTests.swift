import Foundation
import TestSupport
import Testing

private enum FetchTools {
  static let areThere = ["curl", "jq", "python3"].allSatisfy { tool in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)")
    }
  }
}

/// `ci-templates/fetch-projects.sh` against a server that answers as GitLab documents.
@Suite(.enabled(if: FetchTools.areThere, "curl, jq and python3 are needed"))
struct FetchProjectsTests {
  /// Answers on a port of its own until it is killed; `failures` counts down before /flaky answers.
  private static let server = """
    import http.server, json
    from urllib.parse import unquote
    failures = 1
    def project(path, **facts):
        return dict({'id': 7, 'path_with_namespace': path, 'visibility': 'public'}, **facts)
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *arguments): pass
        def answer(self, status, value):
            body = json.dumps(value).encode()
            self.send_response(status)
            self.send_header('Content-Type', 'application/json')
            self.send_header('Content-Length', str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        def do_GET(self):
            global failures
            path, _, query = self.path.partition('?')
            parts = path.removeprefix('/api/v4/projects/').split('/')
            name, rest = unquote(parts[0]), '/'.join(parts[1:])
            token = self.headers.get('PRIVATE-TOKEN')
            if token not in (None, 'right'): return self.answer(401, {'message': '401 Unauthorized'})
            if rest == 'cluster_agents':
                page = int(query.split('page=')[-1])
                count = {1: 100, 2: 3}.get(page, 0)
                return self.answer(200, [{'id': n, 'name': f'agent-{page}-{n}'} for n in range(count)])
            if rest == 'repository/tree':
                if token: return self.answer(500, {})
                if name == 'g/open': return self.answer(200, [])
                if name == 'g/empty': return self.answer(404, {'message': '404 Tree Not Found'})
                return self.answer(404, {'message': '404 Project Not Found'})
            if name == 'g/flaky' and failures:
                failures -= 1
                return self.answer(503, {})
            if name in ('g/open', 'g/empty', 'g/members', 'g/flaky'):
                return self.answer(200, project(name))
            if name in ('G/Full', '12'):
                return self.answer(200, project('g/full', id=12, repository_access_level='enabled'))
            if name == 'g/secret' and token:
                return self.answer(200, project(name, visibility='private',
                    repository_access_level='private', marked_for_deletion_on='2026-01-01'))
            if name == 'g/broken': return self.answer(500, {})
            self.answer(404, {'message': '404 Project Not Found'})
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    open('port.new', 'w').write(str(server.server_address[1]))
    import os; os.rename('port.new', 'port')
    server.serve_forever()
    """

  /// Runs the script with a server beside it.
  private func fetch(
    _ arguments: String, input: String = "", token: String? = nil
  ) throws -> (outcome: Sandbox.Outcome, box: Sandbox) {
    let box = try Sandbox()
    try Self.server.write(toFile: box.path + "/server.py", atomically: true, encoding: .utf8)
    var variables: [String: String] = [:]
    if let token { variables["GITLAB_TOKEN"] = token }
    let outcome = try box.run(
      """
      python3 server.py & server=$!
      until [ -e port ]; do sleep 0.05; done
      export CI_API_V4_URL=http://127.0.0.1:$(cat port)/api/v4
      '\(Sandbox.package)/ci-templates/fetch-projects.sh' \(arguments) && status=0 || status=$?
      # A test process runs with signals blocked, and what it starts inherits that.
      kill -KILL $server
      exit $status
      """, input: Array(input.utf8), variables: variables)
    return (outcome, box)
  }

  private func json(_ text: String) throws -> NSDictionary? {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
  }

  @Test func `the facts of every project that answers are written`() throws {
    let (outcome, _) = try fetch(
      "", input: "g/open\ng/empty\ng/members\nG/Full\n12\ng/none", token: nil)
    #expect(outcome.status == 0, "\(outcome.text)")
    let expected: NSDictionary = [
      "g/open": ["visibility": "public", "id": 7, "repository": "enabled"],
      "g/empty": ["visibility": "public", "id": 7, "repository": "enabled"],
      "g/members": ["visibility": "public", "id": 7, "repository": "private"],
      "g/full": ["visibility": "public", "id": 12, "repository": "enabled"],
    ]
    #expect(try json(outcome.output) == expected)
    #expect(outcome.errors.contains("g/none is not there, or the token does not see it (404)"))
  }

  @Test func `a token opens private projects, and is not among the arguments`() throws {
    let (outcome, _) = try fetch("g/secret", token: "right")
    #expect(outcome.status == 0, "\(outcome.text)")
    let expected: NSDictionary = [
      "g/secret": ["visibility": "private", "id": 7, "repository": "private", "hidden": true]
    ]
    #expect(try json(outcome.output) == expected)
  }

  @Test func `a passing fault of the instance is tried again`() throws {
    let (outcome, _) = try fetch("g/flaky")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try json(outcome.output)?["g/flaky"] != nil)
  }

  @Test func `a wrong token is said, and no file is written`() throws {
    let (outcome, box) = try fetch("--output projects.json g/open", token: "wrong")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("GITLAB_TOKEN is wrong or has expired"))
    #expect(!outcome.text.contains("PRIVATE-TOKEN"))
    #expect(!FileManager.default.fileExists(atPath: box.path + "/projects.json"))
  }

  @Test func `an instance that cannot be reached is no empty answer`() throws {
    let outcome = try Sandbox().run(
      "'\(Sandbox.package)/ci-templates/fetch-projects.sh' --api http://127.0.0.1:1 g/a")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
  }

  @Test func `agents are read page by page, and the program takes the file`() throws {
    let (outcome, box) = try fetch("--agents g/a --output agents.json")
    #expect(outcome.status == 0, "\(outcome.text)")
    let data = try Data(contentsOf: URL(filePath: box.path + "/agents.json"))
    let names = try JSONSerialization.jsonObject(with: data) as? [String]
    #expect(names?.count == 103)
    #expect(names?.last == "agent-2-2")
  }

  @Test func `the projects file is one that the program takes`() throws {
    let (outcome, box) = try fetch("--output projects.json G/Full")
    #expect(outcome.status == 0, "\(outcome.text)")
    let check = try box.run(
      """
      printf 'gitops:\\n  manifest_projects:\\n  - id: g/full\\n' > config.yaml
      manifest-lint config --project g/own --projects projects.json --gitlab-version 16.5 config.yaml
      """)
    #expect(check.status == 0, "\(check.text)")
    #expect(!check.text.contains("project/visibility-unknown"))
  }

  @Test(arguments: ["--nonsense", "--api", "--agents g/a g/b"])
  func `wrong usage is exit status 2`(arguments: String) throws {
    let outcome = try Sandbox().run(
      "'\(Sandbox.package)/ci-templates/fetch-projects.sh' \(arguments)")
    #expect(outcome.status == 2)
  }
}
