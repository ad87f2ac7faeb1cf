import YAML

extension ObjectCheck {
  /// ValidatePersistentVolumeClaimSpec (pkg/apis/core/validation).
  mutating func claim(_ spec: Field) {
    accessModes(spec.accessModes)
    labelSelector(spec.selector)
    let storage = spec.resources.requests.storage
    if storage.exists {
      positive(quantity: storage)
    } else {
      report(
        ObjectRules.storageRequest, at: storage,
        "is required: a claim says how much storage it needs")
    }
    form(spec.storageClassName, .subdomain)
    oneOf(spec.volumeMode, .volumeModes, emptyIsAbsent: false)
    form(spec.volumeAttributesClassName, .subdomain)
    let source = spec.dataSource
    let reference = spec.dataSourceRef
    if source.exists, keepsDataSource(source) { dataSource(source) }
    if reference.exists { dataSource(reference) }
    guard source.exists, reference.exists, keepsDataSource(source) else { return }
    let isSame = [
      (source.apiGroup, reference.apiGroup), (source.kind, reference.kind),
      (source.name, reference.name),
    ]
    .allSatisfy { $0.bytes == $1.bytes }
    if !isSame {
      report(ObjectRules.dataSource, at: source, "must match dataSourceRef when both are given")
    }
  }

  /// The server drops a `dataSource` that is neither a claim nor a snapshot.
  private func keepsDataSource(_ source: Field) -> Bool {
    (source.kind.equals("PersistentVolumeClaim") && source.apiGroup.isEmpty)
      || (source.kind.equals("VolumeSnapshot") && source.apiGroup.equals("snapshot.storage.k8s.io"))
  }

  private mutating func dataSource(_ source: Field) {
    required(source.name)
    if required(source.kind), source.apiGroup.isEmpty,
      !source.kind.equals("PersistentVolumeClaim")
    {
      report(
        ObjectRules.dataSource, at: source.kind,
        "\(shown(source.kind)); without apiGroup it must be 'PersistentVolumeClaim'")
    }
    form(source.apiGroup, .subdomain)
  }

  mutating func accessModes(_ modes: Field) {
    if required(modes, ObjectRules.accessModes, because: ": at least 1 access mode") {
      eachOneOf(modes, .accessModes, ObjectRules.accessModes)
    }
    let isAlone = modes.elements.contains { $0.equals("ReadWriteOncePod") }
    if isAlone, modes.size > 1 {
      report(
        ObjectRules.accessModes, at: modes,
        "may not use ReadWriteOncePod with other access modes")
    }
  }
}

extension Words {
  static let accessModes = Words(
    "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod")
  static let volumeModes = Words("Block", "Filesystem")
}
