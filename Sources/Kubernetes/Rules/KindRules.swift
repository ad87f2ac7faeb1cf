import YAML

/// The checks of one kind: what the server's validation function of that kind looks at.
struct KindRules: Sendable {
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

  private static let all: [KindRules] =
    workloads + services + routing + configuration + storage + access + scaling + cluster
    + admission + extensions + flowControl + devices

  private static let byKind = Dictionary(
    uniqueKeysWithValues: all.map { ("\($0.group)/\($0.kind)", $0) })

  /// The rules of a built-in kind, whatever its version; nil for one that has no rules.
  static func of(group: Substring, kind: String) -> KindRules? { byKind["\(group)/\(kind)"] }
}
