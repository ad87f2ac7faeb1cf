import YAML

/// A pod's volumes by name, as its mounts ask for them.
struct PodVolumes {
  private var kinds = TextSet()
  /// Volumes that have a finding: a mount of one is no second fault.
  private var faulty = TextSet()

  mutating func add(_ name: Field, _ kind: VolumeKind?) {
    if let kind { kinds.insert(name, UInt8(kind.rawValue)) } else { faulty.insert(name) }
  }

  subscript(name: Field) -> VolumeKind? {
    kinds[name].flatMap { VolumeKind(rawValue: Int($0)) }
  }

  func isFaulty(_ name: Field) -> Bool { faulty.contains(name) }
}

extension ObjectCheck {
  /// ValidateVolumes (pkg/apis/core/validation).
  mutating func volumes(of spec: Field, _ use: PodUse) -> PodVolumes {
    var volumes = PodVolumes()
    // A claim of a StatefulSet takes the place of a volume of its name.
    for claim in use.claimTemplates?.elements.map(\.metadata.name) ?? [] {
      volumes.add(claim, .persistentVolumeClaim)
    }
    var names = TextSet()
    for volume in spec.volumes.elements {
      let before = diagnostics.count
      let name = volume.name
      if requiredForm(name, .label), !names.insert(name) { duplicate(name, "name") }
      // A volume without a source becomes an empty directory.
      let kind = volumeSource(volume, isPersistent: false, isPod: use.isPod) ?? .emptyDir
      volumes.add(name, diagnostics.count == before ? kind : nil)
    }
    return volumes
  }

  mutating func mode(_ field: Field) {
    guard field.exists, let mode = field.integer, !(0...0o777).contains(mode) else { return }
    report(
      ObjectRules.numberRange, at: field,
      "\(shown(field)); must be a number between 0 and 0777 (octal), both inclusive")
  }

  /// A Secret or ConfigMap as a folder.
  mutating func keyedVolume(_ source: Field, name: Field, isWhole: Bool = true) {
    required(name)
    if isWhole { mode(source.defaultMode) }
    for item in source.items.elements {
      required(item.key)
      if required(item.path) { localPath(item.path) }
      mode(item.mode)
    }
  }

  /// validateLocalNonReservedPath.
  private mutating func localPath(_ path: Field) {
    pathInside(path)
    guard Bytes.hasPrefix(path.bytes, ".."), !Bytes.equal(path.bytes, ".."),
      !Bytes.hasPrefix(path.bytes, "../")
    else { return }
    report(ObjectRules.pathFormat, at: path, "\(shown(path)); must not start with '..'")
  }

  mutating func downwardItem(_ item: Field) {
    if required(item.path) { localPath(item.path) }
    exactlyOne(
      item.fieldRef, item.resourceFieldRef, of: item, ObjectRules.volumeSource,
      "`fieldRef` and `resourceFieldRef`")
    if item.fieldRef.exists {
      fieldReference(item.fieldRef, .volume)
    } else if item.resourceFieldRef.exists {
      resourceReference(item.resourceFieldRef, needsContainer: true)
    }
    mode(item.mode)
  }

  /// validateProjectedVolumeSource; trust bundles and pod certificates wait for gates that are off.
  mutating func projected(_ source: Field) {
    mode(source.defaultMode)
    var paths = TextSet()
    for part in source.sources.elements {
      exactlyOne(
        part.secret, part.configMap, part.downwardAPI, part.serviceAccountToken, of: part,
        ObjectRules.volumeSource,
        "`secret`, `configMap`, `downwardAPI` and `serviceAccountToken`", noneIsAllowed: true)
      if part.secret.exists { keyedVolume(part.secret, name: part.secret.name, isWhole: false) }
      if part.configMap.exists {
        keyedVolume(part.configMap, name: part.configMap.name, isWhole: false)
      }
      for item in part.downwardAPI.items.elements { downwardItem(item) }
      let token = part.serviceAccountToken
      if token.exists {
        let seconds = token.expirationSeconds
        if seconds.exists, let number = seconds.integer, !(600...1 << 32).contains(number) {
          report(
            ObjectRules.numberRange, at: seconds,
            "\(shown(seconds)); may not specify a duration less than 10 minutes, nor more than 2^32 seconds"
          )
        }
        if required(token.path) { localPath(token.path) }
      }
      let files =
        [part.secret, part.configMap, part.downwardAPI].flatMap { $0.items.elements.map(\.path) }
        + [token.path]
      for path in files where !path.isEmpty && !paths.insert(path) {
        report(
          ObjectRules.duplicateValue, at: path, "\(shown(path)); conflicting duplicate paths")
      }
    }
  }

  /// A claim made for the pod: its template may hold labels and annotations only.
  mutating func ephemeral(_ source: Field) {
    let template = source.volumeClaimTemplate
    guard template.exists else {
      required(template)
      return
    }
    labels(template.metadata.labels)
    annotations(template.metadata.annotations)
    for field in [
      template.metadata.name, template.metadata.generateName, template.metadata.namespace,
      template.metadata.finalizers, template.metadata.ownerReferences,
    ] where !field.isEmpty {
      forbidden(field, " in a claim made for a pod")
    }
    claim(template.spec)
  }
}
