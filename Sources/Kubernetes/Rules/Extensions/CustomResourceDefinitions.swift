import YAML

extension KindRules {
  /// ValidateCustomResourceDefinition (apiextensions-apiserver/pkg/apis/apiextensions/validation).
  static let customResourceDefinition = KindRules(
    "apiextensions.k8s.io", "CustomResourceDefinition", MetadataForm(standardFinalizers: false)
  ) { object, check in
    let spec = object.spec
    check.definitionName(object)
    check.approval(object)
    check.requiredOneOf(spec.scope, Words("Cluster", "Namespaced"))
    check.definitionNames(spec.names)
    if spec.preserveUnknownFields.isTrue {
      check.report(
        ObjectRules.crdVersions, at: spec.preserveUnknownFields,
        "is true; cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead"
      )
    }
    check.conversion(spec.conversion)
    check.definitionVersions(spec.versions)
  }
}

extension ObjectCheck {
  fileprivate mutating func definitionName(_ object: Field) {
    let spec = object.spec
    if required(spec.group), form(spec.group, .subdomain), !spec.group.bytes.contains(0x2E) {
      report(
        ObjectRules.crdNames, at: spec.group,
        "\(shown(spec.group)); should be a domain with at least one dot")
    }
    let name = object.metadata.name
    let expected = "\(spec.names.plural.text).\(spec.group.text)"
    guard !name.isEmpty, name.text != expected else { return }
    report(
      ObjectRules.crdNames, at: name,
      "\(shown(name)); must be spec.names.plural+\".\"+spec.group, \"\(expected)\"")
  }

  /// Groups of Kubernetes itself need the approval of its community.
  fileprivate mutating func approval(_ object: Field) {
    let group = object.spec.group.bytes
    let isProtected = ["k8s.io", "kubernetes.io"].contains { domain in
      group.elementsEqual(domain.utf8)
        || group.reversed().starts(with: ".\(domain)".utf8.reversed())
    }
    guard isProtected else { return }
    let approval = object.metadata.annotations["api-approved.kubernetes.io"]
    let text = approval.bytes
    let isURL =
      (Bytes.hasPrefix(text, "https://") || Bytes.hasPrefix(text, "http://"))
      && text.count > "https://".utf8.count
    guard !isURL, !Bytes.hasPrefix(text, "unapproved") else { return }
    report(
      ObjectRules.crdNames, at: approval.exists ? approval : object.metadata.annotations,
      "must hold api-approved.kubernetes.io: protected groups must have an approval annotation, a URL"
    )
  }

  fileprivate mutating func definitionNames(_ names: Field) {
    if required(names.kind) {
      form(names.kind, .rfc1035LabelAnyCase, ObjectRules.crdNames)
      if names.listKind.bytes == names.kind.bytes {
        report(
          ObjectRules.crdNames, at: names.listKind, "\(shown(names.listKind)), the same as kind")
      }
    }
    requiredForm(names.plural, .rfc1035Label, ObjectRules.crdNames)
    form(names.singular, .rfc1035Label, ObjectRules.crdNames)
    form(names.listKind, .rfc1035LabelAnyCase, ObjectRules.crdNames)
    for name in names.shortNames.elements { form(name, .rfc1035Label, ObjectRules.crdNames) }
    for name in names.categories.elements { form(name, .rfc1035Label, ObjectRules.crdNames) }
  }

  fileprivate mutating func conversion(_ conversion: Field) {
    guard conversion.exists else { return }
    requiredOneOf(conversion.strategy, Words("None", "Webhook"))
    let webhook = conversion.webhook
    if conversion.strategy.equals("Webhook") {
      if isGiven(webhook.clientConfig, " when strategy is set to Webhook") {
        clientConfiguration(webhook.clientConfig)
      }
      reviewVersions(webhook.conversionReviewVersions)
    } else {
      for field in [webhook.clientConfig, webhook.conversionReviewVersions] where field.exists {
        forbidden(field, " when strategy is not set to Webhook")
      }
    }
  }

  fileprivate mutating func definitionVersions(_ versions: Field) {
    unique(versions.elements.map(\.name), "version name")
    var stored = 0
    for version in versions.elements {
      if version.storage.isTrue { stored += 1 }
      requiredForm(version.name, .rfc1035Label, ObjectRules.crdVersions)
      deprecation(version)
      let schema = version.schema.openAPIV3Schema
      if schema.exists {
        rootSchema(schema, hasStatus: version.subresources.status.exists)
      } else {
        report(ObjectRules.crdVersions, at: schema, "is required: every version has a schema")
      }
      scale(version.subresources.scale)
      for column in version.additionalPrinterColumns.elements { printerColumn(column) }
      noMoreThan(8, in: version.selectableFields)
      unique(version.selectableFields.elements.map(\.jsonPath), "path")
      for field in version.selectableFields.elements { selectable(field.jsonPath, schema) }
    }
    guard stored != 1 else { return }
    report(
      ObjectRules.crdVersions, at: versions,
      "has \(stored) storage versions; must have exactly one version marked as storage version")
  }

  private mutating func deprecation(_ version: Field) {
    let warning = version.deprecationWarning
    guard warning.exists else { return }
    if !version.deprecated.isTrue {
      report(ObjectRules.crdVersions, at: warning, "can only be set for deprecated versions")
    }
    if warning.isEmpty {
      report(ObjectRules.crdVersions, at: warning, "must not be an empty string")
    }
    noLongerThan(256, warning)
    if warning.bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      report(ObjectRules.crdVersions, at: warning, "must only contain printable characters")
    }
  }

  private mutating func scale(_ scale: Field) {
    guard scale.exists else { return }
    replicaPath(scale.specReplicasPath, [".spec."], isRequired: true)
    replicaPath(scale.statusReplicasPath, [".status."], isRequired: true)
    replicaPath(scale.labelSelectorPath, [".spec.", ".status."], isRequired: false)
  }

  private mutating func replicaPath(_ path: Field, _ roots: [StaticString], isRequired: Bool) {
    if path.isEmpty {
      if isRequired { required(path) }
    } else if path.bytes.first != 0x2E {
      report(
        ObjectRules.jsonPath, at: path, "\(shown(path)); must be a simple json path starting with ."
      )
    } else if !roots.contains(where: { Bytes.hasPrefix(path.bytes, $0) }) {
      report(
        ObjectRules.jsonPath, at: path,
        "\(shown(path)); should be a json path under \(Message.oneOf(roots.map { String("\($0)".dropLast()) }))"
      )
    }
  }

  private mutating func printerColumn(_ column: Field) {
    required(column.name)
    requiredOneOf(column.type, Words("integer", "number", "string", "boolean", "date"))
    oneOf(
      column.format,
      Words("int32", "int64", "float", "double", "byte", "date", "date-time", "password"))
    if required(column.jsonPath), column.jsonPath.bytes.first != 0x2E {
      report(
        ObjectRules.jsonPath, at: column.jsonPath,
        "\(shown(column.jsonPath)); must be a simple json path starting with .")
    }
  }

  /// A path of names from the root to a text, number or truth value.
  private mutating func selectable(_ path: Field, _ schema: Field) {
    guard required(path) else { return }
    guard path.bytes.first == 0x2E else {
      report(ObjectRules.jsonPath, at: path, "\(shown(path)), an invalid path: expected . first")
      return
    }
    var current = schema
    for name in path.bytes.dropFirst().split(separator: 0x2E, omittingEmptySubsequences: false) {
      if name.contains(0x5B) {
        report(ObjectRules.jsonPath, at: path, "\(shown(path)); must not contain array notation")
        return
      }
      current = current.properties[name]
    }
    if Bytes.hasPrefix(path.bytes, ".metadata") {
      report(ObjectRules.jsonPath, at: path, "\(shown(path)); must not point to fields in metadata")
    } else if !current.exists {
      report(
        ObjectRules.jsonPath, at: path,
        "\(shown(path)), an invalid path: does not refer to a valid field")
    } else if !["string", "boolean", "integer"].contains(current.type.text) {
      report(
        ObjectRules.jsonPath, at: path,
        "\(shown(path)); must point to a field of type string, boolean or integer")
    }
  }
}
