import YAML

/// What only one operating system can do.
extension ObjectCheck {
  /// validateLinux and validateWindows (pkg/apis/core/validation).
  mutating func operatingSystem(_ spec: Field) {
    let os = spec.os
    guard os.exists else { return }
    if os.name.isEmpty {
      required(os.name)
    } else {
      oneOf(os.name, Words("linux", "windows"))
    }
    let context = spec.securityContext
    if os.name.equals("linux") {
      linuxOnly(context)
      for container in allContainers(spec) { linuxOnly(container.securityContext) }
    } else if os.name.equals("windows") {
      for field in [
        spec.hostUsers, context.appArmorProfile, context.seLinuxOptions, context.seccompProfile,
        context.fsGroup, context.fsGroupChangePolicy, context.sysctls, context.runAsUser,
        context.runAsGroup, context.supplementalGroups, context.supplementalGroupsPolicy,
        context.seLinuxChangePolicy,
      ] {
        notOnWindows(field)
      }
      for field in [spec.hostPID, spec.hostIPC] where field.isTrue { notOnWindows(field) }
      notOnWindows(spec.shareProcessNamespace)
      for container in allContainers(spec) {
        let own = container.securityContext
        for field in [
          own.appArmorProfile, own.seLinuxOptions, own.seccompProfile, own.capabilities,
          own.readOnlyRootFilesystem, own.privileged, own.allowPrivilegeEscalation, own.procMount,
          own.runAsUser, own.runAsGroup,
        ] {
          notOnWindows(field)
        }
      }
    }
  }

  private func allContainers(_ spec: Field) -> [Field] {
    Array(spec.containers.elements) + Array(spec.initContainers.elements)
  }

  private mutating func linuxOnly(_ context: Field) {
    guard context.windowsOptions.exists else { return }
    report(
      ObjectRules.osField, at: context.windowsOptions,
      "cannot be set for a linux pod; take it out, or correct spec.os.name")
  }

  private mutating func notOnWindows(_ field: Field) {
    guard field.exists, !(field.isList && field.isEmpty) else { return }
    report(
      ObjectRules.osField, at: field,
      "cannot be set for a windows pod; take it out, or correct spec.os.name")
  }

  /// validateWindowsHostProcessPod: all containers or none, and on the host's network.
  mutating func windowsHostProcess(_ spec: Field) {
    let podOption = spec.securityContext.windowsOptions.hostProcess
    let hasOptions =
      podOption.exists || hasHostProcess(spec.containers) || hasHostProcess(spec.initContainers)
    guard hasOptions else { return }
    var count = 0
    var hosts = 0
    for list in [spec.containers, spec.initContainers] {
      for container in list.elements {
        let own = container.securityContext.windowsOptions.hostProcess
        count += 1
        if podOption.exists, own.exists, podOption.isTrue != own.isTrue {
          report(
            ObjectRules.hostProcess, at: own,
            "differs from the pod's hostProcess; both must be the same")
        }
        if own.exists ? own.isTrue : podOption.isTrue { hosts += 1 }
      }
    }
    guard hosts > 0 else { return }
    if hosts < count {
      report(
        ObjectRules.hostProcess, at: spec,
        "has hostProcess and other containers; if one is a hostProcess container all must be")
    }
    if !spec.hostNetwork.isTrue {
      report(
        ObjectRules.hostProcess, at: spec.hostNetwork,
        "must be true if the pod contains any hostProcess containers")
    }
  }

  private func hasHostProcess(_ containers: Field) -> Bool {
    for container in containers.elements {
      let security = container.securityContext
      if security.exists, security.windowsOptions.hostProcess.exists { return true }
    }
    return false
  }

  /// validateWindowsSecurityContextOptions.
  mutating func windowsOptions(_ options: Field) {
    guard options.exists else { return }
    if options.gmsaCredentialSpecName.exists {
      requiredForm(options.gmsaCredentialSpecName, .subdomain)
    }
    if options.gmsaCredentialSpec.exists {
      required(options.gmsaCredentialSpec)
      noLongerThan(64 * 1024, options.gmsaCredentialSpec)
    }
    if options.runAsUserName.exists { windowsUser(options.runAsUserName) }
  }

  private mutating func windowsUser(_ field: Field) {
    let name = field.bytes
    let parts = name.split(separator: 0x5C, omittingEmptySubsequences: false)
    let user = parts.last ?? []
    let forbidden = Array(#""/\:;|=,+*?<>@[]"#.utf8)
    let isGood =
      !name.isEmpty && parts.count <= 2 && !name.contains { $0 < 0x20 || $0 == 0x7F }
      && (1...104).contains(user.count) && !user.contains(where: forbidden.contains)
      && !user.allSatisfy { $0 == 0x2E || Bytes.isSpace($0) }
      && (parts.count == 1 || (1...255).contains(parts[0].count))
    guard !isGood else { return }
    report(
      ObjectRules.nameFormat, at: field,
      "\(shown(field)); must be a Windows user name, optionally after a domain and '\\'")
  }
}
