import Testing
import YAML

@testable import Kubernetes

/// Custom resources against their definitions: each case is a schema of `spec`, a `spec`, and the
/// findings as `rule pointer`.
@Suite struct CustomResourceTests {
  static func definition(_ spec: String, version: String = "") -> String {
    """
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
          \(version)
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec: \(spec)
                status: {type: object, properties: {ready: {type: boolean}}}
    """
  }

  static func findings(
    _ manifest: String, definition: String, versions: String = "1.36",
    maximumValues: Int = 5_000_000
  ) throws -> FileVerdict {
    func verdict(_ text: String, _ options: CheckOptions) -> FileVerdict {
      checkManifests(readYAML(Array(text.utf8), as: .manifests(.v0_34)), options: options)
    }
    var options = CheckOptions(
      versions: try #require(VersionSet(versions)), maximumValues: maximumValues)
    let defined = verdict(definition, options)
    #expect(defined.definitions.count == 1)
    for found in defined.definitions { options.definitions.add(found) }
    return verdict(manifest, options)
  }

  static func thing(_ spec: String, metadata: String = "{name: a}") -> String {
    "apiVersion: example.com/v1\nkind: Thing\nmetadata: \(metadata)\n\(spec)\n"
  }

  private func check(
    _ schema: String, _ spec: String, _ expected: [String], versions: String = "1.36"
  ) throws {
    let verdict = try Self.findings(
      Self.thing("spec: \(spec)"), definition: Self.definition(schema), versions: versions)
    let found = verdict.diagnostics.map {
      "\($0.rule.id.dropFirst("manifest/".count)) \($0.pointer ?? "")"
    }
    #expect(found == expected, "\(verdict.diagnostics.map(\.message.text))")
  }

  @Test(
    arguments: [
      ("{type: string}", "x", []), ("{type: string}", "1", ["wrong-type /spec"]),
      ("{type: integer}", "1", []), ("{type: integer}", "1.0", []),
      ("{type: integer}", "1.5", ["wrong-type /spec"]),
      ("{type: integer}", "1e30", ["wrong-type /spec"]),
      ("{type: number}", "1", []), ("{type: number}", "x", ["wrong-type /spec"]),
      ("{type: boolean}", "true", []), ("{type: boolean}", "\"yes\"", ["wrong-type /spec"]),
      ("{type: array, items: {type: string}}", "[a, 1]", ["wrong-type /spec/1"]),
      ("{type: object}", "[]", ["wrong-type /spec"]),
      ("{x-kubernetes-int-or-string: true}", "1", []),
      ("{x-kubernetes-int-or-string: true}", "a", []),
      ("{x-kubernetes-int-or-string: true}", "true", ["wrong-type /spec"]),
      (
        "{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}", "8%", []
      ),
      ("{type: integer, format: int32}", "3000000000", ["number-range /spec"]),
      ("{type: integer, format: int64}", "3000000000", []),
    ] as [(String, String, [String])])
  func `types are those of JSON after YAML`(schema: String, spec: String, found: [String]) throws {
    try check(schema, spec, found)
  }

  @Test(
    arguments: [
      (
        "{type: object, properties: {a: {type: string}}}", "{a: x, b: 1}", ["unknown-field /spec/b"]
      ),
      ("{type: object}", "{b: 1}", ["unknown-field /spec/b"]),
      ("{type: object, additionalProperties: {type: integer}}", "{b: 1}", []),
      ("{type: object, additionalProperties: true}", "{b: {c: 1}}", []),
      ("{type: object, x-kubernetes-preserve-unknown-fields: true}", "{b: {c: 1}}", []),
      (
        "{type: object, x-kubernetes-preserve-unknown-fields: true, properties: {a: {type: object}}}",
        "{a: {b: 1}, c: 1}", ["unknown-field /spec/a/b"]
      ),
      (
        "{type: array, items: {type: object, properties: {a: {type: string}}}}", "[{b: 1}]",
        ["unknown-field /spec/0/b"]
      ),
      (
        """
        {type: object, x-kubernetes-embedded-resource: true, properties: {spec: {type: string}}}
        """,
        "{apiVersion: v1, kind: Pod, metadata: {name: a, x: 1}, spec: a}",
        ["unknown-field /spec/metadata/x"]
      ),
      (
        """
        {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}
        """,
        "{kind: 1Pod}",
        ["embedded-resource /spec/apiVersion", "embedded-resource /spec/kind"]
      ),
    ] as [(String, String, [String])])
  func `fields that the server would drop are unknown`(
    schema: String, spec: String, found: [String]
  ) throws {
    try check(schema, spec, found)
  }

  @Test(
    arguments: [
      (
        "{type: object, required: [a], properties: {a: {type: string}}}", "{a: null}",
        ["custom-required /spec/a"]
      ),
      (
        "{type: object, required: [a], properties: {a: {type: string, nullable: true}}}",
        "{a: null}", []
      ),
      ("{type: object, required: [a], properties: {a: {type: string, default: x}}}", "{}", []),
      (
        "{type: object, required: [a], properties: {a: {type: string, default: x}}}", "{a: null}",
        []
      ),
      ("{type: object, properties: {a: {type: string}}}", "{a: null}", []),
      ("{type: object, properties: {a: {type: string, enum: [x]}}}", "{a: null}", []),
      (
        "{type: object, properties: {a: {type: string, nullable: true, enum: [x]}}}", "{a: null}",
        ["custom-value /spec/a"]
      ),
      ("{type: array, items: {type: string}}", "[null]", ["wrong-type /spec/0"]),
      ("{type: array, items: {type: string, nullable: true}}", "[null]", []),
      (
        """
        {type: object, properties: {a: {type: string, default: x}, b: {type: string}},
         oneOf: [{required: [a]}, {required: [b]}]}
        """,
        "{b: z}", ["custom-alternatives /spec"]
      ),
      (
        """
        {type: object, properties: {a: {type: object, default: {}, required: [b],
         properties: {b: {type: string, default: x}}}}}
        """,
        "{a: {}}", []
      ),
    ] as [(String, String, [String])])
  func `nulls are dropped and defaults filled in first`(
    schema: String, spec: String, found: [String]
  ) throws {
    try check(schema, spec, found)
  }

  @Test(
    arguments: [
      ("{type: string, enum: [a, b]}", "c", ["custom-value /spec"]),
      ("{type: number, enum: [1, 2.5]}", "1.0", []),
      ("{type: array, items: {type: string}, enum: [[a]]}", "[a]", []),
      ("{type: string, minLength: 2}", "é", ["custom-bounds /spec"]),
      ("{type: string, maxLength: 2}", "éé", []),
      ("{type: array, items: {type: string}, maxItems: 1}", "[a, b]", ["custom-bounds /spec"]),
      (
        "{type: object, additionalProperties: {type: string}, minProperties: 1}", "{}",
        ["custom-bounds /spec"]
      ),
      ("{type: integer, minimum: 1}", "0", ["custom-bounds /spec"]),
      ("{type: integer, minimum: 0.5}", "0", []),
      ("{type: number, minimum: 0.5}", "0.25", ["custom-bounds /spec"]),
      ("{type: integer, maximum: 3, exclusiveMaximum: true}", "3", ["custom-bounds /spec"]),
      ("{type: integer, multipleOf: 2}", "3", ["custom-bounds /spec"]),
      ("{type: string, pattern: '^[a-z]+$'}", "aB", ["custom-pattern /spec"]),
      ("{type: string, pattern: 'B'}", "aB", []),
      ("{type: string, pattern: '(?=x)'}", "aB", []),
      ("{type: string, format: nothing}", "aB", []),
      ("{type: string, format: date-time}", "'2024-01-31T12:00:00z'", []),
      ("{type: string, format: date-time}", "'2024-01-31'", ["custom-format /spec"]),
      ("{type: string, format: datetime}", "'2024-01-31'", ["custom-format /spec"]),
      ("{type: string, format: k8s-short-name}", "A", ["custom-format /spec"]),
      (
        "{type: array, items: {type: string}, x-kubernetes-list-type: set}", "[a, b, a]",
        ["duplicate-item /spec/2"]
      ),
      (
        """
        {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a, b],
         items: {type: object, required: [a], properties: {a: {type: string}, b: {type: integer, default: 1}}}}
        """,
        "[{a: x}, {a: x, b: 2}, {a: x, b: 1}]", ["duplicate-item /spec/2"]
      ),
      ("{type: string, allOf: [{minLength: 2}, {maxLength: 1}]}", "ab", ["custom-bounds /spec"]),
      ("{type: string, anyOf: [{pattern: a}, {pattern: b}]}", "c", ["custom-alternatives /spec"]),
      ("{type: string, anyOf: [{pattern: a}, {pattern: b}]}", "b", []),
      ("{type: string, oneOf: [{pattern: a}, {pattern: b}]}", "ab", ["custom-alternatives /spec"]),
      ("{type: string, not: {pattern: a}}", "a", ["custom-alternatives /spec"]),
    ] as [(String, String, [String])])
  func `keywords mean what the server means`(schema: String, spec: String, found: [String]) throws {
    try check(schema, spec, found)
  }

  @Test func `short names are asked for from 1 34 on`() throws {
    try check("{type: string, format: k8s-short-name}", "A", [], versions: "1.33")
  }

  @Test func `metadata is the server's own, and a definition may restrict the name`() throws {
    let schema = Self.definition("{type: object}").replacing(
      "properties:\n",
      with:
        "properties:\n            metadata: {type: object, properties: {name: {type: string, maxLength: 3}}}\n"
    )
    let wrong = try Self.findings(
      Self.thing("", metadata: "{name: abcd, lables: {a: b}}"), definition: schema)
    #expect(
      wrong.diagnostics.map(\.rule.id) == ["manifest/unknown-field", "manifest/custom-bounds"])
    let named = try Self.findings(
      Self.thing("", metadata: "{name: A_B}"), definition: Self.definition("{type: object}"))
    #expect(named.diagnostics.map(\.rule.id) == ["object/name-format"])
  }

  @Test func `a status is not validated where the server resets it`() throws {
    let manifest = Self.thing("status: {ready: soon}")
    let plain = try Self.findings(manifest, definition: Self.definition("{type: object}"))
    #expect(plain.diagnostics.map(\.rule.id) == ["manifest/wrong-type"])
    let reset = try Self.findings(
      manifest, definition: Self.definition("{type: object}", version: "subresources: {status: {}}")
    )
    #expect(reset.diagnostics.isEmpty)
  }

  @Test func `a version that is not served is no version, and a deprecated one is said so`() throws
  {
    let other = Self.thing("").replacing("example.com/v1", with: "example.com/v2")
    let unserved = try Self.findings(other, definition: Self.definition("{type: object}"))
    #expect(unserved.diagnostics.map(\.rule.id) == ["manifest/unknown-kind"])
    #expect(unserved.diagnostics[0].severity == .error)
    #expect(unserved.diagnostics[0].message.text.contains("it serves example.com/v1"))
    let old = try Self.findings(
      Self.thing(""), definition: Self.definition("{type: object}", version: "deprecated: true"))
    #expect(old.diagnostics.map(\.rule.id) == ["manifest/deprecated-api"])
  }

  @Test func `rules in CEL are counted, but not those that only an update runs`() throws {
    let rules = """
      {type: object, properties: {a: {type: string, x-kubernetes-validations: [{rule: "self != ''"}]}},
       x-kubernetes-validations: [{rule: "has(self.a)"}, {rule: "self == oldSelf"}]}
      """
    let absent = try Self.findings(Self.thing("spec: {}"), definition: Self.definition(rules))
    #expect(absent.objects.map(\.unevaluatedRules) == [1])
    let given = try Self.findings(Self.thing("spec: {a: x}"), definition: Self.definition(rules))
    #expect(given.objects.map(\.unevaluatedRules) == [2])
  }

  @Test func `a scale subresource's count is a count`() throws {
    let scale = """
      subresources: {scale: {specReplicasPath: .spec.count, statusReplicasPath: .status.n}}
      """
    let verdict = try Self.findings(
      Self.thing("spec: {count: -1}"),
      definition: Self.definition(
        "{type: object, properties: {count: {type: integer}}}", version: scale))
    #expect(verdict.diagnostics.map(\.rule.id) == ["manifest/custom-bounds"])
  }

  @Test func `a schema file means what JSON schema says, and refers within itself`() throws {
    let schema = """
      {"type": "object", "definitions": {"node": {"type": "object", "additionalProperties": false,
       "properties": {"name": {"type": ["string", "null"]}, "next": {"$ref": "#/definitions/node"}}}},
       "properties": {"spec": {"$ref": "#/definitions/node"}, "count": {"type": "number", "exclusiveMinimum": 1}}}
      """
    let definition = try #require(
      CustomDefinition(schema: Array(schema.utf8), apiVersion: "example.com/v1", kind: "Thing"))
    var options = CheckOptions()
    options.definitions.add(definition)
    let manifest = Self.thing("spec: {name: null, next: {next: {nmae: 1}}}\ncount: 1\nfree: 1")
    let verdict = checkManifests(
      readYAML(Array(manifest.utf8), as: .manifests(.v0_34)), options: options)
    #expect(
      verdict.diagnostics.map { "\($0.rule.id) \($0.pointer ?? "")" } == [
        "manifest/unknown-field /spec/next/next/nmae", "manifest/custom-bounds /count",
      ])
    #expect(verdict.objects.map(\.checked) == [true])
  }

  @Test func `hostile schemas cost bounded time`() throws {
    // Twofold alternatives at every level, which a walker without a limit would double each time.
    let schema =
      "{\"type\":\"object\",\"properties\":{\"spec\":{\"$ref\":\"#/a40\"}},"
      + (1...40).map {
        "\"a\($0)\":{\"anyOf\":[{\"$ref\":\"#/a\($0 - 1)\"},{\"$ref\":\"#/a\($0 - 1)\"}]}"
      }.joined(separator: ",") + ",\"a0\":{\"type\":\"string\"}}"
    let loop = ##"{"allOf": [{"$ref": "#"}], "properties": {"spec": {"$ref": "#"}}}"##
    for text in [schema, loop] {
      let definition = try #require(
        CustomDefinition(schema: Array(text.utf8), apiVersion: "example.com/v1", kind: "Thing"))
      var options = CheckOptions(maximumValues: 100_000)
      options.definitions.add(definition)
      let verdict = checkManifests(
        readYAML(Array(Self.thing("spec: 1").utf8), as: .manifests(.v0_34)), options: options)
      #expect(verdict.objects.count == 1)
      #expect(
        verdict.diagnostics.contains { $0.rule.id == "manifest/too-deep" }
          || verdict.objects[0].unevaluatedRules > 0)
    }
  }

  @Test func `many members, keys, values and slow patterns cost bounded time`() throws {
    let names = (0..<2_000).map { "k\($0)" }
    let properties = names.map { "\($0): {type: string, default: x}" }.joined(separator: ", ")
    let schema = """
      {type: object, properties: {a: {type: object, required: [\(names.joined(separator: ", "))],
       properties: {\(properties)}}, b: {type: array, items: {type: string,
       enum: [\(names.joined(separator: ", "))]}}, c: {type: array, items: {type: string,
       pattern: '(a?){1000}b$'}}}}
      """
    let long = String(repeating: "a", count: 2_000)
    let spec =
      "{a: {\(names.map { "\($0): v" }.joined(separator: ", "))}, b: [\(names.joined(separator: ", "))], c: [\(Array(repeating: long, count: 200).joined(separator: ", "))]}"
    let start = ContinuousClock.now
    let verdict = try Self.findings(
      Self.thing("spec: \(spec)"), definition: Self.definition(schema), maximumValues: 100_000)
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(verdict.diagnostics.contains { $0.rule == ManifestRules.tooDeep })
    #expect(verdict.objects.map(\.checked) == [false])
  }

  @Test(arguments: [
    (
      ValueFormat.uri, ["https://a/b?c", "/a", "mailto:a", "urn:x"],
      ["a", "", "http://a b/", "http://a/%zz"]
    ),
    (.email, ["a@b", "A <a@b.c>"], ["a", "a@", "a b@c"]),
    (.hostname, ["a", "a.example", "1.a.com"], ["-a", "a..b", "a.1", ""]),
    (.ipv4, ["1.2.3.4", "01.2.3.4"], ["::1", "1.2.3"]), (.ipv6, ["::1"], ["1.2.3.4"]),
    (.cidr, ["10.0.0.0/8", "::/0"], ["10.0.0.0", "10.0.0.0/33"]),
    (.mac, ["01:23:45:67:89:ab", "0123.4567.89ab"], ["01:23", "01:23:45:67:89:zz"]),
    (.uuid, ["123e4567-e89b-12d3-a456-426614174000", "123E4567E89B12D3A456426614174000"], ["x"]),
    (.uuid4, ["123e4567-e89b-42d3-a456-426614174000"], ["123e4567-e89b-12d3-a456-426614174000"]),
    (.duration, ["1h30m", "-1.5s", "0", "2 days", "1 hr"], ["", "x", "1", "5 moons"]),
    (.datetime, ["2024-02-29T23:59:59+01:00"], ["2023-02-29T00:00:00Z", "2024-01-01T24:00:00Z"]),
    (.date, ["2024-02-29"], ["2023-02-29", "24-1-1"]),
    (.rgbcolor, ["rgb(0, 128,255)"], ["rgb(0,0,256)"]), (.hexcolor, ["#fff", "AABBCC"], ["#ff"]),
    (.isbn, ["0-306-40615-2", "978-0-306-40615-7"], ["0-306-40615-3"]),
    (.creditcard, ["4111 1111 1111 1111"], ["4111111111111112"]), (.ssn, ["123-45-6789"], ["1"]),
    (.byte, ["YQ=="], ["YQ"]), (.bsonobjectid, ["507f1f77bcf86cd799439011"], ["507f"]),
    (.k8slongname, ["a.b"], ["A"]),
  ])
  func `formats`(format: ValueFormat, good: [String], bad: [String]) {
    for text in good { #expect(format.accepts(Array(text.utf8)[...]), "\(text)") }
    for text in bad { #expect(!format.accepts(Array(text.utf8)[...]), "\(text)") }
  }
}
