import GitAccess
import ManifestLint
import YAML

/// Other commits of the checked repository, and local clones of other projects
/// (`--project-checkout PATH=DIR`).
final class OtherTrees: ManifestSource {
  private let invocation: Invocation
  /// References that a push moves, by their full names, and where to.
  private let pushed: [[UInt8]: GitObjectID]
  private let checkouts: [(project: ProjectPath, directory: [UInt8])]
  private var opened: [[UInt8]: GitView] = [:]

  init(
    _ invocation: Invocation, pushed: [[UInt8]: GitObjectID] = [:]
  ) throws(UsageError) {
    self.invocation = invocation
    self.pushed = pushed
    var checkouts: [(project: ProjectPath, directory: [UInt8])] = []
    for value in invocation.arguments.all(.projectCheckout) {
      guard let equals = value.firstIndex(of: UInt8(ascii: "=")), equals + 1 < value.count else {
        throw UsageError(
          "--project-checkout '\(printable(value))' is not understood; write PATH=DIR")
      }
      checkouts.append(
        (
          ProjectPath(String(decoding: value[..<equals], as: UTF8.self)),
          Array(value[(equals + 1)...])
        ))
    }
    self.checkouts = checkouts
  }

  func tree(
    ofProject project: String?, reference: ManifestProject.GitReference?
  ) throws(RepositoryError) -> (view: any RepositoryView, label: [UInt8])? {
    let revisions = reference.map { Self.revisions($0) } ?? [Array("HEAD".utf8)]
    guard let project else {
      // A commit of the own repository is shown as git shows it: `v1:path`.
      guard let name = reference?.name.value else { return nil }
      return try open(nil, revisions, label: Array("\(name):".utf8))
    }
    guard let checkout = checkouts.first(where: { $0.project == ProjectPath(project) }) else {
      return nil
    }
    let label = checkout.directory + [UInt8(ascii: "/")]
    guard let found = try open(checkout.directory, revisions, label: label) else {
      throw RepositoryError(
        "the clone '\(printable(checkout.directory))' of \(project) has no \(reference?.name.value ?? "HEAD"); fetch it"
      )
    }
    return found
  }

  /// Where a branch is depends on who made the clone: a runner has remote branches only.
  private static func revisions(_ reference: ManifestProject.GitReference) -> [[UInt8]] {
    switch reference {
    case .branch(let name):
      ["refs/heads/", "refs/remotes/origin/"].map { Array(($0 + name.value).utf8) }
    case .tag(let name): [Array("refs/tags/\(name.value)".utf8)]
    case .commit(let name): [Array(name.value.utf8)]
    }
  }

  private func open(
    _ directory: [UInt8]?, _ revisions: [[UInt8]], label: [UInt8]
  ) throws(RepositoryError) -> (view: any RepositoryView, label: [UInt8])? {
    if let known = opened[label] { return (known, label) }
    do {
      let repository = try CheckedTree.open(invocation, directory: directory)
      for revision in revisions {
        let moved = directory == nil ? pushed[revision] : nil
        guard let id = moved ?? (try? repository.resolve(revision)), !id.isZero else { continue }
        let listing: TreeListing
        do {
          listing = try repository.listing(of: id, limits: CheckedTree.limits(invocation.arguments))
        } catch let error as GitError {
          // A commit that nobody fetched is not at hand.
          if directory == nil, case .missingObject = error.kind { return nil }
          throw error
        }
        let view = GitView(repository, listing)
        opened[label] = view
        return (view, label)
      }
      return nil
    } catch {
      throw RepositoryError(Program.message(of: error))
    }
  }
}
