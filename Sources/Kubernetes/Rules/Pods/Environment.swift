import YAML

/// Environment variables and what they are taken from.
extension ObjectCheck {
  /// ValidateEnv and ValidateEnvFrom (pkg/apis/core/validation).
  mutating func environment(_ container: Field, _ context: ContainerContext) {
    for variable in container.env.elements {
      let name = variable.name
      if required(name) { environmentName(name) }
      let source = variable.valueFrom
      if source.exists { environmentSource(source, of: variable, context) }
    }
    for source in container.envFrom.elements {
      if !source.prefix.isEmpty { environmentName(source.prefix) }
      let map = source.configMapRef
      let secret = source.secretRef
      exactlyOne(
        map, secret, of: source, ObjectRules.environmentSource, "`configMapRef` and `secretRef`")
      if map.exists { requiredForm(map.name, .subdomain) }
      if secret.exists { requiredForm(secret.name, .subdomain) }
    }
  }

  /// From 1.32 on nearly anything printable is a name.
  private mutating func environmentName(_ name: Field) {
    let form: NameForm = includes(before: 32) ? .strictEnvironmentName : .environmentName
    self.form(name, form, ObjectRules.environmentName)
  }

  private mutating func environmentSource(
    _ source: Field, of variable: Field, _ context: ContainerContext
  ) {
    let field = source.fieldRef
    let resource = source.resourceFieldRef
    let map = source.configMapKeyRef
    let secret = source.secretKeyRef
    let file = source.fileKeyRef
    exactlyOne(
      field, resource, map, secret, file, of: source, ObjectRules.environmentSource,
      "`fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` and `fileKeyRef`")
    if !variable.value.isEmpty {
      report(
        ObjectRules.environmentSource, at: source,
        "may not be specified when `value` is not empty; keep one of the two")
    }
    if field.exists { fieldReference(field, .environment) }
    if resource.exists { resourceReference(resource) }
    if map.exists { keyReference(map) }
    if secret.exists { keyReference(secret) }
    guard file.exists else { return }
    if required(file.key) { environmentName(file.key) }
    if required(file.path) { pathInside(file.path) }
    guard requiredForm(file.volumeName, .label) else { return }
    if context.volumes[file.volumeName] != .emptyDir {
      report(
        ObjectRules.volumeNotFound, at: file.volumeName,
        "\(shown(file.volumeName)); the referenced volume must be of type emptyDir")
    }
  }

  /// A key of a ConfigMap or Secret.
  private mutating func keyReference(_ reference: Field) {
    requiredForm(reference.name, .subdomain)
    requiredForm(reference.key, .configKey, ObjectRules.configKey)
  }

  // MARK: Fields and resources of the pod

  enum FieldReferenceUse { case environment, volume }

  /// validateObjectFieldSelector, after the conversion of field labels.
  mutating func fieldReference(_ reference: Field, _ use: FieldReferenceUse) {
    let path = reference.fieldPath
    if !reference.apiVersion.isEmpty, !reference.apiVersion.equals("v1") {
      report(
        ObjectRules.fieldReference, at: reference.apiVersion,
        "\(shown(reference.apiVersion)); unsupported pod version, only v1 is known")
      return
    }
    guard required(path) else { return }
    if let (map, key) = subscripted(path.bytes) {
      let isLabel = Bytes.equal(map, "metadata.labels")
      guard isLabel || Bytes.equal(map, "metadata.annotations") else {
        unsupported(path, use)
        return
      }
      let name = isLabel ? key : key.map(Bytes.lowered)[...]
      guard !NameForm.qualifiedName.accepts(name) else { return }
      report(
        ObjectRules.fieldReference, at: path,
        "\(shown(path)); the key must be \(NameForm.qualifiedName.meaning)")
      return
    }
    let words: Words = use == .environment ? .environmentFieldPaths : .volumeFieldPaths
    if !words.contains(path) { unsupported(path, use) }
  }

  private mutating func unsupported(_ path: Field, _ use: FieldReferenceUse) {
    let words: Words = use == .environment ? .environmentFieldPaths : .volumeFieldPaths
    report(
      ObjectRules.fieldReference, at: path,
      "\(shown(path)), a field label not supported here; supported values: \(words.text), and metadata.labels['KEY'] or metadata.annotations['KEY']"
    )
  }

  /// `metadata.labels['a']` as map and key.
  private func subscripted(
    _ path: ArraySlice<UInt8>
  ) -> (map: ArraySlice<UInt8>, key: ArraySlice<UInt8>)? {
    guard Bytes.hasSuffix(path, "']"), let open = path.firstIndex(of: 0x5B),
      open + 1 < path.endIndex - 2, path[open + 1] == 0x27
    else { return nil }
    return (path[..<open], path[(open + 2)..<(path.endIndex - 2)])
  }

  /// validateContainerResourceFieldSelector.
  mutating func resourceReference(_ reference: Field, needsContainer: Bool = false) {
    if needsContainer { required(reference.containerName) }
    guard required(reference.resource) else { return }
    let name = reference.resource
    guard
      Words.resourceFields.contains(name) || Bytes.hasPrefix(name.bytes, "limits.hugepages-")
        || Bytes.hasPrefix(name.bytes, "requests.hugepages-")
    else {
      report(
        ObjectRules.fieldReference, at: name,
        "\(shown(name)); supported values: \(Words.resourceFields.text)")
      return
    }
    guard let divisor = reference.divisor.asQuantity, divisor != .zero else { return }
    let isCPU = Bytes.hasSuffix(name.bytes, ".cpu")
    let units: [StaticString] =
      isCPU
      ? ["1m", "1"]
      : ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"]
    let isUnit = units.contains { unit in
      unit.withUTF8Buffer { Quantity(Array($0)[...]) } == divisor
    }
    guard !isUnit else { return }
    report(
      ObjectRules.fieldReference, at: reference.divisor,
      isCPU
        ? "\(shown(reference.divisor)); only divisors 1m and 1 are supported with the cpu resource"
        : "\(shown(reference.divisor)); only divisors 1, 1k, 1M, … 1E and 1Ki, 1Mi, … 1Ei are supported with this resource"
    )
  }
}

extension Words {
  static let environmentFieldPaths = Words(
    "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName",
    "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs")
  static let volumeFieldPaths = Words(
    "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace",
    "metadata.uid")
  static let resourceFields = Words(
    "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu",
    "requests.ephemeral-storage", "requests.memory")
}
