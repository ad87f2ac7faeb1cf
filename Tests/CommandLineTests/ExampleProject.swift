import Foundation
import TestSupport

/// The embedded example as a repository, and mistakes to put into it.
extension Sandbox {
  static let config = ".gitlab/agents/gitops/config.yaml"
  static let manifest = "deployment/deployment.yaml"

  /// A sandbox with the example committed in the folder `work`, where hooks find the program.
  static func withExample() throws -> Sandbox {
    let box = try Sandbox()
    try box.sh(
      """
      mkdir work; cp -R '\(package)/Examples/nginx/.' work; cd work
      git init -qb main; git add .; git commit -qm 'Deliver nginx'
      """)
    return box
  }

  /// The example, not pushed yet, and the bare repository `server.git` with the hook as its `origin`.
  ///
  /// - Parameter settings: of the server, beside the hook.
  static func withServer(settings: String? = nil) throws -> Sandbox {
    let box = try withExample()
    try box.sh(
      """
      git init -q --bare -b main server.git
      cp '\(package)/hooks/pre-receive' server.git/hooks/
      cd work; git remote add origin ../server.git
      """)
    if let settings { try box.write("server.git/hooks/manifest-lint.yaml", settings + "\n") }
    return box
  }

  /// Runs a script inside the example's work tree.
  @discardableResult
  func work(_ script: String, variables: [String: String] = [:]) throws -> Outcome {
    try run(script, variables: variables, directory: "work")
  }
}
