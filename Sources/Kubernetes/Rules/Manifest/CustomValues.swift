public import YAML

/// Values of custom resources, which their definition's schema judges.
extension ManifestRules {
  private static let definition = """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: backups.example.com
    spec:
      group: example.com
      scope: Namespaced
      names: {kind: Backup, plural: backups}
      versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
                  type: object
                  required: [schedule]
                  properties:
                    schedule: {type: string, pattern: "^@(daily|weekly)$"}
                    mode: {type: string, enum: [Full, Partial]}
                    copies: {type: integer, minimum: 1}
                    owner: {type: string, format: email}
                    tags: {type: array, items: {type: string}, x-kubernetes-list-type: set}
                    template:
                      type: object
                      x-kubernetes-embedded-resource: true
                      x-kubernetes-preserve-unknown-fields: true
                    target:
                      type: object
                      properties: {bucket: {type: string}, folder: {type: string}}
                      oneOf: [{required: [bucket]}, {required: [folder]}]
    ---

    """

  private static func backup(_ spec: String) -> String {
    definition + """
      apiVersion: example.com/v1
      kind: Backup
      metadata:
        name: nightly
      spec: {\(spec)}

      """
  }

  private static let source =
    "apiextensions-apiserver/pkg/registry/customresource/validator.go; kube-openapi/pkg/validation/validate"

  public static let customRequired = Rule(
    "manifest/custom-required", .error,
    "A custom resource lacks a field that its definition requires",
    why: """
      The server refuses the object: `spec.schedule: Required value`. A null where the schema \
      does not allow one counts as absent.
      """,
    remedy: "Give the field a value.",
    bad: backup("copies: 2"), good: backup("schedule: \"@daily\""), source: source)

  public static let customValue = Rule(
    "manifest/custom-value", .error,
    "A value of a custom resource is none of those allowed",
    why: "The server refuses the object: `Unsupported value: \"x\": supported values: …`.",
    remedy: "Write one of the values that the message lists.",
    bad: backup("schedule: \"@daily\", mode: full"),
    good: backup("schedule: \"@daily\", mode: Full"), source: source)

  public static let customBounds = Rule(
    "manifest/custom-bounds", .error,
    "A value of a custom resource is too large or too small, too long or too short",
    why: """
      The server refuses the object: `should be greater than or equal to 1`, `Too long: may not \
      be more than 63 bytes`, `must have at most 5 items`.
      """,
    remedy: "Keep to the bounds that the message names.",
    bad: backup("schedule: \"@daily\", copies: 0"),
    good: backup("schedule: \"@daily\", copies: 1"), source: source)

  public static let customPattern = Rule(
    "manifest/custom-pattern", .error,
    "A text of a custom resource does not match the pattern of its definition",
    why: """
      The server refuses the object: `spec.schedule in body should match '^@(daily|weekly)$'`. \
      Patterns are RE2 and hold where any part of the text matches, unless ^ and $ bind them.
      """,
    remedy: "Write a text that matches.",
    bad: backup("schedule: daily"), good: backup("schedule: \"@daily\""), source: source)

  public static let customFormat = Rule(
    "manifest/custom-format", .error,
    "A text of a custom resource does not have the format of its definition",
    why: "The server refuses the object: `spec.owner in body must be of type email`.",
    remedy: "Write the value in the format that the message names.",
    bad: backup("schedule: \"@daily\", owner: nobody"),
    good: backup("schedule: \"@daily\", owner: ops@example.com"),
    source: "apiextensions-apiserver/pkg/apiserver/validation/formats.go")

  public static let customAlternatives = Rule(
    "manifest/custom-alternatives", .error,
    "A value of a custom resource fits none, or too many, of the alternatives of its definition",
    why: """
      The server refuses the object: `must validate one and only one schema (oneOf)`, `must \
      validate at least one schema (anyOf)`, `must not validate the schema (not)`.
      """,
    remedy: "Give exactly the fields that belong together.",
    bad: backup("schedule: \"@daily\", target: {bucket: a, folder: b}"),
    good: backup("schedule: \"@daily\", target: {bucket: a}"), source: source)

  public static let duplicateItem = Rule(
    "manifest/duplicate-item", .error,
    "A list of a custom resource holds an item twice",
    why: """
      The definition makes the list a set, or a map by some fields of its items \
      (x-kubernetes-list-type): the server refuses the object, `Duplicate value`.
      """,
    remedy: "Take one of the items out, or give it another key.",
    bad: backup("schedule: \"@daily\", tags: [a, a]"),
    good: backup("schedule: \"@daily\", tags: [a, b]"),
    source: "apiextensions-apiserver/pkg/apiserver/schema/listtype/validation.go")

  public static let embeddedResource = Rule(
    "manifest/embedded-resource", .error,
    "An object inside a custom resource lacks its apiVersion or kind",
    why: """
      The definition says that the field holds a whole object (x-kubernetes-embedded-resource): \
      the server asks for apiVersion, kind and right metadata there too.
      """,
    remedy: "Write apiVersion and kind as at the top of a manifest.",
    bad: backup("schedule: \"@daily\", template: {kind: ConfigMap}"),
    good: backup("schedule: \"@daily\", template: {apiVersion: v1, kind: ConfigMap}"),
    source: "apiextensions-apiserver/pkg/apiserver/schema/objectmeta/validation.go")
}
