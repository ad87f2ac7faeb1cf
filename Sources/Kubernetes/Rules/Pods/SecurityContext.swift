import YAML

/// With whose rights a pod runs.
extension ObjectCheck {
  private static let userIDs: ClosedRange<Int64> = 0...Int64(Int32.max)

  /// validatePodSpecSecurityContext (pkg/apis/core/validation), and what host namespaces exclude.
  mutating func podSecurityContext(_ spec: Field) {
    if spec.hostUsers.exists, !spec.hostUsers.isTrue {
      for field in [spec.hostNetwork, spec.hostPID, spec.hostIPC] where field.isTrue {
        forbidden(field, " when `hostUsers` is false")
      }
      for list in [spec.containers, spec.initContainers] {
        for container in list.elements where container.volumeDevices.size > 0 {
          forbidden(container.volumeDevices, " when `hostUsers` is false")
        }
      }
    }
    if spec.shareProcessNamespace.isTrue, spec.hostPID.isTrue {
      report(
        ObjectRules.hostNamespaces, at: spec.shareProcessNamespace,
        "is true beside hostPID; ShareProcessNamespace and HostPID cannot both be enabled")
    }
    let context = spec.securityContext
    guard context.exists else { return }
    for user in [context.runAsUser, context.runAsGroup, context.fsGroup] {
      within(user, Self.userIDs)
    }
    for group in context.supplementalGroups.elements { within(group, Self.userIDs) }
    oneOf(
      context.fsGroupChangePolicy, Words("OnRootMismatch", "Always"), emptyIsAbsent: false)
    oneOf(
      context.supplementalGroupsPolicy, Words("Merge", "Strict"), emptyIsAbsent: false)
    // MountOption waits for the gate SELinuxMount, off up to 1.36.
    let waits = includes(before: 37)
    oneOf(
      context.seLinuxChangePolicy,
      waits ? Words("Recursive") : Words("MountOption", "Recursive"),
      emptyIsAbsent: false)
    seccomp(context.seccompProfile)
    appArmor(context.appArmorProfile)
    windowsOptions(context.windowsOptions)
    sysctls(context.sysctls, spec)
  }

  private mutating func sysctls(_ sysctls: Field, _ spec: Field) {
    guard sysctls.exists else { return }
    unique(sysctls.elements.map(\.name), "sysctl")
    for sysctl in sysctls.elements where requiredForm(sysctl.name, .sysctl) {
      let name = sysctl.name.bytes.map { $0 == 0x2F ? 0x2E : $0 }[...]
      let namespace: Message? =
        spec.hostNetwork.isTrue && Bytes.hasPrefix(name, "net.")
        ? "hostNetwork" : spec.hostIPC.isTrue && Self.isShared(name) ? "hostIPC" : nil
      guard let namespace else { continue }
      report(
        ObjectRules.hostNamespaces, at: sysctl.name,
        "\(shown(sysctl.name)), which may not be set when \(namespace) is true")
    }
  }

  private static func isShared(_ name: ArraySlice<UInt8>) -> Bool {
    Bytes.hasPrefix(name, "kernel.shm") || Bytes.hasPrefix(name, "kernel.msg")
      || Bytes.equal(name, "kernel.sem") || Bytes.hasPrefix(name, "fs.mqueue.")
  }

  /// ValidateSeccompProfileField: a file below the node's folder of profiles.
  private mutating func seccomp(_ profile: Field) {
    guard profile.exists, isLocal(profile) else { return }
    if profile.localhostProfile.exists {
      pathInside(profile.localhostProfile)
    } else {
      report(
        ObjectRules.securityProfile, at: profile.localhostProfile,
        "must be set when seccomp type is Localhost")
    }
  }

  /// ValidateAppArmorProfileField: the name of a profile that the node has loaded.
  private mutating func appArmor(_ profile: Field) {
    guard profile.exists, isLocal(profile) else { return }
    let name = profile.localhostProfile
    let trimmed = Bytes.trimmed(name.bytes)
    if trimmed.isEmpty {
      report(
        ObjectRules.securityProfile, at: name, "must be set when AppArmor type is Localhost")
    } else if trimmed.count != name.bytes.count {
      report(
        ObjectRules.securityProfile, at: name, "\(shown(name)); must not be padded with whitespace")
    }
    noLongerThan(4095, name)
  }

  /// Whether the profile's type is Localhost; other types have no profile of their own.
  private mutating func isLocal(_ profile: Field) -> Bool {
    requiredOneOf(
      profile.type, Words("Localhost", "RuntimeDefault", "Unconfined"), ObjectRules.securityProfile)
    if profile.type.equals("Localhost") { return true }
    if profile.localhostProfile.exists {
      report(
        ObjectRules.securityProfile, at: profile.localhostProfile,
        "can only be set when the profile's type is Localhost")
    }
    return false
  }

  /// ValidateSecurityContext.
  mutating func containerSecurityContext(_ context: Field, _ container: ContainerContext) {
    within(context.runAsUser, Self.userIDs)
    within(context.runAsGroup, Self.userIDs)
    seccomp(context.seccompProfile)
    appArmor(context.appArmorProfile)
    windowsOptions(context.windowsOptions)
    let mount = context.procMount
    if mount.exists {
      oneOf(mount, Words("Default", "Unmasked"), emptyIsAbsent: false)
      let hostUsers = container.spec.hostUsers
      if mount.equals("Unmasked"), !hostUsers.exists || hostUsers.isTrue {
        report(
          ObjectRules.privilegeEscalation, at: mount,
          "is Unmasked, for which the pod's `hostUsers` must be false")
      }
    }
    let escalation = context.allowPrivilegeEscalation
    guard escalation.exists, !escalation.isTrue else { return }
    if context.privileged.isTrue {
      report(
        ObjectRules.privilegeEscalation, at: escalation,
        "is false beside privileged true; cannot set `allowPrivilegeEscalation` to false and `privileged` to true"
      )
    }
    for capability in context.capabilities.add.elements where capability.equals("CAP_SYS_ADMIN") {
      report(
        ObjectRules.privilegeEscalation, at: escalation,
        "is false; cannot set `allowPrivilegeEscalation` to false and add the capability CAP_SYS_ADMIN"
      )
    }
  }
}
