import YAML

extension ObjectCheck {
  /// ValidateVolumeMounts and ValidateVolumeDevices (pkg/apis/core/validation).
  mutating func volumeMounts(_ container: Field, _ context: ContainerContext) {
    let mounts = container.volumeMounts
    let devices = container.volumeDevices
    guard mounts.exists || devices.exists else { return }
    var paths = TextSet()
    var deviceNames = TextSet()
    var devicePaths = TextSet()
    for device in devices.elements {
      deviceNames.insert(device.name)
      devicePaths.insert(device.devicePath)
    }
    for mount in mounts.elements {
      let name = mount.name
      let path = mount.mountPath
      let inner = mount.subPath
      if required(name) {
        known(name, context)
        if deviceNames.contains(name) {
          report(
            ObjectRules.mountPath, at: name,
            "\(shown(name)); must not already exist in volumeDevices: take one of the two out"
          )
        }
      }
      if required(path) {
        if !paths.insert(path) {
          report(ObjectRules.mountPath, at: path, "\(shown(path)); must be unique")
        }
        if devicePaths.contains(path) {
          report(
            ObjectRules.mountPath, at: path,
            "\(shown(path)); must not already exist as a path in volumeDevices")
        }
      }
      if !inner.isEmpty { pathInside(inner) }
      if !mount.subPathExpr.isEmpty {
        pathInside(mount.subPathExpr)
        if !inner.isEmpty {
          report(
            ObjectRules.mountOption, at: mount.subPathExpr,
            "is given beside subPath; subPathExpr and subPath are mutually exclusive")
        }
      }
      mountOptions(mount, container)
    }
    volumeDevices(devices, mounts, context)
  }

  private mutating func known(_ name: Field, _ context: ContainerContext) {
    guard context.volumes[name] == nil, !context.volumes.isFaulty(name)
    else { return }
    report(
      ObjectRules.volumeNotFound, at: name,
      "\(shown(name)), but the pod has no volume of that name")
  }

  private mutating func mountOptions(_ mount: Field, _ container: Field) {
    let propagation = mount.mountPropagation
    if propagation.exists {
      oneOf(propagation, .mountPropagations, ObjectRules.mountOption, emptyIsAbsent: false)
      if propagation.equals("Bidirectional"), !container.securityContext.privileged.isTrue {
        report(
          ObjectRules.mountOption, at: propagation,
          "is Bidirectional, which is available only to privileged containers")
      }
    }
    let recursive = mount.recursiveReadOnly
    guard recursive.exists else { return }
    oneOf(
      recursive, Words("Disabled", "Enabled", "IfPossible"), ObjectRules.mountOption,
      emptyIsAbsent: false)
    guard recursive.equals("Enabled") || recursive.equals("IfPossible") else { return }
    if !mount.readOnly.isTrue {
      report(
        ObjectRules.mountOption, at: recursive,
        "\(shown(recursive)); may only be specified when readOnly is true")
    }
    if propagation.exists, !propagation.equals("None") {
      report(
        ObjectRules.mountOption, at: recursive,
        "\(shown(recursive)); may only be specified when mountPropagation is None or not specified")
    }
  }

  private mutating func volumeDevices(
    _ devices: Field, _ mounts: Field, _ context: ContainerContext
  ) {
    guard devices.size > 0 else { return }
    let mountNames = TextSet(mounts.elements.map(\.name))
    let mountPaths = TextSet(mounts.elements.map(\.mountPath))
    unique(devices.elements.map(\.name), "name")
    unique(devices.elements.map(\.devicePath), "path")
    for device in devices.elements {
      if required(device.name) {
        known(device.name, context)
        if let kind = context.volumes[device.name],
          kind != .persistentVolumeClaim, kind != .ephemeral
        {
          report(
            ObjectRules.mountOption, at: device.name,
            "\(shown(device.name)); can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode"
          )
        }
        if mountNames.contains(device.name) {
          report(
            ObjectRules.mountPath, at: device.name,
            "\(shown(device.name)); must not already exist in volumeMounts: take one of the two out"
          )
        }
      }
      if required(device.devicePath) {
        noParentSegments(device.devicePath)
        if mountPaths.contains(device.devicePath) {
          report(
            ObjectRules.mountPath, at: device.devicePath,
            "\(shown(device.devicePath)); must not already exist as a path in volumeMounts")
        }
      }
    }
  }
}

extension Words {
  static let mountPropagations = Words("Bidirectional", "HostToContainer", "None")
}
