public import YAML

/// Custom resources and API services.
extension ObjectRules {
  public static let crdNames = Rule(
    "object/crd-names", .error,
    "The names of a custom resource do not fit each other",
    why: """
      The server refuses the definition: `must be spec.names.plural+"."+spec.group`, and groups of \
      Kubernetes need an approval.
      """,
    remedy: "Name the object PLURAL.GROUP, with lower-case names.",
    bad: """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: wrong.example.com
      spec:
        group: example.com
        scope: Namespaced
        names:
          plural: things
          kind: Thing
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  size:
                    type: string

      """,
    good: """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things.example.com
      spec:
        group: example.com
        scope: Namespaced
        names:
          plural: things
          kind: Thing
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  size:
                    type: string

      """,
    source: "apiextensions-apiserver/pkg/apis/apiextensions/validation")

  public static let crdVersions = Rule(
    "object/crd-versions", .error,
    "The versions of a custom resource are incomplete",
    why: """
      The server refuses the definition: `must have exactly one version marked as storage \
      version`, and every version has a schema.
      """,
    remedy: "Mark one version as stored and give each its schema.",
    bad: """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things.example.com
      spec:
        group: example.com
        scope: Namespaced
        names:
          plural: things
          kind: Thing
        versions:
          - name: v1
            served: true
            storage: false
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  size:
                    type: string

      """,
    good: """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things.example.com
      spec:
        group: example.com
        scope: Namespaced
        names:
          plural: things
          kind: Thing
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  size:
                    type: string

      """,
    source: "apiextensions-apiserver/pkg/apis/apiextensions/validation")

  public static let crdSchema = Rule(
    "object/crd-schema", .error,
    "The schema of a custom resource is not structural",
    why: """
      The server refuses the definition: `must not be empty for specified object fields`, `is not \
      supported`, `must be empty to be structural`.
      """,
    remedy: "Give every field a type, and keep types out of allOf, anyOf, oneOf and not.",
    bad: """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things.example.com
      spec:
        group: example.com
        scope: Namespaced
        names:
          plural: things
          kind: Thing
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  size:
                    description: no type

      """,
    good: """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things.example.com
      spec:
        group: example.com
        scope: Namespaced
        names:
          plural: things
          kind: Thing
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  size:
                    type: string

      """,
    source: "apiextensions-apiserver/pkg/apiserver/schema ValidateStructural")

  public static let crdListType = Rule(
    "object/crd-list-type", .error,
    "The list or map type of a custom resource's field cannot hold",
    why: """
      The server refuses the definition: `must not be empty if x-kubernetes-list-type is map`, \
      `entries must all be names of item properties`.
      """,
    remedy: "Name the keys of a list of type map, and require them.",
    bad: """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things.example.com
      spec:
        group: example.com
        scope: Namespaced
        names:
          plural: things
          kind: Thing
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  size:
                    type: array
                    x-kubernetes-list-type: map
                    items:
                      type: object

      """,
    good: """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things.example.com
      spec:
        group: example.com
        scope: Namespaced
        names:
          plural: things
          kind: Thing
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  size:
                    type: array
                    x-kubernetes-list-type: atomic
                    items:
                      type: object

      """,
    source: """
      apiextensions-apiserver/pkg/apis/apiextensions/validation \
      ValidateCustomResourceDefinitionOpenAPISchema
      """)

  public static let crdDefault = Rule(
    "object/crd-default", .error,
    "A default of a custom resource is no value that its schema allows",
    why: """
      The server refuses the definition: `must not have unknown fields`, `in body must be of type \
      …`.
      """,
    remedy: "Correct the default or the schema.",
    bad: """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things.example.com
      spec:
        group: example.com
        scope: Namespaced
        names:
          plural: things
          kind: Thing
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  size:
                    type: string
                    default: 1

      """,
    good: """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things.example.com
      spec:
        group: example.com
        scope: Namespaced
        names:
          plural: things
          kind: Thing
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  size:
                    type: string
                    default: one

      """,
    source: "apiextensions-apiserver/pkg/apiserver/schema/defaulting ValidateDefaults")

  public static let jsonPath = Rule(
    "object/json-path", .error,
    "A path into a custom resource leads nowhere",
    why: """
      The server refuses the definition: `must be a simple json path starting with .`, `does not \
      refer to a valid field`.
      """,
    remedy: "Write a path from the object's root, such as .spec.replicas.",
    bad: """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things.example.com
      spec:
        group: example.com
        scope: Namespaced
        names:
          plural: things
          kind: Thing
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  size:
                    type: string
            additionalPrinterColumns:
              - name: Size
                type: string
                jsonPath: spec.size

      """,
    good: """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things.example.com
      spec:
        group: example.com
        scope: Namespaced
        names:
          plural: things
          kind: Thing
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  size:
                    type: string
            additionalPrinterColumns:
              - name: Size
                type: string
                jsonPath: .spec.size

      """,
    source: "apiextensions-apiserver/pkg/apis/apiextensions/validation validateSimpleJSONPath")

  public static let apiService = Rule(
    "object/api-service", .error,
    "An API service is not described as the aggregator wants it",
    why: "The server refuses it: the name is VERSION.GROUP, and both priorities are positive.",
    remedy: "Correct the name and give both priorities.",
    bad: """
      apiVersion: apiregistration.k8s.io/v1
      kind: APIService
      metadata:
        name: v1.example.com
      spec:
        group: example.com
        version: v1
        groupPriorityMinimum: 1000
        service:
          name: api
          namespace: web

      """,
    good: """
      apiVersion: apiregistration.k8s.io/v1
      kind: APIService
      metadata:
        name: v1.example.com
      spec:
        group: example.com
        version: v1
        groupPriorityMinimum: 1000
        versionPriority: 15
        service:
          name: api
          namespace: web

      """,
    source: "kube-aggregator/pkg/apis/apiregistration/validation ValidateAPIService")
}
