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

  /// By the catalogue's number of a kind, whatever its version. A stored kind without rules of its
  /// own has at least metadata.
  // Made at every start that meets an object: rules are found by a hash of their names.
  private static let byNumber: [KindRules] = {
    let none = KindRules("", "", nil)
    let metadataOnly = KindRules("", "", .any)
    var numbers: [UInt32: [Int]] = [:]
    for (number, rules) in all.enumerated() {
      var hash = CatalogueHash()
      for byte in rules.group.utf8 { hash.add(byte) }
      for byte in rules.kind.utf8 { hash.add(byte) }
      numbers[hash.value, default: []].append(number)
    }
    return Catalogue.allKinds.map { kind in
      let found = numbers[kind.hashOfNames]?.first {
        kind.isNamed(all[$0].kind, group: all[$0].group)
      }
      return found.map { all[$0] } ?? (kind.role == .resource ? metadataOnly : none)
    }
  }()

  static func of(_ kind: Catalogue.Kind) -> KindRules { byNumber[kind.number] }
}
