import YAML

/// Pods and what makes them: their labels, and every object that they need to start.
extension FactReader {
  mutating func pods(template: Field) {
    pods(labels: template.metadata.labels, template.spec)
  }

  mutating func pods(labels: Field, _ spec: Field) {
    guard spec.exists, begin(.pods) else { return }
    for (key, value) in labels.entries
    where Self.isShort(key.bytes) && value.bytes.count <= 63 {
      guard begin(.label) else { return }
      write(key.bytes)
      write(value.bytes)
    }
    podResources(spec.resources)
    for containers in [spec.containers, spec.initContainers] {
      for item in containers.elements { container(item) }
    }
    for volume in spec.volumes.elements { self.volume(volume) }
    for secret in spec.imagePullSecrets.elements { reference(.secret, secret.name) }
    let account = spec.serviceAccountName
    reference(.serviceAccount, account.isEmpty ? spec.serviceAccount : account)
  }

  private mutating func podResources(_ resources: Field) {
    guard resources.exists else { return }
    guard begin(.podResources) else { return }
    write(byte: resourceSet(resources.requests).union(resourceSet(resources.limits)).rawValue)
    write(byte: resourceSet(resources.limits).rawValue)
  }

  private mutating func container(_ container: Field) {
    let resources = container.resources
    if begin(.container) {
      write(container.name.bytes.prefix(63))
      write(rangeOf: container.name.exists ? container.name : container)
      // What is limited and not requested is requested to the limit.
      write(byte: resourceSet(resources.requests).union(resourceSet(resources.limits)).rawValue)
      write(byte: resourceSet(resources.limits).rawValue)
    }
    for port in container.ports.elements where Self.isShort(port.name.bytes) {
      guard begin(.portName) else { return }
      write(port.name.bytes)
    }
    for variable in container.env.elements {
      let source = variable.valueFrom
      guard source.exists else { continue }
      needed(.configMap, source.configMapKeyRef)
      needed(.secret, source.secretKeyRef)
    }
    for source in container.envFrom.elements {
      needed(.configMap, source.configMapRef)
      needed(.secret, source.secretRef)
    }
  }

  private mutating func volume(_ volume: Field) {
    needed(.configMap, volume.configMap)
    let secret = volume.secret
    if !secret.optional.isTrue { reference(.secret, secret.secretName) }
    reference(.volumeClaim, volume.persistentVolumeClaim.claimName)
    for source in volume.projected.sources.elements {
      needed(.configMap, source.configMap)
      needed(.secret, source.secret)
    }
  }

  /// Without what is named the pod does not start, unless it says that it can.
  private mutating func needed(_ referent: Referent, _ source: Field) {
    guard source.exists, !source.optional.isTrue else { return }
    reference(referent, source.name)
  }

  /// A StatefulSet's claims: `TEMPLATE-SET-0`, `TEMPLATE-SET-1`, …
  mutating func claims(of set: Field) {
    for template in set.spec.volumeClaimTemplates.elements {
      let name = template.metadata.name.bytes + [0x2D] + set.metadata.name.bytes + [0x2D]
      guard Self.isShort(name), begin(.claimPrefix) else { continue }
      write(name)
    }
  }

  func resourceSet(_ amounts: Field) -> ResourceSet {
    var set: ResourceSet = []
    for (name, _) in amounts.entries {
      if name.equals("cpu") { set.insert(.cpu) }
      if name.equals("memory") { set.insert(.memory) }
      if name.equals("ephemeral-storage") { set.insert(.ephemeralStorage) }
    }
    return set
  }
}
