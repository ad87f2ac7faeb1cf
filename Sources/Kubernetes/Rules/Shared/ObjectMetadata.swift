import YAML

/// What the server asks of an object's metadata.
struct MetadataForm: Sendable {
  var name: NameForm? = .subdomain
  /// Whether `generateName` is checked as a beginning of names.
  var checksGenerateName = true
  /// The server makes up a name where there is none.
  var nameIsOptional = false
  /// Core's validation asks finalizers without a path to be standard ones; that of newer groups
  /// does not.
  var standardFinalizers = true

  /// What is asked of every object (BeforeCreate in apiserver/pkg/registry/rest).
  static let any = MetadataForm(name: .pathSegment, standardFinalizers: false)
}

extension ObjectCheck {
  /// ValidateObjectMetaAccessorWithOpts (apimachinery/pkg/api/validation/objectmeta.go) and, for
  /// finalizers, ValidateObjectMeta (pkg/apis/core/validation).
  mutating func metadata(_ metadata: Field, _ form: MetadataForm, isNamespaced: Bool) {
    let name = metadata.name
    let prefix = metadata.generateName
    if !prefix.isEmpty, form.checksGenerateName, let nameForm = form.name {
      generateName(prefix, nameForm)
    }
    if name.isEmpty, prefix.isEmpty, !form.nameIsOptional {
      report(
        ObjectRules.nameRequired, at: name,
        "is required: name or generateName is required; give the object a name")
    } else {
      // Every other form is a path segment too.
      self.form(name, form.name ?? .pathSegment)
    }
    if isNamespaced { self.form(metadata.namespace, .label) }
    notNegative(metadata.generation)
    labels(metadata.labels)
    annotations(metadata.annotations)
    finalizers(metadata.finalizers, mustBeStandard: form.standardFinalizers)
    ownerReferences(metadata.ownerReferences)
  }

  /// The name is checked as if more came: a dash at its end is no fault.
  private mutating func generateName(_ prefix: Field, _ form: NameForm) {
    var bytes = Array(prefix.bytes)
    if bytes.count > 1, bytes.last == 0x2D {
      bytes[bytes.count - 2] = 0x61
      bytes.removeLast()
    }
    guard !form.accepts(bytes[...]) else { return }
    report(
      ObjectRules.nameFormat, at: prefix, "\(shown(prefix)); names must be \(form.meaning)")
  }

  mutating func finalizers(_ finalizers: Field, mustBeStandard: Bool) {
    var kept: (orphan: Field?, foreground: Field?)
    for finalizer in finalizers.elements {
      guard NameForm.qualifiedName.accepts(finalizer.bytes) else {
        report(
          ObjectRules.finalizerFormat, at: finalizer,
          "\(shown(finalizer)); it must be \(NameForm.qualifiedName.meaning)")
        continue
      }
      guard mustBeStandard, !finalizer.bytes.contains(0x2F) else { continue }
      if finalizer.equals("orphan") { kept.orphan = finalizer }
      if finalizer.equals("foregroundDeletion") { kept.foreground = finalizer }
      guard !Words.standardFinalizers.contains(finalizer) else { continue }
      report(
        ObjectRules.finalizerFormat, at: finalizer,
        "\(shown(finalizer)), which is neither a standard finalizer name nor fully qualified; write domain/name"
      )
    }
    if kept.orphan != nil, let foreground = kept.foreground {
      report(
        ObjectRules.finalizerFormat, at: foreground,
        "is given together with orphan; finalizers orphan and foregroundDeletion exclude each other"
      )
    }
  }

  private mutating func ownerReferences(_ references: Field) {
    var controller = false
    for reference in references.elements {
      let version = reference.apiVersion
      if version.isEmpty || version.bytes.last == 0x2F {
        report(ObjectRules.ownerReference, at: version, "is missing; version must not be empty")
      }
      for field in [reference.kind, reference.name, reference.uid] {
        required(field, ObjectRules.ownerReference, because: " in an owner reference")
      }
      if version.equals("v1"), reference.kind.equals("Event") {
        report(ObjectRules.ownerReference, at: reference.kind, "is Event, which cannot own objects")
      }
      guard reference.controller.isTrue else { continue }
      if controller {
        report(
          ObjectRules.ownerReference, at: reference.controller,
          "is true a second time; only one reference can have controller set to true")
      }
      controller = true
    }
  }
}

extension Words {
  static let standardFinalizers = Words("kubernetes", "orphan", "foregroundDeletion")
}
