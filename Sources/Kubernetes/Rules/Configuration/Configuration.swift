import YAML

extension KindRules {
  /// What pods are configured with: pkg/apis/core/validation.
  static let configuration: [KindRules] = [configMap, secret, serviceAccount, namespace]

  private static let serviceAccount = KindRules("", "ServiceAccount")

  private static let namespace = KindRules("", "Namespace", MetadataForm(name: .label)) {
    object, check in
    check.finalizers(object.spec.finalizers, mustBeStandard: true)
  }

  /// ValidateConfigMap.
  private static let configMap = KindRules("", "ConfigMap") { object, check in
    let binary = Members(object.binaryData)
    var total = 0
    for (key, value) in object.data.entries {
      check.form(key: key)
      total += value.byteCount
      guard binary[key] != nil else { continue }
      check.report(ObjectRules.duplicateValue, at: key, "is a key of binaryData too")
    }
    for (key, value) in object.binaryData.entries {
      check.form(key: key)
      total += Base64.decodedCount(value.bytes)
    }
    check.totalSize(total, of: object.data)
  }

  /// ValidateSecret, once `stringData` is merged in.
  private static let secret = KindRules("", "Secret") { object, check in
    check.hidesValues = true
    let plain = Members(object.stringData)
    var total = 0
    for (key, value) in object.data.entries {
      check.form(key: key)
      if plain[key] == nil { total += Base64.decodedCount(value.bytes) }
    }
    for (key, value) in object.stringData.entries {
      check.form(key: key)
      total += value.byteCount
    }
    check.totalSize(total, of: object.data)
    check.secretType(object)
  }
}

extension ObjectCheck {
  static let maximumDataSize = 1_048_576

  fileprivate mutating func form(key: Field) {
    guard !NameForm.configKey.accepts(key) else { return }
    report(ObjectRules.configKey, at: key, "has a key that must be \(NameForm.configKey.meaning)")
  }

  fileprivate mutating func totalSize(_ total: Int, of data: Field) {
    guard total > Self.maximumDataSize else { return }
    report(
      ObjectRules.tooLong, at: data,
      "holds \(total) bytes; may not be more than \(Self.maximumDataSize) bytes")
  }

  fileprivate mutating func secretType(_ object: Field) {
    let type = object.type
    if type.equals("kubernetes.io/service-account-token") {
      let name = object.metadata.annotations["kubernetes.io/service-account.name"]
      guard name.isEmpty else { return }
      report(
        ObjectRules.secretData, at: object.metadata.annotations,
        missing: "kubernetes.io/service-account.name", "is required for a Secret of this type")
    } else if type.equals("kubernetes.io/dockercfg") {
      registryLogins(object, ".dockercfg")
    } else if type.equals("kubernetes.io/dockerconfigjson") {
      registryLogins(object, ".dockerconfigjson")
    } else if type.equals("kubernetes.io/basic-auth") {
      if !has(object, "username"), !has(object, "password") {
        lacks(object, "username", " or password")
      }
    } else if type.equals("kubernetes.io/ssh-auth") {
      let key = object.stringData["ssh-privatekey"]
      if (key.exists ? key : object.data["ssh-privatekey"]).isEmpty {
        lacks(object, "ssh-privatekey", ", not empty")
      }
    } else if type.equals("kubernetes.io/tls") {
      for key in ["tls.crt", "tls.key"] as [StaticString] where !has(object, key) {
        lacks(object, key)
      }
    }
  }

  /// A key counts even when its value is null: the server then has an empty text.
  private func has(_ object: Field, _ key: StaticString) -> Bool {
    [object.data, object.stringData].contains { map in
      map.entries.contains { $0.key.equals(key) }
    }
  }

  private mutating func lacks(_ object: Field, _ key: StaticString, _ more: Message = "") {
    report(
      ObjectRules.secretData, at: object.data, missing: key,
      "\(more) is required for a Secret of this type")
  }

  private mutating func registryLogins(_ object: Field, _ key: StaticString) {
    guard has(object, key) else {
      lacks(object, key)
      return
    }
    let plain = object.stringData[key]
    let value = plain.exists ? plain : object.data[key]
    let isObject =
      plain.exists
      ? JSONText.isObject(plain.bytes)
      : Base64.decode(value.bytes).map { JSONText.isObject($0[...]) } ?? false
    if !isObject {
      report(ObjectRules.secretData, at: value, "must hold a JSON object for a Secret of this type")
    }
  }
}
