import YAML

/// The checks of one kind: what the server's validation function of that kind looks at.
final class KindRules: Sendable {
  let group: String
  let kind: String
  /// Nil for requests, which need no metadata.
  let metadata: MetadataForm?
  let check: @Sendable (Field, inout ObjectCheck) -> Void

  init(
    _ group: String, _ kind: String, _ metadata: MetadataForm? = MetadataForm(),
    check: @escaping @Sendable (Field, inout ObjectCheck) -> Void = { _, _ in }
  ) {
    self.group = group
    self.kind = kind
    self.metadata = metadata
    self.check = check
  }

  static let all: [KindRules] =
    workloads + services + routing + configuration + storage + access + scaling + cluster
    + admission + extensions + flowControl + devices

  /// By the catalogue's number of a kind, whatever its version. A stored kind without rules of its
  /// own has at least metadata.
  private static let byNumber: [KindRules] = {
    let none = KindRules("", "", nil)
    let metadataOnly = KindRules("", "", .any)
    let found = Catalogue.byNumber(all) { ($0.group, $0.kind) }
    return zip(Catalogue.allKinds, found).map { kind, rules in
      rules ?? (kind.role == .resource ? metadataOnly : none)
    }
  }()

  static func of(_ kind: Catalogue.Kind) -> KindRules { byNumber[kind.number] }
}
