import YAML

/// What a volume's bytes come from, in the order in which the server looks for them.
enum VolumeKind: CaseIterable {
  case emptyDir, hostPath, gitRepo, gcePersistentDisk, awsElasticBlockStore, secret, nfs, iscsi
  case glusterfs, flocker, persistentVolumeClaim, rbd, cinder, cephfs, quobyte, downwardAPI, fc
  case flexVolume, configMap, azureFile, vsphereVolume, photonPersistentDisk, portworxVolume
  case azureDisk, storageos, projected, scaleIO, csi, ephemeral, image, local

  func source(of volume: Field) -> Field {
    switch self {
    case .emptyDir: volume.emptyDir
    case .hostPath: volume.hostPath
    case .gitRepo: volume.gitRepo
    case .gcePersistentDisk: volume.gcePersistentDisk
    case .awsElasticBlockStore: volume.awsElasticBlockStore
    case .secret: volume.secret
    case .nfs: volume.nfs
    case .iscsi: volume.iscsi
    case .glusterfs: volume.glusterfs
    case .flocker: volume.flocker
    case .persistentVolumeClaim: volume.persistentVolumeClaim
    case .rbd: volume.rbd
    case .cinder: volume.cinder
    case .cephfs: volume.cephfs
    case .quobyte: volume.quobyte
    case .downwardAPI: volume.downwardAPI
    case .fc: volume.fc
    case .flexVolume: volume.flexVolume
    case .configMap: volume.configMap
    case .azureFile: volume.azureFile
    case .vsphereVolume: volume.vsphereVolume
    case .photonPersistentDisk: volume.photonPersistentDisk
    case .portworxVolume: volume.portworxVolume
    case .azureDisk: volume.azureDisk
    case .storageos: volume.storageos
    case .projected: volume.projected
    case .scaleIO: volume.scaleIO
    case .csi: volume.csi
    case .ephemeral: volume.ephemeral
    case .image: volume.image
    case .local: volume.local
    }
  }
}

extension ObjectCheck {
  /// The one source of a volume; a finding for each further one. `isPersistent` volumes name the
  /// namespaces of their secrets too.
  mutating func volumeSource(
    _ volume: Field, isPersistent: Bool, isPod: Bool = false
  ) -> VolumeKind? {
    var found: VolumeKind?
    // Most volumes are a name and a source: then the search ends at the first.
    var rest = volume.size - (volume.name.exists ? 1 : 0)
    for kind in VolumeKind.allCases where rest > 0 {
      let source = kind.source(of: volume)
      guard source.exists else { continue }
      rest -= 1
      guard found == nil else {
        report(
          ObjectRules.volumeSource, at: source,
          "is given beside another source; may not specify more than 1 volume type")
        continue
      }
      found = kind
      volumeSource(source, kind, volume, isPersistent: isPersistent, isPod: isPod)
    }
    return found
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
