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

  /// Runs a script inside the example's work tree.
  func work(_ script: String, variables: [String: String] = [:]) throws -> Outcome {
    try run(script, variables: variables, directory: "work")
  }
}
