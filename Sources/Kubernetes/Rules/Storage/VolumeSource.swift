import YAML

/// What a volume's bytes come from, in the order in which the server looks for them.
enum VolumeKind: Int, Comparable {
  case emptyDir, hostPath, gitRepo, gcePersistentDisk, awsElasticBlockStore, secret, nfs, iscsi
  case glusterfs, flocker, persistentVolumeClaim, rbd, cinder, cephfs, quobyte, downwardAPI, fc
  case flexVolume, configMap, azureFile, vsphereVolume, photonPersistentDisk, portworxVolume
  case azureDisk, storageos, projected, scaleIO, csi, ephemeral, image, local

  static func < (left: VolumeKind, right: VolumeKind) -> Bool { left.rawValue < right.rawValue }

  private static let names: [StaticString] = [
    "emptyDir", "hostPath", "gitRepo", "gcePersistentDisk", "awsElasticBlockStore", "secret", "nfs",
    "iscsi", "glusterfs", "flocker", "persistentVolumeClaim", "rbd", "cinder", "cephfs", "quobyte",
    "downwardAPI", "fc", "flexVolume", "configMap", "azureFile", "vsphereVolume",
    "photonPersistentDisk", "portworxVolume", "azureDisk", "storageos", "projected", "scaleIO",
    "csi", "ephemeral", "image", "local",
  ]

  /// The catalogue's numbers of the names.
  private static let numbers = names.map { name in
    Catalogue.name(Array(String(describing: name).utf8)[...])
  }

  /// The kind of a field's name; nil for a field of the volume that is no source.
  init?(named name: Field) {
    if let known = name.fieldName {
      guard let number = Self.numbers.firstIndex(of: known) else { return nil }
      self.init(rawValue: number)
      return
    }
    for (number, candidate) in Self.names.enumerated() where name.equals(candidate) {
      self.init(rawValue: number)
      return
    }
    return nil
  }

  /// Those whose code is gone, or off, in the releases that are supported.
  var isDead: Bool {
    switch self {
    case .gitRepo, .glusterfs, .flocker, .quobyte, .scaleIO, .storageos, .photonPersistentDisk,
      .cephfs, .rbd:
      true
    default: false
    }
  }
}

extension ObjectCheck {
  /// The one source of a volume; a finding for each further one. `isPersistent` volumes name the
  /// namespaces of their secrets too.
  mutating func volumeSource(
    _ volume: Field, isPersistent: Bool, isPod: Bool = false
  ) -> VolumeKind? {
    var found: (kind: VolumeKind, source: Field)?
    for (key, source) in volume.entries where source.exists {
      guard let kind = VolumeKind(named: key) else { continue }
      if kind.isDead {
        report(
          ObjectRules.volumePlugin, at: key,
          "is a kind of volume that Kubernetes no longer mounts; use a CSI driver")
      }
      guard let other = found else {
        found = (kind, source)
        continue
      }
      // The server looks for them in its own order and refuses all but the first.
      report(
        ObjectRules.volumeSource, at: max(kind, other.kind) == kind ? source : other.source,
        "is given beside another source; may not specify more than 1 volume type: keep one of them")
      if kind < other.kind { found = (kind, source) }
    }
    guard let found else { return nil }
    volumeSource(found.source, found.kind, volume, isPersistent: isPersistent, isPod: isPod)
    return found.kind
  }

  /// Those whose checks are more than a few required fields are below or in PodVolumes.swift.
  private mutating func volumeSource(
    _ source: Field, _ kind: VolumeKind, _ volume: Field, isPersistent: Bool, isPod: Bool
  ) {
    switch kind {
    case .emptyDir: emptyDir(source)
    case .hostPath: hostPath(source)
    case .gitRepo:
      required(source.repository)
      pathInside(source.directory)
    case .gcePersistentDisk:
      required(source.pdName)
      within(source.partition, 0...255)
    case .awsElasticBlockStore:
      required(source.volumeID)
      within(source.partition, 0...255)
    case .secret: keyedVolume(source, name: source.secretName)
    case .configMap: keyedVolume(source, name: source.name)
    case .nfs:
      required(source.server)
      if required(source.path), source.path.bytes.first != 0x2F {
        report(
          ObjectRules.pathFormat, at: source.path,
          "\(shown(source.path)); must be an absolute path")
      }
    case .iscsi: iscsi(source, isPersistent: isPersistent)
    case .glusterfs:
      required(source.endpoints)
      required(source.path)
      if isPersistent { form(source.endpointsNamespace, .label) }
    case .flocker:
      if source.datasetName.isEmpty == source.datasetUUID.isEmpty {
        report(
          ObjectRules.volumeSource, at: source,
          "must have exactly one of `datasetName` and `datasetUUID`")
      }
      if source.datasetName.bytes.contains(0x2F) {
        report(
          ObjectRules.pathFormat, at: source.datasetName,
          "\(shown(source.datasetName)); must not contain '/'")
      }
    case .persistentVolumeClaim: required(source.claimName)
    case .rbd:
      required(source.monitors)
      required(source.image)
    case .cinder:
      required(source.volumeID)
      secretReference(source.secretRef, hasNamespace: isPersistent)
    case .cephfs: required(source.monitors)
    case .quobyte: quobyte(source)
    case .downwardAPI:
      mode(source.defaultMode)
      for item in source.items.elements { downwardItem(item) }
    case .fc: fibreChannel(source)
    case .flexVolume: flexVolume(source)
    case .azureFile:
      required(source.secretName)
      required(source.shareName)
      if isPersistent, source.secretNamespace.exists { required(source.secretNamespace) }
    case .vsphereVolume: required(source.volumePath)
    case .photonPersistentDisk: required(source.pdID)
    case .portworxVolume: required(source.volumeID)
    case .azureDisk: azureDisk(source)
    case .storageos:
      requiredForm(source.volumeName, .label)
      form(source.volumeNamespace, .label)
      secretReference(source.secretRef, hasNamespace: isPersistent)
    case .projected: projected(source)
    case .scaleIO:
      required(source.gateway)
      required(source.system)
      required(source.volumeName)
    case .csi: csi(source, isPersistent: isPersistent)
    case .ephemeral: ephemeral(source)
    case .image:
      // From 1.37 on templates need it too.
      if isPod || !includes(before: 37) { required(source.reference) }
      oneOf(source.pullPolicy, .pullPolicies)
    case .local:
      if required(source.path) { noParentSegments(source.path) }
    }
  }

  private mutating func emptyDir(_ source: Field) {
    guard let quantity = source.sizeLimit.asQuantity, quantity < .zero else { return }
    report(
      ObjectRules.quantityRange, at: source.sizeLimit,
      "\(shown(source.sizeLimit)); must be a valid resource quantity, not below 0")
  }

  private mutating func hostPath(_ source: Field) {
    if required(source.path) { noParentSegments(source.path) }
    oneOf(source.type, .hostPathTypes)
  }

  /// A name and a namespace, or the name alone.
  private mutating func secretReference(_ reference: Field, hasNamespace: Bool) {
    guard reference.exists else { return }
    required(reference.name)
    if hasNamespace { required(reference.namespace) }
  }

  private mutating func iscsi(_ source: Field, isPersistent: Bool) {
    required(source.targetPortal)
    if required(source.iqn), !Self.isQualified(iscsi: source.iqn.bytes) {
      report(
        ObjectRules.volumeDetail, at: source.iqn,
        "\(shown(source.iqn)); must be valid format starting with iqn, eui, or naa")
    }
    within(source.lun, 0...255)
    if source.chapAuthDiscovery.isTrue || source.chapAuthSession.isTrue {
      if required(source.secretRef) {
        secretReference(source.secretRef, hasNamespace: isPersistent)
      }
    }
    let initiator = source.initiatorName
    if initiator.exists, !Self.isQualified(iscsi: initiator.bytes) {
      report(
        ObjectRules.volumeDetail, at: initiator,
        "\(shown(initiator)); must be valid format starting with iqn, eui, or naa")
    }
  }

  /// `iqn.YYYY-MM.domain[:id]`, `eui.` and 16 or `naa.` and 32 hexadecimal digits.
  private static func isQualified(iscsi name: ArraySlice<UInt8>) -> Bool {
    let rest = name.dropFirst(4)
    func isHex(_ count: Int) -> Bool {
      rest.count == count
        && rest.allSatisfy { Bytes.isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
    }
    if Bytes.hasPrefix(name, "eui.") { return isHex(16) }
    if Bytes.hasPrefix(name, "naa.") { return isHex(32) }
    guard Bytes.hasPrefix(name, "iqn."), rest.count > 8 else { return false }
    let date = rest.prefix(8)
    let domain = rest.dropFirst(8).prefix { $0 != 0x3A }
    return date.prefix(4).allSatisfy(Bytes.isDigit) && date[date.startIndex + 4] == 0x2D
      && date[(date.startIndex + 5)..<(date.startIndex + 7)].allSatisfy(Bytes.isDigit)
      && date.last == 0x2E && !domain.isEmpty
      && domain.allSatisfy { Bytes.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E }
  }

  private mutating func fibreChannel(_ source: Field) {
    let names = source.targetWWNs
    let ids = source.wwids
    if names.isEmpty == ids.isEmpty {
      report(
        ObjectRules.volumeSource, at: names,
        "must be given instead of wwids, or wwids instead: either targetWWNs or wwids, but not both"
      )
    }
    guard !names.isEmpty else { return }
    if source.lun.exists { within(source.lun, 0...255) } else { required(source.lun) }
  }

  private mutating func flexVolume(_ source: Field) {
    required(source.driver)
    for (key, _) in source.options.entries {
      let space = key.bytes.prefix { $0 != 0x2F }
      let isReserved = ["kubernetes.io", "k8s.io"].contains { domain in
        space.elementsEqual(domain.utf8)
          || space.reversed().starts(with: ".\(domain)".utf8.reversed())
      }
      guard isReserved, key.bytes.contains(0x2F) else { continue }
      report(
        ObjectRules.volumeDetail, at: key,
        "is an option of a reserved namespace; kubernetes.io and k8s.io are not allowed")
    }
  }

  private mutating func azureDisk(_ source: Field) {
    required(source.diskName)
    oneOf(source.cachingMode, Words("None", "ReadOnly", "ReadWrite"), emptyIsAbsent: false)
    oneOf(source.kind, Words("Dedicated", "Managed", "Shared"), emptyIsAbsent: false)
    guard required(source.diskURI) else { return }
    let isManaged = source.kind.equals("Managed")
    guard !Bytes.hasPrefix(source.diskURI.bytes, isManaged ? "/subscriptions/" : "https://")
    else { return }
    let beginning = isManaged ? "/subscriptions/" : "https://"
    report(
      ObjectRules.volumeDetail, at: source.diskURI,
      "\(shown(source.diskURI)); a disk of this kind has a URI that begins with \(beginning)")
  }

  private mutating func quobyte(_ source: Field) {
    if required(source.registry) {
      let hosts = source.registry.bytes.split(
        separator: 0x2C, omittingEmptySubsequences: false)
      let isGood = hosts.allSatisfy { host in
        guard let colon = host.lastIndex(of: 0x3A) else { return false }
        return host[(colon + 1)...].count > 0
      }
      if !isGood {
        report(
          ObjectRules.volumeDetail, at: source.registry,
          "\(shown(source.registry)); must be host:port pairs separated by commas")
      }
    }
    noLongerThan(64, source.tenant)
    required(source.volume)
  }

  private mutating func csi(_ source: Field, isPersistent: Bool) {
    if required(source.driver) { driverName(source.driver) }
    guard isPersistent else {
      let reference = source.nodePublishSecretRef
      if reference.exists { requiredForm(reference.name, .subdomain) }
      return
    }
    required(source.volumeHandle)
    for reference in [
      source.controllerPublishSecretRef, source.nodeStageSecretRef, source.nodePublishSecretRef,
      source.controllerExpandSecretRef, source.nodeExpandSecretRef,
    ] {
      secretReference(reference, hasNamespace: true)
    }
  }

  /// ValidateCSIDriverName: up to 63, a subdomain in any case.
  mutating func driverName(_ name: Field) {
    noLongerThan(63, name)
    guard !NameForm.subdomain.accepts(name.bytes.map(Bytes.lowered)[...]) else { return }
    report(
      ObjectRules.nameFormat, at: name, "\(shown(name)); it must be \(NameForm.subdomain.meaning)")
  }
}

extension Words {
  static let hostPathTypes = Words(
    "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket")
}
