import TestSupport
import Testing

@Suite struct CustomKindTests {
  static let definition = """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: things.example.com}
    spec:
      group: example.com
      scope: Namespaced
      names: {kind: Thing, plural: things}
      versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties: {spec: {type: object, properties: {size: {type: integer}}}}

    """
  static let thing = """
    apiVersion: example.com/v1
    kind: Thing
    metadata: {name: a}
    spec: {size: large}

    """
  static let schema = """
    {"type": "object", "properties": {"spec": {"type": "object", "additionalProperties": false,
     "properties": {"size": {"type": "integer"}}}}}

    """

  private func sandbox(_ files: (name: String, content: String)...) throws -> Sandbox {
    let box = try Sandbox()
    for file in files { try box.write(file.name, file.content) }
    return box
  }

  @Test func `a definition in another file defines the kind, wherever it stands`() throws {
    for name in ["a/crd.yaml", "z/crd.yaml"] {
      let box = try sandbox((name, Self.definition), ("m/thing.yaml", Self.thing))
      let check = try box.run("manifest-lint manifests . --format text")
      #expect(check.status == 1, "\(check.text)")
      #expect(check.output.contains("m/thing.yaml:4:14: error manifest/wrong-type"))
      #expect(!check.errors.contains("not checked"))
    }
  }

  @Test func `a misspelt kind is told the defined one that is near`() throws {
    let box = try sandbox(
      ("crd.yaml", Self.definition),
      ("thing.yaml", Self.thing.replacing("kind: Thing", with: "kind: Thnig")))
    let check = try box.run("manifest-lint manifests .")
    #expect(check.output.contains("did you mean Thing?"), "\(check.text)")
    #expect(check.errors.contains("1 object not checked (no schema)"))
  }

  @Test func `definitions of a file or folder that is named count too`() throws {
    let box = try sandbox(("crds/crd.yaml", Self.definition), ("m/thing.yaml", Self.thing))
    for path in ["crds", "crds/crd.yaml"] {
      let check = try box.run("manifest-lint manifests m --crd \(path)")
      #expect(check.status == 1, "\(check.text)")
      #expect(check.output.contains("manifest/wrong-type"))
    }
    #expect(try box.run("manifest-lint manifests m --crd m").status == 2)
    #expect(try box.run("manifest-lint manifests m --crd nowhere").status == 3)
  }

  @Test(arguments: [
    (
      "s/example.com/thing_v1.json", "s/{{.Group}}/{{.ResourceKind}}_{{ .ResourceAPIVersion }}.json"
    ),
    ("s/v1.36.0-standalone-strict/thing-example-v1.json", "s"),
    ("s/v1.36.0-standalone/thing-example-v1.json", "s"),
    (
      "s/v1.36.0/thing-example-v1.json",
      "s/{{ .NormalizedKubernetesVersion }}/{{ .ResourceKind }}{{ .KindSuffix }}.json"
    ),
  ])
  func `schema files are found by the templates that users know`(path: String, template: String)
    throws
  {
    let box = try sandbox((path, Self.schema), ("m/thing.yaml", Self.thing))
    let check = try box.run(
      """
      manifest-lint manifests m --kubernetes-version 1.36 --schema-location default \
        --schema-location '\(template)' || exit $?
      """)
    #expect(check.status == 1, "\(check.text)")
    #expect(check.output.contains("manifest/wrong-type"))
  }

  @Test
  func `a kind that nobody knows is said and can be passed over, and never counts as checked`()
    throws
  {
    let box = try sandbox(("m/thing.yaml", Self.thing))
    let check = try box.run("manifest-lint manifests m")
    #expect(check.status == 0)
    #expect(check.output.contains("warning manifest/unknown-kind"))
    #expect(check.errors.contains("1 object not checked (no schema)"))
    let silent = try box.run("manifest-lint manifests m --ignore-missing-schemas")
    #expect(silent.output.isEmpty)
    #expect(silent.errors.contains("1 object not checked (no schema)"))
    #expect(try box.run("manifest-lint manifests m --require-checked").status == 1)
  }

  @Test func `locations that cannot be read are wrong usage or a failure, never clean`() throws {
    let box = try sandbox(("m/thing.yaml", Self.thing), ("s/thing.json", "not json: ["))
    func status(_ location: String) throws -> Int32 {
      try box.run("manifest-lint manifests m --schema-location '\(location)'").status
    }
    #expect(try status("https://example.com/{{ .ResourceKind }}.json") == 2)
    #expect(try status("s/{{ .Nothing }}.json") == 2)
    #expect(try status("s/{{ .ResourceKind.json") == 2)
    #expect(try status("s/{{ .ResourceKind }}.json") == 3)
    #expect(try status("elsewhere") == 0)
  }

  @Test func `rules that are not evaluated are said in the summary`() throws {
    let rule = "x-kubernetes-validations: [{rule: self.size > 1}], type: object"
    let definition = Self.definition.replacing("{spec: {type: object", with: "{spec: {\(rule)")
    let box = try sandbox(
      ("crd.yaml", definition), ("thing.yaml", Self.thing.replacing("large", with: "1")))
    let check = try box.run("manifest-lint manifests .")
    #expect(check.status == 0, "\(check.text)")
    #expect(check.errors.contains("rules (CEL) of 1 object not evaluated"))
  }
}
