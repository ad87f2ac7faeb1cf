import YAML

/// In what a pod's specification stands, and what that changes.
struct PodUse {
  /// A Pod itself, no template of one: some checks wait for the pod.
  var isPod = false
  /// The workload keeps its pods running: it allows no other restart policy and no deadline.
  var runsForever = false
  /// Of a StatefulSet: their names are volumes too. It also sets hostname and subdomain itself.
  var claimTemplates: Field?
}

extension ObjectCheck {
  /// ValidatePodTemplateSpec (pkg/apis/core/validation).
  mutating func podTemplate(_ template: Field, _ use: PodUse = PodUse()) {
    let metadata = template.metadata
    let spec = template.spec
    labels(metadata.labels)
    annotations(metadata.annotations)
    podAnnotations(metadata.annotations, spec)
    let ephemeral = spec.ephemeralContainers
    if !ephemeral.isEmpty { forbidden(ephemeral, " in a pod template") }
    pod(spec, use)
    guard use.runsForever else { return }
    let policy = spec.restartPolicy
    if !policy.isEmpty, !policy.equals("Always") {
      report(
        ObjectRules.restartPolicy, at: policy,
        "\(shown(policy)); supported values: \"Always\", because this workload keeps its pods running"
      )
    }
    forbidden(spec.activeDeadlineSeconds, " in a workload that keeps its pods running")
  }

  /// ValidatePodSpecificAnnotations: what older releases kept in annotations is still read.
  mutating func podAnnotations(_ annotations: Field, _ spec: Field) {
    for (key, value) in annotations.entries {
      annotationAdvice(key)
      if key.equals("controller.kubernetes.io/pod-deletion-cost") {
        let cost = Int32(value.text)
        if cost == nil || value.bytes.first == 0x2B || String(cost ?? 0) != value.text {
          report(
            ObjectRules.annotationValue, at: value, "\(shown(value)); must be a 32bit integer")
        }
      } else if key.equals("kubernetes.io/config.mirror") {
        if spec.nodeName.isEmpty {
          report(
            ObjectRules.annotationValue, at: key, "is given, but must have node name set")
        }
      } else if key.equals("seccomp.security.alpha.kubernetes.io/pod")
        || key.hasPrefix("container.seccomp.security.alpha.kubernetes.io/")
      {
        seccompAnnotation(value)
      } else if key.hasPrefix("container.apparmor.security.beta.kubernetes.io/") {
        let prefix = "container.apparmor.security.beta.kubernetes.io/".utf8.count
        appArmorAnnotation(key, value, container: key.bytes.dropFirst(prefix), spec)
      }
    }
  }

  private mutating func seccompAnnotation(_ value: Field) {
    let profile = value.bytes
    if Bytes.equal(profile, "runtime/default") || Bytes.equal(profile, "docker/default")
      || Bytes.equal(profile, "unconfined")
    {
      return
    }
    let path = profile.dropFirst("localhost/".utf8.count)
    guard Bytes.hasPrefix(profile, "localhost/"), path.first != 0x2F,
      !path.split(separator: 0x2F).contains(where: { $0.elementsEqual("..".utf8) })
    else {
      report(
        ObjectRules.annotationValue, at: value,
        "\(shown(value)); must be a valid seccomp profile: runtime/default, unconfined or localhost/PATH"
      )
      return
    }
  }

  private mutating func appArmorAnnotation(
    _ key: Field, _ value: Field, container: ArraySlice<UInt8>, _ spec: Field
  ) {
    let profile = value.bytes
    var owner: Field?
    for list in [spec.containers, spec.initContainers] {
      owner = owner ?? list.elements.first { $0.name.bytes == container }
    }
    if let owner {
      agrees(value, owner.securityContext.appArmorProfile)
    } else {
      report(ObjectRules.annotationValue, at: key, "names a container that the pod does not have")
    }
    guard !profile.isEmpty, !Bytes.equal(profile, "runtime/default"),
      !Bytes.equal(profile, "unconfined"), !Bytes.hasPrefix(profile, "localhost/")
    else { return }
    report(
      ObjectRules.annotationValue, at: value,
      "\(shown(value)); must be runtime/default, unconfined or localhost/PROFILE")
  }

  /// Where both the annotation and the field are given, they say the same.
  private mutating func agrees(_ annotation: Field, _ profile: Field) {
    guard profile.exists else { return }
    let isSame =
      profile.type.equals("Localhost")
      ? annotation.text == "localhost/\(profile.localhostProfile.text)"
      : annotation.equals(
        profile.type.equals("Unconfined") ? "unconfined" : "runtime/default")
    guard !isSame else { return }
    report(
      ObjectRules.annotationValue, at: annotation,
      "\(shown(annotation)), but the container's appArmorProfile says something else; the two must match"
    )
  }
}
