import Testing

@testable import Kubernetes

/// What can be said about CEL expressions without running them.
@Suite struct ExpressionTests {
  private let variables: [String: CELType] = [
    "object": .dyn, "variables": .object(["a": .int]),
    "self": .object(["x": .int, "s": .string, "l": .list(.object(["n": .int]))]),
  ]

  private func fault(_ text: String) -> String? {
    do throws(CELFault) {
      let parsed = try CELParser.parse(Array(text.utf8)[...])
      _ = try CELChecker(variables: variables).check(parsed)
      return nil
    } catch {
      return error.message
    }
  }

  @Test(arguments: [
    "object.spec.replicas <= 5 && has(object.metadata.labels)",
    "object.spec.containers.all(c, c.image.startsWith('a') || c.name in ['x', \"y\"])",
    "self.x > 1 ? self.s == 'a' : !(self.l.exists(i, i.n == 2))",
    "self.l.map(i, i.n).sum() > 1u || -1.5e3 < 2.0 || b'a' == b\"\"\"b\"\"\"",
    "variables.a + 1 == 2 // a comment",
    "{'a': 1, 'b': [1, 2,]}.a == 1 && quantity('1Gi').isGreaterThan(quantity('1Mi'))",
    "object.?spec.?x.orValue(1) == 1 && sets.contains([1], [2]) && r'\\d'.matches('a')",
    "Object{spec: Object.spec{replicas: 1}}",
    "[JSONPatch{op: 'add', path: '/x', value: 1}]",
    "self.x > 1.5 && size(self.l) == 2 && self.s.split(',')[0] == ''",
    "object.metadata.name.matches('^a') && timestamp('2020-01-01T00:00:00Z') < timestamp('x')",
  ])
  func `right expressions pass`(text: String) {
    #expect(fault(text) == nil)
  }

  @Test(arguments: [
    ("self.x >", "the expression ends where a value is expected"),
    ("(self.x", "the expression ends where a value is expected"),
    ("self.x > 1)", "unexpected ')'"),
    ("'a", "a string literal is not closed"),
    ("unknown > 1", "undeclared reference to 'unknown'"),
    ("self.y > 1", "undefined field 'y'"),
    ("variables.b", "undefined field 'b'"),
    ("self.l.all(i, i.m > 1)", "undefined field 'm'"),
    ("self.x > 'a'", "found no matching overload for '_>_' applied to '(int, string)'"),
    ("self.x == 'a'", "found no matching overload for '_==_' applied to '(int, string)'"),
    ("self.s && true", "found no matching overload for '_&&_' applied to '(string, bool)'"),
    ("!self.x", "found no matching overload for '!_' applied to '(int)'"),
    ("nothing(1)", "undeclared reference to 'nothing'"),
    ("self.s.nothing()", "undeclared reference to 'nothing'"),
    ("has(self)", "invalid argument to has() macro"),
    ("self.x # 1", "unexpected character '#'"),
    ("package", "reserved identifier: package"),
  ])
  func `wrong expressions are told with their fault`(text: String, message: String) {
    #expect(fault(text) == message)
  }

  @Test func `expressions without end are refused or left alone, and never crash`() {
    #expect(fault(String(repeating: "(", count: 100_000)) != nil)
    #expect(fault(String(repeating: "!", count: 100_000)) != nil)
    #expect(fault("1" + String(repeating: "+1", count: 100_000)) != nil)
    #expect(fault("object" + String(repeating: ".a", count: 100_000)) != nil)
    #expect(fault(String(repeating: "[", count: 100_000)) != nil)
  }
}
