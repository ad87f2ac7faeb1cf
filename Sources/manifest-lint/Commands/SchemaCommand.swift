import GitAccess
import Kubernetes
import ManifestLint
import YAML

extension Command {
  static let schema = Command(
    name: "schema", summary: "Tell what the catalogue knows of kinds, fields and releases",
    operands: "[KIND|KIND.FIELD...]", options: [.kubernetesVersion, .diffVersions, .format]
  ) { invocation in
    let arguments = invocation.arguments
    try arguments.operands(atMost: 1)
    let question = arguments.operands.first.map { String(decoding: $0, as: UTF8.self) }
    let format = arguments.text(.format) ?? "text"
    guard format == "text" || format == "json" else {
      let hint = nearest(to: arguments.text(.format) ?? "", among: ["text", "json"])
      throw UsageError("schemas are printed as text or json\(hint)")
    }
    do throws(SchemaQueryFailure) {
      if let range = arguments.text(.diffVersions) {
        let (old, new) = try releases(range)
        let changes = try Catalogue.changes(from: old, to: new, of: question)
        invocation.output.write(
          format == "json" ? changesAsJSON(changes) : Array(changesAsText(changes).utf8))
        return .clean
      }
      let versions = try known(arguments.text(.kubernetesVersion))
      if let question {
        let answer = try Catalogue.describe(question, in: versions ?? .newest)
        invocation.output.write(
          format == "json" ? schemaAsJSON(answer) : Array(schemaAsText(answer).utf8))
      } else {
        let kinds = Catalogue.describedKinds(in: versions ?? .all)
        invocation.output.write(
          format == "json" ? kindsAsJSON(kinds) : Array(kindsAsText(kinds).utf8))
      }
    } catch {
      throw UsageError(error.message)
    }
    return .clean
  }

  private static func known(_ text: String?) throws(SchemaQueryFailure) -> VersionSet? {
    guard let text else { return nil }
    guard let versions = VersionSet(text), versions.outsideCatalogue.isEmpty else {
      throw SchemaQueryFailure(
        message:
          "'\(printable(text.utf8))' names no releases of the catalogue, which holds \(KubernetesVersion.oldest.description) to \(KubernetesVersion.newest.description)"
      )
    }
    return versions
  }

  /// `1.29..1.34`.
  private static func releases(
    _ text: String
  ) throws(SchemaQueryFailure) -> (KubernetesVersion, KubernetesVersion) {
    guard text.contains(".."), let versions = try known(text), versions.oldest < versions.newest
    else {
      throw SchemaQueryFailure(
        message: "--diff '\(printable(text.utf8))' is no range of releases; write 1.29..1.34")
    }
    return (versions.oldest, versions.newest)
  }
}
